import DatelineLexicon
import DictionaryFiles
import Foundation

/// A folder of dictionaries written for one test: a language that knows only what the test tells it.
///
/// The headers are those of the real files, so that they stand in one place.
package final class InventedLanguage {
  /// The folder that holds the language's folder.
  package let folder: String
  /// The folder of the language itself.
  package var language: String { folder + "/xx" }

  /// Writes a language.
  ///
  /// - Parameter rows: the rows of each file by its name without `.tsv`; columns separated by tabs.
  package init(_ rows: [String: [String]] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.path + "/dateline-words-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder + "/xx", withIntermediateDirectories: true)
    var rows = rows
    if rows["language"] == nil { rows["language"] = ["code\txx", "letters\tabcdefghijklmnopqrstuvwxyz"] }
    for (name, header) in try Self.headers() {
      try write(([header] + (rows[name] ?? [])).joined(separator: "\n") + "\n", to: name + ".tsv")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Replaces a file as a whole.
  package func write(_ text: String, to file: String) throws {
    try write(Array(text.utf8), to: file)
  }

  /// Replaces a file by any bytes.
  package func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: language + "/" + file))
  }

  /// Writes a file of the folder `shared` beside the language.
  package func writeShared(_ text: String, to file: String) throws {
    try FileManager.default.createDirectory(atPath: folder + "/shared", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/shared/" + file))
  }

  /// Removes a file.
  package func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: language + "/" + file)
  }

  /// What is wrong with it: `file:line: message` without the folder.
  package func faults() -> [String] {
    Lexicons.load(folder: folder).1.map {
      $0.description.replacingOccurrences(of: language + "/", with: "")
    }
  }

  /// Its lexicon.
  package func lexicon() throws -> Lexicon {
    let lexicons = try Lexicons(folder: folder)
    guard let lexicon = lexicons.lexicon("xx") else { throw CocoaError(.fileReadNoSuchFile) }
    return lexicon
  }

  /// The header of each file of a language, by its name without `.tsv`.
  package static func headers() throws -> [String: String] {
    guard let root = DictionaryFiles.folder() else { throw CocoaError(.fileReadNoSuchFile) }
    var headers: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: root + "/en") where name.hasSuffix(".tsv")
    {
      let text = try String(contentsOfFile: root + "/en/" + name, encoding: .utf8)
      let header = text.split(separator: "\n").first { !$0.hasPrefix("#") }
      headers[String(name.dropLast(4))] = header.map(String.init) ?? ""
    }
    return headers
  }
}
