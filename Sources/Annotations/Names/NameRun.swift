import DatelineLexicon
import DatelineText

/// How far the words of one person's name go.
struct NameRun {
  let scan: NameScan
  /// Tokens of organisations and places that are sure.
  private(set) var otherNames: [Bool]
  /// The number of the title that a token belongs to.
  private(set) var titleAt: TokenMap<Int>

  private var reading: LexicalReading { scan.reading }

  init(scan: NameScan, titles: [TitlePhrase], names: [NameAnnotation]) {
    self.scan = scan
    titleAt = TokenMap(tokens: scan.tokens.count)
    otherNames = [Bool](repeating: false, count: scan.tokens.count)
    for name in names where name.score >= 0.7 && !scan.endsInsideToken(name) {
      for token in name.tokens { otherNames[token] = true }
    }
    for index in titles.indices {
      for token in titles[index].head where !titleAt.has(token) { titleAt.put(index, at: token) }
    }
  }

  /// Whether a run looks like a person by itself.
  func isLikelyName(_ run: Range<Int>) -> Bool {
    if scan.isInitials(run.lowerBound) { return run.count > 1 }
    guard run.count > 1 else { return false }
    return scan.givenName(at: run.lowerBound)
      || run.dropFirst().contains { scan.endsLikeName($0) || scan.familyName(at: $0) }
      || run.contains { scan.givenName(at: $0) }
  }

  /// The longest run of words from a token that can be one person's name.
  ///
  /// - Parameter allowUnknown: whether a word may stand in it of which nothing is known (a title vouches for it).
  func run(from start: Int, limit: Int, allowUnknown: Bool) -> Range<Int>? {
    var token = start
    var words = 0
    while token < limit, token - start < 6, words < 4 {
      if scan.isInitials(token), !scan.blocked[token] {
        token += 1
        continue
      }
      // "von der", "al-", "bin": particles in front of a capitalised word.
      if let behind = particles(from: token, limit: limit),
        token > start || allowUnknown || scan.isCapitalised(token)
      {
        token = behind
        continue
      }
      // The next person: a given name behind a family name.
      if words >= 2, scan.givenName(at: token), scan.endsLikeName(token - 1), !scan.endsLikeName(token) {
        break
      }
      // In a text of capitals only, whatever follows a family name is another word.
      if words >= 2, scan.isAllCapitals(token), scan.isAllCapitals(token - 1), isFamily(token - 1),
        !scan.endsLikeName(token), !scan.familyName(at: token)
      {
        break
      }
      let afterGiven = token > start && (scan.givenName(at: token - 1) || scan.isInitials(token - 1))
      guard fits(token, first: token == start, afterGiven: afterGiven) else { break }
      token += 1
      words += 1
      // A possessive ends the name.
      if token < limit, reading.isPossessive(token) { break }
    }
    guard words > 0, token > start else { return nil }
    // «адвокат Ибраимова Салтанат Бекова»: somebody's family name in the genitive, then somebody else.
    if words == 3, token - start == 3, isFamily(start), scan.givenName(at: start + 1), isFamily(start + 2),
      !scan.givenName(at: start)
    {
      return start..<(start + 1)
    }
    // Initials alone, or a particle alone, are no name; initials behind a surname are.
    return start..<token
  }

  /// The capitalised word behind up to three particles, or nil if there are none.
  func particles(from token: Int, limit: Int) -> Int? {
    var next = token
    while next < limit, next - token < 4, !scan.givenName(at: next),
      let found = reading.longest(
        at: next, .connector, { if case .connector(.person) = $0 { true } else { nil } }),
      found.match.inflection == nil
    {
      next = found.match.tokens.upperBound
    }
    guard next > token, next < limit, scan.isCapitalised(next), !otherNames[next] else { return nil }
    return next
  }

  private func isFamily(_ token: Int) -> Bool {
    scan.endsLikeName(token)
      && reading.lexicon.nameEndings.kind(of: reading.folded(token))?.kind != .patronymic
  }

  /// What no word of a name is.
  private static let commonKinds: KnowledgeKinds = [
    .agreementWord, .trigger, .attribution, .calendar, .reminder, .document, .undertaking,
  ]

  func fits(_ token: Int, first: Bool, afterGiven: Bool) -> Bool {
    guard scan.isCapitalised(token) || hasParticle(token), !scan.blocked[token] else { return false }
    // "Jan Fischer", "April Smith": a month in front of a name is a given name.
    if scan.isTemporal(token), !(scan.givenName(at: token) && scan.isCapitalised(token + 1)) { return false }
    if otherNames[token], !afterGiven || scan.knownOrganisation(at: token) != nil, !isGivenNameToo(token) {
      return false
    }
    if titleAt.has(token) { return false }
    if scan.organisationForm(at: token) != nil, !scan.familyName(at: token) { return false }
    if scan.isStopword(token), !scan.givenName(at: token), !scan.familyName(at: token) { return false }
    if scan.placeAdjective(at: token) != nil, !scan.givenName(at: token), !scan.endsLikeName(token) {
      return false
    }
    if reading.has(at: token, Self.commonKinds), !scan.givenName(at: token), !scan.familyName(at: token) {
      return false
    }
    // «КазНПУ»: capitals inside a word are an abbreviation's, but for "McDonald" and what a hyphen joins.
    if scan.tokens[token].shape.contains(.innerCapital), capitalsInside(token) > 1 { return false }
    // An abbreviation is no name, unless the whole name is in capitals.
    if scan.isAllCapitals(token), reading.string(token).count <= 4, !afterGiven,
      !(scan.givenName(at: token) && scan.isAllCapitals(token + 1))
    {
      return false
    }
    return !reading.folded(token).contains { (0x30...0x39).contains($0) }
  }

  /// A given name that is a place as well ("Nursultan", "Sofia") is a given name in front of a family name.
  func isGivenNameToo(_ token: Int) -> Bool {
    scan.givenName(at: token) && scan.isCapitalised(token + 1) && !otherNames[token + 1]
      && scan.knownOrganisation(at: token) == nil && scan.organisationForm(at: token + 1) == nil
      && (scan.endsLikeName(token + 1) || scan.familyName(at: token + 1))
  }

  /// «әл-Шазли», "al-Assad": a small particle tied to a capitalised word.
  func hasParticle(_ token: Int) -> Bool {
    guard scan.isWord(token), scan.tokens[token].shape.contains(.innerCapital) else { return false }
    let bytes = reading.folded(token)
    guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")) else { return false }
    let particles = [Array(bytes[...hyphen]), Array(bytes[..<hyphen])].map { reading.lexicon.words.find($0) }
    return particles.contains { word in
      guard word >= 0, let node = reading.lexicon.trie.next(0, word) else { return false }
      return reading.lexicon.trie.entries(at: node).contains {
        if case .connector(.person) = reading.lexicon.entries[Int($0)].knowledge { true } else { false }
      }
    }
  }

  /// Capitals that neither begin a word nor stand behind a hyphen or apostrophe.
  private func capitalsInside(_ token: Int) -> Int {
    var count = 0
    var isStart = true
    for scalar in reading.string(token).unicodeScalars {
      if !isStart, scalar.properties.isUppercase { count += 1 }
      isStart = !scalar.properties.isAlphabetic
    }
    return count
  }
}
