import DatelineDocuments
import DatelineLexicon
import DatelineRecords
import DatelineReports

let timelineCommand = Command(
  name: "timeline",
  summary: "who agreed what with whom, by date",
  details: [
    "Agreements and dated facts with parties, people, status, source and evidence. Filters narrow each other; "
      + "one that is repeated widens itself."
  ],
  arguments: RecordSupply.arguments,
  options: filterOptions + [noFacts.declaration, formatOption.declaration, outputOption.declaration]
    + RecordSupply.options,
  examples: [
    .init(
      line: "dateline timeline --country KZ --status signed --from 2019",
      meaning: "what Kazakhstan signed since 2019"),
    .init(line: "dateline timeline --format html --output timeline.html", meaning: "a page for the browser"),
  ],
  run: { invocation, console in
    var builder = TimelineBuilder(filter: filter(invocation))
    try RecordSupply.forEachRecord(invocation, console) { builder.add($0) }
    let timeline = builder.timeline()
    for country in timeline.unknownCountries {
      console.remark("no document names the country ‘\(country)’")
    }
    try ResultFile.write(to: invocation[outputOption]) { output in
      switch invocation[formatOption] {
      case "markdown": try output.write(timeline.markdown())
      case "html": try output.write(timeline.html())
      case "csv": try output.write(timeline.csv())
      case "json": try output.write(timeline.json())
      default:
        try output.write(timeline.terminal(width: Console.width(), colour: colour(invocation, console)))
      }
    }
    return .done
  })

let indexCommand = Command(
  name: "index",
  summary: "where each person, organisation, country and agreement appears",
  details: ["With a summary of each document in one to three of its own sentences."],
  arguments: RecordSupply.arguments,
  options: [indexFormat.declaration, outputOption.declaration] + RecordSupply.options,
  examples: [
    .init(line: "dateline index --format html --output index.html", meaning: "a page for the browser")
  ],
  run: { invocation, console in
    var builder = SummaryIndexBuilder(
      naming: try NamingKnowledge(folder: invocation[InputOptions.dictionaries]))
    try RecordSupply.forEachRecord(invocation, console) { builder.add($0) }
    let index = builder.index()
    try ResultFile.write(to: invocation[outputOption]) { output in
      switch invocation[indexFormat] {
      case "markdown": try output.write(index.markdown())
      case "html": try output.write(index.html())
      case "json": try output.write(index.json())
      default:
        try output.write(index.terminal(width: Console.width(), colour: colour(invocation, console)))
      }
    }
    return .done
  })

private let formatOption = Option.oneOf(
  ["terminal", "markdown", "html", "csv", "json"], "format", short: "f", value: "FORM", default: "terminal",
  help: "how it is laid out")
private let indexFormat = Option.oneOf(
  ["terminal", "markdown", "html", "json"], "format", short: "f", value: "FORM", default: "terminal",
  help: "how it is laid out")
private let noFacts = Option.flag("no-facts", help: "agreements only, no dated facts")

private let country = Option.text(
  "country", value: "COUNTRY", help: "only with this country: its code (KZ) or its name"
).repeatable
private let person = Option.text("person", value: "NAME", help: "only with this person").repeatable
private let organisation = Option.text(
  "organisation", value: "NAME", help: "only with this organisation"
).repeatable
private let type = Option.oneOf(
  [
    "memorandum", "agreement", "contract", "treaty", "protocol", "declaration", "letter-of-intent", "plan",
    "programme", "grant", "other",
  ], "type", value: "TYPE", help: "only of this type"
).repeatable
private let status = Option.oneOf(
  [
    "signed", "adopted", "ratified", "in-force", "negotiated", "planned", "proposed", "discussed", "extended",
    "terminated", "breached",
  ], "status", value: "STATUS", help: "only of this status"
).repeatable
private let from = day(
  "from", help: "not before this day, month or year (2019, 2019-11, 2019-11-21)", \.first)
private let to = day("to", help: "not after this day, month or year", \.last)

private let filterOptions = [
  country.declaration, person.declaration, organisation.declaration, type.declaration, status.declaration,
  from.declaration, to.declaration,
]

private func filter(_ invocation: Invocation) -> TimelineFilter {
  var filter = TimelineFilter()
  filter.countries = invocation.all(country)
  filter.people = invocation.all(person)
  filter.organisations = invocation.all(organisation)
  filter.types = invocation.all(type)
  filter.statuses = invocation.all(status)
  filter.from = invocation[from]
  filter.to = invocation[to]
  filter.includeFacts = !invocation[noFacts]
  return filter
}

private func day(
  _ name: String, help: String, _ end: @escaping @Sendable (PartialDate) -> CalendarDate
) -> Option<CalendarDate> {
  Option(
    declaration: OptionDeclaration(
      name: name, valueName: "DATE", help: help,
      fault: {
        PartialDate($0) == nil
          ? "is not a day, month or year that exists, written as 2019, 2019-11 or 2019-11-21" : nil
      }),
    read: { PartialDate($0).map(end) })
}

private func colour(_ invocation: Invocation, _ console: Console) -> Bool {
  invocation[outputOption] == nil && console.outputHasColour
}
