import DatelineRecords

extension SummaryIndex {
  /// The index as JSON: an object of five lists, one element a line; `document` counts in `documents` from 0.
  public func json() -> String {
    var json = JSONWriter(capacity: documents.count * 1024)
    json.beginObject()
    json.key("documents")
    json.beginList()
    for document in documents {
      let reference = document.reference
      json.lineBreak()
      json.beginObject()
      json.field("id", reference.document)
      json.field("title", reference.title)
      json.field("path", reference.path)
      json.field("url", reference.url)
      json.field("agency", reference.agency)
      json.field("published", reference.published)
      json.field("language", reference.language)
      json.field("summary", document.summary)
      json.endObject()
    }
    json.endList()
    json.write(people, under: "people")
    json.write(organisations, under: "organisations")
    json.write(countries, under: "countries")
    json.key("agreements")
    json.beginList()
    for agreement in agreements {
      json.lineBreak()
      json.write(agreement)
    }
    json.endList()
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ entries: [SummaryIndex.Entry], under name: StaticString) {
    key(name)
    beginList()
    for entry in entries {
      lineBreak()
      beginObject()
      field("name", entry.name)
      field("key", entry.key)
      list("names", entry.names) { json, name in
        json.beginObject()
        json.field("text", name.text)
        json.field("language", name.language)
        json.endObject()
      }
      field("details", entry.details)
      field("country", entry.country)
      list("appearances", entry.appearances) { json, appearance in
        json.beginObject()
        json.field("document", appearance.document)
        json.field("count", appearance.count)
        json.field("sentence", appearance.sentence)
        json.endObject()
      }
      endObject()
    }
    endList()
  }
}
