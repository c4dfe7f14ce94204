import DatelineDocuments
import DatelineLexicon

/// What the slots of one date pattern took from the text.
struct TemporalParts: Sendable {
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?
  var season: String?
  var quarter: Int?
  var half: Int?
  var unit: String?
  /// Not a number where the text says no certain one ("several").
  var number: Double?
  /// A number that counts its place: "the third".
  var ordinal: Int?
  var shift: Step?
  var direction: Step?
  var relative: Step?
  var relativeUnit: String?
  var modifier: String?
  var partOfDay: String?
  var holiday: String?
  var reference: String?
  var set: String?
  var zone: String?
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// Whether the year was written with two figures.
  var hasShortYear = false
  /// The tokens that these parts were taken from.
  var extent: Range<Int>?

  /// How far to go, and from where.
  struct Step: Sendable, Hashable {
    var count: Int
    /// From what the text named before, not from the day of publication.
    var isFromText = false

    /// As dictionaries write it: `-1`, `+1`, `-`, `n+1` (from what was named).
    init(_ text: some StringProtocol) {
      var rest = Substring(text)
      if rest.first == "n" {
        isFromText = true
        rest = rest.dropFirst()
      }
      let sign = rest.first == "-" || rest.first == "−" ? -1 : 1
      if let first = rest.first, !first.isNumber { rest = rest.dropFirst() }
      // A dictionary that writes more is told nothing: no calendar goes so far.
      count = rest.isEmpty ? sign : sign * min(Int(rest) ?? 0, 10_000)
    }

    init(count: Int, isFromText: Bool = false) { (self.count, self.isFromText) = (count, isFromText) }
  }
}

/// A pattern found in a text, not yet resolved.
struct TemporalMatch {
  var pattern: Int
  /// Tokens that belong to the expression.
  var tokens: Range<Int>
  /// How many items of the pattern fitted: of two readings of the same words the one with more says more.
  var items: Int
  /// Parts of the expression, of its first and of its second end.
  var parts: [TemporalParts]
}

/// What a temporal expression means.
struct TemporalValue: Sendable, Hashable {
  var value: String
  var start: CalendarDate?
  var end: CalendarDate?
  var anchor = "explicit"
  /// TIMEX3 modifier.
  var mod: String?
  /// How long the expression is: D, W, M, Q, H, S (season), Y, DEC, CENT; empty for what is no date.
  var unit = ""
  /// Minutes since midnight, for a time that says the hour.
  var minute: Int?
}
