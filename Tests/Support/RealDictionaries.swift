import DatelineLexicon
import DatelineText

/// The dictionaries that come with the program, loaded once for all tests of a process.
package enum RealDictionaries {
  /// The lexicons; the error of the loader if they are faulty.
  package static let lexicons = Result<Lexicons, any Error> { try Lexicons() }
  /// A normaliser that knows their languages.
  package static let normaliser = Result<Normaliser, any Error> {
    Normaliser(knowledge: try lexicons.get().languages.map(\.textKnowledge))
  }

  /// The lexicon of a language.
  package static func lexicon(_ code: String) throws -> Lexicon {
    guard let lexicon = try lexicons.get().lexicon(code) else { throw NoSuchLanguage(code: code) }
    return lexicon
  }

  /// A language that the dictionaries do not hold.
  package struct NoSuchLanguage: Error {
    package var code: String
  }
}
