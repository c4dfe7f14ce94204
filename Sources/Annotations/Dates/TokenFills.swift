import DatelineLexicon
import DatelineText

/// What slots can take at each token, and the signs that patterns know.
struct TokenFills {
  private var fills: [SlotFill] = []
  private var starts: [Int32] = []
  /// The slots that something at the token fits, a bit each.
  private var slots: [UInt64] = []
  private var signs: [UInt8] = []

  /// - Complexity: O(tokens).
  init(_ reading: LexicalReading, _ tree: PatternTree) {
    let filler = SlotFiller(reading: reading, table: tree.fills)
    let tokens = reading.text.tokens
    starts.reserveCapacity(tokens.count + 1)
    slots.reserveCapacity(tokens.count)
    signs.reserveCapacity(tokens.count)
    for token in tokens.indices {
      let first = fills.count
      starts.append(Int32(first))
      filler.fills(at: token, into: &fills)
      var bits: UInt64 = 0
      for index in first..<fills.count { bits |= fills[index].slot.bit }
      slots.append(bits)
      let kind = tokens[token].kind
      signs.append(
        kind == .word || kind == .number
          ? 0 : tree.sign(reading.text.bytes[tokens[token].range.lower..<tokens[token].range.upper]))
    }
    starts.append(Int32(fills.count))
  }

  func range(at token: Int) -> Range<Int> { Int(starts[token])..<Int(starts[token + 1]) }
  subscript(_ index: Int) -> SlotFill { fills[index] }
  func slots(at token: Int) -> UInt64 { slots[token] }
  func sign(at token: Int) -> Int32 { Int32(signs[token]) }
  /// The fills of one token.
  func at(_ token: Int) -> ArraySlice<SlotFill> {
    token >= 0 && token < signs.count ? fills[range(at: token)] : []
  }
}
