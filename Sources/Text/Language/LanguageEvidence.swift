/// What a stretch of text says about its language; stretches can be added up.
struct LanguageEvidence: Sendable {
  /// What the n-grams of one script say.
  struct Sum: Sendable {
    /// The weights of all n-grams, a column a language, in steps of the model.
    var weights = SIMD16<Float>(repeating: 0)
    /// All n-grams, and those of them that the model knows.
    var grams = 0
    var known = 0
    var letters = 0
    var words = 0

    mutating func add(_ other: Sum) {
      weights += other.weights
      grams += other.grams
      known += other.known
      letters += other.letters
      words += other.words
    }
  }

  var latin = Sum()
  var cyrillic = Sum()
  /// Letters of Arabic and of all scripts that have no name here.
  var arabic = 0
  var otherLetters = 0
  /// Apostrophes behind letters.
  var apostrophes = 0

  /// All letters.
  var letters: Int { latin.letters + cyrillic.letters + arabic + otherLetters }

  /// The script of most letters: ISO 15924; `Zyyy` without letters, `Zzzz` for all scripts unnamed here.
  var script: String {
    let most = max(latin.letters, cyrillic.letters, arabic, otherLetters)
    if most == 0 { return "Zyyy" }
    if most == cyrillic.letters { return "Cyrl" }
    if most == latin.letters { return "Latn" }
    return most == arabic ? "Arab" : "Zzzz"
  }

  /// Adds what another stretch says.
  mutating func add(_ other: LanguageEvidence) {
    latin.add(other.latin)
    cyrillic.add(other.cyrillic)
    arabic += other.arabic
    otherLetters += other.otherLetters
    apostrophes += other.apostrophes
  }
}

/// Sums up weights: the hot loop of the identifier.
///
/// Unsafe: the pointers are those of a model that stays open as long as this value lives.
struct LanguageWeigher: GramReceiver {
  private let latin: UnsafeRawPointer
  private let latinBuckets: UInt64
  private let cyrillic: UnsafeRawPointer
  private let cyrillicBuckets: UInt64
  /// The sum of a word; a word is short enough (`GramScanner.longestWord`) not to leave 16 bits.
  private var word = SIMD16<Int16>(repeating: 0)
  private var grams = 0
  private var known = 0
  private var latinSum = SIMD16<Int32>(repeating: 0)
  private var cyrillicSum = SIMD16<Int32>(repeating: 0)
  private(set) var evidence = LanguageEvidence()

  init(_ model: LanguageModel, _ bytes: UnsafeRawBufferPointer) {
    // An opened model is never empty.
    let base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 64).unsafelyUnwrapped
    latin = base + model.latin.firstByte
    latinBuckets = UInt64(model.latin.buckets)
    cyrillic = base + model.cyrillic.firstByte
    cyrillicBuckets = UInt64(model.cyrillic.buckets)
  }

  @inline(__always)
  mutating func gram(_ key: UInt64, script: UInt16) {
    let isLatin = script == LetterSymbols.Kind.latin
    grams &+= 1
    guard
      let row = LanguageModel.row(
        key, isLatin ? latin : cyrillic, isLatin ? latinBuckets : cyrillicBuckets)
    else { return }
    known &+= 1
    word &+= SIMD16<Int16>(truncatingIfNeeded: row)
  }

  @inline(__always)
  mutating func word(letters: Int, script: UInt16) {
    switch script {
    case LetterSymbols.Kind.latin:
      latinSum &+= SIMD16<Int32>(truncatingIfNeeded: word)
      Self.count(letters, grams, known, &evidence.latin)
    case LetterSymbols.Kind.cyrillic:
      cyrillicSum &+= SIMD16<Int32>(truncatingIfNeeded: word)
      Self.count(letters, grams, known, &evidence.cyrillic)
    case LetterSymbols.Kind.arabic: evidence.arabic &+= letters
    default: evidence.otherLetters &+= letters
    }
    word = SIMD16(repeating: 0)
    grams = 0
    known = 0
  }

  mutating func apostrophe() { evidence.apostrophes &+= 1 }

  @inline(__always)
  private static func count(_ letters: Int, _ grams: Int, _ known: Int, _ sum: inout LanguageEvidence.Sum) {
    sum.words &+= 1
    sum.letters &+= letters
    sum.grams &+= grams
    sum.known &+= known
  }

  /// What was found.
  consuming func finished() -> LanguageEvidence {
    evidence.latin.weights = SIMD16<Float>(latinSum)
    evidence.cyrillic.weights = SIMD16<Float>(cyrillicSum)
    return evidence
  }
}
