import DatelineLexicon
import DatelineText

/// What the noun of a name governs: "of Trade, Industry and Tourism", «энергетики Республики Казахстан».
extension OrganisationFinder {
  /// Where the complement of a noun that comes first ends; `start` if there is none.
  ///
  /// - Parameter isClosed: whether the noun has a complement already («академия наук»), so that a capital begins
  ///   another name.
  func complement(after start: Int, kind: String, isClosed: Bool = false) -> Int {
    let profile = reading.lexicon.profile
    let limit = min(scan.sentence(of: start - 1).upperBound, start + longest)
    var end = start
    var token = start
    var afterConnector = false
    while token < limit {
      guard !scan.blocked[token] else { break }
      if scan.isOpeningQuote(token), end == start || afterConnector,
        let close = scan.closingQuote(of: token, limit: limit)
      {
        token = close + 1
        end = token
        afterConnector = false
        continue
      }
      guard scan.isWord(token) else {
        // "Ministry of Trade, Industry and Tourism": a list that a conjunction closes.
        if reading.isSign(token, ","), end > start, listContinues(after: token, limit: limit) {
          token += 1
          afterConnector = true
          continue
        }
        break
      }
      // An embassy stands in a country: "Embassy of Japan in Kazakhstan".
      if kind == "embassy", !scan.isCapitalised(token), !scan.isConnector(token, .conjunction),
        token + 1 < limit,
        scan.knownPlace(at: token + 1) != nil
      {
        token += 1
        continue
      }
      if scan.isConnector(token, .conjunction) {
        // «Фонд «Дом» и сеть магазинов»: quotation marks close a name.
        guard end > start || goesOn(behind: start, kind: kind), !scan.isClosingQuote(end - 1),
          !joinsTwoNames(token, kind: kind, limit: limit)
        else { break }
        afterConnector = true
        token += 1
        continue
      }
      if scan.isConnector(token, .organisation), !scan.isCapitalised(token) {
        if leadsToWhole(token, from: start, end: end, limit: limit) { break }
        // «в», "in": a place of work is no part of the name, except of the kinds above.
        if scan.isPreposition(token), token + 1 < limit, scan.knownPlace(at: token + 1) != nil,
          reading.has(at: token, .definite) == false,
          !profile.nameCapitals
        {
          break
        }
        afterConnector = true
        token += 1
        continue
      }
      if scan.isReportingVerb(token) { break }
      // «Институт математики»: a small word that could be a title is one only in front of a name.
      if !afterConnector, let title = scan.title(at: token),
        scan.isCapitalised(token)
          || scan.isCapitalised(title.match.tokens.upperBound) && title.match.inflection?.number != .plural
            && scan.knownPlace(at: title.match.tokens.upperBound) == nil
      {
        break
      }
      if scan.isCapitalised(token) {
        if personStarts(token) { break }
        if let place = scan.knownPlace(at: token) {
          end = place.match.tokens.upperBound
          token = end
          // A country or city closes the name, unless the field follows: «Агентство РК по регулированию».
          let isField =
            kind == "agency" && !profile.nameCapitals && !profile.verbLast && token + 1 < limit
            && scan.isConnector(token, .organisation) && scan.isPreposition(token)
            && scan.isWord(token + 1) && !scan.isCapitalised(token + 1)
          guard kind == "embassy" || isField else { break }
          continue
        }
        // "… of the National Security Committee": a noun that ends a name ends this one.
        if let other = scan.organisationForm(at: token), other.value.0 != .legalAfter, !afterConnector,
          token > start, !profile.nameCapitals || profile.nounCapitals || other.value.0 == .before
        {
          break
        }
        // «имени Т. К. Жургенова», «имени Шакена Айманова»: initials and given name go with the family name.
        if scan.isInitials(token) {
          token += 1
          afterConnector = true
          continue
        }
        if !profile.nameCapitals, !afterConnector, end > start || isClosed, !scan.isAllCapitals(token),
          scan.placeAdjective(at: token) == nil
        {
          break
        }
        let isGiven = afterConnector && !profile.nameCapitals && scan.givenName(at: token)
        token += 1
        end = token
        afterConnector = isGiven && token < limit && scan.isCapitalised(token) && scan.endsLikeName(token)
        continue
      }
      if scan.isStopword(token) || scan.isPreposition(token) { break }
      if !profile.nameCapitals, !profile.verbLast, scan.mayBeGenitive(token) || afterConnector {
        // «по финансовому мониторингу»: an adjective behind a preposition takes its noun along.
        // Nor does a name end with one: «медико-биологических проблем».
        let isOpen = scan.mayBeAdjective(token) && (afterConnector || isOfNoun(token, limit: limit))
        token += 1
        end = token
        afterConnector = isOpen
        continue
      }
      // "für wirtschaftliche Zusammenarbeit": small adjectives before a capitalised noun.
      if afterConnector, profile.nounCapitals, token + 1 < limit, scan.isCapitalised(token + 1) {
        token += 1
        continue
      }
      break
    }
    return end
  }

  /// "Academy of Sciences and Arts": whether a form that has its complement in itself may have more of it.
  func goesOn(behind start: Int, kind: String) -> Bool {
    let profile = reading.lexicon.profile
    return kind == "university" && profile.nameCapitals && !profile.nounCapitals && start > 1
      && scan.isCapitalised(start - 1) && scan.isConnector(start - 2, .organisation)
  }

  /// "Committee on Energy of the House of Representatives": whether a small word leads to a body of its own, of which
  /// this one is a part.
  private func leadsToWhole(_ connector: Int, from start: Int, end: Int, limit: Int) -> Bool {
    let profile = reading.lexicon.profile
    let next = connector + 2
    guard profile.nameCapitals, !profile.nounCapitals, end > start, end == connector, next < limit,
      reading.has(at: connector + 1, .definite), scan.isCapitalised(next)
    else { return false }
    if scan.knownOrganisation(at: next) != nil { return true }
    guard let form = scan.organisationForm(at: next) else { return false }
    return [.before, .both, .alone].contains(form.value.0) && form.value.1 != "company"
  }

  /// Whether the noun of an adjective stands right behind it and shows no genitive.
  private func isOfNoun(_ adjective: Int, limit: Int) -> Bool {
    let noun = adjective + 1
    return noun < limit && scan.isWord(noun) && !scan.isCapitalised(noun) && !scan.mayBeGenitive(noun)
      && !scan.isStopword(noun) && !scan.isPreposition(noun) && !scan.isConnector(noun, .conjunction)
      && reading.words[noun].tense == nil && !scan.isReportingVerb(noun) && scan.title(at: noun) == nil
      && !scan.mayBeAdjective(noun)
  }

  private func listContinues(after comma: Int, limit: Int) -> Bool {
    var token = comma + 1
    while token < min(limit, comma + 8) {
      if scan.isConnector(token, .conjunction) { return token > comma + 1 }
      if reading.isSign(token, ",") {
        token += 1
        continue
      }
      guard scan.isWord(token), !scan.isReportingVerb(token), !scan.isStopword(token),
        scan.isCapitalised(token) && reading.lexicon.profile.nameCapitals
          || scan.mayBeGenitive(token) && !scan.isCapitalised(token),
        scan.knownPlace(at: token) == nil, closesNoOther(token), scan.title(at: token) == nil,
        scan.knownOrganisation(at: token) == nil
      else { return false }
      token += 1
    }
    return false
  }

  /// "Institute of Geology, Earthquake Engineering and Seismology": a word of firms' names is a field here.
  private func closesNoOther(_ token: Int) -> Bool {
    guard let form = scan.organisationForm(at: token) else { return true }
    return form.value.0 == .after && form.value.1 == "company" && reading.lexicon.profile.nameCapitals
  }

  /// Whether what follows a conjunction is another name and not more of this one.
  private func joinsTwoNames(_ connector: Int, kind: String, limit: Int) -> Bool {
    var next = connector + 1
    let profile = reading.lexicon.profile
    // "Ministry of Fisheries and the Blue Economy": one more field of a ministry.
    if kind == "ministry", profile.nameCapitals, reading.has(at: next, .definite), next + 1 < limit,
      scan.isCapitalised(next + 1)
    {
      next += 1
    }
    guard next < limit, scan.isWord(next), !scan.isOpeningQuote(next) else { return true }
    if scan.isStopword(next) || reading.has(at: next, .definite) {
      return true
    }
    // Where the words of a name are written small, a capital begins another.
    if !profile.nameCapitals, scan.isCapitalised(next) { return true }
    let isMinistry = kind == "ministry" && profile.nameCapitals && !profile.nounCapitals
    if let other = scan.organisationForm(at: next), other.value.1 != "company",
      !isMinistry || other.value.0 == .before
    {
      return true
    }
    if scan.knownOrganisation(at: next) != nil, scan.isCapitalised(next) { return true }
    if scan.knownPlace(at: next) != nil || scan.title(at: next) != nil || scan.placeAdjective(at: next) != nil
    {
      return true
    }
    // "Ministry of Foreign Affairs and International Cooperation": the noun closes a field here.
    if profile.nameCapitals, !isMinistry {
      for token in next..<min(limit, next + 6) {
        guard scan.isWord(token), scan.isCapitalised(token) else { break }
        if let form = scan.organisationForm(at: token), form.value.0 != .before,
          form.value.1 != "company" || form.value.0 == .legalAfter
        {
          return true
        }
      }
      if scan.givenName(at: next) { return true }
    }
    return false
  }

  private func personStarts(_ token: Int) -> Bool {
    guard scan.givenName(at: token), token + 1 < scan.tokens.count else { return false }
    return scan.isCapitalised(token + 1) && scan.organisationForm(at: token + 1) == nil
      && (scan.endsLikeName(token + 1) || scan.familyName(at: token + 1))
  }
}
