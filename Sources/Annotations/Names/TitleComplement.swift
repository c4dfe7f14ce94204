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
    var token = phrase.extent.upperBound
    var end = token
    var fieldStart = token
    var fieldEnd = token
    var afterConnector = false
    while token < limit, token - phrase.head.upperBound < 16 {
      guard !scan.blocked[token] else { break }
      // «директор «Жел Энергии» Руслан Оспанов»
      if scan.isOpeningQuote(token), let name = startingAt[token + 1], name.kind == .organisation,
        scan.isClosingQuote(name.tokens.upperBound), phrase.organisation == nil
      {
        phrase.organisation = name.tokens
        if phrase.country.isEmpty { phrase.country = name.country }
        token = name.tokens.upperBound + 1
        end = token
        continue
      }
      // "Regionaldirektor für Europa", "director for the Caucasus": a region that the office is for.
      if let name = startingAt[token], name.kind == .place, name.country.isEmpty, fieldEnd == fieldStart,
        let word = fieldWord(before: token), word == phrase.head.upperBound
      {
        token = name.tokens.upperBound
        (end, fieldEnd) = (token, token)
        afterConnector = false
        continue
      }
      if let name = startingAt[token] {
        if name.kind == .organisation {
          guard
            phrase.organisation == nil || phrase.organisation?.upperBound ?? 0 <= phrase.head.lowerBound
              || isWhole(name, of: phrase.organisation)
          else { break }
          if phrase.organisation == nil { phrase.organisation = name.tokens }
          if phrase.country.isEmpty { phrase.country = name.country }
        } else if phrase.country.isEmpty {
          phrase.country = name.country
        }
        token = name.tokens.upperBound
        end = token
        afterConnector = false
        continue
      }
      // «проректор ТПУ по образованию»: the field may stand behind the organisation.
      if let organisation = phrase.organisation, organisation.upperBound == token, fieldEnd == fieldStart,
        organisation.lowerBound >= phrase.head.upperBound, scan.isConnector(token, .organisation),
        scan.isPreposition(token), token + 1 < limit, !startingAt.has(token + 1),
        isField(token + 1, afterConnector: true)
      {
        fieldStart = token
        fieldEnd = token + 2
        token = fieldEnd
        end = token
        continue
      }
      if scan.isConnector(token, .organisation) || scan.isConnector(token, .conjunction) && fieldEnd == token
        || reading.isPossessive(token)
        || token == phrase.head.upperBound && reading.lexicon.profile.nameCapitals
          && scan.isConnector(token, .field)
      {
        afterConnector = true
        phrase.hasConnector = true
        token += 1
        // "head of the language service"
        if end == phrase.head.upperBound, isUnit(token, limit: limit) { token += 1 }
        continue
      }
      if let adjective = scan.placeAdjective(at: token),
        !scan.isCapitalised(token) || reading.lexicon.profile.nameCapitals,
        !reading.lexicon.profile.nounCapitals || fieldWord(before: token) == nil
      {
        if phrase.country.isEmpty { phrase.country = reading.lexicon.places[adjective.value].country }
        token = adjective.match.tokens.upperBound
        end = token
        continue
      }
      // «по связям с прессой»: a word that goes on with a field.
      if fieldEnd == token, fieldEnd > fieldStart, scan.isConnector(token, .fieldLink), token + 1 < limit,
        isField(token + 1, afterConnector: true)
      {
        token += 2
        (end, fieldEnd) = (token, token)
        continue
      }
      // "Professor at the University of X", "Lektor beim Limmat Verlag"
      if end == token, phrase.organisation == nil, scan.isPreposition(token), !scan.isCapitalised(token),
        let name = organisation(at: token + 1)
      {
        // Where a diplomat serves is not whose diplomat he is.
        if phrase.kind != .diplomatic { phrase.organisation = name.tokens }
        token = name.tokens.upperBound
        end = token
        continue
      }
      // "owner of the farm Hahn & Söhne", "Generaldirektor der Staatsbahn TCDD": a noun for what is named behind it.
      if afterConnector, reading.lexicon.profile.nameCapitals || reading.lexicon.profile.nounCapitals,
        phrase.organisation == nil, scan.isWord(token), scan.title(at: token) == nil,
        !scan.isCapitalised(token) || reading.lexicon.profile.nounCapitals, fieldEnd == fieldStart,
        !scan.isPreposition(token), let name = startingAt[token + 1], name.kind == .organisation
      {
        token += 1
        continue
      }
      // «аким города Шымкента»: a noun for the place that is named behind it.
      if end == token, !scan.isCapitalised(token), reading.has(at: token, .placeWord),
        scan.mayBeGenitive(token), startingAt[token + 1]?.kind == .place, !reading.lexicon.profile.verbLast
      {
        token += 1
        continue
      }
      // «представитель в порту Азова», "head of the TİKA office in Astana": where somebody serves.
      if end == token || phrase.organisation?.upperBound == token,
        let behind = whereabouts(at: token, limit: limit)
      {
        token = behind
        end = token
        continue
      }
      // "…, Leiterin Unternehmenskommunikation, …", "Leiter Firmenkunden der UBS": a field without any small word.
      if end == token, token == phrase.head.upperBound, isBareField(token, phrase, limit: limit) {
        token += 1
        end = token
        fieldEnd = token
        continue
      }
      // An embassy's country: "Botschafter Kasachstans in Belarus".
      if !scan.isCapitalised(token), scan.isWord(token), let next = startingAt[token + 1],
        next.kind == .place, phrase.kind == .diplomatic || scan.isPreposition(token), end == token
      {
        token = next.tokens.upperBound
        end = token
        continue
      }
      if reading.isSign(token, ","), fieldEnd == token, fieldContinues(after: token, limit: limit) {
        token += 1
        afterConnector = true
        continue
      }
      // «председатель районного исполкома»: with its adjective a common noun says which unit it is.
      if let attribute = attribute(before: token, from: fieldStart, to: fieldEnd) {
        if let organisation = bodyNouns.organisation(meantBy: token), phrase.organisation == nil,
          isNamed(attribute, in: organisation)
        {
          phrase.body = organisation.tokens
          if phrase.country.isEmpty { phrase.country = organisation.country }
          fieldEnd = attribute
        } else {
          fieldEnd = token + 1
        }
        token += 1
        end = token
        continue
      }
      // «директор предприятия», "president of the company": a common noun ends nothing and adds nothing.
      if scan.isWord(token), !scan.isCapitalised(token) || reading.lexicon.profile.nounCapitals,
        phrase.organisation == nil, phrase.body == nil,
        afterConnector || !reading.lexicon.profile.nameCapitals,
        let organisation = bodyNouns.organisation(meantBy: token)
      {
        phrase.body = organisation.tokens
        if phrase.country.isEmpty { phrase.country = organisation.country }
        token += 1
        end = token
        continue
      }
      if scan.isWord(token), !scan.isCapitalised(token), let noun = scan.organisationForm(at: token) {
        token = noun.match.tokens.upperBound
        end = token
        continue
      }
      // "der Leiter der Schule, Paul Müller": which school it is, the text has said or will not say.
      if reading.lexicon.profile.nounCapitals, afterConnector, fieldEnd == fieldStart,
        phrase.organisation == nil, phrase.body == nil, scan.isCapitalised(token), !startingAt.has(token),
        reading.isSign(token + 1, ","), scan.isCapitalised(token + 2),
        reading.has(at: token, .organisationForm) || reading.has(at: token, .placeWord)
      {
        token += 1
        end = token
        break
      }
      // «министр культуры региона», «послы двух стран»: says only that there is a place, or how many.
      if !scan.isCapitalised(token), fieldEnd == token || fieldEnd == phrase.head.upperBound,
        let behind = vaguePlace(at: token), !startingAt.has(behind) || !(startingAt[behind]?.kind == .place)
      {
        token = behind
        end = token
        continue
      }
      guard scan.isWord(token), isField(token, afterConnector: afterConnector),
        phrase.organisation == nil || fieldEnd == token && fieldStart > phrase.head.upperBound
      else { break }
      token += 1
      end = token
      fieldEnd = token
      // The words of "debt capital markets" belong together.
      afterConnector =
        afterConnector && !scan.isCapitalised(token - 1)
        && (reading.lexicon.profile.nameCapitals
          || !reading.lexicon.profile.verbLast && scan.mayBeAdjective(token - 1))
    }
    phrase.extent = phrase.extent.lowerBound..<max(end, phrase.extent.upperBound)
    return fieldEnd > fieldStart ? reading.string(fieldStart..<fieldEnd) : ""
  }

  /// The adjective at the end of a field that agrees with a common noun for a body right behind it, where nouns
  /// are not capitalised.
  private func attribute(before noun: Int, from fieldStart: Int, to fieldEnd: Int) -> Int? {
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
  private func isNamed(_ token: Int, in organisation: NameAnnotation) -> Bool {
    // Five letters, two bytes each.
    let stem = reading.folded[token].prefix(10)
    return organisation.tokens.contains { reading.folded[$0].starts(with: stem) }
  }

  /// The word such as "for" in front of a token, an article between left out.
  private func fieldWord(before token: Int) -> Int? {
    let word = isDefinite(token - 1) ? token - 2 : token - 1
    return scan.isConnector(word, .field) ? word : nil
  }

  /// «Департамента Африки МИД России», "der Abteilung Handel des Ministeriums": whether an organisation behind another
  /// is the one that this is a part of.
  private func isWhole(_ name: NameAnnotation, of part: Range<Int>?) -> Bool {
    guard let part, part.upperBound <= name.tokens.lowerBound, name.tokens.lowerBound - part.upperBound <= 2
    else { return false }
    return (part.upperBound..<name.tokens.lowerBound).allSatisfy {
      !scan.isConnector($0, .conjunction) && (scan.isConnector($0, .organisation) || isDefinite($0))
    }
  }

  /// The organisation named at a token, an article in front left out.
  func organisation(at token: Int) -> NameAnnotation? {
    let start = !startingAt.has(token) && isDefinite(token) ? token + 1 : token
    guard let name = startingAt[start], name.kind == .organisation else { return nil }
    return name
  }

  private func isDefinite(_ token: Int) -> Bool {
    reading.has(at: token, .definite)
  }

  /// The token behind "office in Astana" or «в порту Азова»: one common noun and a place that a preposition ties on.
  private func whereabouts(at start: Int, limit: Int) -> Int? {
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
  private func vaguePlace(at token: Int) -> Int? {
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

extension LexicalReading {
  /// Whether a token is the sign of the English genitive.
  func isPossessive(_ token: Int) -> Bool {
    guard text.tokens.indices.contains(token) else { return false }
    let bytes = folded[token]
    return bytes == [0x27, 0x73] || bytes == [0x27]
  }
}
