import CLibXML2

/// Mends what would make an XML parser lose text, before it sees it: bare ampersands and less-than signs, entities of HTML, control characters.
///
/// CDATA sections, comments and instructions pass as they are.
///
/// Works on UTF-8, chunk by chunk.
struct MarkupFilter {
  /// Bytes read and written so far; the difference leads from the parser's offsets back to the source's.
  private(set) var read = 0
  private(set) var written = 0
  /// Control characters that became spaces.
  private(set) var controls = 0

  private enum State {
    case content, tag, quoted(UInt8), excess, cdata, comment, instruction, declaration(Int)
  }
  private var state = State.content
  /// Attributes of the open tag so far.
  ///
  /// The parser compares each with all others: a million would take it hours.
  private var attributes = 0
  private static let maximumAttributes = 1000
  /// An unfinished entity or start of markup at the end of the last chunk.
  private var held: [UInt8] = []

  /// Appends the mended chunk.
  mutating func filter(_ chunk: [UInt8], to out: inout [UInt8]) {
    let bytes = held.isEmpty ? chunk : held + chunk
    let before = out.count
    out.reserveCapacity(out.count + bytes.count + 64)
    let used = bytes.withUnsafeBufferPointer { process($0, last: false, to: &out) }
    held = Array(bytes[used...])
    read += used
    written += out.count - before
  }

  /// Appends what was held back, and ends an open CDATA section or comment so that its text is not lost.
  mutating func finish(to out: inout [UInt8]) {
    let bytes = held
    held = []
    _ = bytes.withUnsafeBufferPointer { process($0, last: true, to: &out) }
    read += bytes.count
    if case .cdata = state { out.append(contentsOf: Array("]]>".utf8)) }
    if case .comment = state { out.append(contentsOf: Array("-->".utf8)) }
  }

  private mutating func process(
    _ bytes: UnsafeBufferPointer<UInt8>, last: Bool, to out: inout [UInt8]
  ) -> Int {
    var index = 0
    var runStart = 0
    let count = bytes.count
    func flush(_ end: Int, _ out: inout [UInt8]) {
      if end > runStart { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<end])) }
    }
    while index < count {
      let byte = bytes[index]
      if byte < 0x20, byte != ASCII.lineFeed, byte != ASCII.carriageReturn, byte != ASCII.tab {
        flush(index, &out)
        out.append(ASCII.space)
        controls += 1
        index += 1
        runStart = index
        continue
      }
      switch state {
      case .content:
        if byte == ASCII.lessThan {
          // Enough bytes to tell `<![CDATA[`, `<!--`, `<?`, `<!` and tags apart.
          if count - index < 9, !last, bytes[count - 1] != ASCII.greaterThan {
            flush(index, &out)
            return index
          }
          switch opening(bytes, at: index) {
          case .content:
            flush(index, &out)
            out.append(contentsOf: Array("&lt;".utf8))
            runStart = index + 1
          case let next:
            state = next
            attributes = 0
          }
          if case .cdata = state { index += 8 }
          if case .comment = state { index += 3 }
        } else if byte == ASCII.ampersand {
          guard let length = entity(bytes, at: index, last: last, flush: flush, to: &out) else {
            return index
          }
          index += length
          runStart = index
          continue
        }
      case .tag:
        if byte == ASCII.greaterThan {
          state = .content
        } else if byte == 0x22 || byte == 0x27 {
          state = .quoted(byte)
          attributes += 1
        }
      case .quoted(let mark):
        if byte == mark {
          state = attributes < Self.maximumAttributes ? .tag : .excess
          if case .excess = state {
            flush(index + 1, &out)
            runStart = index + 1
          }
        } else if byte == ASCII.ampersand {
          guard let length = entity(bytes, at: index, last: last, flush: flush, to: &out) else {
            return index
          }
          index += length
          runStart = index
          continue
        }
      case .excess:
        // Left out, up to the end of the tag.
        runStart = index + 1
        if byte == ASCII.greaterThan {
          state = .content
          runStart = index > 0 && bytes[index - 1] == ASCII.slash ? index - 1 : index
        }
      case .cdata:
        if byte == ASCII.greaterThan, ends(bytes, at: index, with: 0x5D) { state = .content }
      case .comment:
        if byte == ASCII.greaterThan, ends(bytes, at: index, with: ASCII.hyphen) { state = .content }
      case .instruction:
        if byte == ASCII.greaterThan { state = .content }
      case .declaration(let depth):
        if byte == 0x5B {
          state = .declaration(depth + 1)
        } else if byte == 0x5D {
          state = .declaration(depth - 1)
        } else if byte == ASCII.greaterThan, depth <= 0 {
          state = .content
        }
      }
      // The two bytes that may end a section stay together with its end.
      index += 1
    }
    if case .cdata = state, !last { index = max(runStart, count - 2) }
    if case .comment = state, !last { index = max(runStart, count - 2) }
    flush(index, &out)
    return index
  }

  /// What a `<` opens; `.content` if it is a bare less-than sign.
  private func opening(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> State {
    guard index + 1 < bytes.count else { return .content }
    switch bytes[index + 1] {
    case 0x21:
      if stands("[CDATA[", bytes, at: index + 2) { return .cdata }
      if stands("--", bytes, at: index + 2) { return .comment }
      return .declaration(0)
    case 0x3F: return .instruction
    case ASCII.slash, 0x5F, ASCII.colon: return .tag
    case let next: return ASCII.isLetter(next) || next >= 0x80 ? .tag : .content
    }
  }

  private func stands(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count <= bytes.count - index else { return false }
    return word.withUTF8Buffer { letters in (0..<count).allSatisfy { bytes[index + $0] == letters[$0] } }
  }

  private func ends(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, with mark: UInt8) -> Bool {
    index >= 2 && bytes[index - 1] == mark && bytes[index - 2] == mark
  }

  /// Writes the run before an ampersand and what the ampersand stands for.
  /// - Returns: how many bytes that used up, or nil (with the run written) if the entity may go on in the next chunk.
  private func entity(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, last: Bool,
    flush: (Int, inout [UInt8]) -> Void, to out: inout [UInt8]
  ) -> Int? {
    flush(index, &out)
    let limit = min(bytes.count, index + 34)
    var end = index + 1
    if end < limit, bytes[end] == 0x23 { end += 1 }
    while end < limit, ASCII.isLetterOrDigit(bytes[end]) { end += 1 }
    if end == bytes.count, !last { return nil }
    let name = bytes[(index + 1)..<end]
    let closed = end < bytes.count && bytes[end] == ASCII.semicolon
    if closed, name.first == 0x23 {
      // A reference to a control character is an error; everything else is the parser's to read.
      if let scalar = Self.number(name.dropFirst()), Self.isXML(scalar) {
        out.append(contentsOf: bytes[index...end])
      } else {
        out.append(ASCII.space)
      }
      return end + 1 - index
    }
    if closed, !name.isEmpty {
      let word = String(decoding: name, as: UTF8.self)
      switch word {
      case "amp", "lt", "gt", "quot", "apos":
        out.append(contentsOf: bytes[index...end])
        return end + 1 - index
      default:
        if let entity = htmlEntityLookup(word), let scalar = Unicode.Scalar(UInt32(entity.pointee.value)) {
          out.append(contentsOf: Array(String(Character(scalar)).utf8))
          return end + 1 - index
        }
      }
    }
    // Bare, or a name nobody knows: the ampersand itself is text.
    out.append(contentsOf: Array("&amp;".utf8))
    return 1
  }

  private static func number(_ digits: some Collection<UInt8>) -> UInt32? {
    let text = String(decoding: digits, as: UTF8.self)
    return text.first == "x" || text.first == "X" ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
  }

  private static func isXML(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
