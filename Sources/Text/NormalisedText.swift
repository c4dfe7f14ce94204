/// A text after normalisation, with its paragraphs, sentences and tokens.
///
/// Paragraphs are separated by one blank line (`\n\n`); there is no other line break.
public struct NormalisedText: Sendable {
  /// The text as valid UTF-8, in Normalization Form C.
  public let bytes: [UInt8]
  /// The paragraphs, in order.
  public let paragraphs: [Paragraph]
  /// The sentences, in order; none spans two paragraphs.
  public let sentences: [Sentence]
  /// The tokens, in order; none spans two sentences.
  public let tokens: [Token]
  /// The language of the whole (`en`, `de`, `kk`, `ru`, `und`, …).
  public let language: LanguageGuess
  /// The way back to the texts of the document's blocks, joined by one line feed each: from this text, or
  /// from `written` where there is one.
  public let sourceMap: SourceMap
  /// What the normaliser noticed and did that a reader should know.
  public let warnings: [String]
  /// The text as it was written, where all the rest is a reading of it in another alphabet.
  public let written: WrittenText?

  package init(
    bytes: [UInt8], paragraphs: [Paragraph], sentences: [Sentence], tokens: [Token],
    language: LanguageGuess, sourceMap: SourceMap? = nil, warnings: [String] = [],
    written: WrittenText? = nil
  ) {
    self.bytes = bytes
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.tokens = tokens
    self.language = language
    self.sourceMap = sourceMap ?? SourceMap(identity: bytes.count)
    self.warnings = warnings
    self.written = written
  }

  /// Where a range of the text comes from, in bytes of the texts of the document's blocks, joined by one line
  /// feed each.
  public func source(of range: TextRange) -> TextRange {
    sourceMap.source(of: written?.range(of: range) ?? range)
  }

  /// The whole text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range.
  public func string(in range: TextRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }
  /// The whole text as it was written.
  public var writtenString: String { written?.string ?? string }
  /// The bytes of the text as it was written.
  public var writtenBytes: [UInt8] { written?.bytes ?? bytes }
  /// The text of a range as it was written.
  public func writtenString(in range: TextRange) -> String {
    written?.string(of: range) ?? string(in: range)
  }
  /// Where a range stands in the text as it was written.
  public func writtenRange(of range: TextRange) -> TextRange { written?.range(of: range) ?? range }
  /// The text of a token.
  public func string(of token: Token) -> String { string(in: token.range) }
}

/// A paragraph of normalised text.
public struct Paragraph: Sendable, Hashable {
  /// Its bytes, without the blank lines around it.
  public var range: TextRange
  /// Its language.
  public var language: LanguageGuess
  /// Its sentences, as indices into `NormalisedText.sentences`.
  public var sentences: Range<Int>
  /// Whether it was a heading inside the body.
  public var isHeading: Bool

  package init(range: TextRange, language: LanguageGuess, sentences: Range<Int>, isHeading: Bool) {
    self.range = range
    self.language = language
    self.sentences = sentences
    self.isHeading = isHeading
  }
}

/// A sentence of normalised text.
public struct Sentence: Sendable, Hashable {
  /// Its bytes, without the spaces around it.
  public var range: TextRange
  /// Its tokens, as indices into `NormalisedText.tokens`.
  public var tokens: Range<Int>

  package init(range: TextRange, tokens: Range<Int>) {
    self.range = range
    self.tokens = tokens
  }
}

/// A language and how sure the identifier is.
public struct LanguageGuess: Sendable, Hashable {
  /// BCP 47 code; `und` if it is none of the known ones.
  public var code: String
  /// ISO 15924 script: `Latn`, `Cyrl`, `Arab`, `Zyyy`.
  public var script: String
  /// 0…1.
  public var confidence: Double

  /// A guess.
  public init(code: String, script: String, confidence: Double) {
    self.code = code
    self.script = script
    self.confidence = confidence
  }
}

/// A word, number, sign of punctuation or symbol.
///
/// A hyphenated word ("IT-Park", «вице-премьер», «АТЫО-ның») is one token; so are an abbreviation
/// of the dictionary with its full stop ("Dr.", «г.», «т.б.»), initials ("A.", «К.-Ж.», "U.S."), a
/// number with its separators ("1,5", "10:30", "2 000 000": groups of three digits), an address of
/// the Web ("zakon.kz", "press@example.org"). An abbreviation written with a space ("z. B.") is two.
/// Dates in figures ("03.10.2017", "2017-10-03", "10/3/2017") are one `number` token; a range of
/// figures ("2026-2030", "12–14") is three. Figures with letters ("5G", "12th", "5-Sterne") are a
/// word, but figures, hyphen and small letters («15-летие», «21-і») are three; an abbreviation glued to figures («2019г.») is a token of its own. The English possessive
/// ("'s") is a token of its own. A run of full stops ("...") and "--" are one token each, every
/// other sign is one by itself.
public struct Token: Sendable, Hashable {
  /// What a token is.
  public enum Kind: UInt8, Sendable {
    case word, number, punctuation, symbol
  }
  /// How a word is written.
  public struct Shape: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// A shape out of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is a capital.
    public static let initialCapital = Shape(rawValue: 1)
    /// Two letters or more, all capitals up to a hyphen or apostrophe («АТЫО-ның», "BIP", "UN's").
    public static let allCapitals = Shape(rawValue: 2)
    /// There is a digit in it.
    public static let hasDigit = Shape(rawValue: 4)
    /// Ends with a full stop that belongs to it (abbreviation, initial).
    public static let abbreviation = Shape(rawValue: 8)
    /// A single capital with a full stop, or several ("A.", "К.-Ж.").
    public static let initials = Shape(rawValue: 16)
    /// A space or the start of a paragraph stands before it.
    public static let spaceBefore = Shape(rawValue: 32)
    /// A capital stands after the first letter but not everywhere ("BelTA", "EnBW").
    public static let innerCapital = Shape(rawValue: 64)
    /// The first token of its sentence.
    public static let startsSentence = Shape(rawValue: 128)
  }
  /// Its bytes.
  public var range: TextRange
  /// What it is.
  public var kind: Kind
  /// How it is written.
  public var shape: Shape

  package init(range: TextRange, kind: Kind, shape: Shape) {
    self.range = range
    self.kind = kind
    self.shape = shape
  }
}
