import DatelineDocuments

/// Weeks, weekends and weekdays counted within a month or a year: "the third week of May", "the first Friday
/// in June", "KW 23".
extension DateResolver {
  /// - Parameter match: `ordinal` or `number` counts `unit` or `weekday`; negative from the end.
  func nth(_ match: TemporalMatch, _ scene: TemporalScene) -> TemporalValue? {
    let parts = match.parts[0]
    let count =
      parts.ordinal ?? parts.number.flatMap { $0.isFinite ? Int(exactly: $0) : nil }
      ?? match.parts[1].shift.map(\.count)
    guard let count, count != 0, abs(count) <= 53 else { return nil }
    // What is counted stands in the first part, what it is counted in shares the rest with it.
    var whole = parts
    whole.weekday = nil
    whole.ordinal = nil
    whole.number = nil
    let counted = match.parts[1].unit ?? (parts.weekday == nil ? parts.unit : nil)
    if match.parts[1].unit == nil, parts.weekday == nil { whole.unit = nil }
    guard counted != nil || parts.weekday != nil else { return nil }
    guard let frame = frame(whole, scene) else { return open(counted, parts.weekday) }
    guard let start = frame.start, let end = frame.end else { return open(counted, parts.weekday) }
    var value =
      parts.weekday.map { nthDay(count, weekday: $0, start, end) } ?? nthUnit(count, counted, start, end)
    value?.anchor = frame.anchor
    return value
  }

  /// The month or year that something is counted in.
  private func frame(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    if parts.year != nil || parts.month != nil || parts.unit != nil { return date(parts, scene) }
    if parts.relative != nil { return relative(parts, unit: parts.relativeUnit ?? "Y", scene) }
    // "week 27": of the year of publication.
    return shifted(unit: "Y", by: 0, from: reference)
  }

  private func open(_ unit: String?, _ weekday: Int?) -> TemporalValue? {
    if let weekday { return TemporalValue(value: "XXXX-WXX-\(weekday)", unit: "D") }
    return TemporalValue(value: Self.openValue(unit: unit ?? "D"), unit: unit ?? "D")
  }

  private func nthDay(_ count: Int, weekday: Int, _ start: CalendarDate, _ end: CalendarDate)
    -> TemporalValue?
  {
    let found =
      count > 0
      ? start.adding(days: (weekday - start.weekday + 7) % 7 + (count - 1) * 7)
      : end.adding(days: -((end.weekday - weekday + 7) % 7) + (count + 1) * 7)
    guard let found, start <= found, found <= end else { return nil }
    return day(found)
  }

  private func nthUnit(
    _ count: Int, _ unit: String?, _ start: CalendarDate, _ end: CalendarDate
  ) -> TemporalValue? {
    let days: Int
    switch unit {
    case "D": days = count > 0 ? count - 1 : count + 1
    case "W", "WE": days = count > 0 ? (count - 1) * 7 : (count + 1) * 7
    case "M":
      guard count > 0, let month = start.adding(days: 0).map({ CalendarMonth($0).adding(count - 1) }) else {
        return nil
      }
      var parts = TemporalParts()
      (parts.year, parts.month) = (month.year, month.month)
      return closed(parts)
    default: return nil
    }
    // The first ISO week of a month or year is the one that its first Thursday lies in.
    var anchor = count > 0 ? start : end
    if unit == "W" || unit == "WE" {
      let weekday = unit == "W" ? 4 : 6
      let shift =
        count > 0 ? (weekday - anchor.weekday + 7) % 7 : -((anchor.weekday - weekday + 7) % 7)
      guard let moved = anchor.adding(days: shift) else { return nil }
      anchor = moved
    }
    guard let found = anchor.adding(days: days), start <= found, found <= end else { return nil }
    switch unit {
    case "W": return week(found)
    case "WE": return shifted(unit: "WE", by: 0, from: found)
    default: return day(found)
    }
  }
}
