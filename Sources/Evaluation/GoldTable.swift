import Foundation

/// Rows of columns separated by tabs, written by people: comments after a number sign, a header, the rows.
struct GoldTable {
  var header: [String] = []
  var rows: [(line: Int, fields: [String])] = []

  /// Reads a file.
  ///
  /// - Throws: `EvaluationError` if it cannot be read or a row has not as many columns as the header.
  init(file path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvaluationError(path: path, message: "cannot be read; check the name")
    }
    let lines = String(decoding: data, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.isEmpty && line.first != "#" {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if header.isEmpty {
        header = fields
      } else if fields.count == header.count {
        rows.append((number + 1, fields))
      } else {
        throw EvaluationError(
          path: "\(path):\(number + 1)",
          message: "has \(fields.count) columns instead of \(header.count); separate them with tabs")
      }
    }
  }
}

extension EvaluationError {
  /// The text of a file that people wrote.
  /// - Throws: `EvaluationError` if there is no such file or it is not in UTF-8.
  static func text(ofFile path: String) throws(EvaluationError) -> String {
    guard let bytes = FileManager.default.contents(atPath: path),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw EvaluationError(path: path, message: "cannot be read as text in UTF-8") }
    return text
  }
}
