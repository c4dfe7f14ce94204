/// The way back from a text to the text it was made of.
///
/// A list of pieces, each a pair of offsets in bytes that belong together. Between two neighbours the
/// text was copied if both sides are equally long, and was put in place of something else if not. Both
/// offsets never fall from one piece to the next: the map is monotone.
public struct SourceMap: Sendable, Hashable {
  /// Offsets that belong together.
  struct Piece: Sendable, Hashable {
    var text: Int
    var source: Int
  }

  /// In order; the last one stands at the ends of both texts.
  private(set) var pieces: [Piece]

  /// The map of a text that was not changed.
  init(identity count: Int) {
    pieces = [Piece(text: 0, source: 0), Piece(text: count, source: count)]
  }

  /// - Parameter pieces: in order, from (0, …) to the ends of both texts; made by `MappedText`.
  init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// How many bytes the source has.
  public var sourceCount: Int { pieces.last?.source ?? 0 }
  /// Whether every byte stands where it stood.
  public var isIdentity: Bool { pieces.allSatisfy { $0.text == $0.source } }

  /// The source of a range of the text, in bytes; of what was put in the place of something else, the
  /// whole of that.
  ///
  /// - Complexity: O(log changes).
  public func source(of range: TextRange) -> TextRange {
    let lower = start(of: range.lower)
    return TextRange(lower, range.isEmpty ? lower : max(lower, end(of: range.upper)))
  }

  /// The offset in the source where the text from `offset` on comes from.
  private func start(of offset: Int) -> Int {
    let index = pieceIndex(at: offset)
    guard index < pieces.count else { return 0 }
    let piece = pieces[index]
    guard index + 1 < pieces.count, isCopy(index) else { return piece.source }
    return piece.source + (offset - piece.text)
  }

  /// The offset in the source where the text before `offset` ends.
  private func end(of offset: Int) -> Int {
    let next = firstPiece { $0.text >= offset }
    guard next < pieces.count else { return pieces.last?.source ?? 0 }
    guard next > 0, pieces[next].text > offset, isCopy(next - 1) else { return pieces[next].source }
    return pieces[next - 1].source + (offset - pieces[next - 1].text)
  }

  /// The last piece at or before an offset of the text.
  func pieceIndex(at offset: Int) -> Int { max(0, firstPiece { $0.text > offset } - 1) }

  private func isCopy(_ index: Int) -> Bool {
    pieces[index + 1].text - pieces[index].text == pieces[index + 1].source - pieces[index].source
  }

  private func firstPiece(where isBeyond: (Piece) -> Bool) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(pieces[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
