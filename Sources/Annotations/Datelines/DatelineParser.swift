import DatelineDocuments
import DatelineLexicon
import DatelineText

/// Reads the formula at the head of an agency's report.
///
/// "MINSK, 19. September (BelTA) –", «АСТАНА. 12 марта. КАЗИНФОРМ –», "date 2017-10-03 BEIJING. KAZINFORM -".
///
/// The formula is a run of places, dates and agencies with little between them, closed by a dash (or, where
/// an agency stands in it, a colon). The order is free.
struct DatelineParser {
  let reading: LexicalReading
  let dates: [DateAnnotation]
  /// Tokens that the formula may take at most.
  private let longest = 24

  init(reading: LexicalReading, dates: [DateAnnotation]) {
    self.reading = reading
    self.dates = dates
  }

  /// The dateline of a text and the token that the story starts with.
  func dateline() -> (annotation: DatelineAnnotation, storyStart: Int)? {
    guard let paragraph = reading.text.paragraphs.first, !paragraph.sentences.isEmpty else { return nil }
    let limit = min(longest, reading.text.tokens.count)
    var found = DatelineAnnotation(range: TextRange(0, 0))
    var token = 0
    var first: Int?
    var last = 0
    var places = 0
    var agencies = 0
    var openBrackets = 0
    while token < limit, reading.text.tokens[token].range.upper <= paragraph.range.upper {
      if let date = dates.first(where: { $0.range.lower == reading.text.tokens[token].range.lower }) {
        let end = tokenEnd(of: date.range)
        if CalendarDate(iso: date.value) != nil, first == nil || token <= 1,
          date.rule.hasSuffix("iso") || isMachine(date)
        {
          found.published = date.value
        }
        if found.date == nil { found.date = date.value }
        first = first ?? token
        last = end
        token = end
        continue
      }
      if let end = agencyOrPlace(at: token, &found, places: &places, agencies: &agencies) {
        first = first ?? token
        last = end
        token = end
        continue
      }
      if reading.isDash(token) {
        guard places + agencies > 0, openBrackets == 0 else { return nil }
        return finish(&found, first ?? 0, last, story: token + 1)
      }
      if reading.isSign(token, ":"), agencies > 0, places > 0 {
        return finish(&found, first ?? 0, last, story: token + 1)
      }
      if reading.isSign(token, "(") || reading.isSign(token, ")") || reading.isSign(token, "/") {
        openBrackets += reading.isSign(token, "(") ? 1 : reading.isSign(token, ")") ? -1 : 0
        if first != nil { last = token + 1 }
        token += 1
        continue
      }
      if reading.isSign(token, ",") || reading.isSign(token, ".") || reading.isSign(token, "|") {
        token += 1
        continue
      }
      // The word "date" before a machine date, and a byline in brackets or capitals, may stand in between.
      if first == nil, token == 0, token + 1 < limit, reading.text.tokens[token + 1].kind == .number {
        token += 1
        continue
      }
      if openBrackets > 0, reading.text.tokens[token].kind == .word {
        token += 1
        continue
      }
      // "TASHKENT, 12 March (UzA). The …": place and agency are enough where the place shouts.
      if places > 0, agencies > 0, openBrackets == 0, let first,
        reading.text.tokens[first].shape.contains(.allCapitals)
      {
        return finish(&found, first, last, story: token)
      }
      return nil
    }
    return nil
  }

  private func isMachine(_ date: DateAnnotation) -> Bool {
    reading.text.string(in: date.range).utf8.count == 10 && reading.text.string(in: date.range).contains("-")
  }

  private func finish(
    _ found: inout DatelineAnnotation, _ first: Int, _ end: Int, story: Int
  ) -> (DatelineAnnotation, Int)? {
    guard end > first else { return nil }
    // A leading machine date is a stamp, not part of the formula's words, but belongs to its span.
    found.range = reading.range(first..<end)
    return (found, story)
  }

  private func tokenEnd(of range: TextRange) -> Int {
    var token = 0
    while token < reading.text.tokens.count, reading.text.tokens[token].range.upper <= range.upper {
      token += 1
    }
    return token
  }

  private func agencyOrPlace(
    at token: Int, _ found: inout DatelineAnnotation, places: inout Int, agencies: inout Int
  ) -> Int? {
    let agency = reading.longest(at: token) { knowledge -> KnownOrganisation? in
      if case .organisation(let index) = knowledge, reading.lexicon.organisations[index].kind == "media" {
        return reading.lexicon.organisations[index]
      }
      return nil
    }
    let place = reading.longest(at: token) { knowledge -> KnownPlace? in
      if case .place(let index) = knowledge { return reading.lexicon.places[index] }
      return nil
    }
    if let agency, agency.match.tokens.count >= place?.match.tokens.count ?? 0 {
      agencies += 1
      if found.agency == nil { found.agency = reading.entry(agency.match).form }
      return agency.match.tokens.upperBound
    }
    guard let place, reading.text.tokens[token].shape.contains(.initialCapital) else { return nil }
    places += 1
    if found.place == nil {
      found.place = reading.entry(place.match).form
      found.country = place.value.country.isEmpty ? nil : place.value.country
    }
    return place.match.tokens.upperBound
  }
}
