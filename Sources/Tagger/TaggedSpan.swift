/// What a learned name is the name of.
public enum TaggedKind: UInt8, Sendable, CaseIterable {
  case person, organisation, place
}

/// A name that the tagger sees in a text.
public struct TaggedSpan: Sendable, Hashable {
  /// The tokens of the name, as indices into `NormalisedText.tokens`.
  public var tokens: Range<Int>
  /// What it names.
  public var kind: TaggedKind
  /// How likely the model holds exactly these tokens and this kind, 0…1.
  public var score: Double

  /// A span with all it says.
  public init(tokens: Range<Int>, kind: TaggedKind, score: Double) {
    self.tokens = tokens
    self.kind = kind
    self.score = score
  }
}
