import DatelineRecords
import DatelineStore

let showCommand = Command(
  name: "show",
  summary: "show one record of the store in the terminal",
  arguments: [
    .one("ID", kind: .text, help: "the id of a record, its first digits, or the path of its source")
  ],
  options: [storeOption.declaration, jsonOption.declaration],
  examples: [.init(line: "dateline show 9f2c41", meaning: "by the first digits of its id")],
  run: { invocation, console in
    let wanted = invocation.arguments[0]
    let records = try RecordSupply.openStore(invocation).records(named: wanted)
    guard !records.isEmpty else {
      throw CommandError(
        path: invocation[storeOption] ?? standardStore,
        message: "there is no record ‘\(wanted)’; ‘dateline search’ tells ids")
    }
    try ResultFile.write(to: nil) { output in
      for (number, record) in records.enumerated() {
        if invocation[jsonOption] {
          try output.write(RecordExport.json(record) + [0x0A])
        } else {
          if number > 0 { try output.write("\n") }
          try output.write(
            RecordPage(record: record, width: min(Console.width(), 100), hasColour: console.outputHasColour)
              .text)
        }
      }
    }
    return .done
  })

extension RecordStore {
  /// The records whose id begins so, or that come from this path.
  fileprivate func records(named wanted: String) throws -> [Record] {
    var found: [Record] = []
    if wanted.count >= 4, wanted.allSatisfy(\.isHexDigit) {
      var byID = RecordFilter()
      byID.ids = [wanted.lowercased()]
      try forEachRecord(matching: byID) { found.append($0) }
    }
    guard found.isEmpty else { return found }
    try forEachRecord { if $0.source.path == wanted { found.append($0) } }
    return found
  }
}
