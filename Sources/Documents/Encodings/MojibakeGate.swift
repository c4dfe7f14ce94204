extension Mojibake {
  /// Whether text may hold what `repaired` would repair; false for nearly all clean text.
  ///
  /// One pass, without memory of its own. What counts: letters that only other alphabets have, signs between letters,
  /// accented letters in rows, more capitals than small letters.
  package static func maybe(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = utf8.count
    let raw = UnsafeRawBufferPointer(utf8)
    var index = 0
    var capitals = 0
    var letters = 0
    var odd: UInt8 = 0
    // A measured hot loop: every paragraph passes through it.
    return cyrillicKinds.withUnsafeBufferPointer { kinds in
      while index < count {
        let byte = utf8[index]
        if byte < 0x80 {
          index &+= 1
          while index + 8 <= count,
            raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
          { index &+= 8 }
          continue
        }
        if byte & 0xFE == 0xD0 {
          if index > 0, ASCII.isLetter(utf8[index - 1]) { return true }
          // To the end of the word without looking at anything else.
          while index + 1 < count, utf8[index] & 0xFE == 0xD0 {
            let kind = kinds[Int(utf8[index] & 1) << 6 | Int(utf8[index + 1] & 0x3F)]
            odd |= kind
            capitals &+= Int(kind & 1)
            letters &+= 1
            index &+= 2
          }
          if odd & rare != 0 { return true }
          if index + 1 == count { break }
          continue
        }
        if isOdd(utf8, at: index) { return true }
        index &+= byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
      return capitals >= 6 && capitals * 3 > letters
    }
  }

  private static let rare: UInt8 = 4

  /// Of U+0400–U+047F: 1 a capital, 2 a small letter, 4 one that neither Russian nor Kazakh has.
  private static let cyrillicKinds: [UInt8] = (0..<128).map { place in
    switch place {
    case 0x01, 0x06: 1
    case 0x51, 0x56: 2
    case 0x10..<0x30: 1
    case 0x30..<0x50: 2
    default: rare
    }
  }

  /// Whether a character that is neither ASCII nor a Cyrillic letter stands where clean text has none.
  private static func isOdd(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
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
