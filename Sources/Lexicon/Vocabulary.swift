/// Numbers for words, or for what else has a hash, in the order they were first met: an open table of the hashes.
///
/// No byte is kept, because every token of every text goes in. The lowest bit of a hash tells nothing apart.
package struct Vocabulary: Sendable {
  /// Hashes, with 0 for an empty slot, and the numbers of the words.
  private var slots: [UInt64]
  private var numbers: [Int32]
  /// How many words there are.
  package private(set) var count = 0

  /// No word yet.
  ///
  /// - Parameter capacity: words there will be at most, as far as known; the table grows by itself.
  package init(capacity: Int = 0) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    numbers = Array(repeating: -1, count: size)
  }

  /// The number of a word by the hash of its folded bytes, given to it now if it had none.
  @discardableResult
  package mutating func insert(_ hash: UInt64) -> Int32 {
    let slot = slot(of: hash)
    if numbers[slot] >= 0 { return numbers[slot] }
    let number = Int32(count)
    (slots[slot], numbers[slot]) = (hash | 1, number)
    count += 1
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a word by the hash of its folded bytes, or -1.
  package func find(_ hash: UInt64) -> Int32 { numbers[slot(of: hash)] }

  /// Whether a word of these folded bytes was met.
  package func contains(_ bytes: [UInt8]) -> Bool { find(bytes.withUnsafeBufferPointer(WordHash.of)) >= 0 }

  /// Where a word stands, or the empty slot where it would.
  private func slot(of hash: UInt64) -> Int {
    let (mask, wanted) = (slots.count - 1, hash | 1)
    var slot = Int(truncatingIfNeeded: hash >> 1) & mask
    while slots[slot] != 0, slots[slot] != wanted { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (slots, numbers)
    slots = Array(repeating: 0, count: old.0.count * 2)
    numbers = Array(repeating: -1, count: old.0.count * 2)
    for (hash, number) in zip(old.0, old.1) where hash != 0 {
      let slot = slot(of: hash)
      (slots[slot], numbers[slot]) = (hash, number)
    }
  }
}
