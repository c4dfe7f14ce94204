import DatelineLexicon
import DatelineText

/// Tells times of every day or week from those of one day: "open from 9 to 5", «по вторникам в 16:00».
struct TemporalHabit {
  let reading: LexicalReading
  let patterns: [DatePattern]
  let resolver: DateResolver

  /// Tokens looked at on either side of a time.
  private static let reach = 16

  /// Whether a word near an expression, in its sentence, tells of what is so every day: "open", «работает».
  ///
  /// - Parameter isWeekly: only what tells of weekdays too counts.
  /// - Complexity: O(1): at most twice `reach` tokens are looked at.
  static func isTold(_ reading: LexicalReading, around tokens: Range<Int>, isWeekly: Bool = false) -> Bool {
    guard let first = tokens.first else { return false }
    let sentence = reading.text.sentences[reading.sentenceOf[first]].tokens
    let from = max(sentence.lowerBound, first - reach)
    let to = min(sentence.upperBound, tokens.upperBound + reach)
    return (from..<to).contains { token in
      reading.has(at: token) {
        if case .calendar(let word) = $0 {
          word.kind == .habit && (!isWeekly || word.value == weekly)
        } else {
          false
        }
      }
    }
  }

  /// The value of words that tell of every week, not of every day alone.
  private static let weekly = "1W"

  /// Whether a time names a weekday of every week: "open Friday at 9" is two expressions.
  static func isWeekly(_ match: TemporalMatch, in reading: LexicalReading) -> Bool {
    let parts = match.parts[0]
    return parts.hour != nil && isBare(parts) && isTold(reading, around: match.tokens, isWeekly: true)
  }

  /// Days or weekdays that come again: the times named beside them belong to no one day.
  func isRepeated(_ type: String, _ value: String) -> Bool {
    type == "SET" && (value == "P1D" || value.hasPrefix("XXXX-WXX-") || value.hasPrefix("XXXX-XX-XX"))
  }

  /// Whether days that come again are named behind a time, in its sentence.
  func isAhead(_ rest: ArraySlice<ChosenExpression>, _ sentence: Int) -> Bool {
    for expression in rest.prefix(3) {
      guard reading.sentenceOf[expression.tokens.lowerBound] == sentence else { return false }
      let pattern = patterns[expression.match.pattern]
      if pattern.type == "TIME" { continue }
      guard pattern.type == "SET",
        let value = resolver.value(of: expression.match, operation: pattern.operation)
      else { return false }
      return isRepeated("SET", value.value)
    }
    return false
  }

  /// Whether weekdays are those of every week: two of them beside a word such as "open".
  func areWeekly(_ expression: ChosenExpression, beside other: ChosenExpression?) -> Bool {
    guard let other, isWeekday(expression) else { return false }
    let distance =
      expression.tokens.lowerBound < other.tokens.lowerBound
      ? other.tokens.lowerBound - expression.tokens.upperBound
      : expression.tokens.lowerBound - other.tokens.upperBound
    guard distance <= 3 else { return false }
    // «сәрсенбі және жұма күндері»: what the last of a list says is true of all.
    if patterns[other.match.pattern].type == "SET", other.match.parts[0].weekday != nil, distance <= 1 {
      return true
    }
    guard Self.isTold(reading, around: expression.tokens, isWeekly: true) else { return false }
    return isWeekday(other) || patterns[other.match.pattern].type == "TIME" && hasClock(other.match)
  }

  private func hasClock(_ match: TemporalMatch) -> Bool {
    match.parts.contains { $0.hour != nil } && match.parts.allSatisfy { $0.weekday == nil && $0.day == nil }
  }

  private func isWeekday(_ expression: ChosenExpression) -> Bool {
    let pattern = patterns[expression.match.pattern]
    guard pattern.type == "DATE" else { return false }
    let parts = expression.match.parts
    switch pattern.operation {
    case .weekday, .date: return Self.isBare(parts[0])
    case .list: return Self.isBare(parts[1]) && Self.isBare(parts[2])
    default: return false
    }
  }

  private static func isBare(_ parts: TemporalParts) -> Bool {
    parts.weekday != nil && parts.day == nil && parts.month == nil && parts.year == nil && parts.shift == nil
  }
}
