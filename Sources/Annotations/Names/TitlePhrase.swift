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
  var cases: [String]
  /// In the nominative, with the field of the office («министр иностранных дел»), without organisation and country.
  var title: String
  /// Where the organisation stands, if the phrase names one.
  var organisation: Range<Int>?
  var country: String
  /// `former`, `acting` or empty.
  var modifier: String
  /// Whether a small word such as "of" stands between the title and the end of the phrase.
  var hasConnector = false
}

/// Finds titles and what belongs to them.
struct TitleFinder {
  let scan: NameScan
  /// Organisations and places found so far, by first token and by last token.
  private var startingAt: [Int: NameAnnotation] = [:]
  private var endingAt: [Int: NameAnnotation] = [:]

  private var reading: LexicalReading { scan.reading }

  init(scan: NameScan, names: [NameAnnotation]) {
    self.scan = scan
    for name in names {
      if name.tokens.count > startingAt[name.tokens.lowerBound]?.tokens.count ?? 0 {
        startingAt[name.tokens.lowerBound] = name
      }
      if name.tokens.count > endingAt[name.tokens.upperBound]?.tokens.count ?? 0 {
        endingAt[name.tokens.upperBound] = name
      }
    }
  }

  /// The titles of a text, in order, none inside another.
  func titles() -> [TitlePhrase] {
    var found: [TitlePhrase] = []
    var token = 0
    while token < scan.tokens.count {
      if let name = startingAt[token], name.kind == .organisation,
        scan.title(at: token)?.match.tokens.count ?? 0 < name.tokens.count
      {
        token = name.tokens.upperBound
        continue
      }
      guard !scan.blocked[token], let (match, (kind, gender)) = scan.title(at: token) else {
        token += 1
        continue
      }
      let phrase = phrase(match, kind, gender)
      found.append(phrase)
      token = max(phrase.head.upperBound, token + 1)
    }
    return found
  }

  private func phrase(_ match: LexicalMatch, _ kind: TitleKind, _ gender: Gender) -> TitlePhrase {
    var head = match.tokens
    var words = dictionaryForm(match)
    var phrase = TitlePhrase(
      head: head, extent: head, kind: kind, gender: gender, cases: match.inflection?.cases ?? [], title: "",
      organisation: nil, country: "", modifier: "")
    let floor = scan.sentence(of: head.lowerBound).lowerBound
    // Modifiers in front: "former", "first deputy".
    var start = head.lowerBound
    while start > floor, let (modifier, value) = modifier(endingAt: start, floor: floor) {
      start = modifier.tokens.lowerBound
      if value == "rank" {
        words = dictionaryForm(modifier) + " " + words
      } else {
        phrase.modifier = value
      }
    }
    head = start..<head.upperBound
    phrase.head = head
    leftComplement(&phrase, floor: floor)
    let field = rightComplement(&phrase, limit: scan.sentence(of: head.lowerBound).upperBound)
    phrase.title = words + (field.isEmpty ? "" : " " + field)
    return phrase
  }

  private func modifier(endingAt end: Int, floor: Int) -> (LexicalMatch, String)? {
    for length in 1...2 where end - length >= floor {
      if let found = scan.titleModifier(at: end - length), found.match.tokens.upperBound == end {
        return found
      }
    }
    return nil
  }

  /// The dictionary form of a title with the capital that its first word has in the text.
  private func dictionaryForm(_ match: LexicalMatch) -> String {
    // Forms of a row are inflected ones; where nouns are capitalised they are feminines as well, and stay.
    let entry = reading.entry(match)
    let form = reading.lexicon.profile.nounCapitals ? entry.form : entry.lemma
    if form.contains("*"), match.tokens.count == 1 {
      return scan.nominative.compound(match.tokens.lowerBound, form: form)
    }
    return scan.nominative.inCapitals(of: reading.string(match.tokens.lowerBound).prefix(1) + "x", form)
  }

  /// What stands in front: "Kazakh Foreign Minister", "Siemens CEO", «Қазақстан Республикасының Премьер-министрі».
  private func leftComplement(_ phrase: inout TitlePhrase, floor: Int) {
    var start = phrase.head.lowerBound
    var steps = 0
    while start > floor, steps < 4 {
      steps += 1
      // «Hanbit Medical» президенті
      if scan.isClosingQuote(start - 1), let name = endingAt[start - 1], name.kind == .organisation,
        scan.isOpeningQuote(name.tokens.lowerBound - 1), phrase.organisation == nil
      {
        phrase.organisation = name.tokens
        if phrase.country.isEmpty { phrase.country = name.country }
        start = name.tokens.lowerBound - 1
        continue
      }
      if let name = endingAt[start] {
        if name.kind == .organisation {
          guard phrase.organisation == nil else { break }
          phrase.organisation = name.tokens
          if phrase.country.isEmpty { phrase.country = name.country }
        } else {
          guard mayStandBefore(name) else { break }
          if phrase.country.isEmpty { phrase.country = name.country }
        }
        start = name.tokens.lowerBound
        continue
      }
      if let adjective = placeAdjective(endingAt: start, floor: floor) {
        if phrase.country.isEmpty {
          phrase.country = reading.lexicon.places[adjective.value].country
        }
        start = adjective.match.tokens.lowerBound
        continue
      }
      // A word of the office itself may stand between: "Kazakhstan's new energy minister".
      if scan.isWord(start - 1), !scan.isCapitalised(start - 1), steps == 1, start - 1 > floor,
        !scan.isStopword(start - 1), !scan.isReportingVerb(start - 1),
        endingAt[start - 1] != nil || placeAdjective(endingAt: start - 1, floor: floor) != nil
      {
        start -= 1
        continue
      }
      // "Kazakhstan's": the sign of the genitive is a token of its own.
      if reading.isPossessive(start - 1), endingAt[start - 1] != nil {
        start -= 1
        continue
      }
      break
    }
    phrase.extent = start..<phrase.extent.upperBound
  }

  /// Whether a place in front of a title can be its complement: in the genitive where the language puts it there,
  /// or without any ending.
  private func mayStandBefore(_ name: NameAnnotation) -> Bool {
    let match = reading.longest(at: name.tokens.lowerBound) {
      if case .place(let index) = $0 { index } else { nil }
    }?.match
    guard let inflection = match?.inflection else {
      return !scan.isPreposition(name.tokens.lowerBound - 1) || reading.isPossessive(name.tokens.upperBound)
    }
    let profile = reading.lexicon.profile
    return inflection.cases.contains("gen") && (profile.verbLast || profile.nameCapitals)
  }

  private func placeAdjective(endingAt end: Int, floor: Int) -> (match: LexicalMatch, value: Int)? {
    guard end - 1 >= floor, let found = scan.placeAdjective(at: end - 1), found.match.tokens.upperBound == end
    else { return nil }
    return found
  }

  /// What follows: "… of the Republic of Belarus", «… иностранных дел РФ», "… für Wirtschaft".
  ///
  /// Returns the field of the office in the words of the text.
  private func rightComplement(_ phrase: inout TitlePhrase, limit: Int) -> String {
    var token = phrase.head.upperBound
    var end = token
    var fieldEnd = token
    var afterConnector = false
    while token < limit, token - phrase.head.upperBound < 16 {
      guard !scan.blocked[token] else { break }
      // «директор «Жел Энергии» Руслан Оспанов»
      if scan.isOpeningQuote(token), let name = startingAt[token + 1], name.kind == .organisation,
        scan.isClosingQuote(name.tokens.upperBound), phrase.organisation == nil
      {
        phrase.organisation = name.tokens
        if phrase.country.isEmpty { phrase.country = name.country }
        token = name.tokens.upperBound + 1
        end = token
        continue
      }
      if let name = startingAt[token] {
        if name.kind == .organisation {
          guard phrase.organisation == nil || phrase.organisation?.upperBound ?? 0 <= phrase.head.lowerBound
          else { break }
          if phrase.organisation == nil { phrase.organisation = name.tokens }
          if phrase.country.isEmpty { phrase.country = name.country }
        } else if phrase.country.isEmpty {
          phrase.country = name.country
        }
        token = name.tokens.upperBound
        end = token
        afterConnector = false
        continue
      }
      if scan.isConnector(token, .organisation) || scan.isConnector(token, .conjunction) && fieldEnd == token
        || reading.isPossessive(token)
      {
        afterConnector = true
        phrase.hasConnector = true
        token += 1
        continue
      }
      if let adjective = scan.placeAdjective(at: token),
        !scan.isCapitalised(token) || reading.lexicon.profile.nameCapitals
      {
        if phrase.country.isEmpty { phrase.country = reading.lexicon.places[adjective.value].country }
        token = adjective.match.tokens.upperBound
        end = token
        continue
      }
      // An embassy's country: "Botschafter Kasachstans in Belarus".
      if !scan.isCapitalised(token), scan.isWord(token), let next = startingAt[token + 1],
        next.kind == .place,
        phrase.kind == .diplomatic, end == token
      {
        token = next.tokens.upperBound
        end = token
        continue
      }
      if reading.isSign(token, ","), fieldEnd == token, fieldContinues(after: token, limit: limit) {
        token += 1
        afterConnector = true
        continue
      }
      // «директор предприятия», "president of the company": a common noun ends nothing and adds nothing.
      if scan.isWord(token), !scan.isCapitalised(token), let noun = scan.organisationForm(at: token) {
        token = noun.match.tokens.upperBound
        end = token
        continue
      }
      guard scan.isWord(token), isField(token, afterConnector: afterConnector), phrase.organisation == nil
      else { break }
      token += 1
      end = token
      fieldEnd = token
      afterConnector = false
    }
    phrase.extent = phrase.extent.lowerBound..<max(end, phrase.extent.upperBound)
    return fieldEnd > phrase.head.upperBound ? reading.string(phrase.head.upperBound..<fieldEnd) : ""
  }

  /// Whether a word can name the field of an office.
  private func isField(_ token: Int, afterConnector: Bool) -> Bool {
    if scan.title(at: token) != nil || scan.isReportingVerb(token) || scan.isInitials(token) { return false }
    if scan.isStopword(token) || scan.isPreposition(token) { return false }
    if scan.isCapitalised(token) {
      // "Minister of Trade": capitals only behind a connector, and no name.
      guard afterConnector, reading.lexicon.profile.nameCapitals else { return false }
      return !scan.givenName(at: token) && !scan.familyName(at: token)
    }
    if reading.lexicon.profile.nameCapitals { return false }
    return scan.mayBeGenitive(token) || afterConnector && !scan.isReportingVerb(token)
  }

  private func fieldContinues(after comma: Int, limit: Int) -> Bool {
    var token = comma + 1
    while token < min(limit, comma + 6) {
      if scan.isConnector(token, .conjunction) { return token > comma + 1 }
      guard scan.isWord(token), !scan.isCapitalised(token) || reading.lexicon.profile.nameCapitals,
        scan.title(at: token) == nil, !scan.isStopword(token), !scan.isReportingVerb(token),
        !scan.givenName(at: token)
      else { return false }
      token += 1
    }
    return false
  }
}

extension LexicalReading {
  /// Whether a token is the sign of the English genitive.
  func isPossessive(_ token: Int) -> Bool {
    guard text.tokens.indices.contains(token) else { return false }
    let bytes = folded[token]
    return bytes == [0x27, 0x73] || bytes == [0x27]
  }
}
