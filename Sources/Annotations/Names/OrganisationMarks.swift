import DatelineLexicon
import DatelineText

/// Names that a legal form or quotation marks betray.
extension OrganisationFinder {
  /// «АО «Самрук-Қазына»», "ООО Ромашка".
  func legalBefore(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let next = match.tokens.upperBound
    let limit = scan.sentence(of: match.tokens.lowerBound).upperBound
    guard next < limit else { return [] }
    if scan.isOpeningQuote(next), let close = scan.closingQuote(of: next, limit: limit) {
      return [made(match.tokens.lowerBound..<(close + 1), kind, "organisation.legal-before", 1.05)]
    }
    var end = capitalRun(from: next, limit: limit)
    // «ФКУ Упрдор «Алтай»»
    if end > next, scan.isOpeningQuote(end), let close = scan.closingQuote(of: end, limit: limit),
      !reading.lexicon.profile.nameCapitals
    {
      end = close + 1
    }
    guard end > next, !scan.tokens[next].shape.contains(.startsSentence),
      scan.isCapitalised(match.tokens.lowerBound)
    else { return [] }
    return [made(match.tokens.lowerBound..<end, kind, "organisation.legal-before", 0.93)]
  }

  /// "Siemens Energy AG", «"Зерде" Холдингі" АҚ».
  func legalAfter(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let head = match.tokens.lowerBound
    let floor = max(scan.sentence(of: head).lowerBound, head - longest)
    guard head > floor else { return [] }
    var token = head - 1
    // "Acme, Inc".
    if reading.isSign(token, ","), token > floor { token -= 1 }
    var start = head
    while token >= floor, !scan.blocked[token] {
      if scan.isClosingQuote(token), let open = scan.openingQuote(of: token, floor: floor) {
        // «„Kolchis“ Terminals GmbH»: what is quoted begins the name.
        start = open
        break
      }
      if reading.isSign(token, "&") {
        token -= 1
        continue
      }
      guard scan.isWord(token), scan.isCapitalised(token) || scan.tokens[token].shape.contains(.hasDigit),
        !scan.isReportingVerb(token), !endsRun(token), !isParticiple(token)
      else { break }
      start = token
      token -= 1
    }
    while start < head, reading.isSign(start, "&") || scan.isStopword(start) { start += 1 }
    guard start < head else { return [] }
    var end = match.tokens.upperBound
    // "Co., Ltd.", "GmbH & Co. KG".
    while end < scan.tokens.count, let more = scan.organisationForm(at: end), more.value.0 == .legalAfter {
      end = more.match.tokens.upperBound
    }
    return [made(start..<end, kind, "organisation.legal-after", scan.isQuote(start) ? 1.05 : 0.97)]
  }

  /// A capitalised word in front of a name that is not part of it: a title, a common noun for companies, an adjective of a place.
  private func endsRun(_ token: Int) -> Bool {
    let profile = reading.lexicon.profile
    if scan.title(at: token) != nil, scan.organisationForm(at: token) == nil { return true }
    if let form = scan.organisationForm(at: token), form.value.1 == "company",
      form.value.0 == .before || form.value.0 == .both,
      profile.nounCapitals || scan.tokens[token].shape.contains(.startsSentence)
    {
      return true
    }
    if profile.nounCapitals, scan.placeAdjective(at: token) != nil { return true }
    // «Түркияның Karadeniz Tahıl A.Ş.»
    if profile.verbLast, scan.knownPlace(at: token)?.match.inflection != nil { return true }
    return scan.isStopword(token)
  }

  /// "London-listed", "Bishkek-based": what is said of a company in front of its name.
  private func isParticiple(_ token: Int) -> Bool {
    guard reading.lexicon.profile.nameCapitals, let hyphen = reading.folded(token).lastIndex(of: 0x2D)
    else { return false }
    let text = Array(reading.string(token).utf8)
    guard text.count == reading.folded(token).count, text.count - hyphen > 4 else { return false }
    return text[(hyphen + 1)...].allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// «ГАУЗ «…»», «ГНЦ ВБ «Вектор»»: where capitals that no list has begin in front of a quoted name, as a legal
  /// form or the kind of an institute does.
  private func unknownForm(before open: Int, floor: Int) -> Int? {
    let profile = reading.lexicon.profile
    guard !profile.nameCapitals, !profile.nounCapitals, !profile.verbLast else { return nil }
    var start = open
    while start > floor, start > open - 3, scan.isAllCapitals(start - 1), !scan.blocked[start - 1],
      (2...6).contains(reading.string(start - 1).count), scan.knownOrganisation(at: start - 1) == nil,
      scan.knownPlace(at: start - 1) == nil, scan.organisationForm(at: start - 1) == nil,
      scan.title(at: start - 1) == nil
    {
      start -= 1
    }
    // A headline of capitals shows nothing.
    guard start < open, start == floor || !scan.isAllCapitals(start - 1), !scan.isAllCapitals(open + 1) else {
      return nil
    }
    return start
  }

  /// A name in quotation marks beside a noun for organisations that is written small: «компания «Х»».
  func quoted(at open: Int) -> [NameAnnotation] {
    let floor = scan.sentence(of: open).lowerBound
    let limit = scan.sentence(of: open).upperBound
    guard let close = scan.closingQuote(of: open, limit: limit), close - open > 1, close - open < 9,
      scan.isCapitalised(open + 1) || scan.isQuote(open + 1)
    else { return [] }
    if let start = unknownForm(before: open, floor: floor) {
      return [made(start..<(close + 1), "company", "organisation.abbreviation", 0.95)]
    }
    var kind: String?
    if close + 1 < limit, let form = scan.organisationForm(at: close + 1),
      [.after, .both].contains(form.value.0)
    {
      kind = form.value.1
    }
    if kind == nil, open > floor {
      for back in 1...3 where open - back >= floor {
        if let form = scan.organisationForm(at: open - back), form.match.tokens.upperBound == open,
          form.value.0 != .legalAfter, form.value.0 != .after
        {
          kind = form.value.1
        }
        // «КТЖ – Грузовые перевозки»: a known organisation begins the quotation, and more follows.
        if kind == nil, back == 1, let known = scan.knownOrganisation(at: open + 1),
          known.match.tokens.upperBound < close, reading.isDash(known.match.tokens.upperBound)
        {
          kind = reading.lexicon.organisations[known.value].kind
        }
        // «директор «Жел Энергии»», «между «А» и «Б»»: a title or a word for parties vouches for it.
        if kind == nil, let title = scan.title(at: open - back), title.match.tokens.upperBound == open {
          kind = "company"
        }
      }
      if kind == nil,
        reading.has(
          at: open - 1, .party,
          {
            switch $0 {
            case .party(.between, .before), .party(.with, .before): true
            default: false
            }
          })
      {
        kind = "company"
      }
    }
    guard let kind else { return [] }
    return [made((open + 1)..<close, kind, "organisation.quoted", 0.8)]
  }
}

extension OrganisationFinder {
  /// The words by which a text may name an organisation again: its name without legal form and quotation marks.
  ///
  /// Folded words; none where nothing would be left off, or what is left says too little.
  func shortNames(of name: NameAnnotation) -> [[[UInt8]]] {
    // «АО «Национальная компания «Алтын Бидай»»: the innermost quotation alone names it too.
    let inner = name.tokens.filter { scan.isOpeningQuote($0) }.last
    let quoted = inner.map { open in
      (open + 1..<name.tokens.upperBound).prefix { scan.isWord($0) }.map { reading.folded($0) }
    }
    var all = [nameWithoutForm(name)]
    if let first = firstWord(of: all[0]) { all.append([first]) }
    if let quoted, quoted.reduce(0, { $0 + $1.count }) >= 4, !all.contains(quoted) { all.append(quoted) }
    return all.filter { !$0.isEmpty }
  }

  /// "Kestrel" of "Kestrel Copper plc": a word that no dictionary knows and that nothing else is called by.
  private func firstWord(of words: [[UInt8]]) -> [UInt8]? {
    guard words.count > 1, let first = words.first, first.count >= 5 else { return nil }
    if reading.lexicon.hasEntry(of: first) { return nil }
    return first
  }

  private func nameWithoutForm(_ name: NameAnnotation) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var left = false
    var token = name.tokens.lowerBound
    while token < name.tokens.upperBound {
      if let form = scan.organisationForm(at: token), form.match.tokens.upperBound <= name.tokens.upperBound,
        [.legalBefore, .legalAfter].contains(form.value.0)
      {
        left = true
        token = form.match.tokens.upperBound
        continue
      }
      if scan.isWord(token) {
        words.append(reading.folded(token))
      } else {
        left = true
      }
      token += 1
    }
    guard left, words.count <= 5, words.reduce(0, { $0 + $1.count }) >= 4 else { return [] }
    return words
  }

  /// Where the text names organisations again by these words; the last may carry an ending.
  func repeated(_ names: [ShortName]) -> [NameAnnotation] {
    var firsts = WordTable(capacity: 0)
    var byFirst: [[Int]] = []
    var seen: Set<[[UInt8]]> = []
    for (index, entry) in names.enumerated() {
      // Of several organisations with one short name the first counts; one that is named a thousand times is one.
      guard let first = entry.words.first, seen.insert(entry.words).inserted else { continue }
      let number = Int(first.withUnsafeBufferPointer { firsts.insert($0) })
      if number == byFirst.count { byFirst.append([]) }
      byFirst[number].append(index)
    }
    if byFirst.isEmpty { return [] }
    var beginnings = Vocabulary(capacity: names.count)
    for name in names { if let first = name.words.first { beginnings.insert(Self.beginning(of: first)) } }
    var found: [NameAnnotation] = []
    for token in scan.tokens.indices where scan.isCapitalised(token) && !scan.blocked[token] {
      // Only what begins like one of them can be a form of it.
      let own = reading.words[token].folded
      guard beginnings.find(Self.beginning(of: own)) >= 0 else { continue }
      var heads: Set<Int32> = [firsts.find(own)]
      reading.lexicon.endings.strip(own, minimum: Self.fewestLetters) { heads.insert(firsts.find($0.bytes)) }
      for index in heads.filter({ $0 >= 0 }).flatMap({ byFirst[Int($0)] }).sorted() {
        let entry = names[index]
        let range = token..<(token + entry.words.count)
        guard range.upperBound <= scan.tokens.count, fits(range, entry.words) else { continue }
        found.append(
          scan.annotation(
            .organisation, range, name: entry.full.name, category: entry.full.category,
            country: entry.full.country, key: entry.full.key, rule: "organisation.again", score: 0.9))
      }
    }
    return found
  }

  /// Letters that must be left of a word where an ending is taken off.
  private static let fewestLetters = 3

  /// The hash of the letters that no ending takes away.
  private static func beginning(of word: [UInt8]) -> UInt64 {
    var (end, letters) = (0, 0)
    while end < word.count {
      if word[end] & 0xC0 != 0x80 {
        if letters == fewestLetters { break }
        letters += 1
      }
      end += 1
    }
    return word.withUnsafeBufferPointer { WordHash.of(UnsafeBufferPointer(rebasing: $0[..<end])) }
  }

  private func fits(_ range: Range<Int>, _ words: [[UInt8]]) -> Bool {
    for (offset, token) in range.enumerated() {
      if reading.folded(token) == words[offset] { continue }
      guard scan.isWord(token) else { return false }
      var same = false
      reading.lexicon.endings.strip(reading.folded(token), minimum: Self.fewestLetters) {
        if $0.bytes == words[offset] { same = true }
      }
      guard same else { return false }
    }
    return true
  }
}
