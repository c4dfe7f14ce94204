import DatelineLexicon

/// A value that a slot takes from tokens.
struct SlotFill {
  /// What the words say.
  enum Fact {
    case integer(Int)
    case number(Double)
    case text(String)
    case day(year: Int, month: Int, day: Int)
    /// A date in figures that lacks its year or its day.
    case partial(year: Int?, month: Int, day: Int?)
    case clock(hour: Int, minute: Int, second: Int?, part: String? = nil)
    case span(number: Double, unit: String)
    /// Two values in one word: "January-May", «IX-XI».
    case pair(Int, Int)
  }

  var slot: DatePattern.Slot
  var tokens: Int
  var fact: Fact
  /// The value that `{slot:only}` compares with, as a number of the matcher's.
  var name: Int32 = 0

  /// Writes the fact into the parts of an expression.
  func apply(to parts: inout TemporalParts) {
    switch fact {
    case .integer(let value): apply(value, to: &parts)
    case .number(let value):
      if slot == .ordinal { parts.ordinal = Int(value) } else { parts.number = value }
    case .text(let value): apply(value, to: &parts)
    case .day(let year, let month, let day): (parts.year, parts.month, parts.day) = (year, month, day)
    case .partial(let year, let month, let day):
      (parts.year, parts.month) = (year ?? parts.year, month)
      parts.day = day
    case .clock(let hour, let minute, let second, let part):
      (parts.hour, parts.minute, parts.second) = (hour, minute, second)
      if let part { parts.partOfDay = part }
    case .span(let number, let unit): (parts.number, parts.unit) = (number, unit)
    case .pair: break
    }
  }

  private func apply(_ value: Int, to parts: inout TemporalParts) {
    switch slot {
    case .day: parts.day = value
    case .month, .monthGenitive, .monthNumber: parts.month = value
    case .year, .decade: parts.year = value
    case .ordinalYear: parts.year = value
    case .shortYear:
      parts.year = value
      parts.hasShortYear = true
    case .weekday, .weekdaySet: parts.weekday = value
    case .quarter: parts.quarter = value
    case .half: parts.half = value
    case .hour: parts.hour = value
    case .last: parts.ordinal = value
    case .minute: parts.minute = value
    default: break
    }
  }

  private func apply(_ value: String, to parts: inout TemporalParts) {
    switch slot {
    case .season: parts.season = value
    case .unit:
      // "3. Quartal des Jahres": the quarter is said, the year still to come.
      switch (value, parts.ordinal) {
      case ("Q", let count?) where (1...4).contains(count): parts.quarter = count
      case ("H", let count?) where (1...2).contains(count): parts.half = count
      default: parts.unit = value
      }
    case .spanUnit: parts.unit = value
    case .shift: parts.shift = TemporalParts.Step(value)
    case .direction: parts.direction = TemporalParts.Step(value)
    case .relativeDay, .relativeWeek, .relativeMonth, .relativeQuarter, .relativeYear:
      parts.relative = TemporalParts.Step(value)
      parts.relativeUnit = Self.units[slot]
    case .modifier, .quantity: parts.modifier = value
    case .partOfDay: parts.partOfDay = value
    case .weekdayPart:
      // "5TMO", "-1TNI": a weekday or a number of days from today, and the part of that day.
      let pieces = value.split(separator: "T")
      guard pieces.count == 2 else {
        parts.partOfDay = pieces.first.map(String.init)
        return
      }
      if let day = Int(pieces[0]), (1...7).contains(day), pieces[0].count == 1 {
        parts.weekday = day
      } else {
        parts.relative = TemporalParts.Step(pieces[0])
        parts.relativeUnit = "D"
      }
      parts.partOfDay = String(pieces[1])
    case .holiday: parts.holiday = value
    case .reference: parts.reference = value
    case .set: parts.set = value
    case .zone: parts.zone = value
    default: break
    }
  }

  private static let units: [DatePattern.Slot: String] = [
    .relativeDay: "D", .relativeWeek: "W", .relativeMonth: "M", .relativeQuarter: "Q", .relativeYear: "Y",
  ]
}

/// What the calendar and number words of a lexicon give to slots, worked out once a language.
struct FillTable: Sendable {
  /// What an entry gives.
  enum Gift: UInt8, Sendable {
    case nothing
    /// Values that stand in the table.
    case values
    /// A length of time in one word, with what stands in front of the ending.
    case span
    /// A number, or a part of one.
    case number
  }

  private var gifts: [Gift] = []
  private var firstFill: [Int32] = []
  private var fills: [Known] = []
  /// For entries such as `*jährig`: the folded ending and the unit.
  private(set) var spans: [Int32: (ending: [UInt8], unit: String)] = [:]
  private var names: [String: Int32] = [
    "": 0, "colon": SlotFill.colon, "point": SlotFill.point, "apostrophe": SlotFill.apostrophe,
    "plain": SlotFill.plain, "part": SlotFill.part,
    "ending": SlotFill.withEnding, "words": SlotFill.inWords, "early": SlotFill.early,
    "glued": SlotFill.glued,
  ]

  private struct Known: Sendable {
    var slot: DatePattern.Slot
    var integer: Int
    var text: String?
    var number: Double?
    var name: Int32
  }

  init(_ lexicon: Lexicon) {
    firstFill.reserveCapacity(lexicon.entries.count + 1)
    gifts.reserveCapacity(lexicon.entries.count)
    for (index, entry) in lexicon.entries.enumerated() {
      let first = fills.count
      firstFill.append(Int32(first))
      var gift = Gift.nothing
      switch entry.knowledge {
      case .calendar(let word):
        if word.kind == .spanUnit, entry.form.hasPrefix("*") {
          spans[Int32(index)] = (Array(lexicon.fold(String(entry.form.dropFirst())).utf8), word.value)
          gift = .span
        } else {
          add(word)
        }
      case .number(let word) where word.kind == .ordinal: addOrdinal(Int(word.value))
      case .number(let word) where word.kind == .vague:
        fills.append(Known(slot: .number, integer: 0, text: nil, number: .nan, name: 0))
      case .number: gift = .number
      default: break
      }
      gifts.append(fills.count > first ? .values : gift)
    }
    firstFill.append(Int32(fills.count))
  }

  /// The number of a value that `{slot:only}` is limited to.
  mutating func name(_ text: String) -> Int32 {
    if let known = names[text] { return known }
    let number = Int32(names.count)
    names[text] = number
    return number
  }

  /// What an entry gives.
  func gift(of entry: Int) -> Gift { gifts[entry] }

  /// Adds what an entry that takes so many tokens gives.
  func append(_ entry: Int, tokens: Int, to list: inout [SlotFill]) {
    for index in Int(firstFill[entry])..<Int(firstFill[entry + 1]) {
      let known = fills[index]
      let fact: SlotFill.Fact =
        known.slot == .units || known.slot == .span
        ? .span(number: known.number ?? .nan, unit: known.text ?? "")
        : known.text.map { .text($0) } ?? known.number.map { .number($0) } ?? .integer(known.integer)
      list.append(SlotFill(slot: known.slot, tokens: tokens, fact: fact, name: known.name))
    }
  }

  private mutating func add(_ word: CalendarWord) {
    let slots: [CalendarWord.Kind: DatePattern.Slot] = [
      .month: .month, .weekday: .weekday, .season: .season, .unit: .unit, .half: .half, .quarter: .quarter,
      .shift: .shift, .direction: .direction, .modifier: .modifier, .partOfDay: .partOfDay,
      .holiday: .holiday, .reference: .reference, .relativeDay: .relativeDay, .relativeYear: .relativeYear,
      .relativeMonth: .relativeMonth, .relativeWeek: .relativeWeek, .relativeQuarter: .relativeQuarter,
      .quantity: .quantity, .set: .set, .zone: .zone, .spanUnit: .spanUnit, .weekdayPart: .weekdayPart,
      .weekdaySet: .weekdaySet, .units: .units, .span: .span, .monthGenitive: .monthGenitive,
      .decade: .decade, .last: .last,
    ]
    guard let slot = slots[word.kind] else { return }
    var known = Known(slot: slot, integer: 0, text: word.value, number: nil, name: name(word.value))
    switch word.kind {
    case .month, .monthGenitive, .decade, .weekday, .half, .quarter, .weekdaySet, .last:
      guard let value = Int(word.value) else { return }
      (known.integer, known.text) = (value, nil)
    case .span:
      // "0.5Y"
      let digits = word.value.prefix { $0.isNumber || $0 == "." }
      (known.number, known.text) = (Double(digits), String(word.value.dropFirst(digits.count)))
    default: break
    }
    fills.append(known)
  }

  private mutating func addOrdinal(_ value: Int) {
    func give(_ slot: DatePattern.Slot, _ number: Double? = nil) {
      fills.append(
        Known(slot: slot, integer: value, text: nil, number: number, name: name(String(value))))
    }
    if (1...31).contains(value) { give(.day) }
    if (1000...2199).contains(value) { give(.year) }
    if (10...99).contains(value) {
      fills.append(
        Known(
          slot: .ordinalYear, integer: SlotFiller.fullYear(value), text: nil, number: nil,
          name: SlotFill.withEnding))
    }
    give(.ordinal, Double(value))
  }
}
