import DatelineText

/// What one token contributes to the features of itself and its neighbours, hashed once.
struct TokenTraits {
  /// The word as it stands.
  var word: UInt64 = 0
  /// The word in small letters; figures are all alike.
  var folded: UInt64 = 0
  /// The first one to seven letters, 0 beyond the word.
  var prefixes = SIMD8<UInt64>()
  /// The last one to five letters, 0 beyond the word.
  var suffixes = SIMD8<UInt64>()
  /// Its kinds of characters, and the same without repetitions.
  var longShape: UInt64 = 0
  var shape: UInt64 = 0
  /// Five letters of a long word, or the whole: what its forms have in common.
  var stem: UInt64 = 0
  /// What the caller knows of it.
  var hints: UInt64 = 0
  /// The claim of the caller's rules on it.
  var claim = TokenClaim.none
  var isCapitalised = false
  var isWord = false

  /// Letters that count for the first letters.
  private static let longestPrefix = 7
  private static let longestSuffix = 5

  /// - Parameter scratch: memory to fold in, kept from token to token.
  init(
    _ token: Token, in bytes: UnsafeBufferPointer<UInt8>, fold: FoldedForm, hint: TokenHint,
    scratch: inout [UInt8]
  ) {
    hints = hint.bits
    claim = hint.claim
    isWord = token.kind == .word
    isCapitalised = isWord && !token.shape.isDisjoint(with: [.initialCapital, .allCapitals, .innerCapital])
    let own = UnsafeBufferPointer(rebasing: bytes[token.range.lower..<token.range.upper])
    var word = FeatureHash.start
    var shape = FeatureHash.start
    var longShape = FeatureHash.start
    var last: UInt64 = 0
    var letters = 0
    var at = 0
    while at < own.count {
      let (value, length) = Scalars.decode(own, at: at)
      word = FeatureHash.add(word, UInt64(value))
      let kind = Self.shapeClass(value)
      if kind != last {
        shape = FeatureHash.add(shape, kind)
        last = kind
      }
      if letters < 10 { longShape = FeatureHash.add(longShape, kind) }
      letters += 1
      at += length
    }
    self.shape = shape
    self.longShape = longShape
    guard token.kind != .number else {
      self.word = longShape
      folded = FeatureHash.add(shape, 0x39)
      stem = folded
      return
    }
    self.word = word
    scratch.removeAll(keepingCapacity: true)
    fold.fold(own, into: &scratch)
    scratch.withUnsafeBufferPointer { affixes($0) }
  }

  private mutating func affixes(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hash = FeatureHash.start
    var letters = 0
    var at = 0
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: at)
      hash = FeatureHash.add(hash, UInt64(value))
      if letters < Self.longestPrefix { prefixes[letters] = hash }
      letters += 1
      at += length
    }
    folded = hash
    stem = letters > 5 ? prefixes[4] : hash
    guard isWord else {
      prefixes = SIMD8()
      return
    }
    hash = FeatureHash.start
    letters = 0
    at = bytes.count
    while at > 0, letters < Self.longestSuffix {
      let (value, length) = Scalars.decode(bytes, before: at)
      hash = FeatureHash.add(hash, UInt64(value))
      suffixes[letters] = hash
      letters += 1
      at -= length
    }
  }

  /// A number for the kind of a character; signs of punctuation are kinds of their own.
  private static func shapeClass(_ value: UInt32) -> UInt64 {
    switch Scalars.classify(value) {
    case .upper: 1
    case .lower: 2
    case .otherLetter: 3
    case .mark: 4
    case .digit: 5
    case .space: 6
    case .punctuation, .symbol: UInt64(value) + 16
    }
  }
}
