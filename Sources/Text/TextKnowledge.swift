/// What the Text room has to be told about one language; the Lexicon reads it from Dictionaries.
public struct TextKnowledge: Sendable {
  /// BCP 47 code.
  public var code: String
  /// The small letters of the alphabet.
  public var letters: String
  /// Abbreviations with their full stop, in the spelling of the dictionary, after which a sentence never ends.
  public var neverEnding: [String]
  /// Abbreviations with their full stop, after which a sentence ends if what follows can begin one.
  public var mayEnd: [String]
  /// Abbreviations after which a sentence ends only before a word that is hardly ever part of a name.
  public var seldomEnding: [String]
  /// Abbreviations after which a sentence may end behind a figure («5 кг.») and never does elsewhere.
  public var endingAfterFigure: [String]
  /// What is an abbreviation only before a figure, such as "no.", and elsewhere a word at the end of its sentence.
  public var beforeFigure: [String]
  /// Frequent function words, small letters.
  public var stopwords: [String]
  /// Month names and other words that may follow an ordinal number with a full stop, small letters.
  public var wordsAfterOrdinal: [String]
  /// Names of months and weekdays that have their capital everywhere.
  public var capitalDays: [String]
  /// Words beside the function words that begin sentences and are no names ("Yesterday"), small letters.
  public var openers: [String]
  /// Verbs that follow the speaker behind quoted words ("asked"), small letters.
  public var speechVerbs: [String]
  /// Words behind which a letter or number is a label, no initial and no ordinal ("vitamin", "page"), small letters.
  public var labelledBy: [String]
  /// Whether common nouns are written with a capital, as in German: there a capital after "3." is no
  /// sign of a new sentence.
  public var nounCapitals: Bool
  /// What helps to read the other alphabets of the language; nil if it has none.
  package var reading: ReadingKnowledge?

  /// Knowledge of one language.
  public init(
    code: String, letters: String, neverEnding: [String], mayEnd: [String], seldomEnding: [String] = [],
    endingAfterFigure: [String] = [], beforeFigure: [String] = [], stopwords: [String],
    wordsAfterOrdinal: [String], capitalDays: [String] = [], openers: [String] = [],
    speechVerbs: [String] = [], labelledBy: [String] = [], nounCapitals: Bool = false
  ) {
    self.code = code
    self.letters = letters
    self.neverEnding = neverEnding
    self.mayEnd = mayEnd
    self.seldomEnding = seldomEnding
    self.endingAfterFigure = endingAfterFigure
    self.beforeFigure = beforeFigure
    self.stopwords = stopwords
    self.wordsAfterOrdinal = wordsAfterOrdinal
    self.capitalDays = capitalDays
    self.openers = openers
    self.speechVerbs = speechVerbs
    self.labelledBy = labelledBy
    self.nounCapitals = nounCapitals
  }

  /// Every abbreviation, whatever it does to the end of a sentence.
  var abbreviations: [String] { neverEnding + mayEnd + seldomEnding + endingAfterFigure + beforeFigure }
}
