import DatelineText

/// What one token contributes to the features that several tokens share.
struct TokenTraits {
  /// What it shows by the way it is written.
  let spelling: SpellingTraits.Shared
  let isCapitalised: Bool
  /// The claim of the caller's rules on it.
  let claim: TokenClaim
  /// What the caller knows of it.
  let hints: UInt64

  init(_ token: Token, _ spelling: SpellingTraits.Shared, hint: TokenHint) {
    self.spelling = spelling
    isCapitalised =
      token.kind == .word && !token.shape.isDisjoint(with: [.initialCapital, .allCapitals, .innerCapital])
    claim = hint.claim
    hints = hint.bits
  }
}

extension SpellingTraits {
  /// What the features of several tokens need of a spelling, and its number by the count of whoever numbered it.
  struct Shared {
    var folded: UInt64
    var shape: UInt64
    var stem: UInt64
    var number: Int32

    init(_ traits: SpellingTraits, number: Int) {
      (folded, shape, stem) = (traits.folded, traits.shape, traits.stem)
      self.number = Int32(number)
    }
  }
}
