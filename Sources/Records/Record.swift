import DatelineDocuments

/// What Dateline says about one document: the contract with everyone who reads its output.
///
/// All spans are half-open `[start, end)` in code points of `text` (or of `title`, where a mention says so).
public struct Record: Sendable, Hashable, Codable {
  /// The version of this shape.
  public static let schemaName = "dateline/1"

  /// The version of the shape, `dateline/1`.
  public var schema: String = Record.schemaName
  /// 32 hexadecimal digits; the same input has the same id on every machine.
  public var id: String
  /// Where the document came from.
  public var source: RecordSource
  /// BCP 47: `en`, `de`, `kk`, `ru`, `und` and others.
  public var language: String
  /// ISO 15924: `Latn`, `Cyrl`, `Arab`.
  public var script: String?
  /// 0…1.
  public var languageConfidence: Double?
  /// The headline.
  public var title: String?
  /// The persons named as authors.
  public var authors: [String] = []
  /// The agency that the dateline or the text credits.
  public var agency: String?
  /// The formula at the head of the report.
  public var dateline: RecordDateline?
  /// `YYYY-MM-DD`.
  public var published: String?
  /// Which sign gave `published`.
  public var publishedFrom: PublicationSign?
  /// The text as it stands in the document.
  public var text: String
  /// The paragraphs of `text`, in order.
  public var paragraphs: [RecordParagraph] = []
  /// The sentences of `text`, in order.
  public var sentences: [Span] = []
  /// Temporal expressions, headline first.
  public var dates: [RecordDate] = []
  /// The persons named.
  public var people: [RecordPerson] = []
  /// The organisations named.
  public var organisations: [RecordOrganisation] = []
  /// The places named.
  public var places: [RecordPlace] = []
  /// Sums of money, headline first.
  public var amounts: [RecordAmount] = []
  /// What was agreed, or is being agreed.
  public var agreements: [RecordAgreement] = []
  /// The document in one to three of its own sentences.
  public var summary: [String] = []
  /// What was odd about the input and what was done about it.
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
  /// The first code point.
  public var start: Int
  /// Behind the last code point.
  public var end: Int

  /// The span `[start, end)`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
  /// Reads the array of two numbers.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    start = try list.decode(Int.self)
    end = try list.decode(Int.self)
  }
  /// Writes the array of two numbers.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(start)
    try list.encode(end)
  }
  /// In the order of the text.
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// Where the document of a record came from.
public struct RecordSource: Sendable, Hashable, Codable {
  /// The path as the caller gave it.
  public var path: String
  /// `text`, `rss`, `atom` or `html`.
  public var format: String
  /// Place in the feed, from 1.
  public var item: Int?
  /// The address the document gives for itself.
  public var url: String?
  /// The title of the feed.
  public var feed: String?
  /// The character encoding of the bytes.
  public var encoding: String?
  /// The size of the file in bytes.
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
  /// The place: its name in a dateline, its id in an agreement.
  public var place: String?
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// TIMEX3 value.
  public var date: String?
  /// The agency that the dateline or the text credits.
  public var agency: String?
  /// Where it stands.
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
  /// Where it stands.
  public var span: Span
  /// What the paragraph repeats.
  public var duplicateOf: Duplicate?
  /// BCP 47 code of its language where that is not the document's.
  public var language: String?

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
  public init(span: Span, duplicateOf: Duplicate? = nil, language: String? = nil) {
    self.span = span
    self.duplicateOf = duplicateOf
    self.language = language
  }
}

/// A place where something is named.
public struct Mention: Sendable, Hashable, Codable {
  /// The text as it stands in the document.
  public var text: String
  /// Where it stands.
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
  /// The text as it stands in the document.
  public var text: String
  /// Where it stands.
  public var span: Span
  /// `title` if the span counts in the headline, nil for the body.
  public var `in`: String?
  /// `DATE`, `TIME`, `DURATION` or `SET`.
  public var type: String
  /// The value.
  public var value: String
  /// The modifier of TIMEX3 (`START`, `MID`, `END`, `APPROX`, `LESS_THAN` and so on).
  public var mod: String?
  /// First day covered, `YYYY-MM-DD`.
  public var start: String?
  /// Last day covered, `YYYY-MM-DD`.
  public var end: String?
  /// `explicit`, `published` or `context`.
  public var anchor: String?

  /// A date.
  public init(
    text: String, span: Span, in part: String? = nil, type: String, value: String, mod: String? = nil,
    start: String? = nil, end: String? = nil, anchor: String? = nil
  ) {
    self.text = text
    self.span = span
    self.in = part
    self.type = type
    self.value = value
    self.mod = mod
    self.start = start
    self.end = end
    self.anchor = anchor
  }
}

/// A person named in the document.
public struct RecordPerson: Sendable, Hashable, Codable {
  /// The identifier within the record.
  public var id: String
  /// Nominative, without title, in the language of the document.
  public var name: String
  /// Script-independent linking key.
  public var key: String?
  /// What the person is, as the text says.
  public var roles: [Role] = []
  /// Where it is named.
  public var mentions: [Mention] = []

  /// What a person is, as the text says.
  public struct Role: Sendable, Hashable, Codable {
    /// The headline.
    public var title: String
    /// Id of an organisation of this record.
    public var organisation: String?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// Where it stands.
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
  /// The identifier within the record.
  public var id: String
  /// The name in the nominative.
  public var name: String
  /// Script-independent linking key.
  public var key: String?
  /// Other names that the document uses.
  public var aliases: [String] = []
  /// The kind, one of the words of the schema.
  public var kind: String
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// Where it is named.
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
  /// The identifier within the record.
  public var id: String
  /// The name in the nominative.
  public var name: String
  /// Script-independent linking key.
  public var key: String?
  /// `country`, `region`, `city` or `other`.
  public var kind: String
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// Where it is named.
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
  /// The text as it stands in the document.
  public var text: String
  /// Where it stands.
  public var span: Span
  /// `title` if the span counts in the headline, nil for the body.
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
  /// The identifier within the record.
  public var id: String
  /// The type, one of the words of the schema.
  public var type: String
  /// How far it has come, one of the words of the schema.
  public var status: String
  /// The headline.
  public var title: String?
  /// Who agrees.
  public var parties: [Party] = []
  /// Ids of persons.
  public var signatories: [String] = []
  /// TIMEX3 value.
  public var date: String?
  /// Id of a place of this record.
  public var place: String?
  /// What it is about, in the words of the text.
  public var subject: String?
  /// The sum it is about, in units of `currency`.
  public var amount: Double?
  /// ISO 4217.
  public var currency: String?
  /// PLOVER event type.
  public var plover: String?
  /// CAMEO event code.
  public var cameo: String?
  /// 0…1.
  public var confidence: Double?
  /// The sentences that show it, the main one first.
  public var evidence: [Mention] = []

  /// One who agrees.
  public struct Party: Sendable, Hashable, Codable {
    /// Id of an organisation, place or person of this record.
    public var ref: String?
    /// The name in the nominative.
    public var name: String
    /// ISO 3166-1 alpha-2.
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
