import DatelineLexicon
import DatelineText

/// A title in the text with what it is a title of: "Rector of the Al-Farabi Kazakh National University".
struct TitlePhrase {
  /// The tokens of the title itself, modifiers in front included ("Deputy", «первый заместитель»).
  var head: Range<Int>
  /// From the first to the last token that belongs to the phrase.
  var extent: Range<Int>
  var kind: TitleKind
  var gender: Gender
  /// The cases the title may stand in; empty if it stands as in the dictionary.
  var cases: GrammaticalCases
  /// The numbers it may stand in; empty if it stands as in the dictionary.
  var number: GrammaticalNumbers = []
  /// Whether it stands in the plural: "Ministers A and B".
  var isPlural: Bool { number == .plural }
  /// Whether its form is one of the plural as well.
  var mayBePlural: Bool { number.contains(.plural) }
  /// In the nominative, with the field of the office («министр иностранных дел»), without organisation and country.
  var title: String
  /// The title of a man and of a woman where the dictionary's row has both: "Vorsitzender", "Vorsitzende".
  var masculine: String?
  var feminine: String?
  /// Where the organisation stands, if the phrase names one.
  var organisation: Range<Int>?
  /// Where the organisation stands that the phrase only means: "the federation's chairman".
  var body: Range<Int>?
  var country: String
  /// `former`, `acting` or empty.
  var modifier: String
  /// Whether "its" or a word like it stands in front.
  var isPossessed = false
  /// Whether a small word such as "of" stands between the title and the end of the phrase.
  var hasConnector = false
}

/// Finds titles and what belongs to them.
///
/// A class, because the walk behind each title holds it.
final class TitleFinder: Sendable {
  let scan: NameScan
  /// Organisations and places found so far, by first token and by last token.
  let startingAt: TokenMap<NameAnnotation>
  let endingAt: TokenMap<NameAnnotation>
  let bodyNouns: BodyNouns

  var reading: LexicalReading { scan.reading }

  init(scan: NameScan, names: [NameAnnotation]) {
    self.scan = scan
    bodyNouns = BodyNouns(scan: scan, names: names)
    var startingAt = TokenMap<NameAnnotation>(tokens: scan.tokens.count)
    var endingAt = TokenMap<NameAnnotation>(tokens: scan.tokens.count)
    for name in names {
      if name.tokens.count > startingAt[name.tokens.lowerBound]?.tokens.count ?? 0 {
        startingAt.put(name, at: name.tokens.lowerBound)
      }
      if name.tokens.count > endingAt[name.tokens.upperBound]?.tokens.count ?? 0 {
        endingAt.put(name, at: name.tokens.upperBound)
      }
    }
    (self.startingAt, self.endingAt) = (startingAt, endingAt)
  }

  /// The titles of a text, in order, none inside another.
  ///
  /// - Parameter first: the first token of the first sentence that is read.
  func titles(from first: Int = 0) -> [TitlePhrase] {
    var found: [TitlePhrase] = []
    var token = first
    while token < scan.tokens.count {
      let match = scan.blocked[token] ? nil : title(at: token)
      if let name = startingAt[token],
        match?.0.tokens.count ?? 0 < name.tokens.count || isBehind(name, match)
      {
        token = name.tokens.upperBound
        continue
      }
      guard let (match, (kind, gender)) = match else {
        token += 1
        continue
      }
      let phrase: TitlePhrase
      if let last = lastOfChain(match) {
        phrase = self.phrase(last.0, last.1.0, last.1.1, chain: match.tokens.lowerBound)
      } else {
        phrase = self.phrase(match, kind, gender)
      }
      // «начальник отдела статистики»: what may be a title too is the field of the one in front.
      if let last = found.last, last.extent.contains(phrase.head.lowerBound),
        last.title.hasSuffix(reading.string(phrase.head))
      {
        token = phrase.head.upperBound
        continue
      }
      // "deputy force commander": what looked like a title of its own is part of this one.
      while let last = found.last, last.head.lowerBound >= phrase.head.lowerBound { found.removeLast() }
      found.append(phrase)
      token = max(phrase.head.upperBound, token + 1)
    }
    return found
  }

  /// The longest title at a token that does not reach into a name and is not itself part of a longer title or a name.
  private func title(at token: Int) -> (LexicalMatch, (TitleKind, Gender))? {
    guard let longest = scan.title(at: token), !isExactGivenName(longest.match) else { return nil }
    // «После перерыва»: no form of «посол».
    if longest.match.tokens.count == 1, longest.match.inflection != nil, scan.isPreposition(token) {
      return nil
    }
    var best = longest
    if reachesIntoName(best.match) {
      // «председатель Комитета науки»: a shorter title leaves the name whole.
      let shorter = reading.matches(at: token).filter { match in
        if case .title = reading.knowledge(match) { return !reachesIntoName(match) }
        return false
      }
      guard let match = shorter.max(by: { $0.tokens.count < $1.tokens.count }),
        case .title(let kind, let gender) = reading.knowledge(match)
      else { return longest }
      best = (match, (kind, gender))
    }
    // "Deputy Vice-Chancellor": a title that only ranks the next one.
    let end = best.match.tokens.upperBound
    if let rank = scan.titleModifier(at: token), rank.match.tokens.upperBound >= end,
      scan.title(at: rank.match.tokens.upperBound) != nil, !startingAt.has(rank.match.tokens.upperBound)
    {
      return nil
    }
    if isGivenName(best.match) { return nil }
    let match = closest(to: best.match)
    if case .title(let kind, let gender) = reading.knowledge(match) { return (match, (kind, gender)) }
    return (best.match, best.value)
  }

  /// "Imke" is no form of "Imker".
  private func isExactGivenName(_ match: LexicalMatch) -> Bool {
    match.tokens.count == 1 && match.inflection != nil && scan.isCapitalised(match.tokens.lowerBound)
      && isListedGivenName(match.tokens.lowerBound)
  }

  /// Whether the dictionaries have a token as it stands as a given name.
  private func isListedGivenName(_ token: Int) -> Bool {
    reading.has(at: token, .givenName)
      && reading.matches(at: token).contains { reading.kind($0) == .givenName && $0.inflection == nil }
  }

  private func reachesIntoName(_ match: LexicalMatch) -> Bool {
    match.tokens.dropFirst().contains { token in
      startingAt[token].map { name in
        // «начальник Генерального штаба»: what names a body to the end of the title is the body.
        name.tokens.upperBound > match.tokens.upperBound
          || name.kind == .organisation && name.tokens.upperBound == match.tokens.upperBound
      } ?? false
    }
  }

  /// «Ұлттық Банк Төрағасы»: whether a listed title holds the name of a body in front of a title of its own.
  private func isBehind(_ name: NameAnnotation, _ match: (LexicalMatch, (TitleKind, Gender))?) -> Bool {
    guard let match, reading.lexicon.profile.verbLast, name.kind == .organisation else { return false }
    let end = name.tokens.upperBound
    return end < match.0.tokens.upperBound && scan.title(at: end) != nil
  }

  /// «Сұлтан Раевбек», "Earl Smith": a word that is a given name too, in front of one more name and no other.
  private func isGivenName(_ match: LexicalMatch) -> Bool {
    let token = match.tokens.lowerBound
    let limit = scan.sentence(of: token).upperBound
    guard match.tokens.count == 1, match.inflection == nil, scan.isCapitalised(token),
      isListedGivenName(token), token + 1 < limit, scan.isCapitalised(token + 1),
      scan.title(at: token + 1) == nil,
      // «Аким Костанайской области»: no name.
      startingAt[token + 1].map({ $0.tokens.count == 1 && scan.endsLikeName(token + 1) }) ?? true,
      !scan.givenName(at: token + 1)
    else { return false }
    return token + 2 >= limit || !scan.isCapitalised(token + 2)
  }

  /// «облыс әкімінің баспасөз хатшысы»: where nouns stand last, the last of several titles in a chain of genitives.
  private func lastOfChain(_ first: LexicalMatch) -> (LexicalMatch, (TitleKind, Gender))? {
    guard reading.lexicon.profile.verbLast else { return nil }
    var last: (LexicalMatch, (TitleKind, Gender))?
    var end = first.tokens.upperBound
    var isGenitive = first.inflection?.cases.contains(.genitive) ?? false
    while isGenitive, end < scan.sentence(of: first.tokens.lowerBound).upperBound, !startingAt.has(end),
      let next = title(at: end)
    {
      last = next
      end = next.0.tokens.upperBound
      isGenitive = next.0.inflection?.cases.contains(.genitive) ?? false
    }
    return last
  }

  /// - Parameter chain: where a chain of titles begins that `match` is the last one of.
  private func phrase(
    _ match: LexicalMatch, _ kind: TitleKind, _ gender: Gender, chain: Int? = nil
  ) -> TitlePhrase {
    let (match, body) = withoutBody(match)
    var head = match.tokens
    var words = dictionaryForm(match)
    var phrase = TitlePhrase(
      head: head, extent: head, kind: kind, gender: gender, cases: [], title: "", organisation: nil,
      country: "", modifier: "")
    let inflection = headInflection(match)
    phrase.cases = inflection?.cases ?? []
    phrase.number = inflection?.number ?? []
    if let (value, prefix) = scan.titlePrefix(of: match) {
      // «экс-министр», "Ex-Minister": the title behind the hyphen is the dictionary's.
      if value == "rank" {
        words = prefix + reading.entry(match).lemma
      } else if value != "none" {
        phrase.modifier = value
        if words.hasPrefix(prefix) { words = String(words.dropFirst(prefix.count)) }
      }
    }
    // "THW-Präsident": the president of the name that the compound begins with.
    let compound = headName(of: match)
    if let compound {
      words = Self.behindHyphen(words)
      if compound.kind == .organisation { phrase.organisation = compound.tokens }
      phrase.country = compound.country
    }
    let floor = scan.sentence(of: head.lowerBound).lowerBound
    // Modifiers in front: "former", "first deputy".
    var start = head.lowerBound
    let first = chain ?? compoundStart(of: start, floor: floor)
    if first < start {
      words =
        chain != nil
        ? nominativeOfChain(first..<match.tokens.upperBound) : reading.string(first..<start) + " " + words
      start = first
    } else if let unit = unitInFront(of: match, kind, floor: floor) {
      words = nominativeOfChain(unit..<match.tokens.upperBound)
      start = unit
    }
    while start > floor {
      var end = start
      // "once a secretary"
      if modifier(endingAt: start, floor: floor) == nil, isArticle(start - 1),
        modifier(endingAt: start - 1, floor: floor)?.1 == "former"
      {
        end -= 1
      }
      guard let (modifier, value) = modifier(endingAt: end, floor: floor) else { break }
      if value == "possessive" {
        phrase.isPossessed = true
      } else if value == "deputy" {
        // «заместитель ректора»: what it governs stays in the genitive.
        words = dictionaryForm(modifier) + " " + reading.string(start..<match.tokens.upperBound)
        phrase.cases = modifier.inflection?.cases ?? []
        phrase.number = modifier.inflection?.number ?? []
      } else if value == "rank" {
        words = dictionaryForm(modifier) + " " + words
      } else if phrase.modifier.isEmpty, value != "none" {
        phrase.modifier = value
        // «и. о. ректора» is the genitive of nobody's name.
        if value == "acting", modifier.inflection == nil, modifier.tokens.count < 3 { phrase.cases = [] }
      }
      start = modifier.tokens.lowerBound
    }
    let field = fieldInFront(of: start, floor: floor)
    if field < start {
      words = reading.string(field..<start) + " " + words
      start = field
    }
    head = start..<head.upperBound
    phrase.head = head
    phrase.extent = head
    if let body {
      phrase.body = body.organisation
      phrase.extent = min(start, body.extent.lowerBound)..<max(head.upperBound, body.extent.upperBound)
    }
    leftComplement(&phrase, floor: floor)
    let fieldBehind = rightComplement(&phrase, limit: scan.sentence(of: head.lowerBound).upperBound)
    let tail = fieldBehind.isEmpty || fieldBehind.hasPrefix(",") ? fieldBehind : " " + fieldBehind
    phrase.title = words + tail
    if var both = bothGenders(match) {
      if compound != nil { both = (Self.behindHyphen(both.masculine), Self.behindHyphen(both.feminine)) }
      let own = dictionaryForm(match)
      let front = words.dropLast(compound == nil ? own.count : Self.behindHyphen(own).count)
      let nominative = scan.nominative
      phrase.masculine = nominative.adjectives(front, agreeingWith: .masculine) + both.masculine + tail
      phrase.feminine = nominative.adjectives(front, agreeingWith: .feminine) + both.feminine + tail
      // "den Vorstandsvorsitzenden": neither a man's nor a woman's nominative.
      if !both.masculine.isEmpty, !words.hasSuffix(both.masculine), !words.hasSuffix(both.feminine) {
        phrase.title = phrase.masculine ?? phrase.title
      }
    } else if reading.lexicon.profile.nounCapitals, gender == .female || gender == .male {
      // "der ärztlichen Leiterin": the adjective agrees with a noun that is a woman's alone.
      let noun = dictionaryForm(match)
      if words.count > noun.count, words.hasSuffix(noun) {
        let adjectives = scan.nominative.adjectives(
          words.dropLast(noun.count), agreeingWith: gender == .female ? .feminine : .masculine)
        phrase.title = adjectives + noun + tail
      }
    }
    return phrase
  }

  /// The name that a title of one token begins with.
  private func headName(of match: LexicalMatch) -> NameAnnotation? {
    guard match.tokens.count == 1, let name = startingAt[match.tokens.lowerBound],
      name.tokens == match.tokens,
      scan.endsInsideToken(name)
    else { return nil }
    return name
  }

  private func isArticle(_ token: Int) -> Bool { scan.titleModifier(at: token)?.value == "article" }

  private func modifier(endingAt end: Int, floor: Int) -> (LexicalMatch, String)? {
    for length in 1...4 where end - length >= floor {
      let start = end - length
      guard reading.has(at: start, .titleModifier) else { continue }
      // "First" of "First Deputy Secretary General", although "first deputy" is listed as well.
      var found: (LexicalMatch, String)?
      for match in reading.matches(at: start) where match.tokens.upperBound == end {
        guard case .titleModifier(let kind) = reading.knowledge(match), kind != "article" else { continue }
        // A word that stands as it is listed, or else the last one.
        if let held = found, held.0.inflection == nil { continue }
        found = (match, kind)
      }
      if let found { return found }
    }
    return nil
  }
}
