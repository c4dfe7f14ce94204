import DatelineLexicon
import DatelineText

/// Reads numbers in figures and words.
struct NumberReader {
  let reading: LexicalReading

  /// The number that starts at a token and the tokens it takes: "1,5 Mrd.", "twenty-five", «екі миллион».
  ///
  /// - Returns: nil where there is none. At most eight tokens are read.
  func number(at token: Int) -> (value: Double, tokens: Int)? {
    guard reading.text.tokens.indices.contains(token) else { return nil }
    var total = 0.0
    var current = 0.0
    var at = token
    var seen = false
    while at < reading.text.tokens.count, at - token < 8 {
      if !seen, let value = glued(at) { return (value, at + 1 - token) }
      if reading.text.tokens[at].kind == .number {
        guard !seen, let value = figures(at) else { break }
        current = value
        seen = true
        at += 1
        continue
      }
      guard
        let (match, word) = reading.longest(
          at: at,
          { knowledge -> NumberWord? in
            if case .number(let word) = knowledge, ![.ordinal, .vague, .head].contains(word.kind) {
              return word
            }
            return nil
          })
      else { break }
      switch word.kind {
      case .cardinal:
        // "five" after "twenty" adds; after figures a cardinal word begins another number.
        if seen, current.truncatingRemainder(dividingBy: 10) != 0 || word.value >= current, current != 0 {
          if word.value >= 100, current > 0, current < word.value {
            current *= word.value
          } else if current >= 100, word.value < 100 {
            current += word.value
          } else {
            return seen ? (total + current, at - token) : nil
          }
        } else {
          current += word.value
        }
      case .multiplier:
        if !seen { current = 1 }
        if word.value >= 1000 {
          total += current * word.value
          current = 0
        } else {
          current *= word.value
        }
      case .fraction: current = seen ? current + word.value : word.value
      case .ordinal, .vague, .head: break
      }
      seen = true
      at = match.tokens.upperBound
    }
    return seen ? (total + current, at - token) : nil
  }

  /// "200m", "3.5bn": figures and a multiplier in one token.
  private func glued(_ token: Int) -> Double? {
    let text = reading.string(token)
    guard reading.text.tokens[token].kind == .word, text.first?.isNumber ?? false, text.utf8.count <= 16
    else { return nil }
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "," }
    let word = reading.lexicon.words.find(reading.lexicon.fold(String(text.dropFirst(digits.count))))
    guard word >= 0, let node = reading.lexicon.trie.next(0, word), let value = figures(String(digits)) else {
      return nil
    }
    for entry in reading.lexicon.trie.entries(at: node) {
      if case .number(let known) = reading.lexicon.entries[Int(entry)].knowledge, known.kind == .multiplier {
        return value * known.value
      }
    }
    return nil
  }

  /// The value of a token of figures, by the decimal sign of the language.
  func figures(_ token: Int) -> Double? { figures(reading.string(token)) }

  private func figures(_ text: String) -> Double? {
    let decimal = reading.lexicon.profile.decimal
    guard text.utf8.count <= 24 else { return nil }
    var plain = ""
    let separators = text.filter { $0 == "." || $0 == "," }
    // One separator with other than three figures behind it is a decimal sign whatever the language says.
    let lone: Character? = separators.count == 1 ? separators.first : nil
    let behind = lone.flatMap { sign in text.split(separator: sign).last?.count } ?? 0
    for character in text {
      if character.isASCII, character.isNumber {
        plain.append(character)
      } else if character == decimal || (character == lone && behind != 3) {
        plain.append(".")
      } else if ".,' \u{A0}\u{202F}’".contains(character) {
        continue
      } else {
        return nil
      }
    }
    return Double(plain)
  }
}
