import DatelineRecords
import DatelineTestSupport
import Testing

@testable import DatelineReports

struct LayoutTests {
  let timeline = Timeline(SampleNews.all)

  @Test func theTerminalShowsWhoAgreedWhatWithWhom() {
    #expect(
      Timeline([SampleNews.english, SampleNews.kazakh]).terminal(width: 60) == """
        1 agreement and 2 dated facts from 2 documents

        2018 ───────────────────────────────────────────────────────

        May       Beisenova first visited Isarau University in May
                  2018.
                  — Steppe Wire, 22 November 2019,
                  https://news.example/en/1?a=1&b=2

        14 May    Әлия Бейсенова 2018 жылғы 14 мамырда Қазақстан
                  туралы айтты.
                  — Дала хабары, 23 November 2019, news/kk/1.txt

        2019 ───────────────────────────────────────────────────────

        21 Nov    signed memorandum
                  Memorandum on joint degree programmes
                  Altyn Dala University (KZ) · Isarau University
                  (DE)
                  Subject: joint degree programmes
                  Signed by Aliya Beisenova, Rector
                  Place: Munich
                  “Altyn Dala University and Isarau University
                  signed a memorandum on joint degree programmes in
                  Munich on 21 November 2019.”
                  — Steppe Wire, 22 November 2019,
                  https://news.example/en/1?a=1&b=2
                  — Дала хабары, 23 November 2019, news/kk/1.txt

        """)
  }

  @Test(arguments: [20, 40, 57, 80, 200])
  func linesFitTheTerminal(width: Int) {
    for text in [timeline.terminal(width: width), SummaryIndex(SampleNews.all).terminal(width: width)] {
      for line in text.split(separator: "\n") {
        #expect(TerminalText.width(line) <= max(40, width), "\(line)")
      }
      #expect(!text.contains("\u{1B}"))
    }
    #expect(timeline.terminal(width: width, colour: true).contains("\u{1B}[32m"))
  }

  @Test(arguments: [
    ("日本 語", 4, 8, ["日本 語"]), (String(repeating: "x", count: 20), 8, 8, ["xxxxxxxx", "xxxxxxxx", "xxxx"]),
    ("日本日本日本日本日本", 8, 8, ["日本日本", "日本日本", "日本"]), ("", 8, 8, []), ("  a  ", 8, 8, ["a"]),
    (
      "e\u{301}e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}", 8, 8,
      ["e\u{301}e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}"]
    ),
  ])
  func columnsAreCountedAsSeen(text: String, _: Int, width: Int, lines: [String]) {
    #expect(TerminalText.lines(text, width: width) == lines)
  }

  @Test func tablesAreRectangular() throws {
    var record = SampleNews.english
    record.agreements[0].title = "A \"quoted\", long\r\ntitle"
    let rows = try #require(CSVReader.rows(Timeline([record]).csv()))
    #expect(rows.count == 3 && Set(rows.map(\.count)).count == 1)
    let column = try #require(rows[0].firstIndex(of: "title"))
    #expect(rows[2][column] == "A \"quoted\", long\r\ntitle")
    let parties = try #require(rows[0].firstIndex(of: "parties"))
    #expect(rows[2][parties] == "Altyn Dala University (KZ); Isarau University (DE)")
  }

  @Test func jsonReadsBack() throws {
    let entries = try #require(JSONValue(json: timeline.json().utf8).list)
    #expect(entries.count == timeline.entries.count)
    #expect(entries[2]["sources"]?.list?.count == 2)
    #expect(entries[2]["date"]?["basis"]?.string == "stated")
    #expect(entries[3]["date"]?["basis"]?.string == "reported")
    let index = try JSONValue(json: SummaryIndex(SampleNews.all).json().utf8)
    #expect(index["people"]?[0]?["names"]?.list?.count == 2)
    #expect(try JSONValue(json: Timeline([]).json().utf8) == .list([]))
    #expect(try JSONValue(json: SummaryIndex([]).json().utf8)["documents"] == .list([]))
  }

  @Test func everyEntryCarriesItsLanguage() {
    let page = timeline.html()
    #expect(page.contains("<p class=\"sentence\" lang=\"kk\">Әлия"))
    #expect(page.contains("<blockquote lang=\"en\">") && page.contains("<blockquote lang=\"ru\">"))
    #expect(page.contains("<summary>Also in 1 other document</summary>"))
    #expect(page.contains("reported 1 February 2020"))
  }

  @Test func nothingIsLoadedFromElsewhere() {
    for page in [timeline.html(), SummaryIndex(SampleNews.all).html()] {
      let tags = MarkupScanner(page).tags
      #expect(!tags.contains { ["img", "link", "iframe", "object"].contains($0.name) })
      #expect(!tags.contains { $0.attributes["src"] != nil })
      #expect(!page.contains("@import") && !page.contains("url("))
    }
  }

  @Test func tagsAreBalanced() {
    let records = SampleNews.all + InventedNews.records(60)
    for page in [
      Timeline(records).html(), SummaryIndex(records).html(), Timeline([]).html(), SummaryIndex([]).html(),
    ] {
      var open: [String] = []
      for tag in MarkupScanner(page).tags where !["!doctype", "meta", "input", "br"].contains(tag.name) {
        if tag.name.hasPrefix("/") {
          #expect(open.popLast() == String(tag.name.dropFirst()))
        } else {
          open.append(tag.name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func linksInsideTheIndexLeadSomewhere() {
    let tags = MarkupScanner(SummaryIndex(SampleNews.all + InventedNews.records(80)).html()).tags
    let ids = tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for tag in tags {
      if let address = tag.attributes["href"], address.hasPrefix("#") {
        #expect(ids.contains(String(address.dropFirst())), "\(address)")
      }
    }
  }
}

/// Reads RFC 4180 as its grammar has it.
enum CSVReader {
  static func rows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          field.append(0x22)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22:
        guard field.isEmpty else { return nil }
        isQuoted = true
      case 0x2C:
        row.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0D:
        guard index < bytes.count, bytes[index] == 0x0A else { return nil }
        index += 1
        rows.append(row + [String(decoding: field, as: UTF8.self)])
        (row, field) = ([], [])
      case 0x0A: return nil
      default: field.append(byte)
      }
    }
    return field.isEmpty && row.isEmpty && !isQuoted ? rows : nil
  }
}
