/// Sums up the weights of the tokens of a text, with what is remembered of their spellings and hints.
struct SumVisits {
  private let features: TextFeatures
  private let memory: RememberedSums
  private let table: WeightTable

  init(_ features: TextFeatures, _ memory: RememberedSums, _ table: WeightTable) {
    (self.features, self.memory, self.table) = (features, memory, table)
  }

  /// Gives `body` the sums of the tokens, one by one.
  ///
  /// Nothing is retained or released for each token: this is the hot loop of the tagger.
  @inline(__always)
  func withSums(_ body: (TokenSums) -> Void) {
    // What stands around a word says the same of each of its occurrences.
    let around = features.surroundings.map { surroundings in
      var sums = LabelSums()
      surroundings.features { table.add($0, to: &sums) }
      return sums
    }
    let hints = features.hints.map { Int32(memory.number(ofHint: $0, table)) }
    features.withVisits { visits in
      memory.spellings.all.withUnsafeBufferPointer { spellingSums in
        memory.hints.all.withUnsafeBufferPointer { hintSums in
          hints.withUnsafeBufferPointer { hints in
            around.withUnsafeBufferPointer { around in
              memory.outside.withUnsafeBufferPointer { outside in
                body(
                  TokenSums(
                    visits: visits, table: table, spellingSums: spellingSums, hintSums: hintSums,
                    hints: hints,
                    around: around, outside: outside))
              }
            }
          }
        }
      }
    }
  }
}

/// The sums of the tokens of a text, valid while `SumVisits.withSums` runs.
struct TokenSums {
  fileprivate let visits: TokenVisits
  fileprivate let table: WeightTable
  fileprivate let spellingSums: UnsafeBufferPointer<LabelSums>
  fileprivate let hintSums: UnsafeBufferPointer<LabelSums>
  /// By token, the number of what is known of it.
  fileprivate let hints: UnsafeBufferPointer<Int32>
  fileprivate let around: UnsafeBufferPointer<LabelSums>
  fileprivate let outside: UnsafeBufferPointer<LabelSums>

  /// The sum of the weights of all features of a token.
  ///
  /// - Parameter sentence: the tokens of its sentence; nothing beyond is looked at.
  @inline(__always)
  func labels(of token: Int, in sentence: Range<Int>) -> LabelSums {
    var sums = spellingSums[RememberedSums.Rows.own(Int(visits[token].spelling.number))]
    sums.add(hintSums[RememberedSums.Rows.own(Int(hints[token]))])
    add(.before, of: token, sentence, &sums)
    add(.after, of: token, sentence, &sums)
    add(.secondBefore, of: token, sentence, &sums)
    add(.secondAfter, of: token, sentence, &sums)
    let stem = visits.surroundings(of: token)
    if stem >= 0 { sums.add(around[stem]) }
    visits.joint(of: token, in: sentence) { table.add($0, to: &sums) }
    return sums
  }

  /// Adds what a neighbour gives.
  @inline(__always)
  private func add(_ place: Neighbour, of token: Int, _ sentence: Range<Int>, _ sums: inout LabelSums) {
    let neighbour = token + place.offset
    guard neighbour >= sentence.lowerBound, neighbour < sentence.upperBound else {
      sums.add(outside[place.rawValue])
      return
    }
    sums.add(spellingSums[RememberedSums.Rows.beside(Int(visits[neighbour].spelling.number), place)])
    sums.add(hintSums[RememberedSums.Rows.beside(Int(hints[neighbour]), place)])
  }
}
