import DatelineText

/// The features of the tokens of a text.
///
/// A feature is a 64-bit hash; the number of a template goes into it, so that the same word in another
/// place is another feature. Whoever changes a template raises `version`: models of the old one are then
/// refused instead of answering nonsense.
struct TextFeatures {
  /// Which templates these are.
  static let version: UInt32 = 2

  private let traits: [TokenTraits]
  private let quotes: [QuotedStretch]
  /// What stands around the capitalised words of the text, one for each stem.
  private let surroundings: [Surroundings]
  /// For each token its number in `surroundings`, or -1.
  private let stems: [Int32]

  /// A stretch in quotation marks, as the tokens inside see it.
  fileprivate struct QuotedStretch {
    var open: Int32
    var close: Int32
    static let none = QuotedStretch(open: -1, close: -1)
  }

  /// What stands beside the occurrences of a word in the whole text.
  fileprivate struct Surroundings {
    var occurrences = 0
    var before: UInt64 = 0
    var after: UInt64 = 0
    var own: UInt64 = 0
  }

  /// Hashes every token of a text.
  ///
  /// - Parameters:
  ///   - document: whether the occurrences of a word in the whole text say something of each.
  ///   - hints: what the caller knows of a token, by its index.
  /// - Complexity: O(bytes).
  init(_ text: NormalisedText, document: Bool = true, hints: (Int) -> TokenHint) {
    let fold = FoldedForm()
    var traits: [TokenTraits] = []
    traits.reserveCapacity(text.tokens.count)
    var scratch: [UInt8] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, token) in text.tokens.enumerated() {
        traits.append(TokenTraits(token, in: bytes, fold: fold, hint: hints(index), scratch: &scratch))
      }
    }
    var quotes = [QuotedStretch](repeating: .none, count: traits.count)
    var surroundings: [Surroundings] = []
    var stems = [Int32](repeating: -1, count: traits.count)
    var known: [UInt64: Int32] = [:]
    for sentence in text.sentences {
      Self.findQuotes(text, sentence.tokens, &quotes)
      guard document else { continue }
      for token in sentence.tokens where traits[token].isCapitalised {
        let before = token > sentence.tokens.lowerBound ? traits[token - 1].hints : 0
        let after = token + 1 < sentence.tokens.upperBound ? traits[token + 1].hints : 0
        let number = known[traits[token].stem] ?? Int32(surroundings.count)
        if Int(number) == surroundings.count {
          known[traits[token].stem] = number
          surroundings.append(Surroundings())
        }
        stems[token] = number
        surroundings[Int(number)].add(before, traits[token].hints, after)
      }
    }
    self.traits = traits
    self.quotes = quotes
    self.surroundings = surroundings
    self.stems = stems
  }

  /// Marks the tokens between an opening and a closing quotation mark, at most a dozen tokens apart.
  private static func findQuotes(
    _ text: NormalisedText, _ sentence: Range<Int>, _ quotes: inout [QuotedStretch]
  ) {
    var open: Int?
    for token in sentence {
      guard let sign = quoteSign(text, token) else { continue }
      if let start = open, sign != .opening {
        if token - start <= 13 {
          let stretch = QuotedStretch(open: Int32(start), close: Int32(token))
          for inside in (start + 1)..<token { quotes[inside] = stretch }
        }
        open = nil
      } else if sign != .closing {
        open = token
      }
    }
  }

  private enum QuoteSign { case opening, closing, either }

  private static func quoteSign(_ text: NormalisedText, _ token: Int) -> QuoteSign? {
    let range = text.tokens[token].range
    if range.count == 1 { return text.bytes[range.lower] == 0x22 ? .either : nil }
    if range.count == 2, text.bytes[range.lower] == 0xC2 {
      return text.bytes[range.lower + 1] == 0xAB
        ? .opening : text.bytes[range.lower + 1] == 0xBB ? .closing : nil
    }
    guard range.count == 3, text.bytes[range.lower] == 0xE2, text.bytes[range.lower + 1] == 0x80 else {
      return nil
    }
    switch text.bytes[range.lower + 2] {
    case 0x9E: return .opening
    case 0x9C, 0x9D: return .either
    default: return nil
    }
  }

  /// Gives `body` the tokens, to visit their features one by one.
  ///
  /// Nothing is retained or released for each token: this is the hot loop of the tagger.
  @inline(__always)
  func withVisits<Result>(_ body: (Visits) -> Result) -> Result {
    traits.withUnsafeBufferPointer { traits in
      quotes.withUnsafeBufferPointer { quotes in
        surroundings.withUnsafeBufferPointer { surroundings in
          stems.withUnsafeBufferPointer { stems in
            body(Visits(traits: traits, quotes: quotes, surroundings: surroundings, stems: stems))
          }
        }
      }
    }
  }

  /// The tokens of a text, valid while `withVisits` runs.
  struct Visits {
    fileprivate let traits: UnsafeBufferPointer<TokenTraits>
    fileprivate let quotes: UnsafeBufferPointer<QuotedStretch>
    fileprivate let surroundings: UnsafeBufferPointer<Surroundings>
    fileprivate let stems: UnsafeBufferPointer<Int32>

    /// Calls `take` with each feature of a token.
    ///
    /// - Parameter sentence: the tokens of its sentence; nothing beyond is looked at.
    @inline(__always)
    func features(of token: Int, in sentence: Range<Int>, _ take: (UInt64) -> Void) {
      Visit(
        traits: traits, token: token, sentence: sentence, quotes: quotes, surroundings: surroundings,
        stems: stems
      ).run(take)
    }
  }

  private struct Visit {
    let traits: UnsafeBufferPointer<TokenTraits>
    let token: Int
    let sentence: Range<Int>
    let quotes: UnsafeBufferPointer<QuotedStretch>
    let surroundings: UnsafeBufferPointer<Surroundings>
    let stems: UnsafeBufferPointer<Int32>

    /// A place before the first and behind the last token.
    private static let outside: UInt64 = 0x0DD5_EED0

    @inline(__always)
    private func has(_ index: Int) -> Bool { index >= sentence.lowerBound && index < sentence.upperBound }
    @inline(__always)
    private func folded(_ index: Int) -> UInt64 { has(index) ? traits[index].folded : Self.outside }
    @inline(__always)
    private func shape(_ index: Int) -> UInt64 { has(index) ? traits[index].shape : Self.outside }
    @inline(__always)
    private func hints(_ index: Int) -> UInt64 { has(index) ? traits[index].hints : 1 << 63 }
    @inline(__always)
    private func claim(_ index: Int) -> UInt64 { has(index) ? traits[index].claim.plain : 0 }

    @inline(__always)
    func run(_ take: (UInt64) -> Void) {
      words(take)
      neighbours(take)
      known(take)
      claims(take)
      stretches(take)
    }

    @inline(__always)
    private func words(_ take: (UInt64) -> Void) {
      let own = traits[token]
      take(FeatureHash.mix(0, 1))
      take(FeatureHash.mix(own.word, 2))
      take(FeatureHash.mix(own.folded, 3))
      take(FeatureHash.mix(own.shape, 4))
      take(FeatureHash.mix(own.longShape, 5))
      for length in 0..<7 where own.prefixes[length] != 0 {
        take(FeatureHash.mix(own.prefixes[length], 10 + UInt64(length)))
      }
      for length in 0..<5 where own.suffixes[length] != 0 {
        take(FeatureHash.mix(own.suffixes[length], 20 + UInt64(length)))
      }
      if own.suffixes[2] != 0 { take(FeatureHash.mix(FeatureHash.pair(own.suffixes[2], own.shape), 26)) }
      let start: UInt64 = token == sentence.lowerBound ? 1 : 0
      take(FeatureHash.mix(FeatureHash.pair(own.shape, start), 27))
    }

    @inline(__always)
    private func neighbours(_ take: (UInt64) -> Void) {
      let (own, before, after) = (folded(token), folded(token - 1), folded(token + 1))
      take(FeatureHash.mix(before, 30))
      take(FeatureHash.mix(after, 31))
      take(FeatureHash.mix(folded(token - 2), 32))
      take(FeatureHash.mix(folded(token + 2), 33))
      take(FeatureHash.mix(FeatureHash.pair(before, own), 34))
      take(FeatureHash.mix(FeatureHash.pair(own, after), 35))
      take(FeatureHash.mix(FeatureHash.pair(before, after), 36))
      let (ownShape, shapeBefore, shapeAfter) = (shape(token), shape(token - 1), shape(token + 1))
      take(FeatureHash.mix(FeatureHash.pair(shapeBefore, ownShape), 37))
      take(FeatureHash.mix(FeatureHash.pair(ownShape, shapeAfter), 38))
      take(FeatureHash.mix(FeatureHash.pair(FeatureHash.pair(shapeBefore, ownShape), shapeAfter), 39))
      take(FeatureHash.mix(FeatureHash.pair(before, ownShape), 40))
      take(FeatureHash.mix(FeatureHash.pair(after, ownShape), 41))
      affixes(of: token - 1, 42, take)
      affixes(of: token + 1, 46, take)
    }

    @inline(__always)
    private func affixes(of index: Int, _ template: UInt64, _ take: (UInt64) -> Void) {
      guard has(index) else { return }
      let traits = traits[index]
      if traits.suffixes[1] != 0 { take(FeatureHash.mix(traits.suffixes[1], template)) }
      if traits.suffixes[2] != 0 { take(FeatureHash.mix(traits.suffixes[2], template + 1)) }
      if traits.prefixes[4] != 0 { take(FeatureHash.mix(traits.prefixes[4], template + 2)) }
    }

    @inline(__always)
    private func bits(_ mask: UInt64, _ template: UInt64, _ take: (UInt64) -> Void) {
      var left = mask
      while left != 0 {
        let bit = left.trailingZeroBitCount
        take(FeatureHash.mix(UInt64(bit) + 1, template))
        left &= left - 1
      }
    }

    @inline(__always)
    private func known(_ take: (UInt64) -> Void) {
      let (own, before, after) = (hints(token), hints(token - 1), hints(token + 1))
      bits(own, 60, take)
      bits(before, 61, take)
      bits(after, 62, take)
      bits(hints(token - 2), 63, take)
      bits(hints(token + 2), 64, take)
      take(FeatureHash.mix(own, 65))
      take(FeatureHash.mix(FeatureHash.pair(before, own), 66))
      take(FeatureHash.mix(FeatureHash.pair(own, after), 67))
      take(FeatureHash.mix(FeatureHash.pair(own, traits[token].shape), 68))
      guard stems[token] >= 0, case let around = surroundings[Int(stems[token])], around.occurrences > 1
      else { return }
      take(FeatureHash.mix(UInt64(min(around.occurrences, 4)), 70))
      bits(around.before, 71, take)
      bits(around.after, 72, take)
      bits(around.own, 73, take)
    }

    /// What the caller's rules take the token and its neighbours for.
    @inline(__always)
    private func claims(_ take: (UInt64) -> Void) {
      let own = traits[token].claim
      if own != .none {
        take(FeatureHash.mix(UInt64(own.code), 100))
        take(FeatureHash.mix(own.plain, 101))
        take(FeatureHash.mix(UInt64(own.genre) << 32 | UInt64(own.code), 105))
        take(FeatureHash.mix(FeatureHash.pair(own.plain, traits[token].shape), 102))
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
      bits(hints(quote.open - 1), 93, take)
      bits(hints(quote.close + 1), 94, take)
      take(FeatureHash.mix(FeatureHash.pair(own.shape, place), 95))
      take(FeatureHash.mix(UInt64(min(quote.close - quote.open, 8)) << 2 | place, 96))
    }
  }
}

extension TextFeatures.Surroundings {
  fileprivate mutating func add(_ before: UInt64, _ own: UInt64, _ after: UInt64) {
    occurrences += 1
    self.before |= before
    self.own |= own
    self.after |= after
  }
}
