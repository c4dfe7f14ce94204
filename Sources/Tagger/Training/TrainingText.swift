import DatelineText

/// A text with its names, to learn from.
package struct TrainingText: Sendable {
  package var text: NormalisedText
  /// What the caller knows of each token.
  package var hints: [TokenHint]
  /// The names; none overlaps another.
  package var names: [(tokens: Range<Int>, kind: TaggedKind)]
  /// Tokens of which nobody says whether they belong to names.
  package var unknown: [Range<Int>]

  package init(
    text: NormalisedText, hints: [TokenHint], names: [(tokens: Range<Int>, kind: TaggedKind)],
    unknown: [Range<Int>]
  ) {
    self.text = text
    self.hints = hints
    self.names = names
    self.unknown = unknown
  }

  /// For each token the labels that it may have, a bit each.
  var allowedLabels: [UInt16] {
    let any: UInt16 = (1 << UInt16(Label.count)) - 1
    var allowed = [UInt16](repeating: 1 << UInt16(Label.outside), count: text.tokens.count)
    for range in unknown {
      for token in range.clamped(to: 0..<allowed.count) { allowed[token] = any }
    }
    for (tokens, kind) in names where !tokens.isEmpty && tokens.upperBound <= allowed.count {
      for token in tokens {
        let place: Label.Place =
          tokens.count == 1
          ? .only
          : token == tokens.lowerBound ? .begin : token == tokens.upperBound - 1 ? .last : .inside
        allowed[token] = 1 << UInt16(Label.of(kind, place))
      }
    }
    return allowed
  }
}

/// How to learn.
package struct TrainingOptions: Sendable {
  /// How often every text is seen.
  package var epochs = 12
  /// The order of the texts follows from it, and with it the whole model.
  package var seed: UInt64 = 1
  /// Features seen less often are left out.
  package var cutOff = 2
  /// At most as many features stay in the model, the weightiest.
  package var features = 150_000
  /// How far a step goes.
  package var rate: Float = 0.05
  /// The share of features hidden at each step, so that the others learn to do without them.
  package var hidden = 0.15
  /// How much is taken off every token that stands outside of names: it trades precision for recall.
  package var eagerness: Float = 0.25
  /// Whether the occurrences of a word in the whole text say something of each.
  package var seesDocument = true

  package init() {}
}
