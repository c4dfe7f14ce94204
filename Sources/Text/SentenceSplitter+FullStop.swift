/// Full stops of abbreviations, initials and numbers.
extension SentenceSplitter {
  /// Whether the full stop at `index` ends its sentence, given that a sentence can begin behind it.
  func fullStopEnds(at index: Int, _ closers: Closers, before following: Following) -> Bool {
    guard index > start else { return false }
    let last = bytes[index - 1]
    if last &- 0x30 < 10 { return numberEnds(at: index, before: following) }
    guard (last | 0x20) &- 0x61 < 26 || last >= 0x80 else { return true }
    let word = wordStart(before: index)
    return word.letters == 0 || wordEnds(at: index, word, closers, before: following)
  }

  // MARK: - Words

  /// What the dictionary says of an abbreviation in the text.
  private struct Abbreviation {
    var ending: WordNotes.Ending
    /// Where it starts, its first piece if it is several.
    var start: Int
    /// Whether it is listed with a capital and has it here.
    var isCapital: Bool
  }

  private func wordEnds(
    at index: Int, _ word: (start: Int, letters: Int), _ closers: Closers, before following: Following
  ) -> Bool {
    let isJoined = word.start > start && (bytes[word.start - 1] == 0x2E || bytes[word.start - 1] == 0x2D)
    let chunk = isJoined ? chunkStart(before: index) : word.start
    guard let knowledge else { return !isInitials(chunk, index) }
    let known = ending(at: index, word: word.start, chunk: chunk, knowledge)
    if word.letters <= 3, following.kind == .capital, !following.isQuoted,
      isGoingOn(chunk, index, before: following, knowledge)
    {
      return false
    }
    if isInitials(chunk, index) {
      if chunk == word.start, let before = wordBefore(chunk),
        knowledge.notes(bytes, before.lower, before.upper)
          .contains(.label)
      {
        return true
      }
      // Roman numerals: "Karl V. regierte", «IV. Права».
      if known?.ending == .never { return false }
      if known?.ending == .beforeFigure, isLabel(following.word) { return false }
      return beginsSentence(following) && contentWords(before: chunk, atMost: 1) > 0
    }
    if chunk == word.start, isRomanNumeral(word.start, index) {
      return romanEnds(at: index, word.start, before: following, knowledge)
    }
    guard let known else { return plainWordEnds(at: index, word, chunk: chunk, before: following, knowledge) }
    var ending = known.ending
    if word.letters == 1, known.start == word.start, ending == .may { ending = .afterFigure }
    // A name that looks like an abbreviation: "Max.", «Рим.»
    if ending == .never, known.start > start, kind(at: known.start) == .upper, !known.isCapital {
      ending = .seldom
    }
    if ending == .afterFigure {
      // «в 2025-м.» is an ordinal, no metre.
      if word.letters == 1, isEndingOfFigure(word.start) { return following.kind != .figure }
      guard isFigureBefore(known.start, stop: index) else {
        return word.letters > 1 && knowledge.notes(bytes, word.start, index).contains(.stopword)
      }
      // "5 Std. 20 Min.", but «5 млрд. тг. 2025 год …»
      if following.kind == .figure { return isYear(following.word) }
      // «3 млн. АҚШ доллары», «10 долл. США»
      if word.letters > 1, following.kind == .capital, !following.isQuoted, !beginsSentence(following),
        isCapitals(following.word, wordEnd(from: following.word), least: 2)
      {
        return false
      }
      ending = .may
    }
    switch ending {
    case .beforeFigure:
      return isLabel(following.word)
        ? false : plainWordEnds(at: index, word, chunk: chunk, before: following, knowledge)
    case .never: return closers.quotes > 0 && beginsSentence(following)
    case .seldom:
      return beginsSentence(following) && contentWords(before: known.start, atMost: 1) > 0
    default: return abbreviationEnds(known.start, closers, before: following, knowledge)
    }
  }

  /// An abbreviation that may end a sentence.
  private func abbreviationEnds(
    _ abbreviation: Int, _ closers: Closers, before following: Following, _ knowledge: KnowledgeIndex
  ) -> Bool {
    if beginsSentence(following) { return contentWords(before: abbreviation, atMost: 1) > 0 }
    if following.isDashed || closers.brackets > closers.quotes { return false }
    switch following.kind {
    case .sign: return false
    case .other: return true
    case .figure: return contentWords(before: abbreviation, atMost: 2) > 1
    case .capital:
      let notes = knowledge.notes(bytes, following.word, wordEnd(from: following.word))
      return !notes.contains(.capitalDay) && contentWords(before: abbreviation, atMost: 2) > 1
    }
  }

  /// A word that no dictionary calls an abbreviation.
  private func plainWordEnds(
    at index: Int, _ word: (start: Int, letters: Int), chunk: Int, before following: Following,
    _ knowledge: KnowledgeIndex
  ) -> Bool {
    if chunk == word.start, hasNoVowel(chunk, index, letters: word.letters) {
      return beginsSentence(following)
    }
    guard word.letters <= 2, kind(at: word.start) == .lower else { return true }
    if word.letters == 1 {
      // "a. The first": a list; another single letter is some abbreviation.
      if word.start == start { return false }
      return beginsSentence(following)
    }
    return following.kind != .figure || knowledge.notes(bytes, word.start, index).contains(.stopword)
  }

  /// What the dictionary says of the abbreviation that ends with the full stop at `index`; the longest counts.
  private func ending(
    at index: Int, word: Int, chunk: Int, _ knowledge: KnowledgeIndex
  ) -> Abbreviation? {
    guard index - word < knowledge.longestAbbreviation else { return nil }
    var notes = knowledge.notes(bytes, chunk, index + 1)
    var found = abbreviation(notes, chunk)
    if found == nil, word != chunk {
      found = abbreviation(knowledge.notes(bytes, word, index + 1), word)
    }
    if found == nil, knowledge.hasCompounds, let tail = compoundTail(word, index, knowledge) {
      found = tail
    }
    var piece = chunk
    for _ in 0..<3 where notes.contains(.endsLonger) {
      guard let before = pieceBefore(piece) else { break }
      notes = knowledge.notes(bytes, before, index + 1)
      found = abbreviation(notes, before) ?? found
      piece = before
    }
    return found
  }

  /// "Hauptstr.", "Wilhelmspl.": the end of a compound is listed with an asterisk.
  private func compoundTail(_ word: Int, _ index: Int, _ knowledge: KnowledgeIndex) -> Abbreviation? {
    var at = index
    for letters in 1...5 where at > word {
      at -= Scalars.decode(bytes, before: at).length
      guard letters > 1, at > word else { continue }
      if let ending = knowledge.compound(bytes, at, index + 1).ending(isCapital: false) {
        return Abbreviation(ending: ending, start: word, isCapital: true)
      }
    }
    return nil
  }

  private func abbreviation(_ notes: WordNotes, _ start: Int) -> Abbreviation? {
    let isCapital = kind(at: start) == .upper
    return notes.ending(isCapital: isCapital).map {
      Abbreviation(ending: $0, start: start, isCapital: isCapital && notes.isListedWithCapital)
    }
  }

  /// The start of a piece with its full stop that stands one space before `piece`.
  private func pieceBefore(_ piece: Int) -> Int? {
    guard piece - 2 > start, isSpace(bytes[piece - 1]), bytes[piece - 2] == 0x2E else { return nil }
    let before = chunkStart(before: piece - 2)
    return before < piece - 2 ? before : nil
  }

  /// Whether an abbreviation of several pieces has only begun here.
  private func isGoingOn(
    _ chunk: Int, _ index: Int, before following: Following, _ knowledge: KnowledgeIndex
  ) -> Bool {
    let end = wordEnd(from: following.word)
    guard end < bytes.count, bytes[end] == 0x2E, end - following.word < knowledge.longestAbbreviation else {
      return false
    }
    var from = chunk
    for _ in 0..<3 {
      var hash = FoldedHash(bytes, from, index + 1)
      guard knowledge.notes(hash).contains(.startsLonger) else { return false }
      hash.add(bytes, following.word, end + 1)
      let notes = knowledge.notes(hash)
      if notes.contains(.startsLonger) || notes.ending(isCapital: true) != nil { return true }
      guard let before = pieceBefore(from) else { return false }
      from = before
    }
    return false
  }

  /// Whether single capitals with full stops and hyphens between them stand there: "A", "U.S", «К.-Ж».
  private func isInitials(_ lower: Int, _ upper: Int) -> Bool {
    var at = lower
    while at < upper {
      let (value, length) = Scalars.decode(bytes, at: at)
      guard Scalars.classify(value) == .upper else { return false }
      at += length
      if at == upper { return true }
      guard bytes[at] == 0x2E else { return false }
      at += 1
      if at < upper, bytes[at] == 0x2D { at += 1 }
    }
    return false
  }

  /// Whether a word stands behind figures and a hyphen.
  private func isEndingOfFigure(_ word: Int) -> Bool {
    word - 1 > start && bytes[word - 1] == 0x2D && bytes[word - 2] &- 0x30 < 10
  }

  // MARK: - The sentence so far

  /// Whether a figure or Roman numeral is the word before, as in «2019 г.» or «90-х гг.».
  ///
  /// - Parameter stop: the place of a full stop.
  private func isFigureBefore(_ index: Int, stop: Int) -> Bool {
    guard index > start else { return false }
    if bytes[index - 1] &- 0x30 < 10 { return true }
    let end = spacesStart(before: index)
    guard end < index, end > start else { return false }
    switch bytes[end - 1] {
    case 0x2C, 0x3A, 0x3B, 0x29: return false
    default: break
    }
    var at = end
    var isRoman = true
    while at > start, !isSpace(bytes[at - 1]), end - at < 24 {
      let (value, length) = Scalars.decode(bytes, before: at)
      if value &- 0x30 < 10 { return true }
      // Х and І of the Cyrillic alphabet are written for those of the Latin one.
      isRoman =
        isRoman
        && (value == 0x49 || value == 0x56 || value == 0x58 || value == 0x425 || value == 0x406
          || Self.isDash(value))
      at -= length
    }
    if isRoman { return true }
    // A multiplier between them, with its full stop or without: «5 млн т.»
    let number = spacesStart(before: at)
    guard let knowledge, number > start, bytes[number - 1] &- 0x30 < 10 else { return false }
    var hash = FoldedHash(bytes, at, end)
    if bytes[end - 1] != 0x2E { hash.add(bytes, stop, stop + 1) }
    return knowledge.notes(hash).ending(isCapital: true) != nil
  }

  /// The word that ends one space before `index`.
  func wordBefore(_ index: Int) -> (lower: Int, upper: Int)? {
    let end = spacesStart(before: index)
    guard end < index, end > start else { return nil }
    let word = wordStart(before: end)
    return word.letters > 0 ? (word.start, end) : nil
  }

  /// Whether a letter or digit stands between the start of the sentence and `index`, which is near it.
  func hasLetters(before index: Int) -> Bool {
    var at = start
    while at < index, at - start < 16 {
      let (value, length) = Scalars.decode(bytes, at: at)
      if Scalars.classify(value).isWordPart { return true }
      at += length
    }
    return at < index
  }

  /// How far into a sentence its words are counted, in bytes.
  private static var longestLook: Int { 512 }

  /// How many words of the sentence say more than when and where, counted up to a limit.
  private func contentWords(before index: Int, atMost limit: Int) -> Int {
    guard let knowledge else { return limit }
    var count = 0
    var at = start
    for _ in 0..<24 where count < limit {
      // To the next letter.
      while at < index {
        guard at - start < Self.longestLook else { return limit }
        let (value, length) = Scalars.decode(bytes, at: at)
        if Scalars.classify(value).isLetter { break }
        at += length
      }
      guard at < index else { return count }
      let end = wordEnd(from: at)
      let isShortWithStop = end < index && bytes[end] == 0x2E
      if !isShortWithStop,
        knowledge.notes(bytes, at, end).isDisjoint(with: [.stopword, .afterOrdinal, .capitalDay])
      {
        count += 1
      }
      at = max(end, at + 1)
    }
    return count
  }
}
