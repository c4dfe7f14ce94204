import DatelineText

/// Finds the paragraphs of a document that were printed before in the same document.
///
/// It marks and never removes. The same text always gives the same answer.
public struct RepetitionFinder: Sendable {
  private let rules: RepetitionRules

  /// A finder.
  /// - Parameter near: the Jaccard similarity from which near repeats count; nil for exact repeats only.
  public init(near: Double? = nil) {
    self.init(rules: RepetitionRules(near: near))
  }
  /// A finder with rules of its own.
  public init(rules: RepetitionRules) {
    self.rules = rules
  }

  /// The paragraphs (indices from 0) that repeat an earlier one.
  ///
  /// - Complexity: linear in the length of the text.
  public func repeats(in text: NormalisedText) -> [Int: Repeat] {
    guard text.paragraphs.count > 1 else { return [:] }
    var index = RepetitionIndex(rules: rules)
    return index.add(document: "", text)
  }
}
