import DatelineDocuments
import DatelineRecords
import DatelineTestSupport
import Testing

@testable import DatelineReports

/// A row of a table of cases: something to change, by name.
struct Change<Value>: Sendable, CustomStringConvertible {
  let description: String
  let apply: @Sendable (inout Value) -> Void
  init(_ name: String, _ apply: @escaping @Sendable (inout Value) -> Void) {
    description = name
    self.apply = apply
  }
}

struct TimelineTests {
  @Test func entriesStandInTheOrderOfDays() {
    let timeline = Timeline(SampleNews.all)
    #expect(timeline.entries.map { $0.date?.value } == ["2018-05", "2018-05-14", "2019-11-21", "2020-02-01"])
    #expect(timeline.entries.map(\.kind) == [.fact, .fact, .agreement, .agreement])
    #expect(timeline.documents == 3)
  }

  @Test func oneAgreementToldTwiceIsOneEntryWithTwoSources() throws {
    for records in [[SampleNews.english, SampleNews.kazakh], [SampleNews.kazakh, SampleNews.english]] {
      let agreements = Timeline(records).entries.filter { $0.kind == .agreement }
      let entry = try #require(agreements.first)
      #expect(agreements.count == 1)
      #expect(Set(entry.sources.map(\.document)) == ["e1", "k1"])
      #expect(entry.date?.value == "2019-11-21" && entry.date?.isReported == false, "the day stated wins")
      #expect(entry.parties.count == 2 && entry.people.count == 1)
      #expect(entry.place == "Munich")
    }
  }

  @Test func aMissingDayIsThatOfTheReport() {
    let entry = Timeline([SampleNews.russian]).entries[0]
    #expect(entry.date?.value == "2020-02-01" && entry.date?.isReported == true)
  }

  @Test func whatHasNoDayAtAllComesLast() {
    var record = SampleNews.russian
    record.published = nil
    record.agreements[0].date = "XXXX-03-01"
    let timeline = Timeline([record, SampleNews.english])
    #expect(timeline.entries.last?.status == "planned" && timeline.entries.last?.date == nil)
  }

  @Test func factsOfRepeatedParagraphsAreListedOnce() {
    let facts = Timeline([SampleNews.english]).entries.filter { $0.kind == .fact }
    #expect(facts.map(\.evidence) == ["Beisenova first visited Isarau University in May 2018."])
    var copy = SampleNews.english
    copy.id = "e2"
    let both = Timeline([SampleNews.english, copy]).entries.filter { $0.kind == .fact }
    #expect(both.count == 1 && both[0].sources.map(\.document) == ["e1", "e2"])
  }

  /// Each changes the second report so that it is another agreement.
  static let differences = [
    Change<Record>("another day") { $0.agreements[0].date = "2019-11-29" },
    Change("another state") { $0.agreements[0].status = "terminated" },
    Change("another kind") { $0.agreements[0].type = "grant" },
    Change("another party") {
      $0.organisations[1].key = "other"
      $0.agreements[0].parties[1].name = "Other"
    },
    Change("another subject") {
      $0.agreements[0].subject = "fishing"
      $0.agreements[0].title = "Paper"
    },
    Change("the same document") { $0.id = "e1" },
  ]

  @Test(arguments: differences)
  func differentAgreementsStayApart(change: Change<Record>) {
    var second = SampleNews.english
    second.id = "e2"
    #expect(Timeline([SampleNews.english, second]).entries.count { $0.kind == .agreement } == 1)
    change.apply(&second)
    #expect(Timeline([SampleNews.english, second]).entries.count { $0.kind == .agreement } == 2)
  }

  @Test func twoPapersOfOneDocumentStayTwoInItsCopies() {
    var first = SampleNews.english
    first.agreements.append(first.agreements[0])
    first.agreements[1].id = "a2"
    first.agreements[1].subject = "joint degree programmes for engineers"
    var second = first
    second.id = "e2"
    let agreements = Timeline([first, second]).entries.filter { $0.kind == .agreement }
    #expect(agreements.count == 2 && agreements.allSatisfy { $0.sources.count == 2 })
  }

  static let filters: [(Change<TimelineFilter>, Int)] = [
    (Change("country code") { $0.countries = ["kz"] }, 3),
    (Change("country no record names so") { $0.countries = ["Deutschland"] }, 0),
    (Change("country in Russian") { $0.countries = ["германия"] }, 3),
    (Change("country in Kazakh") { $0.countries = ["қазақстан"] }, 3),
    (Change("two countries") { $0.countries = ["FR", "DE"] }, 3),
    (Change("person") { $0.people = ["beisenova"] }, 3),
    (Change("person in Cyrillic") { $0.people = ["бейсенова"] }, 3),
    (Change("person by key") { $0.people = ["beisenova aliya"] }, 3),
    (Change("nobody") { $0.people = ["Nobody"] }, 0),
    (Change("organisation") { $0.organisations = ["алтын дала"] }, 1),
    (Change("type") { $0.types = ["contract", "treaty"] }, 1),
    (Change("status") { $0.statuses = ["signed"] }, 1),
    (Change("from") { $0.from = CalendarDate(iso: "2019-01-01") }, 2),
    (Change("to") { $0.to = CalendarDate(iso: "2018-05-20") }, 2),
    (
      Change("from and to") {
        $0.from = CalendarDate(iso: "2018-05-10")
        $0.to = CalendarDate(iso: "2018-05-20")
      }, 2
    ),
    (Change("language") { $0.languages = ["ru"] }, 1),
    (Change("agency") { $0.agencies = ["дала"] }, 2),
    (Change("words") { $0.text = "JOINT munich" }, 1),
    (Change("no facts") { $0.includeFacts = false }, 2),
  ]

  @Test(arguments: filters)
  func filtersNarrow(change: Change<TimelineFilter>, count: Int) {
    var filter = TimelineFilter()
    change.apply(&filter)
    let timeline = Timeline(SampleNews.all, filter: filter)
    #expect(timeline.entries.count == count, "\(timeline.entries.map { $0.evidence ?? "" })")
    #expect(timeline.unknownCountries == (filter.countries == ["Deutschland"] ? ["Deutschland"] : []))
  }

  @Test func manyReportsOfManyAgreementsTakeLinearTime() {
    let records = InventedNews.records(4000)
    let clock = ContinuousClock()
    var timeline = Timeline([])
    let time = clock.measure { timeline = Timeline(records) }
    #expect(timeline.entries.count > 3000)
    #expect(time < .seconds(20), "\(time)")
  }
}

struct DayRangeTests {
  @Test(arguments: [
    ("2017-06-08", "2017-06-08", "2017-06-08"), ("2017-06-08T10:30", "2017-06-08", "2017-06-08"),
    ("2016-02", "2016-02-01", "2016-02-29"), ("2017", "2017-01-01", "2017-12-31"),
    ("2017-Q2", "2017-04-01", "2017-06-30"),
    ("2017-H2", "2017-07-01", "2017-12-31"), ("2017-W23", "2017-06-05", "2017-06-11"),
    ("2020-W53", "2020-12-28", "2021-01-03"), ("201", "2010-01-01", "2019-12-31"),
  ])
  func valuesCoverDays(value: String, first: String, last: String) throws {
    let days = try #require(DayRange(timex: value))
    #expect(days.first.description == first && days.last.description == last)
  }

  @Test(arguments: [
    "", "-", "XXXX-09-19", "P2Y", "PRESENT_REF", "2017-13", "2017-00", "2017-02-30", "2017-Q5", "2017-Q",
    "2017-Q99999999999999999999",
    "2017-W60", "2017-06-08-09", "20170608", "2017-06-08x", "2017-SU", "2017-+1", "0000", "１９９９",
  ])
  func whatCoversNoKnownDaysIsNil(value: String) { #expect(DayRange(timex: value) == nil) }
}
