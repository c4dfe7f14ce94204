/// What the single line breaks of a block mean.
enum LineLayout {
  /// There is one line.
  case single
  /// Each line is a paragraph.
  case paragraphs
  /// The text was wrapped at a width (code points); a line that had room left was ended on purpose.
  case wrapped(width: Int)

  /// Above this many code points a line is taken for a paragraph.
  private static let longestWrapped = 120
  /// Below this width a text is only taken for wrapped if its lines are alike.
  private static let narrow = 50

  init(of lines: ArraySlice<TextLine>, in source: UnsafeBufferPointer<UInt8>) {
    guard lines.count > 1 else {
      self = .single
      return
    }
    var width = 0
    var total = 0
    var count = 0
    var ended = 0
    var length = 0
    for (at, line) in zip(lines.indices, lines) {
      length += line.length
      // The pieces of a broken line count as the one line they were.
      if at + 1 < lines.endIndex, lines[at + 1].isFragment { continue }
      width = max(width, length)
      total += length
      count += 1
      length = 0
      if LineEnding.endsSentence(source, line.range) { ended += 1 }
    }
    if width > Self.longestWrapped || ended >= count - (count > 2 ? 1 : 0) {
      self = .paragraphs
    } else if width < Self.narrow, count < 4 || total < count * width * 3 / 4 {
      self = .paragraphs
    } else {
      self = .wrapped(width: width)
    }
  }

  /// Whether a line goes on in the next one of its block.
  func joins(_ earlier: TextLine, _ later: TextLine, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .wrapped(let width) = self, !later.startsWithBullet(in: source) else { return false }
    let word = later.firstWordEnd(in: source) - later.range.lower
    let letters = source[later.range.lower..<(later.range.lower + word)].count { $0 & 0xC0 != 0x80 }
    if earlier.length + 1 + letters > width { return true }
    if later.startsLower(in: source) { return true }
    return !LineEnding.endsSentence(source, earlier.range) && earlier.length * 10 >= width * 9
  }
}
