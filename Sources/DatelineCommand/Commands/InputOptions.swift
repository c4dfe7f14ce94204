import Dateline
import DatelineDocuments
import DatelineRecords
import DatelineText
import Foundation

/// The options of every command that reads press releases, and what they turn into.
enum InputOptions {
  static let published = Option<CalendarDate>(
    declaration: OptionDeclaration(
      name: "published", valueName: "DATE",
      help: "day of publication of documents that do not say (YYYY-MM-DD)",
      fault: { CalendarDate(iso: $0) == nil ? "is not a day that exists, written as YYYY-MM-DD" : nil }),
    read: { CalendarDate(iso: $0) })
  static let language = Option<String>(
    declaration: OptionDeclaration(
      name: "language", valueName: "CODE",
      help: "language of all documents (en, de, kk, ru) instead of identifying it",
      fault: { code in
        let letters = code.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
        return letters && (2...12).contains(code.count)
          ? nil : "is not a code of a language, such as en, de, kk, ru"
      }),
    read: { $0.lowercased() })
  static let near = Option.number(
    "near", value: "X", in: 0.1...1,
    help: "from which similarity (0.1 to 1) a paragraph counts as a repeat; without it only equal ones do")
  static let jobs = Option.whole(
    "jobs", short: "j", value: "N", in: 1...256, default: "number of cores",
    help: "documents worked on at the same time; the result is the same for any number")
  static let dictionaries = Option.text(
    "dictionaries", value: "DIR", kind: .folder, help: "use the dictionaries of this folder")

  static let without = Option<Set<NormalisationStep>>(
    declaration: OptionDeclaration(
      name: "without", valueName: "STEPS",
      help: "leave steps of normalisation out: "
        + NormalisationStep.allCases.map(\.rawValue).joined(separator: ", "),
      fault: { steps($0) == nil ? "is no step, nor several with commas between them" : nil }),
    read: steps)

  private static func steps(_ list: String) -> Set<NormalisationStep>? {
    let names = list.split(separator: ",").map { $0.filter { $0 != " " } }
    let steps = names.compactMap(NormalisationStep.init(rawValue:))
    return steps.count == names.count && !steps.isEmpty ? Set(steps) : nil
  }

  static let inputs = ArgumentDeclaration.many(
    "INPUT", help: "files, folders, patterns in quotes ('news/*.xml'), - for standard input")

  static let reading = [published.declaration, language.declaration]
  static let all =
    reading + [near.declaration, jobs.declaration, dictionaries.declaration]

  static func reader(_ invocation: Invocation) -> DocumentReader {
    var options = ReaderOptions()
    options.published = invocation[published]
    options.language = invocation[language]
    return DocumentReader(options: options)
  }

  static func pipeline(_ invocation: Invocation) throws -> Pipeline {
    var options = PipelineOptions()
    options.published = invocation[published]
    options.language = invocation[language]
    options.nearRepeats = invocation[near]
    options.dictionaries = invocation[dictionaries]
    if let without = invocation[without] { options.steps.subtract(without) }
    return try Pipeline(options: options)
  }

  static func jobCount(_ invocation: Invocation) -> Int {
    invocation[jobs] ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Calls `each` with the record of every document, tells what failed, shows progress, heeds Ctrl-C.
  static func forEachRecord(
    of inputs: [String], by loaded: Pipeline? = nil, _ invocation: Invocation, _ console: Console,
    _ each: (Record) throws -> Void
  ) throws {
    let pipeline = try loaded ?? pipeline(invocation)
    let reader = reader(invocation)
    Interruption.watch()
    console.startProgress { reader.files(inputs).map { ($0.path, $0.bytes) } }
    defer { console.endProgress() }
    try pipeline.records(from: reader, inputs: inputs, jobs: jobCount(invocation)) { outcome in
      switch outcome {
      case .record(let record):
        try each(record)
        console.advance(path: record.source.path)
      case .failure(let error): console.fail(error)
      }
      try Interruption.check()
    }
  }

  /// Calls `each` with every document; the rest as `forEachRecord`.
  static func forEachDocument(
    of inputs: [String], _ invocation: Invocation, _ console: Console, _ each: (Document) throws -> Void
  ) throws {
    let reader = reader(invocation)
    Interruption.watch()
    console.startProgress { reader.files(inputs).map { ($0.path, $0.bytes) } }
    defer { console.endProgress() }
    try reader.read(inputs) { outcome in
      switch outcome {
      case .document(let document):
        try each(document)
        console.advance(path: document.source.path)
      case .failure(let error): console.fail(error)
      }
      try Interruption.check()
    }
  }
}

/// Where a command puts its result.
let outputOption = Option.text(
  "output", short: "o", value: "FILE", kind: .file, default: "standard output",
  help: "write to this file; it appears when it is complete")
