/// Lines and blocks of plain text.
enum PlainText {
  /// A line without its break.
  struct Line {
    var bytes: ArraySlice<UInt8>
    /// Whether it holds nothing but spaces, no-break and zero-width ones included.
    var isBlank: Bool

    /// Its text without spaces around it.
    var trimmed: String {
      var rest = ASCII.trimmed(bytes)
      while rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = ASCII.trimmed(rest.dropFirst(3)) }
      return String(decoding: rest, as: UTF8.self)
    }
  }

  /// The lines of a text; CR, LF, CR LF, form feed, vertical tab, NEL and U+2028/2029 end one.
  ///
  /// NEL does not where other controls of its kind stand in the text: then it is part of a letter of UTF-8 that was
  /// read as Latin-1 («х», D1 85). Linear.
  static func lines(_ utf8: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var index = 0
    var blank = true
    let endsAtNEL = !hasMisreadControls(utf8)
    func end(_ length: Int) {
      // One blank line says as much as a million.
      if !blank || lines.last?.isBlank != true {
        lines.append(Line(bytes: utf8[start..<index], isBlank: blank))
      }
      index += length
      start = index
      blank = true
    }
    while index < utf8.count {
      switch utf8[index] {
      case ASCII.lineFeed, 0x0B, 0x0C: end(1)
      case ASCII.carriageReturn: end(index + 1 < utf8.count && utf8[index + 1] == ASCII.lineFeed ? 2 : 1)
      case ASCII.space, ASCII.tab: index += 1
      case 0xC2 where endsAtNEL && index + 1 < utf8.count && utf8[index + 1] == 0x85: end(2)
      case 0xC2 where index + 1 < utf8.count && utf8[index + 1] == 0xA0: index += 2
      case 0xE2 where index + 2 < utf8.count && utf8[index + 1] == 0x80:
        switch utf8[index + 2] {
        case 0xA8, 0xA9: end(3)
        case 0x80...0x8F, 0xAF: index += 3
        default:
          blank = false
          index += 3
        }
      case 0xEF where utf8[index...].starts(with: [0xEF, 0xBB, 0xBF]): index += 3
      default:
        blank = false
        index += 1
      }
    }
    if start < utf8.count { end(0) }
    return lines
  }

  /// Whether one of U+0080 to U+009F, NEL apart, stands in a text.
  private static func hasMisreadControls(_ utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { bytes in
      for index in bytes.indices.dropLast()
      where bytes[index] == 0xC2 && bytes[index + 1] < 0xA0 && bytes[index + 1] != 0x85 { return true }
      return false
    }
  }

  /// The blocks of a text.
  static func blocks(_ utf8: [UInt8]) -> [Block] { blocks(lines(utf8)[...]) }

  /// Blocks of lines: separated by blank lines if there are any; else each line is one, unless the lines look as if
  /// they had been broken at a width.
  static func blocks(_ lines: ArraySlice<Line>) -> [Block] {
    let text = lines.drop(while: \.isBlank)
    let end = (text.lastIndex { !$0.isBlank } ?? text.startIndex - 1) + 1
    guard text.startIndex < end else { return [] }
    let body = text[text.startIndex..<end]
    if body.contains(where: \.isBlank) {
      return body.split(whereSeparator: \.isBlank).map(block)
    }
    return looksWrapped(body) ? [block(body)] : body.map { block([$0]) }
  }

  private static func block(_ lines: ArraySlice<Line>) -> Block {
    Block(.paragraph, lines.map(\.trimmed).joined(separator: "\n"))
  }

  /// Most lines are 40–100 characters long and do not end like sentences.
  private static func looksWrapped(_ lines: ArraySlice<Line>) -> Bool {
    guard lines.count > 1 else { return false }
    var wrapped = 0
    // The last line is as long as it happens to be.
    for line in lines.dropLast() {
      // Characters, not bytes: continuation bytes do not count.
      let length = line.bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
      if (40...100).contains(length), !endsSentence(line.bytes) { wrapped += 1 }
    }
    return wrapped * 2 > lines.count - 1
  }

  /// Whether text ends with a sign that ends sentences, closing quotes and brackets aside.
  static func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = ASCII.trimmed(bytes)
    // Past closing quotes and brackets.
    var scalars = String(decoding: text.suffix(12), as: UTF8.self).unicodeScalars
    while let last = scalars.last, "\"'”“»’)]".unicodeScalars.contains(last) { scalars.removeLast() }
    guard let last = scalars.last else { return true }
    return ".!?…:;".unicodeScalars.contains(last)
  }
}
