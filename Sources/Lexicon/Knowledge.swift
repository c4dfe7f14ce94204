// What a word or phrase can mean: one small type for each dictionary file.

@usableFromInline package enum Gender: String, Sendable {
  case male = "m", female = "f", either = "u", unknown = ""
}

/// A word of the calendar.
package struct CalendarWord: Sendable, Hashable {
  @usableFromInline package enum Kind: String, Sendable {
    case month, weekday, season, unit, half, quarter, shift, direction, modifier, holiday, reference
    case quantity, set, zone
    /// A decade in one word: «девяностые» 90, «нулевые» 2000.
    case decade
    /// A length in one word: «полгода».
    case span
    /// Several of a unit: "weeks".
    case units
    /// A quantity that stands behind what it counts.
    case quantityAfter = "quantity-after"
    /// What joins the members of a list of days or years.
    case joint
    /// "last" where it counts from the end («последняя пятница мая»).
    case last
    /// What tells of every day: "open", «работает».
    case habit
    case monthGenitive = "month-genitive"
    case spanUnit = "span-unit"
    case weekdayPart = "weekday-part"
    case weekdaySet = "weekday-set"
    case relativeQuarter = "relative-quarter"
    case relativeDay = "relative-day"
    case relativeYear = "relative-year"
    case relativeMonth = "relative-month"
    case relativeWeek = "relative-week"
    case partOfDay = "part-of-day"

    /// Whether the word names a time or where it lies, and does not only join, count or qualify.
    package var namesATime: Bool {
      switch self {
      case .joint, .habit, .quantity, .quantityAfter, .zone, .set, .span, .spanUnit, .units: false
      default: true
      }
    }
  }
  package var kind: Kind
  package var value: String
}

/// What an abbreviation does to the end of a sentence.
@usableFromInline package enum AbbreviationEnding: String, Sendable {
  case never, may, seldom
  case afterFigure = "after-figure"
  case beforeFigure = "before-figure"
}

/// What a word tells about the ends of sentences.
@usableFromInline package enum SentenceWord: String, Sendable { case opener, speech, label }

/// A number in words.
package struct NumberWord: Sendable, Hashable {
  @usableFromInline package enum Kind: String, Sendable {
    case cardinal, ordinal, multiplier, fraction
    /// No certain number: "several"; counts units of time only.
    case vague
    /// The beginning of a word that counts units of time («двух-» in «двухлетний»).
    case head
  }
  package var kind: Kind
  package var value: Double
}

/// A word or sign for money.
package struct CurrencyWord: Sendable, Hashable {
  package var code: String
  package var mayPrecede: Bool
  package var mayFollow: Bool
}

/// Where an organisation's noun stands in its name.
@usableFromInline package enum FormRole: String, Sendable {
  case before, after, both, alone
  case legalBefore = "legal-before"
  case legalAfter = "legal-after"
}

/// An organisation that the dictionaries know.
package struct KnownOrganisation: Sendable, Hashable {
  package var name: String
  package var kind: String
  package var country: String
  package var key: String
  /// Every way to write it, the name first.
  package var aliases: [String]
}

/// A place that the dictionaries know.
package struct KnownPlace: Sendable, Hashable {
  package var name: String
  package var kind: String
  package var country: String
  package var key: String
}

@usableFromInline package enum TitleKind: String, Sendable {
  case office, diplomatic, academic, military, honorific, occupation
}

/// How a word ties a person to an office.
@usableFromInline package enum AppointmentKind: String, Sendable {
  /// Somebody gets it: "appointed", «избран».
  case appointed
  /// Somebody loses it: "dismissed", «освобождён».
  case dismissed
  /// Stands between the person and the office: "becomes", «стал», "wird".
  case copula
  /// Stands right in front of the office: "as", "als".
  case `as`
}

@usableFromInline package enum TriggerKind: String, Sendable { case verb, infinitive, participle, noun }

@usableFromInline package enum ModalEffect: String, Sendable {
  case negated, planned, proposed, discussed, conditional, cancelled, completed
}

@usableFromInline package enum PartyFrame: String, Sendable {
  case between, with, by, sides
  case onBehalf = "on-behalf"
  /// Makes a state of the adjective in front of it a party: "his Ukrainian counterpart".
  case counterpart
}

@usableFromInline package enum Position: String, Sendable { case before, after, both }

@usableFromInline package enum ConnectorKind: String, Sendable {
  case person, organisation, conjunction, field
  /// Between a title and what its holder knows about: "consultant in emergency medicine".
  case subject
  /// Inside a field: «по связям с прессой».
  case fieldLink = "field-link"
}

/// What one dictionary row says about its word or phrase.
package enum Knowledge: Sendable {
  case calendar(CalendarWord)
  case number(NumberWord)
  case currency(CurrencyWord)
  case givenName(Gender)
  case familyName(Gender)
  case connector(ConnectorKind)
  case title(TitleKind, Gender)
  case titleModifier(String)
  /// The kinds of bodies that the holder of a title belongs to; `country`, `any`.
  case titleBody([String])
  case appointment(AppointmentKind)
  case organisationForm(FormRole, kind: String)
  /// The same noun written small, where names are written with capitals: "the ministry".
  case commonNoun(kind: String)
  /// What a word means in the name of an organisation, in the words of all languages.
  case organisationWord([String])
  /// Index into `Lexicon.organisations`.
  case organisation(Int)
  /// Index into `Lexicon.places`.
  case place(Int)
  case placeAdjective(Int)
  case inhabitant(Int)
  case placeWord(kind: String, Position)
  case agreementWord(type: String)
  case undertaking
  case trigger(status: String, TriggerKind)
  case modality(ModalEffect)
  case party(PartyFrame, Position)
  case attribution(Position)
  case definite
  case document
  case reminder
  case preposition
  case stopword
  /// A literal of a date pattern that no other file holds.
  case literal
}

/// An entry of a lexicon: a word or phrase and what it means.
package struct LexiconEntry: Sendable {
  /// The dictionary form as it stands in the file.
  package var form: String
  /// The first column of the row: `form` itself, or what it is a form of.
  package var lemma: String
  package var knowledge: Knowledge
  /// The words behind a gap (`…`) of up to twelve others; empty for most.
  package var tail: [Int32]
}

/// What the capitals of an entry word demand of the word in text.
@usableFromInline package enum CapitalDemand: UInt8, Sendable { case none, initial, all }
