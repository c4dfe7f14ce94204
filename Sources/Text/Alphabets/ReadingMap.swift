/// A monotone map between the offsets of a text as written and of its reading.
struct ReadingMap: Sendable {
  /// Where pieces start in both texts; ascending, the ends of the texts last.
  private var reading: [Int32] = []
  private var written: [Int32] = []
  /// Whether a piece is the same in both.
  private var isCopy: [Bool] = []

  /// Adds a piece behind the last one; the last of all is empty and stands at the ends of the texts.
  mutating func add(reading lower: Int, written start: Int, isCopy copy: Bool) {
    if copy, isCopy.last == true { return }
    reading.append(Int32(clamping: lower))
    written.append(Int32(clamping: start))
    isCopy.append(copy)
  }

  /// Closes the map at the ends of both texts.
  mutating func finish(reading end: Int, written writtenEnd: Int) {
    reading.append(Int32(clamping: end))
    written.append(Int32(clamping: writtenEnd))
    isCopy.append(false)
  }

  /// The range in the text as written; of a range that cuts a piece the whole piece is taken.
  func written(_ range: TextRange) -> TextRange { self.range(range, from: reading, to: written) }
  /// The range in the reading.
  func reading(_ range: TextRange) -> TextRange { self.range(range, from: written, to: reading) }

  private func range(_ range: TextRange, from: [Int32], to: [Int32]) -> TextRange {
    guard from.count > 1 else { return range }
    let lower = offset(range.lower, from, to, isEnd: false)
    if range.isEmpty { return TextRange(lower, lower) }
    return TextRange(lower, max(lower, offset(range.upper, from, to, isEnd: true)))
  }

  /// O(log pieces).
  private func offset(_ offset: Int, _ from: [Int32], _ to: [Int32], isEnd: Bool) -> Int {
    // The piece that holds the offset, or the byte before the end.
    let sought = isEnd ? offset - 1 : offset
    var low = 0
    var high = from.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(from[middle]) <= sought { low = middle } else { high = middle }
    }
    guard low + 1 < from.count else { return Int(to[to.count - 1]) }
    if isCopy[low] { return Int(to[low]) + max(0, offset - Int(from[low])) }
    return Int(isEnd ? to[low + 1] : to[low])
  }
}
