/// A day of the Gregorian calendar, without time or zone.
///
/// Not Foundation's `Date`: "12 March" in a press release has no midnight.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Year, 1 and later.
  public let year: Int
  /// Month, 1–12.
  public let month: Int
  /// Day of the month, 1–31.
  public let day: Int

  /// A day that exists, or nil: there is no 31 February, month 13 or year 0.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day `YYYY-MM-DD` (ISO 8601, extended format), or nil.
  public init?(iso: some StringProtocol) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The number of days in a month, 28–31.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days since 1 January 1970; negative before it.
  public var dayNumber: Int {
    // Howard Hinnant, "chrono-compatible low-level date algorithms": days_from_civil.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that many days after 1 January 1970; nil outside years 1–9999.
  public init?(dayNumber: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// Day of the week, 1 (Monday) to 7 (Sunday), as ISO 8601 counts.
  public var weekday: Int { ((dayNumber % 7) + 10) % 7 + 1 }

  /// The day `days` later (earlier if negative); nil outside years 1–9999.
  public func adding(days: Int) -> CalendarDate? { CalendarDate(dayNumber: dayNumber + days) }

  /// Whether one day is before another.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    // Ten bytes fit into the string itself: nothing is allocated.
    String(unsafeUninitializedCapacity: 10) { bytes in
      Self.write(year, to: bytes, at: 0, width: 4)
      bytes[4] = 0x2D
      Self.write(month, to: bytes, at: 5, width: 2)
      bytes[7] = 0x2D
      Self.write(day, to: bytes, at: 8, width: 2)
      return 10
    }
  }

  /// A number of 0 or more with leading zeros.
  package static func padded(_ number: Int, to width: Int) -> String {
    guard number >= 0 else { return String(number) }
    var needed = 1
    var rest = number / 10
    while rest > 0 {
      needed += 1
      rest /= 10
    }
    let width = max(width, needed)
    return String(unsafeUninitializedCapacity: width) { bytes in
      write(number, to: bytes, at: 0, width: width)
      return width
    }
  }

  private static func write(
    _ number: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int, width: Int
  ) {
    var rest = number
    for index in stride(from: start + width - 1, through: start, by: -1) {
      bytes[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
