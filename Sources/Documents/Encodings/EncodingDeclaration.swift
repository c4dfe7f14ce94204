/// What a text, or whoever delivered it, says its encoding is.
struct EncodingDeclaration: Sendable {
  /// As it was written.
  let name: String
  /// What that means; nil if nobody knows.
  let encoding: CharacterEncoding?
  /// Where in the source the name stands; nil if outside.
  let offset: Int?

  /// A declaration outside the text.
  init(name: String) {
    self.name = name
    encoding = CharacterEncoding(declared: name)
    offset = nil
  }

  /// `encoding="…"` of an XML declaration or `charset=…` of an HTML page; nil if there is none at the start.
  /// - Parameter encoding: how to read what is ASCII; matters where a character takes two or four bytes.
  init?(in bytes: ArraySlice<UInt8>, encoding: CharacterEncoding) {
    var head = bytes.prefix(Self.reach)
    var size = 1
    if encoding.isWide {
      size = [.utf32LittleEndian, .utf32BigEndian].contains(encoding.method) ? 4 : 2
      let isBig = [.utf16BigEndian, .utf32BigEndian].contains(encoding.method)
      head = Self.narrowed(bytes.prefix(Self.reach * size), size: size, isBig: isBig)
    }
    guard let (name, index) = Self.found(in: head) else { return nil }
    self.name = name
    self.encoding = CharacterEncoding(declared: name)
    offset = encoding.isWide ? bytes.startIndex + index * size : index
  }

  /// How far from the start declarations are looked for, in characters.
  private static let reach = 8192

  /// Whether reading in that encoding is what was declared.
  func agrees(with used: CharacterEncoding) -> Bool {
    if encoding == used { return true }
    let orderless = ASCII.trimmed(name).lowercased()
    return switch used.method {
    case .utf16LittleEndian, .utf16BigEndian: ["utf-16", "utf16", "ucs-2", "unicode"].contains(orderless)
    case .utf32LittleEndian, .utf32BigEndian: ["utf-32", "utf32", "ucs-4"].contains(orderless)
    default: false
    }
  }

  /// The ASCII of wide characters, with a zero for all others.
  private static func narrowed(_ bytes: ArraySlice<UInt8>, size: Int, isBig: Bool) -> ArraySlice<UInt8> {
    var narrow: [UInt8] = []
    var start = bytes.startIndex
    while start + size <= bytes.endIndex {
      let low = isBig ? start + size - 1 : start
      let isASCII = bytes[low] < 0x80 && (start..<start + size).allSatisfy { $0 == low || bytes[$0] == 0 }
      narrow.append(isASCII ? bytes[low] : 0)
      start += size
    }
    return narrow[...]
  }

  private static func found(in head: ArraySlice<UInt8>) -> (name: String, index: Int)? {
    var index = head.startIndex
    while index < head.endIndex, ASCII.isSpace(head[index]) { index += 1 }
    if ASCII.stands("<?xml", in: head, at: index) {
      let end = head[index...].firstIndex(of: ASCII.greaterThan) ?? head.endIndex
      if let found = value(after: "encoding", in: head[index..<end]) { return found }
    }
    var search = head[index...]
    while let open = search.firstIndex(of: ASCII.lessThan) {
      search = head[(open + 1)...]
      guard ASCII.stands("meta", in: head, at: open + 1) else { continue }
      let end = search.firstIndex(of: ASCII.greaterThan) ?? head.endIndex
      if let found = value(after: "charset", in: head[open..<end]) { return found }
    }
    return nil
  }

  private static func value(
    after key: StaticString, in bytes: ArraySlice<UInt8>
  ) -> (name: String, index: Int)? {
    guard let start = bytes.indices.first(where: { ASCII.stands(key, in: bytes, at: $0) }) else { return nil }
    var index = start + key.utf8CodeUnitCount
    while index < bytes.endIndex, ASCII.isSpace(bytes[index]) { index += 1 }
    guard index < bytes.endIndex, bytes[index] == 0x3D else { return nil }
    index += 1
    while index < bytes.endIndex, ASCII.isSpace(bytes[index]) || bytes[index] == 0x22 || bytes[index] == 0x27
    {
      index += 1
    }
    let name = bytes[index...].prefix {
      ASCII.isLetterOrDigit($0) || $0 == ASCII.hyphen || $0 == 0x5F || $0 == ASCII.colon || $0 == ASCII.dot
    }
    return name.isEmpty ? nil : (String(decoding: name, as: UTF8.self), index)
  }
}
