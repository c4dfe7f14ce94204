import DatelineRecords
import DatelineTestSupport
import Foundation
import Testing

@testable import DatelineReports

/// Writes pages to look at: `DATELINE_SAMPLE_PAGES=/tmp/pages swift test --filter SamplePages`.
struct SamplePages {
  static let folder = ProcessInfo.processInfo.environment["DATELINE_SAMPLE_PAGES"]

  @Test(.enabled(if: folder != nil))
  func write() throws {
    let folder = URL(fileURLWithPath: Self.folder ?? ".")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let records = SampleNews.all + InventedNews.records(24, seed: 4)
    let lines = InventedNews.records(2000).map { RecordExport.json($0) }.joined(separator: [0x0A])
    try Data(lines).write(to: folder.appendingPathComponent("records.jsonl"))
    let timeline = Timeline(records)
    let index = SummaryIndex(records)
    // Words longer than any screen, and markup.
    let hostile = [
      SampleNews.hostile(String(repeating: "Ұзын", count: 80)),
      SampleNews.hostile("<script>alert(1)</script>"),
      SampleNews.hostile("https://a.example/" + String(repeating: "x", count: 300)),
    ]
    for (name, text) in [
      ("timeline-hostile.html", Timeline(hostile).html()),
      ("index-hostile.html", SummaryIndex(hostile).html()),
      ("timeline.html", timeline.html()), ("timeline.md", timeline.markdown()),
      ("timeline.csv", timeline.csv()),
      ("index.html", index.html()), ("index.md", index.markdown()), ("index.json", index.json()),
      ("index.txt", index.terminal(width: 90)), ("timeline.json", timeline.json()),
      ("timeline.txt", timeline.terminal(width: 90)),
    ] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }
}
