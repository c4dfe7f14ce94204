/// The facts of `language.tsv`.
package struct LanguageProfile: Sendable {
  package enum DateOrder: String, Sendable { case dmy, mdy }

  package var code = "und"
  package var name = ""
  package var letters = ""
  package var foldPairs: [(String, String)] = []
  package var order = DateOrder.dmy
  package var decimal: Character = "."
  /// Common nouns are written with a capital.
  package var nounCapitals = false
  /// Every word of a name is written with a capital, small connecting words apart.
  package var nameCapitals = false
  /// The verb of a main clause stands at the end.
  package var verbLast = false
  /// Every word of a person's name takes the ending of the case, not the last one alone.
  package var everyNameWordInflects = false
  /// Last letters of nouns that stand in every case as they are.
  package var unchangingEndings = ""
  /// How adjectives end without their ending, folded UTF-8: "isch", "lich".
  package var adjectiveStems: [[UInt8]] = []
  /// How nouns of men and things end that have -en in all cases of the plural, folded UTF-8: "staat".
  package var weakNounEndings: [[UInt8]] = []
  /// How "Karl der Große" reads in the nominative; nil where names have no such bynames.
  package var byname: Byname?
  /// Vowel harmony, for reading other alphabets: letters, small.
  package var vowels = ""
  package var frontLetters = ""
  package var backLetters = ""
  package var weakFrontLetters = ""
  package var weakBackLetters = ""
  package var silentLetters = ""
  package var foreignLetters = ""

  init() {}

  init(rows: DictionaryTable, faults: inout [DictionaryFault]) {
    for row in rows.rows {
      let value = row.fields[1]
      switch row.fields[0] {
      case "code": code = value
      case "name": name = value
      case "letters": letters = value
      case "fold":
        foldPairs = row.list(1).compactMap { pair in
          let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
        }
      case "order":
        guard let known = DateOrder(rawValue: value) else {
          faults.append(DictionaryFault(file: rows.file, line: row.line, message: "order is dmy or mdy"))
          continue
        }
        order = known
      case "decimal": decimal = value.first ?? "."
      case "noun-capitals": nounCapitals = value == "yes"
      case "name-capitals": nameCapitals = value == "yes"
      case "verb-position": verbLast = value == "end"
      case "vowels": vowels = value
      case "front-letters": frontLetters = value
      case "back-letters": backLetters = value
      case "weak-front-letters": weakFrontLetters = value
      case "weak-back-letters": weakBackLetters = value
      case "foreign-letters": foreignLetters = value
      case "silent-letters": silentLetters = value
      case "name-inflection": everyNameWordInflects = value == "every-word"
      case "unchanging-endings": unchangingEndings = value
      case "adjective-stems": adjectiveStems = row.list(1).map { Array($0.utf8) }
      case "weak-noun-endings": weakNounEndings = row.list(1).map { Array($0.utf8) }
      case "byname":
        byname = Byname(row.list(1))
        if byname == nil {
          faults.append(
            DictionaryFault(
              file: rows.file, line: row.line,
              message:
                "byname is the article of a man and of a woman, the adjective's ending and its other one"))
        }
      case "name-order": break
      default:
        faults.append(
          DictionaryFault(file: rows.file, line: row.line, message: "unknown key “\(row.fields[0])”"))
      }
    }
  }
}

extension LanguageProfile {
  /// Whether a folded noun is one of those that `weakNounEndings` tells of.
  package func isWeakNoun(_ folded: [UInt8]) -> Bool {
    weakNounEndings.contains { folded.suffix($0.count) == $0[...] }
  }
}

/// The nominative of bynames that stand behind an article: "der Große", "die Große".
package struct Byname: Sendable {
  private let man: String
  private let woman: String
  private let ending: String
  private let otherEnding: String

  init?(_ values: [String]) {
    guard values.count == 4, values[3].hasPrefix(values[2]) else { return nil }
    (man, woman, ending, otherEnding) = (values[0], values[1], values[2], values[3])
  }

  /// The article of a person; nil where the gender is open.
  package func article(_ gender: Gender) -> String? {
    switch gender {
    case .male: man
    case .female: woman
    case .either, .unknown: nil
    }
  }

  /// Whether an article shows nothing but the nominative: "der" is a woman's genitive too.
  package func isNominative(_ article: String) -> Bool { article == woman }

  /// How many letters a folded adjective has behind the ending of the nominative; nil if it has no such ending.
  package func lettersTooMany(_ folded: [UInt8]) -> Int? {
    let word = String(decoding: folded, as: UTF8.self)
    if word.hasSuffix(otherEnding) { return otherEnding.count - ending.count }
    return word.hasSuffix(ending) ? 0 : nil
  }
}
