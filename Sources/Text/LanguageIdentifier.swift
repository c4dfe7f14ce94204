/// Tells the languages of the dictionaries from each other and from the rest of the world (`und`).
///
/// It weighs the script, letters no known language has, trigrams (`TrigramTable`) and frequent words.
struct LanguageIdentifier: Sendable {
  /// More of a stretch is not looked at: its language does not change behind that.
  private static let longestLook = 16_384
  /// What one frequent word is worth, in quarters of a natural logarithm.
  private static let stopwordWorth = 8.0
  /// How far trigrams, which overlap, are trusted as if they were independent.
  private static let independence = 0.08
  /// The mean level of a trigram below which a text is not in the language.
  private static let leastFit = 10.0
  /// The share of letters unknown to all languages above which a text is in none of them.
  private static let mostForeign = 0.02

  private let codes: [String]
  private let isCyrillic: [Bool]
  private let alphabet: Set<UInt32>
  /// The frequent words, each with one bit for every language that has it.
  private let stopwords: [[UInt8]: UInt64]
  private let latin = TrigramModel.latin
  private let cyrillic = TrigramModel.cyrillic
  private let fold = FoldedForm()

  init(knowledge: [TextKnowledge]) {
    codes = knowledge.map(\.code)
    isCyrillic = knowledge.map { $0.letters.unicodeScalars.contains { (0x400..<0x530).contains($0.value) } }
    // Accents in names of people and places are no sign of a foreign language.
    alphabet = Set(knowledge.flatMap { $0.letters.unicodeScalars.map(\.value) })
    var stopwords: [[UInt8]: UInt64] = [:]
    for (index, language) in knowledge.prefix(UInt64.bitWidth).enumerated() {
      for word in language.stopwords { stopwords[fold.folded(Array(word.utf8)), default: 0] |= 1 << index }
    }
    self.stopwords = stopwords
  }

  // MARK: - Evidence

  /// What the text at `range` says; of a long one only the beginning is read.
  func evidence(in bytes: UnsafeBufferPointer<UInt8>, range: TextRange) -> LanguageEvidence {
    var evidence = LanguageEvidence()
    evidence.stopwords = Array(repeating: 0, count: codes.count)
    evidence.latinLevels = Array(repeating: 0, count: latin.codes.count)
    evidence.cyrillicLevels = Array(repeating: 0, count: cyrillic.codes.count)
    let limit = min(range.upper, range.lower + Self.longestLook)
    var word: [UInt8] = []
    var at = range.lower
    while at < limit {
      let (value, length) = Scalars.decode(bytes, at: at)
      guard Scalars.classify(value).isLetter else {
        if value == 0x27 || value == 0x2019 || value == 0x60 || value == 0x2BC { evidence.apostrophes += 1 }
        at += length
        continue
      }
      let start = at
      at += length
      while at < limit {
        let (value, length) = Scalars.decode(bytes, at: at)
        guard Scalars.classify(value).isLetter else { break }
        at += length
      }
      word.removeAll(keepingCapacity: true)
      fold.fold(UnsafeBufferPointer(rebasing: bytes[start..<at]), into: &word)
      read(word, into: &evidence)
    }
    return evidence
  }

  private func read(_ word: [UInt8], into evidence: inout LanguageEvidence) {
    evidence.words += 1
    if word.count < 24 {
      var languages = stopwords[word] ?? 0
      while languages != 0 {
        evidence.stopwords[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
    }
    word.withUnsafeBufferPointer { buffer in
      var first: UInt32 = 0
      var second: UInt32 = 0x20
      var at = 0
      while at <= buffer.count {
        var third: UInt32 = 0x20
        var length = 1
        if at < buffer.count {
          (third, length) = Scalars.decode(buffer, at: at)
          count(third, in: &evidence)
        }
        if first != 0 { count(first, second, third, in: &evidence) }
        first = second
        second = third
        at += length
      }
    }
  }

  private func count(_ letter: UInt32, in evidence: inout LanguageEvidence) {
    switch letter {
    case 0..<0x250, 0x1E00..<0x1F00: evidence.latin += 1
    case 0x400..<0x530: evidence.cyrillic += 1
    case 0x600..<0x780: evidence.arabic += 1
    default: evidence.otherLetters += 1
    }
    if letter >= 0x80, !alphabet.contains(letter) { evidence.foreignLetters += 1 }
  }

  private func count(
    _ first: UInt32, _ second: UInt32, _ third: UInt32, in evidence: inout LanguageEvidence
  ) {
    let key = TrigramModel.key(first, second, third)
    if (0x400..<0x530).contains(second) {
      evidence.cyrillicTrigrams += 1
      cyrillic.add(key, to: &evidence.cyrillicLevels)
    } else if second < 0x250 {
      evidence.latinTrigrams += 1
      latin.add(key, to: &evidence.latinLevels)
    }
  }

  // MARK: - Guesses

  /// The language of a text.
  func guess(_ evidence: LanguageEvidence) -> LanguageGuess {
    let script = evidence.script
    let unknown = LanguageGuess(code: "und", script: script, confidence: 0)
    guard script == "Latn" || script == "Cyrl" else { return unknown }
    let isCyrillic = script == "Cyrl"
    let model = isCyrillic ? cyrillic : latin
    let levels = isCyrillic ? evidence.cyrillicLevels : evidence.latinLevels
    let trigrams = Double(max(1, isCyrillic ? evidence.cyrillicTrigrams : evidence.latinTrigrams))
    let letters = Double(isCyrillic ? evidence.cyrillic : evidence.latin)
    guard !levels.isEmpty else { return unknown }

    var scores: [(code: String, score: Double, fit: Double)] = []
    for (index, code) in model.codes.enumerated() {
      let fit = Double(levels[index]) / trigrams
      scores.append((code, Double(levels[index]), fit))
    }
    for (index, code) in codes.enumerated() where self.isCyrillic[index] == isCyrillic {
      let worth = Double(evidence.stopwords[index]) * Self.stopwordWorth
      if let place = scores.firstIndex(where: { $0.code == code }) {
        scores[place].score += worth
      } else if Double(evidence.stopwords[index]) > 0.2 * Double(evidence.words) {
        // A language the table does not know is told by its frequent words alone.
        scores.append((code, trigrams * Self.leastFit + worth * 2, Self.leastFit))
      }
    }
    guard let best = scores.max(by: { $0.score < $1.score }) else { return unknown }
    var others = 0.0
    for other in scores where other.code != best.code {
      others += Self.exponential((other.score - best.score) * Self.independence)
    }
    let confidence = 1 / (1 + others)
    let isForeign = Double(evidence.foreignLetters) > letters * Self.mostForeign
    // A few words tell nothing about fit: names make strange trigrams.
    let fits = best.fit >= Self.leastFit || trigrams < 12
    guard codes.contains(best.code), fits, !isForeign || letters < 12 else {
      return LanguageGuess(code: "und", script: script, confidence: confidence)
    }
    return LanguageGuess(code: best.code, script: script, confidence: confidence)
  }

  /// Whether so few frequent words of the guessed language stand in a text that it may be another one's.
  func isDoubtful(_ guess: LanguageGuess, _ evidence: LanguageEvidence) -> Bool {
    guard let index = codes.firstIndex(of: guess.code), index < evidence.stopwords.count else { return true }
    // An alphabet that writes letters with apostrophes cuts its words into what looks like other words.
    if evidence.apostrophes * 20 > evidence.letters { return true }
    return evidence.stopwords[index] * 8 < evidence.words
  }

  /// The language of a paragraph: that of its document unless it clearly has its own.
  func guess(_ paragraph: LanguageEvidence, inside document: LanguageGuess) -> LanguageGuess {
    let own = guess(paragraph)
    if own.code == document.code { return own.confidence > document.confidence ? own : document }
    if paragraph.letters < 40 || own.confidence < 0.9 { return document }
    return own
  }

  /// e to the power of a number that is not greater than 0, near enough.
  private static func exponential(_ power: Double) -> Double {
    if power < -30 { return 0 }
    var result = 1 + power / 1024
    for _ in 0..<10 { result *= result }
    return max(0, result)
  }
}
