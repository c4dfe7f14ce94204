import DatelineDocuments

/// The blocks of a document become one cleaned text of lines: the first half of normalisation, which
/// looks at characters and words.
struct TextCleaner {
  /// The cleaned text, and the way back to the texts of the blocks joined by line feeds.
  private(set) var text = MappedText()
  /// Its lines, in order.
  private(set) var lines: [TextLine] = []
  /// How long that source is.
  private(set) var sourceCount = 0
  /// What was done that a reader should know.
  private(set) var warnings: [String] = []

  private let steps: Set<NormalisationStep>
  private let letters: LetterSteps?
  private var blockCount = 0
  /// The old font of the document.
  private var font: OldFont?

  /// - Parameters:
  ///   - steps: what is done.
  ///   - letters: the steps that look at words; nil to leave them out.
  init(steps: Set<NormalisationStep>, letters: LetterSteps? = nil) {
    self.steps = steps
    self.letters = letters
  }

  /// A text after all steps that look at characters.
  static func cleaned(_ text: String) -> [UInt8] {
    var cleaner = TextCleaner(steps: Set(NormalisationStep.allCases))
    cleaner.add([Block(.paragraph, text)])
    return cleaner.text.bytes
  }

  /// Adds the blocks of a document.
  ///
  /// - Complexity: linear; a block that needs no step is looked at once and copied.
  mutating func add(_ blocks: [Block]) {
    var blocks = blocks
    let findings = blocks.indices.map { blocks[$0].text.withUTF8 { CleanScan.findings(in: $0) } }
    if steps.contains(.oldFonts), findings.contains(where: { $0.contains(.foreignCyrillic) }) {
      // A headline is too short to tell; the whole document is not.
      let whole = Array(blocks.map(\.text).joined(separator: "\n").utf8)
      font = whole.withUnsafeBufferPointer { letters?.font(of: $0) }
    }
    for (index, found) in findings.enumerated() {
      let kind = blocks[index].kind
      blocks[index].text.withUTF8 { add($0, found, kind: kind) }
    }
  }

  /// Adds a block given as bytes; what is no UTF-8 in it becomes U+FFFD, whatever steps are wanted.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, kind: Block.Kind) {
    add(bytes, CleanScan.findings(in: bytes), kind: kind)
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ findings: CleanScan.Findings, kind: Block.Kind
  ) {
    if blockCount > 0 { sourceCount += 1 }
    blockCount += 1
    let offset = sourceCount
    sourceCount += bytes.count
    let start = text.bytes.count
    // Blocks touch here; the lines keep them apart.
    if findings.isDisjoint(with: Self.reasons), !findings.isSuperset(of: [.cyrillic, .latin]) {
      text.copy(bytes, from: offset)
    } else {
      text.append(clean(bytes, findings), offset: offset)
    }
    text.bytes.withUnsafeBufferPointer {
      if findings.isDisjoint(with: [.lines, .blanks, .damage]) {
        guard $0.count > start else { return }
        lines.append(TextLine(range: TextRange(start, $0.count), kind: kind, startsGroup: true))
      } else {
        TextLine.append($0, from: start, kind: kind, to: &lines)
      }
    }
  }

  /// Without any of these there is nothing to do.
  private static let reasons: CleanScan.Findings = [
    .damage, .blanks, .composition, .mixture, .oddities, .foreignCyrillic, .capitals,
  ]

  /// With any of these, text may have been read in a wrong encoding.
  private static let misreadings: CleanScan.Findings = [
    .mixture, .oddities, .foreignCyrillic, .capitals,
  ]

  /// So many ways of misreading are undone in one text.
  private static let mostMisreadings = 3

  /// Text that was read in a wrong encoding, read in the right one.
  private static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> (MappedText, String)? {
    guard Mojibake.maybe(bytes), let repair = Mojibake().repaired(bytes) else { return nil }
    var text = MappedText()
    repair.utf8.withUnsafeBufferPointer { new in
      var (at, from) = (0, 0)
      for piece in repair.pieces + [.init(outputStart: new.count, inputStart: bytes.count)] {
        let part = UnsafeBufferPointer(rebasing: new[at..<max(at, piece.outputStart)])
        if part.elementsEqual(bytes[from..<max(from, piece.inputStart)]) {
          text.copy(part, from: from)
        } else {
          text.replace(from, piece.inputStart, with: Array(part))
        }
        (at, from) = (piece.outputStart, piece.inputStart)
      }
    }
    return (text, repair.what)
  }

  /// The steps that look at characters and words, each only where there is something for it.
  private mutating func clean(
    _ bytes: UnsafeBufferPointer<UInt8>, _ findings: CleanScan.Findings
  ) -> MappedText {
    var findings = findings
    // What has been made of the source so far; nil while that is the source itself.
    var made: MappedText?
    func reading<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      if let made { return made.bytes.withUnsafeBufferPointer(body) }
      return body(bytes)
    }
    func take(_ next: MappedText, _ found: CleanScan.Findings? = nil) {
      // What was made of the source itself has the way back already.
      made = made.map { next.composed(with: $0.map(sourceCount: bytes.count)) } ?? next
      findings = found ?? reading { CleanScan.findings(in: $0) }
    }
    if findings.contains(.damage) {
      let repaired = UTF8Sequence.repaired(bytes)
      let places = repaired.count == 1 ? "1 place" : "\(repaired.count) places"
      warnings.append("\(places) could not be read as utf-8 and became U+FFFD (byte \(repaired.first))")
      take(repaired.text)
    }
    // A text may have been put together of texts that were misread in several ways.
    for _ in 0..<Self.mostMisreadings
    where steps.contains(.misreading) && !findings.isDisjoint(with: Self.misreadings) {
      guard let (mended, what) = reading(Self.mended) else { break }
      warnings.append("put right \(what)")
      take(mended)
    }
    if findings.contains(.blanks) || findings.contains(.marks) && steps.contains(.composition) {
      // What there is to look for in the result is known already.
      var left = findings
      take(reading { CharacterSteps.cleaned($0, steps: steps, findings: &left) }, left)
    }
    if findings.contains(.composition), steps.contains(.composition),
      let composed = reading({ Composition.composed($0) })
    {
      take(composed)
    }
    if steps.contains(.oldFonts), findings.contains(.foreignCyrillic), let letters,
      let repaired = repaired(reading { letters.fontRepairs(in: $0, font: font) }, in: reading)
    {
      take(repaired)
    }
    if steps.contains(.mixedAlphabets), let letters,
      findings.contains(.mixture) || findings.isSuperset(of: [.cyrillic, .latin]),
      let repaired = repaired(reading { letters.mixtureRepairs(in: $0) }, in: reading)
    {
      take(repaired)
    }
    if let made { return made }
    var unchanged = MappedText()
    unchanged.copy(bytes, from: 0)
    return unchanged
  }

  /// A text with letters put right; nil if there are none.
  private mutating func repaired(
    _ repairs: LetterRepairs, in reading: ((UnsafeBufferPointer<UInt8>) -> MappedText) -> MappedText
  ) -> MappedText? {
    guard !repairs.isEmpty else { return nil }
    warnings += repairs.warnings
    return reading { MappedText($0, replacing: repairs.letters.map { ($0.range, $0.replacement) }) }
  }
}
