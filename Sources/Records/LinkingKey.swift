import DatelineText

/// The script-independent key under which a name is linked.
///
/// Names are brought to Latin letters and then to what spellings of one name have in common: digraphs for the
/// sounds that English, German and the transliterations from Cyrillic write differently are made one, double
/// letters single, soft signs and diacritics dropped. Equal keys are one bearer; the reverse need not hold.
public struct LinkingKey: Sendable {
  /// The key of a name; words sorted, so that "Family Given" and "Given Family" agree.
  public static func key(of name: String) -> String {
    let latin = ICU.transliterate(ICU.lower(phonetic(name), locale: "und"), "Any-Latin; Latin-ASCII")
    let words = latin.split { !$0.isLetter && !$0.isNumber }.map { fold(String($0)) }.filter { !$0.isEmpty }
    return words.sorted().joined(separator: " ")
  }

  /// Cyrillic letters whose usual romanisations differ, brought to one before ICU transliterates the rest.
  private static func phonetic(_ name: String) -> String {
    var out = ""
    for character in name {
      switch Character(character.lowercased()) {
      case "ж": out += "zh"
      case "ш", "щ": out += "sh"
      case "ч": out += "ch"
      case "ц": out += "ts"
      case "х", "һ": out += "h"
      case "қ": out += "k"
      case "ғ": out += "g"
      case "ң": out += "n"
      case "ә": out += "a"
      case "ө": out += "o"
      case "ү", "ұ", "у": out += "u"
      case "і", "ы", "и", "й": out += "i"
      case "ю": out += "iu"
      case "я": out += "ia"
      case "ё", "э", "е": out += "e"
      case "ъ", "ь", "’", "'", "`": break
      default: out.append(character)
      }
    }
    return out
  }

  /// Spellings of one sound, longest first: German, English, French and Turkish habits.
  ///
  /// What one language writes alike is made one: German "ch" for х and in "tsch" for ч, "sch" for ж and ш.
  private static let sounds: [(String, String)] = [
    ("schtsch", "sh"), ("shch", "sh"), ("tsch", "h"), ("dsch", "sh"), ("dzh", "sh"), ("sch", "sh"),
    ("tch", "h"),
    ("zh", "sh"), ("kh", "h"), ("ch", "h"), ("ck", "k"), ("ph", "f"), ("dj", "sh"), ("ts", "z"), ("tz", "z"),
    ("yev", "ev"), ("ye", "e"), ("yo", "o"), ("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("ja", "ia"),
    ("je", "e"),
    ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ii", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "ks"),
    ("w", "v"), ("q", "k"), ("y", "i"), ("j", "i"),
  ]

  private static func fold(_ word: String) -> String {
    var out = ""
    var rest = Substring(word)
    while let first = rest.first {
      if let (sound, plain) = sounds.first(where: { rest.hasPrefix($0.0) }) {
        out += plain
        rest = rest.dropFirst(sound.count)
      } else {
        out.append(first)
        rest = rest.dropFirst()
      }
    }
    var single = ""
    for character in out where character != single.last { single.append(character) }
    return single
  }
}
