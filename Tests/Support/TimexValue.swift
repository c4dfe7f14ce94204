/// The syntax of the TIMEX3 values that a record may hold.
package enum TimexValue {
  /// Whether a value is one of a date, a time, a range, a duration, a set or a vague reference.
  package static func isSound(_ value: String) -> Bool {
    if ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].contains(value) { return true }
    if value.hasPrefix("P") { return isDuration(value.dropFirst()) }
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    return ends.count <= 2 && ends.allSatisfy(isPoint)
  }

  private static func isPoint(_ text: Substring) -> Bool {
    guard let mark = text.firstIndex(of: "T") else { return isDay(text) }
    let day = text[..<mark]
    return (day.isEmpty || isDay(day) && day.split(separator: "-").count == 3)
      && isTime(text[text.index(after: mark)...])
  }

  /// A number of so many figures, or X in the place of each.
  private static func isNumber(_ text: Substring, _ count: Int, in range: ClosedRange<Int>) -> Bool {
    guard text.utf8.count == count else { return false }
    if text.allSatisfy({ $0 == "X" }) { return true }
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(text).map(range.contains) ?? false
  }

  private static func isDay(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first else { return false }
    // Centuries have two figures, decades three.
    guard parts.count > 1 else { return (2...4).contains { isNumber(first, $0, in: 0...9999) } }
    guard isNumber(first, 4, in: 1...9999), parts.count <= 3 else { return false }
    let second = parts[1]
    if ["SP", "SU", "FA", "WI"].contains(second) { return parts.count == 2 }
    switch second.first {
    case "Q": return parts.count == 2 && isNumber(second.dropFirst(), 1, in: 1...4)
    case "H": return parts.count == 2 && isNumber(second.dropFirst(), 1, in: 1...2)
    case "W":
      return isNumber(second.dropFirst(), 2, in: 1...53)
        && (parts.count == 2 || parts[2] == "WE" || isNumber(parts[2], 1, in: 1...7))
    default:
      return isNumber(second, 2, in: 1...12) && (parts.count == 2 || isNumber(parts[2], 2, in: 1...31))
    }
  }

  private static func isTime(_ text: Substring) -> Bool {
    if ["MO", "MI", "AF", "EV", "NI", "DT"].contains(text) { return true }
    let mark = text.firstIndex { $0 == "+" || $0 == "-" || $0 == "Z" } ?? text.endIndex
    let zone = text[mark...]
    let clock = text[..<mark].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(clock.count), isNumber(clock[0], 2, in: 0...24),
      clock.dropFirst().allSatisfy({ isNumber($0, 2, in: 0...59) })
    else { return false }
    if zone.isEmpty || zone == "Z" { return true }
    let offset = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    return offset.count == 2 && isNumber(offset[0], 2, in: 0...14) && isNumber(offset[1], 2, in: 0...59)
  }

  /// What stands behind the `P`: amounts of units, those of a day behind a `T`.
  private static func isDuration(_ text: Substring) -> Bool {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2, halves[1].isEmpty { return false }
    return !text.isEmpty && areAmounts(halves[0], of: ["Y", "M", "WE", "W", "D"])
      && (halves.count == 1 || areAmounts(halves[1], of: ["H", "M", "S"]))
  }

  private static func areAmounts(_ text: Substring, of units: [String]) -> Bool {
    var rest = text
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "X" }
      guard number == "X" || Double(number).map({ $0 > 0 }) ?? false else { return false }
      rest = rest.dropFirst(number.count)
      guard let unit = units.first(where: { rest.hasPrefix($0) }) else { return false }
      rest = rest.dropFirst(unit.count)
    }
    return true
  }
}
