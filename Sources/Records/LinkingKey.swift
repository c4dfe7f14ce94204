import DatelineLexicon
import DatelineText

/// Makes the script-independent keys under which names are linked.
///
/// A key has what spellings of one name have in common: for each letter the plainest of the sounds that languages
/// give it, nothing for soft signs, glides and second letters of doubles. Equal keys are one bearer; the reverse need
/// not hold: `NameLinker` joins what sounds alike.
public struct LinkingKey: Sendable {
  let knowledge: NamingKnowledge
  private let lexicons: [String: Lexicon]

  /// Keys by what the dictionaries know of names.
  public init(_ lexicons: Lexicons) {
    knowledge = lexicons.naming
    self.lexicons = Dictionary(lexicons.languages.map { ($0.code, $0) }) { first, _ in first }
  }

  /// The key of an organisation's name: what its words mean, the same in all languages, and how the others sound.
  ///
  /// - Parameter language: BCP 47; in a language without dictionaries all words count by their sound.
  public func key(ofOrganisation name: String, language: String) -> String {
    guard let lexicon = lexicons[language] else { return key(of: name) }
    let reading = OrganisationReading(name, lexicon)
    return (reading.concepts + reading.rest.map { key(of: $0) }.filter { !$0.isEmpty }.sorted())
      .joined(separator: " ")
  }

  /// The key of a name; words sorted, so that "Family Given" and "Given Family" agree.
  ///
  /// - Complexity: O(letters).
  public func key(of name: String) -> String {
    Self.key(
      NameLetters.words(of: name, knowledge.sounds).map {
        knowledge.sounds.readings(of: $0.letters).first ?? []
      })
  }

  /// The key of words as they are heard.
  static func key(_ readings: [[SoundUnit]]) -> String {
    var words: [[UInt8]] = []
    for reading in readings {
      var word: [UInt8] = []
      for (place, unit) in reading.enumerated() where !unit.isOptional || unit.isVowel {
        var symbol = symbol(of: unit)
        // A glide at the start tells Яна from Анна; before e it is a habit of spelling.
        if symbol.isEmpty, place == 0, reading.count > 1, reading[1].sure & Sound.e.bit == 0 {
          symbol = [UInt8(ascii: "i")]
        }
        // What is heard once may be written twice.
        if word.suffix(symbol.count).elementsEqual(symbol) { continue }
        word += symbol
      }
      if !word.isEmpty { words.append(word) }
    }
    words.sort { $0.lexicographicallyPrecedes($1) }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// Letters for the sounds of a unit: the first row that has one of them.
  private static func symbol(of unit: SoundUnit) -> [UInt8] {
    for row in symbols where unit.sure & row.sounds != 0 { return row.letters }
    return []
  }

  private static let symbols: [(sounds: UInt64, letters: [UInt8])] = {
    var rows: [([Sound], String)] = [
      ([.i, .y], "i"),
      // A glide is written in some languages only, and German writes j for it.
      ([.j], ""), ([.sh, .zh, .dj, .shch], "sh"), ([.ch, .h], "h"), ([.k], "k"), ([.x], "h"),
      ([.ts, .dz], "z"), ([.s], "s"),
      ([.z], "z"), ([.g], "g"), ([.v], "v"), ([.f], "f"), ([.b], "b"), ([.p], "p"), ([.t, .th], "t"),
      ([.d], "d"), ([.l], "l"), ([.m], "m"), ([.n, .ng], "n"), ([.r], "r"), ([.ei], "ei"), ([.ai], "ai"),
      ([.oi], "oi"), ([.ui], "ui"), ([.au], "au"), ([.eu], "eu"), ([.a], "a"), ([.e], "e"), ([.o, .ö], "o"),
      ([.u, .ü], "u"), ([.w], "v"),
    ]
    for figure in 0...9 {
      if let sound = Sound(name: "figure\(figure)") { rows.append(([sound], String(figure))) }
    }
    return rows.map { (sounds: $0.0.reduce(0) { $0 | $1.bit }, letters: Array($0.1.utf8)) }
  }()
}
