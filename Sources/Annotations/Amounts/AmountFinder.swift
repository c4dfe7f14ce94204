import DatelineLexicon
import DatelineText

/// Finds sums of money: a number beside a word or sign for a currency.
struct AmountFinder {
  let reading: LexicalReading

  /// The sums of a text, in order.
  func amounts() -> [AmountAnnotation] {
    var found: [AmountAnnotation] = []
    let numbers = NumberReader(reading: reading)
    var token = 0
    while token < reading.text.tokens.count {
      if mayBegin(at: token), let (amount, end) = amount(at: token, numbers) {
        found.append(amount)
        token = end
      } else {
        token += 1
      }
    }
    return found
  }

  /// Whether a sum of money could begin at a token: what nearly every word answers with no.
  private func mayBegin(at token: Int) -> Bool {
    reading.has(at: token, .number) || reading.has(at: token, .currency)
      || reading.text.tokens[token].kind == .number
      || reading.text.tokens[token].shape.contains(.hasDigit)
  }

  private func amount(at token: Int, _ numbers: NumberReader) -> (AmountAnnotation, Int)? {
    if let (match, word) = currency(at: token, where: { $0.mayPrecede }),
      let (value, count) = numbers.number(at: match.tokens.upperBound),
      startsWithFigures(match.tokens.upperBound)
    {
      return made(token..<(match.tokens.upperBound + count), value, word.code)
    }
    guard let (value, count) = numbers.number(at: token) else { return nil }
    // «2 млрд. тенге»: the full stop of an abbreviation may stand alone.
    var next = token + count
    if reading.isSign(next, "."), !reading.text.tokens[next].shape.contains(.spaceBefore) { next += 1 }
    // "millions of euros", «миллионов долларов США»: one small word may stand between.
    for skip in 0...1 {
      guard next + skip < reading.text.tokens.count else { break }
      if skip == 1, !reading.has(at: next, { if case .connector(.organisation) = $0 { true } else { false } })
      {
        break
      }
      if let (match, word) = currency(at: next + skip, where: { $0.mayFollow }) {
        return made(token..<match.tokens.upperBound, value, word.code)
      }
    }
    return nil
  }

  private func startsWithFigures(_ token: Int) -> Bool {
    reading.text.tokens.indices.contains(token)
      && (reading.text.tokens[token].kind == .number || reading.string(token).first?.isNumber ?? false)
  }

  private func currency(
    at token: Int, where fits: (CurrencyWord) -> Bool
  ) -> (match: LexicalMatch, value: CurrencyWord)? {
    reading.longest(at: token, .currency) { knowledge in
      if case .currency(let word) = knowledge, fits(word) { return word }
      return nil
    }
  }

  private func made(_ tokens: Range<Int>, _ value: Double, _ code: String) -> (AmountAnnotation, Int) {
    (AmountAnnotation(range: reading.range(tokens), value: value, currency: code), tokens.upperBound)
  }
}
