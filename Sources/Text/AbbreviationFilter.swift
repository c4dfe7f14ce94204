/// Says quickly of most words that they are no abbreviation (a Bloom filter with one hash).
///
/// It looks at the length of a word and at its last four bytes.
struct AbbreviationFilter: Sendable {
  private var bits: [UInt64] = Array(repeating: 0, count: 128)
  /// The last bytes of compounds that are listed by their ends.
  private var compoundEnds: [Bool] = Array(repeating: false, count: 256)

  /// Adds an abbreviation with its full stops, "*" before the end of a compound.
  mutating func add(_ form: [UInt8]) {
    guard form.count > 2, let last = form.dropLast().last else { return }
    if form[0] == 0x2A {
      compoundEnds[Int(last)] = true
      return
    }
    // Only its last piece: what is asked about is a word without stops.
    let start = form.dropLast().lastIndex { $0 == 0x2E || $0 == 0x20 || $0 == 0x2D }.map { $0 + 1 } ?? 0
    guard form.count - 1 - start >= 4 else { return }
    form.withUnsafeBufferPointer {
      let bit = Self.bit($0, start, $0.count - 1)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Whether a word of four bytes or more, its full stop apart, may have been added.
  @inline(__always)
  func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    if compoundEnds[Int(bytes[upper - 1])] { return true }
    let bit = Self.bit(bytes, lower, upper)
    return bits[bit >> 6] & 1 << UInt64(bit & 63) != 0
  }

  @inline(__always)
  private static func bit(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    var tail: UInt32 = 0
    // Without the bit that tells small Latin letters from capitals.
    for at in (upper - 4)..<upper { tail = tail << 8 | UInt32(bytes[at] & 0xDF) }
    let mixed = (UInt64(tail) | UInt64(truncatingIfNeeded: upper - lower) << 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 51)
  }
}
