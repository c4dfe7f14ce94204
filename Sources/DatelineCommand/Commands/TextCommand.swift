import Dateline
import DatelineDocuments
import DatelineText

let textCommand = Command(
  name: "text",
  summary: "print the normalised text: paragraphs, sentences and languages",
  details: [
    "Each line is one document as JSON: its text, what was done to it (warnings), and for every paragraph its span, "
      + "language and sentences. Spans are [start, end) in code points of the text.",
    "With --sentences the text itself is printed, one sentence a line, an empty line between paragraphs, the "
      + "headline first.",
  ],
  arguments: [InputOptions.inputs],
  options: [sentencesOption.declaration, InputOptions.without.declaration, outputOption.declaration]
    + InputOptions.reading + [InputOptions.dictionaries.declaration],
  examples: [
    .init(line: "dateline text --sentences news/ > sentences.txt", meaning: "sentences for other tools"),
    .init(
      line: "dateline text page.html | jq -r '.paragraphs[].language'",
      meaning: "the language of each paragraph"),
  ],
  run: { invocation, console in
    let normaliser = try InputOptions.pipeline(invocation).normaliser
    var isFirst = true
    try ResultFile.write(to: invocation[outputOption]) { output in
      try InputOptions.forEachDocument(of: invocation.arguments, invocation, console) { document in
        let body = normaliser.normalise(document.blocks, language: document.givenLanguage, depth: .sentences)
        let title = document.title.map {
          normaliser.normalise(line: $0, language: body.language, alphabet: body.written?.alphabet)
        }
        if invocation[sentencesOption] {
          try output.write(isFirst ? lines(of: body, title) : "\n" + lines(of: body, title))
        } else {
          try output.write(json(of: document, body, title).bytes + [0x0A])
        }
        isFirst = false
      }
    }
    return .done
  })

private let sentencesOption = Option.flag(
  "sentences", help: "the sentences themselves, one a line, an empty line between paragraphs")

private func lines(of body: NormalisedText, _ title: NormalisedText?) -> String {
  var paragraphs = title.map { $0.bytes.isEmpty ? [] : [$0.writtenString + "\n"] } ?? []
  paragraphs += body.paragraphs.map { paragraph in
    body.sentences[paragraph.sentences].map { body.writtenString(in: $0.range) + "\n" }.joined()
  }
  return paragraphs.joined(separator: "\n")
}

private func json(of document: Document, _ body: NormalisedText, _ title: NormalisedText?) -> JSONLine {
  let offsets = CodePointOffsets(body.writtenBytes)
  func span(_ range: TextRange) -> JSONLine {
    let range = body.writtenRange(of: range)
    return .list([.whole(offsets.codePoints(at: range.lower)), .whole(offsets.codePoints(at: range.upper))])
  }
  return .known([
    (
      "source",
      .known([
        ("path", .string(document.source.path)), ("item", document.source.item.map(JSONLine.whole)),
        ("encoding", .string(document.source.encoding)),
      ])
    ),
    ("language", .string(body.language.code)), ("script", .string(body.language.script)),
    ("title", .text(title?.writtenString)), ("text", .string(body.writtenString)),
    (
      "paragraphs",
      .list(
        body.paragraphs.map { paragraph in
          .object([
            ("span", span(paragraph.range)), ("language", .string(paragraph.language.code)),
            ("sentences", .list(body.sentences[paragraph.sentences].map { span($0.range) })),
          ])
        })
    ),
    (
      "warnings",
      .list(
        (document.irregularities.map(\.message) + body.warnings + (title?.warnings ?? [])).map(
          JSONLine.string))
    ),
  ])
}
