import DatelineRecords

extension Timeline {
  /// The timeline as JSON: a list of entries, one a line; what is unknown is left out.
  public func json() -> String {
    var json = JSONWriter(capacity: entries.count * 512)
    json.beginList()
    for entry in entries {
      json.lineBreak()
      json.write(entry)
    }
    json.endList()
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }
}

extension JSONWriter {
  mutating func write(_ entry: TimelineEntry) {
    beginObject()
    field("kind", entry.kind.rawValue)
    if let date = entry.date {
      key("date")
      beginObject()
      field("value", date.value)
      field("start", date.days.first.description)
      field("end", date.days.last.description)
      field("precision", date.days.precision.rawValue)
      field("basis", date.isReported ? "reported" : "stated")
      endObject()
    }
    field("type", entry.type)
    field("status", entry.status)
    field("title", entry.title)
    list("parties", entry.parties) { json, party in
      json.beginObject()
      json.field("name", party.name)
      json.field("key", party.key)
      json.field("country", party.country)
      json.endObject()
    }
    list("people", entry.people) { json, person in
      json.beginObject()
      json.field("name", person.name)
      json.field("key", person.key)
      json.field("role", person.role)
      json.endObject()
    }
    field("place", entry.place)
    field("subject", entry.subject)
    field("amount", entry.amount)
    field("currency", entry.currency)
    field("countries", entry.countries)
    list("sources", entry.sources) { json, source in
      json.beginObject()
      json.field("document", source.document)
      json.field("title", source.title)
      json.field("path", source.path)
      json.field("url", source.url)
      json.field("agency", source.agency)
      json.field("published", source.published)
      json.field("language", source.language)
      json.field("evidence", source.evidence)
      json.endObject()
    }
    endObject()
  }
}
