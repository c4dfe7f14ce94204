import DatelineRecords
import DatelineTestSupport
import Testing

@testable import DatelineReports

struct SummaryIndexTests {
  let index = SummaryIndex(SampleNews.all)

  @Test func oneBearerOfManyNamesIsOneEntry() throws {
    let person = try #require(index.people.first)
    #expect(index.people.count == 1)
    #expect(person.names.map(\.text) == ["Aliya Beisenova", "Әлия Бейсенова"])
    #expect(person.details == ["Rector", "ректор"])
    #expect(person.appearances.map(\.document) == [0, 1])
    #expect(person.appearances[0].count == 3)
    #expect(person.appearances[0].sentence == "Rector Aliya Beisenova signed for Altyn Dala University.")
    #expect(index.organisations.count == 4 && index.countries.map(\.key) == ["KZ", "DE"])
    #expect(index.agreements.count == 2)
  }

  @Test func namesWithoutKeysAreJoinedIfTheyLookTheSame() {
    var first = SampleNews.russian
    first.organisations[0].key = nil
    var second = first
    second.id = "r2"
    second.organisations[0].name = "АО «ТЕНГРИ ЭНЕРГО»"
    let index = SummaryIndex([first, second])
    #expect(index.organisations.first { $0.name.contains("Тенгри") }?.appearances.count == 2)
  }

  @Test func aNameOnlyInTheHeadlineIsShownByIt() {
    var record = SampleNews.russian
    record.people = [
      RecordPerson(id: "p1", name: "А", mentions: [Mention(text: "А", span: Span(0, 1), in: "title")])
    ]
    #expect(SummaryIndex([record]).people[0].appearances[0].sentence == "Контракт готовится")
  }

  @Test func documentsStandInTheOrderOfPublication() {
    let index = SummaryIndex([SampleNews.russian, SampleNews.kazakh, SampleNews.english])
    #expect(index.documents.map(\.reference.document) == ["e1", "k1", "r1"])
    #expect(index.people[0].appearances.map(\.document) == [0, 1])
  }

  @Test func threeAlphabetsMakeOneList() {
    let names = [
      "Яна", "Ұлы", "Zürich", "Ärzte", "Арман", "Әлия", "3M", "Ёлкин", "Ершов", "Қазына", "Кант", "Apple",
      "Ә", "李",
    ]
    #expect(
      names.sorted { AlphabeticalOrder($0) < AlphabeticalOrder($1) } == [
        "3M", "Apple", "Ärzte", "Zürich", "Арман", "Ә", "Әлия", "Ёлкин", "Ершов", "Кант", "Қазына", "Ұлы",
        "Яна", "李",
      ])
    #expect(
      ["3M", "«Ärzte»", "Әлия", "李", "", "ёж"].map { AlphabeticalOrder($0).letter } == [
        "0–9", "A", "Ә", "…", "…", "Е",
      ])
  }

  @Test func peopleStandUnderTheirLastNames() {
    let lines = SummaryIndex.lines(index.people) { AlphabeticalOrder(SummaryIndex.lastNameFirst($0)) }
    #expect(lines.map(\.letter) == ["B", "Б"])
    #expect(lines[1].alias?.text == "Әлия Бейсенова")
  }

  @Test func anEmptyIndexIsAPage() {
    #expect(SummaryIndex([]).html().contains("0 documents"))
    #expect(
      SummaryIndex([]).terminal() == "0 documents: 0 people, 0 organisations, 0 countries, 0 agreements\n")
  }
}

struct CodePointTextTests {
  @Test func piecesAreCutByCodePoints() {
    let text = String(repeating: "aя😀e\u{301}", count: 100)
    let scalars = Array(text.unicodeScalars)
    let cut = CodePointText(text)
    for start in stride(from: 0, to: scalars.count, by: 7) {
      for length in [0, 1, 5, 64, 130] {
        let end = min(scalars.count, start + length)
        #expect(cut.string(in: Span(start, end)) == String(String.UnicodeScalarView(scalars[start..<end])))
      }
    }
  }

  @Test(arguments: [Span(-5, 2), Span(0, 9_999), Span(3, 1), Span(9_999, 10_000), Span(.min, .max)])
  func spansOutsideAreClamped(span: Span) {
    #expect("абв".hasPrefix(CodePointText("абв").string(in: span)))
    #expect(CodePointText("").string(in: span) == "")
  }
}

struct FoldedNameTests {
  @Test(arguments: [
    ("«Алтын Дала» университеті", "алтын дала университеті"), ("Jürgen ÖHLMANN", "jurgen ohlmann"),
    ("Жұмаділ-Ұлы", "жұмаділ ұлы"),
    ("Алфёров", "алферов"), ("  A.  B. ", "a b"), ("Straße", "strasse"), ("…", ""), ("U.S.", "u s"),
    ("e\u{301}a", "ea"),
    ("İstanbul", "istanbul"), ("Q2 2017", "q2 2017"),
  ])
  func namesAreComparedByTheirLetters(name: String, folded: String) {
    #expect(FoldedName(name).text == folded)
  }
}
