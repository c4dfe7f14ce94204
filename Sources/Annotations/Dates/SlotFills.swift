import DatelineDocuments
import DatelineLexicon
import DatelineText

/// Finds what slots of date patterns can take at a token.
struct SlotFiller {
  let reading: LexicalReading

  /// All that slots can take at a token, each with the number of tokens it needs.
  func fills(at token: Int) -> [SlotFill] {
    var fills: [SlotFill] = []
    for match in reading.matches(at: token) {
      switch reading.knowledge(match) {
      case .calendar(let word): if let fill = calendar(word, match.tokens.count) { fills.append(fill) }
      case .number(let word) where word.kind == .ordinal:
        ordinal(Int(word.value), match.tokens.count, &fills)
      default: break
      }
    }
    let folded = reading.folded[token]
    guard !folded.isEmpty else { return fills }
    if isDigit(folded[0]) {
      figures(at: token, folded, &fills)
    } else if let roman = Self.roman(reading.string(token)) {
      fills.append(SlotFill(slot: .roman, tokens: 1) { $0.number = Double(roman) })
    }
    if folded[0] == UInt8(ascii: "'"), folded.count == 3 || folded.count == 1 {
      shortYear(at: token, folded, &fills)
    }
    if let (value, count) = NumberReader(reading: reading).number(at: token) {
      fills.append(SlotFill(slot: .number, tokens: count) { $0.number = value })
    }
    return fills
  }

  /// The two months of a word such as "January-May" or «январе-мае».
  func monthPair(at token: Int) -> (Int, Int)? {
    let bytes = reading.folded[token]
    guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen > 2, bytes.count - hyphen > 3,
      let first = month(Array(bytes[..<hyphen])), let last = month(Array(bytes[(hyphen + 1)...]))
    else { return nil }
    return (first, last)
  }

  /// The month that a folded word names in some form.
  private func month(_ bytes: [UInt8]) -> Int? {
    var found = listedMonth(bytes)
    if found == nil {
      reading.lexicon.endings.strip(bytes, kinds: [.noun]) {
        if found == nil { found = listedMonth($0.bytes) }
      }
    }
    return found
  }

  private func listedMonth(_ bytes: [UInt8]) -> Int? {
    let lexicon = reading.lexicon
    let word = lexicon.words.find(bytes)
    guard word >= 0, let node = lexicon.trie.next(0, word) else { return nil }
    for entry in lexicon.trie.entries(at: node) {
      if case .calendar(let known) = lexicon.entries[Int(entry)].knowledge, known.kind == .month {
        return Int(known.value)
      }
    }
    return nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func calendar(_ word: CalendarWord, _ tokens: Int) -> SlotFill? {
    let value = word.value
    let number = Int(value.replacing("−", with: "-").replacing("+", with: ""))
    func fill(_ slot: DatePattern.Slot, _ apply: @escaping @Sendable (inout TemporalParts) -> Void)
      -> SlotFill
    {
      SlotFill(slot: slot, tokens: tokens, apply: apply, name: value)
    }
    switch word.kind {
    case .month: return fill(.month) { $0.month = number }
    case .weekday: return fill(.weekday) { $0.weekday = number }
    case .season: return fill(.season) { $0.season = value }
    case .unit: return fill(.unit) { $0.unit = value }
    case .half: return fill(.half) { $0.half = number }
    case .quarter: return fill(.quarter) { $0.quarter = number }
    case .shift: return fill(.shift) { $0.shift = number }
    case .direction:
      let sign = value.hasPrefix("-") || value.hasPrefix("−") ? -1 : 1
      return fill(.direction) { $0.direction = sign }
    case .modifier: return fill(.modifier) { $0.modifier = value }
    case .partOfDay: return fill(.partOfDay) { $0.partOfDay = value }
    case .holiday: return fill(.holiday) { $0.holiday = value }
    case .reference: return fill(.reference) { $0.reference = value }
    case .relativeDay: return fill(.relativeDay) { $0.relative = number }
    case .relativeYear: return fill(.relativeYear) { $0.relative = number }
    case .relativeMonth: return fill(.relativeMonth) { $0.relative = number }
    case .relativeWeek: return fill(.relativeWeek) { $0.relative = number }
    }
  }

  private func ordinal(_ value: Int, _ tokens: Int, _ fills: inout [SlotFill]) {
    if (1...31).contains(value) { fills.append(SlotFill(slot: .day, tokens: tokens) { $0.day = value }) }
    fills.append(SlotFill(slot: .ordinal, tokens: tokens) { $0.number = Double(value) })
    if (1...4).contains(value) {
      fills.append(SlotFill(slot: .quarter, tokens: tokens) { $0.quarter = value })
    }
    if (1...2).contains(value) { fills.append(SlotFill(slot: .half, tokens: tokens) { $0.half = value }) }
  }

  /// Tokens that begin with a figure.
  private func figures(at token: Int, _ folded: [UInt8], _ fills: inout [SlotFill]) {
    let digits = folded.prefix(while: isDigit)
    let rest = folded.dropFirst(digits.count)
    guard digits.count <= 4, let value = Int(String(decoding: digits, as: UTF8.self)) else { return }
    if rest.isEmpty {
      plainFigures(at: token, value, digits.count, &fills)
      return
    }
    if rest.first == UInt8(ascii: ":"), digits.count <= 2 {
      let minutes = Int(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self))
      if let minutes, value < 25, minutes < 60, rest.count == 3 || rest.count == 6 {
        var clock = SlotFill(slot: .hour, tokens: 1) {
          $0.hour = value
          $0.minute = minutes
        }
        clock.name = "clock"
        fills.append(clock)
      }
      return
    }
    if let date = WrittenDate(String(decoding: folded, as: UTF8.self), order: reading.lexicon.profile.order) {
      fills.append(
        SlotFill(slot: date.isMachine ? .iso : .numeric, tokens: 1) {
          $0.year = date.year
          $0.month = date.month
          $0.day = date.day
        })
      return
    }
    // "3rd", «21-і», «8-го», «2019-шы»: figures with the ending of an ordinal; "1990er", «90-е», "1990s".
    let letters = rest.first == UInt8(ascii: "-") ? rest.dropFirst() : rest
    guard !letters.isEmpty, letters.count <= 14, !letters.contains(where: isDigit) else { return }
    if rest.first == UInt8(ascii: "-") || reading.lexicon.endings.isEnding(letters, of: .number) {
      ordinal(value, 1, &fills)
      if digits.count == 4, (1000...2199).contains(value) {
        fills.append(SlotFill(slot: .year, tokens: 1) { $0.year = value })
      }
    } else if value % 10 == 0, digits.count == 4 || digits.count == 2, letters.count <= 3 {
      fills.append(SlotFill(slot: .decade, tokens: 1) { $0.year = value })
    }
  }

  private func plainFigures(at token: Int, _ value: Int, _ digits: Int, _ fills: inout [SlotFill]) {
    if digits <= 2, (1...31).contains(value) {
      fills.append(SlotFill(slot: .day, tokens: 1) { $0.day = value })
      // "19. September": an ordinal's full stop never ends the sentence.
      if reading.isSign(token + 1, "."), !reading.text.tokens[token + 1].shape.contains(.spaceBefore),
        token + 2 < reading.text.sentences[reading.sentenceOf[token]].tokens.upperBound
      {
        fills.append(SlotFill(slot: .day, tokens: 2) { $0.day = value })
        ordinal(value, 2, &fills)
      }
    }
    // «8-го», «21-і», «2030-му»: an ordinal's ending behind a hyphen.
    if digits <= 4, reading.isDash(token + 1), token + 2 < reading.text.tokens.count,
      !reading.text.tokens[token + 1].shape.contains(.spaceBefore),
      !reading.text.tokens[token + 2].shape.contains(.spaceBefore),
      reading.text.tokens[token + 2].kind == .word, reading.folded[token + 2].count <= 10,
      reading.lexicon.endings.isEnding(reading.folded[token + 2][...])
    {
      ordinal(value, 3, &fills)
      if digits == 4, (1000...2199).contains(value) {
        fills.append(SlotFill(slot: .year, tokens: 3) { $0.year = value })
      }
    }
    if digits <= 2, (1...12).contains(value) {
      fills.append(SlotFill(slot: .monthNumber, tokens: 1) { $0.month = value })
    }
    if digits <= 2, value <= 24 {
      fills.append(SlotFill(slot: .hour, tokens: 1) { $0.hour = value })
    }
    if digits == 2, value < 60 { fills.append(SlotFill(slot: .minute, tokens: 1) { $0.minute = value }) }
    if digits == 4, (1000...2199).contains(value) {
      fills.append(SlotFill(slot: .year, tokens: 1) { $0.year = value })
    }
    if digits == 2 {
      fills.append(
        SlotFill(slot: .shortYear, tokens: 1) {
          $0.year = Self.fullYear(value)
          $0.hasShortYear = true
        })
    }
    if digits == 1, (1...4).contains(value) {
      fills.append(SlotFill(slot: .quarter, tokens: 1) { $0.quarter = value })
      if value <= 2 { fills.append(SlotFill(slot: .half, tokens: 1) { $0.half = value }) }
    }
  }

  private func shortYear(at token: Int, _ folded: [UInt8], _ fills: inout [SlotFill]) {
    if folded.count == 3, let value = Int(String(decoding: folded.dropFirst(), as: UTF8.self)) {
      fills.append(SlotFill(slot: .shortYear, tokens: 1) { $0.year = Self.fullYear(value) })
    }
  }

  /// The year that two figures mean: 00–49 in this century, 50–99 in the last.
  static func fullYear(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

  /// The value of a Roman numeral in capitals, at most 39 (centuries, quarters, ordinals of events).
  static func roman(_ text: String) -> Int? {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "І": 1, "Х": 10]
    guard !text.isEmpty, text.count <= 7 else { return nil }
    var total = 0
    var previous = 0
    for character in text.reversed() {
      guard let value = values[character] else { return nil }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total > 0 ? total : nil
  }
}

/// A whole date in figures: `2017-10-03`, `03.10.2017`, `10/3/2017`, `03.10.17`.
struct WrittenDate {
  var year: Int
  var month: Int
  var day: Int
  /// Year first, as machines write it.
  var isMachine: Bool

  init?(_ text: String, order: LanguageProfile.DateOrder) {
    guard let sign = text.first(where: { "./-".contains($0) }) else { return nil }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { part in part.allSatisfy(\.isASCII) ? Int(part) : nil }
    guard numbers.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.count <= 4 }) else { return nil }
    if parts[0].count == 4 {
      (year, month, day, isMachine) = (numbers[0], numbers[1], numbers[2], true)
    } else {
      guard parts[2].count == 4 || parts[2].count == 2, parts[0].count <= 2, parts[1].count <= 2 else {
        return nil
      }
      year = parts[2].count == 2 ? SlotFiller.fullYear(numbers[2]) : numbers[2]
      // Full stops always mean day first; slashes follow the habit of the language.
      let monthFirst = sign == "/" && order == .mdy
      (month, day) = monthFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      if month > 12, day <= 12 { (month, day) = (day, month) }
      isMachine = false
    }
    guard CalendarDate(year: year, month: month, day: day) != nil, (1000...2199).contains(year) else {
      return nil
    }
  }
}
