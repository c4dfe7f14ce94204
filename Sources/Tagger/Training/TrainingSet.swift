import DatelineText

/// All sentences to learn from, as numbers of features.
struct TrainingSet {
  /// The tokens of a sentence, in `starts` and `allowed`.
  private(set) var sentences: [Range<Int>] = []
  /// The labels each token may have.
  private(set) var allowed: [UInt16] = []
  /// Where the features of a token start in `numbers`; one more than there are tokens.
  private(set) var starts: [Int] = [0]
  /// The features of all tokens.
  private(set) var numbers: [UInt32] = []
  /// The hash of each feature.
  private(set) var features: [UInt64] = []

  /// - Parameter cutOff: features seen less often are left out.
  init(_ texts: [TrainingText], cutOff: Int, document: Bool) {
    var seen = FeatureNumbers()
    let fold = FoldedForm()
    var scratch: [UInt8] = []
    for text in texts {
      // A spelling for each token of the text, in their order.
      var spellings: [SpellingTraits] = []
      let features = TextFeatures(
        text.text, document: document,
        hints: { text.hints.indices.contains($0) ? text.hints[$0] : TokenHint() },
        spelling: { bytes, kind in
          spellings.append(SpellingTraits(bytes, kind: kind, fold: fold, scratch: &scratch))
          return SpellingTraits.Shared(spellings[spellings.count - 1], number: spellings.count - 1)
        })
      let labels = text.allowedLabels
      for sentence in text.text.sentences where !sentence.tokens.isEmpty {
        let first = allowed.count
        for token in sentence.tokens {
          features.withVisits { visits in
            visits.all(of: token, in: sentence.tokens, spellings, features.surroundings) {
              numbers.append(seen.number(of: $0))
            }
          }
          starts.append(numbers.count)
          allowed.append(labels[token])
        }
        sentences.append(first..<allowed.count)
      }
    }
    var renumbered = [UInt32](repeating: .max, count: seen.features.count)
    for (number, count) in seen.counts.enumerated() where Int(count) >= cutOff {
      renumbered[number] = UInt32(features.count)
      features.append(seen.features[number])
    }
    var kept = 0
    var start = 0
    for token in allowed.indices {
      let end = starts[token + 1]
      for index in start..<end where renumbered[Int(numbers[index])] != .max {
        numbers[kept] = renumbered[Int(numbers[index])]
        kept += 1
      }
      start = end
      starts[token + 1] = kept
    }
    numbers.removeLast(numbers.count - kept)
  }

  /// The features of a token.
  func features(of token: Int) -> ArraySlice<UInt32> { numbers[starts[token]..<starts[token + 1]] }
}
