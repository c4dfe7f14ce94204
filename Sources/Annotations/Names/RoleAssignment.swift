import DatelineLexicon
import DatelineText

/// A role of a person as one phrase of the text gives it.
public struct RoleAnnotation: Sendable, Hashable {
  /// In the nominative.
  public var title: String
  /// The tokens of the title.
  public var range: TextRange
  /// Where the organisation is named.
  public var organisation: TextRange?
  /// ISO 3166-1 alpha-2 or empty.
  public var country: String
  /// `former`, `acting` or empty.
  public var modifier: String
}

/// Decides which person of a text holds which of its titles.
///
/// A title has one holder, or several if it stands in the plural. The surest sign comes first: the name
/// right behind it, an apposition to a name, a name behind a comma, the verb of an appointment.
struct RoleAssignment {
  let scan: NameScan
  let titles: [TitlePhrase]
  let persons: [NameAnnotation]
  private var startAt: [Int: Int] = [:]
  private var endAt: [Int: Int] = [:]
  private(set) var titleAt: [Int: Int] = [:]
  /// Tokens of organisations and places.
  private var otherNames: [Bool]
  /// Where names stand that end inside a token.
  private var rangesInside: [Range<Int>: TextRange] = [:]
  private let context: RoleContext
  /// The persons that hold each title.
  var holders: [[Int]]
  var dismissed: Set<Int> = []
  /// A sentence that names more than this is a list, which appoints nobody and must not cost its square.
  static let mostNames = 40

  var reading: LexicalReading { scan.reading }

  init(scan: NameScan, titles: [TitlePhrase], persons: [NameAnnotation], others: [NameAnnotation]) {
    self.scan = scan
    var inside = [Bool](repeating: false, count: scan.tokens.count)
    for person in persons { for token in person.tokens { inside[token] = true } }
    self.titles = titles.filter { title in
      title.kind != .honorific && !title.head.contains { inside[$0] }
    }
    self.persons = persons
    context = RoleContext(scan: scan, titles: self.titles, persons: persons, others: others)
    otherNames = [Bool](repeating: false, count: scan.tokens.count)
    for name in others {
      if scan.endsInsideToken(name) {
        rangesInside[name.tokens] = name.range
      } else {
        for token in name.tokens { otherNames[token] = true }
      }
    }
    for (index, person) in persons.enumerated() {
      startAt[person.tokens.lowerBound] = index
      endAt[person.tokens.upperBound] = index
    }
    holders = [[Int]](repeating: [], count: self.titles.count)
    for (index, title) in self.titles.enumerated() { for token in title.head { titleAt[token] = index } }
  }

  /// The roles of each person, in the order of the text.
  ///
  /// - Complexity: O(tokens + titles + persons).
  func roles() -> [[RoleAnnotation]] {
    var assignment = self
    assignment.assign()
    var roles = [[RoleAnnotation]](repeating: [], count: persons.count)
    for index in titles.indices {
      for person in assignment.holders[index] {
        var role = role(context.completed(index, holder: persons[person].tokens), of: person)
        if assignment.dismissed.contains(index) { role.modifier = "former" }
        roles[person].append(role)
      }
    }
    return roles
  }

  private mutating func assign() {
    for index in titles.indices {
      if let person = personBehind(titles[index]) {
        holders[index] = [person]
        if titles[index].isPlural || isFirstOfSeveral(person) { holders[index] += companions(of: person) }
      }
    }
    for person in persons.indices { assignAppositions(of: person) }
    for index in titles.indices where holders[index].isEmpty {
      if let person = personBehindComma(titles[index]) { holders[index] = [person] }
    }
    // From the last to the first: a title joined to one that is joined itself.
    for index in titles.indices.reversed() where holders[index].isEmpty {
      holders[index] = holdersOfNext(titles[index])
    }
    assignAppointments()
  }

  private func limit(_ title: TitlePhrase) -> Int { scan.sentence(of: title.head.lowerBound).upperBound }

  // MARK: Beside the name

  /// The person named right behind a title: "Rector of X Galym Mutanov", «министр – Иван Петров».
  private func personBehind(_ title: TitlePhrase) -> Int? {
    let limit = limit(title)
    var token = title.extent.upperBound
    // Other titles may stand between: "Minister Prof. Dr. …", and words of address.
    var steps = 0
    var isAppointed = false
    while token < limit, startAt[token] == nil, steps < 4 {
      steps += 1
      if let next = titleAt[token], titles[next].head.lowerBound == token {
        token = titles[next].extent.upperBound
      } else if let (match, value) = scan.title(at: token), value.0 == .honorific || value.0 == .academic {
        token = match.tokens.upperBound
      } else if let behind = bracketed(token, limit), title.organisation != nil {
        token = behind
      } else if let (match, _) = scan.titleModifier(at: token),
        !scan.isCapitalised(token) || match.tokens.count > 1
      {
        // "Pfarrer i. R. X", "General a. D. X"
        token = match.tokens.upperBound
      } else if steps == 1, title.isPlural, let (match, kind) = scan.appointment(at: token),
        kind == .copula || kind == .appointed, startAt[match.tokens.upperBound] != nil
      {
        // "Vice-presidents are A and B", «Инструкторами назначены А и Б»
        token = match.tokens.upperBound
        isAppointed = true
      } else if steps == 1, reading.isDash(token), startAt[token + 1] != nil,
        reading.text.tokens[token].shape.contains(.spaceBefore)
      {
        token += 1
      } else {
        return nil
      }
    }
    guard token < limit, let person = startAt[token], isAppointed || agrees(title, person) else { return nil }
    // «адвокат Ибраимова Салтанат Бекова»: whose lawyer she is stands between.
    if persons[person].tokens.count == 1, !reading.lexicon.profile.nameCapitals,
      let next = startAt[persons[person].tokens.upperBound]
    {
      return next
    }
    return person
  }

  /// «Указом Президента Даурен Ахметов назначен …»: a name that shows the nominative is not that of a title in
  /// another case.
  private func agrees(_ title: TitlePhrase, _ person: Int) -> Bool {
    let profile = reading.lexicon.profile
    guard !profile.nameCapitals, !profile.nounCapitals, !profile.verbLast, !title.cases.isEmpty,
      !title.cases.contains(.nominative) || title.cases.contains(.genitive),
      let last = persons[person].tokens.last
    else { return true }
    let ending = reading.lexicon.nameEndings.kind(of: reading.folded[last])
    return !(ending?.kind == .family && ending?.gender == .male)
  }

  /// The token behind an abbreviation in brackets: «ректор … университета (КазНУ) …».
  private func bracketed(_ token: Int, _ limit: Int) -> Int? {
    token + 2 < limit && reading.isSign(token, "(") && reading.isSign(token + 2, ")") ? token + 3 : nil
  }

  /// "Ministers A, B and C": the persons named with the first one, nothing but commas and "and" between.
  private func companions(of person: Int) -> [Int] {
    var found: [Int] = []
    var end = persons[person].tokens.upperBound
    let limit = scan.sentence(of: persons[person].tokens.lowerBound).upperBound
    while end + 1 < limit, found.count < 8 {
      end = behindOwnComplement(end, limit)
      guard end + 1 < limit, isJoint(end), let next = startAt[end + 1] else { break }
      found.append(next)
      end = persons[next].tokens.upperBound
    }
    return found
  }

  /// "die Abgeordneten A (CDU) und B (SPD)": whether a person with a bracket is followed by another with one.
  private func isFirstOfSeveral(_ person: Int) -> Bool {
    let end = persons[person].tokens.upperBound
    let limit = scan.sentence(of: persons[person].tokens.lowerBound).upperBound
    guard end < limit, reading.isSign(end, "(") else { return false }
    let behind = behindOwnComplement(end, limit)
    guard behind > end, behind + 1 < limit, scan.isConnector(behind, .conjunction),
      let next = startAt[behind + 1]
    else { return false }
    return reading.isSign(persons[next].tokens.upperBound, "(")
  }

  /// The token behind "of China" or "(China)", which tells one holder of an office from the next.
  private func behindOwnComplement(_ end: Int, _ limit: Int) -> Int {
    let isBracketed = reading.isSign(end, "(")
    guard isBracketed || scan.isConnector(end, .organisation) && !scan.isConnector(end, .conjunction) else {
      return end
    }
    var token = end + 1
    if token < limit, !otherNames[token], scan.isStopword(token) { token += 1 }
    let start = token
    while token < limit, otherNames[token] { token += 1 }
    guard token > start else { return end }
    if isBracketed { return reading.isSign(token, ")") ? token + 1 : end }
    return token
  }

  private func isJoint(_ token: Int) -> Bool {
    reading.isSign(token, ",") || scan.isConnector(token, .conjunction)
  }

  // MARK: Apposition

  /// "Timur Schaksylykow, der … Botschafter Kasachstans in Belarus", and what is joined to it.
  private mutating func assignAppositions(of person: Int) {
    let tokens = persons[person].tokens
    let limit = scan.sentence(of: tokens.lowerBound).upperBound
    let sign = tokens.upperBound
    guard sign + 1 < limit,
      reading.isSign(sign, ",") || reading.isSign(sign, "(") || reading.isDash(sign)
    else { return }
    var next = apposed(from: sign + 1, limit: limit, reach: 7)
    while let title = next {
      holders[title] = [person]
      // "former Minister of Education and now chair of the Foundation".
      let end = titles[title].extent.upperBound
      guard end + 1 < limit, isJoint(end) else { return }
      next = apposed(from: end + 1, limit: limit, reach: 3, isJoined: true)
    }
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
  private func personBehindComma(_ title: TitlePhrase) -> Int? {
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

  /// "Rector and Professor X", «Сопредседатель форума, председатель палаты X»: who holds the title joined to it.
  private func holdersOfNext(_ title: TitlePhrase) -> [Int] {
    let limit = limit(title)
    var token = title.extent.upperBound
    guard token + 1 < limit else { return [] }
    if isJoint(token) || reading.isDash(token) { token += 1 }
    // "Honorarkonsul in Erfurt, der Unternehmer X"
    if token < limit, titleAt[token] == nil,
      reading.has(at: token, .definite)
    {
      token += 1
    }
    // The next phrase begins at its complement in front: «ректор, РФ-ның министрі».
    for ahead in token..<min(limit, token + 4) {
      if let next = titleAt[ahead] {
        return titles[next].extent.lowerBound <= token ? holders[next] : []
      }
      guard otherNames[ahead] || scan.titleModifier(at: ahead) != nil || scan.placeAdjective(at: ahead) != nil
      else { return [] }
    }
    return []
  }

  private func role(_ title: TitlePhrase, of person: Int) -> RoleAnnotation {
    let words: String? =
      switch gender(of: person) {
      case .male: title.masculine
      case .female: title.feminine
      default: nil
      }
    return RoleAnnotation(
      title: words ?? title.title, range: reading.range(title.head),
      organisation: (title.organisation ?? title.body).map { range(ofName: $0) }, country: title.country,
      modifier: title.modifier)
  }
}

extension RoleAssignment {
  private func range(ofName tokens: Range<Int>) -> TextRange { rangesInside[tokens] ?? reading.range(tokens) }

  /// What the dictionaries say about the given name of a person.
  private func gender(of person: Int) -> Gender {
    for match in reading.matches(at: persons[person].tokens.lowerBound) {
      if case .givenName(let gender) = reading.knowledge(match), match.inflection == nil { return gender }
    }
    return .unknown
  }
}
