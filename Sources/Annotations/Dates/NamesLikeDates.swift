import DatelineLexicon
import DatelineText

/// Tells names that look like dates from dates: «Тамыз Дүйсенов», «Сто лет одиночества».
struct NamesLikeDates {
  let reading: LexicalReading
  /// Whether the language writes its months small, so that a capital shows a name.
  let writesSmall: Bool

  /// Words of a quoted title, at most: longer quotations are what somebody said.
  private static let longestTitle = 6
  private static let opening: [Unicode.Scalar] = ["«", "“", "„", "‘"]
  private static let closing: [Unicode.Scalar] = ["»", "”", "“", "’"]

  /// Whether a language writes the months with small letters.
  ///
  /// - Complexity: O(entries): to be asked once a language.
  static func writesSmall(_ lexicon: Lexicon) -> Bool {
    for entry in lexicon.entries {
      if case .calendar(let word) = entry.knowledge, word.kind == .month {
        return entry.form.first?.isLowercase ?? false
      }
    }
    return false
  }

  /// Whether what a pattern fits is part of a name.
  ///
  /// - Complexity: O(1): a few tokens on either side are looked at.
  func isName(_ match: TemporalMatch) -> Bool {
    isTitle(match) || (writesSmall && isCapitalised(match))
  }

  /// A month, weekday or season alone with a capital in the middle of a sentence.
  private func isCapitalised(_ match: TemporalMatch) -> Bool {
    guard match.tokens.count == 1, let token = match.tokens.first else { return false }
    let parts = match.parts[0]
    guard parts.month != nil || parts.weekday != nil || parts.season != nil,
      parts.day == nil, parts.year == nil,
      reading.text.tokens[token].shape.contains(.initialCapital),
      !reading.text.tokens[token].shape.contains(.allCapitals)
    else { return false }
    return !startsSentence(token)
  }

  /// Nothing but signs stands before it, or a sign behind which a sentence may begin.
  private func startsSentence(_ token: Int) -> Bool {
    let lower = reading.text.sentences[reading.sentenceOf[token]].tokens.lowerBound
    guard token > lower else { return true }
    let before = token - 1
    if isSign(before, Self.opening) || reading.isSign(before, "\"") { return true }
    if reading.isSign(before, ":") || reading.isSign(before, ".") { return true }
    if reading.isDash(before) { return before == lower || reading.text.tokens[before - 1].kind != .word }
    return !(lower..<token).contains { reading.text.tokens[$0].kind == .word }
  }

  /// Within the quotation marks of a title: a few words that begin with a capital or a figure and are no
  /// sentence.
  private func isTitle(_ match: TemporalMatch) -> Bool {
    guard let first = match.tokens.first else { return false }
    let sentence = reading.text.sentences[reading.sentenceOf[first]].tokens
    var open = first - 1
    while open >= sentence.lowerBound, first - open <= Self.longestTitle {
      if isSign(open, Self.opening) { break }
      guard isInside(open) else { return false }
      open -= 1
    }
    guard open >= sentence.lowerBound, first - open <= Self.longestTitle else { return false }
    var close = match.tokens.upperBound
    while close < sentence.upperBound, close - open <= Self.longestTitle + 1 {
      if isSign(close, Self.closing) { break }
      guard isInside(close) else { return false }
      close += 1
    }
    guard close < sentence.upperBound, close - open <= Self.longestTitle + 1 else { return false }
    let head = reading.text.tokens[open + 1]
    guard head.kind == .number || head.shape.contains(.initialCapital) || head.shape.contains(.hasDigit)
    else {
      return false
    }
    // «Завтра», – сказал он.
    return !(reading.isSign(close + 1, ",") && reading.isDash(close + 2))
  }

  private func isSign(_ token: Int, _ signs: [Unicode.Scalar]) -> Bool {
    reading.sign(at: token).map { signs.contains($0) } ?? false
  }

  private func isInside(_ token: Int) -> Bool {
    let kind = reading.text.tokens[token].kind
    return kind == .word || kind == .number || reading.isDash(token)
  }
}
