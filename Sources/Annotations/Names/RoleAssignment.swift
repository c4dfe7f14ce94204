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
  private(set) var startAt: TokenMap<Int>
  private(set) var titleAt: TokenMap<Int>
  /// Tokens of organisations and places.
  private(set) var otherNames: [Bool]
  /// Where names stand that end inside a token.
  private var rangesInside: [Range<Int>: TextRange] = [:]
  private let context: RoleContext
  /// The persons that hold each title.
  var holders: [[Int]]
  /// The persons that have a title right in front of their name.
  private(set) var announced: Set<Int> = []
  /// By the person named behind a comma, the title that stands in front of it.
  private(set) var titleBeforeComma: [Int: Int] = [:]
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
    startAt = TokenMap(tokens: scan.tokens.count)
    titleAt = TokenMap(tokens: scan.tokens.count)
    otherNames = [Bool](repeating: false, count: scan.tokens.count)
    for name in others {
      if scan.endsInsideToken(name) {
        rangesInside[name.tokens] = name.range
      } else {
        for token in name.tokens { otherNames[token] = true }
      }
    }
    for (index, person) in persons.enumerated() {
      startAt.put(index, at: person.tokens.lowerBound)
    }
    holders = [[Int]](repeating: [], count: self.titles.count)
    for index in self.titles.indices {
      for token in self.titles[index].head { titleAt.put(index, at: token) }
    }
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
      if titles[index].isPlural, let items = itemsBehindColon(titles[index]) {
        holders[index] = items
      } else if let person = personBehind(titles[index]) {
        holders[index] = [person]
        if titles[index].isPlural || titles[index].mayBePlural && isFirstOfTwo(person)
          || isFirstOfSeveral(person)
        {
          holders[index] += companions(of: person)
        }
        announced.formUnion(holders[index])
      }
    }
    for index in titles.indices where holders[index].isEmpty {
      if let person = personBehindComma(titles[index]) { titleBeforeComma[person] = index }
    }
    for person in persons.indices { assignAppositions(of: person) }
    for index in titles.indices where holders[index].isEmpty {
      guard let person = personBehindComma(titles[index]) else { continue }
      holders[index] = [person]
      if titles[index].isPlural { holders[index] += companions(of: person) }
    }
    // From the last to the first: a title joined to one that is joined itself.
    for index in titles.indices.reversed() where holders[index].isEmpty {
      holders[index] = holdersOfNext(titles[index])
    }
    assignAppointments()
  }

  func limit(_ title: TitlePhrase) -> Int { scan.sentence(of: title.head.lowerBound).upperBound }

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
      } else if !scan.isCapitalised(token), reading.has(at: token, .inhabitant) {
        // «Главный тренер «Жетысу» серб Марко Грбович»
        token += 1
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
      } else if steps == 1, !title.isPlural, let named = personBehindColon(token, limit) {
        return named
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
    let ending = reading.lexicon.nameEndings.kind(of: reading.folded(last))
    return !(ending?.kind == .family && ending?.gender == .male)
  }

  /// The token behind an abbreviation in brackets: «ректор … университета (КазНУ) …».
  func bracketed(_ token: Int, _ limit: Int) -> Int? {
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

  /// «Заместители директора А и Б»: whether nothing but "and" stands between a person and the next one.
  private func isFirstOfTwo(_ person: Int) -> Bool {
    let end = persons[person].tokens.upperBound
    return scan.isConnector(end, .conjunction) && startAt[end + 1] != nil
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
  func behindOwnComplement(_ end: Int, _ limit: Int) -> Int {
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

  func isJoint(_ token: Int) -> Bool {
    reading.isSign(token, ",") || scan.isConnector(token, .conjunction)
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
    let first = persons[person].tokens.lowerBound
    for match in reading.matches(at: first) {
      if case .givenName(let gender) = reading.knowledge(match), match.inflection == nil { return gender }
    }
    // "Sven-Ole": the first of two names tells as much.
    let folded = reading.folded(first)
    guard let hyphen = folded.firstIndex(of: UInt8(ascii: "-")) else { return .unknown }
    return reading.lexicon.knowledge(of: Array(folded[..<hyphen])) { knowledge -> Gender? in
      if case .givenName(let gender) = knowledge { gender } else { nil }
    } ?? .unknown
  }
}
