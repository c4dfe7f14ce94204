import DatelineLexicon
import DatelineText

/// Titles behind a name and names behind a title, with a comma between.
extension RoleAssignment {
  /// "Timur Schaksylykow, der … Botschafter Kasachstans in Belarus", and what is joined to it.
  mutating func assignAppositions(of person: Int) {
    let tokens = persons[person].tokens
    let limit = scan.sentence(of: tokens.lowerBound).upperBound
    let sign = tokens.upperBound
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
        if behind < limit, !scan.isCapitalised(behind), reading.words[behind].tense != nil,
          scan.titleModifier(at: behind) == nil
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
    guard token + 1 < limit, reading.isSign(token, ",") else { return nil }
    token += 1
    if scan.title(at: token).map({ $0.value.0 == .honorific || $0.value.0 == .academic }) ?? false {
      token = scan.title(at: token)?.match.tokens.upperBound ?? token
    }
    guard token < limit, let person = startAt[token], persons[person].tokens.count > 1 else { return nil }
    // A name that has a title of its own in apposition is another's.
    let end = persons[person].tokens.upperBound
    if end + 1 < limit, reading.isSign(end, ","), let own = titleAt[end + 1], holders[own] == [person] {
      return nil
    }
    return person
  }
}
