import DatelineRecords

let exportCommand = Command(
  name: "export",
  summary: "write tables for spreadsheets and statistics",
  details: ["CSV as RFC 4180 has it, UTF-8, one heading line; values that are several are joined with “; ”."],
  arguments: RecordSupply.arguments,
  options: [tableOption.declaration, formatOption.declaration, outputOption.declaration]
    + RecordSupply.options,
  examples: [
    .init(line: "dateline export --table people --output people.csv", meaning: "everybody, one line a role")
  ],
  run: { invocation, console in
    let table = ExportTable(rawValue: invocation[tableOption] ?? "agreements") ?? .agreements
    try ResultFile.write(to: invocation[outputOption]) { output in
      try output.write(csvLine(table.heading))
      try RecordSupply.forEachRecord(invocation, console) { record in
        for row in table.rows(of: record) { try output.write(csvLine(row)) }
      }
    }
    return .done
  })

private let tableOption = Option.oneOf(
  ExportTable.allCases.map(\.rawValue), "table", short: "t", value: "TABLE", default: "agreements",
  help: "which table")
private let formatOption = Option.oneOf(
  ["csv"], "format", short: "f", value: "FORM", default: "csv", help: "how it is written")

/// One line of CSV with its line break (RFC 4180, but a bare line feed, which everything reads).
func csvLine(_ fields: [String?]) -> String {
  fields.map { field in
    let text = field ?? ""
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }.joined(separator: ",") + "\n"
}

/// The tables that can be exported.
enum ExportTable: String, CaseIterable {
  case agreements, people, organisations, dates

  var heading: [String] {
    ["document", "path", "item", "url", "published", "language"] + columns
  }

  private var columns: [String] {
    switch self {
    case .agreements:
      [
        "agreement", "status", "type", "title", "date", "place", "parties", "countries", "signatories",
        "subject",
        "amount", "currency", "evidence",
      ]
    case .people: ["person", "key", "role", "modifier", "organisation", "country", "mentions"]
    case .organisations: ["organisation", "key", "kind", "country", "aliases", "mentions"]
    case .dates: ["text", "type", "value", "mod", "start", "end", "anchor", "in", "from", "to"]
    }
  }

  /// The rows of a record.
  func rows(of record: Record) -> [[String?]] {
    let document: [String?] = [
      record.id, record.source.path, record.source.item.map(String.init), record.source.url, record.published,
      record.language,
    ]
    return cells(of: record).map { document + $0 }
  }

  private func cells(of record: Record) -> [[String?]] {
    var names: [String: String] = [:]
    for person in record.people { names[person.id] = person.name }
    for organisation in record.organisations { names[organisation.id] = organisation.name }
    for place in record.places { names[place.id] = place.name }
    func name(_ id: String) -> String { names[id] ?? id }
    switch self {
    case .agreements:
      return record.agreements.map { agreement in
        [
          agreement.id, agreement.status, agreement.type, agreement.title, agreement.date,
          agreement.place.map(name), joined(agreement.parties.map(\.name)),
          joined(agreement.parties.compactMap(\.country)), joined(agreement.signatories.map(name)),
          agreement.subject, agreement.amount.map(plain), agreement.currency, agreement.evidence.first?.text,
        ]
      }
    case .people:
      return record.people.flatMap { person in
        let roles: [RecordPerson.Role?] = person.roles.isEmpty ? [nil] : person.roles
        return roles.map { role in
          [
            person.name, person.key, role?.title, role?.modifier, role?.organisation.map(name), role?.country,
            String(person.mentions.count),
          ]
        }
      }
    case .organisations:
      return record.organisations.map {
        [$0.name, $0.key, $0.kind, $0.country, joined($0.aliases), String($0.mentions.count)]
      }
    case .dates:
      return record.dates.map {
        [
          $0.text, $0.type, $0.value, $0.mod, $0.start, $0.end, $0.anchor, $0.in, String($0.span.start),
          String($0.span.end),
        ]
      }
    }
  }

  private func joined(_ parts: [String]) -> String { parts.joined(separator: "; ") }
  private func plain(_ number: Double) -> String { fixed(number, number == number.rounded() ? 0 : 2) }
}
