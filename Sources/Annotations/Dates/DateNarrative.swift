import DatelineDocuments
import DatelineLexicon
import DatelineText

/// Reads the expressions of a text in order, each seen from publication and from the ones before it.
struct DateNarrative {
  let reading: LexicalReading
  let patterns: [DatePattern]
  let resolver: DateResolver
  /// Sentences that a date named before stays in mind.
  private static let memory = 3
  /// Dates that stay in mind, at most.
  private static let mostNamed = 6

  func annotations(_ expressions: [ChosenExpression]) -> [DateAnnotation] {
    var found: [DateAnnotation] = []
    found.reserveCapacity(expressions.count)
    var named: [(value: TemporalValue, sentence: Int)] = []
    var day: (value: TemporalValue, sentence: Int)?
    var habit: Int?
    for (index, expression) in expressions.enumerated() {
      let sentence = reading.sentenceOf[expression.tokens.lowerBound]
      var scene = TemporalScene()
      named.removeAll { sentence - $0.sentence >= Self.memory }
      scene.earlier = named.map(\.value)
      if let last = named.last, last.sentence == sentence { scene.namedInSentence = last.value }
      if let known = day, sentence - known.sentence < Self.memory { scene.day = known.value }
      let pattern = patterns[expression.match.pattern]
      if needsTense(expression.match, pattern) {
        scene.tense = TenseReader(reading: reading).tense(around: expression.match.tokens)
      }
      if pattern.type == "TIME", day?.sentence != sentence,
        let ahead = dayAhead(expressions[(index + 1)...], sentence)
      {
        scene.day = ahead
      }
      if isNowadays(expression, pattern, scene, found) { scene.isNowadays = true }
      if pattern.type == "TIME", habit == sentence || isHabitAhead(expressions[(index + 1)...], sentence) {
        scene.isHabitual = true
        scene.day = nil
      }
      guard var value = value(expression, pattern, scene) else { continue }
      if let quantity = expression.quantity { value.mod = quantity }
      var type = pattern.type
      var tokens = expression.tokens
      if pattern.operation == .ahead, value.value.first == "P", !value.value.hasSuffix("_REF") {
        type = "DURATION"
        // In "in 14 Monaten gebaut" the preposition is none of the expression.
        if expression.match.parts[0].direction != nil { tokens = (tokens.lowerBound + 1)..<tokens.upperBound }
      }
      if type == "DATE", value.minute != nil || value.value.utf8.contains(UInt8(ascii: "T")),
        !value.value.hasSuffix("_REF")
      {
        type = "TIME"
      }
      found.append(
        DateAnnotation(
          range: reading.range(tokens), type: type, value: value.value, mod: value.mod,
          start: value.start?.description, end: value.end?.description, anchor: value.anchor,
          rule: reading.lexicon.code + "." + pattern.name))
      if isHabit(type, value.value) { habit = sentence }
      if value.unit == "D", type == "DATE" { habit = nil }
      if !value.unit.isEmpty, value.unit != "CENT", value.unit != "DEC", type == "DATE" || type == "TIME" {
        if named.count == Self.mostNamed { named.removeFirst() }
        named.append((value, sentence))
        if value.unit == "D" {
          // Of several days, times belong to the first.
          let first = value.value.utf8.contains(UInt8(ascii: "/")) ? value.start.map(resolver.day) : value
          if let first { day = (first, sentence) }
        }
      }
    }
    return found
  }

  /// Days or weekdays that come again: the times named beside them belong to no one day.
  private func isHabit(_ type: String, _ value: String) -> Bool {
    type == "SET" && (value == "P1D" || value.hasPrefix("XXXX-WXX-") || value.hasPrefix("XXXX-XX-XX"))
  }

  private func isHabitAhead(_ rest: ArraySlice<ChosenExpression>, _ sentence: Int) -> Bool {
    for expression in rest.prefix(3) {
      guard reading.sentenceOf[expression.tokens.lowerBound] == sentence else { return false }
      let pattern = patterns[expression.match.pattern]
      if pattern.type == "TIME" { continue }
      return pattern.type == "SET"
        && value(expression, pattern, TemporalScene()).map { isHabit("SET", $0.value) } ?? false
    }
    return false
  }

  private func value(
    _ expression: ChosenExpression, _ pattern: DatePattern, _ scene: TemporalScene
  ) -> TemporalValue? {
    guard let member = expression.member, member > 0 else {
      return resolver.value(
        of: expression.match, operation: pattern.operation == .list ? .date : pattern.operation, in: scene)
    }
    return resolver.list(expression.match, scene).map { member == 1 ? $0.0 : $0.1 }
  }

  /// Whether "today" means these times: where a clause in no past tense sets it against what was long ago.
  private func isNowadays(
    _ expression: ChosenExpression, _ pattern: DatePattern, _ scene: TemporalScene, _ found: [DateAnnotation]
  ) -> Bool {
    guard pattern.operation == .relativeDay, pattern.type == "DATE", let reference = resolver.reference,
      expression.match.parts[0].relative == TemporalParts.Step(count: 0), let last = found.last,
      last.range.upper <= reading.range(expression.tokens).lower
    else { return false }
    let sentence = reading.sentenceOf[expression.tokens.lowerBound]
    let ago: Bool
    if let named = scene.earlier.last, let end = named.end, last.value == named.value {
      ago = end.year < reference.year - 2 && named.unit != "D"
    } else {
      ago = last.value == "PAST_REF" || last.end.map { $0 < "\(reference.year - 2)" } ?? false
    }
    guard ago, isNear(last, sentence) else { return false }
    return TenseReader(reading: reading).tense(around: expression.match.tokens) != .past
  }

  /// Whether an expression stands in a sentence or in the one before it.
  private func isNear(_ last: DateAnnotation, _ sentence: Int) -> Bool {
    let first = max(0, sentence - 1)
    guard let token = reading.text.sentences[first].tokens.first else { return false }
    return last.range.lower >= reading.text.tokens[token].range.lower
  }

  private func needsTense(_ match: TemporalMatch, _ pattern: DatePattern) -> Bool {
    guard resolver.reference != nil else { return false }
    switch pattern.operation {
    case .date, .list, .range, .weekday, .holiday, .time, .shift, .ahead, .nth, .nightBefore, .period:
      return match.parts.allSatisfy { $0.year == nil }
    default: return false
    }
  }

  /// The day that the sentence names behind a time, as Sunday in "at noon on Sunday".
  private func dayAhead(_ rest: ArraySlice<ChosenExpression>, _ sentence: Int) -> TemporalValue? {
    for expression in rest.prefix(4) {
      guard reading.sentenceOf[expression.tokens.lowerBound] == sentence else { return nil }
      let pattern = patterns[expression.match.pattern]
      guard pattern.type == "DATE", [.date, .weekday, .relativeDay].contains(pattern.operation) else {
        continue
      }
      var scene = TemporalScene()
      scene.tense = TenseReader(reading: reading).tense(around: expression.match.tokens)
      guard let value = value(expression, pattern, scene), value.unit == "D" else { continue }
      return value
    }
    return nil
  }
}
