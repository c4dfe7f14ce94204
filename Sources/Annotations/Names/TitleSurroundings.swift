import DatelineLexicon
import DatelineText

/// What the words behind a title say: whether they name a unit, its whole, a place of work.
extension TitleFinder {
  /// The adjective at the end of a field that agrees with a common noun for a body right behind it, where nouns
  /// are not capitalised.
  func attribute(before noun: Int, from fieldStart: Int, to fieldEnd: Int) -> Int? {
    let profile = reading.lexicon.profile
    guard !profile.nameCapitals, !profile.nounCapitals, !profile.verbLast, fieldEnd == noun,
      fieldEnd > fieldStart,
      !scan.isCapitalised(noun), scan.isWord(noun), !startingAt.has(noun), !scan.isCapitalised(noun - 1),
      scan.mayBeAdjective(noun - 1), scan.mayBeGenitive(noun - 1),
      reading.has(at: noun, .organisationForm) || bodyNouns.organisation(meantBy: noun) != nil
    else { return nil }
    return noun - 1
  }

  /// Whether the name of an organisation has a word with the stem of a token.
  func isNamed(_ token: Int, in organisation: NameAnnotation) -> Bool {
    // Five letters, two bytes each.
    let stem = reading.folded(token).prefix(10)
    return organisation.tokens.contains { reading.folded($0).starts(with: stem) }
  }

  /// The word such as "for" in front of a token, an article between left out.
  func fieldWord(before token: Int) -> Int? {
    let word = isDefinite(token - 1) ? token - 2 : token - 1
    return scan.isConnector(word, .field) ? word : nil
  }

  /// «Департамента Африки МИД России», "der Abteilung Handel des Ministeriums": whether an organisation behind another
  /// is the one that this is a part of.
  func isWhole(_ name: NameAnnotation, of part: Range<Int>?) -> Bool {
    guard let part, part.upperBound <= name.tokens.lowerBound, name.tokens.lowerBound - part.upperBound <= 4
    else { return false }
    let between = part.upperBound..<name.tokens.lowerBound
    // "of the Committee at Kazakhstan's Ministry"
    if reading.isPossessive(between.upperBound - 1), let place = startingAt[part.upperBound + 1],
      place.kind == .place, place.tokens.upperBound == between.upperBound - 1
    {
      return scan.isPreposition(part.upperBound)
    }
    return between.count <= 2
      && between.allSatisfy {
        !scan.isConnector($0, .conjunction) && (scan.isConnector($0, .organisation) || isDefinite($0))
      }
  }

  /// The organisation named at a token, an article in front left out.
  func organisation(at token: Int) -> NameAnnotation? {
    let start = !startingAt.has(token) && isDefinite(token) ? token + 1 : token
    guard let name = startingAt[start], name.kind == .organisation else { return nil }
    return name
  }

  func isDefinite(_ token: Int) -> Bool {
    reading.has(at: token, .definite)
  }

  /// The token behind "office in Astana" or «в порту Азова»: one common noun and a place that a preposition ties on.
  func whereabouts(at start: Int, limit: Int) -> Int? {
    func isNoun(_ token: Int) -> Bool {
      scan.isWord(token) && !startingAt.has(token) && !scan.isStopword(token)
        && !scan.isReportingVerb(token)
        && scan.title(at: token) == nil && !scan.isPreposition(token) && !scan.blocked[token]
        && (!scan.isCapitalised(token) || reading.lexicon.profile.nounCapitals)
        && reading.words[token].tense == nil
    }
    var token = start
    if !scan.isPreposition(token), isNoun(token), scan.isPreposition(token + 1) { token += 1 }
    guard token + 1 < limit, scan.isPreposition(token), !scan.isCapitalised(token) else { return nil }
    token += 1
    if !startingAt.has(token), isDefinite(token) { token += 1 }
    if token + 1 < limit, !startingAt.has(token), isNoun(token) { token += 1 }
    guard token < limit, let place = startingAt[token], place.kind == .place else { return nil }
    return place.tokens.upperBound
  }

  /// The token behind a common noun for a place in the genitive, a number before it included.
  func vaguePlace(at token: Int) -> Int? {
    guard !reading.lexicon.profile.nameCapitals, !reading.lexicon.profile.nounCapitals,
      !reading.lexicon.profile.verbLast
    else { return nil }
    let isCounted = reading.has(at: token, .number)
    let noun = isCounted ? token + 1 : token
    guard scan.isWord(noun), !scan.isCapitalised(noun), scan.mayBeGenitive(noun),
      isCounted || reading.has(at: noun, .placeWord)
    else { return nil }
    return noun + 1
  }
}
