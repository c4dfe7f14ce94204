import DatelineText
import Foundation

/// Trains the model by which languages are told apart, from a folder of texts and from files of JSON Lines.
///
/// The folder holds `columns.tsv` (what the columns of the model stand for), `<code>.txt` (one sentence a line)
/// and `<code>.words….txt` (words, one or several a line, that make no sentences).
public struct LanguageTraining: Sendable {
  private let folder: String
  private let columns: [LanguageColumn]
  private let options: LanguageTrainingOptions

  /// - Throws: `EvaluationError` if the folder has no sound `columns.tsv`.
  public init(folder: String, options: LanguageTrainingOptions = LanguageTrainingOptions()) throws {
    self.folder = folder
    self.options = options
    columns = try Self.columns(folder + "/columns.tsv")
  }

  /// The bytes of a model.
  ///
  /// - Parameters:
  ///   - files: more texts: `code=path` of JSON Lines whose objects have a `text`.
  ///   - progress: called with the script, the number of the epoch and the mean loss.
  /// - Throws: `EvaluationError` if a file cannot be read.
  public func model(
    files: [String] = [], progress: (String, Int, Double) -> Void = { _, _, _ in }
  ) throws -> [UInt8] {
    var texts = try own()
    let more = try files.map { try sentences(of: $0) }
    if !more.isEmpty {
      // Texts collected by others hold lines in other languages: a model of the folder finds them.
      var quick = options
      quick.epochs = max(1, options.epochs / 4)
      let bytes = LanguageTrainer.model(columns: columns, texts: texts, options: quick)
      let identifier = LanguageIdentifier(
        model: try LanguageModel(bytes: Data(bytes), path: "the model of \(folder)"))
      for (code, lines) in more {
        let known = lines.filter { line in
          let guess = identifier.identify(line)
          return guess.code == code || guess.confidence < Self.certain
        }
        texts.append(LanguageTexts(code: code, sentences: known))
      }
    }
    return LanguageTrainer.model(columns: columns, texts: texts, options: options, progress: progress)
  }

  /// The confidence from which on a line is believed to be in another language.
  private static let certain = 0.8

  // MARK: - Reading

  private static func columns(_ path: String) throws -> [LanguageColumn] {
    var columns: [LanguageColumn] = []
    for (number, line) in try lines(of: path).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.first == "script" { continue }
      let isSound = (3...4).contains(cells.count) && (cells.count < 4 || ["", "yes"].contains(cells[3]))
      guard isSound, cells[0] == "Latn" || cells[0] == "Cyrl", !cells[1].isEmpty else {
        throw EvaluationError(
          path: path,
          message:
            "line \(number + 1) should be a script (Latn, Cyrl), an answer, languages and, for ours, yes, "
            + "with tabs")
      }
      columns.append(
        LanguageColumn(
          isCyrillic: cells[0] == "Cyrl", answer: String(cells[1]),
          codes: cells[2].split(separator: "|").map(String.init), isOurs: cells.count > 3 && cells[3] == "yes"
        ))
    }
    return columns
  }

  /// The texts of the folder.
  private func own() throws -> [LanguageTexts] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let codes = Set(columns.flatMap(\.codes))
    var texts: [LanguageTexts] = []
    for name in names where name.hasSuffix(".txt") {
      let parts = name.split(separator: ".")
      guard let code = parts.first.map(String.init), codes.contains(code) else { continue }
      let lines = try Self.lines(of: folder + "/" + name).filter { !$0.isEmpty && !$0.hasPrefix("#") }
      if parts.count > 2, parts[1].hasPrefix("words") {
        texts.append(LanguageTexts(code: code, words: lines))
      } else {
        texts.append(LanguageTexts(code: code, sentences: lines))
      }
    }
    return texts
  }

  private struct Line: Decodable {
    var text: String
  }

  /// The sentences of a file of JSON Lines, without those that hold signs of posts or of traffic notices.
  private func sentences(of file: String) throws -> (code: String, lines: [String]) {
    let parts = file.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, columns.contains(where: { $0.codes.contains(String(parts[0])) }) else {
      throw EvaluationError(
        path: file, message: "put the code of a language of columns.tsv in front of the file: kk=\(file)")
    }
    let path = String(parts[1])
    var sentences: [String] = []
    for (number, line) in try Self.lines(of: path).enumerated() where !line.isEmpty {
      guard let text = (try? JSONDecoder().decode(Line.self, from: Data(line.utf8)))?.text else {
        throw EvaluationError(path: path, message: "line \(number + 1) is no JSON object with a text")
      }
      sentences += Self.split(text).filter { sentence in
        let words = sentence.split(separator: " ").count
        return words >= 4 && !sentence.contains { "@#/|»_".contains($0) } && !sentence.contains("http")
      }
    }
    return (String(parts[0]), sentences)
  }

  /// Cuts a text behind full stops and line breaks; abbreviations do no harm here.
  private static func split(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap { line in
      line.replacingOccurrences(of: "([.!?])\\s+", with: "$1\n", options: .regularExpression)
        .split(separator: "\n").map(String.init)
    }
  }

  private static func lines(of path: String) throws -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvaluationError(path: path, message: "cannot be read; check its name and permissions")
    }
    return String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
  }
}
