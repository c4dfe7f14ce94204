/// Plain text: headline, date and header lines at its top, blocks below.
struct TextReader {
  /// Reads a text.
  /// - Parameter utf8: valid UTF-8.
  /// - Throws: `empty` if there is nothing but white space.
  static func read(_ utf8: [UInt8], source: Source) throws(DocumentError) -> Document {
    var lines = PlainText.lines(utf8)[...]
    guard lines.contains(where: { !$0.isBlank }) else {
      throw DocumentError(
        code: "empty", path: source.path,
        message: "the file holds nothing but white space; there is nothing to read")
    }
    var document = Document(source: source, blocks: [])
    func dropBlank() { lines = lines.drop(while: \.isBlank) }
    dropBlank()
    readHeaders(&lines, into: &document)
    dropBlank()
    readDate(&lines, into: &document)
    if document.title == nil, let title = headline(lines) {
      document.title = title
      lines = lines.dropFirst()
      dropBlank()
      readDate(&lines, into: &document)
    }
    dropBlank()
    document.blocks = PlainText.blocks(lines)
    return document
  }

  /// A first line that is short, does not end like a sentence, stands alone and has more text after it.
  private static func headline(_ lines: ArraySlice<PlainText.Line>) -> String? {
    guard let first = lines.first, lines.count > 2, lines[lines.startIndex + 1].isBlank else { return nil }
    let text = first.trimmed
    let rest = lines.dropFirst().reduce(0) { $0 + $1.bytes.count }
    guard text.unicodeScalars.count < 200, rest > text.utf8.count, let last = text.unicodeScalars.last,
      !".…,;:-–—".unicodeScalars.contains(last),
      text.unicodeScalars.contains(where: \.properties.isAlphabetic)
    else { return nil }
    return text
  }

  /// A line that is nothing but a date in figures, before the text.
  private static func readDate(_ lines: inout ArraySlice<PlainText.Line>, into document: inout Document) {
    guard let first = lines.first, lines.count > 1, let byte = first.trimmed.utf8.first, ASCII.isDigit(byte),
      let day = Timestamp.day(first.trimmed),
      first.trimmed.utf8.allSatisfy({ !ASCII.isLetter($0) && $0 < 0x80 || $0 == 0x54 || $0 == 0x5A })
    else { return }
    if document.published == nil {
      document.published = day
      document.publishedFrom = .text
    }
    lines = lines.dropFirst().drop(while: \.isBlank)
  }

  /// Lines like `Title: …` at the very top, as in a letter.
  private static func readHeaders(_ lines: inout ArraySlice<PlainText.Line>, into document: inout Document) {
    guard let first = lines.first.flatMap(header), keys.contains(first.key) else { return }
    while let line = lines.first, let (key, value) = header(line), keys.contains(key) {
      lines = lines.dropFirst()
      guard !value.isEmpty else { continue }
      switch key {
      case "title", "headline", "subject": document.title = document.title ?? value
      case "date", "published":
        if let day = Timestamp.day(value) {
          document.published = day
          document.publishedFrom = .header
        } else {
          document.irregularities.append(
            Irregularity(kind: "date", message: "the date '\(value.prefix(60))' could not be read"))
        }
      case "url", "link": document.source.url = value
      case "language", "lang": document.declaredLanguage = LanguageTag.clean(value)
      case "author", "by", "from": if let name = AuthorName.clean(value) { document.authors.append(name) }
      default: break
      }
    }
  }

  private static let keys: Set<String> = [
    "title", "headline", "subject", "date", "published", "url", "link", "language", "lang", "author", "by",
    "from",
    "source",
  ]

  private static func header(_ line: PlainText.Line) -> (key: String, value: String)? {
    guard let colon = line.bytes.firstIndex(of: ASCII.colon),
      (2...12).contains(colon - line.bytes.startIndex),
      line.bytes[..<colon].allSatisfy(ASCII.isLetter), colon + 1 < line.bytes.endIndex,
      ASCII.isSpace(line.bytes[colon + 1])
    else { return nil }
    let key = String(decoding: line.bytes[..<colon], as: UTF8.self).lowercased()
    return (key, ASCII.trimmed(String(decoding: line.bytes[(colon + 1)...], as: UTF8.self)))
  }
}
