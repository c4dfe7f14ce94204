import DatelineLexicon
import DatelineTagger
import DatelineText

/// What the dictionaries say of each token, as bits for the learned tagger.
///
/// The models of `Dictionaries` were trained with exactly these bits: whoever changes their meaning trains
/// the models anew. With them goes what the rules take each token for.
struct TaggerHints {
  /// The hints of all tokens.
  private(set) var all: [TokenHint]

  /// The hint of a token; nothing for an index outside of the text.
  subscript(token: Int) -> TokenHint { all.indices.contains(token) ? all[token] : TokenHint() }

  /// Hints for a text that has been scanned.
  ///
  /// - Parameter claims: the names that rules found; none overlaps another.
  /// - Parameter sources: what may be told.
  /// - Complexity: O(tokens and phrases).
  init(_ scan: NameScan, claims: [NameAnnotation], sources: NameSources = .all) {
    let reading = scan.reading
    var bits = [UInt64](repeating: 0, count: scan.tokens.count)
    reading.forEachMatch(of: Self.tellingKinds) { match in
      guard let hint = Self.hint(match, scan) else { return }
      if !sources.contains(.gazetteers), !hint.isDisjoint(with: Hint.names) { return }
      for token in match.tokens { bits[token] |= hint.rawValue }
    }
    if sources.contains(.gazetteers), let gazetteer = reading.lexicon.gazetteer {
      GazetteerLookup(scan: scan, gazetteer: gazetteer).mark { bits[$0] |= UInt64($1.rawValue) << 32 }
    }
    // How the same word is written elsewhere, where a capital means something.
    let elsewhere = sources.contains(.document) ? Self.elsewhere(scan) : []
    for index in scan.tokens.indices where scan.isCapitalised(index) {
      let endings = reading.words[index].endings
      if endings.contains(.patronymic) {
        bits[index] |= Hint.patronymicEnding.rawValue
      } else if endings.contains(.name) {
        bits[index] |= Hint.familyEnding.rawValue
      }
      if sources.contains(.document) { bits[index] |= elsewhere[index].rawValue }
    }
    all = bits.map { TokenHint(bits: $0) }
    guard sources.contains(.rules) else { return }
    let genre = Self.genre(of: scan)
    for name in claims {
      TokenClaim.each(
        rule: name.rule, kind: name.kind.tagged, count: name.tokens.count, genre: genre.rawValue
      ) { all[name.tokens.lowerBound + $0].claim = $1 }
    }
  }

  /// For each capitalised word, how it is written where a capital means something.
  private static func elsewhere(_ scan: NameScan) -> [Hint] {
    let known = scan.reading.words
    var words = Vocabulary(capacity: known.count / 4)
    var numbers = [Int32](repeating: -1, count: scan.tokens.count)
    var seen: [Hint] = []
    // Small words last: only those that are written with a capital too need be told.
    for index in scan.tokens.indices where scan.isCapitalised(index) {
      let word = words.insert(known[index].hash)
      numbers[index] = word
      if seen.count == Int(word) { seen.append([]) }
      if scan.tokens[index].shape.isDisjoint(with: [.startsSentence, .allCapitals]) {
        seen[Int(word)].insert(.capitalInside)
      }
    }
    for index in scan.tokens.indices where scan.isWord(index) && numbers[index] < 0 {
      let word = words.find(known[index].hash)
      if word >= 0 { seen[Int(word)].insert(.smallElsewhere) }
    }
    return numbers.map { $0 < 0 ? [] : seen[Int($0)] }
  }

  /// What sort of text it is: the model learns for each how far a rule can be trusted.
  ///
  /// Where a name ends, a lone line as it is spoken and an article may see differently: «Болашақ» and «Болашақ» қоры.
  private enum Genre: UInt8 { case line, agencyReport, article }

  private static func genre(of scan: NameScan) -> Genre {
    scan.isAgencyReport ? .agencyReport : scan.reading.text.paragraphs.count > 1 ? .article : .line
  }

  private struct Hint: OptionSet {
    let rawValue: UInt64
    static let givenName = Hint(rawValue: 1 << 0)
    static let familyName = Hint(rawValue: 1 << 1)
    static let place = Hint(rawValue: 1 << 2)
    static let country = Hint(rawValue: 1 << 3)
    static let organisation = Hint(rawValue: 1 << 4)
    static let title = Hint(rawValue: 1 << 5)
    static let honorific = Hint(rawValue: 1 << 6)
    static let organisationForm = Hint(rawValue: 1 << 7)
    static let legalForm = Hint(rawValue: 1 << 8)
    static let placeAdjective = Hint(rawValue: 1 << 9)
    static let inhabitant = Hint(rawValue: 1 << 10)
    static let placeWord = Hint(rawValue: 1 << 11)
    static let calendar = Hint(rawValue: 1 << 12)
    static let stopword = Hint(rawValue: 1 << 13)
    static let preposition = Hint(rawValue: 1 << 14)
    static let connector = Hint(rawValue: 1 << 15)
    static let familyEnding = Hint(rawValue: 1 << 16)
    static let patronymicEnding = Hint(rawValue: 1 << 17)
    static let reporting = Hint(rawValue: 1 << 18)
    static let capitalInside = Hint(rawValue: 1 << 19)
    static let smallElsewhere = Hint(rawValue: 1 << 20)
    static let paper = Hint(rawValue: 1 << 21)
    static let titleModifier = Hint(rawValue: 1 << 22)
    static let number = Hint(rawValue: 1 << 23)
    static let trigger = Hint(rawValue: 1 << 24)
    static let longOrganisation = Hint(rawValue: 1 << 25)
    static let loneForm = Hint(rawValue: 1 << 26)
    // From 1 << 32 on: what the gazetteer says.

    /// What lists of names say, and not words that stand beside names.
    static let names: Hint = [
      .givenName, .familyName, .place, .country, .organisation, .longOrganisation, .inhabitant,
    ]
  }

  /// The hints that follow from a kind of knowledge alone.
  private static let hintsOfKinds: [(kind: KnowledgeKinds, hint: Hint)] = [
    (.givenName, .givenName), (.familyName, .familyName), (.organisation, .organisation),
    (.titleModifier, .titleModifier), (.placeAdjective, .placeAdjective), (.inhabitant, .inhabitant),
    (.placeWord, .placeWord), (.stopword, .stopword), (.preposition, .preposition), (.connector, .connector),
    (.attribution, .reporting), (.agreementWord, .paper), (.document, .paper), (.undertaking, .paper),
    (.number, .number), (.currency, .number), (.trigger, .trigger),
  ]
  /// The same by the number of the kind's bit: asked for each phrase of each text.
  private static let hintOfKind: [Hint?] = {
    var table = [Hint?](repeating: nil, count: 32)
    for (kind, hint) in hintsOfKinds { table[kind.rawValue.trailingZeroBitCount] = hint }
    return table
  }()
  /// Kinds whose hint depends on what exactly is known.
  private static let kindsToRead: KnowledgeKinds = [.place, .title, .organisationForm, .calendar]
  /// All kinds that there is a hint for.
  private static let tellingKinds = hintsOfKinds.reduce(into: kindsToRead) { $0.formUnion($1.kind) }

  private static func hint(_ match: LexicalMatch, _ scan: NameScan) -> Hint? {
    let number = scan.reading.kind(match).rawValue.trailingZeroBitCount
    guard let hint = hintOfKind[number] else { return hint(scan.reading.knowledge(match), match, scan) }
    switch hint {
    case .givenName, .familyName: return scan.isCapitalised(match.tokens.lowerBound) ? hint : nil
    case .organisation: return match.tokens.count > 1 ? [.organisation, .longOrganisation] : hint
    default: return hint
    }
  }

  /// The hint of knowledge whose kind alone does not say it.
  private static func hint(_ knowledge: Knowledge, _ match: LexicalMatch, _ scan: NameScan) -> Hint? {
    switch knowledge {
    case .place(let index):
      guard scan.isCapitalised(match.tokens.lowerBound) else { return nil }
      let places = scan.reading.lexicon.places
      return places.indices.contains(index) && places[index].kind == "country" ? [.place, .country] : .place
    case .title(.honorific, _), .title(.academic, _): return .honorific
    case .title: return .title
    case .organisationForm(let role, _):
      switch role {
      case .legalBefore, .legalAfter: return .legalForm
      case .alone: return .loneForm
      default: return .organisationForm
      }
    // What only joins or measures dates says nothing of names.
    case .calendar(let word): return word.kind.namesATime ? .calendar : nil
    default: return nil
    }
  }
}
