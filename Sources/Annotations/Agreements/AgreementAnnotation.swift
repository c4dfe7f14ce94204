import DatelineText

/// Something agreed, or being agreed, with the bearers that take part.
public struct AgreementAnnotation: Sendable, Hashable {
  /// One who agrees: a bearer, or a country that only an adjective names.
  public struct Party: Sendable, Hashable {
    /// Index among the document's bearers, or nil.
    public var bearer: Int?
    /// ISO 3166-1 alpha-2 or empty.
    public var country: String
    /// The name to show where there is no bearer.
    public var name: String
  }
  /// The type, one of the words of the schema.
  public var type: String
  /// How far it has come, one of the words of the schema.
  public var status: String
  /// How the text names it, in the nominative; nil where no document is named.
  public var title: String?
  /// Who agrees.
  public var parties: [Party] = []
  /// Persons, as indices among the bearers.
  public var signatories: [Int] = []
  /// TIMEX3 value.
  public var date: String?
  /// Index of the place among the bearers.
  public var place: Int?
  /// What it is about, in the words of the text.
  public var subject: String?
  /// The sum it is about, in units of `currency`.
  public var amount: AmountAnnotation?
  /// The sentences that show it, the main one first.
  public var evidence: [PlacedMention] = []
  /// Whether the text only says "the document": it means an agreement named before.
  var pointsBack = false
  /// 0…1.
  public var confidence: Double
}
