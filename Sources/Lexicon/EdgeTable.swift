/// Edges of a tree by the node they leave and what is written on them: an open-addressing hash table.
@usableFromInline package struct EdgeTable: Sendable {
  @usableFromInline struct Slot: Sendable {
    @usableFromInline var key: UInt64
    @usableFromInline var node: Int32

    init(key: UInt64, node: Int32) { (self.key, self.node) = (key, node) }
  }

  @usableFromInline var slots: [Slot]
  private var count = 0
  /// No edge has this key: its node would be beyond every tree.
  @inlinable static var free: UInt64 { UInt64.max }

  /// An empty table.
  /// - Parameter capacity: edges that it takes before it grows.
  package init(capacity: Int = 512) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(key: Self.free, node: -1), count: size)
  }

  /// The key of an edge: the node it leaves, a number below 2³¹ and a mark.
  @inlinable package static func key(_ node: Int32, _ label: Int32, _ mark: Bool = false) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: label)) << 1 | (mark ? 1 : 0)
  }

  @inlinable func place(_ key: UInt64) -> Int {
    var h = key &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 29
    var place = Int(truncatingIfNeeded: h) & (slots.count - 1)
    while slots[place].key != key, slots[place].key != Self.free { place = (place + 1) & (slots.count - 1) }
    return place
  }

  /// The node that an edge leads to, or -1.
  @inlinable package func find(_ key: UInt64) -> Int32 { slots[place(key)].node }

  /// Adds an edge, or leads the one with this key elsewhere.
  package mutating func insert(_ key: UInt64, _ node: Int32) {
    let place = place(key)
    if slots[place].key == Self.free { count += 1 }
    slots[place] = Slot(key: key, node: node)
    guard count * 2 > slots.count else { return }
    let old = slots
    slots = Array(repeating: Slot(key: Self.free, node: -1), count: old.count * 2)
    for slot in old where slot.key != Self.free { slots[self.place(slot.key)] = slot }
  }
}
