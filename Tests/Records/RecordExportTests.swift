import DatelineRecords
import DatelineTestSupport
import Foundation
import Testing

struct RecordExportTests {
  @Test func keysStandInTheOrderOfTheContract() {
    var record = Record(
      id: "9f2c",
      source: RecordSource(
        path: "a.xml", format: "rss", item: 3, url: "u", feed: "f", encoding: "utf-8", bytes: 9),
      language: "de", text: "Minsk")
    record.script = "Latn"
    record.languageConfidence = 0.5
    record.title = "T"
    record.authors = ["A"]
    record.agency = "BelTA"
    record.dateline = RecordDateline(
      place: "Minsk", country: "BY", date: "XXXX-09-19", agency: "BelTA", span: Span(0, 5))
    record.published = "2025-09-19"
    record.publishedFrom = .header
    record.paragraphs = [
      RecordParagraph(span: Span(0, 5), duplicateOf: .init(document: "d", paragraph: 1, similarity: 1))
    ]
    record.sentences = [Span(0, 5)]
    record.amounts = [RecordAmount(text: "2 bln", span: Span(0, 5), in: "title", value: 2e9, currency: "KZT")]
    #expect(
      String(decoding: RecordExport.json(record), as: UTF8.self) == #"""
        {"schema":"dateline/1","id":"9f2c","source":{"path":"a.xml","format":"rss","item":3,"url":"u","feed":"f",\#
        "encoding":"utf-8","bytes":9},"language":"de","script":"Latn","languageConfidence":0.5,"title":"T",\#
        "authors":["A"],"agency":"BelTA","dateline":{"place":"Minsk","country":"BY","date":"XXXX-09-19",\#
        "agency":"BelTA","span":[0,5]},"published":"2025-09-19","publishedFrom":"header","text":"Minsk",\#
        "paragraphs":[{"span":[0,5],"duplicateOf":{"document":"d","paragraph":1,"similarity":1}}],\#
        "sentences":[[0,5]],"dates":[],"people":[],"organisations":[],"places":[],\#
        "amounts":[{"text":"2 bln","span":[0,5],"in":"title","value":2000000000,"currency":"KZT"}],\#
        "agreements":[],"summary":[],"warnings":[]}
        """#)
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    for record in InventedNews.records(200) {
      #expect(try RecordExport.record(fromJSON: RecordExport.json(record)) == record)
    }
  }

  @Test func foundationReadsTheSameAsItsOwnEncoderWrites() throws {
    for record in InventedNews.records(20, seed: 5) {
      let own = try JSONValue(json: RecordExport.json(record))
      let foundation = try JSONValue(json: JSONEncoder().encode(record))
      #expect(own == foundation)
    }
  }

  @Test func everyRecordIsValid() throws {
    let validator = try JSONSchemaValidator.records()
    for record in InventedNews.records(100) {
      #expect(validator.faults(inJSON: RecordExport.json(record)) == [])
    }
  }

  @Test(arguments: [
    "", "\"", "\\", "\n\r\t", "\u{0}\u{1}\u{1F}\u{7F}", "</script>", "Әлия Бейсенова", "😀 e\u{301}",
    "\u{2028}\u{FEFF}",
    "a\"b\\c\u{8}d", String(repeating: "я", count: 5000) + "\"",
  ])
  func anyStringSurvives(string: String) throws {
    var record = Record(
      id: string, source: RecordSource(path: string, format: "text"), language: "und", text: string)
    record.title = string
    let json = RecordExport.json(record)
    #expect(!json.contains { $0 < 0x20 }, "one line, no control characters")
    let read = try RecordExport.record(fromJSON: json)
    #expect(Array(read.text.unicodeScalars) == Array(string.unicodeScalars))
    #expect(read.source.path == string)
  }

  @Test(arguments: [
    (2_000_000_000.0, "2000000000"), (0, "0"), (-3, "-3"), (1.5, "1.5"), (0.1, "0.1"), (1e300, "1e+300"),
    (-0.25, "-0.25"), (7, "7"), (-0x1p63, "-9.223372036854776e+18"),
  ])
  func numbersAreWrittenShort(value: Double, expected: String) throws {
    var record = Record(id: "1", source: RecordSource(path: "", format: "text"), language: "und", text: "")
    record.amounts = [RecordAmount(text: "x", span: Span(0, 1), value: value, currency: "EUR")]
    let json = RecordExport.json(record)
    #expect(String(decoding: json, as: UTF8.self).contains("\"value\":\(expected),"))
    #expect(try RecordExport.record(fromJSON: json).amounts[0].value == value)
  }

  @Test func whatIsNoNumberIsLeftOut() throws {
    var record = Record(id: "1", source: RecordSource(path: "", format: "text"), language: "und", text: "")
    record.amounts = [RecordAmount(text: "x", span: Span(0, 1), value: .nan, currency: "EUR")]
    record.languageConfidence = .infinity
    let read = try RecordExport.record(fromJSON: RecordExport.json(record))
    #expect(read.amounts.isEmpty && read.languageConfidence == nil)
  }
}
