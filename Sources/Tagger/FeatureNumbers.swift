/// Numbers for features or for what they are made of, in the order they were first seen: an open table of hashes.
struct FeatureNumbers {
  /// The features by number.
  private(set) var features: [UInt64] = []
  /// How often each was seen.
  private(set) var counts: [UInt32] = []
  private var slots: [UInt32]

  /// - Parameter slots: room for half as many before it grows; a power of two.
  init(slots: Int = 1 << 16) { self.slots = [UInt32](repeating: .max, count: slots) }

  /// The number of a feature, which has been seen once more.
  mutating func number(of feature: UInt64) -> UInt32 {
    if features.count * 2 >= slots.count { grow() }
    let slot = slot(of: feature)
    if slots[slot] != .max {
      counts[Int(slots[slot])] &+= 1
      return slots[slot]
    }
    let number = UInt32(features.count)
    slots[slot] = number
    features.append(feature)
    counts.append(1)
    return number
  }

  private func slot(of feature: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: feature >> 20) & mask
    while slots[slot] != .max, features[Int(slots[slot])] != feature { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    for (number, feature) in features.enumerated() { slots[slot(of: feature)] = UInt32(number) }
  }
}
