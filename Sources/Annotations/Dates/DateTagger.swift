import DatelineDocuments
import DatelineLexicon
import DatelineText

/// Finds temporal expressions by the patterns of a language and says what they mean.
package struct DateTagger: Sendable {
  private let matcher: PatternMatcher
  private let patterns: [DatePattern]

  package init(_ lexicon: Lexicon) {
    matcher = PatternMatcher(lexicon)
    patterns = lexicon.datePatterns
  }

  /// The temporal expressions of a text, in order, none overlapping another.
  package func dates(in reading: LexicalReading, published: CalendarDate?) -> [DateAnnotation] {
    let resolver = DateResolver(reference: published)
    var candidates: [(match: TemporalMatch, values: [(Range<Int>, TemporalValue)])] = []
    for match in matcher.matches(in: reading) {
      let values = values(of: match, resolver)
      if !values.isEmpty { candidates.append((match, values)) }
    }
    // The longest wins; of equals the first found, which keeps the order of the file.
    let order = candidates.indices.sorted { a, b in
      let (x, y) = (candidates[a].match.tokens, candidates[b].match.tokens)
      if x.count != y.count { return x.count > y.count }
      let (m, n) = (candidates[a].match.items, candidates[b].match.items)
      if x == y, m != n { return m > n }
      return x.lowerBound != y.lowerBound ? x.lowerBound < y.lowerBound : a < b
    }
    var taken = [Bool](repeating: false, count: reading.text.tokens.count)
    var chosen: [DateAnnotation] = []
    for index in order {
      let (match, values) = candidates[index]
      if match.tokens.contains(where: { taken[$0] }) || isPartOfName(match.tokens, reading) { continue }
      for token in match.tokens { taken[token] = true }
      let pattern = patterns[match.pattern]
      for (tokens, value) in values {
        chosen.append(
          DateAnnotation(
            range: reading.range(tokens), type: pattern.type, value: value.value,
            start: value.start?.description, end: value.end?.description, anchor: value.anchor,
            rule: reading.lexicon.code + "." + pattern.name))
      }
    }
    return chosen.sorted { $0.range < $1.range }
  }

  /// What a match means: one value, or one for each member of a list ("8.
  ///
  /// und 9. Juni").
  private func values(
    of match: TemporalMatch, _ resolver: DateResolver
  ) -> [(Range<Int>, TemporalValue)] {
    let operation = patterns[match.pattern].operation
    guard operation == .list, let first = match.parts[1].extent, let second = match.parts[2].extent else {
      return resolver.value(of: match, operation: operation).map { [(match.tokens, $0)] } ?? []
    }
    guard let (one, other) = resolver.list(match) else { return [] }
    return [
      (match.tokens.lowerBound..<first.upperBound, one), (second.lowerBound..<match.tokens.upperBound, other),
    ]
  }

  /// "EXPO-2017", "Agenda 2030": a lone year right after a capitalised word without a preposition between
  /// belongs to a name only where a hyphen ties it.
  private func isPartOfName(_ tokens: Range<Int>, _ reading: LexicalReading) -> Bool {
    guard let first = tokens.first, first > 1 else { return false }
    let sign = reading.text.tokens[first - 1]
    let tied = !reading.text.tokens[first].shape.contains(.spaceBefore) && !sign.shape.contains(.spaceBefore)
    return tied && reading.isDash(first - 1) && reading.text.tokens[first - 2].kind == .word
  }
}
