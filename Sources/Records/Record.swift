import DatelineDocuments

/// What Dateline says about one document: the contract with everyone who reads its output.
///
/// All spans are half-open `[start, end)` in code points of `text` (or of `title`, where a mention says so).
public struct Record: Sendable, Hashable, Codable {
  /// The version of this shape.
  public static let schemaName = "dateline/1"

  public var schema: String = Record.schemaName
  /// 32 hexadecimal digits; the same input has the same id on every machine.
  public var id: String
  public var source: RecordSource
  public var language: String
  public var script: String?
  public var languageConfidence: Double?
  public var title: String?
  public var authors: [String] = []
  public var agency: String?
  public var dateline: RecordDateline?
  /// `YYYY-MM-DD`.
  public var published: String?
  public var publishedFrom: PublicationSign?
  public var text: String
  public var paragraphs: [RecordParagraph] = []
  public var sentences: [Span] = []
  public var dates: [RecordDate] = []
  public var people: [RecordPerson] = []
  public var organisations: [RecordOrganisation] = []
  public var places: [RecordPlace] = []
  public var amounts: [RecordAmount] = []
  public var agreements: [RecordAgreement] = []
  public var summary: [String] = []
  public var warnings: [String] = []

  /// An empty record of a text.
  public init(id: String, source: RecordSource, language: String, text: String) {
    self.id = id
    self.source = source
    self.language = language
    self.text = text
  }
}

/// `[start, end)` in code points; travels as an array of two numbers.
public struct Span: Sendable, Hashable, Codable, Comparable {
  public var start: Int
  public var end: Int

  /// The span `[start, end)`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    start = try list.decode(Int.self)
    end = try list.decode(Int.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(start)
    try list.encode(end)
  }
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// Where the document of a record came from.
public struct RecordSource: Sendable, Hashable, Codable {
  public var path: String
  public var format: String
  public var item: Int?
  public var url: String?
  public var feed: String?
  public var encoding: String?
  public var bytes: Int?

  /// A source.
  public init(
    path: String, format: String, item: Int? = nil, url: String? = nil, feed: String? = nil,
    encoding: String? = nil, bytes: Int? = nil
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

/// The formula at the head of an agency's report: place, date, agency.
public struct RecordDateline: Sendable, Hashable, Codable {
  public var place: String?
  public var country: String?
  public var date: String?
  public var agency: String?
  public var span: Span

  /// A dateline.
  public init(
    place: String? = nil, country: String? = nil, date: String? = nil, agency: String? = nil, span: Span
  ) {
    self.place = place
    self.country = country
    self.date = date
    self.agency = agency
    self.span = span
  }
}

/// A paragraph, and which earlier one it repeats.
public struct RecordParagraph: Sendable, Hashable, Codable {
  public var span: Span
  public var duplicateOf: Duplicate?

  /// What a paragraph repeats.
  public struct Duplicate: Sendable, Hashable, Codable {
    /// The id of the other document; nil if it is this one.
    public var document: String?
    /// Index of the paragraph there, from 0.
    public var paragraph: Int
    /// 0…1; 1 is the same after normalisation.
    public var similarity: Double

    /// A repeat.
    public init(document: String? = nil, paragraph: Int, similarity: Double) {
      self.document = document
      self.paragraph = paragraph
      self.similarity = similarity
    }
  }

  /// A paragraph.
  public init(span: Span, duplicateOf: Duplicate? = nil) {
    self.span = span
    self.duplicateOf = duplicateOf
  }
}

/// A place where something is named.
public struct Mention: Sendable, Hashable, Codable {
  public var text: String
  public var span: Span
  /// `title` for the headline, nil for the body.
  public var `in`: String?

  /// A mention.
  public init(text: String, span: Span, in part: String? = nil) {
    self.text = text
    self.span = span
    self.in = part
  }
}

/// A temporal expression and what it means (TIMEX3, ISO-TimeML).
public struct RecordDate: Sendable, Hashable, Codable {
  public var text: String
  public var span: Span
  public var `in`: String?
  /// `DATE`, `TIME`, `DURATION` or `SET`.
  public var type: String
  public var value: String
  /// First day covered, `YYYY-MM-DD`.
  public var start: String?
  /// Last day covered, `YYYY-MM-DD`.
  public var end: String?
  /// `explicit`, `published` or `context`.
  public var anchor: String?

  /// A date.
  public init(
    text: String, span: Span, in part: String? = nil, type: String, value: String, start: String? = nil,
    end: String? = nil, anchor: String? = nil
  ) {
    self.text = text
    self.span = span
    self.in = part
    self.type = type
    self.value = value
    self.start = start
    self.end = end
    self.anchor = anchor
  }
}

/// A person named in the document.
public struct RecordPerson: Sendable, Hashable, Codable {
  public var id: String
  /// Nominative, without title, in the language of the document.
  public var name: String
  /// Script-independent linking key.
  public var key: String?
  public var roles: [Role] = []
  public var mentions: [Mention] = []

  /// What a person is, as the text says.
  public struct Role: Sendable, Hashable, Codable {
    public var title: String
    /// Id of an organisation of this record.
    public var organisation: String?
    public var country: String?
    public var span: Span?
    /// `title` if `span` counts in the headline.
    public var `in`: String?
    /// `former` or `acting`.
    public var modifier: String?

    /// A role.
    public init(
      title: String, organisation: String? = nil, country: String? = nil, span: Span? = nil,
      in part: String? = nil, modifier: String? = nil
    ) {
      self.title = title
      self.organisation = organisation
      self.country = country
      self.span = span
      self.in = part
      self.modifier = modifier
    }
  }

  /// A person.
  public init(id: String, name: String, key: String? = nil, roles: [Role] = [], mentions: [Mention] = []) {
    self.id = id
    self.name = name
    self.key = key
    self.roles = roles
    self.mentions = mentions
  }
}

/// An organisation named in the document.
public struct RecordOrganisation: Sendable, Hashable, Codable {
  public var id: String
  public var name: String
  public var key: String?
  public var aliases: [String] = []
  public var kind: String
  public var country: String?
  public var mentions: [Mention] = []

  /// An organisation.
  public init(
    id: String, name: String, key: String? = nil, aliases: [String] = [], kind: String,
    country: String? = nil, mentions: [Mention] = []
  ) {
    self.id = id
    self.name = name
    self.key = key
    self.aliases = aliases
    self.kind = kind
    self.country = country
    self.mentions = mentions
  }
}

/// A place named in the document.
public struct RecordPlace: Sendable, Hashable, Codable {
  public var id: String
  public var name: String
  public var key: String?
  /// `country`, `region`, `city` or `other`.
  public var kind: String
  public var country: String?
  public var mentions: [Mention] = []

  /// A place.
  public init(
    id: String, name: String, key: String? = nil, kind: String, country: String? = nil,
    mentions: [Mention] = []
  ) {
    self.id = id
    self.name = name
    self.key = key
    self.kind = kind
    self.country = country
    self.mentions = mentions
  }
}

/// A sum of money.
public struct RecordAmount: Sendable, Hashable, Codable {
  public var text: String
  public var span: Span
  public var `in`: String?
  /// In units of the currency.
  public var value: Double
  /// ISO 4217.
  public var currency: String

  /// An amount.
  public init(text: String, span: Span, in part: String? = nil, value: Double, currency: String) {
    self.text = text
    self.span = span
    self.in = part
    self.value = value
    self.currency = currency
  }
}

/// Something agreed, or being agreed.
public struct RecordAgreement: Sendable, Hashable, Codable {
  public var id: String
  public var type: String
  public var status: String
  public var title: String?
  public var parties: [Party] = []
  /// Ids of persons.
  public var signatories: [String] = []
  public var date: String?
  /// Id of a place of this record.
  public var place: String?
  public var subject: String?
  public var amount: Double?
  public var currency: String?
  /// PLOVER event type.
  public var plover: String?
  /// CAMEO event code.
  public var cameo: String?
  public var confidence: Double?
  public var evidence: [Mention] = []

  /// One who agrees.
  public struct Party: Sendable, Hashable, Codable {
    /// Id of an organisation, place or person of this record.
    public var ref: String?
    public var name: String
    public var country: String?

    /// A party.
    public init(ref: String? = nil, name: String, country: String? = nil) {
      self.ref = ref
      self.name = name
      self.country = country
    }
  }

  /// An agreement.
  public init(id: String, type: String, status: String, title: String? = nil) {
    self.id = id
    self.type = type
    self.status = status
    self.title = title
  }
}
