import DatelineDocuments

/// Lengths of time and repeated times.
extension DateResolver {
  func duration(_ parts: TemporalParts) -> TemporalValue? {
    let number = parts.number ?? 1
    guard let unit = parts.unit else { return nil }
    if number.isNaN {
      let letters = ["Q": "M", "H": "M", "DEC": "Y", "CENT": "Y", "WE": "W", "TH": "H", "TM": "M", "TS": "S"]
      return TemporalValue(value: (unit.hasPrefix("T") ? "PTX" : "PX") + (letters[unit] ?? unit))
    }
    // "in 20177" is no length of time, and no year either.
    guard number > 0, number < (unit == "Y" ? 10_000 : 100_000) else { return nil }
    return Self.length(number, unit).map { TemporalValue(value: "P" + $0) }
  }

  /// The part of a duration behind the `P`, in the units of ISO 8601; halves in the next smaller unit.
  private static func length(_ number: Double, _ unit: String) -> String? {
    func text(_ number: Double) -> String {
      number == number.rounded() ? String(Int(number)) : String((number * 1000).rounded() / 1000)
    }
    let isWhole = number == number.rounded()
    let inMonths = (number * 12).rounded() == number * 12
    switch unit {
    case "Y":
      if isWhole || !inMonths { return text(number) + "Y" }
      // A year and a half is counted in months, more in years and months.
      if number < 2 { return text(number * 12) + "M" }
      return text(number.rounded(.down)) + "Y" + text((number - number.rounded(.down)) * 12) + "M"
    case "Q": return text(number * 3) + "M"
    case "H": return text(number * 6) + "M"
    case "DEC": return text(number * 10) + "Y"
    case "CENT": return text(number * 100) + "Y"
    case "WE": return text(number) + "WE"
    case "TH":
      if isWhole { return "T" + text(number) + "H" }
      let minutes = (number - number.rounded(.down)) * 60
      guard minutes == minutes.rounded() else { return "T" + text(number) + "H" }
      return (number < 1 ? "T" : "T" + text(number.rounded(.down)) + "H") + text(minutes) + "M"
    case "TM": return "T" + text(number) + "M"
    case "TS": return "T" + text(number) + "S"
    default: return text(number) + unit
    }
  }

  /// "three years and six months": the members behind what they share.
  func sum(_ match: TemporalMatch) -> TemporalValue? {
    var whole = ""
    for member in match.parts.dropFirst() {
      guard let length = duration(member)?.value else { return nil }
      var tail = length.dropFirst()
      if whole.isEmpty { whole = "P" }
      if whole.utf8.contains(UInt8(ascii: "T")), tail.first == "T" { tail = tail.dropFirst() }
      whole += tail
    }
    return whole.isEmpty ? nil : TemporalValue(value: whole)
  }

  func set(_ parts: TemporalParts) -> TemporalValue? {
    var value: String
    if let set = parts.set {
      value = set
      if parts.hour != nil || parts.partOfDay != nil { value = "XXXX-XX-XX" }
    } else if let weekday = parts.weekday {
      value = "XXXX-WXX-\(weekday)"
    } else if let season = parts.season {
      value = "XXXX-\(season)"
    } else if let month = parts.month {
      value = "XXXX-" + CalendarDate.padded(month, to: 2)
      if let day = parts.day { value += "-" + CalendarDate.padded(day, to: 2) }
    } else if parts.unit == nil || parts.unit == "M" && parts.day != nil,
      parts.hour != nil || parts.partOfDay != nil || parts.day != nil
    {
      value = "XXXX-XX-" + (parts.day.map { CalendarDate.padded($0, to: 2) } ?? "XX")
    } else {
      var each = parts
      each.number = parts.number ?? parts.ordinal.map(Double.init) ?? 1
      each.unit = parts.unit ?? "Y"
      guard let length = duration(each) else { return nil }
      value = length.value
      if value == "P1D", parts.hour != nil || parts.partOfDay != nil { value = "XXXX-XX-XX" }
    }
    if let time = timeOfDay(parts) { value += time.text }
    return TemporalValue(value: value)
  }
}
