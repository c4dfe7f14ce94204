import DatelineLexicon

/// A quick look at whether a name may be an organisation's: most lists are of persons, who need no closer one.
struct OrganisationSigns: Sendable {
  /// First letters of the nouns that make organisations.
  private var beginnings: Set<UInt64> = []
  /// Last letters of those that are the end of a compound ("*ministerium").
  private var ends: Set<UInt64> = []
  /// Known organisations, by their keys as names.
  private var known: Set<[UInt32]> = []

  private static let quotes = Set("«»“”„\"".unicodeScalars)
  private static let length = 4

  /// The signs of all languages.
  ///
  /// - Complexity: O(entries).
  init(_ lexicons: [Lexicon]) {
    for lexicon in lexicons {
      for entry in lexicon.entries {
        switch entry.knowledge {
        case .organisationForm:
          for word in entry.form.split(whereSeparator: { " -".contains($0) }) {
            let letters = Self.letters(word)
            guard letters.count > 1 else { continue }
            if word.hasPrefix("*") {
              ends.insert(Self.pack(letters.suffix(Self.length)))
            } else {
              beginnings.insert(Self.pack(letters.prefix(Self.length)))
            }
          }
        case .organisation: known.insert(Self.letters(entry.form))
        default: continue
        }
      }
    }
  }

  /// Whether some word or sign of a name is one of an organisation.
  func mayBeOrganisation(_ name: String) -> Bool {
    var all: [UInt32] = []
    var word: [UInt32] = []
    var isFound = false
    func close() {
      guard word.count > 1 else { return word.removeAll(keepingCapacity: true) }
      isFound =
        isFound || beginnings.contains(Self.pack(word.prefix(Self.length)))
        || word.count > 6 && ends.contains(Self.pack(word.suffix(Self.length)))
      word.removeAll(keepingCapacity: true)
    }
    for scalar in name.unicodeScalars.prefix(NameLetters.mostLetters) {
      if Self.quotes.contains(scalar) { return true }
      guard let small = SmallLetters.of(scalar) else {
        close()
        if isFound { return true }
        continue
      }
      word += small
      all += small
    }
    close()
    return isFound || known.contains(all)
  }

  private static func letters(_ text: some StringProtocol) -> [UInt32] {
    text.unicodeScalars.flatMap { SmallLetters.of($0) ?? [] }
  }

  private static func pack(_ letters: ArraySlice<UInt32>) -> UInt64 {
    letters.reduce(0) { $0 << 16 | UInt64(min($1, 0xFFFF)) }
  }
}
