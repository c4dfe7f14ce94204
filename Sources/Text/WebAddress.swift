/// Finds addresses of the Web and of the mail, which are one word each.
enum WebAddress {
  /// How far a mail address is looked for: longer runs before an "@" are no address.
  private static let longestName = 64
  /// The longest name of a site, by the rules of the Internet; "a.a.a.…" is looked at no further.
  private static let longestSite = 253

  /// The end of an address with a scheme, of "www." or of a mail address at `start`, or nil.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let first = bytes[start]
    guard first < 0x80 else { return nil }
    if first | 0x20 == 0x68 || first | 0x20 == 0x77 || first | 0x20 == 0x66 {
      for opening in ["http://", "https://", "www.", "ftp://"] as [StaticString] {
        if starts(bytes, at: start, with: opening) {
          return trimmed(bytes, start, start + opening.utf8CodeUnitCount)
        }
      }
    }
    return mailEnd(in: bytes, from: start)
  }

  /// The end of a bare site name ("zakon.kz") whose first part ends at `wordEnd`, or nil.
  static func siteEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, wordEnd: Int) -> Int? {
    var dot = wordEnd
    var found: Int?
    while dot + 1 < bytes.count, dot - start < longestSite, bytes[dot] == 0x2E, isNameByte(bytes[dot - 1]) {
      var at = dot + 1
      var isTopLevel = true
      while at < bytes.count, isNameByte(bytes[at]), at - dot <= longestName {
        if bytes[at] &- 0x61 >= 26 { isTopLevel = false }
        at += 1
      }
      guard at > dot + 1, at - dot <= longestName else { break }
      let ended = at == bytes.count || bytes[at] < 0x80
      found = nil
      if ended, isTopLevel, isKnown(bytes[(dot + 1)..<at]) { found = at }
      dot = at
    }
    guard let end = found else { return nil }
    // A path belongs to it.
    return end < bytes.count && bytes[end] == 0x2F && end + 1 < bytes.count && isNameByte(bytes[end + 1])
      ? trimmed(bytes, start, end) : end
  }

  private static func mailEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let limit = min(bytes.count, start + longestName)
    var at = start
    while at < limit, isMailByte(bytes[at]) { at += 1 }
    guard at > start, at + 1 < bytes.count, bytes[at] == 0x40, isNameByte(bytes[at + 1]) else { return nil }
    var end = at + 1
    var dots = 0
    while end < bytes.count, isNameByte(bytes[end]) || bytes[end] == 0x2E {
      if bytes[end] == 0x2E {
        guard end + 1 < bytes.count, isNameByte(bytes[end + 1]) else { break }
        dots += 1
      }
      end += 1
    }
    return dots > 0 ? end : nil
  }

  /// An address goes on to a space or a quotation mark; what closes the sentence is not part of it.
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ from: Int) -> Int {
    var end = from
    var opened = 0
    while end < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: end)
      let kind = Scalars.classify(value)
      if kind == .space || isQuote(value) || value == 0x3C || value == 0x3E { break }
      if value == 0x28 { opened += 1 }
      if value == 0x29 {
        guard opened > 0 else { break }
        opened -= 1
      }
      end += length
    }
    while end > from, isClosing(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func isKnown(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if name.count <= 2 || name.count > 6 { return name.count == 2 }
    return ["com", "org", "net", "info", "biz", "gov", "edu", "int", "news", "online", "media", "press"]
      .contains { $0.utf8.elementsEqual(name) }
  }

  private static func starts(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, with word: StaticString
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count < bytes.count else { return false }
    for offset in 0..<count where bytes[start + offset] | 0x20 != word.utf8Start[offset] | 0x20 {
      return false
    }
    return true
  }

  private static func isQuote(_ value: UInt32) -> Bool {
    value == 0x22 || value == 0xAB || value == 0xBB || (0x2018...0x201F).contains(value)
  }
  private static func isClosing(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x21 || byte == 0x3F
      || byte == 0x27 || byte == 0x5D || byte == 0x7D
  }
  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D
  }
  private static func isMailByte(_ byte: UInt8) -> Bool {
    isNameByte(byte) || byte == 0x2E || byte == 0x5F || byte == 0x25 || byte == 0x2B
  }
}
