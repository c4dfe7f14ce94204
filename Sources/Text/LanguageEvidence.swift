/// What a stretch of text says about its language; stretches can be added up.
struct LanguageEvidence: Sendable {
  /// Letters of each script.
  var latin = 0
  var cyrillic = 0
  var arabic = 0
  var otherLetters = 0
  /// Apostrophes and their like, wherever they stand.
  var apostrophes = 0
  /// Words, and how many of them are frequent words of each language that is known.
  var words = 0
  var stopwords: [Int] = []
  /// Letters that no known language has.
  var foreignLetters = 0
  /// Trigrams of each script, and the sums of their levels (quarters of a natural logarithm).
  var latinTrigrams = 0
  var latinLevels: [Int] = []
  var cyrillicTrigrams = 0
  var cyrillicLevels: [Int] = []

  /// All letters.
  var letters: Int { latin + cyrillic + arabic + otherLetters }

  /// The script of most letters: ISO 15924; `Zyyy` without letters, `Zzzz` for all scripts unnamed here.
  var script: String {
    let most = max(latin, cyrillic, arabic, otherLetters)
    if most == 0 { return "Zyyy" }
    if most == cyrillic { return "Cyrl" }
    if most == latin { return "Latn" }
    return most == arabic ? "Arab" : "Zzzz"
  }

  /// Adds what another stretch says.
  mutating func add(_ other: LanguageEvidence) {
    latin += other.latin
    cyrillic += other.cyrillic
    arabic += other.arabic
    otherLetters += other.otherLetters
    words += other.words
    apostrophes += other.apostrophes
    foreignLetters += other.foreignLetters
    latinTrigrams += other.latinTrigrams
    cyrillicTrigrams += other.cyrillicTrigrams
    Self.add(other.stopwords, to: &stopwords)
    Self.add(other.latinLevels, to: &latinLevels)
    Self.add(other.cyrillicLevels, to: &cyrillicLevels)
  }

  private static func add(_ other: [Int], to sums: inout [Int]) {
    if sums.isEmpty {
      sums = other
    } else {
      for (index, value) in other.enumerated() where index < sums.count { sums[index] += value }
    }
  }
}
