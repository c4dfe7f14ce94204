import DatelineLexicon
import DatelineText

/// Where the field of an office ends: at a sign, a preposition, a comma with a name behind it.
extension TitleFinder {
  /// "head of debt capital markets,": whether small words that can name a field lead to a sign.
  ///
  /// - Parameter isUnit: whether they may end with the noun of a body.
  func closesField(from start: Int, isUnit: Bool = false) -> Bool {
    let limit = scan.sentence(of: start).upperBound
    // "dean of the physics faculty": what an article stands before is a body sooner than a field.
    let isDefinite = isUnit || isDefinite(start - 1)
    var token = start
    while token < limit, token - start < 5, scan.isWord(token) || reading.isPossessive(token) {
      // "director of women's cricket"
      if token > start, !isDefinite, reading.isPossessive(token) {
        token += 1
        continue
      }
      if token > start, scan.isPreposition(token) || scan.isCapitalised(token) { break }
      if token > start, scan.isConnector(token, .conjunction) {
        token += 1
        continue
      }
      guard !scan.isCapitalised(token), scan.title(at: token) == nil, !scan.isStopword(token),
        !scan.isPreposition(token), !scan.isReportingVerb(token), scan.placeAdjective(at: token) == nil,
        isDefinite
          ? mayEndUnit(token, from: start, isUnit: isUnit) : mayEndField(token, from: start, limit)
      else { return false }
      token += 1
    }
    guard token < limit else { return false }
    if [",", ".", ";", ")"].contains(where: { reading.isSign(token, $0) }) { return true }
    // "head of procurement at Yacimientos", "director of services for roads"
    if token > start, scan.isPreposition(token) {
      if organisation(at: token + 1) != nil || scan.isCapitalised(token + 1) { return true }
      return !isDefinite && (scan.isConnector(token, .field) || reading.has(at: token + 1, .definite))
    }
    // "deputy head of cooperation Aleksi Aronen", "historian of science Göran af Ekenstam"
    return token > start && scan.isCapitalised(token) && token + 1 < limit
      && (scan.isCapitalised(token + 1) || scan.isConnector(token + 1, .person))
      && scan.title(at: token) == nil
  }

  /// "the language unit": whether a small word behind an article can stand in the name of a unit.
  private func mayEndUnit(_ token: Int, from start: Int, isUnit: Bool) -> Bool {
    (isAttributed(token, from: start) || scan.organisationForm(at: token) == nil)
      && scan.titleModifier(at: token) == nil
      && (isUnit && token > start || !reading.has(at: token, .commonNoun))
  }

  /// "international financial cooperation": whether a small word can stand in a field.
  private func mayEndField(_ token: Int, from start: Int, _ limit: Int) -> Bool {
    if let modifier = scan.titleModifier(at: token), modifier.value != "rank" { return false }
    return !isOwnBody(token) || token > start && closesPhrase(token + 1, limit)
  }

  /// "head of supply" has a field, "president of the company" a body: whether a noun is one for a body that the text
  /// names by it, or may be.
  private func isOwnBody(_ token: Int) -> Bool {
    (reading.has(at: token, .commonNoun) || scan.organisationForm(at: token) != nil)
      && bodyNouns.organisation(meantBy: token, byName: true) != nil
  }

  /// "director of feed research at Nofima": whether a sign or a preposition ends what a noun for a body stands in.
  private func closesPhrase(_ token: Int, _ limit: Int) -> Bool {
    token >= limit || !scan.isWord(token) || scan.isPreposition(token)
  }

  /// Where a complement without names ends, if a comma and a name follow and nouns are capitalised.
  ///
  /// "der Sekretär des Maslichats, Paul Müller", "die Ministerin der Justiz und für Verbraucherschutz, …"; nil for any
  /// other, and for one that only says which body it is.
  func plainComplement(of phrase: TitlePhrase, limit: Int) -> Int? {
    let start = phrase.head.upperBound
    guard reading.lexicon.profile.nounCapitals, phrase.kind == .office || phrase.kind == .occupation,
      start + 2 < limit,
      !scan.isCapitalised(start), reading.has(at: start, [.definite, .connector])
    else { return nil }
    var token = start
    var isNoun = false
    while token < limit, token - start < 8, scan.isWord(token) || reading.isDash(token) {
      guard !startingAt.has(token), scan.title(at: token) == nil, !scan.isReportingVerb(token),
        !scan.givenName(at: token), scan.isCapitalised(token) || reading.words[token].tense == nil
      else { return nil }
      isNoun = scan.isCapitalised(token)
      token += 1
    }
    guard isNoun, !namesBody(token - 1), token + 2 < limit, reading.isSign(token, ","),
      scan.isCapitalised(token + 1),
      reading.has(at: token + 1, .title) || scan.isCapitalised(token + 2)
    else { return nil }
    return token
  }

  /// "des Finanzausschusses", "des Hauses": whether a noun is one of those that name organisations or places.
  private func namesBody(_ noun: Int) -> Bool {
    let lexicon = reading.lexicon
    if reading.has(at: noun, [.organisationForm, .placeWord]) { return true }
    var isBody = lexicon.nounGender(reading.folded(noun)) != nil
    lexicon.endings.strip(reading.folded(noun), kinds: .noun, minimum: 3) { stripped in
      isBody = isBody || lexicon.nounGender(stripped.bytes) != nil
    }
    return isBody
  }

  /// "Vice President, Corporate Affairs": where a field ends that stands behind a comma, or nil.
  ///
  /// In the style of firms; all its words have to be known, and none may be a name.
  func fieldBehindComma(_ comma: Int, limit: Int) -> Int? {
    let profile = reading.lexicon.profile
    guard profile.nameCapitals, !profile.nounCapitals, reading.isSign(comma, ",") else { return nil }
    var token = comma + 1
    while token < limit, token - comma < 7 {
      if scan.isConnector(token, .conjunction), token > comma + 1 {
        token += 1
        continue
      }
      guard scan.isWord(token), scan.isCapitalised(token), !startingAt.has(token),
        !reading.forms(token).isEmpty,
        scan.title(at: token) == nil, scan.titleModifier(at: token) == nil, !scan.givenName(at: token),
        !scan.familyName(at: token), !scan.endsLikeName(token), scan.organisationForm(at: token) == nil,
        scan.knownPlace(at: token) == nil, !scan.isStopword(token), !isCalendarWord(token)
      else { break }
      token += 1
    }
    guard token > comma + 1, !scan.isConnector(token - 1, .conjunction) else { return nil }
    return token >= limit || !scan.isWord(token) || scan.isPreposition(token) ? token : nil
  }

  private func isCalendarWord(_ token: Int) -> Bool { reading.has(at: token, [.calendar, .number]) }
}
