import DatelineDocuments

/// Dates counted from the day of publication or from a date named before.
extension DateResolver {
  func relative(_ parts: TemporalParts, unit: String, _ scene: TemporalScene) -> TemporalValue? {
    guard let step = parts.relative else { return nil }
    if scene.isNowadays { return TemporalValue(value: "PRESENT_REF") }
    // "the day before": where only a year was named, that of publication is meant.
    if step.isFromText, scene.named(for: parts.relativeUnit ?? unit) == nil {
      let near = TemporalParts.Step(count: step.count)
      return stepped(near, unit: parts.relativeUnit ?? unit, scene)
    }
    return stepped(step, unit: parts.relativeUnit ?? unit, scene)
  }

  /// A step ahead in what is told of the past counts from the date named before: "It opened in 2019; the next
  /// year it closed".
  func narrated(_ step: TemporalParts.Step, unit: String, _ scene: TemporalScene) -> TemporalParts.Step {
    guard step.count > 0, !step.isFromText, scene.tense == .past, let reference,
      let named = scene.named(for: unit), let end = named.end, end < reference
    else { return step }
    return TemporalParts.Step(count: step.count, isFromText: true)
  }

  /// "last year", "next Friday", "this summer", "the following day".
  func shift(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    guard let given = parts.shift else { return nil }
    let counted = parts.weekday != nil ? "D" : parts.month != nil || parts.season != nil ? "M" : parts.unit
    let step = narrated(given, unit: counted ?? "D", scene)
    let from = base(step, scene)
    let isContext = step.isFromText && scene.named != nil
    if let month = parts.month {
      guard let from else { return open(parts) }
      var year = from.year
      if step.count < 0, month >= from.month { year -= 1 }
      if step.count > 0, month <= from.month { year += 1 }
      if step.count == 0, !isContext {
        return placed(parts, TemporalScene(tense: nil))
      }
      var whole = parts
      whole.year = year
      return anchored(closed(whole), isContext)
    }
    if parts.season != nil {
      guard let from else { return open(parts) }
      let candidates = (-2...2).compactMap { offset -> TemporalValue? in
        var whole = parts
        whole.year = from.year + offset
        return closed(whole)
      }
      let found =
        step.count < 0
        ? candidates.filter { ($0.end ?? from) < from }.dropLast(-1 - step.count).last
        : step.count > 0
          ? candidates.first { ($0.start ?? from) > from } : nearest(candidates, nil)
      return anchored(found, isContext)
    }
    if let weekday = parts.weekday {
      guard let from else { return open(parts) }
      var days = weekday - from.weekday
      if step.count < 0, days >= 0 { days -= 7 }
      if step.count > 0, days <= 0 { days += 7 }
      // "this Friday" on a Sunday looks ahead.
      if step.count == 0, days < 0, scene.tense == .future || (days < -3 && scene.tense != .past) {
        days += 7
      }
      return anchored(from.adding(days: days).map(day), isContext)
    }
    guard let unit = parts.unit else { return nil }
    return stepped(step, unit: unit, scene)
  }

  /// "two years ago", "three days later", "in a week".
  func offset(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    guard let unit = parts.unit else { return nil }
    // Without a word for it, "in two weeks" looks ahead.
    let given = parts.direction ?? parts.shift ?? TemporalParts.Step(count: 1)
    let step = parts.direction == nil ? given : narrated(given, unit: unit, scene)
    let sign = step.count < 0 ? -1 : 1
    let number = parts.number ?? 1
    if number.isNaN { return TemporalValue(value: sign < 0 ? "PAST_REF" : "FUTURE_REF") }
    guard number >= 0, number.isFinite, number < 10_000 else { return nil }
    if ["TH", "TM", "TS"].contains(unit) { return hours(number, unit, sign, step, scene) }
    var count = number
    var counted = unit
    if number != number.rounded() {
      switch unit {
      case "Y": (count, counted) = (number * 12, "M")
      case "DEC": (count, counted) = (number * 10, "Y")
      case "CENT": (count, counted) = (number * 100, "Y")
      // Half a month more may end in the next.
      case "M":
        return shifted(
          unit: "M", by: 0, from: base(step, scene).flatMap { $0.adding(days: Int(number * 30) * sign) })
      default: return nil
      }
    }
    // Counting in decades and centuries goes by years: "a decade ago" is one year, not ten.
    if counted == "DEC" { (count, counted) = (count * 10, "Y") }
    if counted == "CENT" { (count, counted) = (count * 100, "Y") }
    if counted == "H" { (count, counted) = (count * 6, "M") }
    // "from a year earlier" in a report on a quarter means that quarter.
    if counted == "Y", number == 1, step.isFromText, let named = scene.lastPeriod,
      ["Q", "M", "H"].contains(named.unit), let start = named.start
    {
      return moved(named, toYear: start.year + sign)
    }
    return stepped(
      TemporalParts.Step(count: Int(count.rounded()) * sign, isFromText: step.isFromText), unit: counted,
      scene)
  }

  /// What a vague word refers to; what is near («жақында») lies ahead in plans and behind in reports.
  func reference(_ word: String, _ scene: TemporalScene) -> String {
    word == Self.near ? scene.tense == .future ? "FUTURE_REF" : "PAST_REF" : word
  }

  /// What dictionaries call a time that is near, on either side.
  static let near = "NEAR_REF"

  /// "in two weeks": a length of time where the clause tells of the past, else a date.
  func ahead(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    scene.tense == .past ? duration(parts) : offset(parts, scene)
  }

  /// "A year and two months ago": as fine as its finest unit.
  func offsetSum(_ match: TemporalMatch, _ scene: TemporalScene) -> TemporalValue? {
    var members = match.parts.dropFirst().filter { $0.unit != nil }
    guard var finest = members.popLast(), let step = match.parts[0].direction else { return nil }
    finest.direction = step
    guard var from = base(step, scene) else { return offset(finest, scene) }
    let sign = step.count < 0 ? -1 : 1
    for member in members {
      guard let unit = member.unit, let whole = Int(exactly: member.number ?? 1), (0...2000).contains(whole),
        let moved = moved(from, by: sign * whole, unit)
      else { return nil }
      from = moved
    }
    finest.direction?.isFromText = false
    var value = DateResolver(reference: from).offset(finest, TemporalScene())
    if step.isFromText, scene.named != nil { value?.anchor = "context" }
    return value
  }

  /// A day so many units away; the last day of a month that is too short for it.
  private func moved(_ day: CalendarDate, by count: Int, _ unit: String) -> CalendarDate? {
    switch unit {
    case "Y", "M":
      let month = CalendarMonth(day).adding(count * (unit == "Y" ? 12 : 1))
      let last = (1...9999).contains(month.year) ? CalendarDate.days(inMonth: month.month, of: month.year) : 0
      return CalendarDate(year: month.year, month: month.month, day: min(day.day, last))
    case "W": return day.adding(days: count * 7)
    case "D": return day.adding(days: count)
    // Hours and minutes before others do not change what is told of the day.
    default: return day
    }
  }

  /// The same quarter, half or month of another year.
  private func moved(_ value: TemporalValue, toYear year: Int) -> TemporalValue? {
    guard let start = value.start else { return nil }
    var parts = TemporalParts()
    parts.year = year
    if value.unit == "M", value.value.contains("/"), let end = value.end {
      var last = parts
      parts.month = start.month
      (last.year, last.month) = (year + end.year - start.year, end.month)
      guard let one = closed(parts), let other = closed(last) else { return nil }
      return TemporalValue(
        value: one.value + "/" + other.value, start: one.start, end: other.end, anchor: "context", unit: "M")
    }
    switch value.unit {
    case "Q": parts.quarter = (start.month + 2) / 3
    case "H": parts.half = start.month <= 6 ? 1 : 2
    case "M": parts.month = start.month
    case "D": (parts.month, parts.day) = (start.month, start.day)
    default: break
    }
    var found = closed(parts)
    found?.anchor = "context"
    return found
  }

  /// "the same period last year", "the quarter": what was named before, or its like of another year.
  func period(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    if let year = parts.year {
      let named = scene.earlier.last { ["Q", "H", "M"].contains($0.unit) }
      return named.flatMap { moved($0, toYear: year) } ?? closed(parts)
    }
    let years = parts.shift?.count ?? parts.relative?.count ?? 0
    if let unit = parts.unit, unit != "WE", years == 0, parts.month == nil, scene.named(for: unit) == nil {
      return shifted(unit: unit, by: 0, from: reference)
    }
    // "over the weekend" in the first days of a week looks back.
    if parts.unit == "WE", years == 0, parts.month == nil, let reference {
      let isBack =
        reference.weekday <= 5 && scene.tense == .past || reference.weekday <= 2 && scene.tense != .future
      return shifted(unit: "WE", by: isBack ? -1 : 0, from: reference)
    }
    // "the quarter ended Sept. 30".
    if let unit = parts.unit, parts.month != nil {
      var last = parts
      last.unit = nil
      guard let end = date(last, scene) else { return nil }
      guard let day = end.end else { return TemporalValue(value: Self.openValue(unit: unit), unit: unit) }
      var value = shifted(unit: unit, by: 0, from: day)
      value?.anchor = end.anchor
      return value
    }
    let periods: Set<String> = ["Q", "H", "M", "Y"]
    guard let named = scene.earlier.last(where: { periods.contains($0.unit) }), let start = named.start else {
      return shifted(unit: parts.unit ?? "Y", by: years, from: reference)
    }
    if let unit = parts.unit, years == 0 {
      // "the quarter", "the year": the one that the date named before falls into.
      return stepped(TemporalParts.Step(count: 0, isFromText: true), unit: unit, scene)
    }
    return moved(named, toYear: start.year + years)
  }

  /// "two hours later".
  private func hours(
    _ number: Double, _ unit: String, _ sign: Int, _ step: TemporalParts.Step, _ scene: TemporalScene
  ) -> TemporalValue? {
    let minutes = unit == "TH" ? number * 60 : unit == "TM" ? number : number / 60
    guard step.isFromText, let named = scene.named, let minute = named.minute, let start = named.start else {
      // From a month or a year nobody counts hours.
      let named = step.isFromText ? scene.named.flatMap { $0.start == $0.end ? $0.start : nil } : nil
      let day = named ?? reference
      return TemporalValue(
        value: (day?.description ?? "XXXX-XX-XX") + "TXX:XX", start: day, end: day,
        anchor: named == nil ? "published" : "context", unit: "D")
    }
    let total = minute + sign * Int(minutes)
    let days = total >= 0 ? total / 1440 : -((1439 - total) / 1440)
    guard let day = start.adding(days: days) else { return nil }
    return clock(on: day, minute: total - days * 1440, anchor: "context")
  }

  /// A unit that many units from the base of a step; open where the date named before is too coarse.
  func stepped(_ step: TemporalParts.Step, unit: String, _ scene: TemporalScene) -> TemporalValue? {
    guard step.isFromText, scene.named != nil else {
      return shifted(unit: unit, by: step.count, from: reference)
    }
    guard let start = scene.named(for: unit)?.start else {
      // What is named lies ahead: nobody counts from there.
      if let reference, let end = scene.named?.end, end > reference {
        return shifted(unit: unit, by: step.count, from: reference)
      }
      return TemporalValue(value: Self.openValue(unit: unit), anchor: "context")
    }
    var value = shifted(unit: unit, by: step.count, from: start)
    value?.anchor = "context"
    return value
  }

  /// Units that are counted, at most: more than the calendar has days, and far from what overflows.
  private static let mostUnits = 4_000_000

  /// The unit that many units from the one a day falls into.
  func shifted(unit: String, by count: Int, from day: CalendarDate?) -> TemporalValue? {
    guard ["D", "W", "WE", "M", "Q", "H", "Y", "DEC", "CENT"].contains(unit) else { return nil }
    guard let day else { return TemporalValue(value: Self.openValue(unit: unit), anchor: "published") }
    guard (-Self.mostUnits...Self.mostUnits).contains(count) else { return nil }
    var parts = TemporalParts()
    switch unit {
    case "D": return anchored(day.adding(days: count).map(self.day))
    case "W": return anchored(day.adding(days: count * 7).flatMap(week))
    case "WE":
      guard var value = day.adding(days: count * 7).flatMap(week) else { return nil }
      value.value += "-WE"
      value.start = value.end?.adding(days: -1)
      return anchored(value)
    case "M":
      let month = CalendarMonth(day).adding(count)
      (parts.year, parts.month) = (month.year, month.month)
    case "Q":
      let month = CalendarMonth(day).adding(count * 3)
      (parts.year, parts.quarter) = (month.year, (month.month + 2) / 3)
    case "H":
      let month = CalendarMonth(day).adding(count * 6)
      (parts.year, parts.half) = (month.year, month.month <= 6 ? 1 : 2)
    case "Y": parts.year = day.year + count
    case "DEC":
      let first = (day.year / 10 + count) * 10
      return (1...2190).contains(first) ? anchored(decade(startingIn: first)) : nil
    default:
      let number = (day.year - 1) / 100 + 1 + count
      return (1...22).contains(number) ? anchored(century(number)) : nil
    }
    return anchored(closed(parts))
  }

  private func anchored(_ value: TemporalValue?, _ isContext: Bool) -> TemporalValue? {
    var value = value
    value?.anchor = isContext ? "context" : "published"
    return value
  }
}
