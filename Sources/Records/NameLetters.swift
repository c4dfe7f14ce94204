import DatelineLexicon
import DatelineText

/// A word of a name in small letters.
struct NameLetters {
  var letters: [UInt32]
  /// Whether a full stop follows.
  var hasStop: Bool
  /// Whether it is written small.
  var isSmall: Bool

  /// Code points of a name that are looked at.
  static let mostLetters = 1024

  /// The words of a name, split at spaces, hyphens and signs.
  ///
  /// Letters of alphabets that the table of sounds does not know are brought to Latin ones.
  static func words(of name: String, _ sounds: SoundTable) -> [NameLetters] {
    var words: [NameLetters] = []
    var letters: [UInt32] = []
    var isSmall = false
    var isForeign = false
    func close(_ hasStop: Bool) {
      if !letters.isEmpty { words.append(NameLetters(letters: letters, hasStop: hasStop, isSmall: isSmall)) }
      letters.removeAll(keepingCapacity: true)
    }
    var count = 0
    for scalar in name.unicodeScalars {
      count += 1
      if count > mostLetters { break }
      guard let lower = SmallLetters.of(scalar) else {
        close(scalar == ".")
        continue
      }
      if letters.isEmpty { isSmall = lower.first == scalar.value }
      guard letters.count < SoundTable.longestWord else { continue }
      letters.append(contentsOf: lower)
      if !isForeign, scalar.value >= 0x250, let first = lower.first, let small = Unicode.Scalar(first) {
        isForeign = !sounds.knows(small)
      }
    }
    close(false)
    guard isForeign else { return words }
    let latin = ICU.transliterate(String(name.unicodeScalars.prefix(mostLetters)), "Any-Latin; Latin-ASCII")
    // What even then is in no known letters stays as it is.
    return latin.unicodeScalars.allSatisfy({ $0.value < 0x250 }) ? Self.words(of: latin, sounds) : words
  }
}

/// The small letters of a code point; quick for Latin and Cyrillic.
enum SmallLetters {
  /// Nil for what separates words: spaces, hyphens, quotation marks, signs.
  static func of(_ scalar: Unicode.Scalar) -> [UInt32]? {
    scalar.value < UInt32(table.count) ? table[Int(scalar.value)] : compute(scalar)
  }

  private static let table: [[UInt32]?] = (0..<0x530).map { Unicode.Scalar($0).flatMap(compute) }

  private static func compute(_ scalar: Unicode.Scalar) -> [UInt32]? {
    // Apostrophes stand inside words: O’Brien, Rasul’zoda.
    if ["'", "’", "ʼ", "ʻ", "‘", "`", "´", "ʹ"].contains(scalar) { return [0x2019] }
    let properties = scalar.properties
    if properties.generalCategory == .nonspacingMark { return [] }
    guard properties.isAlphabetic || properties.generalCategory == .decimalNumber else { return nil }
    return properties.lowercaseMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }.map(\.value)
  }
}
