/// The scores of files of marked texts, one line a file.
public struct DateScoreTable: Sendable {
  /// Name and scores of each file.
  public var rows: [(name: String, scores: DateScores)] = []

  /// No rows yet.
  public init() {}

  /// F1 in percent of each measure, with precision and recall of the span.
  public var text: String {
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    var table = "".padded(width)
    for head in ["gold", "found", "strict", "relaxed", "value", "type", "whole"] { table += head.leading(9) }
    table += "\n"
    for (name, scores) in rows {
      table += name.padded(width)
      table += String(scores.relaxed.expected).leading(9) + String(scores.relaxed.found).leading(9)
      for score in [scores.strict, scores.relaxed, scores.value, scores.type, scores.whole] {
        table += percent(score.f1).leading(9)
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
    let text = try EvaluationError.text(ofFile: path)
    do {
      return try texts(in: text)
    } catch {
      throw EvaluationError(path: "\(path):\(error.line)", message: error.message)
    }
  }
}
