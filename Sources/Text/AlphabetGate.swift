/// Says in one pass over the bytes of a paragraph whether its letters are worth looking at.
///
/// Nearly all paragraphs are told to be clean here, so these are measured hot loops: a table says what
/// each byte wants of the bytes behind it and what it is to those before, and unsafe pointers read both.
enum AlphabetGate {
  // A Cyrillic letter is a lead byte and one more, so it is compared with the second byte behind its lead.
  private static let isOther: UInt8 = 1
  private static let isCyrillic: UInt8 = 2
  private static let isASCIILetter: UInt8 = 4
  private static let isGreek: UInt8 = 8

  /// What every byte is, what it must not meet in the next byte, and what in the one behind that.
  private struct Bytes: Sendable {
    var kind = [UInt8](repeating: 0, count: 256)
    var next = [UInt8](repeating: 0, count: 256)
    var second = [UInt8](repeating: 0, count: 256)
  }

  private static let alphabets: Bytes = {
    var bytes = Bytes()
    for byte in 0xD0...0xD4 {
      bytes.kind[byte] = isCyrillic
      bytes.second[byte] = isOther
    }
    for byte in Array("03".utf8) + Array(0x41...0x5A) + Array(0x61...0x7A) {
      bytes.kind[Int(byte)] = byte < 0x40 ? isOther : isOther | isASCIILetter
      bytes.next[Int(byte)] = byte < 0x40 ? isCyrillic : isCyrillic | isGreek
    }
    // Latin letters with marks and Greek ones.
    for byte in 0xC3...0xC9 {
      bytes.kind[byte] = isOther
      bytes.second[byte] = isCyrillic
    }
    for byte in 0xCE...0xCF {
      bytes.kind[byte] = isOther | isGreek
      bytes.second[byte] = isCyrillic | isASCIILetter
    }
    return bytes
  }()

  /// Ђ–Џ and ђ–џ without і, and ґ: each lead byte asks for its own second bytes.
  private static let oldFonts: Bytes = {
    var bytes = Bytes()
    bytes.next[0xD0] = 1
    bytes.next[0xD1] = 2
    bytes.next[0xD2] = 4
    for byte in 0x82...0x8F where byte != 0x86 { bytes.kind[byte] |= 1 }
    for byte in 0x92...0x9F where byte != 0x96 { bytes.kind[byte] |= 2 }
    for byte in 0x90...0x91 { bytes.kind[byte] |= 4 }
    return bytes
  }()

  /// Whether a Cyrillic letter stands directly beside a letter of another alphabet or beside a 0 or 3, a
  /// Greek one beside a plain Latin one, or a word wholly of look-alikes stands among words of the other alphabet.
  static func mixes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let kinds = scan(bytes, for: alphabets) else { return true }
    return kinds & isCyrillic != 0 && kinds & isASCIILetter != 0 && hasLookalikeWord(bytes)
  }

  /// Whether one of the letters of other Slavic alphabets is there that old fonts drew otherwise.
  static func hasOldFontLetter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    scan(bytes, for: oldFonts) == nil
  }

  /// All kinds of bytes that were seen; nil as soon as one meets what it must not.
  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, for table: Bytes) -> UInt8? {
    table.kind.withUnsafeBufferPointer { kinds in
      table.next.withUnsafeBufferPointer { nexts in
        table.second.withUnsafeBufferPointer { seconds in
          scan(bytes, kinds, nexts, seconds)
        }
      }
    }
  }

  @inline(__always)
  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kinds: UnsafeBufferPointer<UInt8>,
    _ nexts: UnsafeBufferPointer<UInt8>, _ seconds: UnsafeBufferPointer<UInt8>
  ) -> UInt8? {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var seen: UInt8 = 0
    var wanted: UInt8 = 0
    var wantedLater: UInt8 = 0
    var at = 0
    while at < bytes.count {
      // Plain ASCII, eight bytes at a time: nothing in it can meet anything but what stands at its edges.
      if at + 8 <= bytes.count, bytes[at] < 0x80, wanted | wantedLater == 0 || at == 0,
        base.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        seen |= kinds[0x61]
        wanted = nexts[Int(bytes[at + 7])]
        at += 8
        while at + 8 <= bytes.count,
          base.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          wanted = nexts[Int(bytes[at + 7])]
          at += 8
        }
        wantedLater = 0
        continue
      }
      let end = min(bytes.count, at + 64)
      var met: UInt8 = 0
      while at < end {
        let byte = Int(bytes[at])
        let kind = kinds[byte]
        met |= wanted & kind
        seen |= kind
        wanted = wantedLater | nexts[byte]
        wantedLater = seconds[byte]
        at += 1
      }
      if met != 0 { return nil }
    }
    return seen
  }

  /// A, B, C, E, H, I, K, M, O, P, T, X, Y and a, c, e, h, i, k, o, p, x, y, one bit each from "@".
  private static let lookalikes: UInt64 = "ABCEHIKMOPTXYacehikopxy".utf8.reduce(into: 0) {
    $0 |= 1 << UInt64($1 & 0x3F)
  }

  /// Whether a word of ASCII letters could be read as Cyrillic, or Latin words are in the majority and
  /// hold strangers.
  private static func hasLookalikeWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    let lookalikes = Self.lookalikes
    var cyrillic = 0
    var ascii = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      guard isLetter(byte) else {
        if byte &- 0xD0 < 5 { cyrillic += 1 }
        at += 1
        continue
      }
      var isLookalike = at == 0 || bytes[at - 1] &- 0x30 >= 10
      while at < bytes.count, isLetter(bytes[at]) {
        if lookalikes >> UInt64(bytes[at] & 0x3F) & 1 == 0 { isLookalike = false }
        ascii += 1
        at += 1
      }
      if isLookalike, at == bytes.count || bytes[at] &- 0x30 >= 10 { return true }
    }
    return ascii > cyrillic
  }
}
