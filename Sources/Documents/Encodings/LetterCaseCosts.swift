/// How unlikely capitals are where they stand: expected at the start of a word and inside words that are all capitals.
struct LetterCaseCosts {
  private enum State: Int {
    case edge, edgeAfterCapitals, capital, capitals, small
  }

  private var state = State.edge

  /// The cost, in eighths as those of `LetterModel`, of the next character.
  mutating func next(_ letterCase: LetterCase) -> Int32 {
    let cost: Int32
    switch letterCase {
    case .none:
      state = state == .capitals || state == .edgeAfterCapitals ? .edgeAfterCapitals : .edge
      return 0
    case .lower:
      switch state {
      case .edge: cost = 1
      case .edgeAfterCapitals: cost = 5
      case .capital: cost = 2
      case .capitals: cost = 24
      case .small: cost = 0
      }
      state = .small
    case .upper:
      switch state {
      case .edge: (cost, state) = (15, .capital)
      case .edgeAfterCapitals: (cost, state) = (5, .capital)
      case .capital: (cost, state) = (14, .capitals)
      case .capitals: cost = 2
      case .small: (cost, state) = (56, .capital)
      }
    }
    return cost
  }
}
