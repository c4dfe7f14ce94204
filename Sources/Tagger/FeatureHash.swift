/// The hashes that features are known by: 64 bits, the same on every machine.
enum FeatureHash {
  /// The start of every hash over bytes.
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func add(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* 0x0000_0100_0000_01B3 }

  /// Spreads the bits of a hash, together with the number of what it says.
  @inline(__always)
  static func mix(_ hash: UInt64, _ template: UInt64) -> UInt64 {
    var x = (hash ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    x ^= x >> 31
    x = x &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 29)
  }

  /// The hash of a pair; the order counts.
  @inline(__always)
  static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
    (left &* 0x9E37_79B9_7F4A_7C15) ^ ((right << 23) | (right >> 41))
  }
}
