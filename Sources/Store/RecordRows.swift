import DatelineRecords

/// Writes the rows of a record.
struct RecordRows {
  let connection: Connection

  /// Inserts a document and all that belongs to it.
  /// - Parameter number: the row number of the document it replaces, so that it keeps its place; nil for a new one.
  func insert(_ record: Record, number: Int?, identity: String, json: [UInt8]) throws(StoreError) {
    let source = record.source
    try connection.statement(
      """
      INSERT INTO documents (number, identity, id, path, format, item, url, feed, encoding, bytes, language, script,
        language_confidence, title, agency, dateline_place, dateline_country, dateline_date, published, published_from,
        text, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ).run(
      number, identity, record.id, source.path, source.format, source.item, source.url, source.feed,
      source.encoding,
      source.bytes, record.language, record.script, record.languageConfidence, record.title, record.agency,
      record.dateline?.place, record.dateline?.country, record.dateline?.date, record.published,
      record.publishedFrom?.rawValue, record.text, json)
    let document = connection.lastRow
    for (position, name) in record.authors.enumerated() {
      try connection.statement("INSERT INTO authors VALUES (?, ?, ?)").run(document, position, name)
    }
    for (position, sentence) in record.summary.enumerated() {
      try connection.statement("INSERT INTO summaries VALUES (?, ?, ?)").run(document, position, sentence)
    }
    for (position, paragraph) in record.paragraphs.enumerated() {
      let original = paragraph.duplicateOf
      try connection.statement("INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?)").run(
        document, position, paragraph.span.start, paragraph.span.end,
        original.map { $0.document ?? record.id }, original?.paragraph, original?.similarity)
    }
    for (position, date) in record.dates.enumerated() {
      try connection.statement("INSERT INTO dates VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
        document, position, date.text, date.span.start, date.span.end, date.in, date.type, date.value,
        date.start,
        date.end, date.anchor)
    }
    for (position, amount) in record.amounts.enumerated() where amount.value.isFinite {
      try connection.statement("INSERT INTO amounts VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
        document, position, amount.text, amount.span.start, amount.span.end, amount.in, amount.value,
        amount.currency)
    }
    try insertEntities(of: record, document)
    for agreement in record.agreements { try insert(agreement, of: record, document) }
  }

  private func insertEntities(of record: Record, _ document: Int64) throws(StoreError) {
    for organisation in record.organisations {
      try connection.statement("INSERT OR IGNORE INTO organisations VALUES (?, ?, ?, ?, ?, ?)").run(
        document, organisation.id, organisation.name, organisation.key, organisation.kind,
        organisation.country)
      for (position, name) in organisation.aliases.enumerated() {
        try connection.statement("INSERT OR IGNORE INTO organisation_aliases VALUES (?, ?, ?, ?)").run(
          document, organisation.id, position, name)
      }
      try insert(organisation.mentions, of: organisation.id, "organisation", document)
    }
    for place in record.places {
      try connection.statement("INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?, ?, ?)").run(
        document, place.id, place.name, place.key, place.kind, place.country)
      try insert(place.mentions, of: place.id, "place", document)
    }
    let organisations = Set(record.organisations.map(\.id))
    for person in record.people {
      try connection.statement("INSERT OR IGNORE INTO people VALUES (?, ?, ?, ?)").run(
        document, person.id, person.name, person.key)
      for (position, role) in person.roles.enumerated() {
        // A reference to nothing is no reason to refuse the document.
        let organisation = role.organisation.flatMap { organisations.contains($0) ? $0 : nil }
        try connection.statement("INSERT OR IGNORE INTO person_roles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .run(
            document, person.id, position, role.title, role.modifier, organisation, role.country,
            role.span?.start,
            role.span?.end, role.in)
      }
      try insert(person.mentions, of: person.id, "person", document)
    }
  }

  private func insert(
    _ mentions: [Mention], of entity: String, _ kind: String, _ document: Int64
  ) throws(StoreError) {
    for (position, mention) in mentions.enumerated() {
      try connection.statement("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
        document, kind, entity, position, mention.text, mention.span.start, mention.span.end, mention.in)
    }
  }

  private func insert(
    _ agreement: RecordAgreement, of record: Record, _ document: Int64
  ) throws(StoreError) {
    try connection.statement(
      "INSERT OR IGNORE INTO agreements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).run(
      document, agreement.id, agreement.type, agreement.status, agreement.title, agreement.date,
      agreement.place,
      agreement.subject, agreement.amount, agreement.currency, agreement.plover, agreement.cameo,
      agreement.confidence)
    for (position, party) in agreement.parties.enumerated() {
      let (kind, key) = bearer(of: party.ref, in: record)
      try connection.statement("INSERT OR IGNORE INTO agreement_parties VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
        document, agreement.id, position, party.ref, kind, key, party.name, party.country)
    }
    for (position, person) in agreement.signatories.enumerated()
    where record.people.contains(where: { $0.id == person }) {
      try connection.statement("INSERT OR IGNORE INTO signatories VALUES (?, ?, ?, ?)").run(
        document, agreement.id, position, person)
    }
    for (position, mention) in agreement.evidence.enumerated() {
      try connection.statement("INSERT OR IGNORE INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)").run(
        document, agreement.id, position, mention.text, mention.span.start, mention.span.end, mention.in)
    }
  }

  private func bearer(of ref: String?, in record: Record) -> (kind: String?, key: String?) {
    if let found = record.organisations.first(where: { $0.id == ref }) { return ("organisation", found.key) }
    if let found = record.places.first(where: { $0.id == ref }) { return ("place", found.key) }
    if let found = record.people.first(where: { $0.id == ref }) { return ("person", found.key) }
    return (nil, nil)
  }
}
