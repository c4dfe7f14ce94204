import DatelineRecords

/// A text that is cut by code points, as records count.
///
/// Cutting costs the length of the piece, not the way to it. Spans that lie outside the text are clamped.
struct CodePointText {
  private let bytes: [UInt8]
  /// The byte offset of every 64th code point.
  private var marks: [Int] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    marks.reserveCapacity(bytes.count / 64 + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count & 63 == 0 { marks.append(offset) }
      count += 1
    }
  }

  func string(in span: Span) -> String {
    let start = offset(of: span.start)
    let end = span.end > span.start ? offset(of: span.end) : start
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  private func offset(of codePoint: Int) -> Int {
    guard codePoint > 0 else { return 0 }
    guard codePoint >> 6 < marks.count else { return bytes.count }
    var offset = marks[codePoint >> 6]
    var rest = codePoint & 63
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if rest == 0 { return offset }
        rest -= 1
      }
      offset += 1
    }
    return bytes.count
  }
}
