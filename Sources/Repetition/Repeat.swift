/// Which earlier paragraph a paragraph repeats.
public struct Repeat: Sendable, Hashable {
  /// The document of the earlier paragraph, as it was named to the index; nil if it is the same document.
  public var document: String?
  /// The index of the earlier paragraph in its document, from 0: always the first occurrence.
  public var paragraph: Int
  /// How alike they are, 0…1: Jaccard of their runs of three words; 1 if their words are the same.
  public var similarity: Double

  /// A repeat.
  public init(document: String? = nil, paragraph: Int, similarity: Double) {
    self.document = document
    self.paragraph = paragraph
    self.similarity = similarity
  }
}

/// What counts as a repeat.
public struct RepetitionRules: Sendable, Hashable {
  /// The Jaccard similarity (0…1) of runs of three words from which a paragraph counts as a near
  /// repeat; nil if only the same words count.
  public var near: Double?
  /// The words a paragraph must have for an exact repeat to count: a heading such as "Background" is none.
  public var shortestExact: Int
  /// The words a paragraph must have for a near repeat to count.
  public var shortestNear: Int

  /// Rules; unless told otherwise four words for exact repeats and six for near ones.
  public init(near: Double? = nil, shortestExact: Int = 4, shortestNear: Int = 6) {
    self.near = near.map { min(1, max(0.05, $0)) }
    self.shortestExact = max(1, shortestExact)
    self.shortestNear = max(3, shortestNear)
  }
}
