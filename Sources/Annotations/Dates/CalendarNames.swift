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
    if tokens[before].shape.contains(.initialCapital), reading.has(at: before, isGivenName),
      !reading.has(at: before, isCalendar)
    {
      return true
    }
    // "the Friday Club" where only names are written with capitals.
    guard !reading.lexicon.profile.nounCapitals, reading.has(at: before, isDefinite),
      tokens.indices.contains(token + 1), reading.sentenceOf[token + 1] == reading.sentenceOf[token]
    else { return false }
    let next = tokens[token + 1]
    return next.kind == .word && next.shape.contains(.initialCapital) && next.shape.contains(.spaceBefore)
      && !reading.has(at: token + 1, isCalendar)
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
