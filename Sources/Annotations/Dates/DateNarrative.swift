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
      guard var value = value(expression, pattern, scene) else { continue }
      if let quantity = expression.quantity { value.mod = quantity }
      var type = pattern.type
      if type == "DATE", value.minute != nil || value.value.utf8.contains(UInt8(ascii: "T")),
        !value.value.hasSuffix("_REF")
      {
        type = "TIME"
      }
      found.append(
        DateAnnotation(
          range: reading.range(expression.tokens), type: type, value: value.value, mod: value.mod,
          start: value.start?.description, end: value.end?.description, anchor: value.anchor,
          rule: reading.lexicon.code + "." + pattern.name))
      if !value.unit.isEmpty, value.unit != "CENT", value.unit != "DEC", type == "DATE" || type == "TIME" {
        if named.count == Self.mostNamed { named.removeFirst() }
        named.append((value, sentence))
        if value.unit == "D", !value.value.utf8.contains(UInt8(ascii: "/")) { day = (value, sentence) }
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

  private func needsTense(_ match: TemporalMatch, _ pattern: DatePattern) -> Bool {
    guard resolver.reference != nil else { return false }
    switch pattern.operation {
    case .date, .list, .range, .weekday, .holiday, .time, .shift:
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
