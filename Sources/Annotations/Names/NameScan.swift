import DatelineDocuments
import DatelineLexicon
import DatelineText

/// What the finders of names share: a reading and questions about its tokens.
///
/// A class, because every finder holds it.
final class NameScan: Sendable {
  let reading: LexicalReading
  let nominative: NominativeForms
  /// Tokens that belong to dates or amounts, which no name may take.
  let blocked: [Bool]
  /// Whether the text is a report that opens with the formula of an agency: place, date or agency.
  let isAgencyReport: Bool
  private let looks: [Look]

  var tokens: [Token] { reading.text.tokens }

  init(
    reading: LexicalReading, vocabulary: Vocabulary, blocked ranges: [TextRange],
    isAgencyReport: Bool = false
  ) {
    self.isAgencyReport = isAgencyReport
    self.reading = reading
    nominative = NominativeForms(reading: reading, vocabulary: vocabulary)
    looks = reading.text.tokens.indices.map { Look(reading.text.tokens[$0], reading.words[$0].folded) }
    var blocked = [Bool](repeating: false, count: reading.text.tokens.count)
    var next = 0
    for range in ranges.sorted() {
      while next < reading.text.tokens.count, reading.text.tokens[next].range.upper <= range.lower {
        next += 1
      }
      var token = next
      while token < reading.text.tokens.count, reading.text.tokens[token].range.lower < range.upper {
        blocked[token] = true
        token += 1
      }
    }
    self.blocked = blocked
  }

  /// Whether the main alphabet of the language is Latin.
  var writesLatin: Bool {
    reading.lexicon.profile.letters.unicodeScalars.first.map { $0.value < 0x250 } ?? true
  }

  func isWord(_ token: Int) -> Bool { shows(.word, token) }

  func isCapitalised(_ token: Int) -> Bool { shows(.capital, token) }

  func isAllCapitals(_ token: Int) -> Bool { shows(.allCapitals, token) }

  /// What every rule asks of a token, and oftener than anything else: worked out once.
  private struct Look: OptionSet {
    let rawValue: UInt8
    static let word = Look(rawValue: 1)
    /// A word that begins with a capital or has no other letters.
    static let capital = Look(rawValue: 2)
    static let allCapitals = Look(rawValue: 4)
    static let initials = Look(rawValue: 8)
    /// A capitalised word with a hyphen inside.
    static let hyphen = Look(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ token: Token, _ folded: [UInt8]) {
      self = []
      guard token.kind == .word else { return }
      insert(.word)
      if !token.shape.isDisjoint(with: [.initialCapital, .allCapitals]) { insert(.capital) }
      if token.shape.contains(.allCapitals) { insert(.allCapitals) }
      if token.shape.contains(.initials) || contains(.capital) && Self.isLetterWithStop(folded) {
        insert(.initials)
      }
      if contains(.capital), folded.contains(UInt8(ascii: "-")) { insert(.hyphen) }
    }

    /// «Г.», «Д.»: capitals that are abbreviations of common words too.
    private static func isLetterWithStop(_ folded: [UInt8]) -> Bool {
      folded.count <= 3 && folded.last == UInt8(ascii: ".")
        && folded.dropLast().reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 } == 1
    }
  }

  @inline(__always)
  private func shows(_ look: Look, _ token: Int) -> Bool {
    token >= 0 && token < looks.count && looks[token].contains(look)
  }

  func isInitials(_ token: Int) -> Bool { shows(.initials, token) }

  /// First and last token of the sentence of a token.
  func sentence(of token: Int) -> Range<Int> { reading.text.sentences[reading.sentenceOf[token]].tokens }

  func isStopword(_ token: Int) -> Bool {
    // "Mys" in the middle of a sentence is no form of "my".
    let asListed = isCapitalised(token) && !tokens[token].shape.contains(.startsSentence)
    guard reading.has(at: token, .stopword) else { return false }
    return reading.matches(at: token).contains { match in
      if case .stopword = reading.knowledge(match) { return !asListed || match.inflection == nil }
      return false
    }
  }
  /// Whether a word ends with a hyphen right before a token, as the first half of a compound does: "Film- und".
  func isDash(before token: Int) -> Bool {
    guard token > 0 else { return false }
    return reading.folded(token - 1).last == UInt8(ascii: "-")
      || reading.isDash(token - 1) && !tokens[token - 1].shape.contains(.spaceBefore)
  }
  func isPreposition(_ token: Int) -> Bool {
    isWord(token) && reading.has(at: token, .preposition)
  }
  func isConnector(_ token: Int, _ kind: ConnectorKind) -> Bool {
    // Small words are not inflected: "als" is no form of "al".
    reading.has(at: token, .connector)
      && reading.matches(at: token).contains { match in
        if case .connector(let found) = reading.knowledge(match) {
          return found == kind && match.inflection == nil
        }
        return false
      }
  }
  func givenName(at token: Int) -> Bool {
    guard isCapitalised(token) else { return false }
    if reading.has(at: token, .givenName) { return true }
    // "Hans-Hermann": the first half is enough.
    guard shows(.hyphen, token) else { return false }
    let bytes = reading.folded(token)
    guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen >= 3 else { return false }
    let word = reading.lexicon.words.find(Array(bytes[..<hyphen]))
    guard word >= 0, let node = reading.lexicon.trie.next(0, word) else { return false }
    return reading.lexicon.trie.entries(at: node).contains {
      if case .givenName = reading.lexicon.entries[Int($0)].knowledge { true } else { false }
    }
  }
  func familyName(at token: Int) -> Bool {
    isCapitalised(token)
      && reading.has(at: token, .familyName)
  }
  /// Whether a token, in some form, ends like a family name or patronymic.
  func endsLikeName(_ token: Int) -> Bool {
    isCapitalised(token) && reading.words[token].endings.contains(.name)
  }

  func title(at token: Int) -> (match: LexicalMatch, value: (TitleKind, Gender))? {
    reading.longest(at: token, .title) {
      if case .title(let kind, let gender) = $0 { (kind, gender) } else { nil }
    }
  }
  /// Whether a listed title begins in front of a token, in its sentence, and ends where it is wanted.
  ///
  /// - Parameters:
  ///   - distances: how many tokens in front.
  ///   - fits: asked of the token behind the title.
  func hasTitle(before token: Int, by distances: ClosedRange<Int>, endingWhere fits: (Int) -> Bool) -> Bool {
    let floor = sentence(of: token).lowerBound
    return distances.contains { distance in
      let start = token - distance
      return start >= floor && reading.has(at: start, .title)
        && reading.matches(at: start).contains { reading.kind($0) == .title && fits($0.tokens.upperBound) }
    }
  }
  func titleModifier(at token: Int) -> (match: LexicalMatch, value: String)? {
    reading.longest(at: token, .titleModifier) { if case .titleModifier(let kind) = $0 { kind } else { nil } }
  }
  /// The modifier that a title of one word carries in front of a hyphen: «экс-министр», "Ex-Minister".
  ///
  /// - Returns: its kind, and it with its hyphen as written; nil if the dictionary has the whole word.
  func titlePrefix(of match: LexicalMatch) -> (kind: String, text: String)? {
    let token = match.tokens.lowerBound
    let bytes = reading.folded(token)
    guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen >= 2,
      let kind = reading.lexicon.titleModifier(bytes[..<hyphen]),
      !reading.lexicon.fold(reading.entry(match).form).utf8.starts(with: bytes[...hyphen])
    else { return nil }
    let text = reading.string(token)
    return text.firstIndex(of: "-").map { (kind, String(text[...$0])) }
  }
  /// The longest word that ties a person to an office at a token.
  func appointment(at token: Int) -> (match: LexicalMatch, value: AppointmentKind)? {
    reading.longest(at: token, .appointment) { if case .appointment(let kind) = $0 { kind } else { nil } }
  }
  func organisationForm(at token: Int) -> (match: LexicalMatch, value: (FormRole, String))? {
    let found = reading.longest(at: token, .organisationForm) {
      if case .organisationForm(let role, let kind) = $0 { (role, kind) } else { nil }
    }
    // "Botschafter" is a title, not a form of "Botschaft".
    if let found, found.match.inflection != nil,
      reading.matches(at: token).contains(where: { match in
        if case .title = reading.knowledge(match) {
          return match.inflection == nil && match.tokens.count >= found.match.tokens.count
        }
        return false
      })
    {
      return nil
    }
    return found
  }
  /// Whether an indefinite article stands before a noun, small adjectives between: a common noun, no name.
  func isIndefinite(_ token: Int) -> Bool {
    var before = token - 1
    let floor = max(sentence(of: token).lowerBound, token - 4)
    while before >= floor, isWord(before) {
      if reading.has(
        at: before, .number,
        { if case .number(let word) = $0 { word.kind == .cardinal && word.value == 1 } else { false } })
      {
        return true
      }
      if isCapitalised(before) || isStopword(before) && !isConnector(before, .conjunction) { return false }
      before -= 1
    }
    return false
  }
  /// Whether a token has an ending that adjectives take.
  func mayBeAdjective(_ token: Int) -> Bool {
    if placeAdjective(at: token) != nil { return true }
    return reading.words[token].endings.contains(.adjective)
  }
  func knownOrganisation(at token: Int) -> (match: LexicalMatch, value: Int)? {
    reading.longest(at: token, .organisation) { if case .organisation(let index) = $0 { index } else { nil } }
  }
  func knownPlace(at token: Int) -> (match: LexicalMatch, value: Int)? {
    guard isCapitalised(token) else { return nil }
    let found = reading.longest(at: token, .place) { if case .place(let index) = $0 { index } else { nil } }
    return found.flatMap { isPlaceForm($0.match) ? $0 : nil }
  }
  /// Whether a form of a place's name is one of its cases: "Jenaer" and "Kasachstaner" are not.
  func isPlaceForm(_ match: LexicalMatch) -> Bool {
    guard let inflection = match.inflection else { return true }
    if inflection.kind == .abbreviation { return true }
    return inflection.kind != .adjective && inflection.kind != .number && !inflection.cases.isEmpty
      && inflection.number != .plural
  }
  func placeAdjective(at token: Int) -> (match: LexicalMatch, value: Int)? {
    reading.longest(at: token, .placeAdjective) {
      if case .placeAdjective(let index) = $0 { index } else { nil }
    }
  }
  func isTemporal(_ token: Int) -> Bool {
    blocked[token]
      || reading.has(at: token, .calendar)
        && reading.matches(at: token).contains { match in
          guard case .calendar(let word) = reading.knowledge(match) else { return false }
          // "Maier" is no form of "Mai".
          if let inflection = match.inflection, inflection.kind != .noun || inflection.cases.isEmpty {
            return false
          }
          return word.kind == .month || word.kind == .weekday
        }
  }
  /// The kinds that such words are of.
  private static let reporting: KnowledgeKinds = [.trigger, .attribution, .modality, .party, .reminder]

  /// Whether a token begins a word of reporting or agreeing, which never is part of a name.
  func isReportingVerb(_ token: Int) -> Bool {
    reading.has(at: token, Self.reporting) {
      switch $0 {
      case .trigger(_, let kind): kind == .verb || kind == .infinitive
      case .attribution, .modality, .party(.between, _), .party(.with, _), .reminder: true
      default: false
      }
    }
  }

  /// Whether a word that no dictionary knows ends like a verb.
  func looksLikeVerb(_ token: Int) -> Bool {
    !isCapitalised(token) && reading.words[token].endings.contains(.verb)
      && reading.lexicon.words.find(reading.folded(token)) < 0
  }

  /// Whether an ending lets a token stand in the genitive (complement of a noun).
  func mayBeGenitive(_ token: Int) -> Bool {
    reading.words[token].endings.contains(.genitive) && !looksLikeVerb(token)
  }

  /// Whether a lower-case token shows one of these cases and cannot stand without an ending.
  func showsCase(_ token: Int, _ cases: GrammaticalCases) -> Bool {
    reading.matches(at: token).contains { match in
      match.tokens.count == 1 && match.inflection.map { !cases.isDisjoint(with: $0.cases) } ?? false
    }
  }

  /// Whether a word ends like a locative or ablative, where the language marks them by endings.
  func saysWhere(_ token: Int) -> Bool {
    reading.lexicon.profile.verbLast && reading.words[token].endings.contains(.place)
      && reading.lexicon.words.find(reading.folded(token)) < 0
  }

  func annotation(
    _ kind: NameKind, _ range: Range<Int>, name: String? = nil, category: String = "", country: String = "",
    key: String = "", isMainName: Bool = false, rule: String, score: Double
  ) -> NameAnnotation {
    NameAnnotation(
      kind: kind, range: reading.range(range), tokens: range, name: name ?? reading.string(range),
      category: category, country: country, key: key, isMainName: isMainName, rule: rule, score: score)
  }
}
