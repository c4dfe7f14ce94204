import DatelineLexicon
import DatelineText

/// Words of the calendar that are names of people and things: "Klaus Montag", "the Sunday Echo".
extension MatchSelection {
  /// Whether a single word of the calendar is a name.
  func isNamed(_ token: Int) -> Bool {
    let tokens = reading.text.tokens
    let own = tokens[token]
    guard own.kind == .word, own.shape.contains(.initialCapital), !own.shape.contains(.allCapitals),
      reading.sentenceOf[token - 1] == reading.sentenceOf[token], tokens[token - 1].kind == .word,
      own.shape.contains(.spaceBefore)
    else { return false }
    let before = token - 1
    // "Frau Sonntag", "Mrs Friday"; behind an office stands the day: "the president Monday".
    if reading.has(at: before, isAddress) { return true }
    if reading.lexicon.profile.nounCapitals, reading.has(at: before, isTitle),
      !reading.has(at: before, isCalendar)
    {
      return true
    }
    if tokens[before].shape.contains(.initialCapital), reading.has(at: before, isGivenName),
      !reading.has(at: before, isCalendar)
    {
      return true
    }
    return reading.has(at: before, isDefinite) && isFollowedByName(token..<(token + 1))
  }

  /// Whether a name goes on behind an expression, where only names are written with capitals: "the Friday Club",
  /// "Spring Street", "the Good Friday Agreement".
  func isFollowedByName(_ expression: Range<Int>) -> Bool {
    let (tokens, token) = (reading.text.tokens, expression.upperBound)
    guard !reading.lexicon.profile.nounCapitals, tokens.indices.contains(token),
      reading.sentenceOf[token] == reading.sentenceOf[expression.lowerBound]
    else { return false }
    let (own, next) = (tokens[token - 1].shape, tokens[token])
    return next.kind == .word && next.shape.contains(.initialCapital) && next.shape.contains(.spaceBefore)
      && !own.contains(.allCapitals) && own.contains(.initialCapital) && !reading.has(at: token, isCalendar)
      && !reading.has(at: token, isTitle)
  }

  /// Holidays and seasons that a name goes on behind: nobody puts a person there.
  func isPartOfLongerName(_ match: TemporalMatch) -> Bool {
    guard patterns[match.pattern].type == "DATE" else { return false }
    // Field by field: the parts are long to copy.
    guard match.parts[0].holiday != nil || match.parts[0].season != nil, match.parts[0].year == nil,
      match.parts[0].shift == nil
    else {
      return false
    }
    return isFollowedByName(match.tokens)
  }

  private func isTitle(_ knowledge: Knowledge) -> Bool {
    if case .title = knowledge { true } else { false }
  }

  private func isAddress(_ knowledge: Knowledge) -> Bool {
    if case .title(.honorific, _) = knowledge { true } else { false }
  }
  private func isGivenName(_ knowledge: Knowledge) -> Bool {
    if case .givenName = knowledge { true } else { false }
  }
  private func isDefinite(_ knowledge: Knowledge) -> Bool {
    if case .definite = knowledge { true } else { false }
  }
  private func isCalendar(_ knowledge: Knowledge) -> Bool {
    if case .calendar = knowledge { true } else { false }
  }
}
