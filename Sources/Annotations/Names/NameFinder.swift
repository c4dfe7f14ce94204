import DatelineLexicon
import DatelineTagger
import DatelineText

/// The names of one text: no two overlap.
struct FoundNames {
  var persons: [PersonMention] = []
  /// Organisations and places.
  var others: [NameAnnotation] = []
}

/// What the rules find before anybody decides.
struct RuleNames {
  /// All of them; several may overlap.
  var candidates: [NameAnnotation]
  /// Those that the rules would keep by themselves; none overlaps another.
  var resolved: [NameAnnotation]
  /// The organisations and places among them, before there were persons.
  var provisional: [NameAnnotation]
  /// The titles that were read beside these.
  var titles: [TitlePhrase]
  var persons: [PersonMention]
}

/// How a document may name again an organisation that it has named in full.
struct ShortName {
  var words: [[UInt8]]
  var full: NameAnnotation
}

/// Finds all names of a text and decides who wins where two overlap.
struct NameFinder {
  let scan: NameScan
  /// The learned model of the language, if there is one.
  let tagger: NameTagger?
  private let sources: NameSources
  /// What `OrganisationFinder` found in this text.
  private let organisationsInFull: [NameAnnotation]
  /// The short names that this text gives to understand.
  let shortNames: [ShortName]

  init(scan: NameScan, tagger: NameTagger?, sources: NameSources = .all) {
    self.scan = scan
    self.sources = sources
    // The models learned from texts in the main alphabet: of others they know nothing.
    self.tagger = scan.reading.text.written == nil ? tagger : nil
    let finder = OrganisationFinder(scan: scan)
    organisationsInFull = finder.organisations()
    shortNames = OverlapResolution.resolve(organisationsInFull).flatMap { name in
      finder.shortNames(of: name).map { ShortName(words: $0, full: name) }
    }
  }

  /// What the rules find.
  ///
  /// - Parameter again: the short names of the whole document.
  func ruleNames(again: [ShortName]) -> RuleNames {
    let finder = OrganisationFinder(scan: scan)
    let heads = compoundHeads()
    let organisations =
      organisationsInFull + abbreviationsBesideTitles() + housesBehindTitles() + finder.repeated(again)
      + heads.filter { $0.kind == .organisation }
    let places = PlaceFinder(scan: scan).places() + heads.filter { $0.kind == .place }
    let provisional = OverlapResolution.resolve(organisations + places)
    let titles = TitleFinder(scan: scan, names: provisional).titles()
    let persons = PersonFinder(scan: scan, titles: titles, names: provisional).persons()
    let candidates = organisations + places + persons.map(\.name)
    return RuleNames(
      candidates: candidates, resolved: OverlapResolution.resolve(candidates), provisional: provisional,
      titles: titles, persons: persons)
  }

  /// What the tagger is told of each token when it learns.
  ///
  /// - Parameter again: the short names of the whole document.
  func hints(again: [ShortName]) -> [TokenHint] {
    TaggerHints(scan, claims: ruleNames(again: again).resolved, sources: sources).all
  }

  /// The names of the text.
  ///
  /// - Parameter again: the short names of the whole document.
  func names(again: [ShortName]) -> FoundNames {
    let rules = ruleNames(again: again)
    let kept = familyNamesNotPlaces(
      tagger.map { LearnedNames(scan: scan, tagger: $0, sources: sources).decide(rules) } ?? rules.resolved)
    var found = FoundNames()
    found.others = kept.filter { $0.kind != .person }
    let people = kept.filter { $0.kind == .person }
    var ruled = TokenMap<Int>(tokens: scan.tokens.count)
    // For each of them the next one that begins at the same token, or -1.
    var next = [Int](repeating: -1, count: rules.persons.count)
    for index in rules.persons.indices.reversed() {
      let start = rules.persons[index].name.tokens.lowerBound
      next[index] = ruled[start] ?? -1
      ruled.put(index, at: start)
    }
    /// The cases that a rule has seen a name in.
    func hint(of tokens: Range<Int>) -> GrammaticalCases {
      var index = ruled[tokens.lowerBound] ?? -1
      while index >= 0 {
        if rules.persons[index].name.tokens == tokens { return rules.persons[index].hint }
        index = next[index]
      }
      return []
    }
    let titles = titles(beside: found.others, rules)
    let roles = RoleAssignment(scan: scan, titles: titles, persons: people, others: found.others).roles()
    for (var person, roles) in zip(people, roles) {
      let (name, gender) = scan.nominative.person(person.tokens, hint: hint(of: person.tokens))
      person.name = name
      found.persons.append(PersonMention(name: person, gender: gender, roles: roles))
    }
    return found
  }

  /// The titles beside the names that won, which may be others than those the titles were read beside: read again
  /// from the first sentence that has another name.
  private func titles(beside names: [NameAnnotation], _ rules: RuleNames) -> [TitlePhrase] {
    let old = rules.provisional
    var same = 0
    while same < min(names.count, old.count), names[same].isLike(old[same]) { same += 1 }
    let changed = [names, old].compactMap { same < $0.count ? $0[same].tokens.lowerBound : nil }.min()
    guard let changed else { return rules.titles }
    let start = scan.sentence(of: changed).lowerBound
    return rules.titles.prefix { $0.head.lowerBound < start }
      + TitleFinder(scan: scan, names: names).titles(from: start)
  }

  /// A city's name that is the family name of somebody named in full here is that person's, unless a word
  /// such as "in" stands before it.
  private func familyNamesNotPlaces(_ names: [NameAnnotation]) -> [NameAnnotation] {
    var families = Vocabulary()
    for name in names where name.kind == .person && name.tokens.count > 1 {
      families.insert(scan.reading.words[name.tokens.upperBound - 1].hash)
    }
    guard families.count > 0 else { return names }
    return names.map { name in
      guard name.kind == .place, name.category != "country", name.tokens.count == 1,
        families.find(scan.reading.words[name.tokens.lowerBound].hash) >= 0,
        !scan.isPreposition(name.tokens.lowerBound - 1)
      else { return name }
      return scan.annotation(.person, name.tokens, rule: "person.again", score: 0.8)
    }
  }

  /// "Vice President of Huaxin Data", "Vorstandschef von Chasar Energo": an unknown name that somebody heads.
  private func housesBehindTitles() -> [NameAnnotation] {
    let reading = scan.reading
    guard !reading.lexicon.profile.verbLast else { return [] }
    var found: [NameAnnotation] = []
    reading.forEachMatch(of: .title) { match in
      let limit = scan.sentence(of: match.tokens.lowerBound).upperBound
      var start = match.tokens.upperBound
      guard start + 1 < limit, scan.isConnector(start, .organisation), !scan.isCapitalised(start),
        case .title(.office, _) = reading.knowledge(match)
      else { return }
      start += 1
      if !scan.isCapitalised(start),
        reading.has(at: start, .definite)
      {
        start += 1
      }
      var end = start
      while end < limit, end - start < 4, scan.isCapitalised(end), !scan.blocked[end], isUnknown(end) {
        end += 1
      }
      // One word may be a person, and so may what ends like a person's name.
      guard end - start > 1 || end > start && scan.tokens[start].shape.contains(.innerCapital),
        !scan.endsLikeName(end - 1), end >= limit || !scan.isCapitalised(end)
      else { return }
      found.append(
        scan.annotation(
          .organisation, start..<end, category: "company", rule: "organisation.headed", score: 0.7))
    }
    return found
  }

  /// Whether nothing but the endings of the dictionaries could be said of a word.
  private func isUnknown(_ token: Int) -> Bool {
    !scan.reading.lexicon.hasEntry(of: scan.reading.folded(token))
      && scan.knownPlace(at: token) == nil && scan.placeAdjective(at: token) == nil
      && scan.title(at: token) == nil && !scan.givenName(at: token) && !scan.isInitials(token)
  }

  /// «NIA президенті», "NATO-Generalsekretär": an unknown abbreviation that a title speaks for.
  private func abbreviationsBesideTitles() -> [NameAnnotation] {
    var found: [NameAnnotation] = []
    let reading = scan.reading
    for token in scan.tokens.indices where scan.isAllCapitals(token) && !scan.blocked[token] {
      let sentence = scan.sentence(of: token)
      guard reading.string(token).count <= 8, SlotFiller.roman(reading.folded(token)[...]) == nil,
        scan.knownPlace(at: token) == nil, token + 1 < sentence.upperBound, !scan.isAllCapitals(token + 1),
        scan.title(at: token + 1) != nil || isBehindTitle(token, sentence) && scan.isCapitalised(token + 1),
        scan.title(at: token) == nil, scan.knownOrganisation(at: token) == nil,
        !reading.has(at: token, .currency)
      else { continue }
      found.append(
        scan.annotation(
          .organisation, token..<(token + 1),
          name: scan.nominative.organisation(token..<(token + 1), scan), category: "other",
          rule: "organisation.beside-title", score: 0.72))
    }
    return found
  }
}

extension NameFinder {
  /// «Ректор НГУ Михаил Федорук»: whether a title ends right before a token.
  private func isBehindTitle(_ token: Int, _ sentence: Range<Int>) -> Bool {
    (1...3).contains { back in
      token - back >= sentence.lowerBound && scan.title(at: token - back)?.match.tokens.upperBound == token
    }
  }
}

extension NameAnnotation {
  /// Whether another one says the same to whoever reads titles beside it.
  fileprivate func isLike(_ other: NameAnnotation) -> Bool {
    tokens == other.tokens && kind == other.kind && range == other.range && country == other.country
      && category == other.category && name == other.name
  }
}

/// Who wins where two annotations overlap.
///
/// The surer one; a longer one that holds a shorter counts as surer unless it is much less sure.
/// Of equals the one that begins first.
enum OverlapResolution {
  static func resolve(_ names: [NameAnnotation]) -> [NameAnnotation] {
    resolve(names, weights: names.map { $0.score + 0.04 * Double(min($0.tokens.count, 8)) })
  }

  /// Of names that overlap the one of the greatest weight; of equals the one that begins first.
  ///
  /// - Parameter weights: one for each name.
  static func resolve(_ names: [NameAnnotation], weights: [Double]) -> [NameAnnotation] {
    let order = names.indices.sorted { a, b in
      if weights[a] != weights[b] { return weights[a] > weights[b] }
      return names[a].range != names[b].range ? names[a].range < names[b].range : a < b
    }
    let end = names.reduce(0) { max($0, $1.tokens.upperBound) }
    var taken = [Bool](repeating: false, count: end)
    var kept: [Int] = []
    for index in order {
      let tokens = names[index].tokens
      if tokens.contains(where: { taken[$0] }) { continue }
      for token in tokens { taken[token] = true }
      kept.append(index)
    }
    return kept.sorted { names[$0].range < names[$1].range }.map { names[$0] }
  }
}
