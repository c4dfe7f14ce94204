/// Records as JSON: the shape that leaves the program, apart from the types that make it.
///
/// Renaming or dropping a key is a new schema number; `record.schema.json` beside this file describes the shape.
public enum RecordExport {
  /// A record as one line of JSON, UTF-8, without the line feed, keys in the order of the contract.
  ///
  /// What is unknown is left out, an empty list is `[]`, whole numbers have no decimal point. The same record gives
  /// the same bytes. Linear in the size of the record.
  public static func json(_ record: Record) -> [UInt8] {
    var json = JSONWriter(capacity: record.text.utf8.count * 2 + 2048)
    json.write(record)
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ record: Record) {
    beginObject()
    field("schema", record.schema)
    field("id", record.id)
    key("source")
    write(record.source)
    field("language", record.language)
    field("script", record.script)
    field("languageConfidence", record.languageConfidence)
    field("title", record.title)
    field("authors", record.authors)
    field("agency", record.agency)
    if let dateline = record.dateline {
      key("dateline")
      write(dateline)
    }
    field("published", record.published)
    field("publishedFrom", record.publishedFrom?.rawValue)
    field("text", record.text)
    list("paragraphs", record.paragraphs) { $0.write($1) }
    list("sentences", record.sentences) { $0.write($1) }
    list("dates", record.dates) { $0.write($1) }
    list("people", record.people) { $0.write($1) }
    list("organisations", record.organisations) { $0.write($1) }
    list("places", record.places) { $0.write($1) }
    // JSON cannot say "not a number", and an amount without a number says nothing.
    list("amounts", record.amounts.filter(\.value.isFinite)) { $0.write($1) }
    list("agreements", record.agreements) { $0.write($1) }
    field("summary", record.summary)
    field("warnings", record.warnings)
    endObject()
  }

  private mutating func write(_ source: RecordSource) {
    beginObject()
    field("path", source.path)
    field("format", source.format)
    field("item", source.item)
    field("url", source.url)
    field("feed", source.feed)
    field("encoding", source.encoding)
    field("bytes", source.bytes)
    endObject()
  }

  private mutating func write(_ dateline: RecordDateline) {
    beginObject()
    field("place", dateline.place)
    field("country", dateline.country)
    field("date", dateline.date)
    field("agency", dateline.agency)
    field("span", dateline.span)
    endObject()
  }

  private mutating func write(_ span: Span) {
    beginList()
    value(span.start)
    value(span.end)
    endList()
  }

  private mutating func field(_ name: StaticString, _ span: Span?) {
    guard let span else { return }
    key(name)
    write(span)
  }

  private mutating func write(_ paragraph: RecordParagraph) {
    beginObject()
    field("span", paragraph.span)
    field("language", paragraph.language)
    if let original = paragraph.duplicateOf {
      key("duplicateOf")
      beginObject()
      field("document", original.document)
      field("paragraph", original.paragraph)
      field("similarity", original.similarity)
      endObject()
    }
    endObject()
  }

  private mutating func write(_ mention: Mention) {
    beginObject()
    field("text", mention.text)
    field("span", mention.span)
    field("in", mention.in)
    endObject()
  }

  private mutating func write(_ date: RecordDate) {
    beginObject()
    field("text", date.text)
    field("span", date.span)
    field("in", date.in)
    field("type", date.type)
    field("value", date.value)
    field("mod", date.mod)
    field("start", date.start)
    field("end", date.end)
    field("anchor", date.anchor)
    endObject()
  }

  private mutating func write(_ person: RecordPerson) {
    beginObject()
    field("id", person.id)
    field("name", person.name)
    field("key", person.key)
    list("roles", person.roles) { $0.write($1) }
    list("mentions", person.mentions) { $0.write($1) }
    endObject()
  }

  private mutating func write(_ role: RecordPerson.Role) {
    beginObject()
    field("title", role.title)
    field("organisation", role.organisation)
    field("country", role.country)
    field("span", role.span)
    field("in", role.in)
    field("modifier", role.modifier)
    endObject()
  }

  private mutating func write(_ organisation: RecordOrganisation) {
    beginObject()
    field("id", organisation.id)
    field("name", organisation.name)
    field("key", organisation.key)
    field("aliases", organisation.aliases)
    field("kind", organisation.kind)
    field("country", organisation.country)
    list("mentions", organisation.mentions) { $0.write($1) }
    endObject()
  }

  private mutating func write(_ place: RecordPlace) {
    beginObject()
    field("id", place.id)
    field("name", place.name)
    field("key", place.key)
    field("kind", place.kind)
    field("country", place.country)
    list("mentions", place.mentions) { $0.write($1) }
    endObject()
  }

  private mutating func write(_ amount: RecordAmount) {
    beginObject()
    field("text", amount.text)
    field("span", amount.span)
    field("in", amount.in)
    field("value", amount.value)
    field("currency", amount.currency)
    endObject()
  }

  private mutating func write(_ agreement: RecordAgreement) {
    beginObject()
    field("id", agreement.id)
    field("type", agreement.type)
    field("status", agreement.status)
    field("title", agreement.title)
    list("parties", agreement.parties) { json, party in
      json.beginObject()
      json.field("ref", party.ref)
      json.field("name", party.name)
      json.field("country", party.country)
      json.endObject()
    }
    field("signatories", agreement.signatories)
    field("date", agreement.date)
    field("place", agreement.place)
    field("subject", agreement.subject)
    field("amount", agreement.amount)
    field("currency", agreement.currency)
    field("plover", agreement.plover)
    field("cameo", agreement.cameo)
    field("confidence", agreement.confidence)
    list("evidence", agreement.evidence) { $0.write($1) }
    endObject()
  }
}
