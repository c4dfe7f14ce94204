/// Decides where the sentences of a paragraph end, looking at its tokens.
struct SentenceSplitter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: [Token]
  private let knowledge: KnowledgeIndex?
  private let fold = FoldedForm()

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ knowledge: KnowledgeIndex?) {
    self.bytes = bytes
    self.tokens = tokens
    self.knowledge = knowledge
  }

  /// The sentences as ranges of indices into `tokens`, the tokens of one paragraph.
  ///
  /// - Complexity: linear.
  static func sentences(
    of tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>, knowledge: KnowledgeIndex?
  ) -> [Range<Int>] {
    let splitter = SentenceSplitter(bytes, tokens, knowledge)
    var sentences: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < tokens.count {
      guard let end = splitter.end(at: at, sentenceStart: start) else {
        at = splitter.runEnd(at) + 1
        continue
      }
      sentences.append(start..<end)
      start = end
      at = end
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  // MARK: - Rules

  /// The index after the last token of the sentence, if token `at` ends it.
  private func end(at: Int, sentenceStart: Int) -> Int? {
    let token = tokens[at]
    if token.shape.contains(.abbreviation) {
      guard let next = candidate(after: at), next.closers == 0 || next.startsClearly else {
        return nil
      }
      return abbreviationEnds(at: at, next: next.index, sentenceStart: sentenceStart) ? next.index : nil
    }
    guard token.kind == .punctuation, isTerminator(token) else { return nil }
    let last = runEnd(at)
    guard let next = candidate(after: last) else { return nil }
    if at == last, next.closers == 0, isSingleStop(token), at > sentenceStart, !spaced(at),
      numberKeepsStop(at: at - 1, next: next.index, sentenceStart: sentenceStart)
        || isUnknownAbbreviation(at: at - 1, next: next.index)
    {
      return nil
    }
    return next.index
  }

  /// The last of a run of signs such as "?!"; the token itself if it is none.
  private func runEnd(_ at: Int) -> Int {
    guard isTerminator(tokens[at]) else { return at }
    var last = at
    while last + 1 < tokens.count, isTerminator(tokens[last + 1]), !spaced(last + 1) { last += 1 }
    return last
  }

  /// What follows a sign that may end a sentence, if a sentence can start with it.
  private func candidate(after last: Int) -> (index: Int, closers: Int, startsClearly: Bool)? {
    var next = last + 1
    var closers = 0
    while next < tokens.count, !spaced(next), isCloser(tokens[next]) {
      next += 1
      closers += 1
    }
    guard next < tokens.count else { return nil }
    if !spaced(next) {
      // «университета.Он»: the space was lost.
      guard closers == 0, isTerminator(tokens[last]), last > 0, isPlainLower(last - 1),
        isPlainCapital(next)
      else { return nil }
      return (next, 0, true)
    }
    let token = tokens[next]
    if token.kind == .punctuation, isDash(token) {
      // «…!» — сказал он; a dash after a closed quotation introduces the speaker.
      guard closers == 0, next + 1 < tokens.count, canStart(next + 1) else { return nil }
      return (next, closers, false)
    }
    guard canStart(next) else { return nil }
    return (next, closers, true)
  }

  private func abbreviationEnds(at: Int, next: Int, sentenceStart: Int) -> Bool {
    let token = tokens[at]
    let following = tokens[next]
    if token.shape.contains(.initials), knowledgeOf(at) == nil {
      return isCapitalStopword(next)
    }
    guard let known = knowledgeOf(at), known == .may else { return false }
    guard following.kind != .number, following.kind != .symbol, !following.shape.contains(.abbreviation)
    else { return false }
    if isAfterOrdinal(next) { return false }
    if token.shape.contains(.initials) { return isCapitalStopword(next) }
    // «г. Алматы» is a city, «в 2019 г. Она» a year; «В 2019 г. Казахстан» has only begun.
    if letterCount(of: token) == 1 {
      guard at > sentenceStart, tokens[at - 1].kind == .number else { return false }
      return at - sentenceStart > 3
    }
    // "5 Mio. Euro": where nouns have capitals only a function word is a sign of a new sentence.
    if knowledge?.nounCapitals == true, following.kind == .word { return isStopword(next) }
    return at - sentenceStart > 1
  }

  /// Whether the full stop after number `at` makes it an ordinal or the number of a section.
  private func numberKeepsStop(at: Int, next: Int, sentenceStart: Int) -> Bool {
    let token = tokens[at]
    let isRoman = token.kind == .word && isRomanNumeral(token)
    guard token.kind == .number || isRoman else { return false }
    if at == sentenceStart { return true }
    guard let knowledge else { return false }
    if isAfterOrdinal(next) { return true }
    // "19.09. 2025"
    if tokens[next].kind == .number, isDayAndMonth(token) { return true }
    // "Nr. 6." is no ordinal.
    if at > sentenceStart, tokens[at - 1].shape.contains(.abbreviation) { return false }
    guard knowledge.nounCapitals, isRoman || digitCount(of: token) <= 2 else { return false }
    return tokens[next].kind == .word && !isStopword(next)
  }

  /// Whether one or two small letters that are no word stand before a number.
  private func isUnknownAbbreviation(at: Int, next: Int) -> Bool {
    let token = tokens[at]
    return tokens[next].kind == .number && token.kind == .word && letterCount(of: token) <= 2
      && token.shape.isSubset(of: [.spaceBefore, .startsSentence]) && !isStopword(at)
  }

  // MARK: - Questions about tokens

  private func spaced(_ index: Int) -> Bool { tokens[index].shape.contains(.spaceBefore) }

  private func scalar(_ token: Token) -> UInt32 { Scalars.decode(bytes, at: token.range.lower).value }

  private func isSingleStop(_ token: Token) -> Bool {
    token.range.count == 1 && bytes[token.range.lower] == 0x2E
  }

  private func isTerminator(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch scalar(token) {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x203C, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4: return true
    default: return false
    }
  }

  private func isCloser(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch scalar(token) {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0x203A: return true
    default: return false
    }
  }

  private func isOpener(_ token: Token) -> Bool {
    switch scalar(token) {
    case 0x22, 0x27, 0x28, 0x5B, 0xAB, 0xBB, 0x2018, 0x201A, 0x201C, 0x201D, 0x201E, 0x2039, 0x203A:
      return true
    default: return false
    }
  }

  private func isDash(_ token: Token) -> Bool {
    switch scalar(token) {
    case 0x2D, 0x2010...0x2015, 0x2212: return true
    default: return false
    }
  }

  /// Whether a sentence can start with this token.
  private func canStart(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number, .symbol: return true
    case .word:
      if token.shape.contains(.initialCapital) || token.shape.contains(.hasDigit) { return true }
      let kind = Scalars.classify(scalar(token))
      // Scripts without capitals; "iPhone", "eGov".
      return kind == .otherLetter || (kind == .lower && token.shape.contains(.innerCapital))
    case .punctuation:
      if isOpener(token) { return index + 1 < tokens.count && canStartInside(index + 1) }
      switch scalar(token) {
      case 0x2022, 0xB7, 0x25CF, 0xBF, 0xA1: return true
      default: return false
      }
    }
  }

  /// The same behind an opening quotation mark; one more mark may stand there («"Зерде"…).
  private func canStartInside(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .punctuation {
      if isOpener(token), index + 1 < tokens.count {
        return tokens[index + 1].shape.contains(.initialCapital)
      }
      return scalar(token) == 0x2026 || isDash(token)
    }
    return canStart(index)
  }

  private func isPlainLower(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word && token.shape.isSubset(of: [.spaceBefore, .startsSentence])
      && token.range.count > 2 && !isWebLike(token)
  }
  private func isPlainCapital(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word && token.shape.contains(.initialCapital)
      && !token.shape.contains(.innerCapital) && !token.shape.contains(.hasDigit) && !isWebLike(token)
  }
  private func isWebLike(_ token: Token) -> Bool {
    bytes[token.range.lower..<token.range.upper].contains { $0 == 0x2F || $0 == 0x40 || $0 == 0x2E }
  }

  private func isRomanNumeral(_ token: Token) -> Bool {
    token.range.count <= 6
      && bytes[token.range.lower..<token.range.upper].allSatisfy {
        $0 == 0x49 || $0 == 0x56 || $0 == 0x58 || $0 == 0x4C || $0 == 0x43 || $0 == 0x4D
      }
  }

  private func isDayAndMonth(_ token: Token) -> Bool {
    token.range.count <= 5 && bytes[token.range.lower..<token.range.upper].contains(0x2E)
  }
  private func digitCount(of token: Token) -> Int { token.range.count }

  private func letterCount(of token: Token) -> Int {
    bytes[token.range.lower..<token.range.upper].count { $0 & 0xC0 != 0x80 && $0 != 0x2E }
  }

  // MARK: - Questions to the dictionary

  private func folded(_ index: Int) -> [UInt8] {
    var key: [UInt8] = []
    let range = tokens[index].range
    fold.fold(UnsafeBufferPointer(rebasing: bytes[range.lower..<range.upper]), into: &key)
    return key
  }

  private func isStopword(_ index: Int) -> Bool { knowledge?.isStopword(folded(index)) ?? false }
  private func isCapitalStopword(_ index: Int) -> Bool {
    tokens[index].kind == .word && letterCount(of: tokens[index]) > 1 && isStopword(index)
  }
  private func isAfterOrdinal(_ index: Int) -> Bool {
    tokens[index].kind == .word && (knowledge?.mayFollowOrdinal(folded(index)) ?? false)
  }

  /// What the dictionary says of the abbreviation that ends with token `index`.
  private func knowledgeOf(_ index: Int) -> KnowledgeIndex.Ending? {
    guard let knowledge else { return nil }
    let own = folded(index)
    // "z. B." was cut at its spaces: the longest that ends here counts.
    var key = own
    var found = knowledge.abbreviation(own)?.ending
    var back = index - 1
    while back >= 0, index - back <= 3, tokens[back].shape.contains(.abbreviation),
      !tokens[back].shape.contains(.initials)
    {
      key = folded(back) + key
      if let known = knowledge.abbreviation(key) { found = known.ending }
      back -= 1
    }
    // Every piece but the last is never an end.
    if index + 1 < tokens.count, tokens[index + 1].shape.contains(.abbreviation),
      knowledge.abbreviation(own + folded(index + 1)) != nil
    {
      return .never
    }
    return found
  }
}
