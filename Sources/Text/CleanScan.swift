import DatelineDocuments

/// What a text holds that some step of normalisation has to look at.
///
/// Most text needs no step at all, and finding that out must cost less than a step: sixteen bytes are
/// looked at together, and only where they may not be plain letters, signs and single spaces are they
/// looked at one by one. A finding is a reason to look closer, no verdict.
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
    /// Marks that may make one letter with the letter before them.
    static let marks = Findings(rawValue: 2048)
    /// Reasons for `composition` that are neither such marks nor blanks and invisible characters.
    static let rareComposition = Findings(rawValue: 4096)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var found: Findings = []
  /// Letters of the Russian alphabet, and the capitals among them.
  private var letters = 0
  private var capitals = 0

  /// What there is in a text; plain Cyrillic text takes about half a nanosecond a byte, any text linear time.
  static func findings(in bytes: UnsafeBufferPointer<UInt8>) -> Findings {
    guard let first = bytes.first, let last = bytes.last else { return [] }
    var scan = CleanScan(bytes: bytes)
    // A blank at an edge is one to be taken away.
    if first <= 0x20 || last <= 0x20 { scan.found.insert(.blanks) }
    scan.run()
    return scan.found
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: - Sixteen bytes at a time

  private typealias Lanes = ByteLanes.Lanes
  private typealias Mask = ByteLanes.Mask

  private mutating func run() {
    // The lanes are loaded where they stand, together with the bytes one and two before and one behind each
    // of them: so the first two bytes are looked at apart, and the last sixteen.
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var at = look(from: 0, to: min(2, count))
    if found.contains(.damage) { return }
    // The other letter's lane is none of those below.
    if at > 0, at < count, Self.isLatin(bytes[at - 1]), bytes[at] & 0xFC == 0xD0 { found.insert(.mixture) }
    /// Where the last character ended that was looked at by itself.
    var looked = at
    var anyCyrillic = Mask(repeating: false)
    var anyLatin = Mask(repeating: false)
    var mixture = Mask(repeating: false)
    // Counted in each lane, and added up before a lane overflows.
    var letterLanes = Lanes()
    var capitalLanes = Lanes()
    var rounds = 0
    func flushLanes() {
      letters &+= ByteLanes.sum(letterLanes)
      capitals &+= ByteLanes.sum(capitalLanes)
      (letterLanes, capitalLanes, rounds) = (Lanes(), Lanes(), 0)
    }
    while at + 17 <= count {
      let lanes = raw.loadUnaligned(fromByteOffset: at, as: Lanes.self)
      let before = raw.loadUnaligned(fromByteOffset: at - 1, as: Lanes.self)
      let row = lanes & ByteLanes.all(0xF0)
      let cyrillic = (lanes & ByteLanes.all(0xFC)) .== ByteLanes.all(0xD0)
      let isContinued =
        ((lanes & ByteLanes.all(0xC0)) .== ByteLanes.all(0x80)) .^ (before .>= ByteLanes.all(0xC0))
      let isBlank = (lanes .== ByteLanes.all(0x20)) .& (before .<= ByteLanes.all(0x20))
      let isControl = (lanes .< ByteLanes.all(0x20)) .| (lanes .== ByteLanes.all(0x7F))
      let odd = ((lanes .>= ByteLanes.all(0xC0)) .^ cyrillic) .| isContinued .| isControl .| isBlank
      // The letters Ђ…Џ and ѐ…џ, of which only Ё ё І і are ours, and those of U+0480 to U+0491.
      let afterD0 = before .== ByteLanes.all(0xD0)
      let afterD1 = before .== ByteLanes.all(0xD1)
      let own = lanes & ByteLanes.all(0xEF)
      let isOwn = (own .== ByteLanes.all(0x86)) .| (own .== ByteLanes.all(0x81))
      let isSlavic = (afterD0 .& (row .== ByteLanes.all(0x80))) .| (afterD1 .& (row .== ByteLanes.all(0x90)))
      let rare = (isSlavic .& .!isOwn) .| ((before .== ByteLanes.all(0xD2)) .& (lanes .< ByteLanes.all(0x92)))
      var closer = ByteLanes.words(odd .| rare)
      if closer.0 | closer.1 != 0 {
        for (base, word) in [(at, closer.0), (at + 8, closer.1)] where word != 0 {
          closer.0 = word
          while closer.0 != 0 {
            let place = base + closer.0.trailingZeroBitCount / 8
            closer.0 &= ~(0xFF << UInt64((place - base) * 8))
            guard place >= looked else { continue }
            // A continuation byte is looked at together with the byte before it.
            let start = bytes[place - 1] >= 0xC0 && place > looked ? place - 1 : place
            looked = look(from: start, to: start + 1)
            if found.contains(.damage) { return }
          }
        }
      }
      letterLanes &-= ByteLanes.ones((afterD0 .| afterD1) .& .!rare)
      capitalLanes &-= ByteLanes.ones(
        afterD0 .& ((row .== ByteLanes.all(0x90)) .| (row .== ByteLanes.all(0xA0))))
      rounds &+= 1
      if rounds == 255 { flushLanes() }
      let letter = ((lanes | ByteLanes.all(0x20)) &- ByteLanes.all(0x61)) .< ByteLanes.all(26)
      let latin = letter .| ((lanes &- ByteLanes.all(0x30)) .< ByteLanes.all(10))
      anyCyrillic = anyCyrillic .| cyrillic
      if ByteLanes.isAny(latin) {
        anyLatin = anyLatin .| letter
        let second = raw.loadUnaligned(fromByteOffset: at - 2, as: Lanes.self)
        let behind = raw.loadUnaligned(fromByteOffset: at + 1, as: Lanes.self)
        let besideCyrillic =
          ((second & ByteLanes.all(0xFC)) .== ByteLanes.all(0xD0))
          .| ((behind & ByteLanes.all(0xFC)) .== ByteLanes.all(0xD0))
        mixture = mixture .| (latin .& besideCyrillic)
      }
      at += 16
    }
    flushLanes()
    at = max(at, looked)
    if at > 0, at < count, at > looked, bytes[at - 1] >= 0xC0 { at -= 1 }
    _ = look(from: at, to: count)
    if ByteLanes.isAny(anyCyrillic) { found.insert(.cyrillic) }
    if ByteLanes.isAny(anyLatin) { found.insert(.latin) }
    if ByteLanes.isAny(mixture) { found.insert(.mixture) }
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
      case 0x450, 0x400, 0x483...0x487: found.formUnion([.composition, .rareComposition])
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
      if value >= 0x340 { found.formUnion([.otherScripts, .composition, .rareComposition]) }
    case 0x80..<0xA0, 0xA0, 0xAD: found.insert(.blanks)
    case 0xA1..<0xC0: break
    case 0x300..<0x340: found.formUnion([.composition, .marks])
    case 0x2B0..<0x370: found.formUnion([.composition, .rareComposition])
    case 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x180E, 0x61C, 0x1680, 0x3000, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      found.formUnion([.blanks, .composition])
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0..<0x20D0: break
    case 0x2116, 0x2122: break
    case 0xFFFD: found.insert(.oddities)
    case 0x2190..<0x2300, 0x2500..<0x2800, 0x1F300..<0x1FB00: break
    default: found.formUnion([.composition, .rareComposition, .otherScripts])
    }
    if Mojibake.isOdd(bytes, at: at) { found.insert(.oddities) }
  }
}
