import DatelineText

/// What a word contributes to the features of itself and its neighbours by the way it is written, hashed once.
struct SpellingTraits {
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

  /// Letters that count for the first letters.
  private static let longestPrefix = 7
  private static let longestSuffix = 5

  /// The place before the first and behind the last token of a sentence.
  static let outside: SpellingTraits = {
    var traits = SpellingTraits()
    traits.folded = 0x0DD5_EED0
    traits.shape = 0x0DD5_EED0
    return traits
  }()

  private init() {}

  /// - Parameters:
  ///   - bytes: of the token.
  ///   - scratch: memory to fold in, kept from token to token.
  /// - Complexity: O(bytes).
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, kind: Token.Kind, fold: FoldedForm, scratch: inout [UInt8]
  ) {
    var word = FeatureHash.start
    var shape = FeatureHash.start
    var longShape = FeatureHash.start
    var last: UInt64 = 0
    var letters = 0
    var at = 0
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: at)
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
    guard kind != .number else {
      self.word = longShape
      folded = FeatureHash.add(shape, 0x39)
      stem = folded
      return
    }
    self.word = word
    scratch.removeAll(keepingCapacity: true)
    fold.fold(bytes, into: &scratch)
    scratch.withUnsafeBufferPointer { affixes($0, isWord: kind == .word) }
  }

  private mutating func affixes(_ bytes: UnsafeBufferPointer<UInt8>, isWord: Bool) {
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

/// The features that follow from one word alone: they are the same wherever it stands.
extension SpellingTraits {
  /// The features of the token itself.
  @inline(__always)
  func own(_ take: (UInt64) -> Void) {
    take(FeatureHash.mix(0, 1))
    take(FeatureHash.mix(word, 2))
    take(FeatureHash.mix(folded, 3))
    take(FeatureHash.mix(shape, 4))
    take(FeatureHash.mix(longShape, 5))
    for length in 0..<Self.longestPrefix where prefixes[length] != 0 {
      take(FeatureHash.mix(prefixes[length], 10 + UInt64(length)))
    }
    for length in 0..<Self.longestSuffix where suffixes[length] != 0 {
      take(FeatureHash.mix(suffixes[length], 20 + UInt64(length)))
    }
    if suffixes[2] != 0 { take(FeatureHash.mix(FeatureHash.pair(suffixes[2], shape), 26)) }
  }

  /// The features it gives to the token whose neighbour it is.
  @inline(__always)
  func beside(_ place: Neighbour, _ take: (UInt64) -> Void) {
    take(FeatureHash.mix(folded, 30 + UInt64(place.rawValue)))
    switch place {
    case .before: affixes(42, take)
    case .after: affixes(46, take)
    case .secondBefore, .secondAfter: break
    }
  }

  @inline(__always)
  private func affixes(_ template: UInt64, _ take: (UInt64) -> Void) {
    if suffixes[1] != 0 { take(FeatureHash.mix(suffixes[1], template)) }
    if suffixes[2] != 0 { take(FeatureHash.mix(suffixes[2], template + 1)) }
    if prefixes[4] != 0 { take(FeatureHash.mix(prefixes[4], template + 2)) }
  }
}
