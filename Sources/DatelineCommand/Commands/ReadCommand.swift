import DatelineDocuments

let readCommand = Command(
  name: "read",
  summary: "print documents as JSON Lines, nothing extracted",
  details: ["A reader of feeds, web pages and texts for pipes: each line is one document in reading order."],
  arguments: [InputOptions.inputs],
  options: [outputOption.declaration] + InputOptions.reading,
  examples: [
    .init(line: "dateline read feed.xml | jq -r .title", meaning: "the headlines of a feed")
  ],
  run: { invocation, console in
    try ResultFile.write(to: invocation[outputOption]) { output in
      try InputOptions.forEachDocument(of: invocation.arguments, invocation, console) { document in
        try output.write(json(of: document).bytes + [0x0A])
      }
    }
    return .done
  })

private func json(of document: Document) -> JSONLine {
  let source = document.source
  return .known([
    (
      "source",
      .known([
        ("path", .string(source.path)), ("format", .string(source.format.rawValue)),
        ("item", source.item.map(JSONLine.whole)), ("url", .text(source.url)), ("feed", .text(source.feed)),
        ("encoding", .string(source.encoding)), ("bytes", .whole(source.bytes)),
      ])
    ),
    ("language", .text(document.declaredLanguage)),
    ("title", .text(document.title)),
    ("authors", .list(document.authors.map(JSONLine.string))),
    ("published", .text(document.published?.description)),
    ("publishedFrom", .text(document.publishedFrom?.rawValue)),
    (
      "blocks",
      .list(
        document.blocks.map {
          .object([("kind", .string($0.kind.rawValue)), ("text", .string($0.text))])
        })
    ),
    ("warnings", .list(document.irregularities.map { .string($0.message) })),
  ])
}
