import DatelineLexicon
import DatelineText

/// Finds organisations: those of the dictionaries, and names built around the nouns, legal forms and
/// quotation marks by which organisations are known.
struct OrganisationFinder {
  let scan: NameScan
  /// Longest name in tokens.
  let longest = 14

  var reading: LexicalReading { scan.reading }

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
        // A form may stand in front of some names and behind others.
        if role == .legalBefore, hasRole(.legalAfter, at: token) { found += legalAfter(match, kind) }
        if role == .legalAfter, hasRole(.legalBefore, at: token) { found += legalBefore(match, kind) }
      }
      if scan.isOpeningQuote(token) { found += quoted(at: token) }
    }
    return found + listed(beside: found)
  }

  private func hasRole(_ wanted: FormRole, at token: Int) -> Bool {
    reading.has(at: token, .organisationForm) {
      if case .organisationForm(let role, _) = $0 { role == wanted } else { false }
    }
  }

  // MARK: From the dictionaries

  private func known(at token: Int) -> [NameAnnotation] {
    guard reading.has(at: token, .organisation) else { return [] }
    return reading.matches(at: token).flatMap { match -> [NameAnnotation] in
      guard case .organisation(let index) = reading.knowledge(match) else { return [] }
      let organisation = reading.lexicon.organisations[index]
      // Agencies such as dpa write themselves small.
      guard
        match.tokens.contains(where: { scan.isCapitalised($0) })
          || organisation.kind == "media" && match.inflection == nil && reading.isSign(token - 1, "(")
      else { return [] }
      let found = scan.annotation(
        .organisation, match.tokens, name: reading.entry(match).form, category: organisation.kind,
        country: organisation.country, key: organisation.key, rule: "organisation.dictionary",
        score: match.tokens.count > 1 ? 0.95 : 0.85)
      return [found] + branch(of: organisation, match.tokens)
    }
  }

  /// "Sputnik Kazakhstan", "Halyk Finance": a house named after a known one.
  private func branch(of known: KnownOrganisation, _ tokens: Range<Int>) -> [NameAnnotation] {
    let next = tokens.upperBound
    let profile = reading.lexicon.profile
    guard profile.nameCapitals, !profile.nounCapitals,
      ["media", "bank", "fund", "company"].contains(known.kind),
      next < scan.sentence(of: tokens.lowerBound).upperBound, scan.isCapitalised(next), !scan.blocked[next],
      scan.title(at: next) == nil, !scan.isTemporal(next), !scan.isStopword(next),
      !scan.isReportingVerb(next),
      scan.placeAdjective(at: next) == nil || scan.knownPlace(at: next) != nil, !scan.givenName(at: next),
      scan.knownOrganisation(at: next) == nil,
      known.kind != "company" || scan.knownPlace(at: next) != nil
    else { return [] }
    let end = scan.knownPlace(at: next)?.match.tokens.upperBound ?? next + 1
    guard !scan.isCapitalised(end) || scan.title(at: end) != nil else { return [] }
    return [made(tokens.lowerBound..<end, known.kind, "organisation.branch", 0.9)]
  }

  private func alone(_ match: LexicalMatch, _ kind: String) -> [NameAnnotation] {
    guard scan.isCapitalised(match.tokens.lowerBound), !scan.isIndefinite(match.tokens.lowerBound) else {
      return []
    }
    let start = leftModifiers(of: match.tokens.lowerBound, adjectivesOnly: true)
    let end =
      reading.lexicon.profile.verbLast
      ? match.tokens.upperBound
      : max(match.tokens.upperBound, complement(after: match.tokens.upperBound, kind: kind))
    let score = isStatesOwn(start..<end, kind) ? 1 : end > match.tokens.upperBound ? 0.9 : 0.75
    return [made(start..<end, kind, "organisation.alone", score)]
  }

  /// "Cisco, Konica Minolta, Samsung and Alcatel": an unknown name between known ones of a list is one of them.
  private func listed(beside known: [NameAnnotation]) -> [NameAnnotation] {
    var starts: Set<Int> = []
    var ends: Set<Int> = []
    for name in known {
      ends.insert(name.tokens.upperBound)
      starts.insert(name.tokens.lowerBound)
    }
    func separates(_ token: Int) -> Bool {
      reading.isSign(token, ",") || scan.isConnector(token, .conjunction)
    }
    var found: [NameAnnotation] = []
    for name in known where name.category == "company" {
      var comma = name.tokens.upperBound
      while separates(comma), comma + 1 < scan.tokens.count, !starts.contains(comma + 1) {
        let end = capitalRun(from: comma + 1, limit: scan.sentence(of: comma).upperBound)
        guard end > comma + 1, end - comma < 5, separates(end) || reading.isSign(end, "."),
          scan.knownPlace(at: comma + 1) == nil, !scan.isStopword(comma + 1)
        else { break }
        // One known name is not enough: the list must show another.
        let another = known.contains {
          $0.tokens.lowerBound > end && $0.tokens.lowerBound < end + 12 && $0.category == "company"
        }
        guard another || ends.contains(name.tokens.lowerBound - 1) || !found.isEmpty else { break }
        found.append(
          scan.annotation(
            .organisation, (comma + 1)..<end, category: "company", rule: "organisation.listed", score: 0.65))
        comma = end
      }
    }
    return found
  }

  /// Capitalised words from a token on, with "&" between.
  func capitalRun(from start: Int, limit: Int) -> Int {
    var token = start
    while token < limit, !scan.blocked[token],
      scan.isCapitalised(token) && !scan.isReportingVerb(token) || reading.isSign(token, "&")
    {
      if scan.title(at: token) != nil, scan.organisationForm(at: token) == nil { break }
      if token > start, scan.givenName(at: token), scan.isCapitalised(token + 1) { break }
      token += 1
    }
    return token
  }

  // MARK: The annotation

  func made(_ range: Range<Int>, _ kind: String, _ rule: String, _ score: Double) -> NameAnnotation {
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

  /// The country of a genitive or adjective in front: "Uzbekistan's Ministry", "die aserbaidschanische Reederei X".
  private func country(before start: Int) -> String {
    let floor = scan.sentence(of: start).lowerBound
    var end = start
    if end - 1 >= floor, reading.isPossessive(end - 1) { end -= 1 }
    // A noun such as "company" may stand between.
    if end == start, end - 1 > floor, let form = scan.organisationForm(at: end - 1),
      form.match.tokens.upperBound == end
    {
      end -= 1
    }
    for length in 1...3 where end - length >= floor {
      if let adjective = scan.placeAdjective(at: end - length), adjective.match.tokens.upperBound == end {
        return reading.lexicon.places[adjective.value].country
      }
      if let place = scan.knownPlace(at: end - length), place.match.tokens.upperBound == end,
        end < start && reading.isPossessive(end)
          || reading.lexicon.profile.verbLast && place.match.inflection?.cases.contains(.genitive) ?? false
      {
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
        reading.longest(at: token, [.place, .placeAdjective]) { knowledge -> Int? in
          switch knowledge {
          case .place(let index), .placeAdjective(let index): return index
          default: return nil
          }
        }
      if let place, place.match.tokens.upperBound <= range.upperBound {
        let known = reading.lexicon.places[place.value]
        // "… of the Silk Road" is of no one country.
        if known.kind == "country" || found.isEmpty && known.kind != "other" { found = known.country }
        token = place.match.tokens.upperBound
      } else {
        token += 1
      }
    }
    return found
  }
}
