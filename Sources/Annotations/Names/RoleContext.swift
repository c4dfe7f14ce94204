import DatelineLexicon
import DatelineText

/// The body or the country of an office that its own phrase leaves out.
///
/// "Its director general X", "rector X" in the sentence behind the one that names the university, "Analyst X of
/// Bankhaus Metzler". What several bodies could be meant by stays open.
struct RoleContext {
  private let scan: NameScan
  private let titles: [TitlePhrase]
  private let persons: [NameAnnotation]
  private let others: [NameAnnotation]
  private var startingAt: TokenMap<Int>
  /// For each sentence, its names among `others`.
  private let othersIn: SentenceGroups
  private let personsIn: SentenceGroups
  private let titlesIn: SentenceGroups
  /// The tokens where a name begins that completes a title.
  private var completing: TokenMap<Bool>

  private var reading: LexicalReading { scan.reading }

  init(scan: NameScan, titles: [TitlePhrase], persons: [NameAnnotation], others: [NameAnnotation]) {
    self.scan = scan
    self.titles = titles
    self.persons = persons
    self.others = others
    let sentenceOf = scan.reading.sentenceOf
    let count = scan.reading.text.sentences.count
    othersIn = SentenceGroups(others.lazy.map { sentenceOf[$0.tokens.lowerBound] }, sentences: count)
    personsIn = SentenceGroups(persons.lazy.map { sentenceOf[$0.tokens.lowerBound] }, sentences: count)
    titlesIn = SentenceGroups(titles.lazy.map { sentenceOf[$0.head.lowerBound] }, sentences: count)
    startingAt = TokenMap(tokens: scan.tokens.count)
    completing = TokenMap(tokens: scan.tokens.count)
    for index in others.indices { startingAt.put(index, at: others[index].tokens.lowerBound) }
    for index in titles.indices {
      if let body = titles[index].organisation ?? titles[index].body {
        completing.put(true, at: body.lowerBound)
      }
    }
  }

  /// Whether a sentence begins a paragraph.
  private func beginsParagraph(_ sentence: Int) -> Bool {
    let paragraphs = reading.text.paragraphs
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].sentences.lowerBound < sentence { low = middle + 1 } else { high = middle }
    }
    // Paragraphs without a sentence stand where the next one begins.
    while low < paragraphs.count, paragraphs[low].sentences.lowerBound == sentence {
      if !paragraphs[low].sentences.isEmpty { return true }
      low += 1
    }
    return false
  }

  /// A title with what the text around it adds.
  ///
  /// - Parameter holder: the tokens of the name of whoever holds it.
  func completed(_ index: Int, holder: Range<Int>) -> TitlePhrase {
    var title = titles[index]
    guard title.organisation == nil, title.body == nil else { return title }
    behindHolder(&title, holder)
    if title.organisation == nil { behindComma(&title, holder) }
    if title.organisation == nil { joined(&title, index) }
    guard title.organisation == nil, let kinds = kinds(of: title) else { return title }
    let sentence = reading.sentenceOf[title.head.lowerBound]
    guard othersIn[sentence].count <= RoleAssignment.mostNames else { return title }
    let bodies = kinds.filter { $0 != "country" && $0 != "board" }
    if title.isPossessed, !bodies.isEmpty {
      if let owner = owner(of: title, sentence, holder) { title.body = others[owner].tokens }
      return title
    }
    if kinds.contains("country"), title.country.isEmpty {
      title.country = country(index, kinds, sentence)
    }
    guard title.country.isEmpty || !kinds.contains("country"), !bodies.isEmpty else { return title }
    if let body = body(of: index, bodies, sentence) {
      title.body = others[body].tokens
    }
    return title
  }

  // MARK: Beside the title and its holder

  /// "Analyst X of Bankhaus Metzler", "Ambassadors A of China and B of Korea", "the ministers A (Azerbaijan) and …".
  private func behindHolder(_ title: inout TitlePhrase, _ holder: Range<Int>) {
    guard holder.lowerBound >= title.extent.upperBound else { return }
    let limit = scan.sentence(of: holder.lowerBound).upperBound
    var token = holder.upperBound
    let isBracketed = token < limit && reading.isSign(token, "(")
    guard token + 1 < limit,
      isBracketed || scan.isConnector(token, .organisation) && scan.isPreposition(token)
    else { return }
    token += 1
    if !isBracketed, token < limit, !startingAt.has(token), isDefinite(token) { token += 1 }
    guard let index = startingAt[token] else { return }
    let name = others[index]
    if isBracketed, !reading.isSign(name.tokens.upperBound, ")") { return }
    if name.kind == .place {
      guard name.category == "country", title.country.isEmpty, let kinds = kinds(of: title),
        kinds.contains("country")
      else { return }
      title.country = name.country
    } else if !isBracketed {
      title.organisation = name.tokens
    }
  }

  private func isDefinite(_ token: Int) -> Bool {
    scan.isStopword(token) || reading.has(at: token, .definite)
  }

  /// "X (First Deputy Chairman, Uzbekistan Railways JSC)", "X, chairman, Gulf Development Bank;".
  private func behindComma(_ title: inout TitlePhrase, _ holder: Range<Int>) {
    guard holder.upperBound < title.head.upperBound else { return }
    let comma = title.extent.upperBound
    let limit = scan.sentence(of: comma - 1).upperBound
    guard comma + 1 < limit, reading.isSign(comma, ","), let index = startingAt[comma + 1] else { return }
    let name = others[index]
    let end = name.tokens.upperBound
    guard name.kind == .organisation,
      end >= limit || [")", ";", "."].contains(where: { reading.isSign(end, $0) })
    else { return }
    title.organisation = name.tokens
  }

  /// "founder and director of the Institute": titles of one person share what stands behind the last.
  private func joined(_ title: inout TitlePhrase, _ index: Int) {
    guard index + 1 < titles.count else { return }
    let next = titles[index + 1]
    let gap = title.extent.upperBound..<max(title.extent.upperBound, next.extent.lowerBound)
    guard gap.count <= 4, gap.contains(where: { scan.isConnector($0, .conjunction) || reading.isDash($0) }),
      gap.allSatisfy({ scan.isWord($0) && !scan.isCapitalised($0) || reading.isDash($0) }),
      scan.sentence(of: title.head.lowerBound).contains(next.head.lowerBound)
    else { return }
    if title.country.isEmpty, next.extent.upperBound > next.head.upperBound { title.country = next.country }
    if let organisation = next.organisation, organisation.lowerBound >= next.head.upperBound {
      title.organisation = organisation
    }
  }

  // MARK: What the dictionaries say of the title

  /// The kinds of bodies that a title belongs to; nil if the dictionaries say nothing of it.
  private func kinds(of title: TitlePhrase) -> [String]? {
    var best: (kinds: [String], length: Int)?
    for token in title.head {
      for match in reading.matches(at: token, .titleBody)
      where match.tokens.upperBound <= title.head.upperBound {
        // Where the noun stands last, the last word decides; elsewhere the longest phrase.
        if case .titleBody(let kinds) = reading.knowledge(match), match.tokens.count >= best?.length ?? 0 {
          best = (kinds, match.tokens.count)
        }
      }
    }
    return best?.kinds
  }

  private func fits(_ name: NameAnnotation, _ kinds: [String]) -> Bool {
    guard name.kind == .organisation else { return false }
    if kinds.contains(name.category) { return true }
    return kinds.contains("any") && name.category != "media" && name.category != "party"
  }

  // MARK: The body

  /// "Its director general": whatever organisation is named last before, unless a person is named later still.
  private func owner(of title: TitlePhrase, _ sentence: Int, _ holder: Range<Int>) -> Int? {
    for number in [sentence, sentence - 1] where number >= 0 {
      if number < sentence, beginsParagraph(sentence) { return nil }
      let start = number == sentence ? title.extent.lowerBound : .max
      let organisations = candidates(in: number, before: start).filter { others[$0].kind == .organisation }
      let people = personsIn[number].prefix(RoleAssignment.mostNames).filter {
        persons[$0].tokens.upperBound <= start && persons[$0].tokens != holder
      }
      // Of the sentence before the subject goes on, which stands first.
      let organisation = number == sentence ? organisations.last : organisations.first
      let person = number == sentence ? people.last : people.first
      guard let organisation else {
        if person != nil { return nil }
        continue
      }
      guard let person else { return organisation }
      let isPersonNearer = persons[person].tokens.lowerBound > others[organisation].tokens.lowerBound
      return isPersonNearer == (number == sentence) ? nil : organisation
    }
    return nil
  }

  /// The one organisation of a fitting kind that the sentence has named, or the sentence before, or the first.
  private func body(of index: Int, _ kinds: [String], _ sentence: Int) -> Int? {
    let title = titles[index]
    var numbers = [sentence]
    if !beginsParagraph(sentence), sentence > 0 { numbers.append(sentence - 1) }
    if !numbers.contains(0) { numbers.append(0) }
    let taken = othersIn[sentence].filter { completing.has(others[$0].tokens.lowerBound) }
    for number in numbers {
      let before = number == sentence ? title.extent.lowerBound : .max
      let free = candidates(in: number, before: before).filter { candidate in
        others[candidate].kind == .organisation && !taken.contains { isSame($0, candidate) }
      }
      var found = free.filter { fits(others[$0], kinds) }
      // What a name in quotation marks is, the dictionaries often cannot tell.
      if found.isEmpty, kinds.contains("company") { found = free.filter { others[$0].category == "other" } }
      guard let first = found.first else { continue }
      // Of what an office of any body belongs to, only what stands close is sure.
      if number == 0, number < sentence - 1, kinds.contains("any") { return nil }
      return found.allSatisfy { isSame($0, first) } ? first : nil
    }
    return nil
  }

  /// Names that no other office of the sentence has taken, abbreviations behind their names left out.
  private func candidates(in sentence: Int, before end: Int) -> [Int] {
    let all = othersIn[sentence]
    guard all.count <= RoleAssignment.mostNames else { return [] }
    return all.filter { index in
      let tokens = others[index].tokens
      return tokens.upperBound <= end && !completing.has(tokens.lowerBound)
        && !reading.isSign(tokens.lowerBound - 1, "(")
    }
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (others[one], others[other])
    return one.name == other.name || !one.key.isEmpty && one.key == other.key
      || min(one.name.count, other.name.count) > 3
        && (one.name.contains(other.name) || other.name.contains(one.name))
  }

  // MARK: The country

  /// The one state that offices, ministries and adjectives before a title speak of.
  private func country(_ index: Int, _ kinds: [String], _ sentence: Int) -> String {
    let start = titles[index].extent.lowerBound
    var numbers = [sentence]
    if !beginsParagraph(sentence), sentence > 0 { numbers.append(sentence - 1) }
    for number in numbers {
      let end = number == sentence ? start : .max
      var found: Set<String> = []
      for title in titlesIn[number].prefix(RoleAssignment.mostNames)
      where titles[title].extent.upperBound <= end {
        if titles[title].country != "" { found.insert(titles[title].country) }
      }
      for other in othersIn[number].prefix(RoleAssignment.mostNames)
      where others[other].tokens.upperBound <= end {
        let name = others[other]
        if name.kind == .organisation, name.category == "embassy" {
          if let sender = sender(of: name) { found.insert(sender) }
        } else if name.kind == .organisation, name.country != "", Self.kindsOfStates.contains(name.category) {
          found.insert(name.country)
        }
      }
      if number == sentence { found.formUnion(adjectives(before: start)) }
      if found.count == 1, let country = found.first { return country }
      if !found.isEmpty { return "" }
    }
    return ""
  }

  /// The country that an embassy speaks for, which its name names first: "Embassy of Japan in Tajikistan".
  private func sender(of embassy: NameAnnotation) -> String? {
    for token in embassy.tokens {
      if let place = scan.knownPlace(at: token) ?? scan.placeAdjective(at: token) {
        let country = reading.lexicon.places[place.value].country
        if !country.isEmpty { return country }
      }
    }
    return nil
  }

  /// "Speaking for the Tajik side, Deputy Minister X": the countries whose adjectives stand before a token.
  private func adjectives(before end: Int) -> Set<String> {
    let floor = max(scan.sentence(of: end).lowerBound, end - 12)
    var found: Set<String> = []
    for token in floor..<max(floor, end) {
      guard let adjective = scan.placeAdjective(at: token) else { continue }
      let country = reading.lexicon.places[adjective.value].country
      if !country.isEmpty { found.insert(country) }
    }
    return found
  }

  /// Kinds of organisations that are a state's.
  private static let kindsOfStates: Set<String> = ["ministry", "government"]
}
