import DatelineDocuments
import DatelineTestSupport
import Testing

@testable import DatelineAnnotations
@testable import DatelineLexicon

/// The arithmetic behind temporal expressions.
@Suite struct CalendarTests {
  private func value(
    _ operation: DatePattern.Operation, published: String?, _ fill: (inout TemporalParts) -> Void
  ) -> TemporalValue? {
    var parts = TemporalParts()
    fill(&parts)
    let match = TemporalMatch(pattern: 0, tokens: 0..<1, items: 1, parts: [parts, .init(), .init()])
    return DateResolver(reference: published.flatMap { CalendarDate(iso: $0) }).value(
      of: match, operation: operation)
  }

  @Test(arguments: [
    (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2019, "2019-04-21"),
    (2021, "2021-04-04"),
    (2024, "2024-03-31"), (2025, "2025-04-20"), (2038, "2038-04-25"), (1954, "1954-04-18"),
    (1981, "1981-04-19"),
  ])
  func easterSunday(year: Int, expected: String) {
    #expect(DateResolver.easter(year)?.description == expected)
    let whit = value(.holiday, published: nil) {
      $0.holiday = "easter+49"
      $0.year = year
    }
    #expect(whit?.value == CalendarDate(iso: expected)?.adding(days: 49)?.description)
    #expect(CalendarDate(iso: expected)?.weekday == 7)
  }

  @Test(arguments: [
    ("2021-01-01", 0, "2020-W53"), ("2021-01-04", 0, "2021-W01"), ("2021-01-04", -1, "2020-W53"),
    ("2018-12-31", 0, "2019-W01"), ("2016-01-03", 0, "2015-W53"), ("2021-06-16", 1, "2021-W25"),
    ("2020-12-30", 1, "2021-W01"), ("2024-12-30", 0, "2025-W01"),
  ])
  func weeksFollowISO8601(published: String, shift: Int, expected: String) {
    let week = value(.relativeWeek, published: published) { $0.relative = TemporalParts.Step(count: shift) }
    #expect(week?.value == expected)
    #expect(week?.start?.weekday == 1 && week?.end?.weekday == 7)
  }

  @Test(arguments: [
    ("M", "2021-01-31", -1, "2020-12"), ("M", "2021-12-31", 1, "2022-01"),
    ("M", "2021-06-16", -18, "2019-12"),
    ("Q", "2021-01-31", -1, "2020-Q4"), ("Q", "2021-11-30", 1, "2022-Q1"), ("Q", "2021-06-16", 0, "2021-Q2"),
    ("H", "2021-01-31", -1, "2020-H2"), ("H", "2021-08-31", 1, "2022-H1"), ("H", "2021-06-30", 0, "2021-H1"),
    ("Y", "2020-02-29", 1, "2021"), ("Y", "2021-06-16", -21, "2000"), ("D", "2020-02-28", 1, "2020-02-29"),
    ("D", "2021-02-28", 1, "2021-03-01"), ("D", "2021-01-01", -1, "2020-12-31"),
    ("DEC", "2021-06-16", -1, "201"),
    ("DEC", "2029-06-16", 1, "203"), ("CENT", "2021-06-16", -1, "19"),
  ])
  func unitsAreCountedFromThePublication(unit: String, published: String, shift: Int, expected: String) {
    let found = value(.shift, published: published) {
      $0.unit = unit
      $0.shift = TemporalParts.Step(count: shift)
    }
    #expect(found?.value == expected)
    #expect(found?.anchor == "published")
    if let start = found?.start, let end = found?.end { #expect(start <= end) }
  }

  @Test(arguments: [
    ("M", "XXXX-XX"), ("W", "XXXX-WXX"), ("D", "XXXX-XX-XX"), ("Q", "XXXX-QX"), ("H", "XXXX-HX"),
    ("Y", "XXXX"),
  ])
  func withoutAPublicationTheyStayOpen(unit: String, expected: String) {
    let found = value(.shift, published: nil) {
      $0.unit = unit
      $0.shift = TemporalParts.Step(count: -1)
    }
    #expect(found?.value == expected)
    #expect(found?.start == nil && found?.end == nil)
  }

  @Test(arguments: [
    (2020, 2, 29, "2020-02-29"), (2021, 2, 31, nil), (2021, 13, 1, nil), (2021, 0, 1, nil),
    (2021, 4, 31, nil), (2000, 2, 29, "2000-02-29"), (2021, 12, 31, "2021-12-31"), (2021, 1, 0, nil),
  ])
  func onlyDaysOfTheCalendarAreDays(year: Int, month: Int, day: Int, expected: String?) {
    let found = value(.date, published: "2021-06-16") {
      $0.year = year
      $0.month = month
      $0.day = day
    }
    #expect(found?.value == expected)
  }

  /// A stated year is not forgotten because the day does not fit into it.
  @Test(arguments: [(2021, 2, 29), (1900, 2, 29), (0, 1, 1), (2200, 1, 1)])
  func whatHasAYearIsNeverOpen(year: Int, month: Int, day: Int) {
    let found = value(.date, published: "2021-06-16") {
      $0.year = year
      $0.month = month
      $0.day = day
    }
    #expect(found == nil)
  }

  @Test(arguments: [
    (1, "2021-Q1", "2021-01-01", "2021-03-31"), (2, "2021-Q2", "2021-04-01", "2021-06-30"),
    (4, "2021-Q4", "2021-10-01", "2021-12-31"),
  ])
  func quartersCoverThreeMonths(quarter: Int, expected: String, start: String, end: String) {
    let found = value(.date, published: nil) {
      $0.year = 2021
      $0.quarter = quarter
    }
    #expect(found?.value == expected)
    #expect(found?.start?.description == start && found?.end?.description == end)
  }

  @Test func winterEndsInTheNextYear() {
    let found = value(.date, published: nil) {
      $0.year = 2023
      $0.season = "WI"
    }
    #expect(found?.value == "2023-WI")
    #expect(found?.start?.description == "2023-12-01" && found?.end?.description == "2024-02-29")
  }

  @Test(arguments: [
    ("Y", 2.0, "P2Y"), ("Q", 3, "P9M"), ("H", 1, "P6M"), ("DEC", 2, "P20Y"), ("CENT", 1, "P100Y"),
    ("TH", 48, "PT48H"),
    ("W", 6, "P6W"), ("Y", 1.5, "P18M"), ("TH", 1.5, "PT1H30M"), ("TH", 0.5, "PT30M"), ("Y", 0.5, "P6M"),
    ("Y", 0, nil), ("Y", -3, nil), ("Y", 1e9, nil),
    ("Y", .infinity, nil),
    ("Y", .nan, "PXY"), ("TH", .nan, "PTXH"),
  ])
  func durations(unit: String, number: Double, expected: String?) {
    #expect(
      value(.duration, published: nil) {
        $0.unit = unit
        $0.number = number
      }?.value == expected)
  }

  @Test(arguments: [(0.0, nil), (1, "00"), (16, "15"), (21, "20"), (22, "21"), (23, nil), (1e30, nil)])
  func centuries(number: Double, expected: String?) {
    guard number < 1e9 else { return }
    #expect(value(.century, published: nil) { $0.number = number }?.value == expected)
  }

  @Test(arguments: [
    (2.0, "Y", "2019"), (1.5, "Y", "2019-12"), (3, "M", "2021-03"), (10, "D", "2021-06-06"),
    (2, "W", "2021-W22"),
    (9_999, "Y", nil), (1e12, "D", nil), (.infinity, "Y", nil),
  ])
  func offsetsCountBack(number: Double, unit: String, expected: String?) {
    #expect(
      value(.offset, published: "2021-06-16") {
        $0.number = number
        $0.unit = unit
        $0.direction = TemporalParts.Step(count: -1)
      }?.value == expected)
  }

  @Test(arguments: ["i", "iv", "xvi", "xxi", "ххі"]) func romanNumeralsOfTwoAlphabets(text: String) {
    let expected = ["i": 1, "iv": 4, "xvi": 16, "xxi": 21, "ххі": 21][text]
    #expect(SlotFiller.roman(Array(text.utf8)[...]) == expected)
  }

  @Test(arguments: [
    ("2017-10-03", "2017-10-3"), ("03.10.2017", "2017-10-3"), ("03.10.17", "2017-10-3"),
    ("10/3/2017", "2017-10-3"),
    ("25/12/2017", "2017-12-25"), ("03.10.67", "1967-10-3"), ("31.02.2017", nil), ("2017-13-01", nil),
    ("03.10.217", nil), ("1.2.3.4", nil), ("...", nil), ("0/0/0000", nil), ("10.10.0999", nil),
    ("10-10-10", "2010-10-10"),
  ])
  func datesInFigures(text: String, expected: String?) {
    let found = WrittenDate(Array(text.utf8), order: .mdy).map {
      "\($0.year)-\(String($0.month).count == 1 ? "0" : "")\($0.month)-\($0.day)"
    }
    #expect(found?.replacing("-0", with: "-") == expected?.replacing("-0", with: "-"))
  }
}
