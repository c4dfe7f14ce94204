import Dateline
import DatelineDocuments
import DatelineRecords

let extractCommand = Command(
  name: "extract",
  summary: "print the record of every document as JSON Lines",
  details: [
    "With --lines it is a filter: every line of standard input is an object "
      + "{\"id\", \"text\" or \"html\" or \"path\", \"title\"?, \"published\"?, \"language\"?, \"url\"?}, "
      + "and every line of output is its record, one for one and in order; a line that cannot be read "
      + "gives {\"id\", \"error\": {\"code\", \"message\"}}."
  ],
  arguments: [
    .many("INPUT", atLeast: 0, help: InputOptions.inputs.help + "; none with --lines")
  ],
  options: [linesOption.declaration, outputOption.declaration] + InputOptions.all,
  examples: [
    .init(
      line: "dateline extract news/ | jq -r '.agreements[] | [.status, .title] | @tsv'",
      meaning: "agreements as a table"),
    .init(
      line: "dateline extract --lines < articles.jsonl > records.jsonl", meaning: "one line in, one line out"),
  ],
  run: extract)

private let linesOption = Option.flag("lines", short: "l", help: "filter JSON Lines from standard input")

private func extract(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
  if invocation[linesOption] {
    guard invocation.arguments.isEmpty || invocation.arguments == ["-"] else {
      throw UsageError(message: "‘--lines’ reads standard input; leave ‘\(invocation.arguments[0])’ out")
    }
    return try extractLines(invocation, console)
  }
  guard !invocation.arguments.isEmpty else {
    throw UsageError(message: "INPUT is missing: \(InputOptions.inputs.help)")
  }
  var tally = Tally()
  try ResultFile.write(to: invocation[outputOption]) { output in
    try InputOptions.forEachRecord(of: invocation.arguments, invocation, console) { record in
      try output.write(RecordExport.json(record) + [0x0A])
      tally.add(record)
    }
  }
  console.remark(tally.line(failures: console.failures, seconds: console.seconds))
  return .done
}
