import DatelineDocuments

/// Which entries of a timeline are wanted; what is not set does not restrict.
///
/// Several values of one field are alternatives, several fields must all hold.
public struct TimelineFilter: Sendable, Hashable {
  /// Countries: ISO codes, or names as the records write them in any of their languages.
  public var countries: [String] = []
  /// Persons: parts of a name in any case, or linking keys.
  public var people: [String] = []
  /// Organisations: parts of a name or alias in any case, or linking keys.
  public var organisations: [String] = []
  /// Types of agreement (`memorandum`, …).
  public var types: [String] = []
  /// Statuses (`signed`, …).
  public var statuses: [String] = []
  /// Languages of the sources (BCP 47).
  public var languages: [String] = []
  /// Agencies or feeds: parts of their names.
  public var agencies: [String] = []
  /// First day.
  public var from: CalendarDate?
  /// Last day.
  public var to: CalendarDate?
  /// Words that title, subject, names or evidence must contain, all of them.
  public var text: String?
  /// Whether dated sentences are listed beside agreements.
  public var includeFacts = true

  /// No restriction.
  public init() {}
}

/// A filter with its names looked up among the names of all records.
///
/// A person asked for in one alphabet is found in the others: a name that matches hands its linking key to the rest.
struct ResolvedFilter {
  private let filter: TimelineFilter
  private let countries: Set<String>
  private let people: Names
  private let organisations: Names
  private let agencies: [FoldedName]
  private let words: [FoldedName]
  /// Countries that no record names.
  private(set) var unknownCountries: [String] = []

  private struct Names {
    var parts: [FoldedName]
    var keys: Set<String>

    init(_ wanted: [String], among directory: [FoldedName: Set<String>]) {
      let parts = wanted.map { FoldedName($0) }.filter { !$0.isEmpty }
      self.parts = parts
      keys = Set(wanted)
      guard !parts.isEmpty else { return }
      for (name, bearers) in directory where parts.contains(where: { name.contains($0) }) {
        keys.formUnion(bearers)
      }
    }
    func match(_ name: String, _ key: String?) -> Bool {
      if let key, keys.contains(key) { return true }
      let folded = FoldedName(name)
      return parts.contains { folded.contains($0) }
    }
  }

  init(_ filter: TimelineFilter, directory: NameDirectory) {
    self.filter = filter
    people = Names(filter.people, among: directory.people)
    organisations = Names(filter.organisations, among: directory.organisations)
    agencies = filter.agencies.map { FoldedName($0) }
    words = (filter.text ?? "").split(whereSeparator: \.isWhitespace).map { FoldedName($0) }.filter {
      !$0.isEmpty
    }
    var codes: Set<String> = []
    for wanted in filter.countries {
      let folded = FoldedName(wanted)
      if wanted.utf8.count == 2, wanted.utf8.allSatisfy({ $0 < 0x80 }) {
        codes.insert(wanted.uppercased())
      } else if let found = directory.countries[folded] {
        codes.formUnion(found)
      } else {
        let found = directory.countries.filter { !folded.isEmpty && $0.key.text.hasPrefix(folded.text) }
        if found.isEmpty { unknownCountries.append(wanted) }
        for (_, code) in found { codes.formUnion(code) }
      }
    }
    countries = codes
  }

  func admits(_ entry: TimelineEntry) -> Bool {
    if entry.kind == .fact, !filter.includeFacts { return false }
    if !filter.types.isEmpty, !filter.types.contains(entry.type ?? "") { return false }
    if !filter.statuses.isEmpty, !filter.statuses.contains(entry.status ?? "") { return false }
    if filter.from != nil || filter.to != nil {
      guard let days = entry.date?.days else { return false }
      if let from = filter.from, days.last < from { return false }
      if let to = filter.to, days.first > to { return false }
    }
    if !filter.countries.isEmpty, countries.isDisjoint(with: entry.countries) { return false }
    if !filter.languages.isEmpty, !entry.sources.contains(where: { filter.languages.contains($0.language) }) {
      return false
    }
    if !filter.people.isEmpty, !entry.people.contains(where: { people.match($0.name, $0.key) }) {
      return false
    }
    if !filter.organisations.isEmpty,
      !entry.parties.contains(where: { !$0.isCountry && organisations.match($0.name, $0.key) })
    {
      return false
    }
    if !agencies.isEmpty {
      let names = entry.sources.compactMap { $0.agency.map { FoldedName($0) } }
      guard names.contains(where: { name in agencies.contains { name.contains($0) } }) else { return false }
    }
    guard !words.isEmpty else { return true }
    let all = FoldedName(
      ([entry.title, entry.subject, entry.place].compactMap { $0 } + entry.parties.map(\.name)
        + entry.people.map(\.name) + entry.sources.flatMap { [$0.title, $0.evidence].compactMap { $0 } })
        .joined(separator: " "))
    return words.allSatisfy { all.contains($0) }
  }
}

/// All names of all records, by their folded form.
struct NameDirectory {
  /// Linking keys of the persons with a name.
  var people: [FoldedName: Set<String>] = [:]
  /// Linking keys of the organisations with a name or alias.
  var organisations: [FoldedName: Set<String>] = [:]
  /// Codes of the countries with a name.
  var countries: [FoldedName: Set<String>] = [:]
  /// One name for each country code.
  var countryNames: [String: String] = [:]
}
