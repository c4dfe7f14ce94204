extension Mojibake {
  /// Whether text may hold what `repaired` would repair; false for nearly all clean text.
  ///
  /// One pass, without memory of its own. What counts: letters that only other alphabets have, signs between letters,
  /// accented letters in rows, more capitals than small letters.
  package static func maybe(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = utf8.count
    let raw = UnsafeRawBufferPointer(utf8)
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var capitals = 0
    var letters = 0
    var index = 0
    // A measured hot loop over machine words, so that the ends of words cost nothing: every paragraph passes through.
    while index + 8 <= count {
      let current = word(index)
      guard current & 0x8080_8080_8080_8080 != 0 else {
        index += 8
        continue
      }
      let before = index > 0 ? word(index - 1) : current << 8
      // Second bytes of Cyrillic letters, by their first.
      let afterD0 = zeros(before ^ 0xD0D0_D0D0_D0D0_D0D0)
      let afterD1 = zeros(before ^ 0xD1D1_D1D1_D1D1_D1D1)
      letters &+= (afterD0 | afterD1).nonzeroBitCount
      let row = current & 0xF0F0_F0F0_F0F0_F0F0
      let row9 = zeros(row ^ 0x9090_9090_9090_9090)
      capitals &+= (afterD0 & (row9 | zeros(row ^ 0xA0A0_A0A0_A0A0_A0A0))).nonzeroBitCount
      // Where one of U+0400–040F or U+0450–047F might be; і is too frequent to look at closely.
      let rare =
        (afterD0 & zeros(row ^ 0x8080_8080_8080_8080))
        | (afterD1 & ~(zeros(row ^ 0x8080_8080_8080_8080) | zeros(current ^ 0x9696_9696_9696_9696)))
      // Any other first byte, and a Cyrillic one right after ASCII from "@" on.
      let first = current & (current << 1) & 0x8080_8080_8080_8080
      let cyrillic = zeros((current & 0xFCFC_FCFC_FCFC_FCFC) ^ 0xD0D0_D0D0_D0D0_D0D0)
      let afterLatin = first & ~before & (before << 1)
      var closer = rare | (first & ~cyrillic) | afterLatin
      while closer != 0 {
        let offset = index + closer.trailingZeroBitCount / 8
        if isOddOrRare(utf8, at: offset) { return true }
        closer &= closer &- 1
      }
      index += 8
    }
    while index < count {
      if utf8[index] >= 0x80 {
        if isOddOrRare(utf8, at: index) { return true }
        let first = index > 0 ? utf8[index - 1] : 0
        if first & 0xFE == 0xD0 {
          letters &+= 1
          if first == 0xD0, utf8[index] >= 0x90, utf8[index] < 0xB0 { capitals &+= 1 }
        }
      }
      index += 1
    }
    return capitals >= 6 && capitals * 3 > letters
  }

  /// The high bits of the bytes that are zero, exactly.
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  /// Whether the byte is the first of a character that clean text does not have there, or the second of a Cyrillic letter
  /// that neither Russian nor Kazakh has.
  private static func isOddOrRare(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = utf8[index]
    let before = index > 0 ? utf8[index - 1] : 0
    switch byte {
    case 0x80..<0xC0:
      if before == 0xD0 { return byte < 0x90 && byte != 0x81 && byte != 0x86 }
      return before == 0xD1 && byte >= 0x90 && byte != 0x91 && byte != 0x96
    case 0xD0, 0xD1: return ASCII.isLetter(before)
    default: return byte >= 0xC2 && isOdd(utf8, at: index)
    }
  }

  /// Whether a character that is neither ASCII nor a Cyrillic letter stands where clean text has none.
  package static func isOdd(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    func byte(_ offset: Int) -> UInt8 {
      index + offset >= 0 && index + offset < utf8.count ? utf8[index + offset] : 0
    }
    let (lead, second, third) = (byte(0), byte(1), byte(2))
    let afterLatin = ASCII.isLetter(byte(-1))
    let afterCyrillic = byte(-2) & 0xFE == 0xD0
    switch lead {
    case 0xC2:
      switch second {
      case ..<0xA0: return true
      case 0xA4, 0xA6, 0xA7, 0xB1, 0xB5, 0xB6, 0xB7, 0xAC, 0xB0, 0xB3:
        return afterCyrillic || (second == 0xA7 && afterLatin)
      case 0xB8: return afterLatin || afterCyrillic
      default: return false
      }
    case 0xC3:
      switch second {
      // Â Ã Ä Å Ð Ñ â ï ð before anything that is no ASCII.
      case 0x82...0x85, 0x90, 0x91, 0xA2, 0xAF, 0xB0: if third >= 0x80 { return true }
      default: break
      }
      return byte(-2) == 0xC3 && byte(-4) == 0xC3
    case 0xC5: return afterLatin && (second == 0xB8 || second == 0xA0 || second == 0xA1)
    case 0xCB: return afterLatin
    case 0xE2:
      switch (second, third) {
      case (0x94...0x96, _): return true
      case (0x88, _), (0x89, _): return byte(3) >= 0x80 || byte(-1) >= 0x80
      // ‚ „ † ‡ • ‰ ‹ › € after a Cyrillic letter; ‰ inside a word; ‚ before Ä; dashes before accented letters.
      case (0x80, 0x9A), (0x80, 0x9E): return afterCyrillic || byte(3) == 0xC3
      case (0x80, 0xA0...0xA2), (0x80, 0xB9), (0x80, 0xBA): return afterCyrillic
      case (0x80, 0xB0): return afterCyrillic || afterLatin
      case (0x82, 0xAC): return afterCyrillic
      case (0x80, 0x93), (0x80, 0x94):
        return byte(3) == 0xC3 || (byte(3) == 0xC2 && byte(4) != 0xA0 && byte(4) != 0xAB)
      default: return false
      }
    case 0xEF: return second == 0xAC && afterLatin
    default: return false
    }
  }
}
