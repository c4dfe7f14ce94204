import DatelineText

/// The part of a document that an annotation stands in.
public enum TextPart: String, Sendable { case title, body }

/// A temporal expression and what it means.
public struct DateAnnotation: Sendable, Hashable {
  /// Where it stands.
  public var range: TextRange
  /// `DATE`, `TIME`, `DURATION` or `SET`.
  public var type: String
  /// TIMEX3 value.
  public var value: String
  /// TIMEX3 modifier (`START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, `LESS_THAN`, `MORE_THAN`,
  /// `EQUAL_OR_LESS`, `EQUAL_OR_MORE`), or nil.
  public var mod: String?
  /// First and last day covered, `YYYY-MM-DD`, where they can be known.
  public var start: String?
  /// Behind the last code point.
  public var end: String?
  /// `explicit`, `published` or `context`.
  public var anchor: String
  /// The pattern that found it.
  public var rule: String
}

/// A sum of money.
public struct AmountAnnotation: Sendable, Hashable {
  /// Where it stands.
  public var range: TextRange
  /// In units of the currency.
  public var value: Double
  /// ISO 4217.
  public var currency: String
}

/// The formula at the head of an agency's report.
public struct DatelineAnnotation: Sendable, Hashable {
  /// From the first to the last item, without the dash.
  public var range: TextRange
  /// The place named first, nominative, with its country.
  public var place: String?
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// TIMEX3 value.
  public var date: String?
  /// The agency that the dateline or the text credits.
  public var agency: String?
  /// The machine-written day in front ("date 2017-10-03 …"), `YYYY-MM-DD`.
  public var published: String?
}

/// What a name names.
public enum NameKind: String, Sendable { case person, organisation, place }

/// A place where a person, organisation or place is named.
public struct NameAnnotation: Sendable, Hashable {
  /// What it names.
  public var kind: NameKind
  /// Where it stands.
  public var range: TextRange
  /// Its tokens.
  public var tokens: Range<Int>
  /// How sure: of two that overlap, the surer stays.
  public var score: Double
  private var details: Shared

  /// What is told of a name in words.
  private struct Details: Sendable, Hashable {
    var name: String
    var category: String
    var country: String
    var key: String
    var isMainName: Bool
    var rule: String
  }

  /// A class, because annotations are copied far oftener than made or changed.
  private final class Shared: Sendable {
    let details: Details
    init(_ details: Details) { self.details = details }
  }

  init(
    kind: NameKind, range: TextRange, tokens: Range<Int>, name: String, category: String = "",
    country: String = "", key: String = "", isMainName: Bool = false, rule: String, score: Double
  ) {
    (self.kind, self.range, self.tokens, self.score) = (kind, range, tokens, score)
    details = Shared(
      Details(name: name, category: category, country: country, key: key, isMainName: isMainName, rule: rule))
  }

  private mutating func change(_ body: (inout Details) -> Void) {
    var changed = details.details
    body(&changed)
    details = Shared(changed)
  }

  /// The name in the nominative.
  public var name: String {
    get { details.details.name }
    set { change { $0.name = newValue } }
  }
  /// For organisations and places: their kind.
  public var category: String {
    get { details.details.category }
    set { change { $0.category = newValue } }
  }
  /// ISO 3166-1 alpha-2 or empty.
  public var country: String {
    get { details.details.country }
    set { change { $0.country = newValue } }
  }
  /// Linking key that the dictionaries give, or empty.
  public var key: String {
    get { details.details.key }
    set { change { $0.key = newValue } }
  }
  /// Whether `name` is the one that the dictionaries list first.
  public var isMainName: Bool {
    get { details.details.isMainName }
    set { change { $0.isMainName = newValue } }
  }
  /// The rule that found it.
  public var rule: String {
    get { details.details.rule }
    set { change { $0.rule = newValue } }
  }

  /// Whether two annotations say the same of the same place.
  public static func == (left: NameAnnotation, right: NameAnnotation) -> Bool {
    left.kind == right.kind && left.range == right.range && left.tokens == right.tokens
      && left.score == right.score && left.details.details == right.details.details
  }

  /// By where it stands, its kind and its rule.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(kind)
    hasher.combine(rule)
  }
}
