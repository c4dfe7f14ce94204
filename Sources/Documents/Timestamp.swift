/// Dates as machines write them: RFC 822 and 2822, RFC 3339 and ISO 8601, with the injuries they arrive with.
public enum Timestamp {
  /// The day a timestamp names, in the timestamp's own zone; nil for rubbish and for what has two readings
  /// (`03/04/2024`).
  ///
  ///     Timestamp.day("Tue, 12 Mar 24 23:30:00 +0600")   // 2024-03-12
  ///     Timestamp.day("2024-03-12 23:30")                // 2024-03-12
  public static func day(_ text: String) -> CalendarDate? {
    day(Array(text.utf8)[...])
  }

  /// The same of UTF-8 bytes.
  ///
  /// Linear.
  package static func day(_ text: ArraySlice<UInt8>) -> CalendarDate? {
    let bytes = ASCII.trimmed(text)
    guard bytes.count >= 6, bytes.count <= 100 else { return nil }
    return yearFirst(bytes) ?? dayFirst(bytes) ?? named(bytes)
  }

  /// `2024-03-12`, `2024/03/12`, `2024.3.12`, `20240312`, alone or with a time.
  private static func yearFirst(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    var cursor = Cursor(bytes)
    guard let first = cursor.number() else { return nil }
    if first.digits == 8, timeFollows(cursor.rest) {
      return CalendarDate(
        year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    }
    guard first.digits == 4, let separator = cursor.separator(), let month = cursor.number(),
      month.digits <= 2, cursor.separator() == separator, let day = cursor.number(), day.digits <= 2,
      timeFollows(cursor.rest)
    else { return nil }
    return CalendarDate(year: first.value, month: month.value, day: day.value)
  }

  /// `12.03.2024`, `12-03-2024`; with slashes only where one of the numbers cannot be a month.
  private static func dayFirst(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    var cursor = Cursor(bytes)
    guard let first = cursor.number(), first.digits <= 2, let separator = cursor.separator(),
      let second = cursor.number(), second.digits <= 2, cursor.separator() == separator,
      let year = cursor.number(), year.digits == 4, timeFollows(cursor.rest)
    else { return nil }
    if separator == ASCII.slash {
      if first.value > 12 { return CalendarDate(year: year.value, month: second.value, day: first.value) }
      if second.value > 12 { return CalendarDate(year: year.value, month: first.value, day: second.value) }
      return first.value == second.value
        ? CalendarDate(year: year.value, month: first.value, day: second.value) : nil
    }
    return CalendarDate(year: year.value, month: second.value, day: first.value)
  }

  /// Whether nothing, a time, or a zone stands after the digits of a date.
  private static func timeFollows(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let next = rest.first else { return true }
    if next == 0x5A || next == 0x7A { return rest.count == 1 }  // Z
    guard next == 0x54 || next == 0x74 || ASCII.isSpace(next) || next == 0x2C || next == 0x2B else {
      return false
    }
    let time = rest.dropFirst().drop { ASCII.isSpace($0) || $0 == 0x2C || $0 == ASCII.hyphen }
    guard let digit = time.first else { return true }
    return ASCII.isDigit(digit)
  }

  /// A date with the name of a month: `Tue, 12 Mar 2024 10:00:00 GMT`, `March 12, 2024`, `Tue Mar 12 10:00:00 2024`.
  private static func named(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    var month: Int?
    var numbers: [(value: Int, digits: Int)] = []
    var strangers = 0
    var timeSeen = false
    for word in bytes.split(whereSeparator: { ASCII.isSpace($0) || $0 == 0x2C || $0 == ASCII.slash }) {
      if word.contains(ASCII.colon) {
        timeSeen = true
        continue
      }
      // "12-Mar-2024" and "12.Mar.2024" are three words; "+0600" and "-0600" are a zone.
      if word.first == 0x2B || word.first == ASCII.hyphen { continue }
      for part in word.split(whereSeparator: { $0 == ASCII.hyphen || $0 == ASCII.dot }) {
        guard let byte = part.first else { continue }
        if ASCII.isDigit(byte) {
          var cursor = Cursor(part)
          guard let number = cursor.number(), cursor.isAtEndOfNumber else { return nil }
          if numbers.count < 2 { numbers.append(number) }
        } else if month == nil, let found = MonthNames.month(part) {
          month = found
        } else {
          strangers += 1
        }
      }
    }
    // A weekday, "AM", a zone in letters; more words are a sentence.
    guard let month, numbers.count == 2, strangers <= (timeSeen ? 3 : 2) else { return nil }
    let (first, second) = (numbers[0], numbers[1])
    if first.digits >= 3 { return CalendarDate(year: year(first), month: month, day: second.value) }
    guard second.digits >= 2 else { return nil }
    return CalendarDate(year: year(second), month: month, day: first.value)
  }

  /// RFC 2822, 4.3: two digits below 50 are this century, others and three digits the last.
  private static func year(_ number: (value: Int, digits: Int)) -> Int {
    switch number.digits {
    case 2: number.value < 50 ? 2000 + number.value : 1900 + number.value
    case 3: 1900 + number.value
    default: number.value
    }
  }

  /// Reads numbers and separators from the left.
  private struct Cursor {
    var rest: ArraySlice<UInt8>
    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func number() -> (value: Int, digits: Int)? {
      var value = 0
      var digits = 0
      while let byte = rest.first, ASCII.isDigit(byte), digits < 9 {
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        rest.removeFirst()
      }
      return digits == 0 ? nil : (value, digits)
    }

    mutating func separator() -> UInt8? {
      guard let byte = rest.first, byte == ASCII.hyphen || byte == ASCII.dot || byte == ASCII.slash else {
        return nil
      }
      rest.removeFirst()
      return byte
    }

    /// Whether only an English ordinal ending ("12th") is left.
    var isAtEndOfNumber: Bool { rest.isEmpty || rest.count == 2 && rest.allSatisfy(ASCII.isLetter) }
  }
}

/// Names of months as servers write them into timestamps, English first, then those of servers set to another language.
private enum MonthNames {
  /// The month a word begins with the name of, 1–12.
  static func month(_ word: ArraySlice<UInt8>) -> Int? {
    let folded = String(decoding: word, as: UTF8.self).lowercased()
    guard folded.count >= 3 else { return nil }
    for (prefix, month) in prefixes where folded.hasPrefix(prefix) { return month }
    return nil
  }

  private static let prefixes: [(String, Int)] = [
    ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6), ("jul", 7), ("aug", 8),
    ("sep", 9),
    ("oct", 10), ("nov", 11), ("dec", 12),
    ("jän", 1), ("mär", 3), ("mrz", 3), ("mai", 5), ("okt", 10), ("dez", 12),
    ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("мая", 5), ("май", 5), ("июн", 6), ("июл", 7),
    ("авг", 8),
    ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12),
    ("қаң", 1), ("ақп", 2), ("нау", 3), ("сәу", 4), ("мам", 5), ("мау", 6), ("шіл", 7), ("там", 8),
    ("қыр", 9),
    ("қаз", 10), ("қар", 11), ("жел", 12),
  ]
}
