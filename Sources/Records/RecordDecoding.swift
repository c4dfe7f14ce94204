import DatelineDocuments

// Reading is more tolerant than writing: a list that is missing is empty, a key nobody knows is ignored, and a
// record written by hand may leave out what only a program can say (`id`, `source`, the ids of its entities).

/// A key by its name: the types' own keys are private to their synthesised encoders.
private struct FieldName: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringLiteral value: String) { stringValue = value }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<FieldName> {
  fileprivate func optional<Value: Decodable>(_ name: FieldName) throws -> Value? {
    try decodeIfPresent(Value.self, forKey: name)
  }
  fileprivate func list<Value: Decodable>(_ name: FieldName) throws -> [Value] {
    try decodeIfPresent([Value].self, forKey: name) ?? []
  }
  fileprivate func string(_ name: FieldName, default value: String = "") throws -> String {
    try decodeIfPresent(String.self, forKey: name) ?? value
  }
  fileprivate func span(_ name: FieldName = "span") throws -> Span {
    try decodeIfPresent(Span.self, forKey: name) ?? Span(0, 0)
  }
}

extension Record {
  /// Reads a record; missing lists are empty, a missing `source` is a nameless text, unknown keys are ignored.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    schema = try fields.string("schema", default: Record.schemaName)
    id = try fields.string("id")
    source = try fields.optional("source") ?? RecordSource(path: "", format: "text")
    language = try fields.string("language", default: "und")
    script = try fields.optional("script")
    languageConfidence = try fields.optional("languageConfidence")
    title = try fields.optional("title")
    authors = try fields.list("authors")
    agency = try fields.optional("agency")
    dateline = try fields.optional("dateline")
    published = try fields.optional("published")
    publishedFrom = PublicationSign(rawValue: try fields.string("publishedFrom"))
    text = try fields.string("text")
    paragraphs = try fields.list("paragraphs")
    sentences = try fields.list("sentences")
    dates = try fields.list("dates")
    people = try fields.list("people")
    organisations = try fields.list("organisations")
    places = try fields.list("places")
    amounts = try fields.list("amounts")
    agreements = try fields.list("agreements")
    summary = try fields.list("summary")
    warnings = try fields.list("warnings")
  }
}

extension RecordSource {
  /// Reads a source; nothing is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      path: try fields.string("path"), format: try fields.string("format", default: "text"),
      item: try fields.optional("item"), url: try fields.optional("url"), feed: try fields.optional("feed"),
      encoding: try fields.optional("encoding"), bytes: try fields.optional("bytes"))
  }
}

extension RecordDateline {
  /// Reads a dateline; nothing is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      place: try fields.optional("place"), country: try fields.optional("country"),
      date: try fields.optional("date"), agency: try fields.optional("agency"), span: try fields.span())
  }
}

extension Mention {
  /// Reads a mention, or a bare string: evidence written by hand is often only the sentence.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(text: text, span: Span(0, 0))
      return
    }
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(text: try fields.string("text"), span: try fields.span(), in: try fields.optional("in"))
  }
}

extension RecordDate {
  /// Reads a date; `value` is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      text: try fields.string("text"), span: try fields.span(), in: try fields.optional("in"),
      type: try fields.string("type", default: "DATE"),
      value: try fields.decode(String.self, forKey: "value"), mod: try fields.optional("mod"),
      start: try fields.optional("start"), end: try fields.optional("end"),
      anchor: try fields.optional("anchor"))
  }
}

extension RecordPerson {
  /// Reads a person; `name` is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      id: try fields.string("id"), name: try fields.decode(String.self, forKey: "name"),
      key: try fields.optional("key"), roles: try fields.list("roles"),
      mentions: try fields.list("mentions"))
  }
}

extension RecordOrganisation {
  /// Reads an organisation; `name` is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      id: try fields.string("id"), name: try fields.decode(String.self, forKey: "name"),
      key: try fields.optional("key"), aliases: try fields.list("aliases"),
      kind: try fields.string("kind", default: "other"), country: try fields.optional("country"),
      mentions: try fields.list("mentions"))
  }
}

extension RecordPlace {
  /// Reads a place; `name` is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      id: try fields.string("id"), name: try fields.decode(String.self, forKey: "name"),
      key: try fields.optional("key"), kind: try fields.string("kind", default: "other"),
      country: try fields.optional("country"), mentions: try fields.list("mentions"))
  }
}

extension RecordAmount {
  /// Reads an amount; `value` is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      text: try fields.string("text"), span: try fields.span(), in: try fields.optional("in"),
      value: try fields.decode(Double.self, forKey: "value"),
      currency: try fields.string("currency", default: "XXX"))
  }
}

extension RecordAgreement {
  /// Reads an agreement; nothing is required.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      id: try fields.string("id"), type: try fields.string("type", default: "other"),
      status: try fields.string("status", default: "discussed"), title: try fields.optional("title"))
    parties = try fields.list("parties")
    signatories = try fields.list("signatories")
    date = try fields.optional("date")
    place = try fields.optional("place")
    subject = try fields.optional("subject")
    amount = try fields.optional("amount")
    currency = try fields.optional("currency")
    plover = try fields.optional("plover")
    cameo = try fields.optional("cameo")
    confidence = try fields.optional("confidence")
    evidence = try fields.list("evidence")
  }
}

extension RecordAgreement.Party {
  /// Reads a party; a party known only by `ref` has an empty name.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      ref: try fields.optional("ref"), name: try fields.string("name"),
      country: try fields.optional("country"))
  }
}
