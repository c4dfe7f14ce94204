import DatelineLexicon
import DatelineText

/// Adds to chosen expressions what stands around them: quantities, and the members of a list that say only a
/// day, a month or a year ("on 7, 8 and 9 July").
struct ExpressionExtension {
  let reading: LexicalReading
  let fills: TokenFills
  let patterns: [DatePattern]
  var taken: [Bool]

  /// Members of one list, at most: a column of figures is none.
  private static let mostMembers = 12
  private static let shared: [DatePattern.Slot] = [.day, .year, .month, .weekday, .weekdaySet]

  func extended(_ matches: [TemporalMatch]) -> [ChosenExpression] {
    var copy = self
    var expressions: [ChosenExpression] = []
    for match in matches {
      let pattern = patterns[match.pattern]
      if pattern.operation == .list, let first = match.parts[1].extent, let second = match.parts[2].extent {
        expressions += copy.before(match, member: 1)
        expressions.append(
          ChosenExpression(match: match, member: 1, tokens: match.tokens.lowerBound..<first.upperBound))
        expressions.append(
          ChosenExpression(match: match, member: 2, tokens: second.lowerBound..<match.tokens.upperBound))
        continue
      }
      if pattern.operation == .date || pattern.operation == .weekday || pattern.operation == .set {
        expressions += copy.before(match, member: nil)
      }
      expressions.append(copy.withQuantity(match, pattern))
      if pattern.operation == .date || pattern.operation == .weekday || pattern.operation == .set {
        expressions += copy.behind(match)
      }
    }
    return expressions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  // MARK: Lists

  /// The slot that an expression begins or ends with and that members of a list may share.
  private func sharedSlot(
    _ match: TemporalMatch, at token: Int, endsAt end: Int?
  ) -> DatePattern.Slot? {
    Self.shared.first { slot in
      fills.at(token).contains { $0.slot == slot && (end == nil || token + $0.tokens == end) }
        && number(match.parts[0], slot) != nil
    }
  }

  private func number(_ parts: TemporalParts, _ slot: DatePattern.Slot) -> Int? {
    switch slot {
    case .day: parts.day
    case .year: parts.year
    case .month: parts.month
    default: parts.weekday
    }
  }

  private mutating func before(_ match: TemporalMatch, member: Int?) -> [ChosenExpression] {
    var first = match.tokens.lowerBound
    let sentence = reading.text.sentences[reading.sentenceOf[first]].tokens
    // Nearly always no list goes on in front: look before the parts are copied.
    guard joint(endingAt: first, from: sentence.lowerBound) != nil else { return [] }
    var parts = match.parts[0]
    if let member {
      parts = match.parts[member]
      parts.month = parts.month ?? match.parts[2].month ?? match.parts[0].month
      parts.year = parts.year ?? match.parts[0].year
      parts.shift = parts.shift ?? match.parts[0].shift
      parts.unit = parts.unit ?? match.parts[0].unit
    }
    var probe = match
    probe.parts[0] = parts
    guard let slot = sharedSlot(probe, at: first, endsAt: nil), !(slot == .month && parts.day != nil) else {
      return []
    }
    if slot == .year, parts.month != nil || parts.day != nil { return [] }
    if slot == .weekday, parts.day != nil || parts.partOfDay != nil { return [] }
    var members: [ChosenExpression] = []
    var next = number(parts, slot) ?? 0
    while members.count < Self.mostMembers {
      guard let joint = joint(endingAt: first, from: sentence.lowerBound),
        let fill = listMember(slot, endingAt: joint, from: sentence.lowerBound)
      else { break }
      if case .integer(let value) = fill.fill.fact {
        // Days and years of a list ascend; "7, 200 people" does not become a day.
        if slot == .day || slot == .year, value >= next { break }
        next = value
      }
      var single = match
      single.parts[0] = parts
      single.parts[0].modifier = nil
      fill.fill.apply(to: &single.parts[0])
      single.tokens = fill.token..<joint
      for token in single.tokens { taken[token] = true }
      members.append(ChosenExpression(match: single, member: 0, tokens: single.tokens))
      first = fill.token
    }
    return members
  }

  private mutating func behind(_ match: TemporalMatch) -> [ChosenExpression] {
    let sentence = reading.text.sentences[reading.sentenceOf[match.tokens.lowerBound]].tokens
    guard let last = match.tokens.last,
      let slot = sharedSlot(match, at: last, endsAt: match.tokens.upperBound),
      slot == .month || slot == .weekday
        || slot == .weekdaySet, match.parts[0].day == nil, match.tokens.count == 1
    else { return [] }
    var at = match.tokens.upperBound
    var members: [ChosenExpression] = []
    while members.count < Self.mostMembers, at < sentence.upperBound {
      var start = at
      if reading.isSign(at, ",") {
        start = at + 1
      } else if let (found, isJoint) = reading.longest(
        at: at,
        { knowledge -> Bool? in
          if case .calendar(let word) = knowledge, word.kind == .joint { return true }
          return nil
        }), isJoint
      {
        start = found.tokens.upperBound
      } else {
        break
      }
      guard start < sentence.upperBound, !taken[start],
        let fill = fills.at(start).first(where: { $0.slot == slot && $0.tokens == 1 })
      else { break }
      if case .pair = fill.fact { break }
      var single = match
      fill.apply(to: &single.parts[0])
      single.tokens = start..<(start + 1)
      taken[start] = true
      members.append(ChosenExpression(match: single, member: 0, tokens: single.tokens))
      at = start + 1
    }
    return members
  }

  /// Where the sign or word that joins two members begins, if one ends at a token.
  private func joint(endingAt token: Int, from lower: Int) -> Int? {
    guard token > lower else { return nil }
    if reading.isSign(token - 1, ",") { return token - 1 }
    var start = token - 1
    while start >= lower, token - start <= 2 {
      for match in reading.matches(at: start, .calendar) where match.tokens.upperBound == token {
        if case .calendar(let word) = reading.knowledge(match), word.kind == .joint {
          return start > lower && reading.isSign(start - 1, ",") ? start - 1 : start
        }
      }
      start -= 1
    }
    return nil
  }

  private func listMember(
    _ slot: DatePattern.Slot, endingAt end: Int, from lower: Int
  ) -> (token: Int, fill: SlotFill)? {
    for count in 1...3 where end - count >= lower && !taken[end - count] {
      for fill in fills.at(end - count) where fill.slot == slot && fill.tokens == count {
        if case .integer = fill.fact {
          // "No 7" and "$15" are no days.
          if slot == .day, end - count > lower, reading.text.tokens[end - count - 1].kind == .symbol {
            continue
          }
          return (end - count, fill)
        }
      }
    }
    return nil
  }

  // MARK: Quantities

  /// In "more than a year earlier" a number is compared with that of the year before.
  private func isComparison(_ quantity: String, _ match: TemporalMatch) -> Bool {
    guard quantity.hasSuffix("_THAN"), let step = match.parts[0].direction else { return false }
    return step.isFromText && step.count < 0 && (match.parts[0].number ?? 1) == 1
  }

  private mutating func withQuantity(_ match: TemporalMatch, _ pattern: DatePattern) -> ChosenExpression {
    var expression = ChosenExpression(match: match, member: nil, tokens: match.tokens)
    let counts =
      pattern.type == "DURATION" || pattern.operation == .offset || pattern.operation == .ahead
      || pattern.operation == .time && match.parts[0].hour != nil
    guard counts, match.parts[0].modifier == nil else { return expression }
    let first = match.tokens.lowerBound
    // "over the past year" says no quantity.
    if reading.has(at: first, .definite) { return expression }
    let sentence = reading.text.sentences[reading.sentenceOf[first]].tokens
    var start = first - 1
    while start >= sentence.lowerBound, first - start <= 4, !taken[start] {
      for fill in fills.at(start) where fill.slot == .quantity && start + fill.tokens == first {
        guard case .text(let value) = fill.fact, !isComparison(value, match) else { continue }
        expression.quantity = value
        expression.tokens = start..<match.tokens.upperBound
      }
      start -= 1
    }
    let end = match.tokens.upperBound
    guard expression.quantity == nil, end < sentence.upperBound, !taken[end] else { return expression }
    if let (found, value) = reading.longest(
      at: end, .calendar,
      { knowledge -> String? in
        if case .calendar(let word) = knowledge, word.kind == .quantityAfter { return word.value }
        return nil
      })
    {
      expression.quantity = value
      expression.tokens = match.tokens.lowerBound..<found.tokens.upperBound
    }
    return expression
  }
}
