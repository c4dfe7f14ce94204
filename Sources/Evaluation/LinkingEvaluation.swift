import DatelineLexicon
import DatelineRecords
import Foundation

/// How well the spellings of one bearer in several languages are found again among others.
///
/// What counts are pairs of different spellings: that a name is itself is nobody's merit.
public struct LinkingEvaluation: Sendable {
  /// Pairs of the rows with even numbers, from 0, linked among themselves.
  public private(set) var even = Score()
  /// Pairs of the rows with odd numbers, which are only measured.
  public private(set) var odd = Score()
  /// Pairs of all rows linked together.
  public private(set) var all = Score()
  /// Spellings in all.
  public private(set) var spellings = 0
  /// Bearers in all.
  public private(set) var bearers = 0
  /// Pairs that were missed (-) or joined wrongly (+) when all rows were linked together.
  public private(set) var faults: [String] = []

  /// Judges a file with one bearer a row and one language a column, which its header names.
  public static func run(path: String, dictionaries: String? = nil) throws -> LinkingEvaluation {
    let lexicons = try Lexicons(folder: dictionaries)
    let gold = try GoldTable(file: path)
    var result = LinkingEvaluation()
    result.bearers = gold.rows.count
    var names: [(name: String, language: String, row: Int)] = []
    for (number, row) in gold.rows.enumerated() {
      var seen: Set<String> = []
      for (language, name) in zip(gold.header, row.fields) where !name.isEmpty && seen.insert(name).inserted {
        names.append((name, language, number))
      }
    }
    result.spellings = names.count
    result.even = compare(names.filter { $0.row % 2 == 0 }, lexicons).score
    result.odd = compare(names.filter { $0.row % 2 == 1 }, lexicons).score
    (result.all, result.faults) = compare(names, lexicons)
    return result
  }

  private static func compare(
    _ names: [(name: String, language: String, row: Int)], _ lexicons: Lexicons
  ) -> (score: Score, faults: [String]) {
    var linker = MixedNameLinker(lexicons)
    for name in names { linker.add(name.name, language: name.language) }
    let clusters = linker.clusters()
    var score = Score()
    var faults: [String] = []
    for left in names.indices {
      for right in names.indices where right > left {
        let isOne = names[left].row == names[right].row
        let isJoined = clusters[left] == clusters[right]
        score += Score(
          correct: isOne && isJoined ? 1 : 0, found: isJoined ? 1 : 0, expected: isOne ? 1 : 0)
        if isOne != isJoined {
          faults.append(
            "\(names[left].row) \(isOne ? "-" : "+") \(names[left].name) | \(names[right].name)")
        }
      }
    }
    return (score, faults)
  }

  /// A table for people.
  public func table() -> String {
    var text =
      "  \(bearers) bearers in \(spellings) spellings\n"
      + "  rows                          pairs   recall   precision\n"
    for (label, score) in [("even", even), ("odd (only measured)", odd), ("all together", all)] {
      text +=
        "  " + label.padded(24) + String(score.expected).leading(11)
        + percent(score.recall, decimals: 2).leading(9)
        + percent(score.precision, decimals: 2).leading(12) + "\n"
    }
    return text
  }
}
