import DatelineStore

/// The store that commands use if none is named.
let standardStore = "dateline.sqlite"

let storeOption = Option.text(
  "store", short: "s", value: "FILE", kind: .file, default: standardStore, help: "the store")

let ingestCommand = Command(
  name: "ingest",
  summary: "read press releases, extract who agreed what with whom, store it",
  details: [
    "Each document is stored by itself, so an interrupted run keeps what is done; running it again "
      + "changes nothing that has not changed in the input."
  ],
  arguments: [InputOptions.inputs],
  options: [storeOption.declaration] + InputOptions.all,
  examples: [
    .init(line: "dateline ingest news/ --store news.sqlite", meaning: "a folder and everything in it"),
    .init(
      line: "curl -s https://example.org/feed.xml | dateline ingest -", meaning: "a feed from standard input"),
  ],
  run: ingest)

private func ingest(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
  let path = invocation[storeOption] ?? standardStore
  Interruption.watch()
  // Faulty dictionaries must not leave an empty store behind: they are loaded before the store is made.
  let pipeline = try InputOptions.pipeline(invocation)
  let store = try RecordStore(path: path)
  var tally = Tally()
  var added = 0
  var replaced = 0
  func summarise() {
    let remarks = " (\(grouped(added)) new, \(grouped(replaced)) changed) in \(path)"
    console.remark(tally.line(remarks, failures: console.failures, seconds: console.seconds))
  }
  do {
    try InputOptions.forEachRecord(of: invocation.arguments, by: pipeline, invocation, console) { record in
      switch try store.ingest(record) {
      case .added: added += 1
      case .replaced: replaced += 1
      case .unchanged: break
      }
      tally.add(record)
    }
  } catch is Interrupted {
    console.line("interrupted: what is done is kept in \(path); run the same command again for the rest")
    summarise()
    return .interrupted
  }
  summarise()
  return .done
}
