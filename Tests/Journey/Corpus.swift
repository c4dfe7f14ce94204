import Dateline
import DatelineRecords
import Foundation

/// The press releases of `Corpus`, read once for all tests of this room.
enum Corpus {
  /// The folder this package stands in.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let languages = ["de", "en", "kk", "ru"]

  /// The pipeline that all tests share: loading the dictionaries takes seconds.
  static let pipeline = Result<Pipeline, any Error> { try Pipeline() }

  /// The records of the sources of a language, in the order of their paths.
  static func records(_ language: String) throws -> [Record] { try all.get()[language] ?? [] }

  /// The records of all languages.
  static func records() throws -> [Record] { try languages.flatMap { try records($0) } }

  private static let all = Result<[String: [Record]], any Error> {
    var records: [String: [Record]] = [:]
    for language in languages {
      let inputs = [root + "/Corpus/\(language)/*/source.*"]
      try pipeline.get().records(from: DocumentReader(), inputs: inputs, jobs: 1) { outcome in
        if case .record(let record) = outcome { records[language, default: []].append(record) }
      }
    }
    return records
  }

  /// The record of a text.
  static func record(_ text: String, title: String? = nil, language: String? = nil) throws -> Record {
    let blocks = text.components(separatedBy: "\n\n").map { Block(.paragraph, $0) }
    var document = Document(
      source: Source(path: "text", format: .text, encoding: "utf-8", bytes: text.utf8.count), title: title,
      blocks: blocks)
    document.givenLanguage = language
    return try pipeline.get().record(of: document)
  }
}
