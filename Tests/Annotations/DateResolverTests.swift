import DatelineDocuments
import DatelineTestSupport
import Foundation
import Testing

@testable import DatelineAnnotations
@testable import DatelineLexicon

/// What the parts of an expression mean, whatever text they were taken from: value, first and last day, anchor.
@Suite struct DateResolverTests {
  private static let published = "2021-06-16"

  /// Parts as a pattern leaves them, written short.
  struct Case: CustomTestStringConvertible, Sendable {
    var operation: DatePattern.Operation
    var parts: [TemporalParts]
    /// `value start end anchor`; `-` for an end that is not known.
    var expected: String
    /// The same without a day of publication.
    var open: String
    var testDescription: String { expected + " | " + open }

    init(
      _ operation: DatePattern.Operation, _ expected: String, open: String,
      _ fill: (inout TemporalParts) -> Void
    ) {
      var parts = TemporalParts()
      fill(&parts)
      self.init(operation, [parts, .init(), .init()], expected, open)
    }

    init(
      _ operation: DatePattern.Operation, _ expected: String, open: String,
      ends fill: (inout TemporalParts, inout TemporalParts) -> Void
    ) {
      var (first, last) = (TemporalParts(), TemporalParts())
      fill(&first, &last)
      (first.extent, last.extent) = (0..<1, 2..<3)
      self.init(operation, [.init(), first, last], expected, open)
    }

    private init(
      _ operation: DatePattern.Operation, _ parts: [TemporalParts], _ expected: String, _ open: String
    ) {
      (self.operation, self.parts, self.expected, self.open) = (operation, parts, expected, open)
    }

    func resolved(_ published: String?, _ scene: TemporalScene = TemporalScene()) -> String {
      let match = TemporalMatch(pattern: 0, tokens: 0..<1, items: 1, parts: parts)
      let value = DateResolver(reference: published.flatMap { CalendarDate(iso: $0) }).value(
        of: match, operation: operation, in: scene)
      guard let value else { return "nothing" }
      return [value.value, value.start?.description ?? "-", value.end?.description ?? "-", value.anchor]
        .joined(separator: " ")
    }
  }

  private static func same(
    _ operation: DatePattern.Operation, _ expected: String, _ fill: (inout TemporalParts) -> Void
  ) -> Case { Case(operation, expected, open: expected, fill) }

  private static func step(_ count: Int) -> TemporalParts.Step { TemporalParts.Step(count: count) }

  /// What says its place in the calendar means the same whenever it was published.
  static let absolute: [Case] = [
    same(.date, "2020-02-29 2020-02-29 2020-02-29 explicit") { ($0.year, $0.month, $0.day) = (2020, 2, 29) },
    same(.date, "2020-02 2020-02-01 2020-02-29 explicit") { ($0.year, $0.month) = (2020, 2) },
    same(.date, "2020 2020-01-01 2020-12-31 explicit") { $0.year = 2020 },
    same(.date, "2020-Q3 2020-07-01 2020-09-30 explicit") { ($0.year, $0.quarter) = (2020, 3) },
    same(.date, "2020-H2 2020-07-01 2020-12-31 explicit") { ($0.year, $0.half) = (2020, 2) },
    same(.date, "2020-SP 2020-03-01 2020-05-31 explicit") { ($0.year, $0.season) = (2020, "SP") },
    same(.date, "2020-SU 2020-06-01 2020-08-31 explicit") { ($0.year, $0.season) = (2020, "SU") },
    same(.date, "2020-FA 2020-09-01 2020-11-30 explicit") { ($0.year, $0.season) = (2020, "FA") },
    same(.date, "2020-WI 2020-12-01 2021-02-28 explicit") { ($0.year, $0.season) = (2020, "WI") },
    same(.decade, "199 1990-01-01 1999-12-31 explicit") { $0.year = 1990 },
    same(.decade, "196 1960-01-01 1969-12-31 explicit") { $0.year = 60 },
    same(.century, "19 1901-01-01 2000-12-31 explicit") { $0.ordinal = 20 },
    same(.century, "20 2001-01-01 2100-12-31 explicit") { $0.ordinal = 21 },
    same(.holiday, "2022-04-17 2022-04-17 2022-04-17 explicit") {
      ($0.year, $0.holiday) = (2022, "easter+0")
    },
    same(.holiday, "2022-04-24 2022-04-24 2022-04-24 explicit") {
      ($0.year, $0.holiday) = (2022, "pascha+0")
    },
    same(.holiday, "2022-03-21/2022-03-23 2022-03-21 2022-03-23 explicit") {
      ($0.year, $0.holiday) = (2022, "03-21/03-23")
    },
    same(.holiday, "2022-11-24 2022-11-24 2022-11-24 explicit") { ($0.year, $0.holiday) = (2022, "11#4#4") },
    same(.holiday, "2022-05-30 2022-05-30 2022-05-30 explicit") { ($0.year, $0.holiday) = (2022, "05#1#-1") },
    Case(.fiscal, "2020 2020-01-01 2020-12-31 explicit", open: "2020 2020-01-01 2020-12-31 explicit") {
      ($0.year, $1.year, $1.hasShortYear) = (2019, 2020, true)
    },
    Case(
      .range, "2026/2030 2026-01-01 2030-12-31 explicit", open: "2026/2030 2026-01-01 2030-12-31 explicit"
    ) { ($0.year, $1.year) = (2026, 2030) },
    Case(
      .century, "08/10 0801-01-01 1100-12-31 explicit", open: "08/10 0801-01-01 1100-12-31 explicit"
    ) { ($0.ordinal, $1.ordinal) = (9, 11) },
  ]

  /// What takes place from the day of publication; without it neither end is known.
  static let relative: [Case] = [
    Case(.relativeDay, "2021-06-15 2021-06-15 2021-06-15 published", open: "XXXX-XX-XX - - published") {
      $0.relative = step(-1)
    },
    Case(.relativeWeek, "2021-W25 2021-06-21 2021-06-27 published", open: "XXXX-WXX - - published") {
      $0.relative = step(1)
    },
    Case(.shift, "2021-W23-WE 2021-06-12 2021-06-13 published", open: "XXXX-WXX-WE - - published") {
      ($0.unit, $0.shift) = ("WE", step(-1))
    },
    Case(.shift, "2021-Q1 2021-01-01 2021-03-31 published", open: "XXXX-QX - - published") {
      ($0.unit, $0.shift) = ("Q", step(-1))
    },
    Case(.shift, "2020-H2 2020-07-01 2020-12-31 published", open: "XXXX-HX - - published") {
      ($0.unit, $0.shift) = ("H", step(-1))
    },
    Case(.shift, "201 2010-01-01 2019-12-31 published", open: "XXX - - published") {
      ($0.unit, $0.shift) = ("DEC", step(-1))
    },
    Case(.shift, "19 1901-01-01 2000-12-31 published", open: "XX - - published") {
      ($0.unit, $0.shift) = ("CENT", step(-1))
    },
    Case(.shift, "2020-10 2020-10-01 2020-10-31 published", open: "XXXX-10 - - explicit") {
      ($0.month, $0.shift) = (10, step(-1))
    },
    Case(.shift, "2021-06-18 2021-06-18 2021-06-18 published", open: "XXXX-WXX-5 - - explicit") {
      ($0.weekday, $0.shift) = (5, step(1))
    },
    Case(
      .halfBefore, "2021-06-16T06:30 2021-06-16 2021-06-16 published", open: "XXXX-XX-XXT06:30 - - published"
    ) {
      $0.ordinal = 7
    },
    Case(.shift, "2020-H2 2020-07-01 2020-12-31 published", open: "XXXX - - published") {
      ($0.unit, $0.shift, $0.modifier) = ("Y", step(-1), "H2")
    },
    Case(.holiday, "2021-07-20 2021-07-20 2021-07-20 published", open: "XXXX - - explicit") {
      $0.holiday = "2020-07-31,2021-07-20,2022-07-09"
    },
    Case(.offset, "2021-06-06 2021-06-06 2021-06-06 published", open: "XXXX-XX-XX - - published") {
      ($0.number, $0.unit, $0.direction) = (10, "D", step(-1))
    },
    Case(.weekday, "2021-06-14 2021-06-14 2021-06-14 published", open: "XXXX-WXX-1 - - published") {
      $0.weekday = 1
    },
    Case(.date, "2021-05-03 2021-05-03 2021-05-03 published", open: "XXXX-05-03 - - explicit") {
      ($0.month, $0.day) = (5, 3)
    },
    Case(.date, "2021-Q2 2021-04-01 2021-06-30 published", open: "XXXX-Q2 - - explicit") { $0.quarter = 2 },
    Case(.holiday, "2021-05-09 2021-05-09 2021-05-09 published", open: "XXXX-05-09 - - explicit") {
      $0.holiday = "05-09"
    },
    Case(.time, "2021-06-16T15:30 2021-06-16 2021-06-16 published", open: "XXXX-XX-XXT15:30 - - published") {
      ($0.hour, $0.minute) = (15, 30)
    },
    Case(.time, "2021-06-15TMO 2021-06-15 2021-06-15 published", open: "XXXX-XX-XXTMO - - published") {
      ($0.relative, $0.partOfDay) = (step(-1), "MO")
    },
  ]

  /// What has no place in the calendar has no first and no last day.
  static let placeless: [Case] = [
    same(.duration, "P2Y - - explicit") { ($0.number, $0.unit) = (2, "Y") },
    same(.duration, "PXM - - explicit") { ($0.number, $0.unit) = (.nan, "M") },
    same(.set, "P1W - - explicit") { $0.unit = "W" },
    same(.set, "P2Y - - explicit") { ($0.number, $0.unit) = (2, "Y") },
    same(.set, "XXXX-WXX-5 - - explicit") { $0.weekday = 5 },
    same(.set, "XXXX-WXX-5T20:00 - - explicit") { ($0.weekday, $0.hour) = (5, 20) },
    same(.set, "XXXX-SU - - explicit") { $0.season = "SU" },
    same(.reference, "PAST_REF - - explicit") { $0.reference = "PAST_REF" },
    same(.offset, "PAST_REF - - explicit") { ($0.number, $0.unit, $0.direction) = (.nan, "Y", step(-1)) },
  ]

  @Test(arguments: absolute + relative + placeless)
  func extentsAreThoseOfTheRecord(of one: Case) {
    #expect(one.resolved(Self.published) == one.expected)
    #expect(one.resolved(nil) == one.open)
    for value in [one.expected, one.open] {
      #expect(TimexValue.isSound(String(value.prefix { $0 != " " })), "\(value)")
    }
  }

  /// Which of two years, days or weeks is meant, the tense of the clause says.
  @Test(arguments: [
    ("month", nil, "2021-09"), ("month", Tense.past, "2020-09"), ("month", .future, "2021-09"),
    ("weekday", nil, "2021-06-11"), ("weekday", .past, "2021-06-11"), ("weekday", .future, "2021-06-18"),
    ("day", .past, "2021-05-20"), ("day", .future, "2021-06-20"),
    ("holiday", .past, "2020-12-25"), ("holiday", .future, "2021-12-25"),
  ])
  func theTenseDecides(what: String, tense: Tense?, expected: String) {
    var scene = TemporalScene()
    scene.tense = tense
    let one: Case =
      switch what {
      case "month": Self.same(.date, expected) { $0.month = 9 }
      case "weekday": Self.same(.weekday, expected) { $0.weekday = 5 }
      case "day": Self.same(.date, expected) { $0.day = 20 }
      default: Self.same(.holiday, expected) { $0.holiday = "12-25" }
      }
    #expect(one.resolved(Self.published, scene).hasPrefix(expected + " "))
  }

  /// "three days later", "the following month", "that year": from the date named before.
  @Test(arguments: [
    ("D", 3, "2018-05-06 2018-05-06 2018-05-06 context"),
    ("D", -1, "2018-05-02 2018-05-02 2018-05-02 context"),
    ("W", 1, "2018-W19 2018-05-07 2018-05-13 context"), ("M", 1, "2018-06 2018-06-01 2018-06-30 context"),
    ("Y", 0, "2018 2018-01-01 2018-12-31 context"),
  ])
  func stepsMayCountFromTheDateNamedBefore(unit: String, count: Int, expected: String) {
    var scene = TemporalScene()
    let day = CalendarDate(iso: "2018-05-03")
    scene.earlier = [TemporalValue(value: "2018-05-03", start: day, end: day, unit: "D")]
    let one = Self.same(.shift, expected) {
      ($0.unit, $0.shift) = (unit, TemporalParts.Step(count: count, isFromText: true))
    }
    #expect(one.resolved(Self.published, scene) == expected)
    #expect(one.resolved(nil, scene) == expected)
  }

  /// The check of values that this suite, the hostile texts and the fuzzer share is one.
  @Test(arguments: [
    "", "P", "PT", "P0Y", "2021-13", "2021-02-00", "20177", "2021-Q5", "2021-W54", "2021/2022/2023", "12:00",
    "2021T10:00", "2021-06-16T25:00",
  ])
  func whatIsNoValueIsTold(value: String) { #expect(!TimexValue.isSound(value)) }

  /// Nothing overflows, whatever figures stand in a text.
  @Test(arguments: [Int.max, Int.min + 1, 1_000_000_000_000, -1_000_000_000_000])
  func hugeCountsAreNoDates(count: Int) {
    for unit in ["D", "W", "WE", "M", "Q", "H", "Y", "DEC", "CENT", "TH"] {
      for published in [Self.published, "0001-01-01", "9999-12-31", nil] {
        let shifted = Self.same(.shift, "") { ($0.unit, $0.shift) = (unit, Self.step(count)) }
        let value = shifted.resolved(published)
        #expect(value == "nothing" || value.hasPrefix("X"), "\(unit): \(value)")
      }
      let length = Self.same(.duration, "") { ($0.number, $0.unit) = (Double(count) * 1e300, unit) }
      #expect(length.resolved(Self.published) == "nothing")
    }
  }
}

/// The clock is asked nowhere: what is not known stays open.
@Suite struct ClockTests {
  @Test func noRoomReadsTheClock() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let signs = [
      "Date()", "Date.now", ".now()", "clock_gettime", "gettimeofday", "time(nil)", "CURRENT_TIMESTAMP",
    ]
    for room in [
      "Documents", "Text", "Lexicon", "Tagger", "Annotations", "Records", "Reports", "Store", "Dateline",
    ] {
      let folder = sources.appendingPathComponent(room)
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
        $0.hasSuffix(".swift")
      }
      #expect(!files.isEmpty)
      for file in files {
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        for sign in signs { #expect(!text.contains(sign), "\(room)/\(file) reads the clock: \(sign)") }
      }
    }
  }
}
