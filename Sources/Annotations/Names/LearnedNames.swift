import DatelineTagger
import DatelineText

/// Names that only the learned model sees: they fill the gaps that rules and dictionaries leave.
struct LearnedNames {
  let scan: NameScan
  let tagger: NameTagger
  /// How sure the model has to be, 0…1.
  static let threshold = 0.8

  /// The learned names that could stand beside those already found.
  ///
  /// Their scores lie below those of all rules, so that they lose wherever they overlap one.
  func names(beside found: [NameAnnotation]) -> [NameAnnotation] {
    var taken = [Bool](repeating: false, count: scan.tokens.count)
    for name in found { for token in name.tokens { taken[token] = true } }
    let hints = TaggerHints(scan)
    return tagger.tag(scan.reading.text, hints: { hints[$0] }).compactMap { span in
      guard span.score >= Self.threshold, isPlausible(span.tokens, taken) else { return nil }
      let tokens = trimmed(span.tokens)
      guard !tokens.isEmpty else { return nil }
      let score = 0.3 + 0.2 * span.score
      switch span.kind {
      case .person:
        // The model does not know where a title ends.
        guard scan.title(at: tokens.lowerBound) == nil, scan.placeAdjective(at: tokens.lowerBound) == nil
        else { return nil }
        let (name, _) = scan.nominative.person(tokens)
        return scan.annotation(.person, tokens, name: name, rule: "person.learned", score: max(score, 0.6))
      case .organisation:
        return scan.annotation(
          .organisation, tokens, name: scan.nominative.organisation(tokens, scan), category: "other",
          rule: "organisation.learned", score: score)
      case .place:
        // An adjective is no mention of a place.
        guard
          scan.placeAdjective(at: tokens.lowerBound) == nil || scan.knownPlace(at: tokens.lowerBound) != nil
        else { return nil }
        return scan.annotation(
          .place, tokens, name: scan.nominative.place(tokens), category: "other", rule: "place.learned",
          score: score)
      }
    }
  }

  /// Quotation marks at the ends are no part of a name.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var (lower, upper) = (tokens.lowerBound, tokens.upperBound)
    while lower < upper, scan.isQuote(lower) { lower += 1 }
    while lower < upper, scan.isQuote(upper - 1) { upper -= 1 }
    return lower..<upper
  }

  private func isPlausible(_ tokens: Range<Int>, _ taken: [Bool]) -> Bool {
    !tokens.contains { taken[$0] || scan.blocked[$0] } && scan.isCapitalised(tokens.lowerBound)
      && !scan.isStopword(tokens.lowerBound)
      && !tokens.contains { token in
        scan.reading.has(at: token) {
          switch $0 {
          case .agreementWord, .document, .attribution: true
          default: false
          }
        }
      }
  }
}
