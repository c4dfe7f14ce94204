import DatelineRecords

/// Compares the record of a document with the one expected.
struct RecordComparison {
  let gold: GoldRecord
  let record: Record
  private var comparison = Comparison()
  private var goldPositions: Positions
  private var positions: Positions

  static func compare(_ record: Record, with gold: GoldRecord) -> Comparison {
    var comparison = RecordComparison(gold: gold, record: record)
    comparison.compareAll()
    return comparison.comparison
  }

  private init(gold: GoldRecord, record: Record) {
    self.gold = gold
    self.record = record
    let same =
      gold.text == nil
      || gold.text.map { Array($0.unicodeScalars) == Array(record.text.unicodeScalars) } == true
    goldPositions = Positions(text: gold.text ?? record.text, title: gold.title ?? "", bySpan: same)
    positions = Positions(text: record.text, title: record.title ?? "", bySpan: same)
    if !same, let text = gold.text { comparison.remark(difference(expected: text, found: record.text)) }
  }

  private mutating func compareAll() {
    compareDocument()
    compareDates()
    compareAmounts()
    comparePlaces()
    let organisations = compareOrganisations()
    let people = comparePeople()
    compareAgreements(people: people, organisations: organisations)
  }

  private mutating func compareDocument() {
    if let language = gold.language {
      comparison.compare("language", expected: language, found: record.language)
    }
    if gold.judgesTitle {
      comparison.compare("title", expected: gold.title.map(collapsed), found: record.title.map(collapsed))
    }
    if gold.judgesPublished {
      comparison.compare("published", expected: gold.published, found: record.published)
    }
    if case .some(let expected) = gold.dateline {
      comparison.compare(
        "dateline", expected: expected.map { described($0.place, $0.date, $0.agency) },
        found: record.dateline.map { described($0.place, $0.date, $0.agency) })
    }
    if let duplicates = gold.duplicates {
      let expected = duplicates.filter { $0.count == 2 }.map {
        Entry($0, "paragraph \($0[0]) repeats \($0[1])")
      }
      let found = record.paragraphs.enumerated().compactMap { index, paragraph -> Entry<[Int]>? in
        guard let duplicate = paragraph.duplicateOf, duplicate.document == nil else { return nil }
        return Entry([index, duplicate.paragraph], "paragraph \(index) repeats \(duplicate.paragraph)")
      }
      comparison.compare("duplicates", expected: expected, found: found)
    }
  }

  private mutating func compareDates() {
    guard let dates = gold.dates else { return }
    comparison.compare(
      "dates", expected: goldPositions.entries(dates.map { ($0.text, $0.span, $0.in, $0.value) }),
      found: positions.entries(record.dates.map { ($0.text, $0.span, $0.in, $0.value) }))
    comparison.compare(
      "dates.span", expected: goldPositions.entries(dates.map { ($0.text, $0.span, $0.in, "") }),
      found: positions.entries(record.dates.map { ($0.text, $0.span, $0.in, "") }))
  }

  private mutating func compareAmounts() {
    guard let amounts = gold.amounts else { return }
    // Cents are compared, not the noise of a Double behind them.
    func entry(_ value: Double, _ currency: String, _ context: String) -> Entry<String> {
      let key =
        value.magnitude < 1e15 ? "\(Int((value * 100).rounded())) \(currency)" : "\(value) \(currency)"
      return Entry(key, "\(value) \(currency)", context)
    }
    comparison.compare(
      "amounts", expected: amounts.map { entry($0.value, $0.currency, $0.text ?? "") },
      found: record.amounts.map { entry($0.value, $0.currency, positions.context($0.span, $0.in ?? "text")) })
  }

  private mutating func comparePlaces() {
    guard let places = gold.places else { return }
    comparison.compare(
      "places", expected: places.map { Entry($0.name, $0.name, firstContext($0.mentions)) },
      found: record.places.map { Entry($0.name, $0.name, firstContext($0.mentions)) })
    compareMentions("places", places.map(\.mentions), record.places.map(\.mentions))
  }

  private mutating func compareMentions(
    _ field: String, _ expected: [[GoldRecord.Named]?], _ found: [[Mention]]
  ) {
    guard expected.contains(where: { $0 != nil }) || expected.isEmpty else { return }
    comparison.compare(
      field + ".mentions",
      expected: goldPositions.entries(expected.flatMap { $0 ?? [] }.map { ($0.text, $0.span, $0.in, "") }),
      found: positions.entries(found.flatMap { $0 }.map { ($0.text, $0.span, $0.in, "") }))
  }

  /// Returns which organisation of the gold each organisation of the record is (by id).
  private mutating func compareOrganisations() -> [String: String] {
    guard let expected = gold.organisations else { return [:] }
    let bearers = pairs(
      expected.map { ($0.id, $0.name, $0.mentions) },
      record.organisations.map { ($0.id, $0.name, $0.mentions) })
    let byID = Dictionary(expected.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let entities = bearers.filter { $0.value.isExact }
    let missed = Set(entities.values.map(\.gold))
    comparison.count(
      "organisations",
      Score(correct: entities.count, found: record.organisations.count, expected: expected.count))
    for organisation in expected where !missed.contains(organisation.id) {
      comparison.missed("organisations", organisation.name, firstContext(organisation.mentions))
    }
    for organisation in record.organisations where entities[organisation.id] == nil {
      comparison.wrong("organisations", organisation.name, firstContext(organisation.mentions))
    }
    for organisation in record.organisations {
      guard let match = entities[organisation.id], let gold = byID[match.gold] else { continue }
      if let kind = gold.kind, kind != organisation.kind {
        comparison.wrong(
          "organisations.kind", "\(organisation.name): \(organisation.kind)", "expected: \(kind)")
      }
      if gold.kind != nil {
        comparison.count(
          "organisations.kind", Score(correct: gold.kind == organisation.kind ? 1 : 0, found: 1, expected: 1))
      }
      let right = gold.country != nil && gold.country == organisation.country
      comparison.count(
        "organisations.country",
        Score(
          correct: right ? 1 : 0, found: organisation.country == nil ? 0 : 1,
          expected: gold.country == nil ? 0 : 1))
      if gold.country != organisation.country {
        comparison.wrong(
          "organisations.country", "\(organisation.name): \(organisation.country ?? "none")",
          "expected: \(gold.country ?? "none")")
      }
    }
    compareMentions("organisations", expected.map(\.mentions), record.organisations.map(\.mentions))
    return bearers.mapValues(\.gold)
  }

  /// Returns which person of the gold each person of the record is (by id).
  private mutating func comparePeople() -> [String: String] {
    guard let expected = gold.people else { return [:] }
    comparison.compare(
      "people", expected: expected.map { Entry($0.name, $0.name, firstContext($0.mentions)) },
      found: record.people.map { Entry($0.name, $0.name, firstContext($0.mentions)) })
    compareMentions("people", expected.map(\.mentions), record.people.map(\.mentions))
    let bearers = pairs(
      expected.map { ($0.id, $0.name, $0.mentions) }, record.people.map { ($0.id, $0.name, $0.mentions) }
    ).mapValues(\.gold)
    compareRoles(expected, bearers)
    return bearers
  }

  private mutating func compareRoles(_ expected: [GoldRecord.Person], _ bearers: [String: String]) {
    struct Held: Hashable {
      var person: String
      var title: String
    }
    let wanted = expected.flatMap { person in
      (person.roles ?? []).map {
        Entry(Held(person: person.id, title: $0.title.lowercased()), "\(person.name): \($0.title)")
      }
    }
    let found = record.people.flatMap { person in
      person.roles.map { role in
        Entry(
          Held(person: bearers[person.id] ?? "?" + person.id, title: role.title.lowercased()),
          "\(person.name): \(role.title)", role.span.map { positions.context($0, role.in ?? "text") } ?? "")
      }
    }
    comparison.compare("people.roles", expected: wanted, found: found)
    // Lenient: one title may say more than the other.
    var open = found
    var correct = 0
    for entry in wanted {
      let index = open.firstIndex {
        $0.key.person == entry.key.person
          && ($0.key.title.contains(entry.key.title) || entry.key.title.contains($0.key.title))
      }
      if let index {
        open.remove(at: index)
        correct += 1
      }
    }
    comparison.count(
      "people.roles.lenient", Score(correct: correct, found: found.count, expected: wanted.count))
  }

  private mutating func compareAgreements(people: [String: String], organisations: [String: String]) {
    guard let expected = gold.agreements else { return }
    var matching = AgreementMatching(gold: gold, record: record, people: people, organisations: organisations)
    matching.compare(expected, into: &comparison)
  }

  private struct Bearer {
    var gold: String
    /// The same name, or the same mentions; not only a shared one.
    var isExact: Bool
  }

  /// Which one of the gold each one of the record is: the same name; else the same mentions; else a shared mention.
  private func pairs(
    _ expected: [(id: String, name: String, mentions: [GoldRecord.Named]?)],
    _ found: [(id: String, name: String, mentions: [Mention])]
  ) -> [String: Bearer] {
    let wanted = expected.map { entity in
      Set(goldPositions.entries((entity.mentions ?? []).map { ($0.text, $0.span, $0.in, "") }).map(\.key))
    }
    let given = found.map { entity in
      Set(positions.entries(entity.mentions.map { ($0.text, $0.span, $0.in, "") }).map(\.key))
    }
    var result: [String: Bearer] = [:]
    var taken: Set<Int> = []
    func pair(exact: Bool, _ isSame: (Int, Int) -> Bool) {
      for index in found.indices where result[found[index].id] == nil {
        guard let other = expected.indices.first(where: { !taken.contains($0) && isSame($0, index) }) else {
          continue
        }
        taken.insert(other)
        result[found[index].id] = Bearer(gold: expected[other].id, isExact: exact)
      }
    }
    pair(exact: true) { expected[$0].name == found[$1].name }
    pair(exact: true) { !wanted[$0].isEmpty && wanted[$0] == given[$1] }
    pair(exact: false) { !wanted[$0].isDisjoint(with: given[$1]) }
    return result
  }

  private func firstContext(_ mentions: [GoldRecord.Named]?) -> String {
    guard let first = mentions?.first, let span = first.span else { return "" }
    return goldPositions.context(span, first.in ?? "text")
  }
  private func firstContext(_ mentions: [Mention]) -> String {
    mentions.first.map { positions.context($0.span, $0.in ?? "text") } ?? ""
  }
}

private func described(_ place: String?, _ date: String?, _ agency: String?) -> String {
  "place \(place ?? "none"), date \(date ?? "none"), agency \(agency ?? "none")"
}

/// Where two texts begin to differ, as a sentence.
private func difference(expected: String, found: String) -> String {
  let (left, right) = (Array(expected.unicodeScalars), Array(found.unicodeScalars))
  let place =
    zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    ?? min(left.count, right.count)
  func piece(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[max(0, place - 15)..<min(scalars.count, place + 25)])
    return String(view).debugDescription
  }
  return
    "the text differs from the gold's at code point \(place): expected \(piece(left)), found \(piece(right)); "
    + "mentions are compared by their words"
}
