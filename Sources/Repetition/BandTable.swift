/// A hash table from the keys of bands to chains of numbers, oldest first.
///
/// Open addressing with 32 bits of the key: a false friend costs a comparison, never a wrong answer.
struct BandTable: Sendable {
  private struct Node: Sendable {
    var number: Int32
    var next: Int32
  }

  private var tags: [UInt32]
  /// The first node of each slot's chain; -1 where the slot is free.
  private var heads: [Int32]
  private var nodes: [Node] = []
  private var used = 0

  init() {
    tags = Array(repeating: 0, count: 64)
    heads = Array(repeating: -1, count: 64)
  }

  /// Appends the numbers of a key's chain to `out`; returns the last node (-1 if there is none) and
  /// the length.
  func chain(of key: UInt64, into out: inout [Int32]) -> (tail: Int, length: Int) {
    var node = Int(heads[slot(of: key)])
    var tail = -1
    var length = 0
    while node >= 0 {
      out.append(nodes[node].number)
      length += 1
      tail = node
      node = Int(nodes[node].next)
    }
    return (tail, length)
  }

  /// Adds a number at the end of a key's chain, whose last node is `tail`.
  mutating func insert(_ number: Int32, key: UInt64, after tail: Int) {
    let new = Int32(clamping: nodes.count)
    nodes.append(Node(number: number, next: -1))
    // Two bands of one paragraph may share a slot: then the chain has grown since it was read.
    var last = tail
    if last >= 0 {
      while nodes[last].next >= 0 { last = Int(nodes[last].next) }
      nodes[last].next = new
      return
    }
    if used * 2 >= heads.count { grow() }
    let slot = slot(of: key)
    if heads[slot] >= 0 {
      last = Int(heads[slot])
      while nodes[last].next >= 0 { last = Int(nodes[last].next) }
      nodes[last].next = new
      return
    }
    heads[slot] = new
    tags[slot] = Self.tag(of: key)
    used += 1
  }

  /// The slot that holds a key, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    let mask = heads.count - 1
    let tag = Self.tag(of: key)
    var slot = Self.home(of: tag) & mask
    while heads[slot] >= 0, tags[slot] != tag { slot = (slot + 1) & mask }
    return slot
  }

  private static func tag(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key >> 32) }

  /// Where a tag's search starts; a function of the tag alone, so that the table can grow.
  private static func home(of tag: UInt32) -> Int { Int(tag &* 0x9E37_79B1) }

  private mutating func grow() {
    let oldTags = tags
    let oldHeads = heads
    let size = heads.count * 2
    tags = Array(repeating: 0, count: size)
    heads = Array(repeating: -1, count: size)
    let mask = size - 1
    for (tag, head) in zip(oldTags, oldHeads) where head >= 0 {
      var slot = Self.home(of: tag) & mask
      while heads[slot] >= 0 { slot = (slot + 1) & mask }
      heads[slot] = head
      tags[slot] = tag
    }
  }
}
