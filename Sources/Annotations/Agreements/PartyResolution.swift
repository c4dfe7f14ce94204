import DatelineLexicon
import DatelineText

/// Who agrees, read off the frames of a sentence: "between A and B", "A … with B", "signed by A", or
/// whoever stands in front of the verb.
struct PartyResolution {
  let scene: SentenceScene
  let bearers: [Bearer]
  let trigger: SentenceScene.Trigger
  let paper: SentenceScene.Paper?

  /// The actors that take part, in the order of the text.
  func participants() -> [SentenceScene.Actor] {
    let all = everyone().filter { $0.kind == .person || !isWhere($0) }
    // Towns and regions take part only where nobody greater does.
    let greater = all.filter { $0.kind != .place || bearers[$0.bearer].category == "country" }
    let organisationsOrStates = greater.filter { $0.kind != .person }
    let named = organisationsOrStates.filter { !$0.pointsBack }
    if named.count >= 2 { return greater.filter { !$0.pointsBack } }
    return organisationsOrStates.count >= 2
      ? greater : all.filter { !isTown($0) || organisationsOrStates.isEmpty }
  }

  private func isTown(_ actor: SentenceScene.Actor) -> Bool {
    actor.kind == .place && !["country", "region"].contains(bearers[actor.bearer].category)
  }

  private func everyone() -> [SentenceScene.Actor] {
    var framed = framedActors()
    if framed.between.filter({ !isCity($0) }).count >= 2 { framed.between.removeAll(where: isCity) }
    if framed.between.count >= 2 {
      // Who stands elsewhere in the sentence signs for the two, or has nothing to do with it.
      let persons = (subjects() + framed.by).filter { $0.kind == .person }
      var seen: Set<Int> = []
      return (framed.between + persons).filter { seen.insert($0.bearer).inserted }
    }
    var all = subjects() + framed.between + framed.with + framed.by + companions()
    var seen: Set<Int> = []
    all.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return all.filter { seen.insert($0.bearer).inserted }
  }

  /// Whether the sentence itself says between whom.
  var isFramed: Bool { framedActors().between.count >= 2 }

  /// "Berlin and Astana have signed …", «Киев и Варшава подписали …»: capitals that act for their states.
  ///
  /// Two at least, joined, in front of the verb and with no word before them that says where.
  func capitals() -> [SentenceScene.Actor] {
    let capitals = scene.reading.lexicon.capitals
    let cities = scene.actors.filter { actor in
      actor.kind == .place && capitals.contains(bearers[actor.bearer].key)
        && actor.tokens.upperBound <= trigger.tokens.lowerBound && isFree(actor)
    }
    for (first, second) in zip(cities, cities.dropFirst()) {
      let between = first.tokens.between(second.tokens)
      if between.count == 1, between.allSatisfy(joins), first.bearer != second.bearer { return cities }
    }
    return []
  }

  /// "His Ukrainian counterpart", «казахстанская сторона»: states that an adjective in front of such a word names.
  func counterparts() -> [KnownPlace] {
    let marks = Set(scene.marks.lazy.filter { $0.frame == .counterpart }.map(\.tokens.lowerBound))
    return scene.adjectives.compactMap { adjective in
      let isMeant = marks.contains(adjective.token + 1) || marks.contains(adjective.token + 2)
      return isMeant && adjective.countries.count == 1 ? adjective.countries[0] : nil
    }
  }

  /// The countries that adjectives name ("Kazakh-Chinese memorandum").
  func adjectiveCountries() -> [KnownPlace] {
    scene.adjectives.first { $0.countries.count > 1 }?.countries ?? []
  }

  private struct Framed {
    var between: [SentenceScene.Actor] = []
    var with: [SentenceScene.Actor] = []
    var by: [SentenceScene.Actor] = []
  }

  private func framedActors() -> Framed {
    var framed = Framed()
    for mark in scene.marks {
      let group: [SentenceScene.Actor]
      switch (mark.frame, mark.position) {
      case (.sides, _), (.counterpart, _): continue
      case (.between, .after), (.between, .both): group = coordinated(endingAt: mark.tokens.lowerBound)
      case (_, .after):
        group = coordinated(endingAt: mark.tokens.lowerBound, most: mark.frame == .with ? 3 : 6)
      default: group = coordinated(from: mark.tokens.upperBound, frame: mark.frame)
      }
      switch mark.frame {
      case .between: framed.between += group
      case .with: framed.with += group
      case .by, .onBehalf: framed.by += group
      case .sides, .counterpart: break
      }
    }
    // "An agreement on trains between Almaty and Kotka" between those in front of it.
    if framed.between.allSatisfy(isTown), !framed.between.isEmpty,
      subjects().contains(where: { $0.kind != .person && !$0.pointsBack })
    {
      framed.between = []
    }
    return framed
  }

  /// The actors joined by commas and conjunctions from a token on.
  private func coordinated(from start: Int, frame: PartyFrame) -> [SentenceScene.Actor] {
    var group: [SentenceScene.Actor] = []
    var token = start
    var slack = frame == .between ? 8 : 5
    if frame == .by || frame == .onBehalf {
      return signers(from: start)
    }
    while token < scene.tokens.upperBound {
      if let actor = scene.actors.first(where: { $0.tokens.lowerBound == token }) {
        if isCity(actor), frame != .between { break }
        if isWhere(actor), scene.reading.isPossessive(actor.tokens.upperBound) {
          token = actor.tokens.upperBound + 1
          continue
        }
        group.append(actor)
        token = actor.tokens.upperBound
        slack = frame == .between ? 8 : 4
        continue
      }
      if scene.triggers.contains(where: { $0.tokens.lowerBound == token && $0.kind == .verb }) { break }
      if scene.papers.contains(where: { $0.tokens.lowerBound == token }), !group.isEmpty { break }
      if scene.reading.isSign(token, ";") || scene.reading.isSign(token, "(") && group.isEmpty { break }
      // Once someone is named only a comma, a conjunction or the words of the next name's title go on.
      if !group.isEmpty, frame != .between, !joins(token), slack <= 3 { break }
      slack -= 1
      if slack < 0 { break }
      token += 1
    }
    // With one name only a conjunction shows that the next belongs to the frame.
    return group
  }

  /// Everyone named behind "signed by", however many titles stand between, up to the next deed.
  private func signers(from start: Int) -> [SentenceScene.Actor] {
    // "… by A and B, with C attending": the next deed or company ends the list.
    let deed = scene.triggers.first { $0.tokens.lowerBound > start && $0.kind == .verb }?.tokens.lowerBound
    let company = scene.marks.first {
      $0.tokens.lowerBound > start && $0.frame == .with && $0.position == .before
        && scene.reading.isSign($0.tokens.lowerBound - 1, ",")
    }?.tokens.lowerBound
    let end = min(deed ?? scene.tokens.upperBound, company ?? scene.tokens.upperBound)
    guard start < end else { return [] }
    let behind = scene.actors(in: start..<end)
    let people = behind.filter { $0.kind == .person }
    if !people.isEmpty,
      behind.first.map({ $0.kind == .person || people[0].tokens.lowerBound - $0.tokens.upperBound < 6 })
        ?? false
    {
      return people
    }
    return behind.prefix { $0.tokens.lowerBound - start < 24 }.filter { !isCity($0) && ($0.kind != .place) }
  }

  private func joins(_ token: Int) -> Bool {
    scene.scan.isConnector(token, .conjunction) || scene.reading.isSign(token, ",")
  }

  /// The actors joined together in front of a token (postpositions).
  private func coordinated(endingAt end: Int, most: Int = 8) -> [SentenceScene.Actor] {
    var group: [SentenceScene.Actor] = []
    var token = end - 1
    var slack = most
    while token >= scene.tokens.lowerBound, slack >= 0 {
      if let actor = scene.actors.first(where: { $0.tokens.upperBound == token + 1 }), !isWhere(actor) {
        group.insert(actor, at: 0)
        token = actor.tokens.lowerBound - 1
        slack = most
        if most <= 3, token >= scene.tokens.lowerBound, !joins(token) { break }
        continue
      }
      slack -= 1
      token -= 1
    }
    return group
  }

  /// Those who act: named in front of the trigger (or before the paper, where the verb stands last), and in no other role.
  private func subjects() -> [SentenceScene.Actor] {
    let edge = trigger.tokens.lowerBound
    var found: [SentenceScene.Actor] = []
    for actor in scene.actors where actor.tokens.upperBound <= edge || isAgentBehind(actor) {
      guard !scene.isAttributed(actor), !isTown(actor), isFree(actor) else { continue }
      found.append(actor)
    }
    return found
  }

  /// A passive names its agents behind the verb only with a mark; an inverted clause ("2019 unterzeichneten A und B …") right behind.
  private func isAgentBehind(_ actor: SentenceScene.Actor) -> Bool {
    guard trigger.kind == .verb, actor.tokens.lowerBound >= trigger.tokens.upperBound else { return false }
    // "The signatures were put by …": nothing but those who sign is left to name.
    if paper == nil, actor.kind == .person { return true }
    if trigger.end > trigger.tokens.upperBound, actor.tokens.lowerBound >= trigger.end {
      return actor.kind == .person || actor.tokens.lowerBound < trigger.end + 3
    }
    let limit =
      paper.map {
        $0.tokens.lowerBound > trigger.tokens.upperBound
          ? $0.tokens.lowerBound : trigger.tokens.upperBound + 3
      } ?? trigger.tokens.upperBound + 3
    if actor.tokens.upperBound <= limit { return true }
    // «Документ подписали министр X и министр Y»: nothing but names behind the verb.
    guard let paper, paper.tokens.upperBound <= trigger.tokens.lowerBound else { return false }
    return !scene.marks.contains {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.upperBound <= actor.tokens.lowerBound
        && $0.frame == .by
    }
  }

  private func isCity(_ actor: SentenceScene.Actor) -> Bool {
    actor.kind == .place && bearers[actor.bearer].category != "country"
  }

  /// «Германияның … компаниясы», «Әзербайжан астанасында»: a place that only says whose the next noun is.
  private func isAttribute(_ actor: SentenceScene.Actor) -> Bool {
    let match = scene.reading.matches(at: actor.tokens.lowerBound).first {
      $0.tokens == actor.tokens && $0.inflection != nil
    }
    if match?.inflection?.cases == .genitive { return true }
    let next = actor.tokens.upperBound
    return match == nil && next < scene.tokens.upperBound && !scene.scan.isCapitalised(next)
      && (scene.scan.showsCase(next, [.locative, .ablative]) || scene.scan.saysWhere(next))
  }

  /// Whether a place's ending says where or whence.
  private func isWhere(_ actor: SentenceScene.Actor) -> Bool {
    // "Spain's Talgo": whose it is.
    if actor.kind == .place, scene.reading.isPossessive(actor.tokens.upperBound) { return true }
    guard actor.kind == .place || scene.reading.lexicon.profile.verbLast else { return false }
    var found = actor.kind == .place && scene.reading.lexicon.profile.verbLast && isAttribute(actor)
    let last = actor.tokens.upperBound - 1
    for match in scene.reading.matches(at: actor.tokens.lowerBound) where match.tokens == actor.tokens {
      if let cases = match.inflection?.cases, !cases.isEmpty,
        cases.isSubset(of: [.locative, .ablative, .dative])
      {
        found = true
      }
    }
    if actor.kind == .organisation, !found {
      // «… орталығын құру туралы»: the object of an undertaking.
      let form = scene.scan.organisationForm(at: last)
      if form?.match.inflection?.cases == .accusative { return true }
      scene.reading.lexicon.endings.strip(
        scene.reading.folded(last), kinds: [.noun, .abbreviation], minimum: 3
      ) {
        if $0.inflection.cases.isSubset(of: [.locative, .ablative]), !$0.inflection.cases.isEmpty,
          scene.reading.lexicon.words.find($0.bytes) >= 0 || $0.inflection.kind == .abbreviation
        {
          found = true
        }
      }
    }
    return found
  }

  /// «Қазақстан Вьетнаммен … қол қойды»: a country whose ending alone says "with".
  private func companions() -> [SentenceScene.Actor] {
    guard scene.reading.lexicon.profile.verbLast else { return [] }
    return scene.actors.filter { actor in
      actor.kind == .place && !isTown(actor) && actor.tokens.upperBound <= trigger.tokens.lowerBound
        && scene.reading.matches(at: actor.tokens.lowerBound).contains {
          $0.tokens == actor.tokens && $0.inflection?.cases == .instrumental
        }
    }
  }

  /// Whether an actor stands in the clause as somebody, not as the place or matter of it.
  private func isFree(_ actor: SentenceScene.Actor) -> Bool {
    let first = actor.tokens.lowerBound
    let reading = scene.reading
    if isWhere(actor) { return false }
    guard actor.kind == .place else {
      // «встреча в Министерстве», "at the Ministry": a small word that no frame knows makes an adverbial.
      return actor.kind == .person || !isAdverbial(first)
    }
    // A country: in the nominative, and no preposition in front.
    let match = reading.longest(at: first, .place) { if case .place(let index) = $0 { index } else { nil } }?
      .match
    if let inflection = match?.inflection, !inflection.cases.isEmpty, !inflection.cases.contains(.nominative)
    {
      return inflection.cases.contains(.genitive) && isBehindTitle(first)
    }
    if match?.inflection != nil, match?.inflection?.cases.isEmpty ?? true { return false }
    return !isAdverbial(first) && !reading.isPossessive(actor.tokens.upperBound)
  }

  /// "The presidents of A, B and C", «премьер-министры А и Б»: whose title it is acts.
  private func isBehindTitle(_ token: Int) -> Bool {
    var before = token - 1
    let floor = max(scene.tokens.lowerBound, token - 8)
    while before >= floor {
      if scene.scan.title(at: before) != nil { return true }
      if scene.actors.contains(where: { $0.kind == .place && $0.tokens.contains(before) }) || joins(before)
        || scene.scan.isConnector(before, .organisation)
      {
        before -= 1
        continue
      }
      return false
    }
    return false
  }

  /// Whether a preposition stands in front, an article or small adjective between.
  private func isAdverbial(_ token: Int) -> Bool {
    let scan = scene.scan
    var before = token - 1
    if before >= scene.tokens.lowerBound,
      scan.reading.has(at: before, .definite)
    {
      before -= 1
    }
    guard before >= scene.tokens.lowerBound, scan.isWord(before),
      !scan.isCapitalised(before) || before == scene.tokens.lowerBound
    else { return false }
    return scan.isPreposition(before)
  }
}
