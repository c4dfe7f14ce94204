/// A name's place in an index that is written in two scripts: figures, Latin letters, Cyrillic letters, everything else.
///
/// Latin letters with marks stand with their plain ones. Cyrillic follows the Kazakh alphabet, of which the Russian
/// one is a part in the same order, so that one list serves both.
struct AlphabeticalOrder: Comparable {
  /// The heading under which the name stands: a capital letter, `0–9` or `…`.
  let letter: String
  private let ranks: [UInt32]

  init(_ name: some StringProtocol) {
    let folded = FoldedName(name)
    ranks = folded.text.unicodeScalars.map(Self.rank)
    guard let first = folded.text.unicodeScalars.first, let rank = ranks.first else {
      letter = "…"
      return
    }
    switch rank {
    case Self.figures..<Self.latin: letter = "0–9"
    case Self.latin..<Self.others: letter = first.properties.uppercaseMapping
    default: letter = "…"
    }
  }

  static func < (left: AlphabeticalOrder, right: AlphabeticalOrder) -> Bool {
    left.ranks.lexicographicallyPrecedes(right.ranks)
  }

  private static let figures: UInt32 = 10
  private static let latin: UInt32 = 100
  private static let cyrillic: UInt32 = 200
  private static let others: UInt32 = 1000

  private static func rank(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case " ": 0
    case "0"..."9": figures + scalar.value - 0x30
    case "a"..."z": latin + scalar.value - 0x61
    default: alphabet[scalar] ?? others + scalar.value
    }
  }

  private static let alphabet: [Unicode.Scalar: UInt32] = {
    var ranks: [Unicode.Scalar: UInt32] = [:]
    for (index, letter) in "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя".unicodeScalars.enumerated() {
      ranks[letter] = cyrillic + UInt32(index)
    }
    return ranks
  }()
}
