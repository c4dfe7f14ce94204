/// What the first bytes say a source is.
enum ContentKind: Equatable {
  /// A document of a format, and the sign that said so.
  case document(DocumentFormat, sign: String)
  /// Clearly something else: an image, a database, JSON. A folder may hold such files beside the documents.
  case bystander(String)
  /// Bytes that might hold a document, in a format that is not read.
  case foreign(String)
  /// No format at all.
  case binary(offset: Int)
}

extension DocumentFormat {
  /// Decides by content, never by file name.
  /// - Parameter text: the start of the source as UTF-8.
  static func detect(in text: ArraySlice<UInt8>) -> ContentKind {
    var index = skipSpace(text, from: text.startIndex)
    guard index < text.endIndex else { return .document(.text, sign: "nothing but white space") }
    guard text[index] == ASCII.lessThan else {
      if looksLikeJSON(text[index...]) { return .bystander("JSON") }
      return tagCount(in: text) >= 3
        ? .document(.html, sign: "HTML tags") : .document(.text, sign: "no markup")
    }
    let prolog = ASCII.stands("<?xml", in: text, at: index)
    // Past declarations, comments and document types to the root element.
    while index < text.endIndex {
      if ASCII.stands("<!doctype html", in: text, at: index) {
        return .document(.html, sign: "<!doctype html")
      }
      if ASCII.stands("<!--", in: text, at: index) {
        index = find("-->", in: text, from: index + 4) ?? text.endIndex
      } else if ASCII.stands("<?", in: text, at: index) {
        index = find("?>", in: text, from: index + 2) ?? text.endIndex
      } else if ASCII.stands("<!", in: text, at: index) {
        index = endOfDoctype(text, from: index + 2)
      } else {
        break
      }
      index = skipSpace(text, from: index)
    }
    let name = elementName(in: text, at: index)
    switch name.split(separator: ":").last.map(String.init) ?? "" {
    case "rss", "rdf", "channel", "item": return .document(.rss, sign: "<\(name)")
    case "feed", "entry": return .document(.atom, sign: "<\(name)")
    case "html", "head", "body": return .document(.html, sign: "<\(name)")
    case "svg": return .bystander("an SVG image")
    default: break
    }
    if prolog {
      return name.isEmpty ? .foreign("XML without an element") : .foreign("XML with root <\(name)>")
    }
    return tagCount(in: text) >= 1 ? .document(.html, sign: "HTML tags") : .document(.text, sign: "no markup")
  }

  /// The kind of a source whose bytes are no text, or nil.
  ///
  /// Zeros and controls are signs of it, but not where a character takes two or four bytes: there, what they make
  /// together counts.
  /// - Parameters:
  ///   - bytes: the start of the source as it is.
  ///   - encoding: what it would be read as.
  static func detectBinary(
    in bytes: ArraySlice<UInt8>, as encoding: CharacterEncoding = .utf8
  ) -> ContentKind? {
    if encoding.isWide {
      return WidePattern.isNoText(bytes, encoding) ? .binary(offset: bytes.startIndex) : nil
    }
    for (magic, name, bystander) in magics where bytes.starts(with: magic) {
      return bystander ? .bystander(name) : .foreign(name)
    }
    let sample = bytes.prefix(65_536)
    var odd = 0
    var zeros = 0
    var first: Int?
    for (offset, byte) in sample.enumerated() where ASCII.isOddControl(byte) {
      odd += 1
      if byte == 0 { zeros += 1 }
      first = first ?? offset
    }
    // Stray control bytes are survived; one in fifty, or a zero in five hundred, is no text.
    guard let first, odd * 50 > sample.count || zeros * 500 > sample.count else { return nil }
    return .binary(offset: first)
  }

  private static let magics: [(magic: [UInt8], name: String, bystander: Bool)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image", true),
    ([0xFF, 0xD8, 0xFF], "a JPEG image", true),
    (Array("GIF8".utf8), "a GIF image", true),
    (Array("SQLite format 3".utf8), "an SQLite database", true),
    // The log and its index that SQLite keeps beside an open database (both byte orders): a store may lie
    // among the documents it is made from.
    ([0x37, 0x7F, 0x06, 0x82], "the log of an SQLite database", true),
    ([0x37, 0x7F, 0x06, 0x83], "the log of an SQLite database", true),
    ([0x18, 0xE2, 0x2D, 0x00], "the shared memory of an SQLite database", true),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", true),
    (Array("%PDF-".utf8), "a PDF document", false),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document", false),
    ([0x1F, 0x8B], "gzip-compressed data", false),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document", false),
  ]

  private static func skipSpace(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.endIndex {
      if ASCII.isSpace(text[index]) {
        index += 1
      } else if text[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
        index += 3
      } else {
        break
      }
    }
    return index
  }

  private static func find(_ word: StaticString, in text: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.endIndex {
      if ASCII.stands(word, in: text, at: index) { return index + word.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }

  /// Past `<!DOCTYPE …>`, with an internal subset in brackets.
  private static func endOfDoctype(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
    var depth = 0
    for index in start..<max(start, text.endIndex) {
      switch text[index] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case ASCII.greaterThan where depth <= 0: return index + 1
      default: break
      }
    }
    return text.endIndex
  }

  private static func elementName(in text: ArraySlice<UInt8>, at index: Int) -> String {
    guard index < text.endIndex, text[index] == ASCII.lessThan else { return "" }
    let name = text[(index + 1)...].prefix(40).prefix { ASCII.isLetterOrDigit($0) || $0 == ASCII.colon }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func looksLikeJSON(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first == 0x7B || first == 0x5B else { return false }
    guard let next = text.dropFirst().first(where: { !ASCII.isSpace($0) }) else { return true }
    if first == 0x7B { return next == 0x22 || next == 0x7D }
    return next == 0x22 || next == 0x7B || next == 0x5B || next == 0x5D
  }

  /// How many tags of common HTML elements the start of the text holds.
  private static func tagCount(in text: ArraySlice<UInt8>) -> Int {
    let sample = text.prefix(65_536)
    var count = 0
    var search = sample
    while let open = search.firstIndex(of: ASCII.lessThan) {
      search = sample[(open + 1)...]
      if search.first == ASCII.slash { continue }
      let name = elementName(in: sample, at: open)
      if let tag = HTMLTag(name: name), tag != .other { count += 1 }
      if count >= 3 { break }
    }
    return count
  }
}
