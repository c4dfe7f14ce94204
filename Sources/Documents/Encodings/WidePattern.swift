/// UTF-16 and UTF-32 without a mark, seen by where the zeros and the high bytes of the alphabets lie.
enum WidePattern {
  /// The encoding, if the bytes make sense in it and in its opposite order do not.
  ///
  /// Linear in the first 32 KiB.
  static func encoding(of bytes: ArraySlice<UInt8>) -> CharacterEncoding? {
    let sample = bytes.prefix(32_768)
    // No text in another encoding holds zeros or the control 04 in number, and every text in these does.
    var telling = 0
    for byte in sample where byte == 0 || byte == 4 || byte == 5 { telling += 1 }
    guard telling * 5 >= sample.count, sample.count >= 2 else { return nil }
    let wide: [(encoding: CharacterEncoding, size: Int, isBig: Bool)] = [
      (.utf32LittleEndian, 4, false), (.utf32BigEndian, 4, true),
      (.utf16LittleEndian, 2, false), (.utf16BigEndian, 2, true),
    ]
    for (encoding, size, isBig) in wide {
      let fit = plausible(sample, size: size, isBig: isBig)
      let other = plausible(sample, size: size, isBig: !isBig)
      if fit.units > 0, fit.plausible * 10 >= fit.units * 9, other.plausible * 2 < fit.plausible {
        return encoding
      }
    }
    return nil
  }

  /// How many units there are, and how many of them a text of Europe or Kazakhstan might hold.
  private static func plausible(
    _ bytes: ArraySlice<UInt8>, size: Int, isBig: Bool
  ) -> (units: Int, plausible: Int) {
    var units = 0
    var plausible = 0
    var index = bytes.startIndex
    while index + size <= bytes.endIndex {
      var unit: UInt32 = 0
      for offset in 0..<size {
        unit = unit << 8 | UInt32(bytes[index + (isBig ? offset : size - 1 - offset)])
      }
      units += 1
      switch unit {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20..<0x7F, 0xA0..<0x180, 0x400..<0x530: plausible += 1
      case 0x2010..<0x2040, 0x20A0..<0x20C0, 0x2116, 0x2122, 0xFEFF: plausible += 1
      default: break
      }
      index += size
    }
    return (units, plausible)
  }

  /// Whether text that was called wide is rather something else: one unit in ten is no character that a text holds.
  static func isNoText(_ bytes: ArraySlice<UInt8>, _ encoding: CharacterEncoding) -> Bool {
    var text: [UInt8] = []
    var reader = EncodingReader(encoding)
    reader.read(bytes.prefix(32_768), last: false, to: &text)
    var odd = reader.replaced
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 {
      count += 1
      if ASCII.isOddControl(byte) { odd += 1 }
    }
    return odd * 10 > count
  }
}
