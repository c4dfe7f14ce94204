/// What the steps that put right letters have to be told beside the languages.
public struct LetterKnowledge: Sendable {
  /// Letters of one alphabet that look like letters of another.
  public var lookalikes: [Lookalike]
  /// Latin words each of whose letters has a Cyrillic look-alike.
  public var latinWords: [String]
  /// Fonts that drew other letters than the ones that were typed.
  public var oldFonts: [OldFont]
  /// What the dictionaries say of words; nil if nobody can be asked.
  public var words: WordKnowledge?

  /// Knowledge of letters; without any, no letter is put right.
  public init(
    lookalikes: [Lookalike] = [], latinWords: [String] = [], oldFonts: [OldFont] = [],
    words: WordKnowledge? = nil
  ) {
    self.lookalikes = lookalikes
    self.latinWords = latinWords
    self.oldFonts = oldFonts
    self.words = words
  }
}

/// The steps that put right letters by what words they make: old fonts and mixed alphabets.
struct LetterSteps: Sendable {
  private let mixed: MixedAlphabets?
  private let fonts: OldFonts?
  private let identifier: LanguageIdentifier

  init(_ letters: LetterKnowledge, knowledge: [TextKnowledge], identifier: LanguageIdentifier) {
    mixed = letters.words.map {
      MixedAlphabets(
        lookalikes: letters.lookalikes, latinWords: letters.latinWords, knowledge: knowledge, words: $0)
    }
    fonts = letters.oldFonts.isEmpty ? nil : OldFonts(fonts: letters.oldFonts, knowledge: knowledge)
    self.identifier = identifier
  }

  /// The font that a whole document was typed with, or nil.
  func font(of bytes: UnsafeBufferPointer<UInt8>) -> OldFont? {
    guard let fonts, OldFonts.maybe(bytes) else { return nil }
    return fonts.font(of: bytes)
  }

  /// The letters of an old font, and those of mixed words, that are to be put right in a block.
  /// - Parameters:
  ///   - bytes: valid UTF-8 in Normalization Form C.
  ///   - font: that of the whole document.
  func fontRepairs(in bytes: UnsafeBufferPointer<UInt8>, font: OldFont?) -> LetterRepairs {
    guard let fonts, OldFonts.maybe(bytes) else { return LetterRepairs() }
    return fonts.repairs(in: bytes, language: nil, font: font)
  }

  /// The letters of words in two alphabets that are to be put right in a block; linear.
  func mixtureRepairs(in bytes: UnsafeBufferPointer<UInt8>) -> LetterRepairs {
    guard let mixed, MixedAlphabets.maybe(bytes) else { return LetterRepairs() }
    let guess = identifier.guess(identifier.evidence(in: bytes, range: TextRange(0, bytes.count)))
    return mixed.repairs(in: bytes, language: guess.code == "und" ? nil : guess.code)
  }
}
