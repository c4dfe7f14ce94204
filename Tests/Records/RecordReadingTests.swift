import DatelineRecords
import DatelineTestSupport
import Testing

struct RecordReadingTests {
  @Test func aRecordByHandMayLeaveListsOut() throws {
    let json = """
      {"language": "kk", "title": "Т", "duplicates": [[4, 1]], "people": [{"name": "Ә"}],
       "organisations": [{"id": "o1", "name": "АТЫО", "mentions": [{"text": "АТЫО", "span": [0, 4], "in": "title"}]}],
       "agreements": [{"type": "memorandum", "status": "signed", "evidence": ["Бір сөйлем."], "parties": [{"ref": "o1"}]}]}
      """
    let record = try RecordExport.record(fromJSON: json.utf8)
    #expect(record.schema == "dateline/1" && record.text == "" && record.dates == [])
    #expect(record.people[0].roles == [] && record.organisations[0].mentions[0].in == "title")
    #expect(record.agreements[0].evidence == [Mention(text: "Бір сөйлем.", span: Span(0, 0))])
    #expect(record.agreements[0].parties == [.init(ref: "o1", name: "")])
  }

  @Test(arguments: [
    ("{\"text\":\"a\"}", ["a"]), ("[{\"text\":\"a\"},{\"text\":\"b\"}]", ["a", "b"]),
    ("{\"text\":\"a\"}\n{\"text\":\"b\"}\r\n\n{\"text\":\"c\"}\n", ["a", "b", "c"]),
    ("{\n  \"text\": \"a}\\\"{\"\n}\n{\"text\":\"b\"}", ["a}\"{", "b"]), ("", []), (" \n", []), ("[]", []),
    ("\u{FEFF}{\"text\":\"a\"}", ["a"]),
    ("{\"id\":\"1\",\"error\":{\"code\":\"x\",\"message\":\"y\"}}\n{\"text\":\"b\"}", ["b"]),
  ])
  func objectsListsAndLinesAreRead(json: String, texts: [String]) throws {
    #expect(try RecordExport.records(fromJSON: json.utf8).map(\.text) == texts)
  }

  @Test(arguments: [
    ("nonsense", 1), ("{\"text\":\"a\"}\n{\"text\":", 2), ("{\"text\":\"a\"}\n\n{\"text\":5}", 3), ("}", 1),
    ("{\"sentences\":[[1]]}", 1), ("{\"dates\":[{}]}", 1), ("[1]", 1), ("{} \n true", 2),
  ])
  func damageIsReportedWithItsLine(json: String, line: Int) {
    #expect { _ = try RecordExport.records(fromJSON: json.utf8) } throws: { error in
      (error as? RecordReadingError)?.line == line
    }
  }

  @Test func randomDamageNeverCrashes() {
    var random = SeededGenerator(seed: 11)
    let sound = RecordExport.json(InventedNews.records(1)[0])
    for _ in 0..<300 {
      var damaged = sound
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random) / 3)
      _ = try? RecordExport.records(fromJSON: damaged)
    }
  }
}
