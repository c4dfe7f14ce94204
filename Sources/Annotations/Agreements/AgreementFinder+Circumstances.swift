import DatelineLexicon
import DatelineText

/// When and where something was agreed, about what, and what the text calls it.
extension AgreementFinder {
  func sentenceRange(_ scene: SentenceScene) -> TextRange {
    scene.reading.text.sentences[scene.sentence].range
  }

  /// The day of signing: the nearest date of day, month or year in the sentence that is not part of the paper's title.
  ///
  /// What later happened to an agreement (extended, terminated, ratified) has a day of its own, which is not the
  /// agreement's: there only a date beside the paper or beside a word of signing counts.
  func date(
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
  func place(
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
  func subject(
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
  func title(of paper: SentenceScene.Paper, _ scene: SentenceScene) -> String {
    let first = paper.tokens.lowerBound
    if paper.form.contains("*"), paper.tokens.count == 1 {
      return scene.scan.nominative.compound(first, form: paper.form)
    }
    return scene.scan.nominative.inCapitals(of: scene.reading.string(first), paper.form)
  }
}
