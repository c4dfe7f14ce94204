import DatelineRecords

/// Writes a record by hand without counting characters.
///
/// In the sentences, `[p1|Galym Mutanov]` is a mention of the entity `p1` and `{2017-06-08|8 June 2017}` a date;
/// spans, sentences and paragraphs follow from them.
package struct RecordSketch {
  /// The record as far as it has been written.
  package private(set) var record: Record
  private var length = 0

  /// A record without text.
  package init(
    id: String, path: String, language: String, title: String? = nil, published: String? = nil,
    agency: String? = nil, url: String? = nil, item: Int? = nil
  ) {
    record = Record(
      id: id, source: RecordSource(path: path, format: item == nil ? "text" : "rss", item: item, url: url),
      language: language, text: "")
    record.title = title
    record.published = published
    record.publishedFrom = published == nil ? nil : .header
    record.agency = agency
  }

  /// Declares a person; it has to be declared before it is mentioned.
  package mutating func person(
    _ id: String, _ name: String, key: String? = nil, roles: [RecordPerson.Role] = []
  ) {
    record.people.append(RecordPerson(id: id, name: name, key: key, roles: roles))
  }
  /// Declares an organisation.
  package mutating func organisation(
    _ id: String, _ name: String, key: String? = nil, kind: String = "other", country: String? = nil
  ) {
    record.organisations.append(
      RecordOrganisation(id: id, name: name, key: key, kind: kind, country: country))
  }
  /// Declares a place.
  package mutating func place(
    _ id: String, _ name: String, key: String? = nil, kind: String = "city", country: String? = nil
  ) {
    record.places.append(RecordPlace(id: id, name: name, key: key, kind: kind, country: country))
  }

  /// Adds a paragraph of sentences.
  package mutating func paragraph(_ sentences: String..., duplicateOf: RecordParagraph.Duplicate? = nil) {
    if length > 0 { append("\n\n") }
    let start = length
    for (index, sentence) in sentences.enumerated() {
      if index > 0 { append(" ") }
      let sentenceStart = length
      appendMarked(sentence)
      record.sentences.append(Span(sentenceStart, length))
    }
    record.paragraphs.append(RecordParagraph(span: Span(start, length), duplicateOf: duplicateOf))
  }

  /// Adds an agreement shown by a sentence, counted from 0.
  package mutating func agreement(
    _ id: String, _ type: String, _ status: String, title: String? = nil, parties: [String],
    signatories: [String] = [], date: String? = nil, place: String? = nil, subject: String? = nil,
    sentence: Int
  ) {
    var agreement = RecordAgreement(id: id, type: type, status: status, title: title)
    agreement.parties = parties.map(party)
    agreement.signatories = signatories
    agreement.date = date
    agreement.place = place
    agreement.subject = subject
    let span = record.sentences[sentence]
    let scalars = record.text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: span.start)
    let text = String(scalars[start..<scalars.index(start, offsetBy: span.end - span.start)])
    agreement.evidence = [Mention(text: text, span: span)]
    record.agreements.append(agreement)
  }

  /// Changes anything else.
  package mutating func edit(_ change: (inout Record) -> Void) { change(&record) }

  private func party(_ id: String) -> RecordAgreement.Party {
    if let organisation = record.organisations.first(where: { $0.id == id }) {
      return .init(ref: id, name: organisation.name, country: organisation.country)
    }
    if let place = record.places.first(where: { $0.id == id }) {
      return .init(ref: id, name: place.name, country: place.country)
    }
    return .init(name: id)
  }

  private mutating func append(_ text: some StringProtocol) {
    record.text += text
    length += text.unicodeScalars.count
  }

  private mutating func appendMarked(_ sentence: String) {
    var rest = Substring(sentence)
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "{" }) {
      append(rest[..<open])
      let closing: Character = rest[open] == "[" ? "]" : "}"
      guard let bar = rest[open...].firstIndex(of: "|"), let close = rest[open...].firstIndex(of: closing)
      else { break }
      let name = String(rest[rest.index(after: open)..<bar])
      let text = String(rest[rest.index(after: bar)..<close])
      let start = length
      append(text)
      let span = Span(start, length)
      if closing == "}" {
        note(date: name, text: text, span: span)
      } else {
        note(name, text: text, span: span)
      }
      rest = rest[rest.index(after: close)...]
    }
    append(rest)
  }

  private mutating func note(date value: String, text: String, span: Span) {
    var date = RecordDate(text: text, span: span, type: "DATE", value: value, anchor: "explicit")
    if value.count == 10, !value.hasPrefix("X") {
      date.start = value
      date.end = value
    } else if value.count == 7, !value.hasPrefix("X") {
      date.start = value + "-01"
      date.end = value + "-28"
    } else if value.count == 4 {
      date.start = value + "-01-01"
      date.end = value + "-12-31"
    }
    record.dates.append(date)
  }

  private mutating func note(_ id: String, text: String, span: Span) {
    let mention = Mention(text: text, span: span)
    if let index = record.people.firstIndex(where: { $0.id == id }) {
      record.people[index].mentions.append(mention)
    } else if let index = record.organisations.firstIndex(where: { $0.id == id }) {
      record.organisations[index].mentions.append(mention)
    } else if let index = record.places.firstIndex(where: { $0.id == id }) {
      record.places[index].mentions.append(mention)
    }
  }
}
