/// How much of what was expected was found, and how much of what was found was expected.
public struct Score: Sendable, Hashable, Codable {
  /// Found and expected.
  public var correct = 0
  /// Found, right or wrong.
  public var found = 0
  /// Expected, found or not.
  public var expected = 0

  /// Nothing yet.
  public init(correct: Int = 0, found: Int = 0, expected: Int = 0) {
    self.correct = correct
    self.found = found
    self.expected = expected
  }

  /// Whether there was nothing to find and nothing was found.
  public var isEmpty: Bool { found == 0 && expected == 0 }
  /// The part of what was found that is right, 0…1; 0 if nothing was found.
  public var precision: Double { found == 0 ? 0 : Double(correct) / Double(found) }
  /// The part of what was expected that was found, 0…1; 0 if nothing was expected.
  public var recall: Double { expected == 0 ? 0 : Double(correct) / Double(expected) }
  /// The harmonic mean of precision and recall, 0…1; 0 for an empty score, so that a cell nobody
  /// filled passes no floor.
  public var f1: Double { isEmpty ? 0 : 2 * Double(correct) / Double(found + expected) }

  /// Both together.
  public static func + (left: Score, right: Score) -> Score {
    Score(
      correct: left.correct + right.correct, found: left.found + right.found,
      expected: left.expected + right.expected)
  }
  /// Adds another score.
  public static func += (left: inout Score, right: Score) { left = left + right }
}
