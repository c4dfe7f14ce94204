import DatelineDocuments

/// Blocks become paragraphs: hard-wrapped lines are joined, lines that are paragraphs are parted, and
/// a sentence that careless conversion broke over lines or blocks is put together again.
struct ParagraphBuilder {
  /// The paragraphs so far, separated by `\n\n`.
  private(set) var bytes: [UInt8] = []
  /// Where the paragraphs stand, and whether each was a heading.
  private(set) var paragraphs: [(range: TextRange, isHeading: Bool)] = []
  /// What was done that a reader should know.
  private(set) var warnings: [String] = []

  private let abbreviations: BrokenAbbreviations
  private var paragraphStart = 0

  init(abbreviations: BrokenAbbreviations) {
    self.abbreviations = abbreviations
  }

  /// Adds all blocks of a document, in linear time.
  mutating func add(_ blocks: [Block]) {
    var source: [UInt8] = []
    var lines: [TextLine] = []
    for (number, block) in blocks.enumerated() {
      TextLine.append(CharacterSteps.clean(block.text), of: number, kind: block.kind, to: &source, &lines)
    }
    source.withUnsafeBufferPointer {
      markFragments(of: &lines, in: $0)
      join(lines, in: $0)
    }
    finishParagraph(isHeading: lines.last?.kind == .heading)
  }

  /// Lines that were no lines must not count when the layout of their block is judged.
  private func markFragments(of lines: inout [TextLine], in source: UnsafeBufferPointer<UInt8>) {
    for at in lines.indices where lines[at].isProse && at + 1 < lines.count {
      let before = UnsafeBufferPointer(rebasing: source[..<lines[at].range.upper])
      guard
        let found = abbreviations.pieces(
          after: before, from: lines[at].range.lower, lines[(at + 1)...], in: source)
      else { continue }
      let next = at + found.lines + 1
      for fragment in (at + 1)..<next { lines[fragment].isFragment = true }
      if found.rest == nil, next < lines.count, lines[next].startsLower(in: source) {
        lines[next].isFragment = true
      }
    }
  }

  private mutating func join(_ lines: [TextLine], in source: UnsafeBufferPointer<UInt8>) {
    let layouts = Self.layouts(of: lines, in: source)
    var at = 0
    while at < lines.count {
      if at > 0 { connect(lines[at - 1], to: lines[at], layout: layouts[at], in: source) }
      append(lines[at].range, of: source)
      at += 1
      // «т» / «б» / «қоса алғанда»: the full stops were taken for line breaks.
      while lines[at - 1].isProse,
        let found = bytes.withUnsafeBufferPointer({
          abbreviations.pieces(after: $0, from: paragraphStart, lines[at...], in: source)
        })
      {
        if bytes.last != 0x2E { bytes.append(0x2E) }
        bytes += found.text
        warnings.append("joined a sentence broken over lines at “\(found.shown)”")
        at += found.lines
        if let rest = found.rest {
          bytes.append(0x20)
          append(rest, of: source)
        } else if at < lines.count, lines[at].isProse, lines[at].startsLower(in: source) {
          bytes.append(0x20)
          append(lines[at].range, of: source)
          at += 1
        }
      }
    }
  }

  /// The layout of each line's group.
  private static func layouts(
    of lines: [TextLine], in source: UnsafeBufferPointer<UInt8>
  ) -> [LineLayout] {
    var layouts: [LineLayout] = []
    layouts.reserveCapacity(lines.count)
    while layouts.count < lines.count {
      let start = layouts.count
      let end = lines[(start + 1)...].firstIndex { $0.startsGroup } ?? lines.count
      let layout = LineLayout(of: lines[start..<end], in: source)
      layouts += Array(repeating: layout, count: end - start)
    }
    return layouts
  }

  private mutating func append(_ range: TextRange, of source: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: source[range.lower..<range.upper])
  }

  /// Puts between two lines what belongs there: nothing, a space, or the end of a paragraph.
  private mutating func connect(
    _ earlier: TextLine, to later: TextLine, layout: LineLayout, in source: UnsafeBufferPointer<UInt8>
  ) {
    let isProse = earlier.isProse && later.isProse
    if isProse, later.startsLower(in: source) {
      switch LineEnding(of: bytes, from: paragraphStart) {
      case .dividedWord where !later.startsWithConjunction(in: source, after: bytes, abbreviations):
        bytes.removeLast()
        return
      case .hyphenatedCapitals: return
      case .dividedWord, .hyphen, .open:
        if later.startsGroup {
          guard goesOnAcrossBlocks() else { break }
          warnings.append("joined a sentence broken over paragraphs")
        }
        bytes.append(0x20)
        return
      case .closed: break
      }
    }
    if !later.startsGroup, layout.joins(earlier, later, in: source) {
      bytes.append(0x20)
      return
    }
    finishParagraph(isHeading: earlier.kind == .heading)
  }

  /// A short line without a full stop is more likely an item of a list than the start of a sentence.
  private func goesOnAcrossBlocks() -> Bool {
    // Counted only as far as needed: a paragraph may be as long as the document.
    let words = bytes[paragraphStart...].lazy.filter { $0 == 0x20 }.prefix(3).count + 1
    return words > 3
  }

  private mutating func finishParagraph(isHeading: Bool) {
    guard bytes.count > paragraphStart else { return }
    paragraphs.append((TextRange(paragraphStart, bytes.count), isHeading))
    bytes += [0x0A, 0x0A]
    paragraphStart = bytes.count
  }

  /// The text without the blank line that follows the last paragraph.
  consuming func finished() -> (bytes: [UInt8], paragraphs: [(range: TextRange, isHeading: Bool)], [String]) {
    var bytes = bytes
    bytes.removeLast(bytes.count - (paragraphs.last?.range.upper ?? 0))
    return (bytes, paragraphs, warnings)
  }
}
