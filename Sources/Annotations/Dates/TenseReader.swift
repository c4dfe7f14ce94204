import DatelineLexicon
import DatelineText

/// Reads the tense of the clause that an expression stands in.
struct TenseReader {
  let reading: LexicalReading
  /// Tokens looked at on either side: longer sentences are not one clause anyway.
  private static let reach = 24
  /// A comma between an expression and a verb counts as so many words.
  private static let boundary = 7
  /// A word that only ends like a verb in a tense, or may be a participle, counts as that much farther: in
  /// "will be opened" and "will be held" the auxiliary decides.
  private static let weak = 4

  /// The tense that the nearest mark shows; nil if none is near.
  ///
  /// - Parameter isWeekday: a word right in front of a day of the week may decide ("for Friday").
  /// - Complexity: O(1): at most twice `reach` tokens are looked at.
  func tense(around tokens: Range<Int>, isWeekday: Bool = false) -> Tense? {
    guard let first = tokens.first else { return nil }
    let sentence = reading.text.sentences[reading.sentenceOf[first]].tokens
    if isWeekday, first > sentence.lowerBound, let mark = reading.words[first - 1].tense, mark.place == .front
    {
      return mark.tense
    }
    var best: (cost: Int, tense: Tense?)?
    func look(_ range: some Sequence<Int>, penalty: Int) {
      var cost = penalty
      for token in range {
        if reading.text.tokens[token].kind != .word {
          if isBoundary(token) { cost += Self.boundary }
          cost += 1
        } else {
          cost += 1
          if let best, best.cost <= cost { return }
          if let mark = reading.words[token].tense, counts(mark, at: token, sentence) {
            let full = mark.isWeak ? cost + Self.weak : cost
            if full < best?.cost ?? .max { best = (full, mark.tense) }
            if !mark.isWeak { return }
          }
        }
      }
    }
    // Where the verb ends the clause, the one before belongs to another.
    let verbLast = reading.lexicon.profile.verbLast
    look(
      tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + Self.reach),
      penalty: verbLast ? 0 : 1)
    look(
      (max(sentence.lowerBound, first - Self.reach)..<first).reversed(), penalty: verbLast ? 12 : 0)
    return best?.tense ?? reading.lexicon.tenseMarks.unmarked
  }

  private func counts(_ mark: TenseMarks.Mark, at token: Int, _ sentence: Range<Int>) -> Bool {
    switch mark.place {
    case .anywhere: true
    case .end: endsClause(token, sentence)
    case .front: false
    }
  }

  /// Whether a sign or nothing follows a word.
  private func endsClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token + 1 >= sentence.upperBound || reading.text.tokens[token + 1].kind != .word
  }

  private func isBoundary(_ token: Int) -> Bool {
    let range = reading.text.tokens[token].range
    let bytes = reading.text.bytes
    let first = bytes[range.lower]
    if range.count == 1 { return Self.boundaries.contains(first) }
    // – — “ ” „
    if range.count == 3, first == 0xE2, bytes[range.lower + 1] == 0x80 {
      return [0x93, 0x94, 0x9C, 0x9D, 0x9E].contains(bytes[range.lower + 2])
    }
    // « »
    return range.count == 2 && first == 0xC2 && [0xAB, 0xBB].contains(bytes[range.lower + 1])
  }

  private static let boundaries = Array(",;:()\"".utf8)
}
