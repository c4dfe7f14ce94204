import DatelineLexicon
import DatelineText

/// Names built around a noun: "Ministry of …", "… University", «… министрлігі».
extension OrganisationFinder {
  /// Kinds whose names may hold small words only: «Министерство энергетики», "Ministerium der Finanzen".
  private static let kindsWithField: Set<String> = [
    "ministry", "government", "agency", "bank", "fund", "university", "international", "party", "embassy",
  ]

  /// Bodies that the name of their state belongs to: «Қазақстанның Энергетика министрлігі».
  private static let kindsOfStates: Set<String> = [
    "ministry", "government", "agency", "party", "embassy", "international",
  ]

  /// "Ministry of …", «Министерство …»: what the noun governs follows it.
  func headFirst(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let head = match.tokens.lowerBound
    let profile = reading.lexicon.profile
    if scan.isIndefinite(head) || match.inflection?.number == .plural { return [] }
    if kind == "other", profile.nameCapitals, endsTitle(head) { return [] }
    let isSmall = !scan.isCapitalised(head)
    if isSmall, profile.nounCapitals { return [] }
    if kind == "company" || isSmall && !Self.kindsWithField.contains(kind) {
      return namesBehind(match, kind)
    }
    let start = leftModifiers(of: head, adjectivesOnly: profile.nounCapitals || !profile.nameCapitals)
    let end = complement(after: match.tokens.upperBound, kind: kind, isClosed: isClosed(match))
    let isNamedInFront = start < head && isProperAdjective(start)
    guard end > match.tokens.upperBound || isNamedInFront else { return [] }
    let range = start..<end
    let behind = match.tokens.upperBound..<end
    // An embassy is somebody's: without a place the word means a message, or any embassy.
    if kind == "embassy", !range.contains(where: { scan.knownPlace(at: $0) != nil }) { return [] }
    let hasProperName = isNamedInFront || behind.contains { scan.isCapitalised($0) || scan.isQuote($0) }
    // «Центр исследований прикладной экономики»: a capital that no sentence begins with, and words enough.
    let isCapitalName = !isSmall && behind.count >= 2 && !scan.tokens[head].shape.contains(.startsSentence)
    guard hasProperName || Self.kindsWithField.contains(kind) && !isSmall || isCapitalName else { return [] }
    if isSmall, !hasProperName { return [] }
    // Nothing else has a country behind its noun so regularly, and «Фонд «Русский мир»» is one name.
    let isCertain =
      !isSmall
      && (kind == "embassy" && isOfCountry(behind) || scan.isOpeningQuote(behind.lowerBound) && start == head
        || isStatesOwn(range, kind))
    return [made(range, kind, "organisation.head-first", isCertain ? 1 : 0.9)]
  }

  /// "Chairman of the Board of Acme": whether a listed title of several words ends with a token.
  private func endsTitle(_ token: Int) -> Bool {
    scan.hasTitle(before: token, by: 2...5) { $0 == token + 1 }
  }

  /// «академия наук»: whether a form of several words has its complement in itself.
  private func isClosed(_ match: LexicalMatch) -> Bool {
    let last = match.tokens.upperBound - 1
    return match.tokens.count > 1 && !scan.isCapitalised(last) && scan.organisationForm(at: last) == nil
  }

  /// "Embassy of the Republic of Austria in Kenya", and not "embassy in Kenya": whether a country follows that is no
  /// place of work.
  private func isOfCountry(_ tokens: Range<Int>) -> Bool {
    guard let lead = tokens.first, !scan.isPreposition(lead) || scan.isConnector(lead, .organisation) else {
      return false
    }
    return tokens.contains { token in
      scan.knownPlace(at: token).map { reading.lexicon.places[$0.value].kind == "country" } ?? false
    }
  }

  /// «Генеральная прокуратура Армении»: whether a body of a state ends with the state, where nothing joins them.
  func isStatesOwn(_ tokens: Range<Int>, _ kind: String) -> Bool {
    let profile = reading.lexicon.profile
    guard Self.kindsOfStates.contains(kind), !profile.nameCapitals, !profile.nounCapitals, !profile.verbLast,
      scan.isCapitalised(tokens.lowerBound), reading.text.paragraphs.count > 1
    else { return false }
    return tokens.dropFirst().contains { token in
      guard let place = scan.knownPlace(at: token), place.match.tokens.upperBound == tokens.upperBound else {
        return false
      }
      return reading.lexicon.places[place.value].kind == "country"
    }
  }

  /// «Медеуский районный суд»: an adjective made of a name, where adjectives agree and other words are small.
  private func isProperAdjective(_ token: Int) -> Bool {
    let profile = reading.lexicon.profile
    guard !profile.nameCapitals, !profile.nounCapitals, !profile.verbLast, scan.mayBeAdjective(token) else {
      return false
    }
    return !scan.tokens[token].shape.contains(.startsSentence) || scan.placeAdjective(at: token) != nil
      || reading.forms(token).isEmpty
  }

  /// "the company Acme", "der Netzbetreiber Chasar Energo": a common noun, and the name alone behind it.
  private func namesBehind(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let next = match.tokens.upperBound
    let limit = scan.sentence(of: match.tokens.lowerBound).upperBound
    guard next < limit, !scan.isOpeningQuote(next) else { return [] }
    let end = capitalRun(from: next, limit: limit)
    let place = scan.knownPlace(at: next)?.match.tokens.upperBound
    guard end > next, place.map({ $0 < end && reading.forms($0).isEmpty }) ?? true, !scan.isTemporal(next),
      scan.placeAdjective(at: next) == nil, !scan.givenName(at: next) || end - next > 2,
      scan.organisationForm(at: next) == nil, !scan.isStopword(next)
    else { return [] }
    return [made(next..<end, kind, "organisation.behind-noun", 0.72)]
  }

  /// «Karadeniz Tahıl компаниясы»: a common noun, and the name alone in front of it.
  private func namesInFront(of match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let head = match.tokens.lowerBound
    let floor = max(scan.sentence(of: head).lowerBound, head - 6)
    var start = head
    while start > floor, scan.isCapitalised(start - 1), !scan.blocked[start - 1], !scan.isStopword(start - 1),
      scan.knownPlace(at: start - 1) == nil, scan.placeAdjective(at: start - 1) == nil,
      scan.title(at: start - 1) == nil
    {
      start -= 1
    }
    guard start < head else { return [] }
    return [made(start..<head, kind, "organisation.before-noun", 0.72)]
  }

  /// "… University", «… министрлігі»: the noun ends the name.
  func headLast(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let head = match.tokens.lowerBound
    let profile = reading.lexicon.profile
    // «Хабар» телеарнасы is one name, Qazsport телеарнасы a noun beside one.
    if kind == "company" || kind == "media" && profile.verbLast, !scan.isCapitalised(head),
      !(profile.verbLast && scan.isClosingQuote(head - 1))
    {
      return namesInFront(of: match, kind)
    }
    if match.inflection?.number == .plural, !scan.isCapitalised(head) { return [] }
    let agrees = profile.nounCapitals || !profile.nameCapitals && !profile.verbLast
    var start = leftModifiers(of: head, adjectivesOnly: agrees)
    while start < head, scan.isStopword(start) || !(scan.isCapitalised(start) || scan.isOpeningQuote(start)) {
      start += 1
    }
    // «Германияның Гёттинген университеті»: whose land it is belongs to a state's bodies only.
    if profile.verbLast, !Self.kindsOfStates.contains(kind), let place = scan.knownPlace(at: start),
      place.match.inflection?.cases.contains(.genitive) ?? false, place.match.tokens.upperBound < head
    {
      start = place.match.tokens.upperBound
    }
    // "Medienstiftung" alone is any, but "Film- und Medienstiftung" is one.
    if start == head, profile.nounCapitals, scan.isCapitalised(head), scan.isDash(before: head - 1),
      let lead = joinedLead(before: head)
    {
      return [made(lead..<match.tokens.upperBound, kind, "organisation.joined", 0.95)]
    }
    guard start < head else { return [] }
    // «Директорлар кеңесі»: a body of any firm.
    if profile.verbLast, start == head - 1, let title = scan.title(at: start),
      title.match.inflection?.number == .plural
    {
      return []
    }
    var end = match.tokens.upperBound
    // «… университет имени аль-Фараби», "University of Applied Sciences", "Embassy in China".
    if end < scan.sentence(of: head).upperBound,
      scan.isConnector(end, .organisation) && !scan.isConnector(end, .conjunction) || kind == "embassy"
        || scan.isConnector(end, .conjunction) && goesOn(behind: end, kind: kind)
        || agrees && !profile.nounCapitals
          && (Self.kindsWithField.contains(kind) || scan.isCapitalised(start) && start < head)
    {
      end = max(end, complement(after: end, kind: kind, isClosed: isClosed(match)))
    }
    // «Фолиант» баспасы, in an article: what a noun follows in quotation marks is one name with it.
    let isCertain =
      profile.verbLast && scan.isOpeningQuote(start) && scan.isClosingQuote(head - 1)
      && reading.text.paragraphs.count > 1
    var found = [made(start..<end, kind, "organisation.head-last", isCertain ? 1 : 0.88)]
    if let lead = joinedLead(before: start) {
      found.append(
        made(lead..<end, kind, "organisation.joined", scan.isDash(before: start - 1) ? 0.95 : 0.75))
    }
    return found
  }

  /// "Snowdonia Slate and Labour Museum", "Film- und Medienstiftung": where a name begins that a conjunction goes
  /// through; nil if another name or none stands in front of it.
  ///
  /// Whether these are one name or two, words alone do not say: both are offered.
  private func joinedLead(before start: Int) -> Int? {
    let floor = scan.sentence(of: start).lowerBound
    guard start - 2 >= floor, scan.isConnector(start - 1, .conjunction), scan.isCapitalised(start) else {
      return nil
    }
    // "Wildbach- und": the first half of a compound that the noun closes.
    if scan.isDash(before: start - 1) {
      let half = start - (reading.isDash(start - 2) ? 3 : 2)
      return half >= floor && scan.isCapitalised(half) && !scan.blocked[half] ? half : nil
    }
    guard reading.lexicon.profile.nameCapitals, scan.organisationForm(at: start - 2) == nil,
      scan.knownOrganisation(at: start - 2) == nil, scan.title(at: start - 2) == nil
    else { return nil }
    var first = start - 1
    while first > max(floor, start - longest), scan.isCapitalised(first - 1), !scan.blocked[first - 1],
      !scan.isStopword(first - 1),
      scan.organisationForm(at: first - 1)?.value.0 != .legalAfter, scan.title(at: first - 1) == nil,
      !scan.givenName(at: first - 1)
    {
      first -= 1
    }
    return first < start - 1 ? first : nil
  }

  /// Where the words before a noun that belong to its name begin.
  ///
  /// Goes left over capitalised words, over what stands in quotation marks, and over small words only if a
  /// capitalised one stands further left in the same phrase.
  func leftModifiers(of head: Int, adjectivesOnly: Bool) -> Int {
    let floor = max(scan.sentence(of: head).lowerBound, head - longest)
    var start = head
    var token = head - 1
    while token >= floor {
      guard !scan.blocked[token] else { break }
      if scan.isClosingQuote(token), !adjectivesOnly || reading.lexicon.profile.verbLast,
        let open = scan.openingQuote(of: token, floor: floor)
      {
        start = open
        token = open - 1
        // Somebody in front of a quoted name is not part of it.
        if token >= floor, scan.endsLikeName(token) || scan.givenName(at: token) { break }
        continue
      }
      guard scan.isWord(token), !breaksName(token), !endsOtherName(token) else { break }
      if scan.isCapitalised(token) {
        if belongsElsewhere(token, head: head) { break }
        // A whole person's name in front is somebody, unless the body is named after them («… атындағы»).
        if reading.lexicon.profile.verbLast, scan.endsLikeName(token), scan.givenName(at: token - 1),
          !scan.isConnector(token + 1, .organisation)
        {
          break
        }
        if adjectivesOnly, !scan.mayBeAdjective(token) { break }
        start = token
        token -= 1
        continue
      }
      guard smallWordFits(token, adjectivesOnly: adjectivesOnly) else { break }
      token -= 1
    }
    return start
  }

  /// A legal form closes the name in front of it; in a text of capitals only, so does "AND".
  private func endsOtherName(_ token: Int) -> Bool {
    if scan.isAllCapitals(token), scan.isConnector(token, .conjunction) { return true }
    guard scan.isCapitalised(token), let form = scan.organisationForm(at: token) else { return false }
    return form.value.0 == .legalAfter && form.match.inflection == nil
  }

  /// Whether a small word may stand inside a name, before its noun.
  private func smallWordFits(_ token: Int, adjectivesOnly: Bool) -> Bool {
    let profile = reading.lexicon.profile
    if scan.isConnector(token, .conjunction) {
      // «Ғылым және жоғары білім министрлігі»: joined inside the name if a small word follows. A name in quotation
      // marks is one by itself: «Сарайва және «Мұра» қоры».
      return !profile.nameCapitals && !adjectivesOnly && !scan.isCapitalised(token + 1)
        && !scan.isOpeningQuote(token + 1)
    }
    if scan.isConnector(token, .organisation), !scan.isStopword(token), !scan.isPreposition(token) {
      return true
    }
    if scan.isStopword(token) || scan.title(at: token) != nil { return false }
    if profile.nameCapitals { return false }
    // Another noun of the kind ends another name.
    if let other = scan.organisationForm(at: token), other.match.tokens.count == 1,
      other.match.inflection == nil || profile.verbLast,
      other.value.0 != .before, scan.isClosingQuote(token - 1) || scan.isCapitalised(token - 1)
    {
      return false
    }
    if isUndertaking(token) { return false }
    if adjectivesOnly { return scan.mayBeAdjective(token) && !scan.isReportingVerb(token) }
    return !scan.showsCase(token, [.locative, .ablative, .dative, .accusative, .instrumental])
      && !scan.saysWhere(token)
  }

  private func isUndertaking(_ token: Int) -> Bool {
    reading.has(at: token, .undertaking)
  }

  /// A capitalised word that belongs to another phrase: a place in another case, a title.
  private func belongsElsewhere(_ token: Int, head: Int) -> Bool {
    if let place = scan.knownPlace(at: token), let inflection = place.match.inflection,
      !inflection.cases.isEmpty, inflection.cases.isDisjoint(with: [.genitive, .nominative])
    {
      // «Қазақстанның Әзербайжандағы елшілігі»: where an embassy stands is part of its name.
      let isSeat =
        reading.lexicon.profile.verbLast && place.match.tokens.upperBound == head
        && scan.organisationForm(at: head)?.value.1 == "embassy"
      return !isSeat
    }
    if scan.saysWhere(token) { return true }
    // «Жобаға Yunus Emre институты»: the first word of a sentence is capitalised whatever it is.
    if reading.lexicon.profile.verbLast, scan.tokens[token].shape.contains(.startsSentence),
      scan.knownPlace(at: token) == nil, scan.knownOrganisation(at: token) == nil, showsObjectCase(token)
    {
      return true
    }
    if let (match, value) = scan.title(at: token), scan.organisationForm(at: token) == nil,
      scan.placeAdjective(at: token) == nil, match.inflection?.number != .plural
    {
      // "General Administration", "Chief Directorate": a rank that is an adjective here.
      return !(value.0 == .military && token == head - 1 && reading.lexicon.profile.nameCapitals)
    }
    return false
  }

  /// Whether a word, known or not, ends like an object or adverbial and hardly like anything else.
  private func showsObjectCase(_ token: Int) -> Bool {
    if scan.showsCase(token, [.dative, .accusative, .locative, .ablative, .instrumental]) { return true }
    var found = false
    reading.lexicon.endings.strip(reading.folded(token), kinds: .noun, minimum: 8) {
      if !$0.inflection.cases.isDisjoint(with: [.dative, .locative, .ablative]) { found = true }
      // «Жобаны Су ресурстары … министрлігі»: in front of another capital an object is no attribute.
      if $0.inflection.cases == .accusative, scan.isCapitalised(token + 1) { found = true }
    }
    return found
  }

  /// Words that no organisation's name goes across.
  private func breaksName(_ token: Int) -> Bool {
    if reading.has(
      at: token, [.party, .definite],
      {
        switch $0 {
        case .party(.between, _), .party(.sides, _), .definite: true
        default: false
        }
      })
    {
      return true
    }
    if scan.isReportingVerb(token), !scan.isConnector(token, .organisation) { return true }
    if scan.isStopword(token), !scan.isConnector(token, .organisation) { return true }
    if scan.isPreposition(token) { return true }
    return reading.has(at: token, [.agreementWord, .document, .trigger]) {
      switch $0 {
      case .agreementWord, .document, .trigger(_, .verb): true
      default: false
      }
    }
  }
}
