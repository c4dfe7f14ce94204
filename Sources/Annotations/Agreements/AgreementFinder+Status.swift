import DatelineLexicon
import DatelineText

/// What really happened to an agreement.
extension AgreementFinder {
  /// Whether a trigger means an agreement though no document is named.
  func standsAlone(
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
  func status(
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
      // None of those below reaches farther.
      guard gap <= 24 else { continue }
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

  func confidence(
    _ trigger: SentenceScene.Trigger, _ paper: SentenceScene.Paper?, _ status: String
  ) -> Double {
    var value = 0.9
    if paper == nil { value -= 0.25 }
    if trigger.kind == .noun { value -= 0.15 }
    if trigger.kind == .participle { value -= 0.05 }
    if status == "discussed" || status == "proposed" { value -= 0.1 }
    return max(0.3, value)
  }
}
