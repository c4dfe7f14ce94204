import DatelineLexicon
import DatelineText

/// Parties that a sentence names by a common noun only: "the ministry", "the two companies".
extension AgreementFinder {
  /// "The ministry also signed …": the organisation of that kind that the text named last before the sentence.
  func resolveCommonNouns(_ scene: inout SentenceScene) {
    guard scene.part == .body else { return }
    let start = scene.reading.text.sentences[scene.sentence].range.lower
    for noun in scene.commonNouns where !noun.isPlural {
      let first = noun.tokens.lowerBound
      let isDefinite =
        scene.reading.has(at: first - 1, .definite)
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
  func pointsAtSides(_ scene: SentenceScene) -> Bool {
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
  func lastPair(_ scene: SentenceScene) -> [Int]? {
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
}
