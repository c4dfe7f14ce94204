import DatelineText

/// What one reader has summed up before: the weights of all features that follow from one spelling, or from what
/// is known of one token, wherever it stands.
///
/// Most words of a text have been met before, and two thirds of their features with them. Not for two tasks at a
/// time: `ReaderMemories` hands them out.
final class RememberedSums {
  /// The sums that a spelling or a hint gives to itself and to each neighbour.
  struct Sums {
    var own = LabelSums()
    private var before = LabelSums()
    private var after = LabelSums()
    private var secondBefore = LabelSums()
    private var secondAfter = LabelSums()

    /// What it gives to the token whose neighbour it is.
    @inline(__always)
    subscript(place: Neighbour) -> LabelSums {
      get {
        switch place {
        case .before: before
        case .after: after
        case .secondBefore: secondBefore
        case .secondAfter: secondAfter
        }
      }
      set {
        switch place {
        case .before: before = newValue
        case .after: after = newValue
        case .secondBefore: secondBefore = newValue
        case .secondAfter: secondAfter = newValue
        }
      }
    }
  }

  // One task at a time holds these: no access need be watched for another one.
  @exclusivity(unchecked) private var spellingNumbers = FeatureNumbers(slots: 1 << 12)
  @exclusivity(unchecked) private var shared: [SpellingTraits.Shared] = []
  @exclusivity(unchecked) private(set) var spellings: [Sums] = []
  @exclusivity(unchecked) private var hintNumbers = FeatureNumbers(slots: 1 << 12)
  @exclusivity(unchecked) private(set) var hints: [Sums] = []
  /// An empty lattice with the weights between labels made ready.
  let lattice: Lattice
  /// What the place before and behind a sentence gives to its neighbours.
  private(set) var outside = Sums()
  private let fold = FoldedForm()
  @exclusivity(unchecked) private var scratch: [UInt8] = []
  /// Spellings, and hints, that are kept from text to text at most.
  private static let mostKept = 1 << 13

  init(_ table: WeightTable, _ transitions: Transitions) {
    lattice = Lattice(transitions)
    outside = Self.sums(table, SpellingTraits.outside)
    let hints = Self.sums(table, hints: HintFeatures.outside)
    for place in Neighbour.allCases { outside[place].add(hints[place]) }
  }

  /// Forgets everything once it is much; between two texts only.
  func makeRoom() {
    if spellings.count > Self.mostKept {
      spellingNumbers = FeatureNumbers(slots: 1 << 12)
      shared = []
      spellings = []
    }
    if hints.count > Self.mostKept {
      hintNumbers = FeatureNumbers(slots: 1 << 12)
      hints = []
    }
  }

  /// What the features of several tokens need of a token.
  ///
  /// - Complexity: O(bytes).
  func spelling(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: Token.Kind, _ table: WeightTable
  ) -> SpellingTraits.Shared {
    // Features are hashes as well: two spellings of one hash would be one to the model anyhow.
    var hash = FeatureHash.add(FeatureHash.start, UInt64(kind.rawValue))
    for byte in bytes { hash = FeatureHash.add(hash, UInt64(byte)) }
    let number = Int(spellingNumbers.number(of: FeatureHash.mix(hash, 1)))
    if number < shared.count { return shared[number] }
    let traits = SpellingTraits(bytes, kind: kind, fold: fold, scratch: &scratch)
    shared.append(SpellingTraits.Shared(traits, number: number))
    spellings.append(Self.sums(table, traits))
    return shared[number]
  }

  /// The number of what is known of a token, in `hints`.
  func number(ofHint bits: UInt64, _ table: WeightTable) -> Int {
    let number = Int(hintNumbers.number(of: FeatureHash.mix(bits, 1)))
    if number == hints.count { hints.append(Self.sums(table, hints: bits)) }
    return number
  }

  private static func sums(_ table: WeightTable, _ traits: SpellingTraits) -> Sums {
    var sums = Sums()
    traits.own { table.add($0, to: &sums.own) }
    for place in Neighbour.allCases { traits.beside(place) { table.add($0, to: &sums[place]) } }
    return sums
  }

  private static func sums(_ table: WeightTable, hints: UInt64) -> Sums {
    var sums = Sums()
    HintFeatures.own(hints) { table.add($0, to: &sums.own) }
    for place in Neighbour.allCases {
      HintFeatures.beside(hints, place) { table.add($0, to: &sums[place]) }
    }
    return sums
  }
}
