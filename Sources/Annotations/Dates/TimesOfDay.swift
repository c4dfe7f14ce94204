import DatelineDocuments

/// Times of a day, by the clock or by the part of the day.
extension DateResolver {
  /// `T15:30`, `TMO`, with minutes since midnight where the clock says them.
  func timeOfDay(_ parts: TemporalParts) -> (text: String, minute: Int?)? {
    guard let hour = parts.hour else {
      guard let part = parts.partOfDay else { return nil }
      let colon = part.split(separator: ":").compactMap { Int($0) }
      return ("T" + part, colon.count == 2 ? colon[0] * 60 + colon[1] : nil)
    }
    guard hour <= 24 else { return nil }
    var hours = hour
    switch parts.partOfDay {
    case "AF" where hour < 12, "EV" where hour < 12: hours += 12
    // "11 at night" is before midnight, "2 at night" after it.
    case "NI" where hour >= 7 && hour < 12: hours += 12
    case "NI" where hour == 12, "MO" where hour == 12: hours = 0
    default: break
    }
    let minute = parts.minute ?? 0
    guard hours < 24 || minute == 0 else { return nil }
    var text = "T" + CalendarDate.padded(hours, to: 2) + ":" + CalendarDate.padded(minute, to: 2)
    if let second = parts.second { text += ":" + CalendarDate.padded(second, to: 2) }
    return (text, hours * 60 + minute)
  }

  /// "Half to seven", as German and Russian count: 6:30.
  func halfBefore(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    guard let hour = parts.hour ?? parts.ordinal ?? parts.number.flatMap({ Int(exactly: $0) }),
      (1...12).contains(hour)
    else { return nil }
    var whole = parts
    (whole.hour, whole.minute) = (hour == 1 ? 12 : hour - 1, 30)
    // An ordinal is also a day of the month.
    if parts.month == nil { whole.day = nil }
    return time(whole, scene)
  }

  func time(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    var day: TemporalValue?
    if parts.year != nil || parts.month != nil || parts.weekday != nil || parts.day != nil {
      var date = parts
      date.partOfDay = nil
      day = self.date(date, scene)
      if day == nil { return nil }
    } else if parts.holiday != nil {
      day = holiday(parts, scene)
    } else if parts.relative != nil {
      day = relative(parts, unit: "D", scene)
    } else if let step = parts.shift {
      day = stepped(step, unit: "D", scene)
    } else if let named = scene.day {
      day = named
      day?.anchor = "context"
    }
    guard let time = timeOfDay(parts) else { return nil }
    if day == nil, let reference, !scene.isHabitual {
      day = self.day(reference)
      day?.anchor = "published"
    }
    var head = "XXXX-XX-XX"
    // A movable feast of an unknown year is no day that a time could follow.
    if let day, day.unit == "D", day.value != "XXXX" { head = String(day.value.prefix { $0 != "T" }) }
    guard !head.utf8.contains(UInt8(ascii: "/")) else { return nil }
    var value = TemporalValue(
      value: head + time.text, start: day?.start, end: day?.end, anchor: day?.anchor ?? "published",
      unit: "D")
    value.minute = time.minute
    if parts.hour != nil, let zone = parts.zone { value.value += offset(of: zone, on: day?.start) }
    return value
  }

  /// "der Nacht auf Sonntag": the night that begins on the evening before.
  func nightBefore(_ parts: TemporalParts, _ scene: TemporalScene) -> TemporalValue? {
    guard let night = parts.partOfDay else { return nil }
    var date = parts
    date.partOfDay = nil
    let named: TemporalValue?
    if date.relative != nil {
      named = relative(date, unit: "D", scene)
    } else if date.shift != nil {
      named = shift(date, scene)
    } else if date.holiday != nil {
      named = holiday(date, scene)
    } else {
      named = self.date(date, scene)
    }
    guard let named else { return nil }
    guard let day = named.start?.adding(days: -1) else {
      return TemporalValue(value: "XXXX-XX-XXT" + night, anchor: named.anchor, unit: "D")
    }
    var value = self.day(day)
    (value.value, value.anchor) = (value.value + "T" + night, named.anchor)
    return value
  }

  /// A time of a day by the clock.
  func clock(on day: CalendarDate, minute: Int, anchor: String) -> TemporalValue {
    var value = self.day(day)
    value.value +=
      "T" + CalendarDate.padded(minute / 60, to: 2) + ":" + CalendarDate.padded(minute % 60, to: 2)
    value.minute = minute
    value.anchor = anchor
    return value
  }

  /// The offset that `calendar.tsv` gives a zone: `+03:00`, or `+06:00>2024-03-01>+05:00` where it changed.
  private func offset(of zone: String, on day: CalendarDate?) -> String {
    let parts = zone.split(separator: ">")
    guard parts.count == 3, let change = CalendarDate(iso: parts[1]) else { return zone }
    return String((day ?? reference).map { $0 < change } ?? false ? parts[0] : parts[2])
  }
}
