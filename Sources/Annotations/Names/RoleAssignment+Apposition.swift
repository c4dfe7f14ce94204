import DatelineLexicon
import DatelineText

/// Titles behind a name and names behind a title, with a comma between.
extension RoleAssignment {
  /// "Timur Schaksylykow, der … Botschafter Kasachstans in Belarus", and what is joined to it.
  mutating func assignAppositions(of person: Int) {
    let tokens = persons[person].tokens
    let limit = scan.sentence(of: tokens.lowerBound).upperBound
    let sign = behindAge(behindOwnBody(tokens.upperBound, limit), limit)
    guard sign + 1 < limit,
      reading.isSign(sign, ",") || reading.isSign(sign, "(") || reading.isDash(sign)
    else { return }
    var next = apposed(from: sign + 1, limit: limit, reach: 7)
    if let title = next, reading.has(at: sign + 1, .definite), isAnnounced(person),
      personBehindComma(titles[title]) != nil
    {
      return
    }
    while let title = next {
      holders[title] = [person]
      // "former Minister of Education and now chair of the Foundation".
      let end = titles[title].extent.upperBound
      guard end + 1 < limit, isJoint(end) else { return }
      next = apposed(from: end + 1, limit: limit, reach: 3, isJoined: true)
    }
  }

  /// "A, 79, secretary of the association": the sign behind an age between commas, or the same one.
  private func behindAge(_ sign: Int, _ limit: Int) -> Int {
    let isBracketed = reading.isSign(sign, "(")
    guard sign + 2 < limit, isBracketed || reading.isSign(sign, ","),
      reading.has(at: sign + 1, .number)
        || reading.text.tokens[sign + 1].kind == .number
    else { return sign }
    let behind = isBracketed && reading.isSign(sign + 2, ")") ? sign + 3 : sign + 2
    return behind < limit && reading.isSign(behind, ",") ? behind : sign
  }

  /// "A of the Ministry of X, chairman of the committee": the sign behind the body that a name is told by.
  private func behindOwnBody(_ end: Int, _ limit: Int) -> Int {
    guard reading.lexicon.profile.nameCapitals else { return end }
    let behind = behindOwnComplement(end, limit)
    return behind > end && behind < limit && reading.isSign(behind, ",") ? behind : end
  }

  /// "Museum director A, the Ambassador of X, B, and the mayor, C": whether a person has a title in front, so that
  /// one between two names is the next one's.
  private func isAnnounced(_ person: Int) -> Bool {
    announced.contains(person) || titleBeforeComma[person].map { holders[$0].isEmpty } ?? false
  }

  /// The unheld title that a token begins, words between that can belong to it.
  private func apposed(from start: Int, limit: Int, reach: Int, isJoined: Bool = false) -> Int? {
    var token = start
    var isJoined = isJoined
    while token < min(limit, start + reach) {
      if let title = titleAt[token] {
        // "X, and the mayor of Osaka, Y": whoever stands behind a joined title is another one.
        if isJoined, personBehindComma(titles[title]) != nil { return nil }
        // One person is not several: "X, called in engineers".
        if titles[title].isPlural { return nil }
        // «По словам X, пилот расширят»: what a verb follows at once is the subject of a clause of its own.
        let behind = titles[title].extent.upperBound
        // "X, a physicist trained in Leuven": behind an article it is what somebody is.
        if behind < limit, !scan.isCapitalised(behind), reading.words[behind].tense != nil,
          scan.titleModifier(at: behind) == nil, scan.titleModifier(at: start)?.value != "article"
        {
          return nil
        }
        return holders[title].isEmpty ? title : nil
      }
      if scan.isConnector(token, .conjunction) { isJoined = true }
      if scan.blocked[token] {
        token += 1
        continue
      }
      // A verb ends an apposition: "X, called in engineers".
      if reading.words[token].tense != nil, scan.titleModifier(at: token) == nil, !scan.isCapitalised(token) {
        return nil
      }
      // "X, the EBRD's managing director"
      if reading.isPossessive(token), otherNames[token - 1] {
        token += 1
        continue
      }
      guard startAt[token] == nil, scan.isWord(token) || scan.isQuote(token), !scan.isReportingVerb(token),
        scan.isStopword(token) || otherNames[token] || scan.placeAdjective(at: token) != nil
          || scan.titleModifier(at: token) != nil || !scan.isCapitalised(token)
          || scan.isConnector(token, .organisation) || scan.isQuote(token)
      else { return nil }
      token += 1
    }
    return nil
  }

  /// "The chairman of X, Philipp Sandrock, said": a name behind a comma that closes the phrase.
  func personBehindComma(_ title: TitlePhrase) -> Int? {
    let limit = limit(title)
    var token = title.extent.upperBound
    if let behind = bracketed(token, limit), title.organisation != nil { token = behind }
    let behind = behindComplement(token, limit, isInside: token > title.head.upperBound)
    let isNear = behind == token
    token = behind
    guard token + 1 < limit, reading.isSign(token, ",") else { return nil }
    token = behindAddress(token + 1, limit)
    guard token < limit, let person = startAt[token], persons[person].tokens.count > 1 else { return nil }
    // A name that has a title of its own in apposition is another's.
    let end = persons[person].tokens.upperBound
    if end + 1 < limit, reading.isSign(end, ","), let own = titleAt[end + 1], holders[own] == [person] {
      return nil
    }
    // Farther on only a name that the sentence closes as it closes an apposition.
    return isNear || end >= limit || !scan.isWord(end) || scan.isConnector(end, .conjunction) ? person : nil
  }

  /// The token behind what a title governs and its phrase did not take in, where nouns are capitalised.
  ///
  /// "vom Vorsitzenden der Provinz Sughd, X"; the same token if more than a complement stands there.
  ///
  /// - Parameter isInside: whether a part of the complement stands in front of `start`: "des Leipziger | Hauses".
  private func behindComplement(_ start: Int, _ limit: Int, isInside: Bool) -> Int {
    guard reading.lexicon.profile.nounCapitals, start < limit, scan.isWord(start),
      scan.isCapitalised(start) ? isInside : reading.has(at: start, [.definite, .preposition, .connector])
    else { return start }
    var token = start
    while token < limit, token - start < 9, scan.isWord(token) || reading.isDash(token) {
      guard startAt[token] == nil, titleAt[token] == nil, !scan.isReportingVerb(token),
        scan.isCapitalised(token) || reading.words[token].tense == nil
      else { return start }
      token += 1
    }
    return token < limit && reading.isSign(token, ",") ? token : start
  }

  /// The token behind forms of address and degrees.
  private func behindAddress(_ start: Int, _ limit: Int) -> Int {
    var token = start
    while token < limit, token - start < 12, let (match, value) = scan.title(at: token),
      value.0 == .honorific || value.0 == .academic
    {
      token = match.tokens.upperBound
    }
    return token
  }

  // MARK: Behind a colon

  /// "Treasurer: A; General Secretary: B", "(director: A)": the person whose office a colon gives, where nothing but
  /// the name stands behind it.
  func personBehindColon(_ colon: Int, _ limit: Int) -> Int? {
    guard reading.isSign(colon, ":"), colon + 1 < limit else { return nil }
    let token = behindAddress(colon + 1, limit)
    guard token < limit, let person = startAt[token] else { return nil }
    let end = persons[person].tokens.upperBound
    return end >= limit || !scan.isWord(end) ? person : nil
  }

  /// "three rapporteurs: A, a former judge; B, professor of law; and C": the first person of each item of a list.
  func itemsBehindColon(_ title: TitlePhrase) -> [Int]? {
    let limit = limit(title)
    let colon = title.extent.upperBound
    // "Speakers: A; B": a heading says what all of them do, not what they are.
    guard colon + 1 < limit, reading.isSign(colon, ":"),
      title.extent.lowerBound > scan.sentence(of: title.head.lowerBound).lowerBound
    else { return nil }
    var items: [Int] = []
    var start = colon + 1
    while start < limit, items.count < Self.mostNames {
      let end = (start..<limit).first { reading.isSign($0, ";") } ?? limit
      if let person = firstPerson(of: start..<end) { items.append(person) }
      start = end + 1
    }
    return items.count > 1 ? items : nil
  }

  /// The person that an item of a list begins with, titles and small words in front left out.
  private func firstPerson(of item: Range<Int>) -> Int? {
    var token = item.lowerBound
    while token < item.upperBound, token - item.lowerBound < 12 {
      if let person = startAt[token] { return person }
      if let title = titleAt[token] {
        token = max(token + 1, titles[title].extent.upperBound)
        continue
      }
      guard
        scan.isConnector(token, .conjunction) || scan.isStopword(token)
          || reading.has(at: token, [.definite, .title, .titleModifier, .placeAdjective])
      else { return nil }
      token += 1
    }
    return nil
  }
}
