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
  var number: Double?
  var shift: Int?
  var direction: Int?
  var relative: Int?
  var modifier: String?
  var partOfDay: String?
  var holiday: String?
  var reference: String?
  var hour: Int?
  var minute: Int?
  /// Whether the year was written with two figures.
  var hasShortYear = false
  /// The tokens that these parts were taken from.
  var extent: Range<Int>?
}

/// A value that a slot takes from tokens.
struct SlotFill {
  var slot: DatePattern.Slot
  var tokens: Int
  var apply: @Sendable (inout TemporalParts) -> Void
  /// The value that `{slot:only}` compares with.
  var name = ""
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
