import DatelineLexicon
import DatelineText

/// What slots can take at each token, and the signs that patterns know.
struct TokenFills {
  /// What a walk compares of a fill.
  ///
  /// It holds no counted reference, so that steps count none.
  struct Key {
    var slot: DatePattern.Slot
    var isPair: Bool
    var tokens: Int32
    var name: Int32
  }

  private var fills: [SlotFill] = []
  private(set) var keys: [Key] = []
  private(set) var starts: [Int32] = []
  /// The slots that something at the token fits, a bit each.
  private(set) var slots: [UInt64] = []
  private(set) var signs: [UInt8] = []
  /// The bits of the dictionary words that each token may be a form of.
  private(set) var words: [UInt64] = []

  /// - Complexity: O(tokens).
  init(_ reading: LexicalReading, _ tree: PatternTree) {
    let filler = SlotFiller(reading: reading, table: tree.fills)
    let tokens = reading.text.tokens
    starts.reserveCapacity(tokens.count + 1)
    slots.reserveCapacity(tokens.count)
    signs.reserveCapacity(tokens.count)
    words.reserveCapacity(tokens.count)
    for token in tokens.indices {
      let first = fills.count
      starts.append(Int32(first))
      filler.fills(at: token, into: &fills)
      var bits: UInt64 = 0
      for index in first..<fills.count { bits |= fills[index].slot.bit }
      slots.append(bits)
      var wordBits: UInt64 = 0
      for form in reading.wordForms.range(at: token) {
        wordBits |= PatternTree.bit(reading.wordForms.word(form))
      }
      words.append(wordBits)
      let kind = tokens[token].kind
      signs.append(
        kind == .word || kind == .number
          ? 0 : tree.sign(reading.text.bytes[tokens[token].range.lower..<tokens[token].range.upper]))
    }
    starts.append(Int32(fills.count))
    keys.reserveCapacity(fills.count)
    for index in fills.indices {
      var isPair = false
      if case .pair = fills[index].fact { isPair = true }
      keys.append(
        Key(
          slot: fills[index].slot, isPair: isPair, tokens: Int32(fills[index].tokens), name: fills[index].name
        ))
    }
  }

  func range(at token: Int) -> Range<Int> { Int(starts[token])..<Int(starts[token + 1]) }
  subscript(_ index: Int) -> SlotFill { fills[index] }
  /// The fills of one token.
  func at(_ token: Int) -> ArraySlice<SlotFill> {
    token >= 0 && token < signs.count ? fills[range(at: token)] : []
  }
}
