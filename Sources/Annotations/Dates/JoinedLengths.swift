import DatelineLexicon

/// Lengths of time said in several units become one: "5 years 1 month 12 days", «2 недели и 2 дня назад».
struct JoinedLengths {
  let reading: LexicalReading
  let patterns: [DatePattern]

  /// Units from the longest to the shortest.
  private static let order = ["CENT", "DEC", "Y", "H", "Q", "M", "W", "D", "TH", "TM", "TS"]

  /// The matches with those joined that are members of one length.
  ///
  /// - Parameter matches: in order, none overlapping another.
  /// - Complexity: O(matches).
  func joined(_ matches: [TemporalMatch]) -> [TemporalMatch] {
    var result: [TemporalMatch] = []
    result.reserveCapacity(matches.count)
    var at = 0
    while at < matches.count {
      var whole = matches[at]
      var next = at + 1
      var hasComma = false
      if var lengths = members(whole), !endsWithDirection(whole) {
        let isCounted = patterns[whole.pattern].operation == .offset
        while next < matches.count, let more = members(matches[next]),
          !isCounted || patterns[matches[next].pattern].operation != .offset,
          let joint = joint(whole.tokens.upperBound, matches[next].tokens.lowerBound),
          descends(lengths + more), isAlone(whole) || !endsWithDirection(matches[next])
        {
          hasComma = hasComma || joint == .comma
          lengths += more
          var last = matches[next]
          last.tokens = whole.tokens.lowerBound..<last.tokens.upperBound
          last.items += whole.items
          let isEnd = endsWithDirection(last)
          // What shifts or counts the whole stands in its first or in its last member.
          if !isEnd { (last.pattern, last.parts) = (whole.pattern, whole.parts) }
          last.parts = [last.parts[0]] + lengths
          whole = last
          next += 1
          if isEnd { break }
        }
        // Two lengths beside a comma are two; three in falling units are one.
        if hasComma, lengths.count < 3, !endsWithDirection(whole) { (whole, next) = (matches[at], at + 1) }
      }
      result.append(whole)
      at = next
    }
    return result
  }

  /// The members of a length, or of one that is counted from somewhere; nil for anything else.
  private func members(_ match: TemporalMatch) -> [TemporalParts]? {
    switch patterns[match.pattern].operation {
    case .duration, .offset, .sum: break
    default: return nil
    }
    let several = match.parts.dropFirst().filter { $0.unit != nil }
    let members = several.isEmpty ? [match.parts[0]] : Array(several)
    let areKnown = members.allSatisfy { part in
      part.unit.map(Self.order.contains) ?? false && !(part.number ?? 1).isNaN
    }
    return areKnown ? members : nil
  }

  /// Whether a length is counted from somewhere by a word behind it: "ago", where nothing can follow.
  private func endsWithDirection(_ match: TemporalMatch) -> Bool {
    guard patterns[match.pattern].operation == .offset, let last = match.tokens.last else { return false }
    return reading.has(at: last) {
      if case .calendar(let word) = $0 { word.kind == .direction } else { false }
    }
  }

  /// Whether nothing stands before a length that belongs to it: "the last 3 months and" is no part of "2 days ago".
  private func isAlone(_ match: TemporalMatch) -> Bool {
    match.parts.contains { $0.extent?.lowerBound == match.tokens.lowerBound }
  }

  private func descends(_ members: [TemporalParts]) -> Bool {
    let places = members.map { part in part.unit.flatMap(Self.order.firstIndex) ?? Self.order.count }
    return zip(places, places.dropFirst()).allSatisfy(<)
  }

  private enum Joint { case none, comma, word }

  /// What stands between two members: nothing, a comma, or a word such as "and".
  private func joint(_ end: Int, _ start: Int) -> Joint? {
    if end == start { return Joint.none }
    if reading.isSign(end, ",") {
      if start == end + 1 { return .comma }
      return isJoint(end + 1, start) ? .comma : nil
    }
    return isJoint(end, start) ? .word : nil
  }

  private func isJoint(_ end: Int, _ start: Int) -> Bool {
    reading.matches(at: end).contains { match in
      guard match.tokens.upperBound == start, case .calendar(let word) = reading.knowledge(match) else {
        return false
      }
      return word.kind == .joint && word.value == Self.sum
    }
  }

  /// The value of a word that joins what belongs together, as "and" does and "or" does not.
  private static let sum = "+"
}
