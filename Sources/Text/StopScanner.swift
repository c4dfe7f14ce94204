/// Looks for the bytes at which a sentence may end.
enum StopScanner {
  /// The first byte from `start` on that is "." "!" or "?" or may begin a stop of another kind (`…`, `。`, `؟`);
  /// `bytes.count` if there is none.
  ///
  /// No letter of the Latin, Greek and Cyrillic alphabets is among them, so most texts are passed sixteen
  /// bytes at a time.
  ///
  /// - Complexity: linear.
  static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    // The raw pointer allows loads at any address; 16 bytes from `at` are inside the buffer.
    let raw = UnsafeRawBufferPointer(bytes)
    while at + 16 <= bytes.count {
      let block = raw.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
      let found = (block .== 0x2E) .| (block .== 0x21) .| (block .== 0x3F) .| (block .>= firstOther)
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if halves.x | halves.y != 0 {
        return halves.x != 0
          ? at + halves.x.trailingZeroBitCount / 8 : at + 8 + halves.y.trailingZeroBitCount / 8
      }
      at += 16
    }
    while at < bytes.count, !isCandidate(bytes[at]) { at += 1 }
    return min(at, bytes.count)
  }

  /// From this byte on lead bytes are those of Armenian, Arabic and what follows them in Unicode.
  private static let firstOther: UInt8 = 0xD4

  @inline(__always)
  private static func isCandidate(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte >= firstOther
  }

  /// A stop at an index, or nil.
  @inline(__always)
  static func stop(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (kind: Kind, length: Int)? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x2E: return (.fullStop, 1)
    case 0x21, 0x3F: return (.emphatic, 1)
    case firstOther...: break
    default: return nil
    }
    let (value, length) = Scalars.decode(bytes, at: index)
    switch value {
    case 0x2026: return (.ellipsis, length)
    case 0x203C, 0x2047...0x2049, 0x203D, 0x61F, 0x589: return (.emphatic, length)
    case 0x6D4, 0x964, 0x965, 0x1362: return (.emphatic, length)
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: return (.wide, length)
    default: return nil
    }
  }

  /// What a stop is.
  enum Kind {
    /// "." which may belong to an abbreviation or a number.
    case fullStop
    /// "…" and runs of full stops.
    case ellipsis
    /// "!" and "?" of any script, and other scripts' full stops, which do nothing but end sentences.
    case emphatic
    /// A stop of East Asian scripts, which needs no space behind it.
    case wide
  }
}
