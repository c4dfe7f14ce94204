import CSQLite
import DatelineRecords
import DatelineTestSupport
import Foundation
import Testing

@testable import DatelineStore

/// What goes wrong with files, disks and neighbours.
struct StoreTroubleTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("news.sqlite")
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let error as StoreError {
      #expect(error.description.hasPrefix(error.path))
      return error.code
    } catch {
      return "\(error)"
    }
  }

  @Test func whatIsNoStoreIsRefusedAndLeftAlone() throws {
    let text = Data(String(repeating: "Not a database at all.\n", count: 100).utf8)
    try text.write(to: URL(fileURLWithPath: path))
    #expect(code { _ = try RecordStore(path: path) } == "not-a-store")
    #expect(code { _ = try RecordStore(path: path, access: .readOnly) } == "not-a-store")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    #expect(code { _ = try RecordStore(path: folder.path) } == "not-a-store")
    #expect(code { _ = try RecordStore(path: folder.file("no/such/folder.sqlite")) } == "missing")
    #expect(code { _ = try RecordStore(path: folder.file("none.sqlite"), access: .readOnly) } == "missing")
    #expect(!FileManager.default.fileExists(atPath: folder.file("none.sqlite")))
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    do {
      let other = try Connection(path: path, access: .readWrite)
      try other.run("CREATE TABLE bookmarks (url TEXT)")
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(code { _ = try RecordStore(path: path) } == "foreign")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func aStoreOfTheFutureIsRefused() throws {
    do {
      let store = try RecordStore(path: path)
      try store.locked { try $0.run("INSERT INTO migrations VALUES ('events of 2031')") }
    }
    #expect(code { _ = try RecordStore(path: path) } == "newer")
    #expect(code { _ = try RecordStore(path: path, access: .readOnly) } == "newer")
  }

  @Test func aFullDiskKeepsWhatWasStored() throws {
    let records = InventedNews.records(200)
    let store = try RecordStore(path: path)
    for record in records.prefix(5) { try store.ingest(record) }
    let pages = try store.integer("PRAGMA page_count")
    try store.locked { try $0.run("PRAGMA max_page_count = \(pages + 3)") }
    #expect(code { for record in records { try store.ingest(record) } } == "full")
    let stored = try store.all
    #expect(stored.count >= 5 && stored == Array(records.prefix(stored.count)))
    try store.locked { try $0.run("PRAGMA max_page_count = 1000000") }
    for record in records { try store.ingest(record) }
    #expect(try store.all == records)
    #expect(try store.row("PRAGMA integrity_check", columns: 1) == ["ok"])
  }

  @Test func twoWriteAtTheSameTime() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let store = try RecordStore(path: path)
          for record in InventedNews.records(60, seed: UInt64(writer)) {
            var own = record
            own.source.path = "\(writer)/\(record.source.path)"
            try store.ingest(own)
          }
        }
      }
      group.addTask {
        let store = try RecordStore(path: path)
        for _ in 0..<20 { _ = try store.counts() }
      }
      try await group.waitForAll()
    }
    #expect(try RecordStore(path: path).counts().documents == 120)
  }

  @Test func oneStoreServesManyTasks() async throws {
    let store = try RecordStore(path: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for record in InventedNews.records(100) {
        group.addTask {
          try store.ingest(record)
          _ = try store.search("дала")
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.counts().documents == 100)
  }

  @Test func aTransactionCutOffLeavesNoTrace() throws {
    let records = InventedNews.records(10)
    let store = try RecordStore(path: path)
    for record in records { try store.ingest(record) }
    // What a killed process leaves: a log in which the last transaction has no end. Copied as it stands, opened anew.
    try store.locked { connection in
      try connection.run("BEGIN IMMEDIATE")
      try connection.run("DELETE FROM documents WHERE number < 6")
    }
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: folder.file("copy.sqlite" + suffix))
    }
    let copy = try RecordStore(path: folder.file("copy.sqlite"))
    #expect(try copy.all == records)
    #expect(try copy.row("PRAGMA integrity_check", columns: 1) == ["ok"])
  }

  @Test func aLogCutAnywhereGivesWholeDocuments() throws {
    let records = InventedNews.records(12)
    let store = try RecordStore(path: path)
    for record in records { try store.ingest(record) }
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    var random = SeededGenerator(seed: 3)
    for round in 0..<15 {
      let copy = folder.file("cut\(round).sqlite")
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      try log.prefix(Int.random(in: 0...log.count, using: &random)).write(
        to: URL(fileURLWithPath: copy + "-wal"))
      let survivor = try RecordStore(path: copy)
      let stored = try survivor.all
      #expect(stored == Array(records.prefix(stored.count)))
      #expect(try survivor.row("PRAGMA integrity_check", columns: 1) == ["ok"])
    }
  }

  @Test func damageIsAnErrorNotACrash() throws {
    do {
      let store = try RecordStore(path: path)
      for record in InventedNews.records(20) { try store.ingest(record) }
    }
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SeededGenerator(seed: 9)
    for round in 0..<30 {
      var bytes = sound
      for _ in 0..<200 {
        bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let file = folder.file("damaged\(round).sqlite")
      try bytes.prefix(round % 3 == 0 ? bytes.count / 2 : bytes.count).write(to: URL(fileURLWithPath: file))
      do {
        let store = try RecordStore(path: file)
        _ = try? store.all
        _ = try? store.counts()
        _ = try? store.search("дала")
        for record in InventedNews.records(5, seed: 2) { _ = try? store.ingest(record) }
      } catch is StoreError {}
    }
  }

  @Test func readingNeedsNoRightToWrite() throws {
    do {
      let store = try RecordStore(path: path)
      for record in InventedNews.records(5) { try store.ingest(record) }
    }
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let store = try RecordStore(path: path, access: .readOnly)
    #expect(try store.counts().documents == 5)
    #expect(code { try store.ingest(InventedNews.records(9)[8]) } == "read-only")
    // Who is root may write everywhere.
    if getuid() != 0 {
      #expect(["read-only", "permission"].contains(code { _ = try RecordStore(path: path) }))
      #expect(code { _ = try RecordStore(path: folder.file("new.sqlite")) } == "permission")
    }
  }
}
