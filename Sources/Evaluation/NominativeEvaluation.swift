import DatelineAnnotations
import DatelineLexicon
import DatelineText
import Foundation

/// How many inflected names are brought to the nominative as people say it is.
///
/// ё and е count as one letter, as everywhere in Russian.
public struct NominativeEvaluation: Sendable {
  /// One file.
  public struct Language: Sendable {
    /// BCP 47 code: the name of the file without its extension.
    public var code: String
    /// Of the rows with even numbers, from 0: those that rules are made from.
    public var even = Score()
    /// Of the rows with odd numbers, which are only measured.
    public var odd = Score()
  }

  /// One entry a file.
  public private(set) var languages: [Language] = []
  /// What came out otherwise, one a line: language, row, name, what came out, what should have.
  public private(set) var faults: [String] = []

  /// Judges files with the columns `inflected`, `nominative`, `kind`.
  ///
  /// - Parameters:
  ///   - paths: files such as `ru.tsv`, named after their language.
  ///   - dictionaries: the folder of the dictionaries; nil for the one that comes with the program.
  public static func run(paths: [String], dictionaries: String? = nil) throws -> NominativeEvaluation {
    let lexicons = try Lexicons(folder: dictionaries)
    let normaliser = Normaliser(
      knowledge: lexicons.languages.map(\.textKnowledge), languages: lexicons.languageModel,
      letters: lexicons.letterKnowledge)
    var result = NominativeEvaluation()
    for path in paths {
      let code = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
      guard let lexicon = lexicons.lexicon(code) else {
        throw EvaluationError(path: path, message: "there are no dictionaries of a language ‘\(code)’")
      }
      let gold = try GoldTable(file: path)
      guard gold.header == ["inflected", "nominative", "kind"] else {
        throw EvaluationError(path: path, message: "the header must be: inflected TAB nominative TAB kind")
      }
      let script = lexicon.profile.letters.contains("а") ? "Cyrl" : "Latn"
      let guess = LanguageGuess(code: code, script: script, confidence: 1)
      var language = Language(code: code)
      for (number, row) in gold.rows.enumerated() {
        guard let kind = NameKind(rawValue: row.fields[2]) else {
          throw EvaluationError(path: "\(path):\(row.line)", message: "kind is person, organisation or place")
        }
        let text = normaliser.normalise(line: row.fields[0], language: guess)
        let found = NameNominative(lexicon).name(text, kind: kind)
        let isRight = lexicon.fold(plain(found)) == lexicon.fold(plain(row.fields[1]))
        let score = Score(correct: isRight ? 1 : 0, found: 1, expected: 1)
        if number % 2 == 0 { language.even += score } else { language.odd += score }
        if !isRight {
          result.faults.append(
            "\(code) \(number) \(row.fields[0]) → \(found), should be \(row.fields[1])")
        }
      }
      result.languages.append(language)
    }
    return result
  }

  /// Quotation marks are the normaliser's business.
  private static func plain(_ name: String) -> String {
    String(name.filter { !"«»“”„\"".contains($0) })
  }

  /// A table for people.
  public func table() -> String {
    var text = "  language   names   right %   even rows   odd rows (only measured)\n"
    for language in languages {
      let all = language.even + language.odd
      text +=
        "  " + language.code.padded(8) + String(all.expected).leading(8)
        + percent(all.recall, decimals: 2).leading(10)
        + percent(language.even.recall, decimals: 2).leading(12)
        + percent(language.odd.recall, decimals: 2).leading(11) + "\n"
    }
    return text
  }
}
