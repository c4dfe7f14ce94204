import DatelineLexicon
import DatelineText

/// A role of a person as one phrase of the text gives it.
public struct RoleAnnotation: Sendable, Hashable {
  /// In the nominative.
  public var title: String
  /// The tokens of the title.
  public var range: TextRange
  /// Where the organisation is named.
  public var organisation: TextRange?
  /// ISO 3166-1 alpha-2 or empty.
  public var country: String
  /// `former`, `acting` or empty.
  public var modifier: String
}

/// A mention of a person with the roles given right there.
struct PersonMention {
  var name: NameAnnotation
  var gender: Gender
  var roles: [RoleAnnotation]
}

/// Finds persons: names beside titles, names that begin with a known given name or initials, words that end
/// like family names.
struct PersonFinder {
  let scan: NameScan
  let titles: [TitlePhrase]
  private var titleAt: [Int: TitlePhrase] = [:]
  private var titleEndingAt: [Int: TitlePhrase] = [:]
  private var otherNames: [Bool]

  private var reading: LexicalReading { scan.reading }

  init(scan: NameScan, titles: [TitlePhrase], names: [NameAnnotation]) {
    self.scan = scan
    self.titles = titles
    otherNames = [Bool](repeating: false, count: scan.tokens.count)
    for name in names where name.score >= 0.7 { for token in name.tokens { otherNames[token] = true } }
    for title in titles { titleEndingAt[title.extent.upperBound] = title }
    for title in titles { for token in title.head where titleAt[token] == nil { titleAt[token] = title } }
  }

  func persons() -> [PersonMention] {
    var found: [PersonMention] = []
    var claimed = Set<Int>()
    for title in titles {
      if let run = runBeside(title) {
        claimed.insert(run.lowerBound)
        add(run, title, score: 0.9, rule: "person.title", &found)
      }
    }
    for title in titles {
      if let run = runBefore(title), !claimed.contains(run.lowerBound) {
        claimed.insert(run.lowerBound)
        add(run, nil, score: 0.82, rule: "person.apposition", &found)
      }
    }
    for token in scan.tokens.indices where !claimed.contains(token) {
      guard let (run, score, rule) = unannounced(at: token) else { continue }
      add(run, nil, score: score, rule: rule, &found)
    }
    return found
  }

  // MARK: Beside a title

  /// The name right after a title phrase, or behind a comma.
  private func runBeside(_ title: TitlePhrase) -> Range<Int>? {
    let limit = scan.sentence(of: title.head.lowerBound).upperBound
    var token = title.extent.upperBound
    // Another title may stand between: "Minister Prof. Dr. …".
    while token < limit, let next = titleAt[token], next.head.lowerBound == token,
      next.head.upperBound > token
    {
      guard
        next.kind == .academic || next.kind == .honorific || next.kind == .military
          || next.kind == .diplomatic
      else { return nil }
      token = next.extent.upperBound
    }
    // An abbreviation in brackets behind the organisation: «ректор … университета (КазНУ) …».
    if token + 2 < limit, reading.isSign(token, "("), reading.isSign(token + 2, ")"),
      title.organisation != nil
    {
      token += 3
    }
    guard token < limit else { return nil }
    if let run = run(from: token, limit: limit, allowUnknown: true) {
      // "CEO of Acme": behind a connector an unknown name is not the person's.
      if title.hasConnector, token == title.extent.upperBound, title.organisation == nil,
        title.country.isEmpty,
        reading.lexicon.profile.nameCapitals, !isLikelyName(run)
      {
        return nil
      }
      // Where nouns are capitalised a genitive behind a title is what it is the title of.
      if reading.lexicon.profile.nounCapitals, title.hasConnector, run.count == 1, !isLikelyName(run),
        !scan.endsLikeName(run.lowerBound), !scan.familyName(at: run.lowerBound)
      {
        return nil
      }
      return run
    }
    if reading.isSign(token, ",") || scan.isQuote(token), token + 1 < limit, !isApposition(title),
      let run = run(from: token + 1, limit: limit, allowUnknown: false), isLikelyName(run)
    {
      return run
    }
    return nil
  }

  /// "A, director of X, B, chairman of Y": a title behind somebody's name and a comma is not the next one's.
  private func isApposition(_ title: TitlePhrase) -> Bool {
    var comma = title.extent.lowerBound - 1
    let floor = scan.sentence(of: title.head.lowerBound).lowerBound
    if comma > floor, scan.isStopword(comma) { comma -= 1 }
    guard comma > floor, reading.isSign(comma, ","), scan.isCapitalised(comma - 1), !otherNames[comma - 1]
    else {
      return false
    }
    return scan.endsLikeName(comma - 1) || scan.familyName(at: comma - 1) || scan.givenName(at: comma - 2)
  }

  /// An unknown name in front of a comma and a title: "said Liu Zhengwei, vice president of Huaxin Data".
  private func runBefore(_ title: TitlePhrase) -> Range<Int>? {
    guard title.kind != .honorific, title.kind != .academic else { return nil }
    let floor = scan.sentence(of: title.head.lowerBound).lowerBound
    var comma = title.extent.lowerBound - 1
    // An article may stand before the title.
    if comma > floor, scan.isWord(comma),
      scan.isStopword(comma) || reading.has(at: comma, { if case .definite = $0 { true } else { false } })
    {
      comma -= 1
    }
    guard comma > floor, reading.isSign(comma, ",") else { return nil }
    var start = comma
    while start > floor, comma - start < 3, fits(start - 1, first: false, afterGiven: false) { start -= 1 }
    guard comma - start >= 2, start == floor || !scan.isCapitalised(start - 1) || start - 1 == floor else {
      return nil
    }
    if reading.lexicon.profile.nounCapitals, !scan.givenName(at: start), scan.mayBeAdjective(start) {
      return nil
    }
    // The title must not have a name of its own behind it.
    let limit = scan.sentence(of: start).upperBound
    if title.extent.upperBound < limit,
      run(from: title.extent.upperBound, limit: limit, allowUnknown: true) != nil
    {
      return nil
    }
    return start..<comma
  }

  /// Whether a run looks like a person by itself.
  private func isLikelyName(_ run: Range<Int>) -> Bool {
    if scan.isInitials(run.lowerBound) { return run.count > 1 }
    guard run.count > 1 else { return false }
    return scan.givenName(at: run.lowerBound)
      || run.dropFirst().contains { scan.endsLikeName($0) || scan.familyName(at: $0) }
      || run.contains { scan.givenName(at: $0) }
  }

  /// The longest run of words from a token that can be one person's name.
  ///
  /// - Parameter allowUnknown: whether a word may stand in it of which nothing is known (a title vouches for it).
  private func run(from start: Int, limit: Int, allowUnknown: Bool) -> Range<Int>? {
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
      guard fits(token, first: token == start, afterGiven: token > start && scan.givenName(at: token - 1))
      else { break }
      token += 1
      words += 1
      // A possessive ends the name.
      if token < limit, reading.isPossessive(token) { break }
    }
    guard words > 0, token > start else { return nil }
    // Initials alone, or a particle alone, are no name; initials behind a surname are.
    return start..<token
  }

  /// The capitalised word behind up to three particles, or nil if there are none.
  private func particles(from token: Int, limit: Int) -> Int? {
    var next = token
    while next < limit, next - token < 4, !scan.givenName(at: next),
      let found = reading.longest(at: next, { if case .connector(.person) = $0 { true } else { nil } }),
      found.match.inflection == nil
    {
      next = found.match.tokens.upperBound
    }
    guard next > token, next < limit, scan.isCapitalised(next), !otherNames[next] else { return nil }
    return next
  }

  private func fits(_ token: Int, first: Bool, afterGiven: Bool) -> Bool {
    guard scan.isCapitalised(token) || hasParticle(token), !scan.blocked[token] else { return false }
    // "Jan Fischer", "April Smith": a month in front of a name is a given name.
    if scan.isTemporal(token), !(scan.givenName(at: token) && scan.isCapitalised(token + 1)) { return false }
    if otherNames[token], !afterGiven || scan.knownOrganisation(at: token) != nil, !isGivenNameToo(token) {
      return false
    }
    if let title = titleAt[token], title.head.contains(token) { return false }
    if scan.organisationForm(at: token) != nil, !scan.familyName(at: token) { return false }
    if scan.isStopword(token), !scan.givenName(at: token), !scan.familyName(at: token) { return false }
    if scan.placeAdjective(at: token) != nil, !scan.givenName(at: token), !scan.endsLikeName(token) {
      return false
    }
    if reading.has(
      at: token,
      {
        switch $0 {
        case .agreementWord, .trigger, .attribution, .calendar, .reminder, .document, .undertaking: true
        default: false
        }
      }), !scan.givenName(at: token), !scan.familyName(at: token)
    {
      return false
    }
    // An abbreviation is no name, unless the whole name is in capitals.
    if scan.isAllCapitals(token), reading.string(token).count <= 4, !afterGiven { return false }
    return !reading.folded[token].contains { (0x30...0x39).contains($0) }
  }

  /// A given name that is a place as well ("Nursultan", "Sofia") is a given name in front of a family name.
  private func isGivenNameToo(_ token: Int) -> Bool {
    scan.givenName(at: token) && scan.isCapitalised(token + 1) && !otherNames[token + 1]
      && scan.knownOrganisation(at: token) == nil && scan.organisationForm(at: token + 1) == nil
      && (scan.endsLikeName(token + 1) || scan.familyName(at: token + 1))
  }

  // MARK: By themselves

  private func unannounced(at token: Int) -> (Range<Int>, Double, String)? {
    let sentence = scan.sentence(of: token)
    // What quotation marks enclose is no person's name.
    if reading.isQuoteBefore(token, scan),
      (token + 1..<min(sentence.upperBound, token + 4)).contains(where: { scan.isClosingQuote($0) })
    {
      return nil
    }
    guard scan.isCapitalised(token), !scan.blocked[token] else { return nil }
    if token > sentence.lowerBound, scan.isCapitalised(token - 1), !scan.isTemporal(token - 1),
      !otherNames[token - 1], titleAt[token - 1] == nil, !scan.isStopword(token - 1),
      token - 1 != sentence.lowerBound, !scan.givenName(at: token), !scan.isInitials(token)
    {
      // Inside a longer run of capitals that began earlier.
      return nil
    }
    guard let run = run(from: token, limit: sentence.upperBound, allowUnknown: false) else { return nil }
    if scan.isInitials(token) {
      return run.count > 1 ? (run, 0.93, "person.initials") : nil
    }
    if run.count > 1, run.dropFirst().allSatisfy({ scan.isInitials($0) }) {
      return scan.endsLikeName(token) || scan.familyName(at: token) ? (run, 0.93, "person.initials") : nil
    }
    if scan.givenName(at: token), run.count > 1 {
      let known = run.dropFirst().contains { scan.endsLikeName($0) || scan.familyName(at: $0) }
      return (run, known ? 0.92 : 0.78, "person.given-name")
    }
    if run.count > 1, let last = run.last,
      scan.endsLikeName(last) || scan.familyName(at: last) || scan.givenName(at: last)
    {
      if token == sentence.lowerBound, run.count == 2, !scan.endsLikeName(last) { return nil }
      // Where nouns are capitalised any noun may stand in front of a family name.
      if reading.lexicon.profile.nounCapitals, !scan.givenName(at: token) { return nil }
      return (run, 0.76, "person.family-name")
    }
    if run.count == 1, token > sentence.lowerBound, !reading.isQuoteBefore(token, scan),
      scan.endsLikeName(token), !scan.givenName(at: token)
    {
      return (run, 0.4, "person.family-ending")
    }
    return nil
  }

  /// «әл-Шазли», "al-Assad": a small particle tied to a capitalised word.
  private func hasParticle(_ token: Int) -> Bool {
    guard scan.isWord(token), scan.tokens[token].shape.contains(.innerCapital) else { return false }
    let bytes = reading.folded[token]
    guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")) else { return false }
    let particles = [Array(bytes[...hyphen]), Array(bytes[..<hyphen])].map { reading.lexicon.words.find($0) }
    return particles.contains { word in
      guard word >= 0, let node = reading.lexicon.trie.next(0, word) else { return false }
      return reading.lexicon.trie.entries(at: node).contains {
        if case .connector(.person) = reading.lexicon.entries[Int($0)].knowledge { true } else { false }
      }
    }
  }

  // MARK: The mention

  private func add(
    _ run: Range<Int>, _ title: TitlePhrase?, score: Double, rule: String, _ found: inout [PersonMention]
  ) {
    let hint = title?.cases.first { $0 != "nom" } ?? ""
    let (name, gender) = scan.nominative.person(run, hint: title?.cases.contains("nom") ?? true ? "" : hint)
    var mention = PersonMention(
      name: scan.annotation(.person, run, name: name, rule: rule, score: score), gender: gender, roles: [])
    if let title { mention.roles += roles(of: title, near: run) }
    if let behind = titleBehind(run) { mention.roles += roles(of: behind, near: run) }
    found.append(mention)
  }

  /// A title in apposition: "Timur Schaksylykow, der … Botschafter Kasachstans in Belarus".
  private func titleBehind(_ run: Range<Int>) -> TitlePhrase? {
    let limit = scan.sentence(of: run.lowerBound).upperBound
    guard run.upperBound + 1 < limit else { return nil }
    guard
      reading.isSign(run.upperBound, ",") || reading.isSign(run.upperBound, "(")
        || reading.isDash(run.upperBound)
    else { return nil }
    var token = run.upperBound + 1
    while token < min(limit, run.upperBound + 7) {
      if let title = titleAt[token], title.head.contains(token) {
        // Followed by a name of its own, the title is that person's.
        if title.extent.upperBound < limit,
          self.run(from: title.extent.upperBound, limit: limit, allowUnknown: true) != nil
        {
          return nil
        }
        return title
      }
      guard scan.isWord(token), !scan.isReportingVerb(token),
        scan.isStopword(token) || otherNames[token] || scan.placeAdjective(at: token) != nil
          || scan.titleModifier(at: token) != nil || !scan.isCapitalised(token)
          || scan.isConnector(token, .organisation)
      else { return nil }
      token += 1
    }
    return nil
  }

  /// The roles of a title phrase, and of the titles joined to it in front ("rector and professor").
  private func roles(of title: TitlePhrase, near run: Range<Int>) -> [RoleAnnotation] {
    guard title.kind != .honorific else { return precedingRole(of: title) }
    var roles = [role(title)]
    roles += precedingRole(of: title)
    return roles
  }

  /// A title right in front of a title: "Minister Prof.
  ///
  /// X", "Deputy Prime Minister – Minister of Economy X".
  private func precedingRole(of title: TitlePhrase) -> [RoleAnnotation] {
    var token = title.extent.lowerBound - 1
    if token >= 0,
      reading.isDash(token) || scan.isConnector(token, .conjunction) || reading.isSign(token, ",")
    {
      token -= 1
    }
    guard token >= 0 else { return [] }
    guard
      let before = titleEndingAt[token + 1], before.head.upperBound <= title.head.lowerBound,
      before.kind != .honorific,
      reading.sentenceOf[before.head.lowerBound] == reading.sentenceOf[title.head.lowerBound]
    else { return [] }
    return [role(before)]
  }

  private func role(_ title: TitlePhrase) -> RoleAnnotation {
    RoleAnnotation(
      title: title.title, range: reading.range(title.head),
      organisation: title.organisation.map { reading.range($0) }, country: title.country,
      modifier: title.modifier)
  }
}

extension LexicalReading {
  /// Whether a quotation mark stands right before a token.
  func isQuoteBefore(_ token: Int, _ scan: NameScan) -> Bool { token > 0 && scan.isOpeningQuote(token - 1) }
}
