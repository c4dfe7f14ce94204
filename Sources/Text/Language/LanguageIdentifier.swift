/// Tells a language from its neighbours: by script, and within a script by the n-grams of a `LanguageModel`.
///
/// Without a model nothing but the script is known.
///
/// The model is a linear one: the weights of all n-grams are added up a language, divided by the square root
/// of their number (n-grams overlap, so they are no independent witnesses) and made probabilities (softmax).
public struct LanguageIdentifier: Sendable {
  /// More of a stretch is not looked at: its language does not change behind that.
  private static let longestLook = 4096
  /// The share of n-grams the model has to know; below, a text is in none of its languages.
  private static let leastKnown = 0.2

  /// The confidence below which the language of a text by itself is not named.
  ///
  /// A wrong name is worse than none. The languages written in Cyrillic share many more words with each other
  /// than those written in Latin letters.
  private static let leastNamed = (cyrillic: 0.65, latin: 0.5)

  /// The confidence and the share of known n-grams below which a guess is doubtful.
  private static let leastConfidence = 0.95
  private static let leastFamiliar = 0.4

  /// What the names of columns begin with that are no answer.
  private static let unknown = "und"

  private let model: LanguageModel?

  /// An identifier that uses a model; nil for one that knows scripts only.
  public init(model: LanguageModel?) { self.model = model }

  // MARK: - Evidence

  /// What the text at `range` says; of a long one only the beginning is read.
  ///
  /// - Complexity: linear in at most 4 KB; nothing is allocated.
  func evidence(in bytes: UnsafeBufferPointer<UInt8>, range: TextRange) -> LanguageEvidence {
    let limit = min(range.upper, range.lower &+ Self.longestLook)
    guard let model else {
      var counter = ScriptCounter()
      GramScanner.read(bytes, from: range.lower, to: limit, into: &counter)
      return counter.evidence
    }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: GramScanner.mostGrams) { room in
      // A buffer of some capacity has an address.
      guard let first = room.baseAddress else { return LanguageEvidence() }
      return withExtendedLifetime(model.bytes) {
        var weigher = LanguageWeigher(model, model.bytes.raw, room: first)
        GramScanner.read(bytes, from: range.lower, to: limit, into: &weigher)
        return weigher.finished()
      }
    }
  }

  // MARK: - Guesses

  /// The language of a text of any length, of which the beginning is read.
  ///
  /// - Parameters:
  ///   - text: UTF-8; damage is passed over.
  ///   - candidates: the only languages (BCP 47) that are an answer if any of them can be; empty for all
  ///     that the model knows, and `und` where none of them is sure enough.
  public func identify(_ text: UnsafeBufferPointer<UInt8>, among candidates: [String] = []) -> LanguageGuess {
    var guess = guess(evidence(in: text, range: TextRange(0, text.count)), among: candidates)
    let least = guess.script == "Cyrl" ? Self.leastNamed.cyrillic : Self.leastNamed.latin
    if candidates.isEmpty, guess.confidence < least { guess.code = Self.unknown }
    return guess
  }

  /// The language of a text.
  public func identify(_ text: String, among candidates: [String] = []) -> LanguageGuess {
    var text = text
    return text.withUTF8 { identify($0, among: candidates) }
  }

  /// The language of a text; without candidates `und` if it fits none.
  func guess(_ evidence: LanguageEvidence, among candidates: [String] = []) -> LanguageGuess {
    let script = evidence.script
    let unknown = LanguageGuess(code: Self.unknown, script: script, confidence: 0)
    guard let model, script == "Latn" || script == "Cyrl" else { return unknown }
    let (table, sum) = script == "Cyrl" ? (model.cyrillic, evidence.cyrillic) : (model.latin, evidence.latin)
    let factor = table.scale / Float(max(1, sum.grams)).squareRoot()
    // For a short line this is a good part of the work: nothing is allocated, all columns go side by side.
    var logits = sum.weights * factor + table.used
    if !candidates.isEmpty {
      for (column, answer) in table.answerOfColumn.enumerated()
      where answer >= 0 && !candidates.contains(table.answers[answer]) {
        logits[column] = -Float.infinity
      }
    }
    let most = logits.max()
    guard most.isFinite else { return unknown }
    let likelihoods = Self.exponential(logits - most)
    // Several columns may stand for the same answer, `und` above all: their shares are added up.
    var shares = SIMD16<Float>(repeating: 0)
    for (column, answer) in table.answerOfColumn.enumerated() where answer >= 0 {
      shares[answer] += likelihoods[column]
    }
    var best = 0
    for answer in table.answers.indices where shares[answer] > shares[best] { best = answer }
    let confidence = Double(min(1, shares[best] / shares.sum()))
    // Strange n-grams in a text of some length: a language of which the model has never heard.
    let isForeign = Double(sum.known) < Double(sum.grams) * Self.leastKnown && sum.letters >= 12
    if candidates.isEmpty, isForeign {
      return LanguageGuess(code: Self.unknown, script: script, confidence: confidence)
    }
    return LanguageGuess(code: table.answers[best], script: script, confidence: confidence)
  }

  /// The language of a paragraph: that of its document unless it clearly has its own.
  func guess(_ paragraph: LanguageEvidence, inside document: LanguageGuess) -> LanguageGuess {
    let own = guess(paragraph)
    if own.code == document.code { return own.confidence > document.confidence ? own : document }
    if paragraph.letters < 40 || own.confidence < 0.9 { return document }
    return own
  }

  /// Whether a text may be in another language than the guess: one we have dictionaries of, written in
  /// another alphabet than its main one.
  func isDoubtful(_ guess: LanguageGuess, _ evidence: LanguageEvidence) -> Bool {
    guard guess.confidence >= Self.leastConfidence else { return true }
    let isCyrillic = guess.script == "Cyrl"
    guard let model, isCyrillic || guess.script == "Latn" else { return true }
    // An alphabet that writes letters with apostrophes cuts its words into what looks like other words.
    if evidence.apostrophes * 20 > evidence.letters { return true }
    let (table, sum) = isCyrillic ? (model.cyrillic, evidence.cyrillic) : (model.latin, evidence.latin)
    let best = table.codes.indices.filter { !table.codes[$0].isEmpty }
      .max { sum.weights[$0] < sum.weights[$1] }
    // A column of its own holds what another alphabet of a familiar language looks like.
    if let best, table.codes[best].hasPrefix(Self.unknown + "-") { return true }
    return Double(sum.known) < Double(sum.grams) * Self.leastFamiliar
  }

  /// e to the power of numbers that are not greater than 0, near enough.
  private static func exponential(_ powers: SIMD16<Float>) -> SIMD16<Float> {
    var result = 1 + powers / 1024
    for _ in 0..<10 { result *= result }
    // Far below 0 the squares grow again.
    result.replace(with: 0, where: powers .< -30)
    return result
  }
}

/// Counts the letters of each script, for an identifier without a model.
private struct ScriptCounter: GramReceiver {
  var evidence = LanguageEvidence()

  mutating func gram(_ key: UInt64, script: UInt16) {}

  mutating func word(letters: Int, script: UInt16) {
    switch script {
    case LetterSymbols.Kind.latin: evidence.latin.letters += letters
    case LetterSymbols.Kind.cyrillic: evidence.cyrillic.letters += letters
    case LetterSymbols.Kind.arabic: evidence.arabic += letters
    default: evidence.otherLetters += letters
    }
  }

  mutating func apostrophe() { evidence.apostrophes += 1 }
}
