import Dateline
import DatelineDocuments
import DatelineRepetition
import DatelineText
import Foundation

let dedupeCommand = Command(
  name: "dedupe",
  summary: "print texts without their repeated paragraphs, or say what repeats where",
  details: [
    "The first of equal paragraphs is kept. The input is never touched: cleaned copies go into the folder "
      + "of --output, or the text goes to standard output."
  ],
  arguments: [InputOptions.inputs],
  options: [
    nearOption.declaration, acrossOption.declaration, reportOption.declaration, folderOption.declaration,
  ] + InputOptions.reading + [InputOptions.dictionaries.declaration],
  examples: [
    .init(line: "dateline dedupe article.txt > clean.txt", meaning: "the text without repeats"),
    .init(line: "dateline dedupe --report --near 0.8 news/", meaning: "what repeats where, near repeats too"),
  ],
  run: dedupe)

private let nearOption = InputOptions.near
private let acrossOption = Option.flag(
  "across", help: "look for repeats across all documents, not only within each")
private let reportOption = Option.oneOf(
  ["text", "json"], "report", value: "FORM", bare: "text", help: "instead of texts, say what repeats where")
private let folderOption = Option.text(
  "output", short: "o", value: "DIR", kind: .folder,
  help: "write a cleaned copy of each document into this folder")

private func dedupe(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
  if invocation[reportOption] != nil, invocation[folderOption] != nil {
    throw UsageError(message: "‘--report’ and ‘--output’ do not go together; run dedupe once for each")
  }
  let normaliser = try InputOptions.pipeline(invocation).normaliser
  let inputs = invocation.arguments
  var search = RepeatSearch(near: invocation[nearOption], across: invocation[acrossOption])
  var copies = try invocation[folderOption].map {
    try CleanCopies(folder: $0, inputs: InputOptions.reader(invocation).files(inputs).map(\.path))
  }
  var report = RepetitionReport()
  var documents = 0
  var found = 0
  try ResultFile.write(to: nil) { output in
    try InputOptions.forEachDocument(of: inputs, invocation, console) { document in
      let text = normaliser.normalise(document.blocks, language: invocation[InputOptions.language])
      let repeats = search.repeats(in: text, of: document)
      documents += 1
      found += repeats.count
      if invocation[reportOption] != nil {
        report.add(document: label(of: document), text, repeats)
      } else if copies != nil {
        do { try copies?.write(document, text, without: repeats) } catch let error as CommandError {
          console.fail(error)
        }
      } else {
        if inputs.count > 1 || documents > 1 || document.source.item != nil {
          try output.write((documents > 1 ? "\n" : "") + "==> \(label(of: document)) <==\n\n")
        }
        try output.write(cleanText(document, text, without: repeats))
      }
    }
    switch invocation[reportOption] {
    case "text": try output.write(report.text)
    case "json": try output.write(report.json)
    default: break
    }
  }
  console.remark(
    "\(counted(documents, "document", "documents")): \(counted(found, "repeated paragraph", "repeated paragraphs"))"
      + (invocation[reportOption] == nil ? " left out" : "")
      + ", \(counted(console.failures, "failure", "failures"))"
      + "; \(secondsText(console.seconds))")
  return .done
}

/// Headline and paragraphs that are no repeats, with a blank line between.
func cleanText(_ document: Document, _ text: NormalisedText, without repeats: [Int: Repeat]) -> String {
  var pieces: [String] = []
  if let title = document.title {
    let line = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !line.isEmpty { pieces.append(line) }
  }
  for (index, paragraph) in text.paragraphs.enumerated() where repeats[index] == nil {
    pieces.append(text.writtenString(in: paragraph.range))
  }
  return pieces.joined(separator: "\n\n") + "\n"
}

func label(of document: Document) -> String {
  printable(document.source.path == "-" ? "standard input" : document.source.path)
    + (document.source.item.map { ", item \($0)" } ?? "")
}
