/// Sixteen bytes that are looked at together.
///
/// Only operators between two vectors are made one instruction each by the compiler; those that take a plain
/// byte are loops. So constants are spread over all lanes first.
enum ByteLanes {
  typealias Lanes = SIMD16<UInt8>
  typealias Mask = SIMDMask<SIMD16<Int8>>

  /// One byte in all lanes.
  @inline(__always) static func all(_ byte: UInt8) -> Lanes { Lanes(repeating: byte) }

  /// All bits of a byte are set where the mask is, in the order of memory.
  @inline(__always) static func words(_ mask: Mask) -> (UInt64, UInt64) {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return (words.x.littleEndian, words.y.littleEndian)
  }

  /// The first place where the mask is set, nil if there is none.
  @inline(__always) static func first(_ mask: Mask) -> Int? {
    let words = words(mask)
    if words.0 | words.1 == 0 { return nil }
    return words.0 != 0 ? words.0.trailingZeroBitCount / 8 : 8 + words.1.trailingZeroBitCount / 8
  }

  /// Whether the mask is set anywhere.
  @inline(__always) static func isAny(_ mask: Mask) -> Bool {
    let words = words(mask)
    return words.0 | words.1 != 0
  }

  /// 0xFF, which is -1, where the mask is set.
  @inline(__always) static func ones(_ mask: Mask) -> Lanes { unsafeBitCast(mask, to: Lanes.self) }

  /// The sum of all lanes.
  static func sum(_ lanes: Lanes) -> Int {
    var sum = 0
    for index in lanes.indices { sum &+= Int(lanes[index]) }
    return sum
  }
}
