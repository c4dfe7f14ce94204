/// What the Text room has to be told about one language; the Lexicon reads it from Dictionaries.
public struct TextKnowledge: Sendable {
  /// BCP 47 code.
  public var code: String
  /// The small letters of the alphabet.
  public var letters: String
  /// Abbreviations with their full stop, in the spelling of the dictionary, after which a sentence never ends.
  public var neverEnding: [String]
  /// Abbreviations with their full stop, after which a sentence may end.
  public var mayEnd: [String]
  /// Frequent function words, small letters.
  public var stopwords: [String]
  /// Month names and other words that may follow an ordinal number with a full stop, small letters.
  public var wordsAfterOrdinal: [String]
  /// Whether common nouns are written with a capital, as in German: there a capital after "3." is no
  /// sign of a new sentence.
  public var nounCapitals: Bool
  /// What helps to read the other alphabets of the language; nil if it has none.
  package var reading: ReadingKnowledge?

  /// Knowledge of one language.
  public init(
    code: String, letters: String, neverEnding: [String], mayEnd: [String], stopwords: [String],
    wordsAfterOrdinal: [String], nounCapitals: Bool = false
  ) {
    self.code = code
    self.letters = letters
    self.neverEnding = neverEnding
    self.mayEnd = mayEnd
    self.stopwords = stopwords
    self.wordsAfterOrdinal = wordsAfterOrdinal
    self.nounCapitals = nounCapitals
  }
}
