/// UTF-16 and UTF-32 become UTF-8; whatever is no character becomes U+FFFD, and its place is known.
enum WideUnits {
  /// Appends UTF-16.
  ///
  /// Linear. An unpaired surrogate and an odd last byte are one U+FFFD each.
  /// - Parameter last: whether nothing follows; if not, a cut unit or pair is left for the next chunk.
  static func appendUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, big: Bool, last: Bool, to out: inout [UInt8]
  ) -> UTF8Repair.Result {
    var result = UTF8Repair.Result(consumed: 0)
    out.reserveCapacity(out.count + bytes.count)
    let (high, low) = big ? (0, 1) : (1, 0)
    func unit(_ index: Int) -> UInt32 { UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low]) }
    var index = 0
    while index + 2 <= bytes.count {
      let first = unit(index)
      var scalar = first
      var length = 2
      if first & 0xF800 == 0xD800 {
        scalar = 0xFFFD
        if first < 0xDC00 {
          if index + 4 <= bytes.count {
            let second = unit(index + 2)
            if second & 0xFC00 == 0xDC00 {
              scalar = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
              length = 4
            }
          } else if !last {
            break
          }
        }
        if scalar == 0xFFFD { result.note(index) }
      } else if scalar == 0xFFFD {
        result.noteInherited(index)
      }
      append(scalar, to: &out)
      index += length
    }
    return finished(result, at: index, of: bytes.count, last: last, to: &out)
  }

  /// Appends UTF-32.
  ///
  /// Linear. A number that is no scalar and a cut last one are one U+FFFD each.
  static func appendUTF32(
    _ bytes: UnsafeBufferPointer<UInt8>, big: Bool, last: Bool, to out: inout [UInt8]
  ) -> UTF8Repair.Result {
    var result = UTF8Repair.Result(consumed: 0)
    out.reserveCapacity(out.count + bytes.count / 2)
    var index = 0
    while index + 4 <= bytes.count {
      var scalar: UInt32 = 0
      for offset in 0..<4 { scalar = scalar << 8 | UInt32(bytes[index + (big ? offset : 3 - offset)]) }
      if scalar > 0x10FFFF || scalar & 0xFFFF_F800 == 0xD800 {
        scalar = 0xFFFD
        result.note(index)
      } else if scalar == 0xFFFD {
        result.noteInherited(index)
      }
      append(scalar, to: &out)
      index += 4
    }
    return finished(result, at: index, of: bytes.count, last: last, to: &out)
  }

  private static func finished(
    _ result: UTF8Repair.Result, at index: Int, of count: Int, last: Bool, to out: inout [UInt8]
  ) -> UTF8Repair.Result {
    var result = result
    result.consumed = index
    if last, index < count {
      append(0xFFFD, to: &out)
      result.note(index)
      result.consumed = count
    }
    return result
  }

  /// Appends a scalar (no surrogate) as UTF-8.
  static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: out.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      out.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      out.append(tail(0))
    case ..<0x10000:
      out.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      out.append(tail(6))
      out.append(tail(0))
    default:
      out.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 7))
      out.append(tail(12))
      out.append(tail(6))
      out.append(tail(0))
    }
  }
}
