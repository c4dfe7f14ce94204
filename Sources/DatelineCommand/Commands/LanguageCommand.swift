import DatelineLexicon
import DatelineText
import Foundation

let languageCommand = Command(
  name: "language",
  summary: "name the language of each line",
  details: [
    "Prints for each line its language (BCP 47; und for none that is known), its script (ISO 15924), how sure that "
      + "is (0 to 1) and the line itself, with tabs between them. Every line has an answer, empty ones too; any "
      + "bytes will do."
  ],
  arguments: [
    ArgumentDeclaration(
      name: "FILE", kind: .file, count: 0...1, help: "a text; standard input without it or for -")
  ],
  options: [only.declaration, outputOption.declaration, InputOptions.dictionaries.declaration],
  examples: [
    .init(
      line: "dateline language lines.txt | cut -f 1 | sort | uniq -c", meaning: "how many of each language"),
    .init(line: "dateline language --only en,de,kk,ru words.txt", meaning: "no other answer is possible"),
  ],
  run: { invocation, console in
    guard let model = try Lexicons.languageModel(in: invocation[InputOptions.dictionaries]) else {
      throw CommandError(
        message: "the dictionaries have no shared/languages.model; fetch or train it (dateline train --help)")
    }
    let candidates = (invocation[only] ?? "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    if let strange = candidates.first(where: { !model.codes.contains($0) }) {
      throw UsageError(
        message: "‘\(strange)’ is none of the languages that are known: "
          + model.codes.joined(separator: ", "))
    }
    let input = try InputBlocks(path: invocation.arguments.first ?? "-")
    let lines = LanguageLines(identifier: LanguageIdentifier(model: model), candidates: candidates)
    Interruption.watch()
    try ResultFile.write(to: invocation[outputOption]) { output in
      try lines.identify(input) { bytes, isLive in
        try output.write(bytes)
        if isLive { try output.flush() }
        try Interruption.check()
      }
    }
    return .done
  })

private let only = Option.text(
  "only", value: "CODES", help: "the languages that are possible, with commas: en,de,kk,ru")

/// Reads blocks of lines and answers them block by block.
struct LanguageLines {
  var identifier: LanguageIdentifier
  var candidates: [String]

  /// - Parameter write: called with answered lines, and whether the input has no more for now.
  func identify(_ input: InputBlocks, write: ([UInt8], Bool) throws -> Void) throws {
    var buffer: [UInt8] = []
    while case let block = try input.next(), !block.isEmpty {
      let searched = buffer.count
      buffer += block
      guard let last = buffer[searched...].lastIndex(of: 0x0A) else { continue }
      try write(answers(to: buffer[...last]), block.count < InputBlocks.size)
      buffer.removeFirst(last + 1)
    }
    if !buffer.isEmpty { try write(answers(to: buffer[...]), true) }
  }

  /// The answers to whole lines.
  func answers(to lines: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(lines.count + lines.count / 4)
    lines.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        var line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if line.last == 0x0D { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
        let guess = identifier.identify(line, among: candidates)
        out += guess.code.utf8
        out.append(0x09)
        out += guess.script.utf8
        out.append(0x09)
        let thousandths = Int((guess.confidence * 1000).rounded())
        out += thousandths >= 1000 ? Array("1.000".utf8) : Array("0.".utf8)
        if thousandths < 1000 { out += String(1000 + max(0, thousandths)).utf8.dropFirst() }
        out.append(0x09)
        out += line
        out.append(0x0A)
        start = end + 1
      }
    }
    return out
  }
}
