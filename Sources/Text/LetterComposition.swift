/// The letters that a Latin or Cyrillic letter makes with one mark behind it, by Normalization Form C.
///
/// Letters typed with their marks apart («и» and U+0306 for «й») are frequent in text from some systems, and
/// asking ICU for each is slow: so it is asked once for all of them.
enum LetterComposition {
  private static let marks: Range<UInt32> = 0x300..<0x330
  private static let latin: Range<UInt32> = 0x41..<0x7B
  private static let cyrillic: Range<UInt32> = 0x410..<0x45A

  /// One row of marks a letter; 0 where they stay apart.
  private static let table: [UInt16] = {
    let letters = Array(latin) + Array(cyrillic)
    var pairs: [UInt8] = []
    for letter in letters {
      for mark in marks {
        Scalars.append(letter, to: &pairs)
        Scalars.append(mark, to: &pairs)
        pairs.append(0x20)
      }
    }
    var table: [UInt16] = []
    table.reserveCapacity(letters.count * marks.count)
    let composed = ICU.nfc(pairs)
    composed.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let (value, length) = Scalars.decode(bytes, at: at)
        at += length
        let isWhole = bytes[at] == 0x20
        table.append(isWhole ? UInt16(truncatingIfNeeded: value) : 0)
        if !isWhole { at += Scalars.decode(bytes, at: at).length }
        at += 1
      }
    }
    return table
  }()

  /// The letter that two characters make together; nil if they stay apart.
  static func letter(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    let row: UInt32
    if latin.contains(base) {
      row = base - latin.lowerBound
    } else if cyrillic.contains(base) {
      row = UInt32(latin.count) + base - cyrillic.lowerBound
    } else {
      return nil
    }
    guard marks.contains(mark) else { return nil }
    let index = Int(row) * marks.count + Int(mark - marks.lowerBound)
    return index < table.count && table[index] != 0 ? UInt32(table[index]) : nil
  }
}
