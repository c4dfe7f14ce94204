/// A font, or an encoding read as another, that showed letters of a language in the places of others:
/// the rows of one font in `old-fonts.tsv`.
public struct OldFont: Sendable, Hashable {
  /// Its name in the file.
  public var name: String
  /// BCP 47 code of the language it was made for.
  public var language: String
  /// What each letter, as it is read today, was meant to be.
  public var letters: [Unicode.Scalar: Unicode.Scalar]

  /// A font.
  public init(name: String, language: String, letters: [Unicode.Scalar: Unicode.Scalar]) {
    self.name = name
    self.language = language
    self.letters = letters
  }
}

/// Puts right text that was typed with an old font, «Ќазаќстан» for «Қазақстан».
///
/// The letters belong to other languages (Macedonian, Serbian, Ukrainian, Belarusian), so the text as a
/// whole decides: it must read better as the font's language than it reads as any other as it stands, by
/// trigrams and frequent words. Between fonts the better reading decides. Safe to use from several tasks.
package struct OldFonts: Sendable {
  /// More of a text is not looked at to decide.
  private static let longestLook = 8_192
  /// The mean level of trigrams from which a text reads like the language.
  private static let leastFit = 12.0
  /// By how much a trigram must on average be better than in any other language.
  private static let lead = 0.8
  /// Fewer trigrams say nothing.
  private static let fewest = 24
  /// What a letter costs that a font leaves unread, in levels of a trigram.
  private static let strangeCost = 24
  /// What a frequent word is worth, in levels of a trigram.
  private static let stopwordWorth = 8

  private let fonts: [OldFont]
  private let tables: [[UInt32: UInt32]]
  /// The letters of all fonts: what is left of them when a text was read by one font speaks against it.
  private let strange: [UInt32: UInt32]
  private let reader: TrigramReader
  private let codes: [String]

  /// - Parameters:
  ///   - fonts: the fonts of all languages; of two that fit equally well the first is taken.
  ///   - knowledge: the languages that are known.
  package init(fonts: [OldFont], knowledge: [TextKnowledge]) {
    self.fonts = fonts
    tables = fonts.map { font in
      Dictionary(font.letters.map { ($0.key.value, $0.value.value) }) { first, _ in first }
    }
    strange = tables.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    reader = TrigramReader(knowledge: knowledge)
    codes = knowledge.map(\.code)
  }

  /// Whether a text holds letters that old fonts took the places of; far quicker than `font(of:)`.
  package static func maybe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    AlphabetGate.hasOldFontLetter(bytes)
  }

  /// Whether a letter is one of those that `maybe` looks for.
  static func isForeign(_ value: UInt32) -> Bool {
    switch value {
    case 0x401, 0x406, 0x451, 0x456: false
    case 0x400..<0x410, 0x450..<0x460, 0x490, 0x491: true
    default: false
    }
  }

  /// What is to be put right in a paragraph.
  ///
  /// - Complexity: linear in the length of the text.
  /// - Parameters:
  ///   - bytes: normalised text (NFC), valid UTF-8.
  ///   - language: its language if a source names it; a language without old fonts is left alone.
  ///   - font: the font of the whole document (`font(of:)`), by which paragraphs too short to tell are read.
  package func repairs(
    in bytes: UnsafeBufferPointer<UInt8>, language: String?, font: OldFont? = nil
  ) -> LetterRepairs {
    if let language, codes.contains(language), !fonts.contains(where: { $0.language == language }) {
      return LetterRepairs()
    }
    let verdict = judge(bytes, hint: font)
    guard let found = verdict else { return LetterRepairs() }
    var repairs = LetterRepairs()
    eachLetter(of: bytes, in: tables[found]) { range, meant in
      var replacement: [UInt8] = []
      Scalars.append(meant, to: &replacement)
      repairs.letters.append(LetterRepair(range: range, replacement: replacement))
    }
    if !repairs.isEmpty { repairs.warnings = ["put right the letters of an old font (\(fonts[found].name))"] }
    return repairs
  }

  /// The font a text was typed with, or nil; ask it of a whole document.
  package func font(of bytes: UnsafeBufferPointer<UInt8>) -> OldFont? {
    judge(bytes, hint: nil).map { fonts[$0] }
  }

  // MARK: -

  private func judge(_ bytes: UnsafeBufferPointer<UInt8>, hint: OldFont?) -> Int? {
    var end = min(bytes.count, Self.longestLook)
    while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let looked = UnsafeBufferPointer(rebasing: bytes[..<end])
    let plain = reading(looked)
    guard plain.trigrams > 0 else { return nil }
    let others = fonts.isEmpty ? [] : TrigramModel.cyrillic.codes
    var best: (index: Int, score: Int)?
    for (index, font) in fonts.enumerated() {
      guard let converted = converted(looked, by: tables[index]) else { continue }
      guard let own = score(converted, font.language) else { continue }
      // Against every other language the text stands as it is.
      let rival = others.filter { $0 != font.language }.compactMap { score(plain, $0) }.max() ?? 0
      let trigrams = plain.trigrams
      let isHinted = hint == font
      let isLong = trigrams >= Self.fewest
      let reads = Double(own) >= Double(trigrams) * Self.leastFit
      let leads = Double(own - rival) >= Double(trigrams) * Self.lead
      guard isHinted ? own > rival || !isLong : isLong && reads && leads else { continue }
      if best.map({ own > $0.score }) ?? true { best = (index, own) }
    }
    if let hint, let index = fonts.firstIndex(of: hint), let found = best,
      score(converted(looked, by: tables[index]), hint.language) == found.score
    {
      return index
    }
    return best?.index
  }

  private func reading(_ bytes: UnsafeBufferPointer<UInt8>) -> TrigramEvidence {
    reader.evidence(in: bytes)
  }

  private func score(_ bytes: [UInt8]?, _ language: String) -> Int? {
    bytes?.withUnsafeBufferPointer { bytes in
      var left = 0
      eachLetter(of: bytes, in: strange) { _, _ in left += 1 }
      return score(reading(bytes), language).map { $0 - left * Self.strangeCost }
    }
  }

  private func score(_ evidence: TrigramEvidence, _ language: String) -> Int? {
    guard let column = TrigramModel.cyrillic.codes.firstIndex(of: language) else { return nil }
    let frequent = codes.firstIndex(of: language).map { evidence.stopwords[$0] } ?? 0
    return evidence.levels[column] + frequent * Self.stopwordWorth
  }

  /// The text as a font meant it; nil if it holds none of its letters, or true letters as well that the font
  /// would have drawn in another's place.
  private func converted(_ bytes: UnsafeBufferPointer<UInt8>, by table: [UInt32: UInt32]) -> [UInt8]? {
    var strange = 0
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var at = 0
    eachLetter(of: bytes, in: table) { range, letter in
      out.append(contentsOf: bytes[at..<range.lower])
      Scalars.append(letter, to: &out)
      at = range.upper
      strange += 1
    }
    guard strange > 0 else { return nil }
    // A name from elsewhere among true letters is no sign of a font.
    let targets = Set(table.values)
    var genuine = 0
    var index = 0
    while index < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: index)
      if value >= 0x80, targets.contains(value) { genuine += 1 }
      index += length
    }
    guard genuine * 4 <= strange else { return nil }
    out.append(contentsOf: bytes[at...])
    return out
  }

  /// Calls `body` with every letter of a font; signs such as "±" count only beside letters.
  private func eachLetter(
    of bytes: UnsafeBufferPointer<UInt8>, in table: [UInt32: UInt32], _ body: (TextRange, UInt32) -> Void
  ) {
    var afterLetter = false
    var at = 0
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: at)
      if value >= 0x80, let meant = table[value] {
        let isLetter = Scalars.classify(value).isLetter
        if isLetter || afterLetter || startsLetter(bytes, at: at + length) {
          body(TextRange(at, at + length), meant)
          afterLetter = true
        } else {
          afterLetter = false
        }
      } else {
        afterLetter = Scalars.classify(value).isLetter
      }
      at += length
    }
  }

  private func startsLetter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    return (0x400..<0x530).contains(Scalars.decode(bytes, at: index).value)
  }
}
