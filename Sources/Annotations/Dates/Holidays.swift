import DatelineDocuments

/// Days that have a name: fixed, counted from Easter, or the nth weekday of a month.
extension DateResolver {
  /// A holiday, of the year that is said or of the nearest the tense allows.
  func holiday(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    guard let holiday = parts.holiday else { return nil }
    if parts.unit == "WE" {
      var day = parts
      day.unit = nil
      return self.holiday(day, scene).flatMap(weekend)
    }
    var year = parts.year
    if year == nil, let step = parts.shift ?? parts.relative, let reference {
      year = parts.unit == nil && parts.relativeUnit == nil ? nil : reference.year + step.count
      if year == nil {
        // "last Christmas", "next Easter".
        let tense: ClosedRange<Int> = step.count < 0 ? -1...0 : 0...1
        let days = tense.compactMap { Self.holiday(holiday, of: reference.year + $0) }
        let found =
          step.count < 0
          ? days.last { ($0.end ?? reference) < reference }
          : days.first { ($0.start ?? reference) >= reference }
        return anchored(found ?? days.first)
      }
    }
    if let year { return Self.holiday(holiday, of: year) }
    guard let reference else { return Self.openHoliday(holiday) }
    let candidates = (-1...1).compactMap { Self.holiday(holiday, of: reference.year + $0) }
    return anchored(nearest(candidates, scene.tense) ?? Self.openHoliday(holiday))
  }

  /// "Labor Day weekend": the weekend next to a day, the one before it for Monday and Tuesday.
  private func weekend(beside day: TemporalValue) -> TemporalValue? {
    guard let start = day.start else { return TemporalValue(value: Self.openValue(unit: "WE"), unit: "WE") }
    let toSaturday = start.weekday <= 2 ? -1 - start.weekday : 6 - start.weekday
    var value = shifted(unit: "WE", by: 0, from: start.adding(days: toSaturday))
    value?.anchor = day.anchor
    return value
  }

  private static func openHoliday(_ holiday: String) -> TemporalValue {
    let isFixed = holiday.first?.isNumber ?? false && holiday.count == 5 && holiday.dropFirst(2).first == "-"
    return TemporalValue(value: isFixed ? "XXXX-" + holiday : "XXXX", unit: "D")
  }

  /// What `calendar.tsv` means in a year.
  static func holiday(_ text: String, of year: Int) -> TemporalValue? {
    func one(_ date: CalendarDate?) -> TemporalValue? {
      date.map { TemporalValue(value: $0.description, start: $0, end: $0, unit: "D") }
    }
    guard (1...2199).contains(year) else { return nil }
    // Days that nobody can compute: "2023-06-28,2024-06-16", each year by itself.
    if text.utf8.dropFirst(4).first == UInt8(ascii: "-") {
      let own = text.split(separator: ",").first { $0.hasPrefix(CalendarDate.padded(year, to: 4)) }
      return one(own.flatMap { CalendarDate(iso: $0) })
    }
    if text.hasPrefix("easter") {
      return one(easter(year)?.adding(days: Int(text.dropFirst(6).replacing("+", with: "")) ?? 0))
    }
    if text.hasPrefix("pascha") {
      return one(orthodoxEaster(year)?.adding(days: Int(text.dropFirst(6).replacing("+", with: "")) ?? 0))
    }
    if text.hasPrefix("advent") {
      // The first Sunday of Advent is the fourth before Christmas Day.
      guard let christmas = CalendarDate(year: year, month: 12, day: 25) else { return nil }
      let first = christmas.adding(days: -christmas.weekday - 21)
      return one(first?.adding(days: Int(text.dropFirst(6).replacing("+", with: "")) ?? 0))
    }
    let ends = text.split(separator: "/")
    if ends.count == 2, let from = fixed(ends[0], year), let to = fixed(ends[1], year), from <= to {
      return TemporalValue(
        value: from.description + "/" + to.description, start: from, end: to, unit: "D")
    }
    let numbers = text.split(separator: "#").compactMap { Int($0) }
    // "11#4#4": November, Thursday, the fourth; "05#1#-1": the last Monday of May.
    if numbers.count == 3 { return one(nth(numbers[2], weekday: numbers[1], month: numbers[0], year)) }
    return one(fixed(text[...], year))
  }

  private static func fixed(_ text: Substring, _ year: Int) -> CalendarDate? {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    return CalendarDate(year: year, month: numbers[0], day: numbers[1])
  }

  private static func nth(_ count: Int, weekday: Int, month: Int, _ year: Int) -> CalendarDate? {
    guard (1...12).contains(month), (1...7).contains(weekday), count != 0, abs(count) <= 5 else { return nil }
    if count > 0 {
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      return first.adding(days: (weekday - first.weekday + 7) % 7 + (count - 1) * 7)
    }
    let length = CalendarDate.days(inMonth: month, of: year)
    guard let last = CalendarDate(year: year, month: month, day: length) else { return nil }
    return last.adding(days: -((last.weekday - weekday + 7) % 7) + (count + 1) * 7)
  }

  /// Easter Sunday of the Western churches (Gauss's algorithm, Gregorian calendar).
  static func easter(_ year: Int) -> CalendarDate? {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    return CalendarDate(year: year, month: month, day: (h + l - 7 * m + 114) % 31 + 1)
  }

  /// Easter Sunday of the Orthodox churches (Gauss's algorithm on the Julian calendar, moved to the Gregorian).
  static func orthodoxEaster(_ year: Int) -> CalendarDate? {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let month = (d + e + 114) / 31
    let day = (d + e + 114) % 31 + 1
    return CalendarDate(year: year, month: month, day: day)?.adding(days: year / 100 - year / 400 - 2)
  }
}
