import DatelineDocuments

/// Blocks become paragraphs: hard-wrapped lines are joined, lines that are paragraphs are parted, and
/// a sentence that careless conversion broke over lines or blocks is put together again.
struct ParagraphBuilder {
  /// The paragraphs so far, separated by `\n\n`, and the way back to the blocks.
  private(set) var text = MappedText()
  /// Where the paragraphs stand, and whether each was a heading.
  private(set) var paragraphs: [(range: TextRange, isHeading: Bool)] = []
  /// What was done that a reader should know.
  private(set) var warnings: [String] = []

  private let abbreviations: BrokenAbbreviations
  private let joinsLines: Bool
  private var paragraphStart = 0
  /// Whether a paragraph has ended and none has begun.
  private var isBetween = false

  /// - Parameter joinsLines: whether lines are joined at all; if not, each is a paragraph.
  init(abbreviations: BrokenAbbreviations, joinsLines: Bool = true) {
    self.abbreviations = abbreviations
    self.joinsLines = joinsLines
  }

  private var bytes: [UInt8] { text.bytes }

  /// Makes paragraphs of all lines of a document, in linear time.
  /// - Parameters:
  ///   - lines: in order, in `source`.
  ///   - source: the cleaned text.
  ///   - map: the way back from the cleaned text.
  mutating func add(_ lines: [TextLine], in source: UnsafeBufferPointer<UInt8>, map: SourceMap) {
    var lines = lines
    text.reserve(source.count + lines.count)
    if joinsLines { markFragments(of: &lines, in: source) }
    join(&lines, in: source, map)
    finishParagraph(isHeading: lines.last?.kind == .heading)
  }

  /// Lines that were no lines must not count when the layout of their block is judged.
  private func markFragments(of lines: inout [TextLine], in source: UnsafeBufferPointer<UInt8>) {
    for at in lines.indices where lines[at].isProse && at + 1 < lines.count {
      let before = UnsafeBufferPointer(rebasing: source[..<lines[at].range.upper])
      guard
        let found = abbreviations.pieces(
          after: before, from: lines[at].range.lower, lines, from: at + 1, in: source)
      else { continue }
      let next = at + found.lines + 1
      for fragment in (at + 1)..<next { lines[fragment].isFragment = true }
      if found.rest == nil, next < lines.count, lines[next].startsLower(in: source) {
        lines[next].isFragment = true
      }
    }
  }

  private mutating func join(
    _ lines: inout [TextLine], in source: UnsafeBufferPointer<UInt8>, _ map: SourceMap
  ) {
    let layouts = Self.layouts(of: &lines, in: source)
    var at = 0
    while at < lines.count {
      if at > 0 { connect(lines[at - 1], to: lines[at], layout: layouts[at], in: source) }
      append(lines[at].range, of: source, map)
      at += 1
      guard joinsLines else { continue }
      // «т» / «б» / «қоса алғанда»: the full stops were taken for line breaks.
      while at < lines.count, lines[at - 1].isProse,
        let found = bytes.withUnsafeBufferPointer({
          abbreviations.pieces(after: $0, from: paragraphStart, lines, from: at, in: source)
        })
      {
        if bytes.last != 0x2E { text.insert([0x2E]) }
        let joined = map.source(
          of: TextRange(
            lines[at].range.lower, found.rest.map(\.lower) ?? lines[at + found.lines - 1].range.upper))
        text.replace(joined.lower, joined.upper, with: found.text)
        warnings.append("joined a sentence broken over lines at “\(found.shown)”")
        at += found.lines
        if let rest = found.rest {
          text.insert([0x20])
          append(rest, of: source, map)
        } else if at < lines.count, lines[at].isProse, lines[at].startsLower(in: source) {
          text.insert([0x20])
          append(lines[at].range, of: source, map)
          at += 1
        }
      }
    }
  }

  /// The layout of each line's group; measures the lines of groups that have several.
  private static func layouts(
    of lines: inout [TextLine], in source: UnsafeBufferPointer<UInt8>
  ) -> [LineLayout] {
    var layouts: [LineLayout] = []
    layouts.reserveCapacity(lines.count)
    while layouts.count < lines.count {
      let start = layouts.count
      var end = start + 1
      while end < lines.count, !lines[end].startsGroup { end += 1 }
      guard end > start + 1 else {
        layouts.append(.single)
        continue
      }
      for at in start..<end { lines[at].measure(in: source) }
      let layout = LineLayout(of: lines[start..<end], in: source)
      for _ in start..<end { layouts.append(layout) }
    }
    return layouts
  }

  private mutating func append(_ range: TextRange, of source: UnsafeBufferPointer<UInt8>, _ map: SourceMap) {
    guard !range.isEmpty else { return }
    if isBetween {
      text.insert([0x0A, 0x0A])
      paragraphStart = bytes.count
      isBetween = false
    }
    text.copy(UnsafeBufferPointer(rebasing: source[range.lower..<range.upper]), through: map, range)
  }

  /// Puts between two lines what belongs there: nothing, a space, or the end of a paragraph.
  private mutating func connect(
    _ earlier: TextLine, to later: TextLine, layout: LineLayout, in source: UnsafeBufferPointer<UInt8>
  ) {
    guard joinsLines else { return finishParagraph(isHeading: earlier.kind == .heading) }
    if earlier.isProse, later.isProse, later.startsLower(in: source) {
      switch LineEnding(of: bytes, from: paragraphStart) {
      case .dividedWord where !later.startsWithConjunction(in: source, after: bytes, abbreviations):
        text.removeLast()
        return
      case .hyphenatedCapitals: return
      case .dividedWord, .hyphen, .open:
        if later.startsGroup {
          guard goesOnAcrossBlocks() else { break }
          warnings.append("joined a sentence broken over paragraphs")
        }
        text.insert([0x20])
        return
      case .closed: break
      }
    }
    if !later.startsGroup, layout.joins(earlier, later, in: source) {
      text.insert([0x20])
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
    guard !isBetween, bytes.count > paragraphStart else { return }
    paragraphs.append((TextRange(paragraphStart, bytes.count), isHeading))
    isBetween = true
  }
}
