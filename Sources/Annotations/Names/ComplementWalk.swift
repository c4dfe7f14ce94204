import DatelineLexicon
import DatelineText

/// A walk over what follows a title: the field of the office, the organisation, the country, and the small words
/// between them.
struct ComplementWalk {
  private let finder: TitleFinder
  private let limit: Int
  // Asked at every step: held here, so that nothing is copied to ask.
  private let scan: NameScan
  private let reading: LexicalReading
  private let nameCapitals: Bool
  private let nounCapitals: Bool
  private let verbLast: Bool
  /// The title, with what was found of it.
  private(set) var phrase: TitlePhrase
  /// The token that is looked at.
  private var token: Int
  /// Where the last part ended that belongs to the phrase.
  private var end: Int
  private var fieldStart: Int
  private var fieldEnd: Int
  /// Whether a small word such as "of" stands right in front.
  private var afterConnector = false
  /// Whether nothing more can belong to the phrase.
  private var isOver = false
  /// Tokens behind a title that are looked at, at most.
  private static let longest = 16

  init(finder: TitleFinder, phrase: TitlePhrase, limit: Int) {
    (self.finder, self.phrase, self.limit) = (finder, phrase, limit)
    (scan, reading) = (finder.scan, finder.reading)
    nameCapitals = reading.lexicon.profile.nameCapitals
    nounCapitals = reading.lexicon.profile.nounCapitals
    verbLast = reading.lexicon.profile.verbLast
    token = phrase.extent.upperBound
    (end, fieldStart, fieldEnd) = (token, token, token)
  }

  /// Goes as far as the phrase goes, and gives the field of the office in the words of the text.
  mutating func run() -> String {
    while !isOver, token < limit, token - phrase.head.upperBound < Self.longest, !scan.blocked[token] {
      guard name() || smallWord() || placeOfWork() || unit() || field() else { break }
    }
    if end == phrase.head.upperBound, let comma = finder.plainComplement(of: phrase, limit: limit) {
      takeField(to: comma)
    }
    phrase.extent = phrase.extent.lowerBound..<max(end, phrase.extent.upperBound)
    return fieldEnd > fieldStart ? reading.string(fieldStart..<fieldEnd) : ""
  }

  /// Takes the tokens up to `next` into the phrase.
  private mutating func take(to next: Int) { (token, end) = (next, next) }

  /// Takes the tokens up to `next` into the field.
  private mutating func takeField(to next: Int) {
    take(to: next)
    fieldEnd = next
  }

  // MARK: Names

  private mutating func name() -> Bool {
    // «директор «Жел Энергии» Руслан Оспанов»
    if scan.isOpeningQuote(token), let name = finder.startingAt[token + 1], name.kind == .organisation,
      scan.isClosingQuote(name.tokens.upperBound), phrase.organisation == nil
    {
      phrase.organisation = name.tokens
      learnCountry(name.country)
      take(to: name.tokens.upperBound + 1)
      return true
    }
    guard let name = finder.startingAt[token] else { return fieldBehindOrganisation() }
    // "Regionaldirektor für Europa", "director for the Caucasus": a region that the office is for.
    if name.kind == .place, name.country.isEmpty, fieldEnd == fieldStart,
      finder.fieldWord(before: token) == phrase.head.upperBound
    {
      takeField(to: name.tokens.upperBound)
      afterConnector = false
      return true
    }
    if name.kind == .organisation {
      // "Minister for Economic Affairs, Labour and Energy": the word for a field is no party's name here.
      if isInList, isWordForField(name) {
        takeField(to: name.tokens.upperBound)
        return true
      }
      guard
        phrase.organisation == nil || phrase.organisation?.upperBound ?? 0 <= phrase.head.lowerBound
          || finder.isWhole(name, of: phrase.organisation)
      else {
        isOver = true
        return false
      }
      if phrase.organisation == nil { phrase.organisation = name.tokens }
    }
    learnCountry(name.country)
    take(to: name.tokens.upperBound)
    afterConnector = false
    return true
  }

  /// Whether a field with a comma in it ends here.
  private var isInList: Bool {
    nameCapitals && !nounCapitals && fieldEnd > fieldStart && fieldEnd >= token - 1
      && (fieldStart..<token).contains { reading.isSign($0, ",") }
  }

  /// Whether a short name of an organisation begins with a word that names what offices are for as well.
  private func isWordForField(_ name: NameAnnotation) -> Bool {
    name.tokens.count < 3 && !scan.isAllCapitals(name.tokens.lowerBound)
      && reading.has(at: name.tokens.lowerBound, .organisationWord)
  }

  private mutating func learnCountry(_ country: String) {
    if phrase.country.isEmpty { phrase.country = country }
  }

  /// «проректор ТПУ по образованию»: the field may stand behind the organisation.
  private mutating func fieldBehindOrganisation() -> Bool {
    guard let organisation = phrase.organisation, organisation.upperBound == token, fieldEnd == fieldStart,
      organisation.lowerBound >= phrase.head.upperBound, scan.isConnector(token, .organisation),
      scan.isPreposition(token), token + 1 < limit, !finder.startingAt.has(token + 1),
      finder.isField(token + 1, afterConnector: true)
    else { return false }
    fieldStart = token
    takeField(to: token + 2)
    return true
  }

  // MARK: Small words

  private mutating func smallWord() -> Bool {
    if scan.isConnector(token, .organisation) || scan.isConnector(token, .conjunction) && fieldEnd == token
      || reading.isPossessive(token)
      || token == phrase.head.upperBound && nameCapitals
        && (scan.isConnector(token, .field) || isBeforeSubject)
    {
      afterConnector = true
      phrase.hasConnector = true
      token += 1
      // "head of the language service"
      if end == phrase.head.upperBound, finder.isUnit(token, limit: limit) { token += 1 }
      return true
    }
    if let adjective = scan.placeAdjective(at: token), !scan.isCapitalised(token) || nameCapitals,
      !nounCapitals || finder.fieldWord(before: token) == nil
    {
      learnCountry(reading.lexicon.places[adjective.value].country)
      take(to: adjective.match.tokens.upperBound)
      return true
    }
    // «по связям с прессой»: a word that goes on with a field.
    if fieldEnd == token, fieldEnd > fieldStart, scan.isConnector(token, .fieldLink), token + 1 < limit,
      finder.isField(token + 1, afterConnector: true)
    {
      takeField(to: token + 2)
      return true
    }
    return false
  }

  /// "consultant in emergency medicine": whether what its holder knows about follows a profession.
  private var isBeforeSubject: Bool {
    (phrase.kind == .occupation || phrase.kind == .academic) && scan.isConnector(token, .subject)
      && !finder.isDefinite(token + 1) && !scan.isCapitalised(token + 1)
  }

  // MARK: Where somebody serves

  private mutating func placeOfWork() -> Bool {
    // "Professor at the University of X", "Lektor beim Limmat Verlag"
    if end == token, phrase.organisation == nil, scan.isPreposition(token), !scan.isCapitalised(token),
      let name = finder.organisation(at: token + 1)
    {
      // Where a diplomat serves is not whose diplomat he is.
      if phrase.kind != .diplomatic { phrase.organisation = name.tokens }
      take(to: name.tokens.upperBound)
      return true
    }
    if isNounOfNext() {
      token += 1
      return true
    }
    if isOwnerOfNext() || isPlaceWordOfNext() {
      token += 2
      return true
    }
    // «представитель в порту Азова», "head of the TİKA office in Astana": where somebody serves.
    if end == token || phrase.organisation?.upperBound == token,
      let behind = finder.whereabouts(at: token, limit: limit)
    {
      take(to: behind)
      return true
    }
    // "…, Leiterin Unternehmenskommunikation, …", "Leiter Firmenkunden der UBS": a field without any small word.
    if end == token, token == phrase.head.upperBound, finder.isBareField(token, phrase, limit: limit) {
      takeField(to: token + 1)
      return true
    }
    // An embassy's country: "Botschafter Kasachstans in Belarus".
    if !scan.isCapitalised(token), scan.isWord(token), let next = finder.startingAt[token + 1],
      next.kind == .place, phrase.kind == .diplomatic || scan.isPreposition(token), end == token
    {
      take(to: next.tokens.upperBound)
      return true
    }
    return false
  }

  /// "Head of the parliament's Department": whether a common noun in the genitive stands in front of a body.
  private func isOwnerOfNext() -> Bool {
    afterConnector && phrase.organisation == nil && scan.isWord(token) && !scan.isCapitalised(token)
      && reading.has(at: token, .commonNoun) && reading.isPossessive(token + 1)
      && finder.startingAt[token + 2]?.kind == .organisation
  }

  /// "chairman of the city of Isfara": whether a noun for a place stands in front of "of" and its name.
  private func isPlaceWordOfNext() -> Bool {
    afterConnector && nameCapitals && !nounCapitals && !scan.isCapitalised(token)
      && reading.has(at: token, .placeWord) && scan.isConnector(token + 1, .organisation)
      && finder.startingAt[token + 2]?.kind == .place
  }

  /// Whether a token is a common noun for what is named behind it.
  private func isNounOfNext() -> Bool {
    guard let next = finder.startingAt[token + 1] else { return false }
    // "owner of the farm Hahn & Söhne", "Generaldirektor der Staatsbahn TCDD"
    if next.kind == .organisation {
      return afterConnector && (nameCapitals || nounCapitals) && phrase.organisation == nil
        && scan.isWord(token) && scan.title(at: token) == nil
        && (!scan.isCapitalised(token) || nounCapitals) && fieldEnd == fieldStart
        && !scan.isPreposition(token)
    }
    // «аким города Шымкента»
    return next.kind == .place && end == token && !scan.isCapitalised(token)
      && reading.has(at: token, .placeWord) && scan.mayBeGenitive(token) && !verbLast
  }

  // MARK: Units

  private mutating func unit() -> Bool {
    if token == phrase.head.upperBound, phrase.kind == .office, scan.isCapitalised(token - 1),
      let behind = finder.fieldBehindComma(token, limit: limit)
    {
      takeField(to: behind)
      return true
    }
    if reading.isSign(token, ","), fieldEnd == token, finder.fieldContinues(after: token, limit: limit) {
      token += 1
      afterConnector = true
      return true
    }
    // «председатель районного исполкома»: with its adjective a common noun says which unit it is.
    if let attribute = finder.attribute(before: token, from: fieldStart, to: fieldEnd) {
      if let organisation = finder.bodyNouns.organisation(meantBy: token), phrase.organisation == nil,
        finder.isNamed(attribute, in: organisation)
      {
        phrase.body = organisation.tokens
        learnCountry(organisation.country)
        fieldEnd = attribute
      } else {
        fieldEnd = token + 1
      }
      take(to: token + 1)
      return true
    }
    // «директор предприятия», "president of the company": a common noun ends nothing and adds nothing.
    if scan.isWord(token), mayBeCommonNoun(), phrase.organisation == nil,
      phrase.body == nil, afterConnector || !nameCapitals,
      let organisation = finder.bodyNouns.organisation(meantBy: token)
    {
      phrase.body = organisation.tokens
      learnCountry(organisation.country)
      take(to: token + 1)
      return true
    }
    if scan.isWord(token), !scan.isCapitalised(token), let noun = scan.organisationForm(at: token) {
      take(to: noun.match.tokens.upperBound)
      return true
    }
    // «министр культуры региона», «послы двух стран»: says only that there is a place, or how many.
    if !scan.isCapitalised(token), fieldEnd == token || fieldEnd == phrase.head.upperBound,
      let behind = finder.vaguePlace(at: token), finder.startingAt[behind]?.kind != .place
    {
      take(to: behind)
      return true
    }
    return false
  }

  /// Whether a token is written as common nouns are: "the company", and in style "the Court".
  private func mayBeCommonNoun() -> Bool {
    !scan.isCapitalised(token) || nounCapitals || nameCapitals && finder.isDefinite(token - 1)
  }

  // MARK: The field

  /// "…, Ecology and Technical Supervision": the last word of a list, which no dictionary need have.
  private func isLastOfList() -> Bool {
    (isInList && fieldEnd == token || isBehindListedField) && scan.isCapitalised(token)
      && scan.isCapitalised(token - 1) && !finder.startingAt.has(token) && !scan.givenName(at: token)
      && !scan.familyName(at: token)
      && !scan.endsLikeName(token) && scan.title(at: token) == nil
      && (token + 1 >= limit || !scan.isWord(token + 1) || scan.isPreposition(token + 1))
  }

  /// "Secretary for Health Surveillance": whether a listed title with a field of its own ends here.
  private var isBehindListedField: Bool {
    nameCapitals && !nounCapitals && token == phrase.head.upperBound
      && phrase.head.dropLast().contains { scan.isConnector($0, .organisation) }
  }

  private mutating func field() -> Bool {
    guard scan.isWord(token), finder.isField(token, afterConnector: afterConnector) || isLastOfList(),
      phrase.organisation == nil || fieldEnd == token && fieldStart > phrase.head.upperBound
        // "bei der KfW Direktorin für Energie", "the EMA's head of supply": the body stands in front.
        || nameCapitals && phrase.organisation?.upperBound ?? 0 <= phrase.head.lowerBound
    else { return false }
    takeField(to: token + 1)
    // The words of "debt capital markets" belong together.
    afterConnector =
      afterConnector && !scan.isCapitalised(token - 1)
      && (nameCapitals || !verbLast && scan.mayBeAdjective(token - 1))
    return true
  }
}
