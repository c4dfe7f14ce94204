import DatelineLexicon
import DatelineText

/// Finds places: those of the dictionaries, and names that a word such as "city" or «қаласы» marks.
struct PlaceFinder {
  let scan: NameScan

  func places() -> [NameAnnotation] {
    var found: [NameAnnotation] = []
    var knownUntil = 0
    let reading = scan.reading
    for token in scan.tokens.indices where scan.isCapitalised(token) && !scan.blocked[token] {
      for match in reading.matches(at: token, .place) {
        guard case .place(let index) = reading.knowledge(match), scan.isPlaceForm(match) else { continue }
        let place = reading.lexicon.places[index]
        let aCountry = place.kind == "country"
        // As the text writes it, in the nominative: the alias that matched, in the dictionary's capitals.
        let form = reading.entry(match).form
        let annotation = scan.annotation(
          .place, match.tokens, name: form, category: place.kind, country: place.country, key: place.key,
          isMainName: form == place.name, rule: "place.dictionary",
          score: (aCountry ? 0.8 : 0.7) + min(0.1, 0.07 * Double(match.tokens.count - 1)))
        knownUntil = max(knownUntil, match.tokens.upperBound)
        found.append(annotation)
        if !aCountry, let region = region(around: annotation, known: place) { found.append(region) }
      }
      if let marked = marked(at: token, after: knownUntil) { found.append(marked) }
    }
    return found
  }

  /// "Karaganda region": the land around a city that bears its name.
  private func region(around city: NameAnnotation, known: KnownPlace) -> NameAnnotation? {
    let next = city.tokens.upperBound
    guard next < scan.sentence(of: city.tokens.lowerBound).upperBound, !scan.blocked[next] else { return nil }
    let word = scan.reading.longest(at: next, .placeWord) { knowledge -> Bool? in
      if case .placeWord("region", let position) = knowledge, position != .before { return true }
      return nil
    }
    guard let word = word?.match else { return nil }
    let noun = scan.nominative.inCapitals(
      of: scan.reading.string(word.tokens.lowerBound), scan.reading.entry(word).form)
    return scan.annotation(
      .place, city.tokens.lowerBound..<word.tokens.upperBound, name: city.name + " " + noun,
      category: "region", country: known.country, key: known.key.isEmpty ? "" : known.key + " region",
      rule: "place.region", score: 0.8)
  }

  /// A capitalised word beside a place word; in front of `known` such words belong to places already found.
  private func marked(at token: Int, after known: Int) -> NameAnnotation? {
    let reading = scan.reading
    guard !scan.isStopword(token), scan.organisationForm(at: token) == nil, scan.title(at: token) == nil,
      scan.placeAdjective(at: token) == nil
    else {
      return nil
    }
    var kind: String?
    if token > scan.sentence(of: token).lowerBound {
      for back in 1...2 where token - back >= known && !scan.isInitials(token - back) {
        for match in reading.matches(at: token - back, .placeWord) where match.tokens.upperBound == token {
          if case .placeWord(let found, let position) = reading.knowledge(match), position != .after {
            kind = found
          }
        }
      }
    }
    if kind == nil, token + 1 < scan.sentence(of: token).upperBound {
      kind =
        reading.longest(at: token + 1, .placeWord) { knowledge -> String? in
          if case .placeWord(let found, let position) = knowledge, position != .before { return found }
          return nil
        }?.value
    }
    guard let kind, reading.string(token).count > 2 else { return nil }
    return scan.annotation(
      .place, token..<(token + 1), name: scan.nominative.place(token), category: kind, rule: "place.word",
      score: 0.6)
  }
}

extension NominativeForms {
  /// The nominative of a place of several words: the last one carries the case.
  func place(_ tokens: Range<Int>) -> String {
    guard let last = tokens.last else { return "" }
    if tokens.count == 1 { return place(last) }
    let head = reading.string(tokens.dropLast())
    let gap = reading.text.tokens[last].shape.contains(.spaceBefore) ? " " : ""
    return head + gap + place(last)
  }

  /// The nominative of a place that no dictionary knows: as written, unless the document has it without the ending.
  func place(_ token: Int) -> String {
    var best = reading.string(token)
    reading.lexicon.endings.strip(reading.folded(token), kinds: [.noun, .family], minimum: 3) { stripped in
      if vocabulary.contains(stripped.bytes), stripped.bytes != reading.folded(token) {
        best = rebuild(reading.string(token), stripped)
      }
    }
    return best
  }
}
