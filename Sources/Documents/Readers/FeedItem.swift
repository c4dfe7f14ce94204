/// What a feed says about one item, before it is a document.
struct FeedItem {
  /// A text with what it is written in.
  struct Marked {
    enum Kind { case plain, html }
    var kind: Kind
    var text: [UInt8]
  }

  var title: Marked?
  var link: String?
  /// An address that stands in for a missing link.
  var permalink: String?
  var published: String?
  var updated: String?
  var authors: [String] = []
  var language: String?
  /// Summaries and full texts; the longest is the text.
  var texts: [Marked] = []
  /// What was wrong with it.
  var irregularities: [Irregularity] = []

  var isEmpty: Bool { title == nil && texts.isEmpty }

  /// The document of the item.
  func document(source: Source, feedLanguage: String?) -> Document {
    var document = Document(source: source, blocks: [])
    document.source.url = link ?? permalink
    document.irregularities = irregularities
    document.title = title.flatMap(Self.line)
    var best = 0
    for text in texts {
      let blocks = Self.blocks(text)
      let size = blocks.reduce(0) { $0 + $1.text.utf8.count }
      if size > best { (best, document.blocks) = (size, blocks) }
    }
    // Some feeds begin the text with the headline once more.
    if let first = document.blocks.first, document.blocks.count > 1, first.text == document.title {
      document.blocks.removeFirst()
    }
    document.authors = authors.compactMap { AuthorName.clean($0) }
    document.declaredLanguage = LanguageTag.clean(language ?? feedLanguage)
    for stamp in [published, updated].compactMap({ $0 }) {
      if let day = Timestamp.day(stamp) {
        document.published = day
        document.publishedFrom = .feed
        break
      }
      document.irregularities.append(
        Irregularity(kind: "date", message: "the date '\(stamp.prefix(60))' could not be read"))
    }
    return document
  }

  /// A text as one line without markup; nil if nothing is left.
  static func line(_ marked: Marked) -> String? {
    var text = String(decoding: marked.text, as: UTF8.self)
    if marked.kind == .html, looksMarkedUp(marked.text) {
      text = PageBlocks.plainText(of: HTMLTree(marked.text))
    }
    text = text.split(whereSeparator: { $0.isNewline || $0 == " " || $0 == "\t" }).joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  private static func blocks(_ marked: Marked) -> [Block] {
    if marked.kind == .html, looksMarkedUp(marked.text) {
      let tree = HTMLTree(marked.text)
      // Entities without tags are plain text, and its lines count.
      return hasTags(marked.text)
        ? PageBlocks(of: tree).story : PlainText.blocks(Array(tree.wholeText().utf8))
    }
    return PlainText.blocks(marked.text)
  }

  private static func hasTags(_ bytes: [UInt8]) -> Bool {
    var search = bytes[...]
    while let open = search.firstIndex(of: ASCII.lessThan) {
      search = bytes[(open + 1)...]
      if let next = search.first, ASCII.isLetter(next) || next == ASCII.slash || next == 0x21 { return true }
    }
    return false
  }

  private static func looksMarkedUp(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 == ASCII.lessThan || $0 == ASCII.ampersand }
  }
}

/// Names of authors as pages and feeds give them.
enum AuthorName {
  /// The name without what is not part of it (an address of mail, its parentheses); nil for none.
  static func clean(_ raw: String) -> String? {
    var text = raw.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    // RSS 2.0: "mail@example.org (Name)"; also "Name <mail@example.org>".
    if text.contains("@"), let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"),
      open < close
    {
      text = String(text[text.index(after: open)..<close])
    } else if let open = text.firstIndex(of: "<"), text.contains("@") {
      text = String(text[..<open])
    }
    text = ASCII.trimmed(text)
    guard !text.isEmpty, !text.contains("@"), !text.hasPrefix("http"), text.utf8.count <= 120 else {
      return nil
    }
    return text
  }
}

/// Tags of languages as pages and feeds give them.
enum LanguageTag {
  /// The tag in small letters with hyphens (`ru-ru`); nil for what is none.
  static func clean(_ raw: String?) -> String? {
    guard let raw else { return nil }
    let tag = ASCII.trimmed(raw).lowercased().split(separator: ",").first.map(String.init) ?? ""
    let bytes = Array(tag.utf8).map { $0 == 0x5F ? ASCII.hyphen : $0 }
    let primary = bytes.prefix { $0 != ASCII.hyphen }
    guard (2...3).contains(primary.count), primary.allSatisfy(ASCII.isLetter), bytes.count <= 35,
      bytes.allSatisfy({ ASCII.isLetterOrDigit($0) || $0 == ASCII.hyphen })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
