import DatelineLexicon
import DatelineText

/// What belongs to a title: in front ("Kazakh Foreign Minister") and behind ("Minister of Trade of Belarus").
extension TitleFinder {
  /// What stands in front: "Kazakh Foreign Minister", "Siemens CEO", «Қазақстан Республикасының Премьер-министрі».
  func leftComplement(_ phrase: inout TitlePhrase, floor: Int) {
    var start = phrase.extent.lowerBound
    var steps = 0
    while start > floor, steps < 4 {
      steps += 1
      // «Hanbit Medical» президенті
      if scan.isClosingQuote(start - 1), let name = endingAt[start - 1], name.kind == .organisation,
        scan.isOpeningQuote(name.tokens.lowerBound - 1), phrase.organisation == nil
      {
        phrase.organisation = name.tokens
        if phrase.country.isEmpty { phrase.country = name.country }
        start = name.tokens.lowerBound - 1
        continue
      }
      if let name = endingAt[start] {
        if name.kind == .organisation {
          guard phrase.organisation == nil else { break }
          phrase.organisation = name.tokens
          if phrase.country.isEmpty { phrase.country = name.country }
        } else if !servesIn(name, phrase.kind) {
          guard mayStandBefore(name) else { break }
          if phrase.country.isEmpty { phrase.country = name.country }
        }
        start = name.tokens.lowerBound
        continue
      }
      if let adjective = placeAdjective(endingAt: start, floor: floor) {
        if phrase.country.isEmpty {
          phrase.country = reading.lexicon.places[adjective.value].country
        }
        start = adjective.match.tokens.lowerBound
        continue
      }
      // «ЕҚДБ-ның Орталық Азия бойынша директоры»: the region that an office is for stands between.
      if reading.lexicon.profile.verbLast, scan.isWord(start - 1), !scan.isCapitalised(start - 1),
        let place = endingAt[start - 1], place.kind == .place,
        let name = endingAt[place.tokens.lowerBound], name.kind == .organisation
      {
        start = place.tokens.lowerBound
        continue
      }
      // A word of the office itself may stand between: "Kazakhstan's new energy minister".
      if scan.isWord(start - 1), !scan.isCapitalised(start - 1), steps == 1, start - 1 > floor,
        !scan.isStopword(start - 1), !scan.isReportingVerb(start - 1), reading.words[start - 1].tense == nil,
        endingAt.has(start - 1) || placeAdjective(endingAt: start - 1, floor: floor) != nil
      {
        start -= 1
        continue
      }
      // «ЮНЕСКО-ның Алматыдағы кеңсесінің басшысы»: a common noun for the body, where all stands in front.
      if reading.lexicon.profile.verbLast, scan.isWord(start - 1), !scan.isCapitalised(start - 1),
        let noun = scan.organisationForm(at: start - 1), noun.match.tokens.upperBound == start,
        noun.match.inflection?.cases.contains(.genitive) ?? false
      {
        start -= 1
        continue
      }
      // «федерация президенті», "the company's president": a noun for a body that was named before.
      if let noun = bodyNoun(before: start, floor: floor), phrase.organisation == nil {
        phrase.body = noun.organisation.tokens
        if phrase.country.isEmpty { phrase.country = noun.organisation.country }
        start = noun.start
        break
      }
      // "Kazakhstan's": the sign of the genitive is a token of its own.
      if reading.isPossessive(start - 1), endingAt.has(start - 1) {
        start -= 1
        continue
      }
      break
    }
    phrase.extent = min(start, phrase.head.lowerBound)..<phrase.extent.upperBound
  }

  /// A common noun in front of a title for an organisation that was named before.
  private func bodyNoun(before start: Int, floor: Int) -> (organisation: NameAnnotation, start: Int)? {
    var noun = start - 1
    if reading.isPossessive(noun) {
      noun -= 1
    } else if !reading.lexicon.profile.verbLast, !reading.lexicon.profile.nameCapitals {
      return nil
    }
    guard noun >= floor, scan.isWord(noun), !endingAt.has(noun + 1), endingAt[noun]?.kind != .organisation,
      !scan.isClosingQuote(noun - 1),
      noun == floor || !scan.isCapitalised(noun) || reading.isQuoteBefore(noun, scan),
      let organisation = bodyNouns.organisation(meantBy: noun)
    else { return nil }
    return (organisation, noun)
  }

  /// «Түркияның Қазақстандағы елшісі»: the country where a diplomat serves, not the one spoken for.
  private func servesIn(_ name: NameAnnotation, _ kind: TitleKind) -> Bool {
    guard reading.lexicon.profile.verbLast, name.kind == .place, kind == .diplomatic || kind == .office,
      let match = scan.knownPlace(at: name.tokens.lowerBound)?.match
    else { return false }
    return match.inflection?.cases.contains(.locative) ?? false
  }

  /// Whether a place in front of a title can be its complement: in the genitive where the language puts it there,
  /// or without any ending.
  private func mayStandBefore(_ name: NameAnnotation) -> Bool {
    let match = reading.longest(at: name.tokens.lowerBound) {
      if case .place(let index) = $0 { index } else { nil }
    }?.match
    guard let inflection = match?.inflection else {
      return !scan.isPreposition(name.tokens.lowerBound - 1) || reading.isPossessive(name.tokens.upperBound)
    }
    let profile = reading.lexicon.profile
    return inflection.cases.contains(.genitive) && (profile.verbLast || profile.nameCapitals)
  }

  private func placeAdjective(endingAt end: Int, floor: Int) -> (match: LexicalMatch, value: Int)? {
    guard end - 1 >= floor, let found = scan.placeAdjective(at: end - 1), found.match.tokens.upperBound == end
    else { return nil }
    return found
  }

  /// What follows: "… of the Republic of Belarus", «… иностранных дел РФ», "… für Wirtschaft".
  ///
  /// Returns the field of the office in the words of the text.
  func rightComplement(_ phrase: inout TitlePhrase, limit: Int) -> String {
    var walk = ComplementWalk(finder: self, phrase: phrase, limit: limit)
    let field = walk.run()
    phrase = walk.phrase
    return field
  }
}

extension LexicalReading {
  /// Whether a token is the sign of the English genitive.
  func isPossessive(_ token: Int) -> Bool {
    guard text.tokens.indices.contains(token) else { return false }
    let bytes = folded(token)
    return bytes == [0x27, 0x73] || bytes == [0x27]
  }
}
