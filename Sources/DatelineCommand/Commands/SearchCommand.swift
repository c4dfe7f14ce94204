import DatelineStore

let searchCommand = Command(
  name: "search",
  summary: "find documents of the store by their words",
  arguments: [.many("WORDS", kind: .text, help: "words that must all be there")],
  options: [storeOption.declaration, limitOption.declaration, jsonOption.declaration],
  examples: [.init(line: "dateline search memorandum energy", meaning: "documents with both words")],
  run: { invocation, console in
    let store = try RecordSupply.openStore(invocation)
    let hits = try store.search(
      invocation.arguments.joined(separator: " "), limit: invocation[limitOption] ?? 20)
    try ResultFile.write(to: nil) { output in
      for hit in hits {
        try output.write(
          invocation[jsonOption] ? json(of: hit) : lines(of: hit, colour: console.outputHasColour))
      }
    }
    if hits.isEmpty { console.remark("nothing found") }
    return .done
  })

private let limitOption = Option.whole(
  "limit", short: "n", value: "N", in: 1...100_000, default: "20", help: "at most so many")
let jsonOption = Option.flag("json", help: "as JSON")

private func json(of hit: SearchHit) -> String {
  let line = JSONLine.known([
    ("id", .string(hit.document)), ("path", .string(hit.path)), ("url", .text(hit.url)),
    ("language", .string(hit.language)), ("title", .text(hit.title)), ("published", .text(hit.published)),
    ("snippet", .string(hit.snippetText)),
  ])
  return String(decoding: line.bytes, as: UTF8.self) + "\n"
}

private func lines(of hit: SearchHit, colour: Bool) -> String {
  let title = printable(hit.title ?? "(no headline)")
  let snippet = hit.snippet.map { piece in
    let text = printable(piece.text)
    return colour && piece.isFind ? "\u{1B}[1;33m\(text)\u{1B}[0m" : text
  }
  return (colour ? "\u{1B}[1m\(title)\u{1B}[0m" : title) + "\n"
    + "  \(hit.published ?? "no date")  \(printable(hit.path))  \(hit.document.prefix(8))\n"
    + "  \(snippet.joined())\n"
}
