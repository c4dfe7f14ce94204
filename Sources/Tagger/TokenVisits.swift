/// The tokens of a text, valid while `TextFeatures.withVisits` runs.
struct TokenVisits {
  private let traits: UnsafeBufferPointer<TokenTraits>
  private let quotes: UnsafeBufferPointer<TextFeatures.QuotedStretch>
  private let stems: UnsafeBufferPointer<Int32>

  init(
    traits: UnsafeBufferPointer<TokenTraits>, quotes: UnsafeBufferPointer<TextFeatures.QuotedStretch>,
    stems: UnsafeBufferPointer<Int32>
  ) {
    (self.traits, self.quotes, self.stems) = (traits, quotes, stems)
  }

  /// What a token shows of itself.
  @inline(__always)
  subscript(token: Int) -> TokenTraits { traits[token] }

  /// The number of a token's surroundings, or -1.
  @inline(__always)
  func surroundings(of token: Int) -> Int { Int(stems[token]) }

  /// Calls `take` with each feature that more than one token has a part in, or the place in the sentence.
  ///
  /// - Parameter sentence: the tokens of its sentence; nothing beyond is looked at.
  @inline(__always)
  func joint(of token: Int, in sentence: Range<Int>, _ take: (UInt64) -> Void) {
    JointVisit(traits: traits, token: token, sentence: sentence, quotes: quotes).run(take)
  }
}

extension TokenVisits {
  /// Calls `take` with each feature of a token: what it learns from.
  ///
  /// - Parameter spellings: by the numbers of the tokens' spellings.
  func all(
    of token: Int, in sentence: Range<Int>, _ spellings: [SpellingTraits], _ surroundings: [Surroundings],
    _ take: (UInt64) -> Void
  ) {
    spellings[Int(self[token].spelling.number)].own(take)
    HintFeatures.own(self[token].hints, take)
    for place in Neighbour.allCases {
      let other = token + place.offset
      let isInside = sentence.contains(other)
      (isInside ? spellings[Int(self[other].spelling.number)] : .outside).beside(place, take)
      HintFeatures.beside(isInside ? self[other].hints : HintFeatures.outside, place, take)
    }
    let around = self.surroundings(of: token)
    if around >= 0 { surroundings[around].features(take) }
    joint(of: token, in: sentence, take)
  }
}

/// The features of one token that more than one has a part in.
private struct JointVisit {
  let traits: UnsafeBufferPointer<TokenTraits>
  let token: Int
  let sentence: Range<Int>
  let quotes: UnsafeBufferPointer<TextFeatures.QuotedStretch>

  @inline(__always)
  private func has(_ index: Int) -> Bool { index >= sentence.lowerBound && index < sentence.upperBound }
  @inline(__always)
  private func folded(_ index: Int) -> UInt64 {
    has(index) ? traits[index].spelling.folded : SpellingTraits.outside.folded
  }
  @inline(__always)
  private func shape(_ index: Int) -> UInt64 {
    has(index) ? traits[index].spelling.shape : SpellingTraits.outside.shape
  }
  @inline(__always)
  private func hints(_ index: Int) -> UInt64 { has(index) ? traits[index].hints : HintFeatures.outside }
  @inline(__always)
  private func claim(_ index: Int) -> UInt64 { has(index) ? traits[index].claim.plain : 0 }

  @inline(__always)
  func run(_ take: (UInt64) -> Void) {
    neighbours(take)
    known(take)
    claims(take)
    stretches(take)
  }

  @inline(__always)
  private func neighbours(_ take: (UInt64) -> Void) {
    let start: UInt64 = token == sentence.lowerBound ? 1 : 0
    let (own, before, after) = (folded(token), folded(token - 1), folded(token + 1))
    let (ownShape, shapeBefore, shapeAfter) = (shape(token), shape(token - 1), shape(token + 1))
    take(FeatureHash.mix(FeatureHash.pair(ownShape, start), 27))
    take(FeatureHash.mix(FeatureHash.pair(before, own), 34))
    take(FeatureHash.mix(FeatureHash.pair(own, after), 35))
    take(FeatureHash.mix(FeatureHash.pair(before, after), 36))
    take(FeatureHash.mix(FeatureHash.pair(shapeBefore, ownShape), 37))
    take(FeatureHash.mix(FeatureHash.pair(ownShape, shapeAfter), 38))
    take(FeatureHash.mix(FeatureHash.pair(FeatureHash.pair(shapeBefore, ownShape), shapeAfter), 39))
    take(FeatureHash.mix(FeatureHash.pair(before, ownShape), 40))
    take(FeatureHash.mix(FeatureHash.pair(after, ownShape), 41))
  }

  @inline(__always)
  private func known(_ take: (UInt64) -> Void) {
    let (own, before, after) = (hints(token), hints(token - 1), hints(token + 1))
    take(FeatureHash.mix(FeatureHash.pair(before, own), 66))
    take(FeatureHash.mix(FeatureHash.pair(own, after), 67))
    take(FeatureHash.mix(FeatureHash.pair(own, traits[token].spelling.shape), 68))
  }

  /// What the caller's rules take the token and its neighbours for.
  @inline(__always)
  private func claims(_ take: (UInt64) -> Void) {
    let own = traits[token].claim
    if own != .none {
      take(FeatureHash.mix(UInt64(own.code), 100))
      take(FeatureHash.mix(own.plain, 101))
      take(FeatureHash.mix(UInt64(own.genre) << 32 | UInt64(own.code), 105))
      take(FeatureHash.mix(FeatureHash.pair(own.plain, traits[token].spelling.shape), 102))
    }
    let (before, after) = (claim(token - 1), claim(token + 1))
    if own == .none, before == 0, after == 0 { return }
    take(FeatureHash.mix(before << 8 | own.plain, 103))
    take(FeatureHash.mix(after << 8 | own.plain, 104))
  }

  /// The words around a run of capitalised ones, and around quotation marks.
  @inline(__always)
  private func stretches(_ take: (UInt64) -> Void) {
    let own = traits[token]
    if own.isCapitalised {
      var first = token
      while has(first - 1), traits[first - 1].isCapitalised, token - first < 6 { first -= 1 }
      var last = token
      while has(last + 1), traits[last + 1].isCapitalised, last - token < 6 { last += 1 }
      take(FeatureHash.mix(folded(first - 1), 80))
      take(FeatureHash.mix(folded(last + 1), 81))
      take(FeatureHash.mix(UInt64(token - first) << 4 | UInt64(last - token), 82))
      if last > token { take(FeatureHash.mix(folded(last), 83)) }
      if first < token { take(FeatureHash.mix(folded(first), 84)) }
    }
    guard quotes[token].open >= 0 else { return }
    let quote = (open: Int(quotes[token].open), close: Int(quotes[token].close))
    let place: UInt64 = (token == quote.open + 1 ? 1 : 0) | (token == quote.close - 1 ? 2 : 0)
    take(FeatureHash.mix(place, 90))
    take(FeatureHash.mix(FeatureHash.pair(folded(quote.open - 1), place), 91))
    take(FeatureHash.mix(FeatureHash.pair(folded(quote.close + 1), place), 92))
    HintFeatures.each(hints(quote.open - 1), 93, take)
    HintFeatures.each(hints(quote.close + 1), 94, take)
    take(FeatureHash.mix(FeatureHash.pair(own.spelling.shape, place), 95))
    take(FeatureHash.mix(UInt64(min(quote.close - quote.open, 8)) << 2 | place, 96))
  }
}
