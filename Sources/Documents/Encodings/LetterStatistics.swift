/// Tells single-byte encodings apart by how likely the text is that they would give.
struct LetterStatistics {
  /// What of the sample tells encodings apart: bytes of 0x80 and more with the ASCII around them, a space between.
  private var telling: [UInt8] = [ASCII.space]

  /// Whether there are several ASCII letters to each other one: then a few of the latter make no Cyrillic text.
  private var isMostlyLatin = false

  /// How much of it is enough.
  private static let enough = 6_000

  /// Linear in the sample, and ASCII in it is passed over quickly.
  init(_ sample: ArraySlice<UInt8>) {
    sample.withUnsafeBufferPointer { bytes in
      var index = 0
      var taken = 0
      while telling.count < Self.enough {
        index = Self.nextHigh(in: bytes, from: index)
        guard index < bytes.count else { break }
        let start = max(taken, index - 3)
        if start > taken { telling.append(ASCII.space) }
        while index < bytes.count, bytes[index] >= 0x80, index - start < Self.enough { index += 1 }
        taken = min(bytes.count, index + 2)
        telling.append(contentsOf: bytes[start..<taken])
        index = max(index, taken)
      }
      telling.append(ASCII.space)
      var letters = 0
      for byte in bytes.prefix(Self.enough) where ASCII.isLetter(byte) { letters += 1 }
      var high = 0
      for byte in telling where byte >= 0x80 { high += 1 }
      isMostlyLatin = letters > 3 * high
    }
  }

  private static func nextHigh(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= bytes.count,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    { index += 8 }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The cost of the likeliest reading in one of the four languages; lower is likelier.
  ///
  /// In eighths of a natural logarithm; comparable among encodings, since the bytes are the same.
  func cost(of table: [UInt32]) -> Int {
    guard table.count == 128 else { return .max }
    var classes = Self.ascii
    for scalar in table { classes.append(LetterClass(scalar)) }
    let model = LetterModel.shared.costs
    var sum = SIMD4<Int32>()
    var cases: Int32 = 0
    var caseCosts = LetterCaseCosts()
    var previous = 0
    var signInWord: Int32 = 0
    for byte in telling {
      let current = classes[Int(byte)]
      sum &+= SIMD4<Int32>(truncatingIfNeeded: model[previous * LetterClass.count + Int(current.index)])
      cases &+= caseCosts.next(current.letterCase)
      if current.isLetter { cases &+= signInWord }
      let isInWord = current.endsWord && previous != 0 && previous <= Int(LetterClass.otherLatin)
      signInWord = isInWord ? current.joinsWords ? 16 : 40 : 0
      previous = Int(current.index)
    }
    let isCyrillic = classes.contains { LetterClass.cyrillic.contains($0.index) }
    // An encoding of Cyrillic letters in which there are none: the no-break space of KOI8-R is where MacRoman has "ö".
    if isCyrillic, !telling.contains(where: { $0 >= 0x80 && Self.isUsed(classes[Int($0)]) }) { cases &+= 64 }
    let (cyrillic, latin): (Int32, Int32) = (isMostlyLatin ? 64 : 0, isCyrillic ? 32 : 0)
    sum &+= SIMD4(cyrillic, cyrillic, latin, latin)
    return Int(sum.min() &+ cases)
  }

  /// Whether a character is more than a blank.
  private static func isUsed(_ found: LetterClass) -> Bool { found.index != LetterClass.fixedSpace }

  /// How many bytes were looked at.
  var count: Int { telling.count }

  private static let ascii: [LetterClass] = (0..<128).map { LetterClass($0) }
}
