import Foundation

/// How a model of languages is trained.
public struct LanguageTrainingOptions: Sendable {
  /// How often the examples are drawn anew.
  public var epochs = 30
  /// Examples of a column an epoch.
  public var examples = 15_000
  /// The share of n-grams that is left out of each example, so that none is relied upon alone.
  public var dropout: Float = 0.3
  /// The share of words of a language of ours that are learned among these languages alone.
  public var narrowShare: Float = 0.5
  /// The length of the steps.
  public var rate: Float = 0.3
  /// How much longer they are for whole words: these are the exceptions among the n-grams.
  public var wordFactor: Float = 3
  /// How strongly letters that a language does not have speak against it from the beginning.
  public var letterWeight: Float = 2
  /// In how many places an n-gram has to be met to be kept.
  public var least: Int32 = 1
  /// The share of epochs after which the n-grams that find no room are given up; the rest learns to do
  /// without them, and the model is the mean of what stands there after each of the epochs that follow.
  public var pruningShare: Float = 0.6
  /// The buckets for Latin n-grams, four of them in each.
  public var latinBuckets = 16_000
  /// The buckets for Cyrillic n-grams.
  public var cyrillicBuckets = 15_000
  /// The examples follow from it.
  public var seed: UInt64 = 1

  /// The usual ones.
  public init() {}
}

/// Learns a `LanguageModel`: multinomial logistic regression over n-grams by stochastic gradient descent with
/// a step of its own for each weight (AdaGrad; Duchi, Hazan and Singer 2011), on whole sentences, pieces of
/// them, pairs of words and single words.
public enum LanguageTrainer {
  /// The bytes of a model.
  ///
  /// - Parameter progress: called after each epoch with the script, its number and the mean loss.
  public static func model(
    columns: [LanguageColumn], texts: [LanguageTexts], options: LanguageTrainingOptions,
    progress: (String, Int, Double) -> Void = { _, _, _ in }
  ) -> [UInt8] {
    func table(_ isCyrillic: Bool, _ buckets: Int) -> LanguageTable {
      let own = Array(columns.filter { $0.isCyrillic == isCyrillic }.prefix(LanguageModel.columns))
      var run = LanguageTrainingRun(
        samples: LanguageSamples(
          own, texts, script: isCyrillic ? LetterSymbols.Kind.cyrillic : LetterSymbols.Kind.latin),
        options: options)
      let pruning = Int(Float(options.epochs) * options.pruningShare)
      for epoch in 0..<options.epochs {
        progress(isCyrillic ? "Cyrl" : "Latn", epoch + 1, run.epoch(epoch))
        if epoch + 1 == pruning { run.prune(buckets: buckets) }
        if epoch >= pruning { run.remember() }
      }
      return LanguageTable(codes: own.map(\.answer), rows: run.rows(), buckets: buckets)
    }
    return LanguageModel.encoded(
      latin: table(false, options.latinBuckets), cyrillic: table(true, options.cyrillicBuckets))
  }
}

/// The state of the training of one script.
struct LanguageTrainingRun {
  private var samples: LanguageSamples
  private let options: LanguageTrainingOptions
  private var weights: [SIMD16<Float>]
  private var squares: [SIMD16<Float>]
  /// The sums of the weights as they stood after some epochs, and how many those were.
  private var sums: [SIMD16<Float>] = []
  private var remembered: Float = 0
  private var random: SplitMix
  /// 0 for a column that is an answer, a large negative number for others.
  private let isUsed: SIMD16<Float>
  private let isOurs: SIMD16<Float>
  /// The share of letters that one has at least, met or not.
  private static let rareShare: Float = 1e-4
  /// A column with fewer sentences learns from words strung together too.
  private static let fewSentences = 1000
  /// The example that is being learned.
  private var example: [Int32] = []
  /// Whether it is one word or a pair of them.
  private var isWords = false

  init(samples: LanguageSamples, options: LanguageTrainingOptions) {
    self.samples = samples
    self.options = options
    weights = Array(repeating: SIMD16(repeating: 0), count: samples.grams.count)
    squares = Array(repeating: SIMD16(repeating: 1e-3), count: samples.grams.count)
    random = SplitMix(state: options.seed)
    var used = SIMD16<Float>(repeating: -1e9)
    var ours = used
    for column in samples.columns.indices {
      used[column] = 0
      if samples.columns[column].isOurs { ours[column] = 0 }
    }
    isUsed = used
    isOurs = ours
    for (gram, shares) in samples.letterShares() {
      let most = shares.max()
      var row = SIMD16<Float>(repeating: 0)
      for column in samples.columns.indices {
        row[column] = options.letterWeight * log((shares[column] + Self.rareShare) / (most + Self.rareShare))
      }
      weights[Int(gram)] = row
    }
  }

  /// Draws the examples of one epoch; the mean loss of an example.
  mutating func epoch(_ number: Int) -> Double {
    // Long steps first, short ones at the end.
    let rate = options.rate * (1 - 0.9 * Float(number) / Float(max(1, options.epochs)))
    var loss = 0.0
    var count = 0
    let listed = shuffledWords()
    for round in 0..<options.examples {
      for (column, word) in listed[share(round, of: listed.count)..<share(round + 1, of: listed.count)] {
        example.removeAll(keepingCapacity: true)
        add(word)
        _ = learn(column, rate, among: isOurs)
      }
      for (column, own) in samples.columns.enumerated() where !own.sentences.isEmpty || !own.words.isEmpty {
        draw(column)
        let isNarrow = isWords && isOurs[column] == 0 && random.share() < options.narrowShare
        loss += Double(learn(column, rate, among: isNarrow ? isOurs : isUsed))
        count += 1
      }
    }
    return loss / Double(max(1, count))
  }

  /// Gives up the n-grams that find no room in a table.
  mutating func prune(buckets: Int) {
    let order = ranking(weights)
    var isKept = [Bool](repeating: false, count: samples.grams.count)
    for (gram, place) in zip(order, LanguageTable.places(order.map { samples.grams[$0] }, buckets)) {
      isKept[gram] = place != nil
    }
    samples.keep(isKept)
    for gram in isKept.indices where !isKept[gram] { weights[gram] = SIMD16(repeating: 0) }
  }

  /// Counts the weights as they stand in the mean that `rows` gives: a mean of several states knows words it
  /// never met better than the last of them.
  mutating func remember() {
    if sums.isEmpty { sums = Array(repeating: .zero, count: weights.count) }
    for gram in weights.indices { sums[gram] += weights[gram] }
    remembered += 1
  }

  /// What was learned, the most important n-grams first.
  func rows() -> [(key: UInt64, weights: SIMD16<Float>)] {
    let mean = remembered > 0 ? sums.map { $0 / remembered } : weights
    return ranking(mean).map { (samples.grams[$0], mean[$0]) }
  }

  /// The n-grams that are met often enough, the most important first.
  private func ranking(_ weights: [SIMD16<Float>]) -> [Int] {
    let order = samples.grams.indices.filter { samples.counts[$0] >= options.least }.map {
      gram -> (Int, Float) in
      var row = weights[gram]
      row.replace(with: 0, where: isUsed .< 0)
      return (gram, (row.max() - row.min()) * Float(samples.counts[gram]).squareRoot().squareRoot())
    }
    return order.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : samples.grams[$0.0] < samples.grams[$1.0] }.map(\.0)
  }

  // MARK: -

  /// All listed words of our languages with their columns: every epoch sees each of them once.
  private mutating func shuffledWords() -> [(column: Int, word: Int32)] {
    var all: [(column: Int, word: Int32)] = []
    for (column, own) in samples.columns.enumerated() where own.isOurs {
      all += own.words.map { (column, $0) }
    }
    for index in all.indices.reversed() { all.swapAt(index, random.below(index + 1)) }
    return all
  }

  private func share(_ round: Int, of count: Int) -> Int { count * round / max(1, options.examples) }

  private mutating func draw(_ column: Int) {
    let own = samples.columns[column]
    example.removeAll(keepingCapacity: true)
    let choice = random.share()
    isWords = choice < 0.4
    if isWords, !own.words.isEmpty || !own.sentences.isEmpty {
      // Half of the single words and pairs come from lists, half from running text.
      let pieces = choice < 0.28 ? 1 : 2
      let fromList = !own.words.isEmpty && (own.sentences.isEmpty || random.share() < 0.6)
      for _ in 0..<pieces {
        if fromList {
          add(own.words[random.below(own.words.count)])
        } else {
          let sentence = own.sentences[random.below(own.sentences.count)]
          add(sentence[random.below(sentence.count)])
        }
      }
    } else if !own.sentences.isEmpty,
      own.words.isEmpty || own.sentences.count >= Self.fewSentences || choice < 0.85
    {
      let sentence = own.sentences[random.below(own.sentences.count)]
      var length = sentence.count
      if choice < 0.7 { length = min(length, 3 + random.below(6)) }
      let start = random.below(sentence.count - length + 1)
      for word in sentence[start..<(start + length)].prefix(60) { add(word) }
    } else {
      for _ in 0..<(3 + random.below(6)) { add(own.words[random.below(own.words.count)]) }
    }
  }

  private mutating func add(_ word: Int32) {
    for gram in samples.words[Int(word)] where random.share() >= options.dropout { example.append(gram) }
  }

  private mutating func learn(_ column: Int, _ rate: Float, among answers: SIMD16<Float>) -> Float {
    guard !example.isEmpty else { return 0 }
    let factor = 1 / Float(example.count).squareRoot()
    var sum = SIMD16<Float>(repeating: 0)
    weights.withUnsafeBufferPointer { weights in
      for gram in example { sum += weights[Int(gram)] }
    }
    sum = sum * factor + answers
    var shares = SIMD16<Float>(repeating: 0)
    let most = sum.max()
    for lane in samples.columns.indices { shares[lane] = exp(sum[lane] - most) }
    shares /= shares.sum()
    let loss = -log(max(shares[column], 1e-9))
    shares[column] -= 1
    let gradient = shares * factor
    let square = gradient * gradient
    let wordRate = rate * options.wordFactor
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        for gram in example {
          let index = Int(gram)
          squares[index] += square
          let rate = samples.isWord(gram) ? wordRate : rate
          weights[index] -= rate * gradient / squares[index].squareRoot()
        }
      }
    }
    return loss
  }
}

/// Random numbers that follow from a seed (SplitMix64; Steele, Lea and Flood 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// 0 up to, but not, `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % max(1, limit) }
  /// 0 up to, but not, 1.
  mutating func share() -> Float { Float(next() >> 40) / Float(1 << 24) }
}
