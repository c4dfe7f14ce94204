/// Words under numbers: an open-addressing hash table over their bytes.
///
/// Looking a token up costs one pass over its bytes and makes no string.
package struct WordTable: Sendable {
  private var slots: [Int32]
  private var starts: [Int32] = [0]
  private var arena: [UInt8] = []
  private var hashes: [UInt32] = []

  /// An empty table with room for so many words; it grows by itself.
  package init(capacity: Int = 1024) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// The number of words.
  package var count: Int { hashes.count }

  /// The bytes of a word.
  package func bytes(of word: Int32) -> ArraySlice<UInt8> {
    arena[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: WordHash.of(bytes))
  }

  /// The number of a word, or -1.
  package func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while true {
      let word = slots[slot]
      if word < 0 { return -1 }
      if hashes[Int(word)] == hash, equal(word, bytes) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  package func find(_ bytes: [UInt8]) -> Int32 { bytes.withUnsafeBufferPointer { find($0) } }
  package func find(_ string: String) -> Int32 {
    var string = string
    return string.withUTF8 { find($0) }
  }

  private func equal(_ word: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(word)])
    guard Int(starts[Int(word) + 1]) - start == bytes.count else { return false }
    // A pointer, for the bounds are checked already and this runs for every token.
    return arena.withUnsafeBufferPointer { arena in
      for index in 0..<bytes.count where arena[start + index] != bytes[index] { return false }
      return true
    }
  }

  /// The number of a word, given to it now if it had none.
  package mutating func insert(_ string: String) -> Int32 {
    var string = string
    return string.withUTF8 { insert($0) }
  }

  /// The number of a word, given to it now if it had none.
  package mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let found = find(bytes)
    if found >= 0 { return found }
    let word = Int32(hashes.count)
    arena.append(contentsOf: bytes)
    starts.append(Int32(arena.count))
    hashes.append(Self.hash(bytes))
    place(word)
    if hashes.count * 2 > slots.count { grow() }
    return word
  }

  private mutating func place(_ word: Int32) {
    var slot = Int(hashes[Int(word)]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = word
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for word in 0..<Int32(hashes.count) { place(word) }
  }
}
