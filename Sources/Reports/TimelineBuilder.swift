import DatelineDocuments
import DatelineRecords

/// Collects the entries of a timeline from records that arrive one after the other.
///
/// Keeps entries and names, not the records: memory grows with what is listed, not with the texts.
public struct TimelineBuilder {
  private let filter: TimelineFilter
  private var merger = AgreementMerger()
  private var facts: [TimelineEntry] = []
  private var factIndex: [FactKey: Int] = [:]
  private var directory = NameDirectory()
  private var documents = 0

  private struct FactKey: Hashable {
    var date: String
    var sentence: FoldedName
  }

  /// An empty collection.
  public init(filter: TimelineFilter = TimelineFilter()) { self.filter = filter }

  /// Adds what a record tells.
  public mutating func add(_ record: Record) {
    documents += 1
    note(namesOf: record)
    for agreement in record.agreements {
      merger.add(TimelineEntry(agreement, of: record))
    }
    guard filter.includeFacts, filter.types.isEmpty, filter.statuses.isEmpty else { return }
    for fact in DatedFacts(record).entries {
      // The same sentence in two documents is one fact with two sources.
      let key = FactKey(date: fact.date?.value ?? "", sentence: FoldedName(fact.evidence ?? ""))
      if let index = factIndex[key] {
        facts[index].sources += fact.sources
      } else {
        factIndex[key] = facts.count
        facts.append(fact)
      }
    }
  }

  /// The timeline of all that was added.
  public func timeline() -> Timeline {
    let resolved = ResolvedFilter(filter, directory: directory)
    return Timeline(
      entries: (merger.entries + facts).filter(resolved.admits).sorted(), documents: documents,
      countryNames: directory.countryNames, unknownCountries: resolved.unknownCountries)
  }

  private mutating func note(namesOf record: Record) {
    if !filter.people.isEmpty {
      for person in record.people {
        if let key = person.key { directory.people[FoldedName(person.name), default: []].insert(key) }
      }
    }
    if !filter.organisations.isEmpty {
      for organisation in record.organisations {
        guard let key = organisation.key else { continue }
        for name in [organisation.name] + organisation.aliases {
          directory.organisations[FoldedName(name), default: []].insert(key)
        }
      }
    }
    for place in record.places where place.kind == "country" {
      guard let code = place.country else { continue }
      directory.countries[FoldedName(place.name), default: []].insert(code)
      // The page speaks English, so an English name serves it best.
      if directory.countryNames[code] == nil || record.language == "en" {
        directory.countryNames[code] = place.name
      }
    }
  }
}

/// What happened, in the order of days.
public struct Timeline: Sendable, Hashable {
  /// The entries, sorted.
  public var entries: [TimelineEntry]
  /// How many documents were looked at.
  public var documents: Int
  /// Names of countries by ISO code, in English where a document in English names them.
  public var countryNames: [String: String] = [:]
  /// Countries of the filter that no document names: a misspelling, perhaps.
  public var unknownCountries: [String] = []

  /// The timeline of records.
  public init(_ records: some Sequence<Record>, filter: TimelineFilter = TimelineFilter()) {
    var builder = TimelineBuilder(filter: filter)
    for record in records { builder.add(record) }
    self = builder.timeline()
  }

  init(
    entries: [TimelineEntry], documents: Int, countryNames: [String: String], unknownCountries: [String]
  ) {
    self.entries = entries
    self.documents = documents
    self.countryNames = countryNames
    self.unknownCountries = unknownCountries
  }
}

extension TimelineEntry {
  /// The entry of an agreement.
  init(_ agreement: RecordAgreement, of record: Record) {
    kind = .agreement
    type = agreement.type
    status = agreement.status
    title = agreement.title
    subject = agreement.subject
    amount = agreement.amount
    currency = agreement.currency
    date = Date(of: agreement, in: record)
    place = agreement.place.map { id in record.places.first { $0.id == id }?.name ?? id }
    parties = agreement.parties.map { Party($0, in: record) }
    people = agreement.signatories.map { id in
      record.people.first { $0.id == id }.map { Person($0) } ?? Person(name: id)
    }
    countries = Set(parties.compactMap(\.country)).sorted()
    sources = [Reference(record, evidence: agreement.evidence.first?.text)]
  }
}

extension TimelineEntry.Date {
  /// The day the text gives, else that of the report.
  init?(of agreement: RecordAgreement, in record: Record) {
    if let value = agreement.date, let days = DayRange(timex: value) {
      self.init(value: value, days: days, isReported: false)
      return
    }
    for value in [record.published, record.dateline?.date] {
      if let value, let days = DayRange(timex: value) {
        self.init(value: value, days: days, isReported: true)
        return
      }
    }
    return nil
  }
}

extension TimelineEntry.Party {
  init(_ party: RecordAgreement.Party, in record: Record) {
    self.init(name: party.name, key: nil, country: party.country)
    if let organisation = record.organisations.first(where: { $0.id == party.ref }) {
      if name.isEmpty { name = organisation.name }
      key = organisation.key
      country = party.country ?? organisation.country
    } else if let place = record.places.first(where: { $0.id == party.ref }) {
      if name.isEmpty { name = place.name }
      key = place.key
      country = party.country ?? place.country
      isCountry = place.kind == "country"
    } else if let person = record.people.first(where: { $0.id == party.ref }) {
      if name.isEmpty { name = person.name }
      key = person.key
    }
  }
  init(_ organisation: RecordOrganisation) {
    self.init(name: organisation.name, key: organisation.key, country: organisation.country)
  }
  init(_ country: RecordPlace) {
    self.init(name: country.name, key: country.key, country: country.country, isCountry: true)
  }
}

extension TimelineEntry.Person {
  init(_ person: RecordPerson) {
    self.init(name: person.name, key: person.key, role: person.roles.first?.title)
  }
}

extension TimelineEntry.Reference {
  init(_ record: Record, evidence: String?) {
    self.init(
      document: record.id, title: record.title, path: record.source.path, url: record.source.url,
      agency: record.agency ?? record.dateline?.agency ?? record.source.feed, published: record.published,
      language: record.language, evidence: evidence)
  }
}
