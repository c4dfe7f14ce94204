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

  /// What is as far as this from a trigger is not meant by it.
  private static let mostCost = 36

  /// The document that a trigger is about: the nearest one in the direction the language prefers.
  func paperMeant(by trigger: SentenceScene.Trigger, _ scene: SentenceScene) -> SentenceScene.Paper? {
    let verbLast = lexicon.profile.verbLast
    var best: (paper: SentenceScene.Paper, cost: Int)?
    for index in scene.papers.indices {
      var cost = scene.papers[index].tokens.gap(to: trigger.tokens)
      // What is far costs too much before anything is asked: a list of words has thousands of both.
      guard cost < best?.cost ?? Self.mostCost else { continue }
      let paper = scene.papers[index]
      if paper.tokens == trigger.tokens { continue }
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
      if cost < best?.cost ?? Self.mostCost { best = (paper, cost) }
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

  func stillOpen(_ status: String) -> Bool { ["planned", "proposed", "discussed"].contains(status) }
}
