import DatelineLexicon
import DatelineText

/// The dictionaries that come with the program, loaded once for all tests of a process.
package enum RealDictionaries {
  /// The lexicons and everything that is wrong with them.
  package static let loaded: (lexicons: Lexicons?, faults: [DictionaryFault]) = Lexicons.load()
  /// The lexicons; the faults if they cannot be used.
  package static let lexicons = Result<Lexicons, any Error> {
    guard loaded.faults.allSatisfy(\.isHarmless), let lexicons = loaded.lexicons else {
      throw Unusable(faults: loaded.faults.map(\.description))
    }
    return lexicons
  }
  /// A normaliser that knows their languages.
  package static let normaliser = Result<Normaliser, any Error> {
    let known = try lexicons.get()
    return Normaliser(
      knowledge: known.languages.map(\.textKnowledge), languages: known.languageModel,
      letters: known.letterKnowledge)
  }

  /// The lexicon of a language.
  package static func lexicon(_ code: String) throws -> Lexicon {
    guard let lexicon = try lexicons.get().lexicon(code) else { throw NoSuchLanguage(code: code) }
    return lexicon
  }

  /// The dictionaries as a whole cannot be used.
  package struct Unusable: Error {
    package var faults: [String]
  }

  /// A language that the dictionaries do not hold.
  package struct NoSuchLanguage: Error {
    package var code: String
  }
}
