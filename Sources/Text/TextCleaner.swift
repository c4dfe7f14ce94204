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
  private var blockCount = 0

  init(steps: Set<NormalisationStep>) {
    self.steps = steps
  }

  /// Adds a block.
  ///
  /// - Complexity: linear; a block that needs no step is looked at once and copied.
  mutating func add(_ block: Block) {
    var string = block.text
    string.withUTF8 { add($0, kind: block.kind) }
  }

  /// Adds a block given as bytes; what is no UTF-8 in it becomes U+FFFD.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, kind: Block.Kind) {
    if blockCount > 0 { sourceCount += 1 }
    blockCount += 1
    let offset = sourceCount
    sourceCount += bytes.count
    let findings = CleanScan.findings(in: bytes)
    let start = text.bytes.count
    // Blocks touch here; the lines keep them apart.
    if needsNothing(findings) {
      text.copy(bytes, from: offset)
    } else {
      let cleaned = clean(bytes, findings)
      let map = cleaned.map(sourceCount: bytes.count)
      cleaned.bytes.withUnsafeBufferPointer {
        text.copy($0, through: map, TextRange(0, $0.count), offset: offset)
      }
    }
    text.bytes.withUnsafeBufferPointer {
      if findings.contains(.lines) || findings.contains(.blanks) || !steps.contains(.spaces) {
        TextLine.append($0, from: start, kind: kind, to: &lines)
      } else if $0.count > start {
        lines.append(TextLine(range: TextRange(start, $0.count), kind: kind, startsGroup: true))
      }
    }
  }

  private func needsNothing(_ findings: CleanScan.Findings) -> Bool {
    findings.isDisjoint(with: [.damage, .blanks, .composition, .mixture, .oddities, .foreignCyrillic])
  }

  /// The steps that look at characters and words, each only where there is something for it.
  private mutating func clean(
    _ bytes: UnsafeBufferPointer<UInt8>, _ findings: CleanScan.Findings
  ) -> MappedText {
    var result = MappedText()
    result.copy(bytes, from: 0)
    func take(_ made: MappedText) { result = made.composed(with: result.map(sourceCount: bytes.count)) }
    if findings.contains(.blanks) {
      take(result.bytes.withUnsafeBufferPointer { CharacterSteps.cleaned($0, steps: steps) })
    }
    if findings.contains(.composition), steps.contains(.composition),
      let composed = result.bytes.withUnsafeBufferPointer({ Composition.composed($0) })
    {
      take(composed)
    }
    return result
  }
}
