import Foundation

/// The scores of files of marked texts, one line a file.
public struct DateScoreTable: Sendable {
  /// Name and scores of each file.
  public var rows: [(name: String, scores: DateScores)] = []

  /// No rows yet.
  public init() {}

  /// F1 in percent of each measure, with precision and recall of the span.
  public var text: String {
    func cell(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    func percent(_ number: Double) -> String {
      let tenths = Int((number * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    func padded(_ name: String) -> String { name + String(repeating: " ", count: max(0, width - name.count)) }
    var table = padded("")
    for head in ["gold", "found", "strict", "relaxed", "value", "type", "whole"] { table += cell(head, 9) }
    table += "\n"
    for (name, scores) in rows {
      table += padded(name)
      table += cell(String(scores.relaxed.expected), 9) + cell(String(scores.relaxed.found), 9)
      for score in [scores.strict, scores.relaxed, scores.value, scores.type, scores.whole] {
        table += cell(percent(score.f1), 9)
      }
      table += "\n"
    }
    return table
  }
}

extension DatedText {
  /// The texts of a file.
  /// - Throws: `EvaluationError` if there is no such file or it is not in the format.
  public static func texts(ofFile path: String) throws(EvaluationError) -> [DatedText] {
    guard let bytes = FileManager.default.contents(atPath: path),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw EvaluationError(path: path, message: "cannot be read as text in UTF-8") }
    do {
      return try texts(in: text)
    } catch {
      throw EvaluationError(path: "\(path):\(error.line)", message: error.message)
    }
  }
}
