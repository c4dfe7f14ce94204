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
  /// - Complexity: O(1): at most twice `reach` tokens are looked at.
  func isTold(around tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    let sentence = reading.text.sentences[reading.sentenceOf[first]].tokens
    let from = max(sentence.lowerBound, first - Self.reach)
    let to = min(sentence.upperBound, tokens.upperBound + Self.reach)
    return (from..<to).contains { reading.has(at: $0, isHabit) }
  }

  private func isHabit(_ knowledge: Knowledge) -> Bool {
    if case .calendar(let word) = knowledge { word.kind == .habit } else { false }
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
    return isWeekday(other) && isTold(around: expression.tokens)
  }

  private func isWeekday(_ expression: ChosenExpression) -> Bool {
    let pattern = patterns[expression.match.pattern]
    guard pattern.type == "DATE" else { return false }
    let parts = expression.match.parts
    switch pattern.operation {
    case .weekday, .date: return isBare(parts[0])
    case .list: return isBare(parts[1]) && isBare(parts[2])
    default: return false
    }
  }

  private func isBare(_ parts: TemporalParts) -> Bool {
    parts.weekday != nil && parts.day == nil && parts.month == nil && parts.year == nil && parts.shift == nil
  }
}
