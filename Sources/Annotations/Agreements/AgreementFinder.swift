import DatelineLexicon
import DatelineText

/// Finds what was agreed, or is being agreed, sentence by sentence; later sentences about the same thing add to it.
struct AgreementFinder {
  let lexicon: Lexicon
  let bearers: [Bearer]
  let dates: [TextPart: [DateAnnotation]]
  let amounts: [TextPart: [AmountAnnotation]]
  /// The dateline: who is named in it takes no part in anything.
  let formula: TextRange?
  /// How many named in one sentence are looked at.
  private static let mostActors = 120

  /// The agreements of a document.
  ///
  /// `skip` holds body sentences of repeated paragraphs.
  func agreements(in parts: [AnnotatedPart], skip: Set<Int>) -> [AgreementAnnotation] {
    var ledger = AgreementLedger(bearers: bearers)
    for part in parts.sorted(by: { $0.part == .body && $1.part != .body }) {
      let actors = actorsBySentence(part)
      for sentence in part.scan.reading.text.sentences.indices {
        if part.part == .body, skip.contains(sentence) { continue }
        var scene = SentenceScene(part: part, sentence: sentence, actors: actors[sentence] ?? [])
        if scene.triggers.isEmpty { continue }
        resolveCommonNouns(&scene)
        for found in agreements(in: scene, known: ledger) {
          ledger.enter(found, fromTitle: part.part == .title)
        }
      }
    }
    return ledger.agreements
  }

  /// "The ministry also signed …": the organisation of that kind that the text named last before the sentence.
  private func resolveCommonNouns(_ scene: inout SentenceScene) {
    guard scene.part == .body else { return }
    let start = scene.reading.text.sentences[scene.sentence].range.lower
    for noun in scene.commonNouns where !noun.isPlural {
      let first = noun.tokens.lowerBound
      let isDefinite =
        scene.reading.has(at: first - 1) { if case .definite = $0 { true } else { false } }
        || first == scene.tokens.lowerBound || !scene.reading.lexicon.profile.nameCapitals
      // Beside a name the noun belongs to it: "the company Acme", «Acme компаниясы».
      let isApposition = scene.actors.contains { $0.tokens.gap(to: noun.tokens) <= 1 && $0.kind != .person }
      guard isDefinite, !isApposition, noun.tokens.upperBound < scene.tokens.upperBound else { continue }
      var best: (bearer: Int, at: Int)?
      for (index, bearer) in bearers.enumerated()
      where bearer.kind == .organisation && bearer.category == noun.kind {
        for mention in bearer.mentions where mention.part == .body && mention.range.lower < start {
          if let formula, formula.contains(mention.range) { continue }
          if mention.range.lower > best?.at ?? -1 { best = (index, mention.range.lower) }
        }
      }
      guard let best,
        !scene.actors.contains(where: { $0.bearer == best.bearer || $0.tokens.overlaps(noun.tokens) })
      else { continue }
      scene.actors.append(
        SentenceScene.Actor(bearer: best.bearer, kind: .organisation, tokens: noun.tokens, pointsBack: true))
    }
    scene.actors.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether a sentence speaks of the sides by a plural: "the two companies", «екі ел».
  private func pointsAtSides(_ scene: SentenceScene) -> Bool {
    if scene.marks.contains(where: { $0.frame == .sides }) { return true }
    return scene.commonNouns.contains { noun in
      noun.isPlural
        || (max(scene.tokens.lowerBound, noun.tokens.lowerBound - 2)..<noun.tokens.lowerBound).contains {
          token in
          scene.reading.has(at: token) {
            if case .number(let word) = $0 {
              word.kind == .cardinal && (word.value == 2 || word.value == 3)
            } else {
              false
            }
          }
        }
    }
  }

  /// "Between the two companies": the two of that kind which the text named last.
  private func lastPair(_ scene: SentenceScene) -> [Int]? {
    guard scene.part == .body else { return nil }
    let start = scene.reading.text.sentences[scene.sentence].range.lower
    for noun in scene.commonNouns {
      var latest: [(bearer: Int, at: Int)] = []
      for (index, bearer) in bearers.enumerated()
      where bearer.kind == .organisation && bearer.category == noun.kind {
        let places = bearer.mentions.filter { mention in
          mention.part == .body && mention.range.lower < start && !(formula?.contains(mention.range) ?? false)
        }
        if let last = places.map(\.range.lower).max() { latest.append((index, last)) }
      }
      if latest.count >= 2 { return latest.sorted { $0.at > $1.at }.prefix(2).map(\.bearer).sorted() }
    }
    return nil
  }

  private func actorsBySentence(_ part: AnnotatedPart) -> [Int: [SentenceScene.Actor]] {
    var byStart: [Int: Int] = [:]
    var byEnd: [Int: Int] = [:]
    let tokens = part.scan.tokens
    for (index, token) in tokens.enumerated() {
      byStart[token.range.lower] = index
      byEnd[token.range.upper] = index
    }
    var result: [Int: [SentenceScene.Actor]] = [:]
    for (index, bearer) in bearers.enumerated() {
      for mention in bearer.mentions where mention.part == part.part {
        if part.part == .body, let formula, formula.contains(mention.range) { continue }
        guard let first = byStart[mention.range.lower], let last = byEnd[mention.range.upper] else {
          continue
        }
        result[part.scan.reading.sentenceOf[first], default: []].append(
          SentenceScene.Actor(bearer: index, kind: bearer.kind, tokens: first..<(last + 1)))
      }
    }
    for key in result.keys {
      result[key]?.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
      // A list of thousands of names tells nothing of who agreed, and must not cost its square.
      if let actors = result[key], actors.count > Self.mostActors {
        result[key] = Array(actors.prefix(Self.mostActors))
      }
    }
    return result
  }

  // MARK: One sentence

  private func agreements(in scene: SentenceScene, known: AgreementLedger) -> [AgreementAnnotation] {
    var found: [AgreementAnnotation] = []
    var usedPapers: [Int: Int] = [:]
    let governing = scene.triggers.first {
      ($0.kind == .verb || $0.kind == .infinitive)
        && ["discussed", "proposed", "planned", "negotiated"].contains($0.status)
    }
    // "The protocol signed in July came into force": what the verb says is the last word on it.
    let order = scene.triggers.enumerated().sorted { a, b in
      (a.element.kind == .participle ? 1 : 0, a.offset) < (b.element.kind == .participle ? 1 : 0, b.offset)
    }
    for (index, trigger) in order {
      let governs = governing?.tokens == trigger.tokens
      // "agreed to sign", "discussed the signing": one event, told by the signing.
      if governs,
        scene.triggers.enumerated().contains(where: { other in
          other.offset != index && other.element.kind != .verb && other.element.kind != .participle
            && !["discussed", "proposed", "planned", "negotiated"].contains(other.element.status)
            && paperMeant(by: other.element, scene) != nil
        })
      {
        continue
      }
      guard let status = status(of: trigger, governing: governs ? nil : governing, scene) else { continue }
      let paper = paperMeant(by: trigger, scene)
      if let paper, let told = usedPapers[paper.tokens.lowerBound] {
        // "… which was concluded in 2018 and came into force in 2019".
        if AgreementLedger.stage(status) > AgreementLedger.stage(found[told].status) {
          found[told].status = status
        }
        continue
      }
      let continues = paper == nil && goesOn(trigger, scene, known)
      guard paper != nil || continues || standsAlone(trigger, status, scene) else { continue }
      var agreement = AgreementAnnotation(
        type: paper?.type ?? "other", status: status, confidence: confidence(trigger, paper, status))
      agreement.title = paper?.type == nil ? nil : paper.map { title(of: $0, scene) }
      fill(&agreement, trigger, paper, scene, known)
      agreement.pointsBack = continues || paper != nil && paper?.type == nil
      if paper?.type == nil, paper != nil {
        // "The document was signed by …": says nothing without the agreement it points at.
        if known.agreements.isEmpty && agreement.parties.isEmpty { continue }
      }
      if paper == nil, !continues, agreement.parties.isEmpty { continue }
      if let paper { usedPapers[paper.tokens.lowerBound] = found.count }
      agreement.evidence = [
        PlacedMention(part: scene.part, range: scene.reading.text.sentences[scene.sentence].range)
      ]
      found.append(agreement)
    }
    return found
  }

  /// The document that a trigger is about: the nearest one in the direction the language prefers.
  private func paperMeant(by trigger: SentenceScene.Trigger, _ scene: SentenceScene) -> SentenceScene.Paper? {
    let verbLast = lexicon.profile.verbLast
    var best: (paper: SentenceScene.Paper, cost: Int)?
    for paper in scene.papers {
      if paper.tokens == trigger.tokens { continue }
      var cost = paper.tokens.gap(to: trigger.tokens)
      let follows = paper.tokens.lowerBound >= trigger.tokens.upperBound
      if follows == verbLast { cost += 6 }
      // Another trigger between them owns it.
      let between = paper.tokens.between(trigger.tokens)
      for other in scene.triggers
      where other.tokens != trigger.tokens && other.kind != .participle
        && between.contains(other.tokens.lowerBound)
      {
        cost += 12
      }
      if scene.hasClauseBreak(between) { cost += 15 }
      if paper.type == nil { cost += 4 }
      if cost < best?.cost ?? 36 { best = (paper, cost) }
    }
    return best?.paper
  }

  /// Whether a sentence goes on about the agreement of the sentence before: "It was extended for five
  /// years".
  private func goesOn(
    _ trigger: SentenceScene.Trigger, _ scene: SentenceScene, _ known: AgreementLedger
  ) -> Bool {
    guard trigger.kind == .verb || trigger.kind == .participle,
      ["signed", "extended", "terminated", "in-force", "ratified"].contains(trigger.status),
      let last = known.agreements.last, scene.part == .body
    else { return false }
    guard isRecent(last, scene) else { return false }
    // Somebody new in front of the verb is about something else.
    let named = scene.actors.filter { actor in
      (actor.kind == .organisation || actor.kind == .place && bearers[actor.bearer].category == "country")
        && !scene.isAttributed(actor)
    }
    return named.allSatisfy { actor in last.parties.contains { $0.bearer == actor.bearer } }
      || trigger.status == "signed" && scene.actors.contains { $0.kind == .person }
  }

  /// Whether one of the two sentences before told of an agreement.
  private func isRecent(_ agreement: AgreementAnnotation, _ scene: SentenceScene) -> Bool {
    let sentences = scene.reading.text.sentences
    let before = max(0, scene.sentence - 2)
    let recent = TextRange(sentences[before].range.lower, sentences[scene.sentence].range.lower)
    return agreement.evidence.contains { $0.part == .body && recent.contains($0.range) }
  }

  private func stillOpen(_ status: String) -> Bool { ["planned", "proposed", "discussed"].contains(status) }

  /// Whether a trigger means an agreement though no document is named.
  private func standsAlone(
    _ trigger: SentenceScene.Trigger, _ status: String, _ scene: SentenceScene
  ) -> Bool {
    switch trigger.status {
    case "discussed", "proposed", "planned":
      guard trigger.kind == .verb else { return false }
      let verbLast = lexicon.profile.verbLast
      return scene.undertakings.contains { undertaking in
        let follows = undertaking.lowerBound >= trigger.tokens.upperBound
        return undertaking.gap(to: trigger.tokens) <= (follows == verbLast ? 4 : 20)
          && undertaking != trigger.tokens
      } && scene.actors.contains { $0.kind != .person || !bearers[$0.bearer].roles.isEmpty }
    case "negotiated":
      return trigger.kind == .verb
        && (scene.marks.contains { $0.frame == .sides })
        || scene.actors.contains {
          !scene.isAttributed($0) && ($0.kind != .place || bearers[$0.bearer].category == "country")
        }
    default: return false
    }
  }

  /// What really happened, by the trigger, what governs it and the words around it; nil if nothing did.
  private func status(
    of trigger: SentenceScene.Trigger, governing: SentenceScene.Trigger?, _ scene: SentenceScene
  ) -> String? {
    let verbLast = lexicon.profile.verbLast
    var effects: Set<ModalEffect> = []
    // "No agreement was signed".
    if let paper = paperMeant(by: trigger, scene),
      scene.modals.contains(where: {
        $0.effect == .negated && $0.tokens.upperBound == paper.tokens.lowerBound
      })
    {
      return nil
    }
    for modal in scene.modals
    where !modal.tokens.overlaps(trigger.tokens) || modal.tokens.count > trigger.tokens.count {
      let gap = modal.tokens.gap(to: trigger.tokens)
      let before = modal.tokens.upperBound <= trigger.tokens.lowerBound
      let between = modal.tokens.between(trigger.tokens)
      if scene.hasClauseBreak(between) { continue }
      // A modal behind a conjunction belongs to the next verb.
      if !before, trigger.kind != .noun, between.contains(where: { scene.scan.isConnector($0, .conjunction) })
      {
        continue
      }
      let commas = between.filter { scene.reading.isSign($0, ",") }.count
      switch modal.effect {
      case .negated:
        // A whole phrase denies from afar: "… is not true".
        if !before, modal.tokens.count >= 3, gap <= 20 { effects.insert(.cancelled) }
        if gap <= (before ? 3 : verbLast ? 2 : 4), commas == 0 { effects.insert(.negated) }
      case .planned, .conditional, .proposed, .discussed:
        if gap <= (trigger.kind == .noun ? 24 : trigger.kind == .verb && !verbLast && !before ? 2 : 14),
          commas <= (trigger.kind == .noun ? 2 : 1), trigger.kind != .verb || gap <= 10
        {
          effects.insert(modal.effect)
        }
      case .cancelled, .completed:
        if gap <= 16, trigger.kind != .verb || modal.effect == .cancelled { effects.insert(modal.effect) }
      }
    }
    let done = ["signed", "adopted", "ratified", "extended", "in-force", "negotiated"].contains(
      trigger.status)
    if effects.contains(.cancelled) { return done ? nil : trigger.status == "planned" ? nil : trigger.status }
    if effects.contains(.negated) { return nil }
    if trigger.kind == .verb || trigger.kind == .participle {
      if done, effects.contains(.planned) || effects.contains(.conditional) { return "planned" }
      return trigger.status
    }
    // Infinitives and nouns only name the deed.
    if done {
      if effects.contains(.completed) { return trigger.status }
      if effects.contains(.proposed) { return "proposed" }
      if effects.contains(.discussed) { return "discussed" }
      if let governing {
        return governing.status == "negotiated" ? "planned" : governing.status
      }
      if effects.contains(.planned) || effects.contains(.conditional) { return "planned" }
      return trigger.kind == .infinitive ? "planned" : trigger.status
    }
    return trigger.status
  }

  private func confidence(
    _ trigger: SentenceScene.Trigger, _ paper: SentenceScene.Paper?, _ status: String
  ) -> Double {
    var value = 0.9
    if paper == nil { value -= 0.25 }
    if trigger.kind == .noun { value -= 0.15 }
    if trigger.kind == .participle { value -= 0.05 }
    if status == "discussed" || status == "proposed" { value -= 0.1 }
    return max(0.3, value)
  }

  // MARK: What belongs to it

  private func fill(
    _ agreement: inout AgreementAnnotation, _ trigger: SentenceScene.Trigger, _ paper: SentenceScene.Paper?,
    _ scene: SentenceScene, _ known: AgreementLedger
  ) {
    let resolution = PartyResolution(scene: scene, bearers: bearers, trigger: trigger, paper: paper)
    let participants = resolution.participants()
    let signing = ["signed", "extended", "ratified", "adopted"].contains(agreement.status)
    var parties: [AgreementAnnotation.Party] = []
    func add(_ bearer: Int?, _ name: String, _ country: String) {
      guard
        !parties.contains(where: {
          $0.bearer == bearer && bearer != nil || $0.bearer == nil && $0.name == name
        })
      else { return }
      parties.append(AgreementAnnotation.Party(bearer: bearer, country: country, name: name))
    }
    let hasFrame = resolution.isFramed
    for actor in participants {
      let bearer = bearers[actor.bearer]
      switch actor.kind {
      case .organisation:
        if bearer.category == "media", participants.count > 2 { continue }
        add(actor.bearer, bearer.name, bearer.country)
      case .place: add(actor.bearer, bearer.name, bearer.country)
      case .person:
        if signing, trigger.status == "signed" { agreement.signatories.append(actor.bearer) }
        if hasFrame { continue }
        if let organisation = bearer.roles.compactMap(\.organisation).first {
          add(organisation, bearers[organisation].name, bearers[organisation].country)
        } else if let country = bearer.roles.map(\.role.country).first(where: { !$0.isEmpty }) {
          addCountry(country, &parties)
        }
      }
    }
    if parties.count < 2 {
      for place in resolution.adjectiveCountries()
      where !parties.contains(where: { $0.country == place.country }) {
        addCountry(place.country, &parties, named: place.name)
      }
    }
    if scene.marks.contains(where: { $0.frame == .sides }),
      !hasFrame || ["discussed", "proposed", "negotiated"].contains(trigger.status),
      let last = known.agreements.last(where: { $0.parties.count > 1 })
    {
      // "The sides": whoever else is named is what they spoke about.
      parties = last.parties
    }
    if parties.count < 2, pointsAtSides(scene), let pair = lastPair(scene) {
      for bearer in pair { add(bearer, bearers[bearer].name, bearers[bearer].country) }
    }
    if parties.count < 2, pointsAtSides(scene),
      let last = known.agreements.last(where: { $0.parties.count > 1 })
    {
      for party in last.parties where !parties.contains(party) { parties.append(party) }
    }
    if parties.isEmpty, paper != nil, stillOpen(agreement.status),
      let last = known.agreements.last(where: { !$0.parties.isEmpty })
    {
      // "A contract is to be signed in December": by those the text was just speaking of.
      parties = last.parties
    }
    // A parliament that ratifies what states agreed is none of the parties.
    let states = parties.filter { $0.bearer.map { bearers[$0].kind == .place } ?? true }
    if ["ratified", "adopted"].contains(agreement.status), states.count >= 2 { parties = states }
    agreement.parties = parties
    agreement.date = date(of: agreement.status, trigger, paper, scene)
    agreement.place = place(scene, participants, trigger, paper)
    agreement.subject = subject(trigger, paper, scene)
    if let sum = amounts[scene.part]?.first(where: { sentenceRange(scene).contains($0.range) }), paper != nil
    {
      agreement.amount = sum
    }
  }

  private func addCountry(
    _ country: String, _ parties: inout [AgreementAnnotation.Party], named: String? = nil
  ) {
    guard
      !parties.contains(where: {
        $0.country == country && ($0.bearer.map { bearers[$0].kind == .place } ?? true)
      })
    else { return }
    let bearer = bearers.firstIndex {
      $0.kind == .place && $0.category == "country" && $0.country == country && !$0.mentions.isEmpty
    }
    let name =
      bearer.map { bearers[$0].name } ?? named
      ?? lexicon.places.first { $0.kind == "country" && $0.country == country }?.name ?? country
    parties.append(AgreementAnnotation.Party(bearer: bearer, country: country, name: name))
  }

  private func sentenceRange(_ scene: SentenceScene) -> TextRange {
    scene.reading.text.sentences[scene.sentence].range
  }

  /// The day of signing: the nearest date of day, month or year in the sentence that is not part of the paper's title.
  ///
  /// What later happened to an agreement (extended, terminated, ratified) has a day of its own, which is not the
  /// agreement's: there only a date beside the paper or beside a word of signing counts.
  private func date(
    of status: String, _ trigger: SentenceScene.Trigger, _ paper: SentenceScene.Paper?, _ scene: SentenceScene
  ) -> String? {
    let sentence = sentenceRange(scene)
    var trigger = trigger
    var farthest = 45
    if ["extended", "terminated", "in-force", "ratified", "breached"].contains(status) {
      if let signing = scene.triggers.first(where: { $0.status == "signed" && $0.kind != .noun }) {
        trigger = signing
        farthest = 6
      } else {
        guard let paper else { return nil }
        trigger.tokens = paper.tokens
        farthest = 2
      }
    }
    var best: (value: String, cost: Int)?
    for date in dates[scene.part] ?? [] where sentence.contains(date.range) && date.type == "DATE" {
      if scene.part == .body, let formula, formula.contains(date.range) { continue }
      // What stands behind the paper tells when that happened to it, not when it was signed.
      if farthest == 2, lexicon.profile.verbLast,
        date.range.lower > scene.reading.text.tokens[trigger.tokens.lowerBound].range.lower
      {
        continue
      }
      guard !date.value.contains("/"), !date.value.hasSuffix("_REF"), date.value.count >= 4 else { continue }
      let position = date.range.lower
      let at = scene.reading.text.tokens[trigger.tokens.lowerBound].range.lower
      let end = scene.reading.text.tokens[trigger.tokens.upperBound - 1].range.upper
      var cost = max(0, position >= end ? position - end : at - date.range.upper) / 8
      // Behind the paper a bare year belongs to what it is about ("programme until 2030").
      if let paper, position > scene.reading.text.tokens[paper.tokens.lowerBound].range.lower,
        date.value.count == 4
      {
        if paper.tokens.lowerBound > trigger.tokens.lowerBound || lexicon.profile.verbLast { cost += 40 }
      }
      // A whole date may stand at the other end of the sentence.
      guard cost < farthest || farthest == 45 && date.value.count >= 7 else { continue }
      if farthest == 45 { cost -= date.value.count >= 10 ? 15 : date.value.count >= 7 ? 6 : 0 }
      if cost < best?.cost ?? Int.max { best = (date.value, cost) }
    }
    return best?.value
  }

  /// The place of the deed: a city of the sentence that is nobody's party.
  private func place(
    _ scene: SentenceScene, _ participants: [SentenceScene.Actor], _ trigger: SentenceScene.Trigger,
    _ paper: SentenceScene.Paper?
  ) -> Int? {
    scene.actors.first { actor in
      // "a contract on a plant in Zhanaozen": behind such a noun a town belongs to the matter.
      if !lexicon.profile.verbLast, let paper, trigger.tokens.lowerBound < paper.tokens.lowerBound {
        let between = paper.tokens.between(actor.tokens)
        let isMatter =
          scene.undertakings.contains { between.contains($0.lowerBound) }
          || scene.commonNouns.contains { between.contains($0.tokens.lowerBound) }
        if isMatter, actor.tokens.lowerBound > paper.tokens.lowerBound { return false }
      }
      return actor.kind == .place && bearers[actor.bearer].category == "city"
        && !participants.contains { $0.bearer == actor.bearer }
    }?.bearer
  }

  /// The words behind the paper (or before it, where the verb stands last) up to the end of the phrase.
  private func subject(
    _ trigger: SentenceScene.Trigger, _ paper: SentenceScene.Paper?, _ scene: SentenceScene
  ) -> String? {
    let reading = scene.reading
    if lexicon.profile.verbLast {
      guard let end = paper?.tokens.lowerBound else { return nil }
      var start = end
      while start > scene.tokens.lowerBound, end - start < 16, scene.scan.isWord(start - 1),
        !scene.scan.isCapitalised(start - 1) || end - start < 3,
        !scene.actors.contains(where: { $0.tokens.contains(start - 1) })
      {
        start -= 1
      }
      return start < end ? reading.string(start..<end) : nil
    }
    let start = paper?.tokens.upperBound ?? trigger.tokens.upperBound
    // "memorandum on …", "Vertrag über …": without such a word what follows is the rest of the sentence.
    if paper != nil {
      guard start + 1 < scene.tokens.upperBound, !scene.scan.blocked[start + 1],
        scene.scan.isPreposition(start) || scene.scan.isConnector(start, .organisation)
      else { return nil }
    }
    var end = start
    while end < scene.tokens.upperBound, end - start < 24 {
      if scene.triggers.contains(where: { $0.tokens.lowerBound == end && end > start }) { break }
      if [",", ";", ".", ":"].contains(where: { reading.isSign(end, $0) }) { break }
      if scene.marks.contains(where: { $0.tokens.lowerBound == end && $0.frame != .sides && end > start + 1 })
      {
        break
      }
      end += 1
    }
    return end > start ? reading.string(start..<end) : nil
  }

  /// How the text names the paper, with what stands between quotation marks or adjectives in front left out.
  private func title(of paper: SentenceScene.Paper, _ scene: SentenceScene) -> String {
    let first = paper.tokens.lowerBound
    if paper.form.contains("*"), paper.tokens.count == 1 {
      return scene.scan.nominative.compound(first, form: paper.form)
    }
    return scene.scan.nominative.inCapitals(of: scene.reading.string(first), paper.form)
  }
}
