/// Decides where the sentences of a paragraph end, on its bytes alone.
///
/// A scanner (`StopScanner`) finds the stops. What follows a stop says whether a sentence can begin there
/// (`Following`); what stands before a full stop says whether it belongs to an abbreviation, to initials or
/// to a number. Whether a word is hardly ever a name, and so a sign of a new sentence, the dictionaries say.
///
/// Every look around a stop is bounded, so the whole is linear on any input.
struct SentenceSplitter {
  /// The text up to the end of the paragraph.
  let bytes: UnsafeBufferPointer<UInt8>
  let knowledge: KnowledgeIndex?
  /// Where the paragraph starts.
  let paragraph: Int
  /// Where the sentence that is read starts.
  private(set) var start: Int

  /// One stop or several together ("?!", "...").
  struct Stops {
    var lower: Int
    var upper: Int
    var kind: StopScanner.Kind
  }

  /// Marks that close what was open, between the stop and the space.
  struct Closers {
    var quotes = 0
    var brackets = 0
    var isEmpty: Bool { quotes + brackets == 0 }
  }

  /// Appends the sentences of `range` (whole code points of valid UTF-8): in order, without the spaces around
  /// them, covering all else.
  ///
  /// - Complexity: linear.
  static func sentences(
    in bytes: UnsafeBufferPointer<UInt8>, range: TextRange, knowledge: KnowledgeIndex?,
    into sentences: inout [TextRange]
  ) {
    let text = UnsafeBufferPointer(rebasing: bytes[0..<range.upper])
    var splitter = SentenceSplitter(
      bytes: text, knowledge: knowledge, paragraph: range.lower, start: range.lower)
    splitter.start = splitter.spacesEnd(from: range.lower)
    splitter.run(into: &sentences)
  }

  private mutating func run(into sentences: inout [TextRange]) {
    var at = start
    while true {
      at = StopScanner.next(in: bytes, from: at)
      guard at < bytes.count else { break }
      if isPlainEnd(at) {
        sentences.append(TextRange(start, at + 1))
        start = at + 2
        at = start
        continue
      }
      guard let stops = stops(from: at) else {
        at += 1
        continue
      }
      guard let cut = cut(behind: stops) else {
        at = stops.upper
        continue
      }
      sentences.append(TextRange(start, cut.end))
      start = cut.next
      at = cut.next
    }
    let end = spacesStart(before: bytes.count)
    if start < end { sentences.append(TextRange(start, end)) }
  }

  /// The plain case, decided without a look into the dictionary: a full stop behind a long word in small
  /// letters that is no abbreviation, one space, and a capital.
  @inline(__always)
  private func isPlainEnd(_ stop: Int) -> Bool {
    guard stop + 3 < bytes.count, bytes[stop] == 0x2E, bytes[stop + 1] == 0x20,
      isPlainCapital(stop + 2), start != paragraph || stop - start >= Self.longestDateline
    else { return false }
    // Six letters or more of the Latin or Cyrillic alphabet, the last one small, behind a space.
    var at = stop
    var letters = 0
    while at > start + 1 {
      let byte = bytes[at - 1]
      if (byte | 0x20) &- 0x61 < 26 {
        at -= 1
      } else if byte & 0xC0 == 0x80, bytes[at - 2] &- 0xC3 < 0x11 {
        at -= 2
      } else {
        break
      }
      letters += 1
    }
    let last = bytes[stop - 1]
    guard letters > 5, at == start || bytes[at - 1] == 0x20,
      last < 0x80 ? last >= 0x61 : bytes[stop - 2] != 0xD0 || last >= 0xB0
    else { return false }
    return knowledge.map { !$0.mayBeAbbreviation(bytes, at, stop) } ?? true
  }

  /// Whether a capital of the English or Russian alphabet stands at an index.
  @inline(__always)
  private func isPlainCapital(_ index: Int) -> Bool {
    bytes[index] &- 0x41 < 26 || (bytes[index] == 0xD0 && bytes[index + 1] &- 0x90 < 0x20)
  }

  private func stops(from lower: Int) -> Stops? {
    guard let first = StopScanner.stop(in: bytes, at: lower) else { return nil }
    var found = Stops(lower: lower, upper: lower + first.length, kind: first.kind)
    while let next = StopScanner.stop(in: bytes, at: found.upper) {
      found.upper += next.length
      switch (found.kind, next.kind) {
      case (.fullStop, .fullStop), (.fullStop, .ellipsis): found.kind = .ellipsis
      case (_, .wide): found.kind = .wide
      case (_, .emphatic): found.kind = .emphatic
      default: break
      }
    }
    return found
  }

  /// Where the sentence ends and the next one starts, if these stops end it and another one follows.
  private func cut(behind stops: Stops) -> (end: Int, next: Int)? {
    var closers = Closers()
    var end = stops.upper
    while end < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: end)
      if Self.isQuote(value) {
        closers.quotes += 1
      } else if value == 0x29 || value == 0x5D || value == 0x7D {
        closers.brackets += 1
      } else {
        break
      }
      end += length
    }
    guard end < bytes.count else { return nil }
    var next = spacesEnd(from: end)
    if next == end {
      guard stops.kind != .wide else { return (end, end) }
      return cutWithoutSpace(behind: stops, closersEnd: end)
    }
    // « Oui. » with a space before the closing mark.
    if next < bytes.count, Scalars.decode(bytes, at: next).value == 0xBB, next + 2 < bytes.count,
      spacesEnd(from: next + 2) > next + 2
    {
      closers.quotes += 1
      end = next + 2
      next = spacesEnd(from: end)
    }
    guard next < bytes.count, let following = following(at: next, closers: closers),
      hasWord(before: stops.lower), ends(at: stops, closers, before: following)
    else { return nil }
    return (end, next)
  }

  private func ends(at stops: Stops, _ closers: Closers, before following: Following) -> Bool {
    switch stops.kind {
    case .wide: return true
    case .emphatic:
      if isInsideTitle(stops.lower) { return closers.quotes > 0 && beginsSentence(following) }
      if closers.isEmpty, isNameWithStop(stops) { return beginsSentence(following) }
      return closers.quotes == 0 || !isAttribution(following)
    case .ellipsis:
      guard following.kind == .capital || following.kind == .other else { return following.isQuoted }
      // Where nouns have capitals a dash of points inside a sentence may stand before any of them.
      if knowledge?.nounCapitals == true, following.kind == .capital, !following.isQuoted,
        stops.lower > start, isSpace(bytes[stops.lower - 1])
      {
        return beginsSentence(following)
      }
      return true
    case .fullStop:
      return !isDateline(until: stops.lower, before: following)
        && fullStopEnds(at: stops.lower, closers, before: following)
    }
  }

  /// "Yahoo!" and others of the dictionary.
  private func isNameWithStop(_ stops: Stops) -> Bool {
    guard let knowledge, stops.upper == stops.lower + 1, bytes[stops.lower] == 0x21 else { return false }
    let word = wordStart(before: stops.lower).start
    return knowledge.notes(bytes, word, stops.upper).ending(isCapital: true) != nil
  }

  /// Whether a mark of quotation opened before `index` straight behind a word, without a colon: what is quoted
  /// is a title or a piece of the sentence («Что? Где? Когда?»), not speech.
  private func isInsideTitle(_ index: Int) -> Bool {
    var at = index
    while at > start, index - at < 64 {
      let (value, length) = Scalars.decode(bytes, before: at)
      at -= length
      guard Self.isQuote(value) || value == 0x201E || value == 0x201A, value != 0x27, value != 0x2019 else {
        continue
      }
      guard at - 1 > start, isSpace(bytes[at - 1]) else { return false }
      return Scalars.classify(Scalars.decode(bytes, before: at - 1).value).isLetter
    }
    return false
  }

  /// Whether the sentence so far holds anything but signs.
  private func hasWord(before index: Int) -> Bool {
    var at = start
    // More signs than this in a row are a sentence of their own.
    while at < index, at - start < 12 {
      let (value, length) = Scalars.decode(bytes, at: at)
      if Scalars.classify(value).isWordPart { return true }
      at += length
    }
    return at < index
  }

  /// «университета.Он»: the space was lost.
  private func cutWithoutSpace(behind stops: Stops, closersEnd: Int) -> (end: Int, next: Int)? {
    guard stops.kind != .ellipsis, stops.lower > start else { return nil }
    var next = stops.upper
    if closersEnd > next {
      // «сказал.«Он»: the mark opens the next sentence.
      let (value, length) = Scalars.decode(bytes, at: next)
      guard next + length == closersEnd, value == 0xAB || value == 0x201E || value == 0x201C else {
        return nil
      }
      next = closersEnd
    }
    guard kind(at: next) == .upper else { return nil }
    let second = next + Scalars.decode(bytes, at: next).length
    guard second < bytes.count, kind(at: second) == .lower || isSpace(bytes[second]) else { return nil }
    let (before, length) = Scalars.decode(bytes, before: stops.lower)
    if Self.isQuote(before) || before == 0x29 || before == 0x25 {
      return stops.lower - length > start ? (stops.upper, stops.upper) : nil
    }
    if stops.kind == .fullStop, before &- 0x30 < 10 {
      let number = numberStart(before: stops.lower)
      return stops.lower - number == 4 && beginsSentence(at: next) ? (stops.upper, stops.upper) : nil
    }
    guard Scalars.classify(before) == .lower else { return nil }
    let word = wordStart(before: stops.lower)
    let chunk = chunkStart(before: stops.lower)
    guard word.letters > 2, chunk == word.start, !isPartOfAddress(before: chunk) else { return nil }
    if kind(at: word.start) == .upper, !beginsSentence(at: next) { return nil }
    if stops.kind == .fullStop, let knowledge,
      knowledge.notes(bytes, word.start, stops.upper).ending(isCapital: true) != nil
    {
      return nil
    }
    return (stops.upper, stops.upper)
  }

  private func isPartOfAddress(before index: Int) -> Bool {
    guard index > start else { return false }
    let before = bytes[index - 1]
    return before == 0x2F || before == 0x40 || before == 0x3D || before == 0x5F
  }
}
