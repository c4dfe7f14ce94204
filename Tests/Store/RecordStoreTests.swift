import CSQLite
import DatelineRecords
import DatelineTestSupport
import Foundation
import Testing

@testable import DatelineStore

/// A folder that goes when the test has ended.
final class TemporaryFolder {
  let path: String
  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dateline-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
  func file(_ name: String) -> String { path + "/" + name }
}

extension RecordStore {
  /// The first column of the first row of a query.
  func integer(_ sql: String) throws -> Int { try locked { try $0.integer(sql) } }
  /// The columns of the first row, NULL as nil.
  func row(_ sql: String, columns: Int32) throws -> [String?] {
    try locked { connection in
      let row = try connection.compile(sql)
      guard try row.step() else { return [] }
      return (0..<columns).map { row.optionalString($0) }
    }
  }
  var all: [Record] {
    get throws {
      var records: [Record] = []
      try forEachRecord { records.append($0) }
      return records
    }
  }
}

struct RecordStoreTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("news.sqlite")
  }

  @Test func recordsComeBackAsTheyWentIn() throws {
    let records = InventedNews.records(200)
    let store = try RecordStore(path: path)
    for record in records { #expect(try store.ingest(record) == .added) }
    #expect(try store.all == records)
  }

  @Test func runningTwiceChangesNothing() throws {
    let records = InventedNews.records(30)
    do {
      let store = try RecordStore(path: path)
      for record in records { try store.ingest(record) }
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    do {
      let store = try RecordStore(path: path)
      for record in records { #expect(try store.ingest(record) == .unchanged) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func aChangedDocumentReplacesItsOldSelf() throws {
    let store = try RecordStore(path: path)
    let records = InventedNews.records(3)
    for record in records { try store.ingest(record) }
    var changed = Record(id: "new", source: records[1].source, language: "en", text: "Something quite else.")
    changed.title = "Quite else"
    #expect(try store.ingest(changed) == .replaced)
    #expect(try store.all.map(\.id) == [records[0].id, "new", records[2].id], "it keeps its place")
    for table in [
      "people", "organisations", "places", "mentions", "agreements", "evidence", "signatories", "dates",
    ] {
      #expect(try store.integer("SELECT count(*) FROM \(table) WHERE document = 2") == 0, "\(table)")
    }
    #expect(try store.search("quite").map(\.document) == ["new"])
    #expect(try store.integer("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    try store.locked { try $0.run("INSERT INTO document_words (document_words) VALUES ('integrity-check')") }
  }

  @Test func documentsDifferByPathItemAndAddress() throws {
    let store = try RecordStore(path: path)
    func record(_ path: String, _ item: Int?, _ url: String?, id: String = "same") -> Record {
      Record(
        id: id, source: RecordSource(path: path, format: "rss", item: item, url: url), language: "en",
        text: "x")
    }
    let different = [
      record("a", nil, nil), record("a", 1, nil), record("a", 2, nil), record("a", 1, "u"),
      record("b", 1, "u"),
      record("-", nil, nil, id: "1"), record("-", nil, nil, id: "2"),
    ]
    for record in different { #expect(try store.ingest(record) == .added) }
    for record in different { #expect(try store.ingest(record) == .unchanged) }
  }

  @Test func theTablesSayWhatTheRecordSays() throws {
    let store = try RecordStore(path: path)
    let record = try #require(InventedNews.records(40).first { $0.agreements[0].status == "signed" })
    try store.ingest(record)
    let agreement = record.agreements[0]
    let row = try store.row(
      "SELECT date, dated, status, type, parties, signatories, place, evidence, document_title FROM timeline",
      columns: 9)
    #expect(
      row == [
        agreement.date, "stated", "signed", agreement.type,
        agreement.parties.map(\.name).joined(separator: "; "),
        record.people[0].name, record.places[0].name, agreement.evidence[0].text, record.title,
      ])
    #expect(
      try store.integer(
        """
        SELECT count(*) FROM mentions AS m JOIN documents AS d ON d.number = m.document
        WHERE substr(d.text, m.start + 1, m.stop - m.start) <> m.text
        """) == 0)
    let counts = try store.counts()
    #expect(counts.documents == 1 && counts.languages == [.init(code: record.language, documents: 1)])
    #expect(
      counts.people == 1 && counts.organisations == 2 && counts.agreements == 1 && counts.paragraphs == 3)
  }

  @Test func aRecordWithLooseEndsIsStoredWhole() throws {
    let store = try RecordStore(path: path)
    var record = Record(
      id: "1", source: RecordSource(path: "a", format: "text"), language: "und", text: "\u{0}a")
    record.people = [
      RecordPerson(id: "p1", name: "A", roles: [.init(title: "x", organisation: "o9")]),
      RecordPerson(id: "p1", name: "B"),
    ]
    var agreement = RecordAgreement(id: "a1", type: "other", status: "signed")
    agreement.signatories = ["p7"]
    agreement.parties = [.init(ref: "o7", name: "")]
    agreement.place = "Atlantis"
    record.agreements = [agreement, agreement]
    #expect(try store.ingest(record) == .added)
    #expect(try store.all == [record])
    #expect(try store.row("SELECT place FROM timeline", columns: 1) == ["Atlantis"])
  }

  @Test func filtersNarrow() throws {
    let store = try RecordStore(path: path)
    let records = InventedNews.records(60)
    for record in records { try store.ingest(record) }
    func ids(_ change: (inout RecordFilter) -> Void) throws -> [String] {
      var filter = RecordFilter()
      change(&filter)
      var ids: [String] = []
      try store.forEachRecord(matching: filter) { ids.append($0.id) }
      return ids
    }
    #expect(
      try ids { $0.languages = ["kk", "de"] }
        == records.filter { ["kk", "de"].contains($0.language) }.map(\.id))
    #expect(
      try ids {
        $0.publishedFrom = "2020-01-01"; $0.publishedTo = "2021-12-31"
      }
        == records.filter { ("2020-01-01"..."2021-12-31").contains($0.published ?? "") }.map(\.id))
    #expect(try ids { $0.ids = [String(records[7].id.dropLast(2))] } == [records[7].id])
    #expect(try ids { $0.ids = ["'; DROP TABLE documents; --", "%"] } == [])
    #expect(try ids { $0.withAgreements = true }.count == 60)
  }

  @Test func theBodyMayUseTheStore() throws {
    let store = try RecordStore(path: path)
    for record in InventedNews.records(130) { try store.ingest(record) }
    var seen = 0
    try store.forEachRecord { record in
      seen += 1
      let result = try store.ingest(record)
      #expect(result == .unchanged)
    }
    #expect(seen == 130)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try store.forEachRecord { _ in throw Stop() } }
    #expect(try store.counts().documents == 130)
  }
}

struct SearchTests {
  @Test(arguments: [
    ("меморандум", ["ru"]), ("МЕМОРАНДУМ", ["ru"]), ("oskemen", ["en", "de"]), ("öskemen", ["en", "de"]),
    ("\"signed a memorandum\"", ["en"]), ("\"memorandum a signed\"", []), ("өскемен", ["kk"]),
    ("signed OR", []),
    ("", []), ("- * \"", []), ("NEAR(", []), ("memorandum AND", []), ("title:x", []), ("\"", []),
    ("Oske", ["en", "de"]),
  ])
  func wordsAreFound(words: String, languages: [String]) throws {
    let folder = try TemporaryFolder()
    let store = try RecordStore(path: folder.file("s.sqlite"))
    for (language, text) in [
      ("en", "They signed a memorandum in Oskemen."), ("de", "Ein Treffen in Öskemen."),
      ("ru", "Текст меморандума."),
      ("kk", "Өскемен қаласында."),
    ] {
      try store.ingest(
        Record(
          id: language, source: RecordSource(path: language, format: "text"), language: language, text: text))
    }
    // Diacritics do not matter to the index, so ö finds o.
    let hits = try store.search(words)
    #expect(Set(hits.map(\.document)) == Set(languages))
    for hit in hits { #expect(hit.snippet.contains { $0.isFind } && !hit.snippetText.contains("\u{2}")) }
  }

  @Test func theLimitHolds() throws {
    let folder = try TemporaryFolder()
    let store = try RecordStore(path: folder.file("s.sqlite"))
    for record in InventedNews.records(50) { try store.ingest(record) }
    #expect(
      try store.search("Astana Астана".split(separator: " ").first.map(String.init) ?? "", limit: 2).count
        <= 2)
    #expect(try store.search("dala", limit: 0).isEmpty)
    #expect(try store.search("дала", limit: -1).isEmpty)
  }
}
