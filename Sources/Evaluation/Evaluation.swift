import Dateline
import DatelineDocuments
import DatelineRecords
import Foundation

/// Something wrong with the gold.
public struct EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file or folder.
  public var path: String
  /// One sentence: what is wrong and what to do.
  public var message: String
  /// As one line.
  public var description: String { "\(path): \(message)" }
}

/// Compares what the pipeline makes of documents with what people say is in them.
public struct Evaluation: Sendable {
  /// Runs the pipeline on a gold standard and compares.
  ///
  /// - Parameters:
  ///   - gold: A folder with `source.*` and `expected.json` in it or below, or a file of JSON Lines with names marked
  ///     in texts (`{"id", "text", "entities": [{"start", "end", "type"}]}`), or a folder of such files.
  ///   - pipeline: What is judged.
  ///   - language: The language of the texts of JSON Lines; nil to take it from a folder of that name in the path.
  ///   - jobs: How many documents are worked on at the same time.
  /// - Throws: `EvaluationError` if there is no gold or it cannot be read.
  public static func run(
    gold: String, pipeline: Pipeline, language: String? = nil, jobs: Int = 1
  ) throws -> EvaluationResult {
    var result = EvaluationResult()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: gold, isDirectory: &isFolder) else {
      throw EvaluationError(path: gold, message: "there is no such file or folder; check the name")
    }
    let files =
      isFolder.boolValue
      ? (FileManager.default.enumerator(atPath: gold)?.allObjects ?? []).compactMap { $0 as? String }.sorted()
        .map { gold.hasSuffix("/") ? gold + $0 : gold + "/" + $0 } : [gold]
    let expected = files.filter { $0.hasSuffix("/expected.json") || $0 == "expected.json" }
    let lines =
      isFolder.boolValue && !expected.isEmpty
      ? [] : files.filter { !isFolder.boolValue || $0.hasSuffix(".jsonl") }
    for file in expected { try compare(expectedFile: file, pipeline, into: &result) }
    for file in lines where !expected.contains(file) {
      try NamesGold(path: file, language: language).compare(pipeline, jobs: jobs, into: &result)
    }
    guard !result.documents.isEmpty else {
      throw EvaluationError(
        path: gold,
        message: "there is no gold in it; it takes folders with source.* and expected.json, or JSON Lines")
    }
    return result
  }

  private static func compare(
    expectedFile: String, _ pipeline: Pipeline, into result: inout EvaluationResult
  ) throws {
    let folder = (expectedFile as NSString).deletingLastPathComponent
    let golds: [GoldRecord]
    do {
      golds = try GoldRecord.list(from: Data(contentsOf: URL(fileURLWithPath: expectedFile)))
    } catch {
      throw EvaluationError(
        path: expectedFile, message: "is not a record as Corpus/README.md describes it: \(reason(error))")
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? [])
      .sorted()
    guard let source = names.first(where: { $0.hasPrefix("source.") }) else {
      throw EvaluationError(path: expectedFile, message: "there is no source.* beside it")
    }
    var records: [Record] = []
    DocumentReader(options: ReaderOptions()).read([folder.isEmpty ? source : folder + "/" + source]) {
      outcome in
      switch outcome {
      case .document(let document): records.append(pipeline.record(of: document))
      case .failure(let error): result.remark("\(error.path): \(error.message)")
      }
    }
    if records.count != golds.count {
      result.remark("\(folder): \(golds.count) documents are expected and \(records.count) were read")
    }
    let nothing = Record(
      id: "", source: RecordSource(path: source, format: "text"), language: "und", text: "")
    for (index, gold) in golds.enumerated() {
      let language =
        gold.language ?? ((folder as NSString).deletingLastPathComponent as NSString).lastPathComponent
      let name = golds.count > 1 ? "\(folder), item \(index + 1)" : folder
      let record = index < records.count ? records[index] : nothing
      result.add(name, language: language, RecordComparison.compare(record, with: gold))
    }
    // What was read beyond the gold counts as found by mistake.
    if let first = golds.first, records.count > golds.count {
      for record in records[golds.count...] {
        guard
          let empty = try? GoldRecord.list(
            from: Data(#"{"people":[],"organisations":[],"dates":[],"agreements":[]}"#.utf8)
          ).first
        else { continue }
        result.add(
          "\(folder), one too many", language: first.language ?? "und",
          RecordComparison.compare(record, with: empty))
      }
    }
  }
}

/// What is wrong with a JSON file, in one line.
func reason(_ error: any Error) -> String {
  func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue }.joined()
  }
  switch error {
  case DecodingError.keyNotFound(let key, let context):
    return "‘\(key.stringValue)’ is missing in \(path(context))"
  case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
    return "\(path(context)) has another type"
  case DecodingError.dataCorrupted(let context): return path(context) + " " + context.debugDescription
  default: return String(describing: error)
  }
}
