import DatelineLexicon
import DatelineText

/// A mention of a person with the roles given right there.
struct PersonMention {
  var name: NameAnnotation
  var gender: Gender = .unknown
  /// The cases that a title in front of the name may stand in, none of them the nominative.
  var hint: GrammaticalCases = []
  var roles: [RoleAnnotation] = []
}

/// Finds persons: names beside titles, names that begin with a known given name or initials, words that end
/// like family names.
struct PersonFinder {
  let scan: NameScan
  let titles: [TitlePhrase]
  private let names: NameRun
  /// Sentences in which somebody gets an office.
  private let appointing: Set<Int>

  private var reading: LexicalReading { scan.reading }

  init(scan: NameScan, titles: [TitlePhrase], names: [NameAnnotation]) {
    self.scan = scan
    self.titles = titles
    self.names = NameRun(scan: scan, titles: titles, names: names)
    var appointing: Set<Int> = []
    scan.reading.forEachMatch(of: .appointment) { match in
      if case .appointment(.appointed) = scan.reading.knowledge(match) {
        appointing.insert(scan.reading.sentenceOf[match.tokens.lowerBound])
      }
    }
    self.appointing = appointing
  }

  /// The persons as they are written: who of them stands is decided later, and only then their names are brought to
  /// the nominative.
  func persons() -> [PersonMention] {
    var found: [PersonMention] = []
    var claimed = TokenMap<Bool>(tokens: scan.tokens.count)
    for title in titles {
      if let run = runBeside(title) {
        claimed.put(true, at: run.lowerBound)
        add(run, title, score: 0.9, rule: "person.title", &found)
      }
    }
    for title in titles {
      if let run = runBefore(title), !claimed.has(run.lowerBound) {
        claimed.put(true, at: run.lowerBound)
        add(run, nil, score: 0.82, rule: "person.apposition", &found)
      }
    }
    for title in titles where !appointing.isEmpty {
      if let run = appointee(of: title), !claimed.has(run.lowerBound) {
        claimed.put(true, at: run.lowerBound)
        add(run, nil, score: 0.8, rule: "person.appointed", &found)
      }
    }
    for token in scan.tokens.indices where !claimed.has(token) {
      guard let (run, score, rule) = unannounced(at: token) else { continue }
      add(run, nil, score: score, rule: rule, &found)
    }
    return found
  }

  /// «врач Абена Осей»: whether a title that stands as in the dictionary could have shown another case.
  private func showsNominative(_ title: TitlePhrase?) -> Bool {
    let profile = reading.lexicon.profile
    guard let title, profile.everyNameWordInflects, !profile.verbLast, !title.isPlural,
      title.kind != .honorific,
      title.modifier.isEmpty
    else { return false }
    // Which of its words inflects, the dictionaries do not say: one word is sure.
    guard title.head.count == 1, let last = reading.string(title.head.lowerBound).unicodeScalars.last else {
      return false
    }
    // «атташе», «проф.»
    return last != "." && !profile.unchangingEndings.unicodeScalars.contains(last)
  }

  // MARK: Beside a title

  /// The name right after a title phrase, or behind a comma.
  private func runBeside(_ title: TitlePhrase) -> Range<Int>? {
    let limit = scan.sentence(of: title.head.lowerBound).upperBound
    var token = title.extent.upperBound
    // Another title may stand between: "Minister Prof. Dr. …".
    while token < limit, let number = names.titleAt[token], titles[number].head.lowerBound == token,
      titles[number].head.upperBound > token
    {
      let next = titles[number]
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
    if var run = names.run(from: token, limit: limit, allowUnknown: true) {
      if run.count == 1, scan.endsLikeName(run.lowerBound), scan.givenName(at: run.upperBound),
        let next = names.run(from: run.upperBound, limit: limit, allowUnknown: false)
      {
        run = next
      }
      // "CEO of Acme": behind a connector an unknown name is not the person's.
      if title.hasConnector, token == title.extent.upperBound, title.organisation == nil,
        title.country.isEmpty,
        reading.lexicon.profile.nameCapitals, !names.isLikelyName(run)
      {
        return nil
      }
      // Where nouns are capitalised a genitive behind a title is what it is the title of.
      if reading.lexicon.profile.nounCapitals, title.hasConnector, run.count == 1, !names.isLikelyName(run),
        !scan.endsLikeName(run.lowerBound), !scan.familyName(at: run.lowerBound)
      {
        return nil
      }
      return run
    }
    if reading.isSign(token, ",") || scan.isQuote(token), token + 1 < limit, !isApposition(title),
      let run = names.run(from: token + 1, limit: limit, allowUnknown: false), names.isLikelyName(run)
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
    guard comma > floor, reading.isSign(comma, ","), scan.isCapitalised(comma - 1),
      !names.otherNames[comma - 1]
    else { return false }
    return scan.endsLikeName(comma - 1) || scan.familyName(at: comma - 1) || scan.givenName(at: comma - 2)
  }

  /// An unknown name in front of a comma and a title: "said Liu Zhengwei, vice president of Huaxin Data".
  private func runBefore(_ title: TitlePhrase) -> Range<Int>? {
    guard title.kind != .honorific, title.kind != .academic else { return nil }
    let floor = scan.sentence(of: title.head.lowerBound).lowerBound
    var comma = title.extent.lowerBound - 1
    // An article may stand before the title.
    if comma > floor, scan.isWord(comma),
      scan.isStopword(comma) || reading.has(at: comma, .definite)
    {
      comma -= 1
    }
    guard comma > floor, reading.isSign(comma, ",") else { return nil }
    var start = comma
    while start > floor, comma - start < 3, names.fits(start - 1, first: false, afterGiven: false) {
      start -= 1
    }
    guard comma - start >= 2, start == floor || !scan.isCapitalised(start - 1) || start - 1 == floor else {
      return nil
    }
    if reading.lexicon.profile.nounCapitals, !scan.givenName(at: start), scan.mayBeAdjective(start) {
      return nil
    }
    // The title must not have a name of its own behind it.
    let limit = scan.sentence(of: start).upperBound
    if title.extent.upperBound < limit,
      names.run(from: title.extent.upperBound, limit: limit, allowUnknown: true) != nil
    {
      return nil
    }
    return start..<comma
  }

  /// An unknown name right in front of an office that its sentence gives to somebody: «… X … әкімі болып тағайындалды».
  private func appointee(of title: TitlePhrase) -> Range<Int>? {
    guard title.kind == .office || title.kind == .diplomatic, !reading.lexicon.profile.nounCapitals,
      appointing.contains(reading.sentenceOf[title.head.lowerBound])
    else { return nil }
    let sentence = scan.sentence(of: title.head.lowerBound)
    let end = title.extent.lowerBound
    var start = end
    while start > sentence.lowerBound, end - start < 4, names.fits(start - 1, first: false, afterGiven: false)
    {
      start -= 1
    }
    return end - start == 2 || end - start == 3 ? start..<end : nil
  }

  // MARK: By themselves

  private func unannounced(at token: Int) -> (Range<Int>, Double, String)? {
    guard scan.isCapitalised(token), !scan.blocked[token] else { return nil }
    let sentence = scan.sentence(of: token)
    // What quotation marks enclose is no person's name.
    if reading.isQuoteBefore(token, scan),
      (token + 1..<min(sentence.upperBound, token + 4)).contains(where: { scan.isClosingQuote($0) })
    {
      return nil
    }
    if token > sentence.lowerBound, scan.isCapitalised(token - 1), !scan.isTemporal(token - 1),
      !names.otherNames[token - 1], !names.titleAt.has(token - 1), !scan.isStopword(token - 1),
      token - 1 != sentence.lowerBound, !scan.givenName(at: token), !scan.isInitials(token)
    {
      // Inside a longer run of capitals that began earlier.
      return nil
    }
    guard let run = names.run(from: token, limit: sentence.upperBound, allowUnknown: false) else {
      return nil
    }
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

  // MARK: The mention

  private func add(
    _ run: Range<Int>, _ title: TitlePhrase?, score: Double, rule: String, _ found: inout [PersonMention]
  ) {
    let cases = title?.cases ?? []
    found.append(
      PersonMention(
        name: scan.annotation(.person, run, rule: rule, score: score),
        hint: cases.contains(.nominative) ? [] : cases.isEmpty && showsNominative(title) ? .nominative : cases
      ))
  }
}

extension LexicalReading {
  /// Whether a quotation mark stands right before a token.
  func isQuoteBefore(_ token: Int, _ scan: NameScan) -> Bool { token > 0 && scan.isOpeningQuote(token - 1) }
}
