import CICUShim
import CLibXML2
import CSQLite
import CZlib
import Dateline
import DatelineRecords
import DictionaryFiles
import Foundation
import Testing

/// The whole way: bytes, records, store, timeline, page.
@Suite struct JourneyTests {
  /// A store that is there while `body` runs.
  private func withStore(_ body: (RecordStore) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/dateline-\(UUID().uuidString).sqlite"
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    try body(RecordStore(path: path))
  }

  private func stored(_ store: RecordStore) throws -> [Record] {
    var records: [Record] = []
    try store.forEachRecord { records.append($0) }
    return records
  }

  @Test func fromBytesToThePage() throws {
    try withStore { store in
      for record in try Corpus.records() { #expect(try store.ingest(record) == .added) }
      let records = try stored(store)
      #expect(try Set(records) == Set(Corpus.records()))
      let timeline = Timeline(records)
      #expect(try timeline.documents == Corpus.records().count)
      let page = timeline.html()
      for entry in timeline.entries.prefix(50) {
        for party in entry.parties where !party.name.contains(where: { "&<>\"'".contains($0) }) {
          #expect(page.contains(party.name), "\(party.name)")
        }
      }
      #expect(page.hasPrefix("<!DOCTYPE html>") || page.hasPrefix("<!doctype html>"))
    }
  }

  @Test func ingestingTwiceChangesNothing() throws {
    try withStore { store in
      for record in try Corpus.records() { _ = try store.ingest(record) }
      let once = try stored(store)
      let counts = try store.counts()
      for record in try Corpus.records() { #expect(try store.ingest(record) == .unchanged) }
      #expect(try stored(store) == once)
      #expect(try store.counts() == counts)
    }
  }

  @Test func aChangedDocumentReplacesItsOldSelf() throws {
    try withStore { store in
      var record = try #require(try Corpus.records("en").first)
      _ = try store.ingest(record)
      record.agency = "Another Agency"
      #expect(try store.ingest(record) == .replaced)
      #expect(try stored(store) == [record])
    }
  }

  @Test func wordsOfTheTextAreFound() throws {
    try withStore { store in
      let record = try #require(try Corpus.records("en").first)
      _ = try store.ingest(record)
      let name = try #require(record.organisations.first?.name)
      #expect(try store.search(name).map(\.document) == [record.id])
      #expect(try store.search("xylophonequake").isEmpty)
    }
  }

  @Test func theTimelineShowsWhatWasSignedWithACountry() throws {
    var filter = TimelineFilter()
    filter.countries = ["KZ"]
    filter.statuses = ["signed"]
    filter.includeFacts = false
    let entries = Timeline(try Corpus.records(), filter: filter).entries
    #expect(!entries.isEmpty)
    #expect(
      entries.allSatisfy { $0.status == "signed" && $0.countries.contains("KZ") && !$0.sources.isEmpty })
  }

  /// Foundation carries an ICU of its own; ours has to live beside it.
  @Test func foundationAndEveryLibraryCanBeUsedTogether() {
    let text = "Қазақстан"
    #expect(Array(text.utf8).withUnsafeBufferPointer { dateline_icu_is_nfc($0.baseAddress, $0.count) } == 1)
    #expect(text.uppercased(with: Locale(identifier: "kk")) == "ҚАЗАҚСТАН")
    #expect(String(cString: sqlite3_libversion()).hasPrefix("3."))
    #expect(zlibVersion().map { String(cString: $0) }?.hasPrefix("1.") == true)
    xmlInitParser()
  }

  @Test func theDictionariesAreFound() throws {
    let folder = try #require(DictionaryFiles.folder())
    for language in Corpus.languages {
      #expect(FileManager.default.fileExists(atPath: folder + "/\(language)/language.tsv"))
    }
    #expect(try Corpus.pipeline.get().languages == Corpus.languages)
    #expect(DictionaryFiles.folder(environment: ["DATELINE_DICTIONARIES": "/elsewhere"]) == "/elsewhere")
    #expect(
      DictionaryFiles.folder(environment: ["DATELINE_DICTIONARIES": ""])
        == DictionaryFiles.folder(environment: [:]))
  }

  @Test func everyExampleOfTheDictionariesHolds() throws {
    #expect(try Corpus.pipeline.get().patternFaults() == [])
  }
}
