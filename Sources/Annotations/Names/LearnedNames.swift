import DatelineLexicon
import DatelineTagger
import DatelineText

/// Decides which names of a text stand, by what the rules find and what the learned model holds likely.
///
/// The model knows what the rules say of each token, and how far each of them can be trusted in running news.
/// It sees all candidates and rates them; the likelier ones win. Rules keep the last word where their
/// signs are as good as certain, which no model of other texts can know.
struct LearnedNames {
  let scan: NameScan
  let tagger: NameTagger
  let sources: NameSources
  /// How much has to speak for a name: how likely the model holds it, with what its rule adds.
  static let threshold = 0.45

  /// The names that stand, in the order of the text.
  ///
  /// - Complexity: O(n log n) in the candidates beside the work of the model.
  func decide(_ rules: RuleNames) -> [NameAnnotation] {
    let hints = TaggerHints(scan, claims: rules.resolved, sources: sources)
    var rated = rules.candidates.map { TaggedSpan(tokens: $0.tokens, kind: $0.kind.tagged, score: 0) }
    let spans = tagger.tag(scan.reading.text, rating: &rated) { hints[$0] }
    var names: [NameAnnotation] = []
    // What speaks for each of them.
    var weights: [Double] = []
    var ruled = Vocabulary(capacity: rated.count)
    for (index, span) in rated.enumerated() where sources.contains(.rules) {
      let score = rules.candidates[index].score
      // Among readings of the same words the rule decides.
      let weight = span.score + Self.trust(in: rules.candidates[index]) + score / 1000
      guard weight >= Self.threshold, !isCode(span.tokens) else { continue }
      var name = rules.candidates[index]
      ruled.insert(Self.mark(of: span.tokens, span.kind))
      name.score = max(score, 0.6)
      names.append(name)
      weights.append(weight)
    }
    for span in spans where span.score >= Self.threshold {
      let tokens = withoutTitles(trimmed(span.tokens), span.kind)
      guard !tokens.isEmpty, ruled.find(Self.mark(of: tokens, span.kind)) < 0,
        isPlausible(tokens, span.kind)
      else { continue }
      names.append(withoutTail(learned(tokens, span)))
      weights.append(span.score)
    }
    return OverlapResolution.resolve(names, weights: weights).map {
      isForeignHouse($0) ? house($0.tokens, score: $0.score) : $0
    }
  }

  /// Tokens and a kind as one number, another one for each, as a `Vocabulary` tells them apart: the multiplication
  /// can be undone, and the lowest bit is not used.
  private static func mark(of tokens: Range<Int>, _ kind: TaggedKind) -> UInt64 {
    (UInt64(tokens.lowerBound) << 33 | UInt64(tokens.upperBound) << 3 | UInt64(kind.rawValue) << 1)
      &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether a person's name is in Latin letters in a Cyrillic text: «Optima Bank», «Morgan Stanley».
  ///
  /// The press writes no person in them, except behind a title.
  private func isForeignHouse(_ name: NameAnnotation) -> Bool {
    guard name.kind == .person, name.rule == "person.learned", !scan.writesLatin else { return false }
    return name.tokens.allSatisfy { token in
      // The first bytes of Cyrillic letters in UTF-8.
      !scan.isWord(token) || !scan.reading.folded(token).contains { (0xD0...0xD4).contains($0) }
    }
  }

  /// An organisation that only the model sees.
  private func house(_ tokens: Range<Int>, score: Double) -> NameAnnotation {
    scan.annotation(
      .organisation, tokens, name: scan.nominative.organisation(tokens, scan), category: "other",
      rule: "organisation.learned", score: score)
  }

  /// How far a rule is trusted beyond what the model makes of it.
  ///
  /// Quotation marks beside a legal form leave no doubt, whatever a model holds of the places and persons inside. Legal forms and the nouns of organisations say more in a
  /// press release than the model, which learned from running news, can know; of persons it knows more.
  private static func trust(in name: NameAnnotation) -> Double {
    if name.score >= 1 { return 2 }
    let surplus = max(0, name.score - 0.6)
    // A country in front of a minister's office is one even where running news takes it for part of a body.
    if name.kind == .place { return surplus * (name.category == "country" ? 1.6 : 1.2) }
    if name.rule.hasPrefix("organisation.legal") { return surplus * 1.8 }
    return surplus * (name.kind == .organisation && name.rule != "organisation.dictionary" ? 1.2 : 0.8)
  }

  /// A name that only the model sees.
  private func learned(_ tokens: Range<Int>, _ span: TaggedSpan) -> NameAnnotation {
    let score = 0.6 + 0.2 * span.score
    switch span.kind {
    case .person:
      return scan.annotation(.person, tokens, rule: "person.learned", score: score)
    case .organisation:
      return house(tokens, score: score)
    case .place:
      return scan.annotation(
        .place, tokens, name: scan.nominative.place(tokens), category: "other", rule: "place.learned",
        score: score)
    }
  }

  /// "Lufthansa Cargo-Chef": what stands behind the hyphen of a compound is no part of the name.
  private func withoutTail(_ name: NameAnnotation) -> NameAnnotation {
    guard name.kind != .person, let head = scan.compoundHead(at: name.tokens.upperBound - 1),
      head.annotation?.kind ?? name.kind == name.kind
    else { return name }
    var name = name
    name.range = TextRange(name.range.lower, head.range.upper)
    name.name = scan.reading.text.string(in: name.range)
    return name
  }

  /// Quotation marks that enclose a whole name are no part of it, nor is one without its partner.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    // «„Kolchis“ Terminals»: a mark inside belongs to the one at the end.
    if tokens.dropFirst().dropLast().contains(where: { scan.isQuote($0) }) { return tokens }
    var (lower, upper) = (tokens.lowerBound, tokens.upperBound)
    while lower < upper, scan.isQuote(lower) { lower += 1 }
    while lower < upper, scan.isQuote(upper - 1) { upper -= 1 }
    return lower..<upper
  }

  /// Neither a doctor's title nor an office behind a hyphen ("THW-Präsident") is a part of a name.
  private func withoutTitles(_ tokens: Range<Int>, _ kind: TaggedKind) -> Range<Int> {
    var (lower, upper) = (tokens.lowerBound, tokens.upperBound)
    switch kind {
    case .person:
      while lower < upper - 1, let title = scan.title(at: lower), title.match.tokens.upperBound < upper,
        title.value.0 == .academic
          || title.value.0 == .honorific
            && (scan.reading.folded(lower).last == UInt8(ascii: ".")
              || title.match.inflection == nil && !scan.givenName(at: lower))
      {
        lower = title.match.tokens.upperBound
      }
      // "Simon Abrahams KC"
      while upper - lower > 2, scan.isAllCapitals(upper - 1), let title = scan.title(at: upper - 1),
        title.match.tokens.count == 1, title.match.inflection == nil
      {
        upper -= 1
      }
    case .organisation:
      if upper - lower > 2, scan.reading.isDash(upper - 2), scan.title(at: upper - 1) != nil { upper -= 2 }
      // "Ambassador Extraordinary and Plenipotentiary of India": what a title of several words goes on into.
      if isInsideTitle(lower) || isOfficeOfPlace(lower..<upper) || beginsOffice(lower) {
        return lower..<lower
      }
      // «Petrol d.d. Нейц Смоле»: behind a legal form somebody else is named.
      for token in lower + 1..<max(lower + 1, upper - 1) {
        guard let form = scan.organisationForm(at: token), form.value.0 == .legalAfter else { continue }
        let end = form.match.tokens.upperBound
        if end < upper, scan.isCapitalised(end), scan.organisationForm(at: end) == nil { upper = end }
        break
      }
    case .place: break
    }
    return lower..<upper
  }

  /// "Archbishop of Uppsala": whether an office and a place is all that there is, where nouns are written small.
  private func isOfficeOfPlace(_ tokens: Range<Int>) -> Bool {
    let profile = scan.reading.lexicon.profile
    guard profile.nameCapitals, !profile.nounCapitals, let title = scan.title(at: tokens.lowerBound),
      scan.organisationForm(at: tokens.lowerBound) == nil
    else { return false }
    let behind = title.match.tokens.upperBound
    guard behind < tokens.upperBound, scan.isConnector(behind, .organisation) else { return false }
    return (behind..<tokens.upperBound).contains {
      scan.knownPlace(at: $0)?.match.tokens.upperBound == tokens.upperBound
    }
  }

  /// Whether a listed title of several words begins in front of a token and does not end there, which is no noun of
  /// a body.
  private func isInsideTitle(_ token: Int) -> Bool {
    scan.organisationForm(at: token) == nil && scan.hasTitle(before: token, by: 1...4) { $0 > token }
  }

  /// "WHO-Regionaldirektor für Europa": whether an office begins, where nouns are capitalised.
  private func beginsOffice(_ token: Int) -> Bool {
    guard scan.reading.lexicon.profile.nounCapitals, let title = scan.title(at: token),
      title.value.0 == .office || title.value.0 == .diplomatic
    else { return false }
    return scan.organisationForm(at: token) == nil
      && (scan.compoundHead(at: token) == nil || scan.isConnector(token + 1, .field))
  }

  private func isPlausible(_ tokens: Range<Int>, _ kind: TaggedKind) -> Bool {
    let first = tokens.lowerBound
    // An adjective is no mention of a place.
    if kind == .place, scan.placeAdjective(at: first) != nil, scan.knownPlace(at: first) == nil {
      return false
    }
    // "Central Asia, Eero Hautamäki" is two names of two kinds.
    if kind != .organisation, tokens.contains(where: { scan.reading.isSign($0, ",") }) { return false }
    return tokens.contains { scan.isWord($0) } && !isCode(tokens)
  }

  /// "(LSE: NWND)", "NOK 2.50": whether capitals are a code on a stock exchange or that of a currency.
  private func isCode(_ tokens: Range<Int>) -> Bool {
    let (first, next) = (tokens.lowerBound, tokens.upperBound)
    guard tokens.count == 1, scan.isAllCapitals(first), next < scan.tokens.count else { return false }
    if scan.reading.has(at: first, .currency), scan.tokens[next].kind == .number { return true }
    return scan.reading.isSign(first - 1, ":") && scan.reading.isSign(first - 3, "(")
      && scan.reading.isSign(next, ")")
  }
}

extension NameKind {
  /// What the tagger calls the same kind.
  package var tagged: TaggedKind {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .place: .place
    }
  }
}
