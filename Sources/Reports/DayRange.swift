import DatelineDocuments

/// The days that a date covers, and how exactly it is known.
public struct DayRange: Sendable, Hashable {
  /// First day.
  public var first: CalendarDate
  /// Last day.
  public var last: CalendarDate
  /// How exactly it is known.
  public var precision: Precision

  /// How exactly a date is known, the most exact first.
  public enum Precision: String, Sendable, Hashable, CaseIterable {
    case day, week, month, quarter, half, year, decade
  }

  /// The days of a TIMEX3 value: `2017-06-08`, `2017-06-08T10:00`, `2017-06`, `2017`, `2017-Q2`, `2017-H1`, `2017-W23`,
  /// `201`; nil for durations, unknown years and anything else.
  public init?(timex value: String) {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard let head = parts.first, head.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(head)
    else {
      return nil
    }
    if parts.count == 1, head.utf8.count == 3 {
      self.init(number * 10, 1, number * 10 + 9, 12, .decade)
      return
    }
    guard head.utf8.count == 4 else { return nil }
    switch parts.count {
    case 1: self.init(number, 1, number, 12, .year)
    case 2: self.init(partOfYear: parts[1], number)
    case 3:
      // A time of day may follow.
      guard value.utf8.count == 10 || value.dropFirst(10).first == "T" else { return nil }
      self.init(day: value.prefix(10))
    default: return nil
    }
  }

  private init?(day: Substring) {
    guard let day = CalendarDate(iso: day) else { return nil }
    first = day
    last = day
    precision = .day
  }

  /// `Q2`, `H1`, `W23` or a month.
  private init?(partOfYear part: Substring, _ year: Int) {
    let letter = part.first.flatMap { "QHW".contains($0) ? $0 : nil }
    let figures = letter == nil ? part : part.dropFirst()
    guard (1...2).contains(figures.utf8.count), figures.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(figures)
    else { return nil }
    switch letter {
    case "Q": self.init(year, number * 3 - 2, year, number * 3, .quarter)
    case "H": self.init(year, number * 6 - 5, year, number * 6, .half)
    case "W": self.init(week: number, of: year)
    default: self.init(year, number, year, number, .month)
    }
  }

  private init?(_ year: Int, _ month: Int, _ lastYear: Int, _ lastMonth: Int, _ precision: Precision) {
    guard (1...12).contains(lastMonth), let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(
        year: lastYear, month: lastMonth, day: CalendarDate.days(inMonth: lastMonth, of: lastYear))
    else { return nil }
    self.first = first
    self.last = last
    self.precision = precision
  }

  private init?(week: Int, of year: Int) {
    // ISO 8601: the week with 4 January is the first.
    guard (1...53).contains(week), let fourth = CalendarDate(year: year, month: 1, day: 4),
      let first = fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7), let last = first.adding(days: 6)
    else { return nil }
    self.first = first
    self.last = last
    precision = .week
  }

  /// Days between two ranges; 0 if they share one.
  func distance(to other: DayRange) -> Int {
    max(0, first.dayNumber - other.last.dayNumber, other.first.dayNumber - last.dayNumber)
  }
}
