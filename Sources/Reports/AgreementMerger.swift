import DatelineDocuments

/// Finds out that several documents report one agreement.
///
/// Two reports are one agreement if they name the same kind of document in the same state, at least two shared parties,
/// and days no more than three apart (a month, where one gives only the day of its report). A doubtful pair stays two: a duplicate is seen by every reader, a
/// wrong merger by none.
struct AgreementMerger {
  /// The agreements so far.
  private(set) var entries: [TimelineEntry] = []
  /// What is compared of each entry, folded once.
  private var profiles: [Profile] = []
  /// Entries by party and month, so that a report meets only those it could belong to.
  private var buckets: [Bucket: [Int]] = [:]

  private struct Profile {
    /// The beginnings of the words of title and subject.
    var words: Set<Substring>
    /// Folded names of the parties, one for one.
    var names: [FoldedName]
    var documents: Set<String>

    init(_ entry: TimelineEntry) {
      let folded = FoldedName([entry.title, entry.subject].compactMap { $0 }.joined(separator: " "))
      // Inflected forms of a word share their beginning.
      words = Set(folded.text.split(separator: " ").filter { $0.utf8.count > 3 }.map { $0.prefix(6) })
      names = entry.parties.map { FoldedName($0.name) }
      documents = Set(entry.sources.map(\.document))
    }
  }

  private struct Bucket: Hashable {
    var party: String
    /// Days since 1970 divided by 32; nil for entries without any date.
    var month: Int?
  }

  /// Adds a report to the agreement it belongs to, or as a new one.
  mutating func add(_ report: TimelineEntry) {
    let parties = Self.partyKeys(report)
    let profile = Profile(report)
    var shared: [Int: Int] = [:]
    for party in parties {
      for month in Self.months(around: report) {
        for index in buckets[Bucket(party: party, month: month)] ?? [] { shared[index, default: 0] += 1 }
      }
    }
    var best: (index: Int, score: Int)?
    for (index, count) in shared.sorted(by: { $0.key < $1.key }) where count >= 2 {
      guard let likeness = Self.likeness(entries[index], profiles[index], report, profile) else { continue }
      let score = count + likeness
      if score > best?.score ?? 0 { best = (index, score) }
    }
    if let best {
      merge(report, into: best.index)
    } else {
      entries.append(report)
      profiles.append(profile)
      register(entries.count - 1, parties)
    }
  }

  private mutating func register(_ index: Int, _ parties: Set<String>) {
    let month = entries[index].date.map { $0.days.first.dayNumber >> 5 }
    for party in parties { buckets[Bucket(party: party, month: month), default: []].append(index) }
  }

  private mutating func merge(_ report: TimelineEntry, into index: Int) {
    var entry = entries[index]
    let known = Self.partyKeys(entry)
    if let date = report.date, entry.date == nil || (entry.date?.isReported == true && !date.isReported) {
      entry.date = date
    }
    entry.title = entry.title ?? report.title
    entry.subject = entry.subject ?? report.subject
    entry.place = entry.place ?? report.place
    if entry.amount == nil {
      entry.amount = report.amount
      entry.currency = report.currency
    }
    // A party that is known only by another name would stand there twice; a new one has to bring a key.
    let keys = Set(entry.parties.compactMap(\.key))
    let countries = Set(entry.parties.compactMap(\.country))
    for party in report.parties {
      guard let key = party.key, !keys.contains(key) else { continue }
      if party.isCountry, let code = party.country, countries.contains(code) { continue }
      if let country = party.country,
        entry.parties.contains(where: { $0.key == nil && $0.country == country })
      {
        continue
      }
      if entry.language != report.language, let country = party.country, countries.contains(country) {
        continue
      }
      entry.parties.append(party)
    }
    let people = Set(entry.people.map { $0.key ?? $0.name })
    if entry.people.isEmpty || entry.language == report.language {
      entry.people += report.people.filter { !people.contains($0.key ?? $0.name) }
    }
    entry.countries = Set(entry.countries + report.countries).sorted()
    entry.sources += report.sources
    entries[index] = entry
    profiles[index] = Profile(entry)
    register(index, Self.partyKeys(entry).subtracting(known))
  }

  /// How much two reports speak for one agreement, 0 and up; nil if they speak against it.
  private static func likeness(
    _ entry: TimelineEntry, _ known: Profile, _ report: TimelineEntry, _ new: Profile
  ) -> Int? {
    // What one document lists twice it means twice.
    if !known.documents.isDisjoint(with: new.documents) { return nil }
    guard
      family(entry.type) == family(report.type) || family(entry.type) == nil || family(report.type) == nil,
      phase(entry.status) == phase(report.status)
    else { return nil }
    let common = known.words.intersection(new.words).count
    if entry.language == report.language, !known.words.isEmpty, !new.words.isEmpty, common == 0 { return nil }
    switch (entry.date, report.date) {
    case (let a?, let b?):
      // A reported day comes after the event, sometimes by weeks.
      let slack = a.isReported != b.isReported ? 31 : 3
      guard a.days.distance(to: b.days) <= slack else { return nil }
    default: guard common > 0 else { return nil }
    }
    let shared = sharedParties(entry, known, report, new)
    guard shared >= 2 else { return nil }
    return shared + common * 2 + (entry.type == report.type ? 1 : 0)
  }

  /// How many parties of a report are parties of an entry.
  ///
  /// Organisations by key or name, never by their country alone: two countries sign many papers on one day. But where
  /// one side names only the country, it stands for its organisations.
  private static func sharedParties(
    _ entry: TimelineEntry, _ known: Profile, _ report: TimelineEntry, _ new: Profile
  ) -> Int {
    zip(report.parties, new.names).count { party, name in
      zip(entry.parties, known.names).contains { other, otherName in
        if let key = party.key, key == other.key { return true }
        if !name.isEmpty, name == otherName { return true }
        return (party.isCountry || other.isCountry) && party.country != nil && party.country == other.country
      }
    }
  }

  private static func family(_ type: String?) -> String? {
    switch type {
    case "agreement", "treaty", "contract", "protocol": "agreement"
    case "memorandum", "letter-of-intent", "declaration": "memorandum"
    case "plan", "programme": "plan"
    case "other", nil: nil
    default: type
    }
  }

  private static func phase(_ status: String?) -> String? {
    switch status {
    case "signed", "adopted": "done"
    case "negotiated", "planned", "proposed", "discussed": "ahead"
    default: status
    }
  }

  private static func partyKeys(_ entry: TimelineEntry) -> Set<String> {
    var keys: Set<String> = []
    for party in entry.parties {
      if let country = party.country { keys.insert("country " + country) }
      if !party.isCountry { keys.insert(party.key ?? FoldedName(party.name).text) }
    }
    return keys
  }

  private static func months(around entry: TimelineEntry) -> [Int?] {
    guard let days = entry.date?.days else { return [nil] }
    let first = days.first.dayNumber >> 5
    return [first - 1, first, first + 1]
  }
}
