import DatelineLexicon
import DatelineText

/// Offices that a sentence gives to somebody or takes away.
extension RoleAssignment {
  /// "X has been appointed Rector", «X назначен министром», "Zum Vorsitzenden wurde X gewählt".
  mutating func assignAppointments() {
    // "The board of directors elected …", «әкімінің өкімімен»: those who decide get no office.
    let open = titles.indices.filter { index in
      holders[index].isEmpty && !titles[index].isPlural && !isBody(titles[index])
        && !(reading.lexicon.profile.verbLast && titles[index].cases == .genitive)
    }
    guard !open.isEmpty, !persons.isEmpty else { return }
    let personsIn = Dictionary(grouping: persons.indices) {
      reading.sentenceOf[persons[$0].tokens.lowerBound]
    }
    var words: [Int: [(token: Int, kind: AppointmentKind)]] = [:]
    for index in open {
      let number = reading.sentenceOf[titles[index].head.lowerBound]
      guard let here = personsIn[number], here.count <= Self.mostNames else { continue }
      let said = words[number] ?? appointments(in: reading.text.sentences[number].tokens)
      words[number] = said
      guard said.count <= Self.mostNames else { continue }
      guard let (person, kind) = appointee(of: titles[index], here, said) else { continue }
      holders[index] = [person]
      if kind == .dismissed { dismissed.insert(index) }
    }
  }

  /// "Der Aufsichtsrat bestellte X": a word for the whole body as well as for each of its members.
  private func isBody(_ title: TitlePhrase) -> Bool {
    title.head.count == 1
      && reading.has(at: title.head.lowerBound) {
        if case .titleBody(let kinds) = $0 { kinds.contains("board") } else { false }
      }
  }

  private func appointments(in sentence: Range<Int>) -> [(token: Int, kind: AppointmentKind)] {
    sentence.compactMap { token in scan.appointment(at: token).map { (token, $0.value) } }
  }

  private func appointee(
    of title: TitlePhrase, _ candidates: [Int], _ words: [(token: Int, kind: AppointmentKind)]
  ) -> (Int, AppointmentKind)? {
    // "as director" speaks of the person named before it.
    if let word = words.first(where: { $0.kind == .as && touches($0.token, title) }),
      let person = candidates.last(where: { persons[$0].tokens.upperBound <= word.token })
        ?? candidates.first(where: { persons[$0].tokens.lowerBound > word.token })
    {
      return (person, .as)
    }
    func distance(_ person: Int) -> Int {
      let tokens = persons[person].tokens
      return tokens.lowerBound >= title.extent.upperBound
        ? tokens.lowerBound - title.extent.upperBound : title.extent.lowerBound - tokens.upperBound
    }
    guard
      let person = candidates.min(by: { distance($0) < distance($1) }), distance(person) >= 0,
      distance(person) <= 16
    else { return nil }
    let tokens = persons[person].tokens
    let between =
      tokens.lowerBound >= title.extent.upperBound
      ? title.extent.upperBound..<tokens.lowerBound : tokens.upperBound..<title.extent.lowerBound
    guard !between.contains(where: { separates($0, person) }) else { return nil }
    // «Указом Президента X назначен …»: a genitive in front of the name is whose decree it is.
    let profile = reading.lexicon.profile
    if !profile.nameCapitals, !profile.nounCapitals, !profile.verbLast, !title.cases.isEmpty,
      title.cases.contains(.genitive), !title.cases.contains(.instrumental),
      tokens.lowerBound >= title.extent.upperBound
    {
      return nil
    }
    func near(_ kind: AppointmentKind) -> Int? {
      words.filter { $0.kind == kind }.map { word in
        between.contains(word.token)
          ? 0
          : min(
            abs(word.token - title.extent.upperBound), abs(word.token - title.extent.lowerBound),
            abs(word.token - tokens.upperBound), abs(word.token - tokens.lowerBound))
      }.min()
    }
    let appointed = near(.appointed).flatMap { $0 <= 12 ? $0 : nil }
    let dismissed = near(.dismissed).flatMap { $0 <= 8 ? $0 : nil }
    if let dismissed, dismissed < appointed ?? .max { return (person, .dismissed) }
    if appointed != nil { return (person, .appointed) }
    // A copula stands between the two, hardly anything beside it.
    let isTied = words.contains { $0.kind == .copula && between.contains($0.token) }
    return isTied && between.count <= 4 ? (person, .copula) : nil
  }

  /// Whether a word that goes in front of offices stands right before a title, articles and adjectives between.
  private func touches(_ word: Int, _ title: TitlePhrase) -> Bool {
    guard word < title.head.lowerBound, title.head.lowerBound - word <= 6 else { return false }
    let end = scan.appointment(at: word)?.match.tokens.upperBound ?? word + 1
    return (end..<max(end, title.extent.lowerBound)).allSatisfy {
      scan.isWord($0) && !scan.isCapitalised($0) && !scan.isReportingVerb($0)
    }
  }

  /// Whether a token between a title and a person shows that they have nothing to do with each other.
  private func separates(_ token: Int, _ person: Int) -> Bool {
    if reading.isSign(token, ";") || reading.isSign(token, ":") { return true }
    // Another title than one that this person holds.
    if let other = titleAt[token], !holders[other].contains(person) { return true }
    return false
  }
}
