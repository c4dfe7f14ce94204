import DatelineLexicon
import DatelineText

/// Nouns for bodies and places inside listed titles, which are no part of a title where the text names what they mean.
extension TitleFinder {
  /// «директор музея», «театр директоры»: a listed title without its noun for a body, where that was named before.
  func withoutBody(
    _ match: LexicalMatch
  ) -> (LexicalMatch, (organisation: Range<Int>, extent: Range<Int>)?) {
    guard match.tokens.count > 1, let last = match.tokens.last else { return (match, nil) }
    let isLast = reading.lexicon.profile.verbLast
    // «аким города Шымкента»: the place is named, so its noun is no part of the title.
    if !isLast, !reading.lexicon.profile.nounCapitals, !scan.isCapitalised(last),
      reading.has(at: last, .placeWord),
      startingAt[match.tokens.upperBound]?.kind == .place
    {
      let shorter = reading.matches(at: match.tokens.lowerBound).filter {
        reading.kind($0) == .title && $0.tokens.upperBound == last
      }
      return (shorter.first ?? match, nil)
    }
    if let first = withoutBodyInFront(match) { return first }
    let noun = isLast ? match.tokens.lowerBound : last
    if isLast, let rest = withoutPlaceWord(match) { return (rest, nil) }
    // «Басқарма төрағасы» with a body of its own in front, or known as the title of whole bodies, stays whole.
    guard
      isLast || reading.lexicon.profile.nounCapitals || !scan.isCapitalised(noun)
        || reading.lexicon.profile.nameCapitals && isDefinite(noun - 1),
      !isLast || endingAt[noun]?.kind != .organisation && !scan.isClosingQuote(noun - 1),
      !isTitleOfBodies(match),
      let body = bodyNouns.organisation(meantBy: noun, byName: isLast || reading.lexicon.profile.nounCapitals)
    else { return (match, nil) }
    let start = isLast ? noun + 1 : match.tokens.lowerBound
    let shorter = reading.matches(at: start).filter { shorter in
      guard case .title = reading.knowledge(shorter) else { return false }
      return shorter.tokens.upperBound <= (isLast ? match.tokens.upperBound : noun)
    }
    guard let rest = shorter.max(by: { $0.tokens.count < $1.tokens.count }),
      isLast ? rest.tokens.upperBound == match.tokens.upperBound : noun - rest.tokens.upperBound <= 2
    else { return (match, nil) }
    return (rest, (body.tokens, match.tokens))
  }

  /// "museum director": a listed title without its noun for a body in front, where compounds are written apart and
  /// the body was named before.
  private func withoutBodyInFront(
    _ match: LexicalMatch
  ) -> (LexicalMatch, (organisation: Range<Int>, extent: Range<Int>)?)? {
    let profile = reading.lexicon.profile
    let noun = match.tokens.lowerBound
    guard profile.nameCapitals, !profile.nounCapitals,
      reading.has(at: noun, [.commonNoun, .organisationForm]),
      !scan.isCapitalised(noun) || noun == scan.sentence(of: noun).lowerBound, !isTitleOfBodies(match),
      scan.titleModifier(at: noun) == nil,
      let body = bodyNouns.organisation(meantBy: noun, byName: true)
    else { return nil }
    let rest = reading.matches(at: noun + 1).first {
      reading.kind($0) == .title && $0.tokens.upperBound == match.tokens.upperBound
    }
    return rest.map { ($0, (body.tokens, match.tokens)) }
  }

  /// «Павлодар облысы әкімінің орынбасары»: a listed title without the noun of a place that is named in front.
  private func withoutPlaceWord(_ match: LexicalMatch) -> LexicalMatch? {
    let noun = match.tokens.lowerBound
    guard reading.has(at: noun, .placeWord), !scan.isCapitalised(noun), noun > 0,
      endingAt[noun + 1]?.kind == .place || endingAt[noun]?.kind == .place || scan.isCapitalised(noun - 1)
    else { return nil }
    return reading.matches(at: noun + 1).first {
      reading.kind($0) == .title && $0.tokens.upperBound == match.tokens.upperBound
    }
  }

  /// Whether the dictionaries say to which bodies a title as a whole belongs.
  private func isTitleOfBodies(_ match: LexicalMatch) -> Bool {
    reading.matches(at: match.tokens.lowerBound).contains { other in
      if case .titleBody = reading.knowledge(other) { return other.tokens == match.tokens }
      return false
    }
  }
}
