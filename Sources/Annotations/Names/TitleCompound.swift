import DatelineLexicon
import DatelineText

/// Words in front of a title that say what kind of it is meant: "heart surgeon", "Group Treasurer".
extension TitleFinder {
  /// Where a title begins whose first listed word is at `start`.
  ///
  /// Only where compounds are written apart. What stands in front of the words must show that a noun phrase
  /// begins there: an article, a preposition, a comma.
  func compoundStart(of start: Int, floor: Int) -> Int {
    let profile = reading.lexicon.profile
    guard profile.nameCapitals, !profile.nounCapitals, !scan.isAllCapitals(start) else { return start }
    let isSmall = !scan.isCapitalised(start)
    var first = start
    while first > floor, start - first < 3, isKindWord(first - 1, isSmall: isSmall, floor: floor) {
      first -= 1
    }
    guard first < start, first == floor || opensNounPhrase(after: first - 1) else { return start }
    // A sentence begins with many a word that is no part of what follows.
    if first == floor, isSmall, scan.isCapitalised(first), start - first > 2 { return start }
    return first
  }

  private func isKindWord(_ token: Int, isSmall: Bool, floor: Int) -> Bool {
    guard scan.isWord(token), !scan.blocked[token], !endingAt.has(token + 1),
      !scan.isStopword(token), !scan.isPreposition(token), !scan.isReportingVerb(token),
      scan.placeAdjective(at: token) == nil, scan.appointment(at: token) == nil,
      reading.words[token].tense == nil, !isModifier(token), !scan.isConnector(token, .conjunction),
      !scan.isConnector(token, .organisation), !scan.isInitials(token), !isCountOrTime(token)
    else { return false }
    let bytes = reading.folded(token)
    guard bytes.count > 2, bytes.allSatisfy({ $0 >= UInt8(ascii: "a") || $0 == UInt8(ascii: "-") }) else {
      return false
    }
    let isCapital = scan.isCapitalised(token)
    if isSmall {
      // "the company president" is the president of the company.
      if reading.has(at: token, .commonNoun) || token == floor && scan.organisationForm(at: token) != nil {
        return false
      }
      // "Panthera ecologist X" begins with a name, "Heart surgeon X" with a word that is known.
      guard !isCapital || token == floor && reading.lexicon.words.find(reading.folded(token)) >= 0 else {
        return false
      }
      return !scan.givenName(at: token) && !scan.familyName(at: token)
        && !scan.looksLikeVerb(token) && scan.knownPlace(at: token) == nil
        && scan.knownOrganisation(at: token) == nil
        && (!isCapital || !scan.endsLikeName(token))
    }
    // Among capitals only words that the dictionaries know: "Group Treasurer", but "Huaxin President".
    // "Committee Chair": the chair of the committee that the text names.
    return isCapital && !scan.isAllCapitals(token) && !reading.forms(token).isEmpty
      && (scan.organisationForm(at: token) == nil
        || bodyNouns.organisation(meantBy: token, byName: true) == nil)
      && !scan.givenName(at: token) && !scan.familyName(at: token) && !scan.endsLikeName(token)
      && scan.knownPlace(at: token) == nil && scan.knownOrganisation(at: token) == nil
      && (scan.title(at: token) == nil || scan.titleModifier(at: token) != nil)
  }

  private func isModifier(_ token: Int) -> Bool { scan.titleModifier(at: token) != nil }

  private func isCountOrTime(_ token: Int) -> Bool {
    reading.has(at: token, [.number, .calendar, .currency, .inhabitant])
  }

  /// Whether the words behind a token can begin a noun phrase there.
  private func opensNounPhrase(after token: Int) -> Bool {
    if !scan.isWord(token) {
      return !reading.isDash(token) || reading.text.tokens[token].shape.contains(.spaceBefore)
    }
    if reading.isPossessive(token) || endingAt.has(token + 1) { return true }
    if scan.isPreposition(token) || scan.isConnector(token, .conjunction)
      || scan.isConnector(token, .organisation) || scan.isReportingVerb(token) || isModifier(token)
      || scan.placeAdjective(at: token) != nil
    {
      return true
    }
    return reading.has(at: token, [.definite, .party, .appointment, .number]) {
      switch $0 {
      case .definite, .party, .appointment(.as), .appointment(.copula): true
      case .number(let word): word.kind == .cardinal && word.value == 1
      default: false
      }
    }
  }
}
