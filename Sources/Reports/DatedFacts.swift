import DatelineDocuments
import DatelineRecords

/// The sentences of a record that say when something was and name who took part.
///
/// Left out: sentences that show an agreement (that is an entry of its own), sentences of repeated paragraphs, dates
/// known only to the year or less, and the day in the dateline, which dates the report and not what it reports.
struct DatedFacts {
  private(set) var entries: [TimelineEntry] = []

  init(_ record: Record) {
    let dates = record.dates.filter { date in
      date.in == nil && ["DATE", "TIME"].contains(date.type)
        && !(record.dateline.map { $0.span.start <= date.span.start && date.span.end <= $0.span.end } ?? false)
    }.sorted { $0.span < $1.span }
    guard !dates.isEmpty, !record.sentences.isEmpty else { return }
    let sentences = record.sentences.sorted()
    let text = CodePointText(record.text)
    let repeated = record.paragraphs.filter { $0.duplicateOf != nil }.map(\.span)
    let shown = record.agreements.flatMap(\.evidence).filter { $0.in == nil }.map(\.span)

    func sentenceIndex(_ span: Span) -> Int? {
      let index = sentences.partition { $0.start > span.start } - 1
      return index >= 0 && span.end <= sentences[index].end ? index : nil
    }
    func overlaps(_ span: Span, _ others: [Span]) -> Bool {
      others.contains { $0.start < span.end && span.start < $0.end }
    }

    var parties: [Int: [TimelineEntry.Party]] = [:]
    var people: [Int: [TimelineEntry.Person]] = [:]
    func sentencesNaming(_ mentions: [Mention]) -> Set<Int> {
      Set(mentions.filter { $0.in == nil }.compactMap { sentenceIndex($0.span) })
    }
    for organisation in record.organisations {
      for index in sentencesNaming(organisation.mentions) {
        parties[index, default: []].append(.init(organisation))
      }
    }
    for country in record.places where country.kind == "country" {
      for index in sentencesNaming(country.mentions) { parties[index, default: []].append(.init(country)) }
    }
    for person in record.people {
      for index in sentencesNaming(person.mentions) { people[index, default: []].append(.init(person)) }
    }

    var done: Set<Int> = []
    for date in dates {
      guard let days = DayRange(timex: date.value), [.day, .month].contains(days.precision),
        let index = sentenceIndex(date.span), !done.contains(index),
        parties[index] != nil || people[index] != nil
      else { continue }
      let span = sentences[index]
      guard !overlaps(span, repeated), !overlaps(span, shown) else { continue }
      done.insert(index)
      var entry = TimelineEntry(kind: .fact, sources: [.init(record, evidence: text.string(in: span))])
      entry.date = .init(value: date.value, days: days, isReported: false)
      entry.parties = parties[index] ?? []
      entry.people = people[index] ?? []
      entry.countries = Set(entry.parties.compactMap(\.country)).sorted()
      entries.append(entry)
    }
  }
}

extension [Span] {
  /// The first index from which `isBeyond` holds, in an array in which it holds for all after that.
  func partition(_ isBeyond: (Span) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
