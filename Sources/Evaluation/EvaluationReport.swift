import Foundation

extension EvaluationResult {
  /// Tables for people: one a language, and the total where there are several.
  /// - Parameter perDocument: A table for each document before them.
  public func table(perDocument: Bool = false, colour: Bool = false) -> String {
    var text = ""
    if perDocument {
      for document in documents {
        text += "\(document.document)\n" + table(document.scores, colour) + "\n"
      }
    }
    for language in languages { text += "\(language)\n" + table(scoresByField(language), colour) + "\n" }
    if languages.count > 1 {
      let all = Dictionary(uniqueKeysWithValues: Self.fields.map { ($0, self[$0]) })
      text += "all languages (\(documents.count) documents)\n" + table(all, colour) + "\n"
    }
    for remark in remarks { text += "note: \(remark)\n" }
    return text
  }

  /// Every miss and false alarm, one a line: `- ` was missed, `+ ` is wrong.
  public func faultList() -> String {
    var text = ""
    var document = ""
    for fault in faults {
      if fault.document != document {
        document = fault.document
        text += "\n\(document)\n"
      }
      let context = fault.context.isEmpty ? "" : "   \(fault.context)"
      text += "  \(fault.kind == .missed ? "-" : "+") \(fault.field): \(fault.what)\(context)\n"
    }
    return text
  }

  /// The result as JSON, pretty-printed, keys sorted.
  /// - Throws: an `EncodingError`, which no result is known to cause.
  public func json(withFaults: Bool = false) throws -> String {
    struct Cell: Encodable {
      var correct: Int
      var found: Int
      var expected: Int
      var precision: Double
      var recall: Double
      var f1: Double
      init(_ score: Score) {
        (correct, found, expected) = (score.correct, score.found, score.expected)
        func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
        (precision, recall, f1) = (rounded(score.precision), rounded(score.recall), rounded(score.f1))
      }
    }
    struct Whole: Encodable {
      var documents: Int
      var languages: [String: [String: Cell]]
      var total: [String: Cell]
      var faults: [Fault]?
      var remarks: [String]
    }
    func cells(_ scores: [String: Score]) -> [String: Cell] {
      scores.filter { !$0.value.isEmpty }.mapValues(Cell.init)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let whole = Whole(
      documents: documents.count,
      languages: Dictionary(uniqueKeysWithValues: languages.map { ($0, cells(scoresByField($0))) }),
      total: cells(Dictionary(uniqueKeysWithValues: Self.fields.map { ($0, self[$0]) })),
      faults: withFaults ? faults : nil, remarks: remarks)
    return String(decoding: try encoder.encode(whole), as: UTF8.self) + "\n"
  }

  private func scoresByField(_ language: String) -> [String: Score] {
    Dictionary(uniqueKeysWithValues: Self.fields.map { ($0, self[language, $0]) })
  }

  private func table(_ scores: [String: Score], _ colour: Bool) -> String {
    var text = "  field                    precision  recall     F1   right  found  expected\n"
    for field in Self.fields {
      guard let score = scores[field], !score.isEmpty else { continue }
      let f1 = figure(score.f1)
      let mark = colour ? (score.f1 < 0.9 ? "\u{1B}[31m\(f1)\u{1B}[0m" : "\u{1B}[32m\(f1)\u{1B}[0m") : f1
      text +=
        "  " + field.padded(25) + figure(score.found == 0 ? nil : score.precision).leading(9)
        + figure(score.expected == 0 ? nil : score.recall).leading(8) + "  " + mark
        + String(score.correct).leading(8) + String(score.found).leading(7)
        + String(score.expected).leading(10) + "\n"
    }
    return text
  }

  private func figure(_ part: Double?) -> String {
    guard let part else { return "    –" }
    let thousandths = String(Int((part * 1000).rounded()) % 1000)
    return (part >= 0.9995 ? "1." : "0.") + String(repeating: "0", count: 3 - thousandths.count) + thousandths
  }
}
