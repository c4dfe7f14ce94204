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
    var timeline = Timeline(filter: filter(invocation), facts: !invocation[noFacts])
    try RecordSupply.forEachRecord(invocation, console) { timeline.add($0) }
    try ResultFile.write(to: invocation[outputOption]) { output in
      try output.write(
        timeline.rendered(layout(invocation), width: Console.width(), colour: colour(invocation, console)))
    }
    return .done
  })

let indexCommand = Command(
  name: "index",
  summary: "where each person, organisation, country and agreement appears",
  details: ["With a summary of each document in one to three of its own sentences."],
  arguments: RecordSupply.arguments,
  options: [formatOption.declaration, outputOption.declaration] + RecordSupply.options,
  examples: [
    .init(line: "dateline index --format html --output index.html", meaning: "a page for the browser")
  ],
  run: { invocation, console in
    var index = SummaryIndex()
    try RecordSupply.forEachRecord(invocation, console) { index.add($0) }
    try ResultFile.write(to: invocation[outputOption]) { output in
      try output.write(
        index.rendered(layout(invocation), width: Console.width(), colour: colour(invocation, console)))
    }
    return .done
  })

private let formatOption = Option.oneOf(
  ["terminal", "markdown", "html", "csv", "json"], "format", short: "f", value: "FORM", default: "terminal",
  help: "how it is laid out")
private let noFacts = Option.flag("no-facts", help: "agreements only, no dated facts")

private let country = Option<String>(
  declaration: OptionDeclaration(
    name: "country", valueName: "CODE", help: "only with this country (ISO 3166-1: KZ, DE, …)",
    fault: {
      $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter }
        ? nil : "is not a code of two letters, such as KZ"
    }
  ), read: { $0.uppercased() })
private let person = Option.text("person", value: "NAME", help: "only with this person")
private let organisation = Option.text("organisation", value: "NAME", help: "only with this organisation")
private let type = Option.oneOf(
  [
    "memorandum", "agreement", "contract", "treaty", "protocol", "declaration", "letter-of-intent", "plan",
    "programme", "grant", "other",
  ], "type", value: "TYPE", help: "only of this type")
private let status = Option.oneOf(
  [
    "signed", "adopted", "ratified", "in-force", "negotiated", "planned", "proposed", "discussed", "extended",
    "terminated", "breached",
  ], "status", value: "STATUS", help: "only of this status")
private let from = day("from", help: "not before this day, month or year (2019, 2019-11, 2019-11-21)")
private let to = day("to", help: "not after this day, month or year")

private let filterOptions = [
  country.declaration, person.declaration, organisation.declaration, type.declaration, status.declaration,
  from.declaration, to.declaration,
]

private func filter(_ invocation: Invocation) -> TimelineFilter {
  var filter = TimelineFilter()
  filter.country = invocation[country]
  filter.person = invocation[person]
  filter.organisation = invocation[organisation]
  filter.type = invocation[type]
  filter.status = invocation[status]
  filter.from = invocation[from]
  filter.to = invocation[to]
  return filter
}

private func day(_ name: String, help: String) -> Option<String> {
  Option(
    declaration: OptionDeclaration(
      name: name, valueName: "DATE", help: help,
      fault: {
        isPartialDate($0) ? nil : "is not a day, month or year, written as 2019, 2019-11 or 2019-11-21"
      }),
    read: { $0 })
}

private func layout(_ invocation: Invocation) -> ReportLayout {
  ReportLayout(rawValue: invocation[formatOption] ?? "terminal") ?? .terminal
}

private func colour(_ invocation: Invocation, _ console: Console) -> Bool {
  invocation[outputOption] == nil && console.outputHasColour
}
