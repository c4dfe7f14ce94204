/// Finds where UTF-8 stops being well-formed, eight bytes at a time.
///
/// In a machine word, the bytes that continue a character must be exactly those that the lead bytes before them call
/// for. The few lead bytes whose second byte is narrower (Unicode Standard, table 3-7) are looked at one by one.
enum UTF8Validation {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The end of a well-formed stretch that begins at `start`, and whether the stretch is ASCII.
  ///
  /// Linear. The end is exact: it lies at a character that is ill-formed or cut, or at the end of the bytes.
  /// - Parameter start: the first byte of a character.
  static func wellFormedPrefix(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, isASCII: Bool) {
    var index = start
    var firstHigh = bytes.count
    // Where, from the word at `index` on, continuations are called for by what is before it.
    var called: UInt64 = 0
    // Unaligned loads from raw memory: the measured hot loop of every file.
    let raw = UnsafeRawBufferPointer(bytes)
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    while index + 8 <= bytes.count {
      let current = word(index)
      let high = current & highBits
      if high == 0 {
        if called != 0 { break }
        index += 8
        while index + 32 <= bytes.count,
          (word(index) | word(index + 8) | word(index + 16) | word(index + 24)) & highBits == 0
        { index += 32 }
        continue
      }
      if firstHigh == bytes.count { firstHigh = index + high.trailingZeroBitCount / 8 }
      let lead = high & (current << 1)
      let longLead = lead & (current << 2)
      if (lead << 8 | longLead << 16 | called) != high & ~(current << 1) { break }
      let overlong = (current & 0xFEFE_FEFE_FEFE_FEFE) ^ 0xC0C0_C0C0_C0C0_C0C0
      var special = zeros(overlong)
      if longLead != 0 {
        special |= longLead & (current << 3)
        special |= zeros(current ^ 0xE0E0_E0E0_E0E0_E0E0) | zeros(current ^ 0xEDED_EDED_EDED_EDED)
      }
      if special == 0 {
        called = lead >> 56 | longLead >> 48
        index += 8
        continue
      }
      // One by one through this word, to the start of a character.
      let end = index + 8
      if called != 0 { index -= unfinished(in: bytes, before: index) }
      called = 0
      while index < end {
        guard let next = step(bytes, from: index) else { return (index, index <= firstHigh) }
        index = next
      }
    }
    // Back to the start of the character that the last word may have cut.
    if called != 0 { index -= unfinished(in: bytes, before: index) }
    while index < bytes.count {
      guard let next = step(bytes, from: index) else { break }
      if next > index + 1 { firstHigh = min(firstHigh, index) }
      index = next
    }
    return (index, index <= firstHigh)
  }

  /// Bits at the bytes that are zero, and perhaps at some above them.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }

  private static func step(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    guard bytes[index] >= 0x80 else { return index + 1 }
    if case .wellFormed(let length) = UTF8Repair.sequence(in: bytes, at: index) { return index + length }
    return nil
  }

  /// How many bytes before `index` belong to a character that goes on there; all before it is well-formed so far.
  private static func unfinished(in bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Int {
    for length in 1...3 where index >= length && bytes[index - length] >= 0xC0 { return length }
    return 0
  }
}
