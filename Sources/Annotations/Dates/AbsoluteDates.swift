import DatelineDocuments

/// Dates that say where they stand in the calendar.
extension DateResolver {
  /// The value of parts that say the year.
  func closed(_ parts: TemporalParts) -> TemporalValue? {
    guard let year = parts.year, (1...2199).contains(year) else { return nil }
    let y = CalendarDate.padded(year, to: 4)
    func span(_ from: Int, _ to: Int, _ value: String, _ unit: String) -> TemporalValue {
      TemporalValue(
        value: value, start: CalendarDate(year: year, month: from, day: 1),
        end: CalendarDate(year: year, month: to, day: CalendarDate.days(inMonth: to, of: year)), unit: unit)
    }
    if let month = parts.month {
      guard (1...12).contains(month) else { return nil }
      let m = y + "-" + CalendarDate.padded(month, to: 2)
      guard let day = parts.day else { return span(month, month, m, "M") }
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      return self.day(date)
    }
    if let quarter = parts.quarter { return span(quarter * 3 - 2, quarter * 3, "\(y)-Q\(quarter)", "Q") }
    if let half = parts.half { return span(half * 6 - 5, half * 6, "\(y)-H\(half)", "H") }
    if let season = parts.season {
      // Winter runs into the next year; the others lie within theirs.
      let months = ["SP": (3, 5), "SU": (6, 8), "FA": (9, 11)]
      if let (from, to) = months[season] { return span(from, to, "\(y)-\(season)", "S") }
      return TemporalValue(
        value: "\(y)-\(season)", start: CalendarDate(year: year, month: 12, day: 1),
        end: CalendarDate(year: year + 1, month: 2, day: CalendarDate.days(inMonth: 2, of: year + 1)),
        unit: "S")
    }
    return span(1, 12, y, "Y")
  }

  /// The value of parts whose year nobody states.
  func open(_ parts: TemporalParts) -> TemporalValue? {
    if let month = parts.month {
      guard (1...12).contains(month) else { return nil }
      let m = "XXXX-" + CalendarDate.padded(month, to: 2)
      guard let day = parts.day else { return TemporalValue(value: m, unit: "M") }
      guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
      return TemporalValue(value: m + "-" + CalendarDate.padded(day, to: 2), unit: "D")
    }
    if let quarter = parts.quarter { return TemporalValue(value: "XXXX-Q\(quarter)", unit: "Q") }
    if let half = parts.half { return TemporalValue(value: "XXXX-H\(half)", unit: "H") }
    if let season = parts.season { return TemporalValue(value: "XXXX-\(season)", unit: "S") }
    if let weekday = parts.weekday { return TemporalValue(value: "XXXX-WXX-\(weekday)", unit: "D") }
    if let day = parts.day {
      return (1...31).contains(day)
        ? TemporalValue(value: "XXXX-XX-" + CalendarDate.padded(day, to: 2), unit: "D") : nil
    }
    if parts.shift != nil || parts.relative != nil {
      return TemporalValue(
        value: Self.openValue(unit: parts.unit ?? parts.relativeUnit ?? "Y"), anchor: "published")
    }
    return nil
  }

  /// What a unit of unknown position looks like.
  static func openValue(unit: String) -> String {
    switch unit {
    case "M": "XXXX-XX"
    case "W": "XXXX-WXX"
    case "WE": "XXXX-WXX-WE"
    case "D": "XXXX-XX-XX"
    case "Q": "XXXX-QX"
    case "H": "XXXX-HX"
    case "DEC": "XXX"
    case "CENT": "XX"
    default: "XXXX"
    }
  }

  func decade(_ parts: TemporalParts) -> TemporalValue? {
    guard var first = parts.year ?? parts.ordinal else { return nil }
    if parts.year == nil, !(20...90).contains(first) { return nil }
    // "The forties" written short are none to come.
    if parts.hasShortYear, let reference, first > reference.year { first -= 100 }
    if first < 100 { first += first < 30 ? 2000 : 1900 }
    guard (1000...2190).contains(first), first % 10 == 0 else { return nil }
    return decade(startingIn: first)
  }

  func decade(startingIn first: Int) -> TemporalValue {
    TemporalValue(
      value: String(first / 10), start: CalendarDate(year: first, month: 1, day: 1),
      end: CalendarDate(year: first + 9, month: 12, day: 31), unit: "DEC")
  }

  /// "the 19th century", «IX–XI века».
  func century(_ match: TemporalMatch) -> TemporalValue? {
    func one(_ parts: TemporalParts) -> TemporalValue? {
      let number = parts.ordinal.map(Double.init) ?? parts.number ?? 0
      return number.isFinite && (1...22).contains(number) ? century(Int(number)) : nil
    }
    // "the thirties of the 20th century".
    let shared = match.parts[0]
    if let year = shared.year, case let decade = shared.hasShortYear ? year % 100 : year,
      let number = shared.ordinal.map(Double.init) ?? shared.number ?? shiftedCentury(shared),
      number.isFinite, (10...22).contains(number), decade < 100, decade % 10 == 0
    {
      return self.decade(startingIn: (Int(number) - 1) * 100 + decade)
    }
    guard match.parts[1].extent != nil, match.parts[2].extent != nil else { return one(match.parts[0]) }
    guard let first = one(match.parts[1]), let last = one(match.parts[2]), first.value < last.value else {
      return nil
    }
    return TemporalValue(
      value: first.value + "/" + last.value, start: first.start, end: last.end, unit: "CENT")
  }

  /// The number of "the last century".
  private func shiftedCentury(_ parts: TemporalParts) -> Double? {
    guard parts.unit == "CENT", let step = parts.shift, let reference else { return nil }
    return Double((reference.year - 1) / 100 + 1 + step.count)
  }

  func century(_ number: Int) -> TemporalValue {
    TemporalValue(
      value: CalendarDate.padded(number - 1, to: 2),
      start: CalendarDate(year: (number - 1) * 100 + 1, month: 1, day: 1),
      end: CalendarDate(year: number * 100, month: 12, day: 31), unit: "CENT")
  }

  // MARK: Pieces

  func day(_ date: CalendarDate) -> TemporalValue {
    TemporalValue(value: date.description, start: date, end: date, unit: "D")
  }

  /// The ISO week of a day.
  func week(_ date: CalendarDate) -> TemporalValue? {
    guard let monday = date.adding(days: 1 - date.weekday), let sunday = monday.adding(days: 6),
      let thursday = monday.adding(days: 3),
      let first = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { return nil }
    let number = (thursday.dayNumber - first.dayNumber) / 7 + 1
    return TemporalValue(
      value: "\(CalendarDate.padded(thursday.year, to: 4))-W\(CalendarDate.padded(number, to: 2))",
      start: monday, end: sunday, unit: "W")
  }

  func anchored(_ value: TemporalValue?) -> TemporalValue? {
    var value = value
    value?.anchor = "published"
    return value
  }
}

/// A month of a year, for counting.
struct CalendarMonth {
  var year: Int
  var month: Int

  init(_ date: CalendarDate) { (year, month) = (date.year, date.month) }

  func adding(_ count: Int) -> CalendarMonth {
    var result = self
    let index = year * 12 + month - 1 + count
    result.year = index / 12
    result.month = index % 12 + 1
    return result
  }
}
