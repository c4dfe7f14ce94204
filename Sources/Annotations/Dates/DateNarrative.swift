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
    /// What was read last, if it is a day or month, and whether it says no year.
    var last: (expression: ChosenExpression, value: TemporalValue, index: Int, isBare: Bool)?
    let habits = TemporalHabit(reading: reading, patterns: patterns, resolver: resolver)
    for (index, expression) in expressions.enumerated() {
      let sentence = reading.sentenceOf[expression.tokens.lowerBound]
      var scene = TemporalScene()
      named.removeAll { sentence - $0.sentence >= Self.memory }
      scene.earlier = named.map(\.value)
      if let last = named.last, last.sentence == sentence {
        scene.namedInSentence = last.value
        if index > 0 { scene.isBehindYear = isApposed(expressions[index - 1].tokens, expression.tokens) }
      }
      if let known = day, sentence - known.sentence < Self.memory { scene.day = known.value }
      let pattern = patterns[expression.match.pattern]
      if needsTense(expression.match, pattern) {
        scene.tense = TenseReader(reading: reading).tense(
          around: expression.match.tokens, isWeekday: pattern.operation == .weekday)
      }
      var isDayAhead = false
      if pattern.type == "TIME", day?.sentence != sentence,
        let ahead = dayAhead(expressions[(index + 1)...], sentence)
      {
        scene.day = ahead
        isDayAhead = true
      }
      if isNowadays(expression, pattern, scene, found) { scene.isNowadays = true }
      if pattern.type == "TIME",
        habit == sentence || habits.isAhead(expressions[(index + 1)...], sentence)
          || day?.sentence != sentence && !isDayAhead
            && TemporalHabit.isTold(reading, around: expression.tokens)
      {
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
      if type == "DATE", scene.tense != .past, let weekday = weekday(of: expression),
        habits.areWeekly(expression, beside: index > 0 ? expressions[index - 1] : nil)
          || habits.areWeekly(
            expression, beside: index + 1 < expressions.count ? expressions[index + 1] : nil)
      {
        (type, value) = ("SET", TemporalValue(value: "XXXX-WXX-\(weekday)"))
      }
      let isBare = isBare(expression, pattern, value)
      if let before = last, isBare,
        reading.sentenceOf[before.expression.tokens.lowerBound] == sentence,
        isJoined(before.expression.tokens, expression.tokens),
        let pair = resolver.ascending(
          before.value, value, scene.tense, areWeekdays: pattern.operation == .weekday,
          isFirstFixed: !before.isBare)
      {
        value = pair.1
        let first = pair.0
        found[before.index].value = first.value
        found[before.index].start = first.start?.description
        found[before.index].end = first.end?.description
      }
      last =
        type == "DATE" && (value.unit == "D" || value.unit == "M")
        ? (expression, value, found.count, isBare) : nil
      found.append(
        DateAnnotation(
          range: reading.range(tokens), type: type, value: value.value, mod: value.mod,
          start: value.start?.description, end: value.end?.description, anchor: value.anchor,
          rule: reading.lexicon.code + "." + pattern.name))
      if habits.isRepeated(type, value.value) { habit = sentence }
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

  private func value(
    _ expression: ChosenExpression, _ pattern: DatePattern, _ scene: TemporalScene
  ) -> TemporalValue? {
    guard let member = expression.member, member > 0 else {
      return resolver.value(
        of: expression.match, operation: pattern.operation == .list ? .date : pattern.operation, in: scene)
    }
    return resolver.list(expression.match, scene).map { member == 1 ? $0.0 : $0.1 }
  }

  private func weekday(of expression: ChosenExpression) -> Int? {
    let parts = expression.match.parts
    guard let member = expression.member, member > 0 else { return parts[0].weekday }
    return parts[member].weekday
  }

  /// Whether an expression names a day or a month and leaves its year or week to be found.
  private func isBare(_ expression: ChosenExpression, _ pattern: DatePattern, _ value: TemporalValue) -> Bool
  {
    guard pattern.type == "DATE", pattern.operation == .date || pattern.operation == .weekday,
      value.anchor == "published", value.unit == "D" || value.unit == "M", value.start != nil
    else { return false }
    let parts = expression.match.parts[0]
    return parts.year == nil && parts.shift == nil && parts.relative == nil
      && (parts.month != nil || pattern.operation == .weekday)
  }

  /// Whether nothing but a comma and a word or two stands between expressions: "last year, in July".
  private func isApposed(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let comma = first.upperBound
    return comma < second.lowerBound && second.lowerBound - comma <= 3 && reading.isSign(comma, ",")
  }

  /// Whether nothing, or nothing but a word that joins two ends ("to", "and the"), stands between expressions.
  private func isJoined(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let between = first.upperBound..<max(first.upperBound, second.lowerBound)
    if between.isEmpty { return true }
    guard between.count <= 3, between.allSatisfy({ reading.text.tokens[$0].kind == .word })
    else {
      return false
    }
    return between.contains { token in
      reading.has(at: token, .calendar) {
        if case .calendar(let word) = $0 { word.kind == .joint } else { false }
      }
    }
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
    case .reference: return match.parts[0].reference == DateResolver.near
    case .offset: return match.parts[0].direction.map { $0.count > 0 && !$0.isFromText } ?? false
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
