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
/// The n-grams of a word are gathered and looked up together, so that the processor can fetch many rows at once
/// and the sums stay in registers.
///
/// Unsafe: the pointers are those of a model and of room for the n-grams of one word (`GramScanner.mostGrams`), both
/// of which outlive this value.
struct LanguageWeigher: GramReceiver {
  private let base: UnsafeRawPointer
  private let latin: (start: Int, buckets: UInt64)
  private let cyrillic: (start: Int, buckets: UInt64)
  /// The n-grams of the word that is being read.
  private let keys: UnsafeMutablePointer<UInt64>
  private var grams = 0
  private var latinSum = WeightColumns.Sum()
  private var cyrillicSum = WeightColumns.Sum()
  private(set) var evidence = LanguageEvidence()

  init(_ model: LanguageModel, _ bytes: UnsafeRawBufferPointer, room: UnsafeMutablePointer<UInt64>) {
    // An opened model is never empty.
    base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 64).unsafelyUnwrapped
    latin = (model.latin.firstByte, UInt64(model.latin.buckets))
    cyrillic = (model.cyrillic.firstByte, UInt64(model.cyrillic.buckets))
    keys = room
  }

  @inline(__always)
  mutating func gram(_ key: UInt64, script: UInt16) {
    keys[grams] = key
    grams &+= 1
  }

  @inline(__always)
  mutating func word(letters: Int, script: UInt16) {
    switch script {
    case LetterSymbols.Kind.latin:
      Self.weigh(keys, grams, base, latin, letters, &latinSum, &evidence.latin)
    case LetterSymbols.Kind.cyrillic:
      Self.weigh(keys, grams, base, cyrillic, letters, &cyrillicSum, &evidence.cyrillic)
    case LetterSymbols.Kind.arabic: evidence.arabic &+= letters
    default: evidence.otherLetters &+= letters
    }
    grams = 0
  }

  mutating func apostrophe() { evidence.apostrophes &+= 1 }

  /// Adds what the n-grams of a word weigh.
  @inline(never)
  private static func weigh(
    _ keys: UnsafeMutablePointer<UInt64>, _ grams: Int, _ base: UnsafeRawPointer,
    _ table: (start: Int, buckets: UInt64), _ letters: Int, _ total: inout WeightColumns.Sum,
    _ sum: inout LanguageEvidence.Sum
  ) {
    var columns = WeightColumns()
    var known = 0
    for index in 0..<grams {
      let weights = LanguageModel.weights(of: keys[index], in: base, from: table.start, table.buckets)
      known &+= weights.known
      columns.add(base, weights.offset)
    }
    total.add(columns)
    sum.words &+= 1
    sum.letters &+= letters
    sum.grams &+= grams
    sum.known &+= known
  }

  /// What was found.
  consuming func finished() -> LanguageEvidence {
    if evidence.latin.words > 0 { evidence.latin.weights = latinSum.columns }
    if evidence.cyrillic.words > 0 { evidence.cyrillic.weights = cyrillicSum.columns }
    return evidence
  }
}

/// Sixteen weights of one byte each, added up in two bytes each without being moved to other lanes.
///
/// The compiler widens bytes lane by lane; two shifts of all lanes do the same in place. So the columns with even
/// numbers are added up apart from those with odd ones. The n-grams of one word are too few to overflow.
private struct WeightColumns {
  private var even = SIMD8<Int16>()
  private var odd = SIMD8<Int16>()

  /// Adds the sixteen weights at `offset`.
  ///
  /// Unsafe: the caller sees to it that they can be read.
  @inline(__always)
  mutating func add(_ base: UnsafeRawPointer, _ offset: Int) {
    let pairs = base.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int16>.self)
    let byte = SIMD8<Int16>(repeating: 8)
    #if _endian(little)
      even &+= (pairs &<< byte) &>> byte
      odd &+= pairs &>> byte
    #else
      even &+= pairs &>> byte
      odd &+= (pairs &<< byte) &>> byte
    #endif
  }

  /// The sums of many.
  struct Sum {
    private var even = (SIMD4<Int32>(), SIMD4<Int32>())
    private var odd = (SIMD4<Int32>(), SIMD4<Int32>())

    mutating func add(_ columns: WeightColumns) {
      func add(_ lanes: SIMD8<Int16>, _ sum: inout (SIMD4<Int32>, SIMD4<Int32>)) {
        let pairs = unsafeBitCast(lanes, to: SIMD4<Int32>.self)
        let half = SIMD4<Int32>(repeating: 16)
        #if _endian(little)
          sum.0 &+= (pairs &<< half) &>> half
          sum.1 &+= pairs &>> half
        #else
          sum.0 &+= pairs &>> half
          sum.1 &+= (pairs &<< half) &>> half
        #endif
      }
      add(columns.even, &even)
      add(columns.odd, &odd)
    }

    /// One number a column, in their order.
    var columns: SIMD16<Float> {
      var columns = SIMD16<Float>()
      for lane in 0..<4 {
        columns[4 * lane] = Float(even.0[lane])
        columns[4 * lane + 1] = Float(odd.0[lane])
        columns[4 * lane + 2] = Float(even.1[lane])
        columns[4 * lane + 3] = Float(odd.1[lane])
      }
      return columns
    }
  }
}
