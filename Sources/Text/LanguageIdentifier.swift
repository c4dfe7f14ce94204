/// What a stretch of text says about its language.
struct LanguageEvidence: Sendable {
  var latin = 0
  var cyrillic = 0
  var arabic = 0
  var otherLetters = 0
  /// Words seen, and how many of them are frequent words of each language.
  var words = 0
  var stopwords: [Int] = []
  /// How often each language's own letters were seen; letters no language has.
  var ownLetters: [Int] = []
  var foreignLetters = 0

  mutating func add(_ other: LanguageEvidence) {
    latin += other.latin
    cyrillic += other.cyrillic
    arabic += other.arabic
    otherLetters += other.otherLetters
    words += other.words
    foreignLetters += other.foreignLetters
    if stopwords.isEmpty {
      stopwords = other.stopwords
      ownLetters = other.ownLetters
    } else {
      for index in other.stopwords.indices where index < stopwords.count {
        stopwords[index] += other.stopwords[index]
        ownLetters[index] += other.ownLetters[index]
      }
    }
  }

  var letters: Int { latin + cyrillic + arabic + otherLetters }

  var script: String {
    let most = max(latin, cyrillic, arabic, otherLetters)
    if most == 0 { return "Zyyy" }
    if most == latin { return "Latn" }
    if most == cyrillic { return "Cyrl" }
    return most == arabic ? "Arab" : "Zzzz"
  }
}

/// Tells the languages it has knowledge of from each other and from the rest of the world.
struct LanguageIdentifier: Sendable {
  private let codes: [String]
  private let alphabets: [Set<UInt32>]
  private let stopwords: [Set<[UInt8]>]

  init(knowledge: [TextKnowledge]) {
    let fold = FoldedForm()
    codes = knowledge.map(\.code)
    alphabets = knowledge.map { Set($0.letters.unicodeScalars.map(\.value)) }
    stopwords = knowledge.map { Set($0.stopwords.map { fold.folded(Array($0.utf8)) }) }
  }

  func evidence(in bytes: UnsafeBufferPointer<UInt8>, range: TextRange) -> LanguageEvidence {
    var evidence = LanguageEvidence()
    evidence.stopwords = Array(repeating: 0, count: codes.count)
    evidence.ownLetters = Array(repeating: 0, count: codes.count)
    let limit = min(range.upper, range.lower + 16_384)
    let fold = FoldedForm()
    var word: [UInt8] = []
    var at = range.lower
    var start = at
    func isLetter(_ value: UInt32) -> Bool { Scalars.classify(value).isLetter }
    while at < limit {
      let (value, length) = Scalars.decode(bytes, at: at)
      if isLetter(value) {
        switch value {
        case 0..<0x250, 0x1E00..<0x1F00: evidence.latin += 1
        case 0x400..<0x530: evidence.cyrillic += 1
        case 0x600..<0x700, 0x750..<0x780: evidence.arabic += 1
        default: evidence.otherLetters += 1
        }
        at += length
        continue
      }
      if at > start { count(&evidence, &word, bytes, start, at, fold) }
      at += length
      start = at
    }
    if at > start, at <= bytes.count { count(&evidence, &word, bytes, start, at, fold) }
    return evidence
  }

  private func count(
    _ evidence: inout LanguageEvidence, _ word: inout [UInt8], _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int, _ end: Int, _ fold: FoldedForm
  ) {
    word.removeAll(keepingCapacity: true)
    fold.fold(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &word)
    evidence.words += 1
    for index in codes.indices where stopwords[index].contains(word) { evidence.stopwords[index] += 1 }
    word.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        let (value, length) = Scalars.decode(buffer, at: at)
        at += length
        guard value >= 0x80 else { continue }
        var owners = 0
        var owner = 0
        for index in codes.indices where alphabets[index].contains(value) {
          owners += 1
          owner = index
        }
        if owners == 0 { evidence.foreignLetters += 1 }
        if owners == 1 { evidence.ownLetters[owner] += 1 }
      }
    }
  }

  func guess(_ evidence: LanguageEvidence) -> LanguageGuess {
    let script = evidence.script
    var best = ("und", 0.0)
    var second = 0.0
    for index in codes.indices where index < evidence.stopwords.count {
      let isCyrillic = alphabets[index].contains(0x430)
      guard script == (isCyrillic ? "Cyrl" : "Latn") else { continue }
      let share = Double(evidence.stopwords[index]) / Double(max(1, evidence.words))
      let own = Double(evidence.ownLetters[index]) / Double(max(1, evidence.letters))
      let score = share + own * 8
      if score > best.1 {
        second = best.1
        best = (codes[index], score)
      } else {
        second = max(second, score)
      }
    }
    guard best.1 > 0 else { return LanguageGuess(code: "und", script: script, confidence: 0) }
    return LanguageGuess(code: best.0, script: script, confidence: best.1 / (best.1 + second))
  }

  func guess(_ evidence: LanguageEvidence, inside document: LanguageGuess) -> LanguageGuess {
    let own = guess(evidence)
    if own.code == document.code || evidence.letters < 40 || own.confidence < 0.8 { return document }
    return own
  }
}
