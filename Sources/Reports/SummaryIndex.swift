import DatelineLexicon
import DatelineRecords

/// Where each person, organisation, country and agreement appears, and what each document says in short.
public struct SummaryIndex: Sendable, Hashable {
  /// The documents, in the order of their days of publication.
  public var documents: [Document] = []
  /// Persons, in alphabetical order of their last names.
  public var people: [Entry] = []
  /// Organisations, in alphabetical order.
  public var organisations: [Entry] = []
  /// Countries, in alphabetical order.
  public var countries: [Entry] = []
  /// Agreements, in the order of days.
  public var agreements: [TimelineEntry] = []

  /// A document in short.
  public struct Document: Sendable, Hashable {
    /// Where it is to be found.
    public var reference: TimelineEntry.Reference
    /// One to three of its own sentences.
    public var summary: [String]
  }

  /// Someone or something that is named.
  public struct Entry: Sendable, Hashable {
    /// Linking key; nil if the records give none.
    public var key: String?
    /// The names that the documents use, the most frequent first; never empty.
    public var names: [Name]
    /// For persons the roles, for organisations the kinds; each once.
    public var details: [String]
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// The documents that name it, in their order.
    public var appearances: [Appearance]

    /// The most frequent name.
    public var name: String { names.first?.text ?? "" }
  }

  /// A name in a language.
  public struct Name: Sendable, Hashable {
    /// The name.
    public var text: String
    /// BCP 47.
    public var language: String
  }

  /// One document that names someone.
  public struct Appearance: Sendable, Hashable {
    /// Index into `documents`.
    public var document: Int
    /// How often it is named there.
    public var count: Int
    /// The first sentence that names it; the headline if only that does.
    public var sentence: String?
  }

  /// The index of records.
  ///
  /// - Parameter naming: what joins spellings of one name; nil to join equal keys only.
  public init(_ records: some Sequence<Record>, naming: NamingKnowledge? = nil) {
    var builder = SummaryIndexBuilder(naming: naming)
    for record in records { builder.add(record) }
    self = builder.index()
  }

  init() {}
}

/// Collects an index from records that arrive one after the other.
///
/// Keeps names, summaries and the sentences that are shown, not the texts.
public struct SummaryIndexBuilder {
  private var documents: [SummaryIndex.Document] = []
  private var people = Collection()
  private var organisations = Collection()
  private var countries = Collection()
  private var merger = AgreementMerger()
  private let naming: NamingKnowledge?

  /// An empty collection.
  ///
  /// - Parameter naming: what joins spellings of one person's name; nil to join equal keys only.
  public init(naming: NamingKnowledge? = nil) { self.naming = naming }

  /// Adds what a record names.
  public mutating func add(_ record: Record) {
    let document = documents.count
    documents.append(.init(reference: .init(record, evidence: nil), summary: record.summary))
    var sentences = SentenceFinder(record)
    for person in record.people {
      people.add(
        person.name, key: person.key, language: record.language, details: person.roles.map(\.title),
        country: person.roles.lazy.compactMap(\.country).first,
        .init(
          document: document, count: person.mentions.count, sentence: sentences.first(naming: person.mentions)
        ))
    }
    for organisation in record.organisations {
      organisations.add(
        organisation.name, key: organisation.key, language: record.language,
        details: organisation.kind == "other" ? [] : [organisation.kind], country: organisation.country,
        .init(
          document: document, count: organisation.mentions.count,
          sentence: sentences.first(naming: organisation.mentions)))
    }
    for place in record.places where place.kind == "country" {
      countries.add(
        place.name, key: place.country ?? place.key, language: record.language, details: [],
        country: place.country,
        .init(
          document: document, count: place.mentions.count, sentence: sentences.first(naming: place.mentions)))
    }
    for agreement in record.agreements { merger.add(TimelineEntry(agreement, of: record)) }
  }

  /// The index of all that was added.
  public func index() -> SummaryIndex {
    // By day of publication, those without one last, and otherwise as they came.
    let order = documents.indices.sorted {
      let left = documents[$0].reference.published ?? "~"
      let right = documents[$1].reference.published ?? "~"
      return left != right ? left < right : $0 < $1
    }
    var places = Array(repeating: 0, count: order.count)
    for (place, document) in order.enumerated() { places[document] = place }
    var index = SummaryIndex()
    index.documents = order.map { documents[$0] }
    let persons = naming.map { people.linked($0) } ?? people
    index.people = persons.sorted(places) { AlphabeticalOrder(SummaryIndex.lastNameFirst($0)) }
    index.organisations = organisations.sorted(places) { AlphabeticalOrder($0) }
    index.countries = countries.sorted(places) { AlphabeticalOrder($0) }
    index.agreements = merger.entries.sorted()
    return index
  }

  /// Entities of one kind, joined by their keys.
  private struct Collection {
    private var entries: [SummaryIndex.Entry] = []
    /// How many documents use each name of an entry.
    private var uses: [[SummaryIndex.Name: Int]] = []
    private var known: [String: Int] = [:]

    mutating func add(
      _ text: String, key: String?, language: String, details: [String], country: String?,
      _ appearance: SummaryIndex.Appearance
    ) {
      let name = SummaryIndex.Name(text: text, language: language)
      // Names without a key are joined if they look the same; no key looks like a folded name with this prefix.
      let identity = key ?? "\u{1}" + FoldedName(text).text
      guard let index = known[identity] else {
        known[identity] = entries.count
        entries.append(
          .init(
            key: key, names: [name], details: unique(details), country: country, appearances: [appearance]))
        uses.append([name: 1])
        return
      }
      uses[index][name, default: 0] += 1
      if uses[index][name] == 1 { entries[index].names.append(name) }
      for detail in details where !entries[index].details.contains(detail) {
        entries[index].details.append(detail)
      }
      entries[index].country = entries[index].country ?? country
      // Two entities of one record may turn out to be one.
      if let last = entries[index].appearances.indices.last,
        entries[index].appearances[last].document == appearance.document
      {
        entries[index].appearances[last].count += appearance.count
      } else {
        entries[index].appearances.append(appearance)
      }
    }

    /// The entries with those joined that the linker takes for one person.
    func linked(_ naming: NamingKnowledge) -> Collection {
      var linker = NameLinker(entries.map(\.name), naming)
      var joined = Collection()
      var places: [Int: Int] = [:]
      for (index, cluster) in linker.clusters().enumerated() {
        guard let place = places[cluster] else {
          places[cluster] = joined.entries.count
          joined.entries.append(entries[index])
          joined.uses.append(uses[index])
          continue
        }
        joined.take(entries[index], uses[index], into: place)
      }
      return joined
    }

    private mutating func take(
      _ other: SummaryIndex.Entry, _ otherUses: [SummaryIndex.Name: Int], into place: Int
    ) {
      for name in other.names where uses[place][name] == nil { entries[place].names.append(name) }
      uses[place].merge(otherUses, uniquingKeysWith: +)
      for detail in other.details where !entries[place].details.contains(detail) {
        entries[place].details.append(detail)
      }
      entries[place].country = entries[place].country ?? other.country
      var appearances = Dictionary(
        entries[place].appearances.map { ($0.document, $0) }, uniquingKeysWith: { first, _ in first })
      for appearance in other.appearances {
        appearances[appearance.document, default: appearance].count +=
          appearances[appearance.document] == nil ? 0 : appearance.count
      }
      entries[place].appearances = appearances.values.sorted { $0.document < $1.document }
    }

    private func unique(_ details: [String]) -> [String] {
      details.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The entries in alphabetical order; `places` says where each document has come to stand.
    func sorted(_ places: [Int], by order: (String) -> AlphabeticalOrder) -> [SummaryIndex.Entry] {
      var sorted: [(order: AlphabeticalOrder, entry: SummaryIndex.Entry)] = []
      for (index, entry) in entries.enumerated() {
        var entry = entry
        // The sort is stable: of two names as frequent as each other the earlier one wins.
        entry.names.sort { uses[index][$0, default: 0] > uses[index][$1, default: 0] }
        for place in entry.appearances.indices {
          entry.appearances[place].document = places[entry.appearances[place].document]
        }
        entry.appearances.sort { $0.document < $1.document }
        sorted.append((order(entry.name), entry))
      }
      return sorted.sorted {
        $0.order != $1.order
          ? $0.order < $1.order : ($0.entry.name, $0.entry.key ?? "") < ($1.entry.name, $1.entry.key ?? "")
      }.map(\.entry)
    }
  }
}

/// Finds the sentences of a record that name someone, and cuts each only once.
private struct SentenceFinder {
  private let sentences: [Span]
  private let title: String?
  private let text: CodePointText
  private var cut: [Int: String] = [:]

  init(_ record: Record) {
    sentences = record.sentences.sorted()
    title = record.title
    text = CodePointText(record.text)
  }

  mutating func first(naming mentions: [Mention]) -> String? {
    guard let first = mentions.filter({ $0.in == nil }).map(\.span).min() else {
      return mentions.isEmpty ? nil : title
    }
    let index = sentences.partition { $0.start > first.start } - 1
    guard index >= 0, first.start < sentences[index].end else { return nil }
    if let known = cut[index] { return known }
    let sentence = text.string(in: sentences[index])
    cut[index] = sentence
    return sentence
  }
}

extension SummaryIndex {
  /// "Beisenova Aliya" for "Aliya Beisenova": the form under which a person is looked up.
  ///
  /// Most names in the four languages end with the family's; where one does not, the search of the page finds it.
  static func lastNameFirst(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let last = words.last else { return name }
    return ([last] + words.dropLast()).joined(separator: " ")
  }

  /// A line under a letter: an entry, or a name of one that stands elsewhere.
  struct Line {
    var letter: String
    var entry: Int
    /// The other name, if the line only points to the entry.
    var alias: Name?
  }

  /// The lines of an index of entries: each under its name, and under names in other languages that begin differently.
  static func lines(_ entries: [Entry], order: (String) -> AlphabeticalOrder) -> [Line] {
    var lines: [(order: AlphabeticalOrder, line: Line)] = []
    for (index, entry) in entries.enumerated() {
      let main = order(entry.name)
      lines.append((main, Line(letter: main.letter, entry: index)))
      var letters: Set<String> = [main.letter]
      for name in entry.names.dropFirst() {
        let other = order(name.text)
        guard letters.insert(other.letter).inserted else { continue }
        lines.append((other, Line(letter: other.letter, entry: index, alias: name)))
      }
    }
    // By position among equals, so that the order is the same every time.
    return lines.enumerated().sorted {
      $0.element.order != $1.element.order ? $0.element.order < $1.element.order : $0.offset < $1.offset
    }.map(\.element.line)
  }
}
