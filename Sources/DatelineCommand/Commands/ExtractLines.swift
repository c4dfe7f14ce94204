import Dateline
import DatelineDocuments
import DatelineRecords
import Foundation

/// `extract --lines`: a filter for pipes and clusters; the contract stands in the help of `extract`.
func extractLines(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
  let pipeline = try InputOptions.pipeline(invocation)
  let line = RecordLine(pipeline: pipeline, jobs: InputOptions.jobCount(invocation))
  defer { line.close() }
  Interruption.watch()
  let input = LineReader(descriptor: STDIN_FILENO)
  var lines = LineDocuments(
    reader: InputOptions.reader(invocation), published: invocation[InputOptions.published],
    language: invocation[InputOptions.language])
  // The ids of what is under way: outcomes come out in the order the lines went in.
  var ids = IDQueue()
  var failed = 0
  try ResultFile.write(to: invocation[outputOption]) { output in
    func deliver(_ outcome: RecordOutcome) throws {
      let id = ids.removeFirst()
      switch outcome {
      case .record(let record): try output.write(RecordExport.json(record) + [0x0A])
      case .failure(let error):
        failed += 1
        try output.write(
          JSONLine.object([
            ("id", id),
            ("error", .object([("code", .string(error.code)), ("message", .string(error.message))])),
          ]).bytes + [0x0A])
      }
      try Interruption.check()
    }
    while true {
      // Whoever writes a line and waits for its record must get it before we wait for the next line.
      if input.wouldWait {
        try line.finish(each: deliver)
        try output.flush()
      }
      guard let bytes = try input.next() else { break }
      let (id, outcome) = lines.outcome(of: bytes)
      ids.append(id)
      try line.add(outcome, each: deliver)
    }
    try line.finish(each: deliver)
  }
  return failed > 0 ? .someFailed : .done
}

/// First in, first out, without moving what waits.
private struct IDQueue {
  private var ids: [JSONLine] = []
  private var head = 0

  mutating func append(_ id: JSONLine) { ids.append(id) }
  mutating func removeFirst() -> JSONLine {
    defer {
      head += 1
      if head > 1024 {
        ids.removeFirst(head)
        head = 0
      }
    }
    return head < ids.count ? ids[head] : .null
  }
}

/// Turns lines of JSON into documents.
struct LineDocuments {
  var reader: DocumentReader
  var published: CalendarDate?
  var language: String?
  private var number = 0

  init(reader: DocumentReader, published: CalendarDate?, language: String?) {
    self.reader = reader
    self.published = published
    self.language = language
  }

  /// The id of a line, as it was written, and its document.
  mutating func outcome(of line: [UInt8]) -> (id: JSONLine, outcome: ReadOutcome) {
    number += 1
    let path = "line \(number)"
    func failure(_ id: JSONLine, _ code: String, _ message: String) -> (JSONLine, ReadOutcome) {
      (id, .failure(DocumentError(code: code, path: path, message: message)))
    }
    guard let object = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any] else {
      return failure(.null, "json", "the line is not a JSON object; write one object a line")
    }
    let givenID: String?
    let id: JSONLine
    switch object["id"] {
    case let text as String: (givenID, id) = (text, .string(text))
    case let number as NSNumber: (givenID, id) = (number.stringValue, .raw(number.stringValue))
    default: return failure(.null, "id", "the line has no ‘id’; give every line a string as its id")
    }
    for key in ["text", "html", "path", "title", "published", "language", "url"] {
      if let value = object[key], !(value is String), !(value is NSNull) {
        return failure(id, "field", "‘\(key)’ is not a string")
      }
    }
    let bodies = ["text", "html", "path"].filter { object[$0] is String }
    guard bodies.count == 1, let kind = bodies.first, let body = object[kind] as? String else {
      return failure(id, "field", "one of ‘text’, ‘html’ and ‘path’ is needed, and only one")
    }
    let stated = object["published"] as? String
    // A time after the day is common and does no harm.
    let day = stated.flatMap { CalendarDate(iso: $0.prefix(10)) }
    if let stated, !stated.isEmpty, day == nil {
      return failure(id, "date", "‘published’ is not a day that exists, written as YYYY-MM-DD")
    }
    let documents: [Document]
    switch kind {
    case "text":
      documents = [plainDocument(body, path: path)]
    case "html":
      switch read(html: body, path: path) {
      case .success(let list): documents = list
      case .failure(let error): return (id, .failure(error))
      }
    default:
      switch read(path: body) {
      case .success(let list): documents = list
      case .failure(let error): return (id, .failure(error))
      }
    }
    guard documents.count == 1, var document = documents.first else {
      return failure(
        id, "several-documents",
        "there are \(documents.count) documents in it and a line has one; use ‘dateline extract’ without --lines"
      )
    }
    document.givenID = givenID
    if let title = object["title"] as? String { document.title = title }
    if let language = object["language"] as? String ?? language, !language.isEmpty {
      document.givenLanguage = language.lowercased()
    }
    if let url = object["url"] as? String { document.source.url = url }
    if let day {
      document.published = day
      document.publishedFrom = .option
    } else if document.published == nil, let published {
      document.published = published
      document.publishedFrom = .option
    }
    return (id, .document(document))
  }

  private enum Reading {
    case success([Document])
    case failure(DocumentError)
  }

  private func plainDocument(_ text: String, path: String) -> Document {
    let blocks = paragraphs(of: text).map { Block(.paragraph, $0) }
    return Document(source: Source(path: path, format: .text, bytes: text.utf8.count), blocks: blocks)
  }

  private func read(html: String, path: String) -> Reading {
    collect(path) { each in try reader.documents(in: Array(html.utf8), path: path, each: each) }
  }

  private func read(path: String) -> Reading {
    // Standard input is where the lines come from.
    guard path != "-" else {
      return .failure(
        DocumentError(code: "missing", path: path, message: "‘-’ cannot be read from a line; name a file"))
    }
    return collect(path) { each in try reader.read([path], each: each) }
  }

  private struct Enough: Error {}

  private func collect(_ path: String, _ read: ((ReadOutcome) throws -> Void) throws -> Void) -> Reading {
    var documents: [Document] = []
    var fault: DocumentError?
    do {
      try read { outcome in
        switch outcome {
        case .document(let document): documents.append(document)
        case .failure(let error): fault = fault ?? error
        }
        // Two are one too many already; a folder of thousands need not be read.
        if documents.count > 1 { throw Enough() }
      }
    } catch is Enough {
      return .success(documents)
    } catch {
      return .failure(DocumentError(code: "read", path: path, message: sentence(for: error)))
    }
    if documents.isEmpty, let fault { return .failure(fault) }
    return .success(documents)
  }
}

/// The pieces of a text between its blank lines.
private func paragraphs(of text: String) -> [String] {
  var pieces: [String] = []
  var piece: [Substring] = []
  for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    if line.allSatisfy(\.isWhitespace) {
      if !piece.isEmpty { pieces.append(piece.joined(separator: "\n")) }
      piece = []
    } else {
      piece.append(line)
    }
  }
  if !piece.isEmpty { pieces.append(piece.joined(separator: "\n")) }
  return pieces
}
