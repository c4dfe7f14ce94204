import DatelineText

/// What one reader has summed up before: the weights of all features that follow from one spelling, or from what
/// is known of one token, wherever it stands.
///
/// Most words of a text have been met before, and two thirds of their features with them. Not for two tasks at a
/// time: `ReaderMemories` hands them out.
final class RememberedSums {
  /// The sums that a spelling or a hint gives to itself and to each neighbour, row behind row: whoever wants one
  /// of them reads no other.
  struct Rows {
    private(set) var all: [LabelSums] = []
    @inline(__always) private static var each: Int { 5 }

    /// How many have been added.
    var count: Int { all.count / Self.each }

    /// Where the row stands of what one gives to itself.
    @inline(__always)
    static func own(_ number: Int) -> Int { number * each }

    /// Where the row stands of what one gives to the token whose neighbour it is.
    @inline(__always)
    static func beside(_ number: Int, _ place: Neighbour) -> Int { number * each + 1 + place.rawValue }

    mutating func append(
      _ table: WeightTable, _ own: ((UInt64) -> Void) -> Void, _ beside: (Neighbour, (UInt64) -> Void) -> Void
    ) {
      var sums = LabelSums()
      own { table.add($0, to: &sums) }
      all.append(sums)
      for place in Neighbour.allCases {
        var sums = LabelSums()
        beside(place) { table.add($0, to: &sums) }
        all.append(sums)
      }
    }
  }

  // One task at a time holds these: no access need be watched for another one.
  @exclusivity(unchecked) private var spellingNumbers = FeatureNumbers(slots: 1 << 12)
  @exclusivity(unchecked) private var shared: [SpellingTraits.Shared] = []
  @exclusivity(unchecked) private(set) var spellings = Rows()
  @exclusivity(unchecked) private var hintNumbers = FeatureNumbers(slots: 1 << 12)
  @exclusivity(unchecked) private(set) var hints = Rows()
  /// A lattice with the weights between labels made ready, and with room from the text before.
  @exclusivity(unchecked) private var lattice: Lattice
  /// What the place before and behind a sentence gives to its neighbours, by `Neighbour`.
  let outside: [LabelSums]
  private let fold = FoldedForm()
  @exclusivity(unchecked) private var scratch: [UInt8] = []
  /// Spellings, and hints, that are kept from text to text at most.
  private static let mostKept = 1 << 13
  /// Rows of the lattice that are kept from text to text at most.
  private static let mostRows = 1 << 12

  init(_ table: WeightTable, _ transitions: Transitions) {
    lattice = Lattice(transitions)
    outside = Neighbour.allCases.map { place in
      var sums = LabelSums()
      SpellingTraits.outside.beside(place) { table.add($0, to: &sums) }
      HintFeatures.beside(HintFeatures.outside, place) { table.add($0, to: &sums) }
      return sums
    }
  }

  /// Calls `body` with the lattice, which nobody else holds meanwhile: so its rows are changed in place.
  ///
  /// The room of a very long sentence is given back.
  func withLattice(_ body: (inout Lattice) -> Void) {
    body(&lattice)
    lattice.giveBackRoom(above: Self.mostRows)
  }

  /// Forgets all spellings and hints once they are many; between two texts only.
  func makeRoom() {
    if spellings.count > Self.mostKept {
      spellingNumbers = FeatureNumbers(slots: 1 << 12)
      shared = []
      spellings = Rows()
    }
    if hints.count > Self.mostKept {
      hintNumbers = FeatureNumbers(slots: 1 << 12)
      hints = Rows()
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
    spellings.append(table, { traits.own($0) }, { traits.beside($0, $1) })
    return shared[number]
  }

  /// The number of what is known of a token, in `hints`.
  func number(ofHint bits: UInt64, _ table: WeightTable) -> Int {
    let number = Int(hintNumbers.number(of: FeatureHash.mix(bits, 1)))
    if number == hints.count {
      hints.append(table, { HintFeatures.own(bits, $0) }, { HintFeatures.beside(bits, $0, $1) })
    }
    return number
  }
}
