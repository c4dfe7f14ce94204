// Words that do not mix alphabets but stand in the wrong one, and words with a figure for a letter: here
// only strong evidence counts, because the plain reading is always possible.
extension MixedParagraph {
  /// «PK», «TOO» and "c" in Latin letters among Cyrillic words of a language that knows them; Cyrillic «а»
  /// in English text.
  func wholeWordTarget(of index: Int) -> WordAlphabet? {
    let run = runs[index]
    if let joined = apostropheTarget(of: index) { return joined }
    guard let own, run.greek == 0, run.letters <= 16 else { return nil }
    guard own.alphabet == .cyrillic ? run.latin > 0 && run.canBeCyrillic : run.cyrillic > 0 && run.canBeLatin
    else { return nil }
    guard isBounded(run) else { return nil }
    if run.letters == 1 {
      return isLoneFunctionWord(at: index) && !isPairedLetter(at: index) ? own.alphabet : nil
    }
    guard stands(at: index, among: own.alphabet), !isQuotedAlone(run) else { return nil }
    let word = Array(bytes[run.range.lower..<run.range.upper])
    // Roman numerals are written in Latin letters; that dictionaries list look-alikes of them, too, is no evidence.
    if own.alphabet == .cyrillic, word.allSatisfy({ "IVXLCDM".utf8.contains($0) }) { return nil }
    let reading = reading(of: run.range, as: own.alphabet)
    guard isWord(reading), !knowledge.latinWords.contains(own.alphabet == .cyrillic ? word : reading) else {
      // The Latin reading of Cyrillic letters is what is wanted in Latin text.
      return own.alphabet == .latin && knowledge.latinWords.contains(reading) ? .latin : nil
    }
    if run.capitals == run.letters { return own.alphabet }
    // "cop", "pace": a word of another language that is known is no slip.
    let isForeign = knowledge.languages.contains { code, letters in
      letters.alphabet != own.alphabet && knowledge.words.isWord(word, code)
    }
    return isForeign ? nil : own.alphabet
  }

  /// «O’Рейли» with a Latin O, "bank’ѕ" with a Cyrillic s: the longer part of the word decides.
  private func apostropheTarget(of index: Int) -> WordAlphabet? {
    let run = runs[index]
    guard run.letters <= 2, run.other + run.greek == 0 else { return nil }
    for (other, gap) in [
      (index - 1, TextRange(index > 0 ? runs[index - 1].range.upper : 0, run.range.lower)),
      (index + 1, TextRange(run.range.upper, index + 1 < runs.count ? runs[index + 1].range.lower : 0)),
    ] where runs.indices.contains(other) && runs[other].letters > 2 {
      guard gap.count == 1 && byte(at: gap.lower) == 0x27 || gap.count == 3 && scalar(at: gap.lower) == 0x2019
      else { continue }
      if run.latin > 0, run.canBeCyrillic, runs[other].leans(to: .cyrillic) { return .cyrillic }
      if run.cyrillic > 0, run.canBeLatin, runs[other].leans(to: .latin), alphabet == .latin { return .latin }
    }
    return nil
  }

  /// Whether only spaces, quotes, full stops and the like surround a word; a hyphen may follow if letters
  /// follow it («TOO-ның»).
  private func isBounded(_ run: LetterRun) -> Bool {
    switch byte(at: run.range.lower - 1) {
    case 0x20, 0x22, 0x28, 0x80...0xFF: break
    default: return false
    }
    let after = byte(at: run.range.upper)
    switch after {
    case 0x20, 0x21, 0x22, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x80...0xFF:
      return !(after == 0x2E && knowledge.table(scalar(at: run.range.upper + 1)).contains(.letter))
    case 0x2D: return run.letters > 1 && byte(at: run.range.upper + 1) >= 0xC0
    default: return false
    }
  }

  /// Whether both neighbours are words of an alphabet; one may be missing.
  private func stands(at index: Int, among alphabet: WordAlphabet) -> Bool {
    let before = index > 0 ? runs[index - 1].leans(to: alphabet) : nil
    let after = index + 1 < runs.count ? runs[index + 1].leans(to: alphabet) : nil
    return before != false && after != false && (before ?? after ?? false)
  }

  /// «"PK"»: what stands alone in quotation marks is a name as it is written.
  private func isQuotedAlone(_ run: LetterRun) -> Bool {
    func isQuote(_ value: UInt32) -> Bool {
      value == 0x22 || value == 0xAB || value == 0xBB || (0x2018...0x201F).contains(value)
    }
    guard run.range.lower > 0, run.range.upper < bytes.count else { return false }
    return isQuote(Scalars.decode(bytes, before: run.range.lower).value)
      && isQuote(scalar(at: run.range.upper))
  }

  /// "c" for «с», "a" for «а»: a frequent word of one letter between two words with one space each.
  ///
  /// A capital counts only where a sentence begins; where there are formulas, letters are variables.
  private func isLoneFunctionWord(at index: Int) -> Bool {
    guard let own, isLoneCandidate(at: index) else { return false }
    let run = runs[index]
    guard index + 1 < runs.count, runs[index + 1].leans(to: own.alphabet) else { return false }
    if run.capitals > 0 {
      return index == 0 ? run.range.lower <= 3 : endsSentence(before: run.range.lower)
    }
    return index > 0 && runs[index - 1].leans(to: own.alphabet) && runs[index - 1].letters > 1
      && run.range.lower - runs[index - 1].range.upper <= 4
      && runs[index + 1].range.lower - run.range.upper <= 3
  }

  private func isLoneCandidate(at index: Int) -> Bool {
    guard let own, runs.indices.contains(index) else { return false }
    let run = runs[index]
    guard run.letters == 1, run.leans(to: own.alphabet == .cyrillic ? .latin : .cyrillic) else {
      return false
    }
    guard byte(at: run.range.upper) == 0x20, !isFormula(near: run.range) else { return false }
    return own.stopwords.contains(FoldedForm().folded(reading(of: run.range, as: own.alphabet)))
  }

  /// «точки a и c»: two letters joined by a small word are variables.
  private func isPairedLetter(at index: Int) -> Bool {
    guard let own else { return false }
    func isPartner(_ other: Int, across middle: Int) -> Bool {
      guard runs.indices.contains(other), runs.indices.contains(middle) else { return false }
      return runs[other].letters == 1 && !runs[other].leans(to: own.alphabet) && runs[middle].letters <= 3
    }
    return isPartner(index - 2, across: index - 1) || isPartner(index + 2, across: index + 1)
  }

  private func isFormula(near range: TextRange) -> Bool {
    for index in max(0, range.lower - 12)..<min(bytes.count, range.upper + 12) {
      switch bytes[index] {
      case 0x2A, 0x2B, 0x2F, 0x3C, 0x3D, 0x3E, 0x5E: return true
      default: break
      }
    }
    return false
  }

  private func endsSentence(before index: Int) -> Bool {
    var at = index
    while at > 0, index - at < 6 {
      let (value, length) = Scalars.decode(bytes, before: at)
      if value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026 { return true }
      guard
        value == 0x20 || value == 0xAB || value == 0x22 || value == 0x201C || value == 0x2013
          || value == 0x2014
      else { return false }
      at -= length
    }
    return false
  }

  private func scalar(at index: Int) -> UInt32 {
    index >= 0 && index < bytes.count ? Scalars.decode(bytes, at: index).value : 0x20
  }

  // MARK: - Figures

  /// «0рал», «КА3АХСТАН»: a word that is known when its figures are read as letters.
  ///
  /// - Returns: the letters to change and the run after the word, or nil.
  func wordWithFigures(at index: Int) -> (letters: [LetterRepair], next: Int)? {
    let longest = 8
    var range = runs[index].range
    var figures = 0
    if isFigureLetter(at: range.lower - 1), !isJoined(at: range.lower - 2) {
      range.lower -= 1
      figures += 1
    }
    var last = index
    var letters = runs[index].letters
    var telling = runs[index].cyrillic - runs[index].latin
    var isCyrillic = runs[index].canBeCyrillic
    while last + 1 < runs.count, last - index < longest, isFigureLetter(at: range.upper),
      runs[last + 1].range.lower == range.upper + 1
    {
      last += 1
      figures += 1
      range.upper = runs[last].range.upper
      letters += runs[last].letters
      telling += runs[last].cyrillic - runs[last].latin
      isCyrillic = isCyrillic && runs[last].canBeCyrillic
    }
    guard figures > 0, isCyrillic, telling > 0, letters >= 3, letters <= LetterRun.longest,
      !isJoined(at: range.upper)
    else { return nil }
    guard isWord(reading(of: range, as: .cyrillic)) else { return nil }
    // «3она» is the word, but «0тен» could be a slip of the space: the rest must not be a word itself.
    if range.lower < runs[index].range.lower, last == index,
      isWord(Array(bytes[runs[index].range.lower..<runs[index].range.upper]))
    {
      return nil
    }
    return (self.letters(of: range, as: .cyrillic), last + 1)
  }

  private func isFigureLetter(at index: Int) -> Bool {
    index >= 0 && isDigit(at: index)
      && !knowledge.table.readings(of: UInt32(byte(at: index)), in: .cyrillic).isEmpty
  }

  /// Whether a byte binds a figure beside it to something longer: a digit, a letter, a sign.
  private func isJoined(at index: Int) -> Bool {
    switch byte(at: index) {
    case 0x20, 0x21, 0x22, 0x28, 0x29, 0x3A, 0x3B, 0x3F: return false
    case 0x2C, 0x2E: return isDigit(at: index - 1) && isDigit(at: index + 1)
    case 0x2D: return isDigit(at: index + 1) || isDigit(at: index - 1)
    case 0x80...0xBF: return !isQuoteTail(at: index)
    case 0xC2, 0xE2: return false
    default: return true
    }
  }

  /// Whether the last byte of a quotation mark or dash stands here.
  private func isQuoteTail(at index: Int) -> Bool {
    guard index > 0 else { return false }
    return Scalars.classify(Scalars.decode(bytes, before: index + 1).value) == .punctuation
  }
}
