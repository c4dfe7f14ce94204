import DatelineDocuments
import DatelineLexicon
import DatelineText

/// Finds temporal expressions by the patterns of a language and says what they mean.
package struct DateTagger: Sendable {
  private let matcher: PatternMatcher
  private let patterns: [DatePattern]
  private let writesSmall: Bool

  package init(_ lexicon: Lexicon) {
    matcher = PatternMatcher(lexicon)
    patterns = lexicon.datePatterns
    writesSmall = NamesLikeDates.writesSmall(lexicon)
  }

  /// The temporal expressions of a text, in order, none overlapping another.
  ///
  /// - Complexity: O(tokens + expressions · log expressions).
  package func dates(in reading: LexicalReading, published: CalendarDate?) -> [DateAnnotation] {
    let fits = matcher.fits(in: reading)
    guard !fits.list.isEmpty else { return [] }
    let resolver = DateResolver(reference: published)
    var selection = MatchSelection(
      reading: reading, patterns: patterns, resolver: resolver,
      names: NamesLikeDates(reading: reading, writesSmall: writesSmall))
    let chosen = JoinedLengths(reading: reading, patterns: patterns).joined(selection.choose(fits))
    let expressions = ExpressionExtension(
      reading: reading, fills: fits.fills, patterns: patterns, taken: selection.taken
    ).extended(chosen)
    return DateNarrative(reading: reading, patterns: patterns, resolver: resolver).annotations(expressions)
  }
}

/// An expression that was chosen, with what it takes from the text.
struct ChosenExpression {
  var match: TemporalMatch
  /// Which end of a list it is: nil for what is none.
  var member: Int?
  /// The tokens of this member, or of the whole.
  var tokens: Range<Int>
  /// A quantity before or behind it.
  var quantity: String?
}

/// Of all the fits of patterns, those that stay.
struct MatchSelection {
  let reading: LexicalReading
  let patterns: [DatePattern]
  let resolver: DateResolver
  let names: NamesLikeDates
  /// Tokens that belong to an expression, or to what looks like one and is none.
  private(set) var taken: [Bool] = []

  init(reading: LexicalReading, patterns: [DatePattern], resolver: DateResolver, names: NamesLikeDates) {
    (self.reading, self.patterns, self.resolver, self.names) = (reading, patterns, resolver, names)
  }

  /// The longest first; of equals the one with more items, then the order of the file.
  mutating func choose(_ fits: PatternFits) -> [TemporalMatch] {
    taken = [Bool](repeating: false, count: reading.text.tokens.count)
    let list = fits.list
    let order = list.indices.sorted { a, b in
      let (x, y) = (list[a].tokens, list[b].tokens)
      if x.count != y.count { return x.count > y.count }
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      if list[a].items != list[b].items { return list[a].items > list[b].items }
      return list[a].pattern != list[b].pattern ? list[a].pattern < list[b].pattern : a < b
    }
    var chosen: [TemporalMatch] = []
    for index in order {
      let fit = list[index]
      if fit.tokens.contains(where: { taken[$0] }) || isPartOfName(fit.tokens) { continue }
      let match = fits.match(fit)
      if names.isName(match) { continue }
      if patterns[match.pattern].type == "TIME", TemporalHabit.isWeekly(match, in: reading) { continue }
      if isPartOfLongerName(match) || patterns[match.pattern].operation == .nothing {
        // "the Good Friday Agreement" holds no Friday either.
        for token in match.tokens { taken[token] = true }
        continue
      }
      guard isSense(match) else {
        // 31 February is no day, and neither is what is left of it.
        if isImpossibleDay(match) { for token in match.tokens { taken[token] = true } }
        continue
      }
      for token in match.tokens { taken[token] = true }
      chosen.append(match)
    }
    return chosen.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isSense(_ match: TemporalMatch) -> Bool {
    let operation = patterns[match.pattern].operation
    if operation == .list {
      return match.parts[1].extent != nil && match.parts[2].extent != nil
        && resolver.list(match, TemporalScene()) != nil
    }
    if operation == .period { return true }
    return resolver.value(of: match, operation: operation) != nil
  }

  private func isImpossibleDay(_ match: TemporalMatch) -> Bool {
    guard patterns[match.pattern].operation == .date || patterns[match.pattern].operation == .time else {
      return false
    }
    let parts = match.parts[0]
    guard let day = parts.day, let month = parts.month, let year = parts.year ?? Optional(2000)
    else { return false }
    return CalendarDate(year: year, month: month, day: day) == nil
  }

  /// "EXPO-2017", "law 12-2019": what a hyphen ties to a word or to figures before it belongs to a name.
  private func isPartOfName(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, first > 0 else { return false }
    if tokens.count == 1, isNamed(first) { return true }
    if isPartOfNumber(tokens) { return true }
    guard first > 1 else { return false }
    let sign = reading.text.tokens[first - 1]
    let tied = !reading.text.tokens[first].shape.contains(.spaceBefore) && !sign.shape.contains(.spaceBefore)
    guard tied && reading.isDash(first - 1) else { return false }
    let before = reading.text.tokens[first - 2].kind
    return before == .word || before == .number && (isFigures(tokens) || tokens.count == 1)
  }

  /// "2010-2015-86": figures that a hyphen ties to more of them are those of a telephone or a file.
  private func isPartOfNumber(_ tokens: Range<Int>) -> Bool {
    let (all, end) = (reading.text.tokens, tokens.upperBound)
    return tokens.count == 3 && end + 1 < all.count && isFigures(tokens) && reading.isDash(end)
      && !all[end].shape.contains(.spaceBefore) && all[end + 1].kind == .number
      && !all[end + 1].shape.contains(.spaceBefore)
  }

  /// Whether nothing but figures and hyphens stands there: "2010-2015".
  private func isFigures(_ tokens: Range<Int>) -> Bool {
    tokens.count == 3
      && tokens.allSatisfy { reading.text.tokens[$0].kind == .number || reading.isDash($0) }
  }
}
