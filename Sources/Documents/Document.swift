/// One press release as it arrived: what it claims about itself, and its text in reading order.
public struct Document: Sendable {
  /// Where it came from.
  public var source: Source
  /// The headline, plain text, white space as in the source; nil if it has none.
  public var title: String?
  /// The persons named as authors.
  public var authors: [String] = []
  /// The day of publication the document claims.
  public var published: CalendarDate?
  /// Which sign gave `published`.
  public var publishedFrom: PublicationSign?
  /// The language the document claims (BCP 47), lower case.
  public var declaredLanguage: String?
  /// The language that the caller says it is in (BCP 47); nil to identify it.
  public var givenLanguage: String?
  /// The text in reading order.
  public var blocks: [Block]
  /// What was wrong with the bytes and was survived.
  public var irregularities: [Irregularity] = []
  /// An identifier that the caller hands through (`extract --lines`); it replaces the computed one.
  public var givenID: String?

  /// A document of a source and its blocks; everything else unknown.
  public init(source: Source, title: String? = nil, blocks: [Block]) {
    self.source = source
    self.title = title
    self.blocks = blocks
  }
}

/// A piece of a document that stands by itself on the page.
public struct Block: Sendable, Hashable {
  /// What the block is.
  public enum Kind: String, Sendable {
    case paragraph, heading, listItem, quotation, caption
  }
  /// What it is.
  public var kind: Kind
  /// Its plain text; line breaks of the source are kept.
  public var text: String

  /// A block of a kind.
  public init(_ kind: Kind = .paragraph, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// Which sign gave a day of publication; the raw values are those of the record.
public enum PublicationSign: String, Sendable, Codable {
  case header, feed, meta, url, dateline, text, option
}

/// Where a document's bytes came from.
public struct Source: Sendable, Hashable {
  /// The path as the caller gave it (`-` for standard input), with the path inside an archive after `!`.
  public var path: String
  /// The format of the bytes.
  public var format: DocumentFormat
  /// The place of the item in its feed, counted from 1; nil outside feeds.
  public var item: Int?
  /// The address the document gives for itself.
  public var url: String?
  /// The title of the feed.
  public var feed: String?
  /// The character encoding that was used to read it: IANA name in small letters.
  public var encoding: String
  /// The size of the file in bytes.
  public var bytes: Int

  /// A source.
  public init(
    path: String, format: DocumentFormat, item: Int? = nil, url: String? = nil, feed: String? = nil,
    encoding: String = "utf-8", bytes: Int = 0
  ) {
    self.path = path
    self.format = format
    self.item = item
    self.url = url
    self.feed = feed
    self.encoding = encoding
    self.bytes = bytes
  }
}

/// The formats that are read; the raw values are those of the record.
public enum DocumentFormat: String, Sendable, Codable, CaseIterable {
  case text, rss, atom, html
}

/// Something wrong with the input that was survived.
public struct Irregularity: Sendable, Hashable {
  /// What kind of thing, in one word for programs: `encoding`, `markup`, `truncated` or `date`.
  public var kind: String
  /// Offset in bytes from the start of the file, where one is known.
  public var offset: Int?
  /// One sentence: what was odd and what was done about it.
  public var message: String

  /// An irregularity.
  public init(kind: String, offset: Int? = nil, message: String) {
    self.kind = kind
    self.offset = offset
    self.message = message
  }
}

/// Something wrong with an input that made it unreadable.
public struct DocumentError: Error, Sendable, Hashable {
  /// In one word for programs: `missing`, `permission`, `empty`, `binary`, `format`, `markup`, `no-article`,
  /// `no-items`, `too-large`, `read`.
  public var code: String
  /// The path as the caller gave it.
  public var path: String
  /// Offset in bytes or nil.
  public var offset: Int?
  /// One sentence: what is wrong and what to do.
  public var message: String

  /// An error.
  public init(code: String, path: String, offset: Int? = nil, message: String) {
    self.code = code
    self.path = path
    self.offset = offset
    self.message = message
  }
}
