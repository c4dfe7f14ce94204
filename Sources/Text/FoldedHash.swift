/// A 64-bit hash of a word's folded form, computed in place: nothing is copied, nothing allocated.
///
/// It folds what the looked-up words of this room are made of: Latin and Cyrillic letters, hyphens and
/// apostrophes. Spaces are passed over, so that "z. B." and "z.B." are one key.
struct FoldedHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of a range of valid UTF-8.
  ///
  /// - Complexity: linear in the length of the range.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) { add(bytes, lower, upper) }

  /// The hash of a word.
  init(_ word: String) {
    self = Array(word.utf8).withUnsafeBufferPointer { FoldedHash($0, 0, $0.count) }
  }

  /// Goes on with the bytes of another range.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) {
    var at = lower
    while at < upper {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte != 0x20 { mix(UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)) }
        at += 1
        continue
      }
      let (scalar, length) = Scalars.decode(bytes, at: at)
      at += length
      if scalar >= 0x400, scalar < 0x530 {
        mix(FoldedForm.lowerCyrillic(scalar))
      } else {
        addOther(scalar)
      }
    }
  }

  @inline(__always)
  private mutating func mix(_ scalar: UInt32) {
    value = (value ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 32
  }

  private mutating func addOther(_ scalar: UInt32) {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: mix(scalar + 0x20)
    case 0xDF, 0x1E9E:
      mix(0x73)
      mix(0x73)
    // Latin Extended-A: capital and small letter alternate.
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177: mix(scalar | 1)
    case 0x139...0x148, 0x179...0x17E: mix(scalar + (scalar & 1))
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0xB4, 0x2032: mix(0x27)
    case 0x2010, 0x2011: mix(0x2D)
    default: mix(scalar)
    }
  }
}
