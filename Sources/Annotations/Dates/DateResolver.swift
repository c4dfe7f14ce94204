import DatelineDocuments
import DatelineLexicon

/// What a temporal expression means.
struct TemporalValue: Sendable, Hashable {
  var value: String
  var start: CalendarDate?
  var end: CalendarDate?
  var anchor = "explicit"
}

/// Turns the parts of an expression into a TIMEX3 value, seen from a day of publication.
///
/// Without that day, relative expressions keep their type and stay open (`XXXX-…`); no clock is asked.
struct DateResolver: Sendable {
  /// The day of publication, if known.
  let reference: CalendarDate?

  /// The value of a match; nil if its parts make no sense (31 February, a range that ends before it starts).
  func value(of match: TemporalMatch, operation: DatePattern.Operation) -> TemporalValue? {
    let parts = match.parts[0]
    switch operation {
    case .date: return date(parts)
    case .list, .range: return range(match)
    case .shift: return shift(parts)
    case .offset: return offset(parts)
    case .relativeDay: return relative(parts, unit: "D")
    case .relativeWeek: return relative(parts, unit: "W")
    case .relativeMonth: return relative(parts, unit: "M")
    case .relativeYear: return relative(parts, unit: "Y")
    case .weekday: return weekday(parts)
    case .duration: return duration(parts)
    case .set: return set(parts)
    case .decade: return decade(parts)
    case .century:
      guard let number = parts.number.map(Int.init), (1...22).contains(number) else { return nil }
      return TemporalValue(
        value: CalendarDate.padded(number - 1, to: 2),
        start: CalendarDate(year: (number - 1) * 100 + 1, month: 1, day: 1),
        end: CalendarDate(year: number * 100, month: 12, day: 31))
    case .holiday: return holiday(parts)
    case .reference: return TemporalValue(value: parts.reference ?? "PRESENT_REF")
    case .time: return time(parts)
    }
  }

  // MARK: Absolute

  private func date(_ given: TemporalParts) -> TemporalValue? {
    var parts = given
    var anchor = "explicit"
    if parts.year == nil, let shift = parts.shift {
      switch parts.unit ?? (parts.season != nil || parts.month != nil ? "Y" : "") {
      case "Y":
        parts.year = reference.map { $0.year + shift }
        anchor = "published"
        if parts.year == nil { return open(parts) }
      case "M":
        guard let reference else { return open(parts) }
        let month = Month(reference).adding(shift)
        (parts.year, parts.month) = (month.year, month.month)
        anchor = "published"
      default: break
      }
    }
    if let relative = parts.relative, parts.year == nil, parts.month != nil || parts.season != nil {
      guard let reference else { return open(parts) }
      parts.year = reference.year + relative
      anchor = "published"
    }
    if parts.year == nil, parts.month == nil, parts.weekday != nil { return weekday(parts) }
    if parts.year == nil, parts.month == nil, parts.quarter == nil, parts.half == nil, parts.season == nil,
      let unit = parts.unit
    {
      // "the end of the year": that of publication.
      return shifted(unit: unit, by: parts.shift ?? 0, parts)
    }
    if parts.year == nil, let reference, let month = parts.month {
      parts.year = nearestYear(month: month, day: parts.day, to: reference)
      anchor = "published"
    } else if parts.year == nil, let reference,
      parts.quarter != nil || parts.half != nil || parts.season != nil
    {
      parts.year = reference.year
      anchor = "published"
    }
    // A stated year that makes no date with the rest (29 February 2021) makes none without it either.
    guard var value = parts.year != nil ? closed(parts) : open(parts) else { return nil }
    value.anchor = anchor
    return value
  }

  /// The value of parts that say the year.
  private func closed(_ parts: TemporalParts) -> TemporalValue? {
    guard let year = parts.year, (1...2199).contains(year) else { return nil }
    let y = CalendarDate.padded(year, to: 4)
    func span(_ from: Int, _ to: Int, _ value: String) -> TemporalValue {
      TemporalValue(
        value: value, start: CalendarDate(year: year, month: from, day: 1),
        end: CalendarDate(year: year, month: to, day: CalendarDate.days(inMonth: to, of: year)))
    }
    if let month = parts.month {
      guard (1...12).contains(month) else { return nil }
      let m = y + "-" + CalendarDate.padded(month, to: 2)
      guard let day = parts.day else { return span(month, month, m) }
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      return TemporalValue(value: date.description, start: date, end: date)
    }
    if let quarter = parts.quarter { return span(quarter * 3 - 2, quarter * 3, "\(y)-Q\(quarter)") }
    if let half = parts.half { return span(half * 6 - 5, half * 6, "\(y)-H\(half)") }
    if let season = parts.season {
      // Winter runs into the next year; the others lie within theirs.
      let months = ["SP": (3, 5), "SU": (6, 8), "FA": (9, 11)]
      if let (from, to) = months[season] { return span(from, to, "\(y)-\(season)") }
      return TemporalValue(
        value: "\(y)-\(season)", start: CalendarDate(year: year, month: 12, day: 1),
        end: CalendarDate(year: year + 1, month: 2, day: CalendarDate.days(inMonth: 2, of: year + 1)))
    }
    return span(1, 12, y)
  }

  /// The value of parts whose year nobody states.
  private func open(_ parts: TemporalParts) -> TemporalValue? {
    if let month = parts.month {
      guard (1...12).contains(month) else { return nil }
      let m = "XXXX-" + CalendarDate.padded(month, to: 2)
      guard let day = parts.day else { return TemporalValue(value: m) }
      guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
      return TemporalValue(value: m + "-" + CalendarDate.padded(day, to: 2))
    }
    if let quarter = parts.quarter { return TemporalValue(value: "XXXX-Q\(quarter)") }
    if let half = parts.half { return TemporalValue(value: "XXXX-H\(half)") }
    if let season = parts.season { return TemporalValue(value: "XXXX-\(season)") }
    if let weekday = parts.weekday { return TemporalValue(value: "XXXX-WXX-\(weekday)") }
    if parts.day != nil { return nil }
    if parts.shift != nil || parts.relative != nil {
      return TemporalValue(value: Self.openValue(unit: parts.unit ?? "Y"), anchor: "published")
    }
    return nil
  }

  /// The year that brings a month or day nearest to the day of publication.
  private func nearestYear(month: Int, day: Int?, to reference: CalendarDate) -> Int {
    var best = reference.year
    var distance = Int.max
    for year in (reference.year - 1)...(reference.year + 1) {
      let there = CalendarDate(year: year, month: month, day: min(day ?? 15, 28))
      guard let there else { continue }
      let away = abs(there.dayNumber - reference.dayNumber)
      if away < distance { (best, distance) = (year, away) }
    }
    return best
  }

  /// The two ends of a range or list, each completed from what they share.
  private func ends(_ match: TemporalMatch) -> (TemporalParts, TemporalParts) {
    let shared = match.parts[0]
    func with(_ parts: TemporalParts) -> TemporalParts {
      var all = parts
      all.year = parts.year ?? shared.year
      all.month = parts.month ?? shared.month
      all.shift = parts.shift ?? shared.shift
      all.unit = parts.unit ?? shared.unit
      all.relative = parts.relative ?? shared.relative
      all.season = parts.season ?? shared.season
      all.modifier = parts.modifier ?? shared.modifier
      return all
    }
    var first = with(match.parts[1])
    var last = with(match.parts[2])
    // "2019/20": the second year has two figures.
    if let year = first.year, let short = last.year, last.hasShortYear {
      last.year = year / 100 * 100 + short % 100
    }
    first.year = first.year ?? last.year
    last.year = last.year ?? first.year
    if first.month == nil, first.day != nil { first.month = last.month }
    return (first, last)
  }

  private func range(_ match: TemporalMatch) -> TemporalValue? {
    let (first, last) = ends(match)
    guard let start = date(first), let end = date(last) else { return nil }
    if let a = start.start, let b = end.end, b < a { return nil }
    return TemporalValue(
      value: start.value + "/" + end.value, start: start.start, end: end.end, anchor: end.anchor)
  }

  /// The values of the two members of a list.
  func list(_ match: TemporalMatch) -> (TemporalValue, TemporalValue)? {
    let (first, last) = ends(match)
    guard let one = date(first), let other = date(last) else { return nil }
    return (one, other)
  }

  // MARK: Relative

  /// What a unit of unknown position looks like.
  private static func openValue(unit: String) -> String {
    switch unit {
    case "M": "XXXX-XX"
    case "W": "XXXX-WXX"
    case "D": "XXXX-XX-XX"
    case "Q": "XXXX-QX"
    case "H": "XXXX-HX"
    default: "XXXX"
    }
  }

  private func relative(_ parts: TemporalParts, unit: String) -> TemporalValue? {
    guard let relative = parts.relative else { return nil }
    return shifted(unit: unit, by: relative, parts)
  }

  private func shift(_ parts: TemporalParts) -> TemporalValue? {
    guard let shift = parts.shift else { return nil }
    if let month = parts.month {
      guard let reference else { return open(parts) }
      var year = reference.year
      if shift < 0, month >= reference.month { year -= 1 }
      if shift > 0, month <= reference.month { year += 1 }
      var whole = parts
      whole.year = year
      return anchored(closed(whole))
    }
    if let season = parts.season {
      guard let reference else { return open(parts) }
      let first = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 1
      var year = reference.year
      if shift < 0, first + 2 >= reference.month { year -= 1 }
      if shift > 0, first <= reference.month { year += 1 }
      var whole = parts
      whole.year = year
      return anchored(closed(whole))
    }
    if let weekday = parts.weekday {
      guard let reference else { return open(parts) }
      var days = weekday - reference.weekday
      if shift < 0, days >= 0 { days -= 7 }
      if shift > 0, days <= 0 { days += 7 }
      return anchored(reference.adding(days: days).map(day))
    }
    guard let unit = parts.unit else { return nil }
    return shifted(unit: unit, by: shift, parts)
  }

  private func offset(_ parts: TemporalParts) -> TemporalValue? {
    guard let unit = parts.unit, let direction = parts.direction ?? parts.shift else { return nil }
    let number = parts.number ?? 1
    guard number < 10_000 else { return nil }
    if number != number.rounded() {
      return unit == "Y" ? shifted(unit: "M", by: Int(number * 12) * direction, parts) : nil
    }
    return shifted(unit: unit, by: Int(number) * direction, parts)
  }

  /// The unit that many units from the one the publication falls into.
  private func shifted(unit: String, by count: Int, _ parts: TemporalParts) -> TemporalValue? {
    guard ["D", "W", "M", "Q", "H", "Y", "DEC", "CENT"].contains(unit) else { return nil }
    guard let reference else {
      return TemporalValue(value: Self.openValue(unit: unit), anchor: "published")
    }
    var parts = TemporalParts()
    switch unit {
    case "D": return anchored(reference.adding(days: count).map(day))
    case "W": return anchored(reference.adding(days: count * 7).flatMap(week))
    case "M":
      let month = Month(reference).adding(count)
      (parts.year, parts.month) = (month.year, month.month)
    case "Q":
      let month = Month(reference).adding(count * 3)
      (parts.year, parts.quarter) = (month.year, (month.month + 2) / 3)
    case "H":
      let month = Month(reference).adding(count * 6)
      (parts.year, parts.half) = (month.year, month.month <= 6 ? 1 : 2)
    case "Y": parts.year = reference.year + count
    case "DEC":
      let first = (reference.year / 10 + count) * 10
      return anchored(
        TemporalValue(
          value: String(first / 10), start: CalendarDate(year: first, month: 1, day: 1),
          end: CalendarDate(year: first + 9, month: 12, day: 31)))
    default:
      let first = reference.year / 100 + count
      return anchored(
        TemporalValue(
          value: CalendarDate.padded(first, to: 2),
          start: CalendarDate(year: first * 100 + 1, month: 1, day: 1),
          end: CalendarDate(year: first * 100 + 100, month: 12, day: 31)))
    }
    return anchored(closed(parts))
  }

  private func weekday(_ parts: TemporalParts) -> TemporalValue? {
    guard let weekday = parts.weekday else { return nil }
    guard let reference else {
      return TemporalValue(value: "XXXX-WXX-\(weekday)", anchor: "published")
    }
    // News speaks of the weekday that has just been, today included, more often than of the next.
    var days = weekday - reference.weekday
    if days > 0 { days -= 7 }
    return anchored(reference.adding(days: days).map(day))
  }

  private func holiday(_ parts: TemporalParts) -> TemporalValue? {
    guard let holiday = parts.holiday else { return nil }
    let year = parts.year ?? reference?.year
    if holiday.hasPrefix("easter") {
      let days = Int(holiday.dropFirst("easter".count).replacing("+", with: "")) ?? 0
      guard let year else { return TemporalValue(value: "XXXX") }
      return Self.easter(year)?.adding(days: days).map(day)
    }
    let numbers = holiday.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    var whole = parts
    (whole.year, whole.month, whole.day) = (year, numbers[0], numbers[1])
    var value = closed(whole) ?? open(whole)
    if parts.year == nil { value?.anchor = "published" }
    return value
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

  // MARK: Durations, sets, times

  private func duration(_ parts: TemporalParts) -> TemporalValue? {
    let number = parts.number ?? 1
    guard let unit = parts.unit, number > 0, number < 100_000 else { return nil }
    func text(_ number: Double) -> String {
      number == number.rounded() ? String(Int(number)) : String(number)
    }
    switch unit {
    case "Q": return TemporalValue(value: "P\(text(number * 3))M")
    case "H": return TemporalValue(value: "P\(text(number * 6))M")
    case "DEC": return TemporalValue(value: "P\(text(number * 10))Y")
    case "CENT": return TemporalValue(value: "P\(text(number * 100))Y")
    case "TH": return TemporalValue(value: "PT\(text(number))H")
    case "TM": return TemporalValue(value: "PT\(text(number))M")
    case "TS": return TemporalValue(value: "PT\(text(number))S")
    default: return TemporalValue(value: "P\(text(number))\(unit)")
    }
  }

  private func set(_ parts: TemporalParts) -> TemporalValue? {
    if let weekday = parts.weekday { return TemporalValue(value: "XXXX-WXX-\(weekday)") }
    if let season = parts.season { return TemporalValue(value: "XXXX-\(season)") }
    if let month = parts.month {
      return TemporalValue(value: "XXXX-" + CalendarDate.padded(month, to: 2))
    }
    var each = parts
    each.number = parts.number ?? 1
    each.unit = parts.unit ?? "Y"
    return duration(each)
  }

  private func decade(_ parts: TemporalParts) -> TemporalValue? {
    guard var first = parts.year ?? parts.number.map({ Int($0) }) else { return nil }
    if first < 100 { first += first < 30 ? 2000 : 1900 }
    guard (1000...2190).contains(first) else { return nil }
    first = first / 10 * 10
    return TemporalValue(
      value: String(first / 10), start: CalendarDate(year: first, month: 1, day: 1),
      end: CalendarDate(year: first + 9, month: 12, day: 31))
  }

  private func time(_ parts: TemporalParts) -> TemporalValue? {
    var day: TemporalValue?
    if parts.month != nil || parts.weekday != nil {
      day = date(parts)
    } else if parts.relative != nil {
      day = relative(parts, unit: "D")
    }
    let head = day?.value ?? ""
    guard let hour = parts.hour else {
      guard let part = parts.partOfDay else { return nil }
      return TemporalValue(
        value: (day?.value ?? reference?.description ?? "XXXX-XX-XX") + "T" + part, start: day?.start,
        end: day?.end, anchor: day?.anchor ?? "published")
    }
    guard hour <= 24 else { return nil }
    var hours = hour
    if hour < 12, let part = parts.partOfDay, ["AF", "EV", "NI"].contains(part) { hours += 12 }
    let clock =
      "T" + CalendarDate.padded(hours, to: 2) + ":" + CalendarDate.padded(parts.minute ?? 0, to: 2)
    return TemporalValue(
      value: head.isEmpty ? (reference?.description ?? "XXXX-XX-XX") + clock : head + clock,
      start: day?.start ?? reference, end: day?.end ?? reference, anchor: day?.anchor ?? "published")
  }

  // MARK: Pieces

  private func day(_ date: CalendarDate) -> TemporalValue {
    TemporalValue(value: date.description, start: date, end: date)
  }

  /// The ISO week of a day.
  private func week(_ date: CalendarDate) -> TemporalValue? {
    guard let monday = date.adding(days: 1 - date.weekday), let sunday = monday.adding(days: 6),
      let thursday = monday.adding(days: 3),
      let first = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { return nil }
    let number = (thursday.dayNumber - first.dayNumber) / 7 + 1
    return TemporalValue(
      value: "\(CalendarDate.padded(thursday.year, to: 4))-W\(CalendarDate.padded(number, to: 2))",
      start: monday, end: sunday)
  }

  private func anchored(_ value: TemporalValue?) -> TemporalValue? {
    var value = value
    value?.anchor = "published"
    return value
  }
}

/// A month of a year, for counting.
private struct Month {
  var year: Int
  var month: Int

  init(_ date: CalendarDate) { (year, month) = (date.year, date.month) }

  func adding(_ count: Int) -> Month {
    var result = self
    let index = year * 12 + month - 1 + count
    result.year = index / 12
    result.month = index % 12 + 1
    return result
  }
}
