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
          at: at, .number,
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
    let folded = reading.words[token].folded
    guard reading.text.tokens[token].kind == .word, folded.count <= 16, let first = folded.first,
      Self.isDigit(first)
    else { return nil }
    let digits = folded.prefix { Self.isDigit($0) || $0 == Self.point || $0 == Self.comma }
    let multiplier = reading.lexicon.knowledge(of: Array(folded[digits.count...])) {
      if case .number(let known) = $0, known.kind == .multiplier { known.value } else { nil }
    }
    guard let multiplier, let value = figures(digits) else { return nil }
    return value * multiplier
  }

  /// The value of a token of figures, by the decimal sign of the language.
  func figures(_ token: Int) -> Double? {
    let range = reading.text.tokens[token].range
    return figures(reading.text.bytes[range.lower..<range.upper])
  }

  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
  /// What may stand between groups of three figures beside a space: the no-break spaces, wide and narrow, and ’.
  private static let gaps: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x99]]
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func figures(_ text: ArraySlice<UInt8>) -> Double? {
    guard text.count <= 24 else { return nil }
    // A year, a day, a count: nearly all.
    if text.count <= 15, text.allSatisfy(Self.isDigit) {
      return text.isEmpty ? nil : Double(text.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    // One separator with other than three figures behind it is a decimal sign whatever the language says.
    let decimal = reading.lexicon.profile.decimal.utf8.first
    let isSeparator: (UInt8) -> Bool = { $0 == Self.point || $0 == Self.comma }
    let lone = text.count(where: isSeparator) == 1 ? text.lastIndex(where: isSeparator) : nil
    let isLoneDecimal = lone.map { text.endIndex - $0 != 4 } ?? false
    var plain = ""
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      at += 1
      if Self.isDigit(byte) {
        plain.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte == decimal || at - 1 == lone && isLoneDecimal {
        plain.append(".")
      } else if byte >= 0x80 {
        guard let gap = Self.gaps.first(where: { text[(at - 1)...].starts(with: $0) }) else { return nil }
        at += gap.count - 1
      } else if !isSeparator(byte), byte != 0x27, byte != 0x20 {
        return nil
      }
    }
    return Double(plain)
  }
}
