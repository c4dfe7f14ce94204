import DatelineLexicon
import DatelineText

/// Finds organisations: those of the dictionaries, and names built around the nouns, legal forms and
/// quotation marks by which organisations are known.
struct OrganisationFinder {
  let scan: NameScan
  /// Longest name in tokens.
  private let longest = 14

  init(scan: NameScan) { self.scan = scan }

  private var reading: LexicalReading { scan.reading }

  func organisations() -> [NameAnnotation] {
    var found: [NameAnnotation] = []
    for token in scan.tokens.indices where !scan.blocked[token] {
      found += known(at: token)
      if let (match, (role, kind)) = scan.organisationForm(at: token) {
        switch role {
        case .before: found += headFirst(match, kind)
        case .after: found += headLast(match, kind)
        case .both: found += headFirst(match, kind) + headLast(match, kind)
        case .legalBefore: found += legalBefore(match, kind)
        case .legalAfter: found += legalAfter(match, kind)
        case .alone: found += alone(match, kind)
        }
      }
      if scan.isOpeningQuote(token) { found += quoted(at: token) }
    }
    return found + listed(beside: found)
  }

  /// "Cisco, Konica Minolta, Samsung and Alcatel": an unknown name between known ones of a list is one of them.
  private func listed(beside known: [NameAnnotation]) -> [NameAnnotation] {
    var ends: [Int: NameAnnotation] = [:]
    var starts: [Int: NameAnnotation] = [:]
    for name in known {
      ends[name.tokens.upperBound] = name
      starts[name.tokens.lowerBound] = name
    }
    func separates(_ token: Int) -> Bool {
      reading.isSign(token, ",") || scan.isConnector(token, .conjunction)
    }
    var found: [NameAnnotation] = []
    for name in known where name.category == "company" {
      var comma = name.tokens.upperBound
      // Goes on from name to name; what was found lets the next be found.
      while separates(comma), comma + 1 < scan.tokens.count, starts[comma + 1] == nil {
        let limit = scan.sentence(of: comma).upperBound
        let end = capitalRun(from: comma + 1, limit: limit)
        guard end > comma + 1, end - comma < 5, end < limit, separates(end) || reading.isSign(end, "."),
          scan.knownPlace(at: comma + 1) == nil, !scan.isStopword(comma + 1)
        else { break }
        // One known name before is not enough: the list must show another.
        let others = known.contains { $0.tokens.lowerBound > end && $0.tokens.lowerBound < end + 12 && $0.category == "company" }
          || ends[name.tokens.lowerBound - 1] != nil || !found.isEmpty
        guard others else { break }
        found.append(
          scan.annotation(
            .organisation, (comma + 1)..<end, category: "company", rule: "organisation.listed", score: 0.65))
        comma = end
      }
    }
    return found
  }

  // MARK: From the dictionaries

  private func known(at token: Int) -> [NameAnnotation] {
    reading.matches(at: token).compactMap { match in
      guard case .organisation(let index) = reading.knowledge(match) else { return nil }
      guard match.tokens.contains(where: { scan.isCapitalised($0) }) else { return nil }
      let organisation = reading.lexicon.organisations[index]
      var tokens = match.tokens
      // A gazetteer name inside quotation marks that a legal form follows is found by that rule, longer.
      if tokens.count == 1, scan.isOpeningQuote(token - 1), scan.isClosingQuote(tokens.upperBound) {
        tokens = match.tokens
      }
      return scan.annotation(
        .organisation, tokens, name: reading.entry(match).form, category: organisation.kind,
        country: organisation.country, key: organisation.key, rule: "organisation.dictionary",
        score: match.tokens.count > 1 ? 0.95 : 0.85)
    }
  }

  // MARK: Nouns

  /// "Ministry of …", «Министерство …»: what the noun governs follows it.
  private func headFirst(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    if scan.isIndefinite(match.tokens.lowerBound) || match.inflection?.number == "pl" { return [] }
    let start = leftModifiers(of: match.tokens.lowerBound, adjectivesOnly: reading.lexicon.profile.nounCapitals)
    let end = complement(after: match.tokens.upperBound, kind: kind)
    guard end > match.tokens.upperBound else { return [] }
    // An embassy is somebody's: without a place the word means a message, or any embassy.
    if kind == "embassy", !(start..<end).contains(where: { scan.knownPlace(at: $0) != nil }) { return [] }
    // The noun itself may be written small in Russian and Kazakh; then its complement has to hold a capital.
    let range = start..<end
    guard scan.isCapitalised(match.tokens.lowerBound) || range.contains(where: { scan.isCapitalised($0) || scan.isQuote($0) })
    else { return [] }
    if !scan.isCapitalised(match.tokens.lowerBound), reading.lexicon.profile.nounCapitals { return [] }
    return [made(range, kind, "organisation.head-first", 0.9)]
  }

  /// "… University", «… министрлігі»: the noun ends the name.
  private func headLast(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let head = match.tokens.lowerBound
    if match.inflection?.number == "pl", scan.isCapitalised(head) == false { return [] }
    var start = leftModifiers(of: head, adjectivesOnly: false)
    while start < head, scan.isStopword(start) || !startsName(start) { start += 1 }
    guard start < head else { return [] }
    var end = match.tokens.upperBound
    // «… университет имени аль-Фараби», "University of Applied Sciences".
    if end < scan.sentence(of: head).upperBound, scan.isConnector(end, .organisation) || kind == "embassy" {
      end = max(end, complement(after: end, kind: kind))
    }
    return [made(start..<end, kind, "organisation.head-last", 0.88)]
  }

  private func startsName(_ token: Int) -> Bool { scan.isCapitalised(token) || scan.isOpeningQuote(token) }

  /// Where the words before a noun that belong to its name begin.
  ///
  /// Goes left over capitalised words, over what stands in quotation marks, and over small words only if a
  /// capitalised one stands further left in the same phrase.
  private func leftModifiers(of head: Int, adjectivesOnly: Bool) -> Int {
    let floor = max(scan.sentence(of: head).lowerBound, head - longest)
    var start = head
    var token = head - 1
    while token >= floor {
      guard !scan.blocked[token] else { break }
      if scan.isClosingQuote(token), let open = openingQuote(of: token, floor: floor) {
        start = open
        token = open - 1
        continue
      }
      guard scan.isWord(token), !breaksName(token) else { break }
      if scan.isCapitalised(token) {
        if isObliqueOrOtherName(token, head: head) { break }
        if adjectivesOnly, !scan.mayBeAdjective(token) { break }
        start = token
        token -= 1
        continue
      }
      // A small word: an adjective, a genitive, a conjunction within the name.
      guard smallWordFits(token) else { break }
      token -= 1
    }
    return start
  }

  /// Whether a small word may stand inside a name, before its noun.
  private func smallWordFits(_ token: Int) -> Bool {
    if scan.isConnector(token, .conjunction) {
      return scan.isCapitalised(token - 1) || !reading.lexicon.profile.nameCapitals
    }
    if scan.isConnector(token, .organisation), !scan.isStopword(token), !scan.isPreposition(token) { return true }
    if scan.isStopword(token) || scan.title(at: token) != nil { return false }
    // In languages that write the words of a name with capitals a small word ends it.
    return !reading.lexicon.profile.nameCapitals
      && !scan.showsCase(token, ["loc", "abl", "dat", "acc", "ins"])
  }

  /// A capitalised word that belongs to another phrase: a person's name, a place in another case, a title.
  private func isObliqueOrOtherName(_ token: Int, head: Int) -> Bool {
    if let place = scan.knownPlace(at: token), let inflection = place.match.inflection,
      !inflection.cases.isEmpty, Set(inflection.cases).isDisjoint(with: ["gen", "nom"])
    {
      return true
    }
    if scan.title(at: token) != nil, scan.organisationForm(at: token) == nil,
      scan.placeAdjective(at: token) == nil
    {
      return true
    }
    return false
  }

  /// Words that no organisation's name goes across.
  private func breaksName(_ token: Int) -> Bool {
    if scan.isReportingVerb(token), !scan.isConnector(token, .organisation) { return true }
    if scan.isStopword(token), !scan.isConnector(token, .organisation) { return true }
    if scan.isPreposition(token) { return true }
    return reading.has(at: token) {
      switch $0 {
      case .agreementWord, .document, .trigger(_, .verb): true
      default: false
      }
    }
  }

  private func openingQuote(of close: Int, floor: Int) -> Int? {
    var token = close - 1
    while token >= max(floor, close - 10) {
      if scan.isQuote(token) { return token }
      token -= 1
    }
    return nil
  }

  /// Where the complement of a noun that comes first ends; `start` if there is none.
  private func complement(after start: Int, kind: String) -> Int {
    let limit = min(scan.sentence(of: start - 1).upperBound, start + longest)
    var end = start
    var token = start
    var afterConnector = false
    var isOpen = true
    while token < limit, isOpen {
      guard !scan.blocked[token] else { break }
      if scan.isOpeningQuote(token), let close = closingQuote(of: token, limit: limit) {
        token = close + 1
        end = token
        afterConnector = false
        continue
      }
      guard scan.isWord(token) else {
        // "Ministry of Trade, Industry and Tourism": a list that a conjunction closes.
        if reading.isSign(token, ","), listContinues(after: token, limit: limit) {
          token += 1
          afterConnector = true
          continue
        }
        break
      }
      if scan.isConnector(token, .organisation) {
        if joinsTwoNames(token, limit: limit) || isConjunction(token) && end == start { break }
        afterConnector = true
        token += 1
        continue
      }
      // An embassy stands in a country: "Embassy of Japan in Kazakhstan".
      if kind == "embassy", !scan.isCapitalised(token), token + 1 < limit, scan.knownPlace(at: token + 1) != nil,
        end > start || token == start
      {
        token += 1
        continue
      }
      if scan.isReportingVerb(token) || scan.title(at: token) != nil && !afterConnector { break }
      if scan.isCapitalised(token) {
        if let person = personStarts(token), person { break }
        if let place = scan.knownPlace(at: token) {
          token = place.match.tokens.upperBound
          end = token
          // A country closes the name.
          isOpen = scan.isConnector(token, .organisation)
          continue
        }
        if let other = scan.organisationForm(at: token), other.value.0 != .legalAfter, !afterConnector, token > start { break }
        token += 1
        end = token
        afterConnector = false
        continue
      }
      if scan.isStopword(token) { break }
      if !reading.lexicon.profile.nameCapitals, scan.mayBeGenitive(token) || afterConnector {
        token += 1
        end = token
        afterConnector = false
        continue
      }
      // "für wirtschaftliche Zusammenarbeit": small adjectives before a capitalised noun.
      if afterConnector, reading.lexicon.profile.nounCapitals, token + 1 < limit, scan.isCapitalised(token + 1) {
        token += 1
        continue
      }
      break
    }
    return end
  }

  private func listContinues(after comma: Int, limit: Int) -> Bool {
    var token = comma + 1
    while token < min(limit, comma + 8) {
      if scan.isConnector(token, .organisation) { return token > comma + 1 }
      if reading.isSign(token, ",") { token += 1; continue }
      guard scan.isWord(token), !scan.isReportingVerb(token), !scan.isStopword(token),
        scan.isCapitalised(token) || scan.mayBeGenitive(token), scan.knownPlace(at: token) == nil,
        scan.organisationForm(at: token) == nil, scan.title(at: token) == nil, scan.knownOrganisation(at: token) == nil
      else { return false }
      token += 1
    }
    return false
  }

  /// Whether what follows a conjunction is another name with a noun of its own.
  private func joinsTwoNames(_ connector: Int, limit: Int) -> Bool {
    let next = connector + 1
    guard next < limit else { return true }
    if scan.organisationForm(at: next) != nil, scan.isCapitalised(next) || !reading.lexicon.profile.nounCapitals {
      // "University of Applied Sciences" goes on; "and the Ministry" does not.
      return true
    }
    if scan.isOpeningQuote(next) { return true }
    guard scan.isStopword(connector) || isConjunction(connector) else { return false }
    if scan.knownOrganisation(at: next) != nil || scan.knownPlace(at: next) != nil && isConjunction(connector)
      || scan.title(at: next) != nil || scan.placeAdjective(at: next) != nil && isConjunction(connector)
    {
      return true
    }
    if isConjunction(connector) {
      for token in next..<min(limit, next + 6) {
        guard scan.isWord(token), scan.isCapitalised(token) else { break }
        if let form = scan.organisationForm(at: token), form.value.0 != .before { return true }
      }
      if scan.givenName(at: next) { return true }
    }
    return false
  }

  /// Whether a connector joins two things of a kind ("and").
  private func isConjunction(_ token: Int) -> Bool { scan.isConnector(token, .conjunction) }

  private func personStarts(_ token: Int) -> Bool? {
    guard scan.givenName(at: token), token + 1 < scan.tokens.count else { return nil }
    return scan.isCapitalised(token + 1) && scan.organisationForm(at: token + 1) == nil
      && (scan.endsLikeName(token + 1) || scan.familyName(at: token + 1))
  }

  // MARK: Legal forms and quotation marks

  /// «АО «Самрук-Қазына»», "ООО Ромашка".
  private func legalBefore(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let next = match.tokens.upperBound
    let limit = scan.sentence(of: match.tokens.lowerBound).upperBound
    guard next < limit else { return [] }
    if scan.isOpeningQuote(next), let close = closingQuote(of: next, limit: limit) {
      return [made(match.tokens.lowerBound..<(close + 1), kind, "organisation.legal-before", 0.99)]
    }
    let end = capitalRun(from: next, limit: limit)
    guard end > next else { return [] }
    return [made(match.tokens.lowerBound..<end, kind, "organisation.legal-before", 0.93)]
  }

  /// "Siemens Energy AG", «"Зерде" Холдингі" АҚ».
  private func legalAfter(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    let head = match.tokens.lowerBound
    let floor = max(scan.sentence(of: head).lowerBound, head - longest)
    guard head > floor else { return [] }
    var end = match.tokens.upperBound
    var token = head - 1
    // "Muster GmbH & Co. KG"; "Acme, Inc.".
    if reading.isSign(token, ","), token > floor { token -= 1 }
    if scan.isClosingQuote(token), let open = outermostQuote(endingAt: token, floor: floor) {
      return [made(open..<end, kind, "organisation.legal-after", 0.99)]
    }
    while token >= floor, scan.isWord(token) || reading.isSign(token, "&"), !scan.blocked[token] {
      if scan.isWord(token) {
        guard scan.isCapitalised(token), !scan.isReportingVerb(token) else { break }
        if token == scan.sentence(of: head).lowerBound, scan.isStopword(token) { break }
        if scan.title(at: token) != nil, scan.organisationForm(at: token) == nil { break }
      }
      token -= 1
    }
    var start = token + 1
    while start < head, reading.isSign(start, "&") || scan.isStopword(start) { start += 1 }
    guard start < head else { return [] }
    while end < scan.tokens.count, let more = scan.organisationForm(at: end), more.value.0 == .legalAfter {
      end = more.match.tokens.upperBound
    }
    return [made(start..<end, kind, "organisation.legal-after", 0.97)]
  }

  /// The first of the quotation marks that belong to a name which ends in one: marks may be nested or unbalanced.
  private func outermostQuote(endingAt close: Int, floor: Int) -> Int? {
    var open: Int?
    var token = close - 1
    while token >= max(floor, close - 12) {
      if scan.isQuote(token) {
        open = token
        // Another mark right before or one word before belongs to the same name: «"Зерде" Холдингі"».
        let before = token - 1
        guard before >= floor, scan.isQuote(before) else { break }
        token = before
        open = token
        token -= 1
        continue
      }
      guard scan.isWord(token) || scan.tokens[token].kind == .number || reading.isDash(token) else { break }
      token -= 1
    }
    // One word and a mark at once behind another mark: the inner pair of a nested name.
    if let found = open, found - 2 >= floor, scan.isWord(found - 1), scan.isQuote(found - 2),
      !scan.tokens[found - 1].shape.contains(.spaceBefore), !scan.tokens[found].shape.contains(.spaceBefore)
    {
      open = found - 2
    }
    return open
  }

  /// The mark that closes a quotation opened at a token.
  private func closingQuote(of open: Int, limit: Int) -> Int? {
    var token = open + 1
    var depth = 1
    while token < min(limit, open + 14) {
      if scan.isQuote(token) {
        // «"Байтерек" ұлттық холдингі»: a mark with a word right behind it opens again.
        let opensAgain =
          token + 1 < limit && scan.isOpeningQuote(token)
          && !scan.tokens[token + 1].shape.contains(.spaceBefore)
          && scan.tokens[token].shape.contains(.spaceBefore)
        if opensAgain || (token == open + 1) {
          depth += 1
        } else {
          depth -= 1
          if depth == 0 { return token }
          // Unbalanced: one mark closes both.
          if token + 1 >= limit || !(hasQuote(from: token + 1, to: min(limit, token + 6))) { return token }
        }
      }
      token += 1
    }
    return nil
  }

  private func hasQuote(from: Int, to: Int) -> Bool {
    from < to && (from..<to).contains { scan.isQuote($0) && !scan.isOpeningOnly($0) }
  }

  /// A name in quotation marks beside a noun for organisations that is written small: «компания «Х»».
  private func quoted(at open: Int) -> [NameAnnotation] {
    let limit = scan.sentence(of: open).upperBound
    guard let close = closingQuote(of: open, limit: limit), close - open > 1, close - open < 9,
      scan.isCapitalised(open + 1) || scan.isQuote(open + 1)
    else { return [] }
    var kind: String?
    if close + 1 < limit, let form = scan.organisationForm(at: close + 1), [.after, .both].contains(form.value.0) {
      kind = form.value.1
    }
    if kind == nil, open > scan.sentence(of: open).lowerBound {
      for back in 1...3 where open - back >= scan.sentence(of: open).lowerBound {
        if let form = scan.organisationForm(at: open - back), form.match.tokens.upperBound == open,
          form.value.0 != .legalAfter, form.value.0 != .after
        {
          kind = form.value.1
        }
      }
    }
    guard let kind else { return [] }
    return [made((open + 1)..<close, kind, "organisation.quoted", 0.8)]
  }

  /// Capitalised words from a token on, with "&" between.
  private func capitalRun(from start: Int, limit: Int) -> Int {
    var token = start
    while token < limit, scan.isCapitalised(token) && !scan.isReportingVerb(token) || reading.isSign(token, "&") {
      if scan.title(at: token) != nil || scan.givenName(at: token) { break }
      token += 1
    }
    return token
  }

  private func alone(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    guard scan.isCapitalised(match.tokens.lowerBound) else { return [] }
    return [made(match.tokens, kind, "organisation.alone", 0.75)]
  }

  // MARK: The annotation

  private func made(_ range: Range<Int>, _ kind: String, _ rule: String, _ score: Double) -> NameAnnotation {
    var range = range
    // Marks that enclose the whole name are not part of it.
    while range.count > 2, scan.isOpeningQuote(range.lowerBound), scan.isClosingQuote(range.upperBound - 1),
      !(range.dropFirst().dropLast()).contains(where: { scan.isQuote($0) })
    {
      range = (range.lowerBound + 1)..<(range.upperBound - 1)
    }
    let own = country(range)
    return scan.annotation(
      .organisation, range, name: scan.nominative.organisation(range, scan), category: kind,
      country: own.isEmpty ? country(before: range.lowerBound) : own, rule: rule, score: score)
  }

  /// The country of a genitive or adjective in front: "Uzbekistan's Ministry", "das kasachische Ministerium".
  private func country(before start: Int) -> String {
    let floor = scan.sentence(of: start).lowerBound
    let end = reading.isPossessive(start - 1) ? start - 1 : start
    for length in 1...3 where end - length >= floor {
      if let adjective = scan.placeAdjective(at: end - length), adjective.match.tokens.upperBound == end {
        return reading.lexicon.places[adjective.value].country
      }
      if end < start, let place = scan.knownPlace(at: end - length), place.match.tokens.upperBound == end {
        return reading.lexicon.places[place.value].country
      }
    }
    return ""
  }

  /// The country that a name says: "… of the Republic of Kazakhstan", "Kazakh National …".
  private func country(_ range: Range<Int>) -> String {
    var token = range.lowerBound
    var found = ""
    while token < range.upperBound {
      let place =
        reading.longest(at: token) { knowledge -> Int? in
          switch knowledge {
          case .place(let index), .placeAdjective(let index): return index
          default: return nil
          }
        }
      if let place, place.match.tokens.upperBound <= range.upperBound {
        let known = reading.lexicon.places[place.value]
        if known.kind == "country" || found.isEmpty { found = known.country }
        token = place.match.tokens.upperBound
      } else {
        token += 1
      }
    }
    return found
  }
}

extension NameScan {
  /// Marks that only ever open.
  func isOpeningOnly(_ token: Int) -> Bool {
    ["«", "„", "‹"].contains { reading.isSign(token, $0) }
  }
}

extension NominativeForms {
  /// The nominative of an organisation's name: the noun that carries the case loses its ending.
  func organisation(_ range: Range<Int>, _ scan: NameScan) -> String {
    // The noun is the last organisation form of the name, or its first word where the noun comes first.
    var texts = range.map { reading.string($0) }
    for token in range {
      guard let (match, (role, _)) = scan.organisationForm(at: token), match.tokens.upperBound <= range.upperBound
      else { continue }
      let last = match.tokens.upperBound - 1
      let isHead = role == .before || role == .both ? token == firstForm(range, scan) : last == range.upperBound - 1
      guard isHead else { continue }
      restore(match, range, &texts)
      if role == .before || role == .both { adjectives(before: token, range, &texts, match.inflection) }
      break
    }
    var name = ""
    for (offset, text) in texts.enumerated() {
      let token = range.lowerBound + offset
      if offset > 0, reading.text.tokens[token].shape.contains(.spaceBefore) { name += " " }
      name += text
    }
    return name
  }

  private func firstForm(_ range: Range<Int>, _ scan: NameScan) -> Int? {
    range.first { scan.organisationForm(at: $0).map { $0.match.tokens.upperBound <= range.upperBound } ?? false }
  }

  /// Puts the dictionary form of a matched phrase in place, with the capitals of the text.
  private func restore(_ match: LexicalMatch, _ range: Range<Int>, _ texts: inout [String]) {
    let words = reading.entry(match).form.split(separator: " ")
    guard words.count == match.tokens.count else { return }
    for (offset, token) in match.tokens.enumerated() {
      let bytes = reading.folded[token]
      let word = String(words[offset])
      if word.hasPrefix("*") {
        // A compound: only its ending may have changed.
        if match.inflection != nil, offset == match.tokens.count - 1 {
          let tail = Array(reading.lexicon.fold(String(word.dropFirst())).utf8)
          reading.lexicon.endings.strip(bytes, kinds: [.noun, .adjective]) { stripped in
            if stripped.bytes.suffix(tail.count).elementsEqual(tail) {
              texts[token - range.lowerBound] = rebuild(reading.string(token), stripped)
            }
          }
        }
        continue
      }
      let target = Array(reading.lexicon.fold(word).utf8)
      guard target != bytes else { continue }
      let original = texts[token - range.lowerBound]
      texts[token - range.lowerBound] = inCapitals(of: original, word)
    }
  }

  /// Adjectives in front of a noun that comes first agree with it: «Национального банка» → «Национальный банк».
  private func adjectives(
    before head: Int, _ range: Range<Int>, _ texts: inout [String], _ inflection: Inflection?
  ) {
    guard inflection != nil, head > range.lowerBound else { return }
    for token in range.lowerBound..<head where reading.text.tokens[token].kind == .word {
      var best: String?
      reading.lexicon.endings.strip(reading.folded[token], kinds: [.adjective], minimum: 3) { stripped in
        guard best == nil, let inflection, !Set(stripped.inflection.cases).isDisjoint(with: inflection.cases) else {
          return
        }
        if !inflection.gender.isEmpty, !stripped.inflection.gender.isEmpty,
          !stripped.inflection.gender.contains(inflection.gender)
        {
          return
        }
        best = rebuild(reading.string(token), stripped)
      }
      if let best { texts[token - range.lowerBound] = best }
    }
  }

  /// A dictionary form in the capitals that the text used.
  func inCapitals(of original: String, _ form: String) -> String {
    let letters = original.filter(\.isLetter)
    if letters.count > 1, letters.allSatisfy(\.isUppercase) {
      return ICU.upper(form, locale: reading.lexicon.code)
    }
    if letters.first?.isUppercase == true, form.first?.isUppercase == false {
      return ICU.title(String(form.prefix(1)), locale: reading.lexicon.code) + form.dropFirst()
    }
    return form
  }
}
