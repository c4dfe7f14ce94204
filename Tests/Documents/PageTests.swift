import Foundation
import Testing

@testable import DatelineDocuments

@Suite struct PageTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
    return [UInt8](try Data(contentsOf: url))
  }

  @Test func theStoryIsFoundWithoutTheFurniture() throws {
    let reading = Reading(try fixture("page.html"))
    let page = try #require(reading.first)
    #expect(page.title == "Lindau Werke liefern Turbinen nach Tavra")
    #expect(page.authors == ["Mara Feld"])
    #expect(page.published?.description == "2024-03-12")
    #expect(page.publishedFrom == .meta)
    #expect(page.declaredLanguage == "de-at")
    #expect(page.source.url == "https://presse.example.org/2024/03/13/turbinen")
    #expect(page.source.format == .html)
    let text = page.blocks.map(\.text)
    #expect(text.first?.hasPrefix("Die Lindau Werke haben") == true)
    #expect(page.blocks.contains(Block(.heading, "Lieferung ab Herbst")))
    #expect(page.blocks.contains(Block(.quotation, "Wir freuen uns auf die Zusammenarbeit.")))
    for furniture in ["Startseite", "Cookies", "Leserkommentar", "Mehr zum Thema", "Foto:", "Impressum"] {
      #expect(!text.contains { $0.contains(furniture) }, "\(furniture)")
    }
  }

  @Test func plainPagesWithLineBreaksAreRead() throws {
    let reading = Reading(
      """
      <html><head><title>Договор подписан :: Орлик</title></head><body><table><tr><td><a href=/>Главная</a> | <a href=/n>Новости</a></td></tr>
      <tr><td><div><b>Договор подписан</b><br><br>Компания «Тавра» и банк «Орлик» подписали договор о поставках на три года, сообщила пресс-служба.<br><br>
      Срок поставок начнётся осенью следующего года, а первая партия будет готова к сентябрю, уточнил представитель.</div></td></tr></table></body></html>
      """)
    #expect(reading.first?.title == "Договор подписан")
    #expect(reading.blocks.contains { $0.hasPrefix("Компания «Тавра»") })
    #expect(reading.blocks.contains { $0.hasPrefix("Срок поставок") })
    #expect(!reading.blocks.contains { $0.contains("Главная") })
  }

  @Test(
    "Blocks are what a browser would show",
    arguments: [
      ("<p>one<b>two</b> three</p>", ["onetwo three"]),
      ("<p>one\n   two</p>three", ["one two", "three"]),
      ("<p>a<br>b</p>", ["a\nb"]),
      ("<p>a<br><br>b</p>", ["a", "b"]),
      ("<p>a&nbsp;b</p><p>&nbsp;</p>", ["a\u{A0}b"]),
      ("<p>a<script>x()</script>b<style>y</style></p>", ["a b"]),
      ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
      ("<p>&#150; &#8211; &hellip; &lt;b&gt;</p>", ["– – … <b>"]),
      ("<ul><li>x<li>y</ul>", ["x", "y"]),
      ("<p hidden>no</p><p style='display: none'>no</p><p>yes</p>", ["yes"]),
      ("<pre>a\nb</pre>", ["a\nb"]),
      ("", []), ("<", ["<"]), ("<p", []),
    ])
  func blocks(html: String, expected: [String]) {
    #expect(PageBlocks(of: HTMLTree(Array(html.utf8))).pieces.map(\.block.text) == expected)
  }

  @Test(
    "Days in addresses",
    arguments: [
      ("https://x.org/2024/03/12/a-story", "2024-03-12"), ("https://x.org/a-2024-03-12.html", "2024-03-12"),
      ("https://x.org/20240312/a", "2024-03-12"), ("https://x.org/2024/3000/1", nil),
      ("https://x.org/1234567890", nil),
      ("https://x.org/2024/13/12", nil),
    ])
  func days(url: String, expected: String?) {
    #expect(PageClaims.day(inURL: url)?.description == expected)
  }

  @Test(
    "The name of the site is cut from titles",
    arguments: [
      ("A treaty is signed | The Orlik Post", "The Orlik Post", "A treaty is signed"),
      ("A treaty is signed in the harbour - Orlik", "", "A treaty is signed in the harbour"),
      ("Kyiv - a city", "", "Kyiv - a city"), ("Alone", "", "Alone"), ("", "", ""),
    ])
  func site(title: String, site: String, expected: String) {
    #expect(PageClaims.withoutSite(title, site: site.isEmpty ? nil : site, alone: "") == expected)
  }

  @Test func aPageOfLinksHoldsNoArticle() {
    let links = (0..<50).map {
      "<li><a href=/\($0)>Headline number \($0) of a very long list of headlines to read</a></li>"
    }
    #expect(
      Reading("<html><body><ul>\(links.joined())</ul></body></html>").errors.map(\.code) == ["no-article"])
    #expect(Reading("<html><body></body></html>").errors.map(\.code) == ["no-article"])
  }

  @Test func deepAndWidePagesTakeLinearTime() {
    for unit in [
      "<div>", "<b>", "<table><tr><td>", "<p>x</i>", "<a href=x>", "</p>", "<ul><li>", "&amp;", "<br>",
    ] {
      let page =
        "<html><body>" + String(repeating: unit, count: 30_000)
        + "<p>The end of it is here, at long last.</p>"
      let start = ContinuousClock.now
      _ = Reading(page)
      #expect(ContinuousClock.now - start < .seconds(20), "\(unit)")
    }
  }
}

@Suite struct MainContentTests {
  private static let sentence =
    "Die Lindau Werke liefern der Stadt Tavra bis zum Herbst vier Turbinen für das Kraftwerk. "
  private static func paragraphs(_ count: Int) -> String {
    (1...count).map { "<p>\($0). \(sentence)\(sentence)</p>" }.joined()
  }
  private static let cookies = String(
    repeating: "Wir verwenden Cookies, um unser Angebot zu verbessern. ", count: 20)

  @Test func aShortReleaseWinsAgainstALongNoteOnCookies() {
    let reading = Reading(
      "<html><body><div id='cookie-consent'><p>\(Self.cookies)</p></div><h1>Kurz</h1><div><p>\(Self.sentence)</p></div></body></html>"
    )
    #expect(reading.blocks == [ASCII.trimmed(Self.sentence)])
  }

  @Test func aStoryWinsAgainstTeasersBesideIt() {
    let teasers = (1...12).map {
      "<div class=x\($0)><a href=/\($0)>Titel \($0)</a><p>Anriss \($0). \(Self.sentence)</p></div>"
    }
    let reading = Reading(
      "<html><body><div><div class=a>\(Self.paragraphs(6))</div><div class=b>\(teasers.joined())</div></div></body></html>"
    )
    #expect(reading.blocks.count == 6)
    #expect(!reading.blocks.contains { $0.contains("Anriss") })
  }

  @Test func sectionsOfOneStoryStayTogether() {
    let sections = (1...4).map { _ in "<div>\(Self.paragraphs(2))</div>" }
    #expect(Reading("<html><body><div>\(sections.joined())</div></body></html>").blocks.count == 8)
  }

  @Test func aLeadBesideTheStoryBelongsToIt() {
    let reading = Reading(
      "<html><body><h1>Titel</h1><div><p>Vorspann. \(Self.sentence)</p></div><div class='article-body'>\(Self.paragraphs(5))</div></body></html>"
    )
    #expect(reading.blocks.count == 6)
    #expect(reading.blocks.first?.hasPrefix("Vorspann") == true)
  }

  @Test(
    "A day printed below the headline is taken, one above it only for want of another",
    arguments: [
      (
        "<div class='today-date'>1.1.2020</div><h1>Titel</h1><span class='news_date'>12 марта 2024, 10:30</span>",
        "2024-03-12"
      ),
      ("<div class='date'>12.03.2024</div><h1>Titel</h1>", "2024-03-12"),
      ("<h1>Titel</h1><time>12 March 2024</time>", "2024-03-12"),
      ("<h1>Titel</h1><p>12.03.2024</p>", nil),
    ])
  func printedDay(head: String, expected: String?) {
    let reading = Reading("<html><body>\(head)<div>\(Self.paragraphs(3))</div></body></html>")
    #expect(reading.first?.published?.description == expected)
    #expect(reading.first?.publishedFrom == (expected == nil ? nil : .text))
  }

  @Test func readingInParallelGivesTheSame() async {
    let page = "<html><body><h1>Titel</h1>\(Self.paragraphs(20))</body></html>"
    let feed =
      "<rss><channel>"
      + String(
        repeating: "<item><title>t &amp; x</title><description>\(Self.sentence)</description></item>",
        count: 50) + "</channel></rss>"
    let alone = [Reading(page), Reading(feed)].map { $0.documents.map(\.blocks) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 {
        group.addTask { [Reading(page), Reading(feed)].map { $0.documents.map(\.blocks) } == alone }
      }
      for await same in group { #expect(same) }
    }
  }

  @Test func aWrapperWithAnUnluckyClassIsNoFurniture() {
    let reading = Reading(
      "<html><body><div class='page-with-menu sidebar'><h1>Titel</h1>\(Self.paragraphs(3))</div></body></html>"
    )
    #expect(reading.blocks.count == 3)
  }
}
