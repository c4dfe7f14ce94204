/// A text being made out of another, together with the way back.
struct MappedText: Sendable {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// Where copying or replacing began; the ends are added by `map`.
  private var pieces: [SourceMap.Piece] = []
  /// How far the source has been used.
  private(set) var sourceEnd = 0
  /// Whether the last piece is one of copying that can simply go on.
  private var isCopying = false

  init() {}

  /// A text with some of its ranges replaced.
  /// - Parameter replacements: in order and apart from each other; none may cut a character.
  init(
    _ source: UnsafeBufferPointer<UInt8>, replacing replacements: [(range: TextRange, text: [UInt8])]
  ) {
    reserve(source.count)
    var at = 0
    for (range, text) in replacements where range.lower >= at && range.upper <= source.count {
      copy(source, at, range.lower)
      replace(range.lower, range.upper, with: text)
      at = range.upper
    }
    copy(source, at, source.count)
  }

  /// The way back, with all of a source of that many bytes used.
  func map(sourceCount: Int) -> SourceMap {
    var pieces = pieces
    if pieces.isEmpty { pieces.append(SourceMap.Piece(text: 0, source: 0)) }
    if sourceEnd < sourceCount { pieces.append(SourceMap.Piece(text: bytes.count, source: sourceEnd)) }
    pieces.append(SourceMap.Piece(text: bytes.count, source: max(sourceEnd, sourceCount)))
    return SourceMap(pieces: pieces)
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  // MARK: - Adding

  /// Adds a range of the source as it is.
  @inline(__always)
  mutating func copy(_ source: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) {
    guard lower < upper else { return }
    copy(UnsafeBufferPointer(rebasing: source[lower..<upper]), from: lower)
  }

  /// Adds bytes that stand in the source at an offset.
  @inline(__always)
  mutating func copy(_ text: UnsafeBufferPointer<UInt8>, from source: Int) {
    if !isCopying || sourceEnd != source {
      mark(source)
      isCopying = true
    }
    bytes.append(contentsOf: text)
    sourceEnd = source + text.count
  }

  /// Adds bytes in the place of a range of the source, which may be empty.
  mutating func replace(_ lower: Int, _ upper: Int, with text: [UInt8]) {
    mark(lower)
    isCopying = false
    bytes += text
    sourceEnd = upper
  }

  /// Adds bytes in the place of a range of the source, which may be empty.
  mutating func replace(_ lower: Int, _ upper: Int, with text: ArraySlice<UInt8>) {
    mark(lower)
    isCopying = false
    bytes += text
    sourceEnd = upper
  }

  /// Adds one byte in the place of a range of the source.
  @inline(__always)
  mutating func replace(_ lower: Int, _ upper: Int, with byte: UInt8) {
    mark(lower)
    isCopying = false
    bytes.append(byte)
    sourceEnd = upper
  }

  /// Adds a character in the place of a range of the source.
  mutating func replace(_ lower: Int, _ upper: Int, withScalar scalar: UInt32) {
    mark(lower)
    isCopying = false
    Scalars.append(scalar, to: &bytes)
    sourceEnd = upper
  }

  /// Adds bytes that come from nowhere.
  mutating func insert(_ text: [UInt8]) { replace(sourceEnd, sourceEnd, with: text) }

  /// Takes away the last byte of the text; its source counts as left out.
  mutating func removeLast() {
    guard !bytes.isEmpty else { return }
    bytes.removeLast()
    while let last = pieces.last, last.text > bytes.count { pieces.removeLast() }
    if isCopying { sourceEnd -= 1 }
  }

  /// Notes that the text goes on with `source`, and that what lies between was left out.
  private mutating func mark(_ source: Int) {
    if sourceEnd < source, !pieces.isEmpty { append(SourceMap.Piece(text: bytes.count, source: sourceEnd)) }
    append(SourceMap.Piece(text: bytes.count, source: source))
  }

  private mutating func append(_ piece: SourceMap.Piece) {
    if pieces.last != piece { pieces.append(piece) }
  }

  // MARK: - Composition

  /// This text with the way back to what its source was made of.
  func composed(with earlier: SourceMap) -> MappedText {
    var whole = MappedText()
    whole.reserve(bytes.count)
    let own = map(sourceCount: earlier.pieces.last?.text ?? 0)
    var cursor = 0
    bytes.withUnsafeBufferPointer { text in
      for (piece, next) in zip(own.pieces, own.pieces.dropFirst()) where piece.text < next.text {
        let part = UnsafeBufferPointer(rebasing: text[piece.text..<next.text])
        if next.text - piece.text == next.source - piece.source {
          whole.copy(part, through: earlier, TextRange(piece.source, next.source), cursor: &cursor)
        } else {
          let source = earlier.source(of: TextRange(piece.source, next.source))
          whole.mark(max(source.lower, whole.sourceEnd))
          whole.isCopying = false
          whole.bytes.append(contentsOf: part)
          whole.sourceEnd = max(source.upper, whole.sourceEnd)
        }
      }
    }
    return whole
  }

  /// Adds a text that was itself made of this text's source.
  ///
  /// - Complexity: O(bytes + log changes + changes within).
  /// - Parameters:
  ///   - text: what is added.
  ///   - map: the way back of what it was taken from.
  ///   - range: where it stands there.
  ///   - offset: where the source of that way back begins in this text's source.
  mutating func copy(
    _ text: UnsafeBufferPointer<UInt8>, through map: SourceMap, _ range: TextRange, offset: Int = 0
  ) {
    var cursor = map.pieceIndex(at: range.lower)
    copy(text, through: map, range, offset: offset, cursor: &cursor)
  }

  /// The same for ranges that are added in order.
  /// - Parameter cursor: a piece at or before the range; left at the one where the range ends, so that many
  ///   ranges take linear time altogether.
  private mutating func copy(
    _ text: UnsafeBufferPointer<UInt8>, through map: SourceMap, _ range: TextRange, offset: Int = 0,
    cursor: inout Int
  ) {
    let known = map.pieces
    while cursor + 1 < known.count, known[cursor + 1].text <= range.lower { cursor += 1 }
    guard !range.isEmpty, cursor + 1 < known.count else { return }
    let first = cursor
    while cursor + 2 < known.count, known[cursor + 1].text < range.upper { cursor += 1 }
    var at = range.lower
    if first < cursor {
      copyPiece(known, first, of: text, range, from: &at, offset: offset)
      // The pieces between the first and the last are taken over as they are, their text in one stretch.
      let middle = known[(first + 1)...cursor]
      let shift = bytes.count - at
      for piece in middle {
        append(SourceMap.Piece(text: piece.text + shift, source: max(offset + piece.source, sourceEnd)))
      }
      let end = known[cursor].text
      bytes.append(
        contentsOf: UnsafeBufferPointer(rebasing: text[(at - range.lower)..<(end - range.lower)]))
      at = end
      sourceEnd = max(offset + known[cursor].source, sourceEnd)
      isCopying = false
    }
    copyPiece(known, cursor, of: text, range, from: &at, offset: offset)
  }

  /// Adds what lies between a piece and the next, as far as it lies in a range from `at` on.
  @inline(__always)
  private mutating func copyPiece(
    _ known: [SourceMap.Piece], _ index: Int, of text: UnsafeBufferPointer<UInt8>, _ range: TextRange,
    from at: inout Int, offset: Int
  ) {
    let piece = known[index]
    let next = known[index + 1]
    let end = min(next.text, range.upper)
    guard end > at else { return }
    let part = UnsafeBufferPointer(rebasing: text[(at - range.lower)..<(end - range.lower)])
    if next.text - piece.text == next.source - piece.source {
      copy(part, from: offset + piece.source + (at - piece.text))
    } else {
      mark(max(offset + piece.source, sourceEnd))
      isCopying = false
      bytes.append(contentsOf: part)
      if end == next.text { sourceEnd = max(offset + next.source, sourceEnd) }
    }
    at = end
  }

  /// Adds all of a text that was made of the part of this text's source that begins at an offset.
  mutating func append(_ other: MappedText, offset: Int) {
    if bytes.isEmpty, pieces.isEmpty, offset == 0 {
      self = other
      return
    }
    guard let first = other.pieces.first else { return }
    mark(offset + first.source)
    let shift = bytes.count
    for piece in other.pieces.dropFirst() {
      append(SourceMap.Piece(text: piece.text + shift, source: piece.source + offset))
    }
    bytes += other.bytes
    sourceEnd = offset + other.sourceEnd
    isCopying = other.isCopying
  }
}
