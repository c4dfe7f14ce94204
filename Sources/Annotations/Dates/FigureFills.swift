import DatelineDocuments
import DatelineLexicon
import DatelineText

/// What slots take from figures: days, years, clock times, decades, whole dates.
extension SlotFiller {
  private func ordinal(_ value: Int, _ tokens: Int, _ fills: inout [SlotFill]) {
    func give(_ slot: DatePattern.Slot) {
      fills.append(
        SlotFill(
          slot: slot, tokens: tokens, fact: .integer(value), name: tokens == 3 ? SlotFill.withEnding : 0))
    }
    if (1...31).contains(value) { give(.day) }
    fills.append(SlotFill(slot: .ordinal, tokens: tokens, fact: .number(Double(value))))
  }

  /// Tokens that begin with a figure.
  func figures(at token: Int, _ folded: [UInt8], _ fills: inout [SlotFill]) {
    guard folded.count <= 24 else { return }
    let digits = folded.prefix(while: isDigit)
    let rest = folded.dropFirst(digits.count)
    guard digits.count <= 4 else { return }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    func give(_ slot: DatePattern.Slot, _ number: Int? = nil, tokens: Int = 1) {
      fills.append(SlotFill(slot: slot, tokens: tokens, fact: .integer(number ?? value)))
    }
    if rest.isEmpty {
      plainFigures(at: token, value, digits.count, &fills)
      return
    }
    if rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "."), digits.count <= 2,
      let clock = Self.clock(value, Array(rest))
    {
      let name: Int32 = rest.first == UInt8(ascii: ":") ? SlotFill.colon : SlotFill.point
      fills.append(SlotFill(slot: .clock, tokens: 1, fact: clock, name: name))
      // «14.30-да»
      if token + 2 < reading.text.tokens.count, reading.isDash(token + 1),
        !reading.text.tokens[token + 2].shape.contains(.spaceBefore),
        reading.text.tokens[token + 2].kind == .word, reading.words[token + 2].folded.count <= 10,
        reading.lexicon.endings.isEnding(reading.words[token + 2].folded[...])
      {
        fills.append(SlotFill(slot: .clock, tokens: 3, fact: clock, name: name))
        fills.append(SlotFill(slot: .clock, tokens: 3, fact: clock, name: SlotFill.withEnding))
      }
    }
    partialDate(value, digits.count, Array(rest), &fills)
    if let date = WrittenDate(folded, order: reading.lexicon.profile.order) {
      fills.append(
        SlotFill(
          slot: date.isMachine ? .iso : .numeric, tokens: 1,
          fact: .day(year: date.year, month: date.month, day: date.day)))
      return
    }
    if digits.count <= 2, value <= 12, let clock = glued(value, rest) {
      fills.append(SlotFill(slot: .clock, tokens: 1, fact: clock, name: SlotFill.part))
      return
    }
    // "3rd", «21-і», «8-го», «2019-шы»: figures with the ending of an ordinal; "1990er", «90-е», "1990s".
    let letters = rest.first == UInt8(ascii: "-") ? rest.dropFirst() : rest
    guard !letters.isEmpty, letters.count <= 14, !letters.contains(where: isDigit) else { return }
    // «2000год» without a space.
    if digits.count == 4, (1000...2199).contains(value), letters.count == rest.count, isYear(Array(letters)) {
      fills.append(SlotFill(slot: .ordinalYear, tokens: 1, fact: .integer(value), name: SlotFill.glued))
    }
    if let unit = spanUnit(Array(letters)) {
      let tail = reading.text.tokens[token].range.upper - letters.count
      if reading.text.bytes[max(0, tail)] >= 0x61 {
        fills.append(
          SlotFill(
            slot: .span, tokens: 1, fact: .span(number: Double(value), unit: unit), name: SlotFill.plain))
      }
      return
    }
    if rest.first == UInt8(ascii: "-") || reading.lexicon.endings.isEnding(letters, of: .number) {
      ordinal(value, 1, &fills)
      if digits.count == 4, (1000...2199).contains(value) { give(.year) }
    }
    guard value % 10 == 0, digits.count == 4 || digits.count == 2 else { return }
    // "1990er", "90er-Jahre"
    let core = letters.prefix { $0 != UInt8(ascii: "-") }
    if (1...4).contains(core.count), core.count == letters.count || isYears(letters.dropFirst(core.count + 1))
    {
      give(.decade)
    }
  }

  /// "28.10" (with the full stop that follows), "10/2021", "2021-10": a day without its year, a month with it.
  private func partialDate(_ first: Int, _ digits: Int, _ rest: [UInt8], _ fills: inout [SlotFill]) {
    guard let sign = rest.first, [0x2E, 0x2F, 0x2D].contains(sign), (2...5).contains(rest.count),
      rest.dropFirst().allSatisfy(isDigit)
    else { return }
    let second = rest.dropFirst().reduce(0) { $0 * 10 + Int($1 - 0x30) }
    func give(_ slot: DatePattern.Slot, year: Int?, month: Int, day: Int?) {
      guard (1...12).contains(month), year.map((1000...2199).contains) ?? true else { return }
      fills.append(SlotFill(slot: slot, tokens: 1, fact: .partial(year: year, month: month, day: day)))
    }
    if digits == 4, rest.count <= 3 {
      give(.numericMonth, year: first, month: second, day: nil)
    } else if digits <= 2, rest.count == 5 {
      give(.numericMonth, year: second, month: first, day: nil)
    } else if digits <= 2, rest.count <= 3, sign != 0x2D {
      let monthFirst = sign == 0x2F && reading.lexicon.profile.order == .mdy
      let (day, month) = monthFirst ? (second, first) : (first, second)
      if CalendarDate(year: 2000, month: month, day: day) != nil {
        give(.numericDay, year: nil, month: month, day: day)
      }
    }
  }

  /// Whether letters are a word for years.
  private func isYears(_ letters: ArraySlice<UInt8>) -> Bool {
    reading.lexicon.knowledge(of: Array(letters)) {
      if case .calendar(let word) = $0, word.kind == .unit, word.value == "Y" { true } else { nil }
    } ?? false
  }

  private func isYear(_ letters: [UInt8]) -> Bool {
    reading.lexicon.knowledge(of: letters) {
      if case .calendar(let known) = $0, known.kind == .unit, known.value == "Y" { true } else { nil }
    } ?? false
  }

  /// The folded word that a hyphen ties to a token, if it is short enough to matter.
  private func tiedWord(behind token: Int) -> [UInt8]? {
    let tokens = reading.text.tokens
    guard token + 2 < tokens.count, reading.isDash(token + 1), tokens[token + 2].kind == .word,
      !tokens[token + 1].shape.contains(.spaceBefore), !tokens[token + 2].shape.contains(.spaceBefore)
    else { return nil }
    return reading.words[token + 2].folded
  }

  private func plainFigures(at token: Int, _ value: Int, _ digits: Int, _ fills: inout [SlotFill]) {
    func give(_ slot: DatePattern.Slot, _ number: Int? = nil, tokens: Int = 1) {
      fills.append(SlotFill(slot: slot, tokens: tokens, fact: .integer(number ?? value)))
    }
    let tokens = reading.text.tokens
    let tied = tiedWord(behind: token)
    if digits <= 2, (1...31).contains(value) {
      // «13-мамыр»: the hyphen belongs to the day.
      give(.day, tokens: tied == nil ? 1 : 2)
      // "19. September": an ordinal's full stop never ends the sentence.
      if reading.isSign(token + 1, "."), !tokens[token + 1].shape.contains(.spaceBefore),
        token + 2 < reading.text.sentences[reading.sentenceOf[token]].tokens.upperBound
      {
        give(.day, tokens: 2)
        ordinal(value, 2, &fills)
      }
    }
    // «8-го», «21-і», «2030-му»: an ordinal's ending behind a hyphen.
    if digits <= 4, let tied {
      let letters = tied.last == UInt8(ascii: ".") ? tied.dropLast() : tied[...]
      if letters.count <= 22, reading.lexicon.endings.isEnding(letters) {
        ordinal(value, 3, &fills)
        if digits == 4, (1000...2199).contains(value) {
          fills.append(SlotFill(slot: .year, tokens: 3, fact: .integer(value), name: SlotFill.withEnding))
        }
        if digits <= 2, value <= 24 { give(.hour, tokens: 3) }
        if digits == 2 {
          let year = SlotFill.Fact.integer(Self.fullYear(value))
          fills.append(SlotFill(slot: .ordinalYear, tokens: 3, fact: year, name: SlotFill.withEnding))
        }
        if value % 10 == 0, digits == 4 || digits == 2 { give(.decade, tokens: 3) }
      }
    }
    if digits <= 2, (1...12).contains(value) { give(.monthNumber) }
    // «16-мектеп» is no hour; «11-00» is one.
    if digits <= 2, value <= 24, tied == nil { give(.hour) }
    if digits <= 2, value <= 24, token + 2 < tokens.count, reading.isDash(token + 1),
      !tokens[token + 1].shape.contains(.spaceBefore), !tokens[token + 2].shape.contains(.spaceBefore),
      reading.words[token + 2].folded == Array("00".utf8)
    {
      fills.append(
        SlotFill(
          slot: .clock, tokens: 3, fact: .clock(hour: value, minute: 0, second: nil), name: SlotFill.point))
    }
    if digits == 2, value < 60 { give(.minute) }
    if digits == 4, (1000...2199).contains(value) {
      give(.year)
    }
    if digits == 3, value >= 100 {
      fills.append(SlotFill(slot: .ordinalYear, tokens: 1, fact: .integer(value), name: SlotFill.early))
    }
    if digits == 2 {
      give(.shortYear, Self.fullYear(value))
    }
    if digits == 1, (1...4).contains(value) {
      fills.append(SlotFill(slot: .ordinal, tokens: 1, fact: .number(Double(value)), name: SlotFill.plain))
    }
  }

  /// "6pm", "3.30am": behind the hour stands a part of the day.
  private func glued(_ hour: Int, _ rest: ArraySlice<UInt8>) -> SlotFill.Fact? {
    var letters = rest
    var minute = 0
    if letters.first == UInt8(ascii: ".") || letters.first == UInt8(ascii: ":"), letters.count > 4 {
      let figures = letters.dropFirst().prefix(2)
      guard figures.allSatisfy(isDigit) else { return nil }
      minute = figures.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      letters = letters.dropFirst(3)
    }
    guard letters.count <= 4, minute < 60, let first = letters.first, first > 0x60 else { return nil }
    let part = reading.lexicon.knowledge(of: Array(letters)) {
      if case .calendar(let known) = $0, known.kind == .partOfDay { known.value } else { nil }
    }
    return part.map { .clock(hour: hour, minute: minute, second: nil, part: $0) }
  }

  /// ":30", ".30:15" behind the hour.
  private static func clock(_ hour: Int, _ rest: [UInt8]) -> SlotFill.Fact? {
    guard hour <= 24, rest.count == 3 || rest.count == 6 else { return nil }
    func two(_ at: Int) -> Int? {
      guard rest[at] &- 0x30 < 10, rest[at + 1] &- 0x30 < 10 else { return nil }
      return Int(rest[at] - 0x30) * 10 + Int(rest[at + 1] - 0x30)
    }
    guard let minute = two(1), minute < 60 else { return nil }
    if rest.count == 3 { return .clock(hour: hour, minute: minute, second: nil) }
    guard rest[3] == rest[0], let second = two(4), second < 60 else { return nil }
    return .clock(hour: hour, minute: minute, second: second)
  }

  /// "'98", "'80s".
  func shortYear(at token: Int, _ folded: [UInt8], _ fills: inout [SlotFill]) {
    var rest = folded[...]
    if rest.first == UInt8(ascii: "'") { rest = rest.dropFirst() } else { rest = rest.dropFirst(3) }
    var tokens = 1
    if rest.isEmpty, token + 1 < reading.text.tokens.count,
      !reading.text.tokens[token + 1].shape.contains(.spaceBefore)
    {
      rest = reading.words[token + 1].folded[...]
      tokens = 2
    }
    guard rest.count >= 2, rest.count <= 4 else { return }
    let digits = rest.prefix(while: isDigit)
    guard digits.count == 2 else { return }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if rest.count == 2 {
      fills.append(
        SlotFill(
          slot: .shortYear, tokens: tokens, fact: .integer(Self.fullYear(value)), name: SlotFill.apostrophe))
    } else if value % 10 == 0 {
      fills.append(SlotFill(slot: .decade, tokens: tokens, fact: .integer(value)))
    }
  }
}
