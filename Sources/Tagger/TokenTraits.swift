import DatelineText

/// What one token contributes to the features that several tokens share.
struct TokenTraits {
  /// The word in small letters, its kinds of characters, and what its forms have in common: see `SpellingTraits`.
  let folded: UInt64
  let shape: UInt64
  let stem: UInt64
  /// The number of its spelling, by the count of whoever numbered it.
  let spelling: Int32
  let isCapitalised: Bool
  /// The claim of the caller's rules on it.
  let claim: TokenClaim
  /// What the caller knows of it.
  let hints: UInt64

  init(_ token: Token, _ traits: SpellingTraits.Shared, hint: TokenHint) {
    folded = traits.folded
    shape = traits.shape
    stem = traits.stem
    spelling = traits.number
    isCapitalised =
      token.kind == .word && !token.shape.isDisjoint(with: [.initialCapital, .allCapitals, .innerCapital])
    claim = hint.claim
    hints = hint.bits
  }
}

extension SpellingTraits {
  /// What the features of several tokens need of a spelling, and its number.
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
