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
  let surroundings: [Surroundings]
  /// For each token its number in `surroundings`, or -1.
  private let stems: [Int32]

  /// A stretch in quotation marks, as the tokens inside see it.
  struct QuotedStretch {
    var open: Int32
    var close: Int32
    static let none = QuotedStretch(open: -1, close: -1)
  }

  /// Hashes every token of a text.
  ///
  /// - Parameters:
  ///   - document: whether the occurrences of a word in the whole text say something of each.
  ///   - hints: what the caller knows of a token, by its index.
  ///   - spelling: the traits of a token's bytes.
  /// - Complexity: O(bytes).
  init(
    _ text: NormalisedText, document: Bool = true, hints: (Int) -> TokenHint,
    spelling: (UnsafeBufferPointer<UInt8>, Token.Kind) -> SpellingTraits.Shared
  ) {
    var traits: [TokenTraits] = []
    traits.reserveCapacity(text.tokens.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, token) in text.tokens.enumerated() {
        let own = UnsafeBufferPointer(rebasing: bytes[token.range.lower..<token.range.upper])
        traits.append(TokenTraits(token, spelling(own, token.kind), hint: hints(index)))
      }
    }
    var quotes = [QuotedStretch](repeating: .none, count: traits.count)
    var surroundings: [Surroundings] = []
    var stems = [Int32](repeating: -1, count: traits.count)
    var known = FeatureNumbers(slots: 1 << 8)
    for sentence in text.sentences {
      Self.findQuotes(text, sentence.tokens, &quotes)
      guard document else { continue }
      for token in sentence.tokens where traits[token].isCapitalised {
        let before = token > sentence.tokens.lowerBound ? traits[token - 1].hints : 0
        let after = token + 1 < sentence.tokens.upperBound ? traits[token + 1].hints : 0
        let number = Int(known.number(of: traits[token].spelling.stem))
        if number == surroundings.count { surroundings.append(Surroundings()) }
        stems[token] = Int32(number)
        surroundings[number].add(before, traits[token].hints, after)
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

  /// What the caller knows of each token.
  var hints: [UInt64] { traits.map(\.hints) }

  /// Gives `body` the tokens, to visit their features one by one.
  ///
  /// Nothing is retained or released for each token: this is the hot loop of the tagger.
  @inline(__always)
  func withVisits<Result>(_ body: (TokenVisits) -> Result) -> Result {
    traits.withUnsafeBufferPointer { traits in
      quotes.withUnsafeBufferPointer { quotes in
        stems.withUnsafeBufferPointer { stems in
          body(TokenVisits(traits: traits, quotes: quotes, stems: stems))
        }
      }
    }
  }
}
