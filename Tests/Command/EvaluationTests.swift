import Dateline
import DatelineRecords
import Foundation
import Testing

@testable import DatelineEvaluation

@Suite struct EvaluationTests {
  private func gold(_ json: String) throws -> GoldRecord {
    try #require(try GoldRecord.list(from: Data(json.utf8)).first)
  }

  private var record: Record {
    var record = Record(
      id: "1", source: RecordSource(path: "a", format: "text"), language: "en",
      text: "On 3 May 2021 Ann Lee of Acme met Bo. Acme and Zed signed.")
    record.people = [
      RecordPerson(
        id: "p1", name: "Ann Lee", roles: [.init(title: "Deputy Director")],
        mentions: [Mention(text: "Ann Lee", span: Span(14, 21))])
    ]
    record.organisations = [
      RecordOrganisation(
        id: "o7", name: "Acme", kind: "company",
        mentions: [Mention(text: "Acme", span: Span(25, 29)), Mention(text: "Acme", span: Span(38, 42))])
    ]
    record.dates = [RecordDate(text: "3 May 2021", span: Span(3, 13), type: "DATE", value: "2021-05-03")]
    var agreement = RecordAgreement(id: "a1", type: "contract", status: "signed")
    agreement.parties = [.init(ref: "o7", name: "Acme")]
    agreement.date = "2021-05-03"
    record.agreements = [agreement]
    return record
  }

  @Test func whatIsTheSameCountsAndWhatIsNotIsTold() throws {
    let comparison = RecordComparison.compare(
      record,
      with: try gold(
        """
        {"text": "On 3 May 2021 Ann Lee of Acme met Bo. Acme and Zed signed.",
         "people": [{"id": "p1", "name": "Ann Lee", "roles": [{"title": "director"}],
                     "mentions": [{"text": "Ann Lee", "span": [14, 21]}]},
                    {"id": "p2", "name": "Bo", "mentions": [{"text": "Bo", "span": [34, 36]}]}],
         "organisations": [{"id": "o1", "name": "Acme Ltd", "kind": "bank",
                            "mentions": [{"text": "Acme", "span": [25, 29]}, {"text": "Acme", "span": [38, 42]}]}],
         "dates": [{"text": "3 May 2021", "span": [3, 13], "value": "2021-05"}],
         "agreements": [{"type": "contract", "status": "signed", "date": "2021-05-03",
                         "parties": [{"ref": "o1"}, {"name": "Zed"}]}]}
        """))
    let scores = comparison.scores
    #expect(scores["people"] == Score(correct: 1, found: 1, expected: 2))
    #expect(scores["people.mentions"] == Score(correct: 1, found: 1, expected: 2))
    #expect(scores["people.roles"] == Score(correct: 0, found: 1, expected: 1))
    #expect(scores["people.roles.lenient"] == Score(correct: 1, found: 1, expected: 1))
    #expect(scores["organisations"] == Score(correct: 1, found: 1, expected: 1))
    #expect(scores["organisations.kind"] == Score(correct: 0, found: 1, expected: 1))
    #expect(scores["dates"] == Score(correct: 0, found: 1, expected: 1))
    #expect(scores["dates.span"] == Score(correct: 1, found: 1, expected: 1))
    #expect(scores["agreements"] == Score(correct: 1, found: 1, expected: 1))
    #expect(scores["agreements.parties"] == Score(correct: 1, found: 1, expected: 2))
    #expect(scores["agreements.date"] == Score(correct: 1, found: 1, expected: 1))
    #expect(scores["places"] == nil, "what the gold does not list is not judged")
    #expect(comparison.faults.contains { $0.field == "people" && $0.kind == .missed && $0.what == "Bo" })
    #expect(comparison.remarks.isEmpty)
  }

  @Test(arguments: [("planned", "contract"), ("signed", "treaty")])
  func anotherStatusOrTypeIsAnotherAgreement(status: String, type: String) throws {
    let comparison = RecordComparison.compare(
      record,
      with: try gold(
        """
        {"organisations": [{"id": "o1", "name": "Acme"}],
         "agreements": [{"type": "\(type)", "status": "\(status)", "parties": [{"ref": "o1"}]}]}
        """))
    #expect(comparison.scores["agreements"] == Score(correct: 0, found: 1, expected: 1))
  }

  @Test func whereTextsDifferMentionsAreComparedByTheirWords() throws {
    let comparison = RecordComparison.compare(
      record,
      with: try gold(
        """
        {"text": "XX On 3 May 2021 Ann Lee of Acme met Bo. Acme and Zed signed.",
         "organisations": [{"id": "o1", "name": "Acme", "mentions": [
           {"text": "Acme", "span": [28, 32]}, {"text": "Acme", "span": [41, 45]}, {"text": "Zed", "span": [50, 53]}]}]}
        """))
    #expect(comparison.scores["organisations.mentions"] == Score(correct: 2, found: 2, expected: 3))
    #expect(comparison.remarks.first?.contains("code point 0") == true)
  }

  @Test func emptyCellsPassNoFloor() {
    #expect(Score().f1 == 0)
    #expect(Score(correct: 2, found: 2, expected: 2).f1 == 1)
    #expect(Score(correct: 1, found: 2, expected: 4).f1 == 1.0 / 3)
  }

  @Test(arguments: [
    ("abc  def", "abc def", Span(4, 7), Span(5, 8)), ("a\u{AD}bc d", "abc d", Span(0, 3), Span(0, 4)),
    ("Он «да».\nИ", "Он «да». И", Span(9, 10), Span(9, 10)),
    ("\"Acme\" x", "“Acme” x", Span(1, 5), Span(1, 5)),
  ])
  func spansFindTheirWayBackToTheTextTheyCameFrom(
    original: String, normalised: String, span: Span, expected: Span
  ) {
    #expect(Alignment(from: normalised, to: original).span(of: span) == expected)
  }

  @Test func phrasesAreCountedByWhatWasReadOfThem() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("phrases-\(UUID()).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try """
    {"text": "It opens next week.", "language": "en", "published": "2021-06-16", "expected": [{"text": "next week", "values": ["2021-W25"]}]}
    {"text": "It opens next week.", "language": "en", "published": "2021-06-16", "expected": [{"text": "next week", "values": ["2021-06-21/2021-06-27"]}]}
    {"text": "It opens next week.", "language": "en", "published": "2021-06-16", "expected": [{"text": "next week", "values": ["2021-W26"]}]}
    {"text": "It opens next week.", "language": "en", "expected": []}

    """.write(to: file, atomically: true, encoding: .utf8)
    let scores = PhraseScores(of: try DatedPhrase.phrases(ofFile: file.path), pipeline: try Pipeline())
    let group = try #require(scores.groups.first)
    #expect(group.expected == 3)
    #expect(group.covered == 3)
    #expect(group.right == 2)
    #expect(group.extra == 1)
    #expect(scores.faults.count == 2)
  }

  @Test func aLineThatIsNoPhraseIsTold() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("phrases-\(UUID()).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try "{\"text\": 3}\n".write(to: file, atomically: true, encoding: .utf8)
    #expect(throws: EvaluationError.self) { try DatedPhrase.phrases(ofFile: file.path) }
  }
}
