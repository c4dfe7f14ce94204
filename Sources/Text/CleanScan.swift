import DatelineDocuments

/// What a text holds that some step of normalisation has to look at.
///
/// Most text needs no step at all, and finding that out must cost less than a step: eight bytes are
/// looked at together (SWAR, "SIMD within a register"), and only where they may not be plain letters,
/// signs and single spaces are they looked at one by one. A finding is a reason to look closer, no verdict.
struct CleanScan {
  /// Reasons to look closer.
  struct Findings: OptionSet, Sendable {
    let rawValue: UInt16
    /// Bytes that are not UTF-8; nothing behind them was looked at.
    static let damage = Findings(rawValue: 1)
    /// Blanks other than single spaces and line feeds inside the text; invisible characters; controls.
    static let blanks = Findings(rawValue: 2)
    /// Characters that may not be in Normalization Form C.
    static let composition = Findings(rawValue: 4)
    /// A Latin or Greek letter, or a digit, beside a Cyrillic letter.
    static let mixture = Findings(rawValue: 8)
    /// Letters and signs that are rare in whole text and common in misread text.
    static let oddities = Findings(rawValue: 16)
    /// Cyrillic letters of South and West Slavic alphabets, in whose place old fonts drew Kazakh ones.
    static let foreignCyrillic = Findings(rawValue: 32)
    /// Line feeds.
    static let lines = Findings(rawValue: 64)
    /// Letters of scripts that are neither Latin nor Cyrillic.
    static let otherScripts = Findings(rawValue: 128)
    /// Cyrillic letters.
    static let cyrillic = Findings(rawValue: 256)
    /// More than every third Cyrillic letter is a capital, as in KOI8-R read as windows-1251.
    static let capitals = Findings(rawValue: 512)
    /// Latin letters.
    static let latin = Findings(rawValue: 1024)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var found: Findings = []
  /// Letters of the Russian alphabet, and the capitals among them.
  private var letters = 0
  private var capitals = 0

  /// What there is in a text; plain Cyrillic text takes about a nanosecond a byte, any text linear time.
  static func findings(in bytes: UnsafeBufferPointer<UInt8>) -> Findings {
    guard let first = bytes.first, let last = bytes.last else { return [] }
    var scan = CleanScan(bytes: bytes)
    // A blank at an edge is one to be taken away.
    if first <= 0x20 || last <= 0x20 { scan.found.insert(.blanks) }
    scan.run()
    return scan.found
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: - Eight bytes at a time

  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// One byte in all eight places.
  @inline(__always) private static func all(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }
  /// The top bits of the bytes that are zero.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & low) &+ low) | word | low)
  }
  /// The top bits of the bytes below a value of at most 0x80; a byte of 0x80 or more is not below it.
  @inline(__always) private static func below(_ value: UInt8, _ word: UInt64) -> UInt64 {
    ~((word & low) &+ all(0x80 - value)) & ~word & high
  }

  /// The sum of eight bytes.
  private static func sum(_ lanes: UInt64) -> Int {
    var rest = lanes
    var sum = 0
    while rest != 0 {
      sum &+= Int(rest & 0xFF)
      rest >>= 8
    }
    return sum
  }

  private mutating func run() {
    // The words are loaded where they stand, and never beyond the last whole one.
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var at = 0
    // What the byte before was, in the place of the lowest byte of the next word.
    var leadBefore: UInt64 = 0
    var blankBefore: UInt64 = 0
    var latinBefore: UInt64 = 0
    var cyrillicBefore: UInt64 = 0
    var ukrainianBefore: UInt64 = 0
    var serbianBefore: UInt64 = 0
    var anyCyrillic: UInt64 = 0
    var anyLatin: UInt64 = 0
    var mixture: UInt64 = 0
    // Counts of each of the eight bytes, added up before they overflow.
    var letterLanes: UInt64 = 0
    var capitalLanes: UInt64 = 0
    var lanes = 0
    func flushLanes() {
      letters &+= Self.sum(letterLanes)
      capitals &+= Self.sum(capitalLanes)
      (letterLanes, capitalLanes, lanes) = (0, 0, 0)
    }
    while at + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let top = word & Self.high
      let lead = top & (word << 1)
      let cyrillicLead = Self.zeros((word & Self.all(0xFC)) ^ Self.all(0xD0))
      let expected = lead << 8 | leadBefore
      let blank = Self.zeros(word ^ Self.all(0x20))
      let odd =
        (lead ^ cyrillicLead) | ((top & ~lead) ^ expected) | Self.below(0x20, word)
        | (blank & (blank << 8 | blankBefore))
      // The letters Ђ…Џ and ѐ…џ, of which only Ё ё І і are ours.
      let ukrainianLead = Self.zeros(word ^ Self.all(0xD0))
      let serbianLead = Self.zeros(word ^ Self.all(0xD1))
      let afterD0 = ukrainianLead << 8 | ukrainianBefore
      let afterD1 = serbianLead << 8 | serbianBefore
      let row = word & Self.all(0xF0)
      let row9 = Self.zeros(row ^ Self.all(0x90))
      let ukrainian = afterD0 & Self.zeros(row ^ Self.all(0x80))
      let serbian = afterD1 & row9
      var rare = ukrainian | serbian
      if rare != 0 {
        let own =
          serbian & (Self.zeros(word ^ Self.all(0x96)) | Self.zeros(word ^ Self.all(0x91)))
          | ukrainian & (Self.zeros(word ^ Self.all(0x86)) | Self.zeros(word ^ Self.all(0x81)))
        rare &= ~own
      }
      if odd | rare != 0 {
        let start = leadBefore != 0 ? at - 1 : at
        at = look(from: start, to: at + 8)
        if found.contains(.damage) { return }
        leadBefore = 0
        ukrainianBefore = 0
        serbianBefore = 0
        blankBefore = bytes[at - 1] <= 0x20 ? 0x80 : 0
        latinBefore = Self.isLatin(bytes[at - 1]) ? 0x80 : 0
        cyrillicBefore = at > 1 && bytes[at - 2] & 0xFC == 0xD0 ? 0x80 : 0
        continue
      }
      letterLanes &+= (afterD0 | afterD1) >> 7
      capitalLanes &+= (afterD0 & (row9 | Self.zeros(row ^ Self.all(0xA0)))) >> 7
      lanes &+= 1
      if lanes == 255 { flushLanes() }
      let small = word | Self.all(0x20)
      let letter = ~Self.below(0x61, small) & Self.below(0x7B, small) & ~top
      let latin = letter | (~Self.below(0x30, word) & Self.below(0x3A, word) & ~top)
      anyLatin |= letter
      let cyrillic = cyrillicLead | expected
      mixture |= (latin & (cyrillic << 8 | cyrillicBefore)) | (cyrillic & (latin << 8 | latinBefore))
      anyCyrillic |= cyrillicLead
      leadBefore = lead >> 56
      ukrainianBefore = ukrainianLead >> 56
      serbianBefore = serbianLead >> 56
      blankBefore = blank >> 56
      latinBefore = latin >> 56
      cyrillicBefore = cyrillic >> 56
      at += 8
    }
    flushLanes()
    if leadBefore != 0 { at -= 1 }
    _ = look(from: at, to: count)
    if anyCyrillic != 0 { found.insert(.cyrillic) }
    if anyLatin != 0 { found.insert(.latin) }
    if mixture != 0 { found.insert(.mixture) }
    if capitals >= 6, capitals &* 3 > letters { found.insert(.capitals) }
  }

  /// Whether a byte is an ASCII letter or digit.
  @inline(__always) private static func isLatin(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  // MARK: - One character at a time

  /// Looks at the characters that start in a range; returns where the last one ends.
  private mutating func look(from start: Int, to limit: Int) -> Int {
    var at = start
    while at < limit {
      let byte = bytes[at]
      if byte < 0x80 {
        lookASCII(byte, at)
        at += 1
        continue
      }
      guard case .wellFormed(let length) = UTF8Sequence(bytes, at: at) else {
        found.insert(.damage)
        return at
      }
      let value = Scalars.decode(bytes, at: at).value
      lookHigh(value, at, length)
      at += length
    }
    return at
  }

  private mutating func lookASCII(_ byte: UInt8, _ at: Int) {
    let before = at > 0 ? bytes[at - 1] : 0x21
    switch byte {
    case 0x20: if before <= 0x20 { found.insert(.blanks) }
    case 0x0A:
      found.insert(.lines)
      if before == 0x20 || (before == 0x0A && at > 1 && bytes[at - 2] == 0x0A) { found.insert(.blanks) }
    case 0x00..<0x20, 0x7F: found.insert(.blanks)
    default:
      if (byte | 0x20) &- 0x61 < 26 { found.insert(.latin) }
      // The other order is seen at the Cyrillic letter.
      if at > 1, bytes[at - 2] & 0xFC == 0xD0, before & 0xC0 == 0x80, Self.isLatin(byte) {
        found.insert(.mixture)
      }
    }
  }

  private mutating func lookHigh(_ value: UInt32, _ at: Int, _ length: Int) {
    let before: UInt8 = at > 0 ? bytes[at - 1] : 0x20
    switch value {
    case 0x400..<0x530:
      found.insert(.cyrillic)
      if Self.isLatin(before) { found.insert(.mixture) }
      switch value {
      case 0x402...0x405, 0x407...0x40F, 0x452...0x455, 0x457...0x45F, 0x490, 0x491:
        found.formUnion([.foreignCyrillic, .oddities])
      case 0x450, 0x400, 0x483...0x487: found.insert(.composition)
      case 0x410...0x42F: capitals &+= 1
      default: break
      }
      letters &+= 1
      return
    case 0xC0..<0x2B0, 0x370..<0x400:
      // Kazakh «ə» and Greek «ο» among Cyrillic letters.
      let after = at + length < bytes.count ? bytes[at + length] : 0
      if after & 0xFC == 0xD0 || (at > 1 && bytes[at - 2] & 0xFC == 0xD0) { found.insert(.mixture) }
      if value < 0x370 { found.insert(.latin) }
      if value >= 0x340 { found.formUnion([.otherScripts, .composition]) }
    case 0x80..<0xA0, 0xA0, 0xAD: found.insert(.blanks)
    case 0xA1..<0xC0: break
    case 0x2B0..<0x370: found.insert(.composition)
    case 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x180E, 0x61C, 0x1680, 0x3000, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      found.formUnion([.blanks, .composition])
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0..<0x20D0: break
    case 0x2116, 0x2122: break
    case 0xFFFD: found.insert(.oddities)
    case 0x2190..<0x2300, 0x2500..<0x2800, 0x1F300..<0x1FB00: break
    default: found.formUnion([.composition, .otherScripts])
    }
    if Mojibake.isOdd(bytes, at: at) { found.insert(.oddities) }
  }
}
