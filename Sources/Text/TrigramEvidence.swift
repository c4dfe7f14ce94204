/// How Cyrillic text reads in each language of `TrigramTable`, and its frequent words.
struct TrigramEvidence: Sendable {
  /// Trigrams, and the sums of their levels (quarters of a natural logarithm).
  var trigrams = 0
  var levels: [Int] = []
  /// How many words are frequent words of each language that is known.
  var stopwords: [Int] = []
}

/// Counts what `TrigramEvidence` holds.
struct TrigramReader: Sendable {
  private let codes: [String]
  /// The frequent words, each with one bit for every language that has it.
  private let stopwords: [[UInt8]: UInt64]
  private let model = TrigramModel.cyrillic
  private let fold = FoldedForm()

  init(knowledge: [TextKnowledge]) {
    codes = knowledge.map(\.code)
    var stopwords: [[UInt8]: UInt64] = [:]
    for (index, language) in knowledge.prefix(UInt64.bitWidth).enumerated() {
      for word in language.stopwords { stopwords[fold.folded(Array(word.utf8)), default: 0] |= 1 << index }
    }
    self.stopwords = stopwords
  }

  /// What a text in valid UTF-8 says.
  ///
  /// - Complexity: linear.
  func evidence(in bytes: UnsafeBufferPointer<UInt8>) -> TrigramEvidence {
    var evidence = TrigramEvidence()
    evidence.stopwords = Array(repeating: 0, count: codes.count)
    evidence.levels = Array(repeating: 0, count: model.codes.count)
    var word: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count {
        let (value, length) = Scalars.decode(bytes, at: at)
        guard Scalars.classify(value).isLetter else { break }
        at += length
      }
      guard at > start else {
        at += Scalars.decode(bytes, at: at).length
        continue
      }
      word.removeAll(keepingCapacity: true)
      fold.fold(UnsafeBufferPointer(rebasing: bytes[start..<at]), into: &word)
      read(word, into: &evidence)
    }
    return evidence
  }

  private func read(_ word: [UInt8], into evidence: inout TrigramEvidence) {
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
        if at < buffer.count { (third, length) = Scalars.decode(buffer, at: at) }
        if first != 0, (0x400..<0x530).contains(second) {
          evidence.trigrams += 1
          model.add(TrigramModel.key(first, second, third), to: &evidence.levels)
        }
        first = second
        second = third
        at += length
      }
    }
  }
}
