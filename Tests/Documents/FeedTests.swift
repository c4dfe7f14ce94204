import Testing

@testable import DatelineDocuments

@Suite struct FeedTests {
  private static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/">
    <channel><title>Orlik &amp; Press</title><link>https://press.example.org/</link><language>en-GB</language>
    <image><title>Logo</title><url>x</url></image>
    <item><title>A &lt;b&gt;bold&lt;/b&gt; step</title><link>https://press.example.org/1</link>
    <guid isPermaLink="false">77</guid><pubDate>Tue, 12 Mar 2024 23:00:00 -0800</pubDate><author>a@b.org (Ann Lee)</author>
    <description>Short.</description>
    <c:encoded><![CDATA[<p>First paragraph &amp; more.</p><p>Second<br>line</p><ul><li>Point</li></ul>]]></c:encoded></item>
    <item><title>Second</title><guid>https://press.example.org/2</guid><d:date>2024-03-13T00:00:00Z</d:date>
    <d:creator>Bo Ek</d:creator><description>Plain text.

    With two paragraphs.</description></item>
    </channel></rss>
    """

  @Test func rssItemsBecomeDocuments() throws {
    let reading = Reading(Self.rss)
    #expect(reading.errors == [])
    try #require(reading.documents.count == 2)
    let first = reading.documents[0]
    #expect(first.title == "A bold step")
    #expect(first.source.url == "https://press.example.org/1")
    #expect(first.source.feed == "Orlik & Press")
    #expect(first.source.item == 1)
    #expect(first.source.format == .rss)
    #expect(first.published?.description == "2024-03-12")
    #expect(first.publishedFrom == .feed)
    #expect(first.authors == ["Ann Lee"])
    #expect(first.declaredLanguage == "en-gb")
    #expect(
      first.blocks == [
        Block(.paragraph, "First paragraph & more."), Block(.paragraph, "Second\nline"),
        Block(.listItem, "Point"),
      ])
    let second = reading.documents[1]
    #expect(second.source.url == "https://press.example.org/2")
    #expect(second.published?.description == "2024-03-13")
    #expect(second.authors == ["Bo Ek"])
    #expect(second.blocks.map(\.text) == ["Plain text.", "With two paragraphs."])
    #expect(first.irregularities.isEmpty && second.irregularities.isEmpty)
  }

  @Test func atomEntriesBecomeDocuments() throws {
    let atom = """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="kk"><a:title>Тасқын</a:title>
      <a:entry><a:title type="html">Бір &amp;amp; екі</a:title><a:link rel="self" href="https://x/self"/>
      <a:link href="https://x/1"/><a:id>urn:1</a:id><a:updated>2024-03-14T00:00:00Z</a:updated>
      <a:published>2024-03-12T00:00:00+05:00</a:published><a:author><a:name>Айша</a:name></a:author>
      <a:summary>Қысқа</a:summary>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Бірінші 3 &lt; 5 <b>абзац</b>.</p><p>Екінші.</p></div></a:content>
      </a:entry>
      <a:entry xml:lang="ru"><a:title>Второй</a:title><a:id>https://x/2</a:id><a:updated>2024-03-15T00:00:00Z</a:updated>
      <a:content type="html">&lt;p&gt;Один.&lt;/p&gt;&lt;p&gt;Два.&lt;/p&gt;</a:content></a:entry></a:feed>
      """
    let reading = Reading(atom)
    try #require(reading.documents.count == 2)
    let first = reading.documents[0]
    #expect(first.title == "Бір & екі")
    #expect(first.source.url == "https://x/1")
    #expect(first.published?.description == "2024-03-12")
    #expect(first.authors == ["Айша"])
    #expect(first.declaredLanguage == "kk")
    #expect(first.blocks.map(\.text) == ["Бірінші 3 < 5 абзац.", "Екінші."])
    let second = reading.documents[1]
    #expect(second.declaredLanguage == "ru")
    #expect(second.source.url == "https://x/2")
    #expect(second.published?.description == "2024-03-15")
    #expect(second.blocks.map(\.text) == ["Один.", "Два."])
    #expect(second.source.feed == "Тасқын")
  }

  @Test func rdfAndUndeclaredPrefixesAreUnderstood() {
    let rdf = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="x"><title>Old feed</title></channel>
      <item rdf:about="y"><title>Old item</title><link>https://x/3</link><dc:date>2004-05-06</dc:date>
      <description>Text of it.</description></item></rdf:RDF>
      """
    let reading = Reading(rdf)
    #expect(reading.first?.title == "Old item")
    #expect(reading.first?.source.feed == "Old feed")
    #expect(reading.first?.published?.description == "2004-05-06")
    #expect(reading.blocks == ["Text of it."])
  }

  @Test func entitiesAndBareSignsSurvive() {
    let reading = Reading(
      "<rss><channel><item><title>R&D: 3 < 5</title><description>A&nbsp;b &mdash; &bogus; ?a=1&b=2 &#8220;q&#8221;</description></item></channel></rss>"
    )
    #expect(reading.first?.title == "R&D: 3 < 5")
    #expect(reading.blocks == ["A\u{A0}b — &bogus; ?a=1&b=2 “q”"])
  }

  @Test func aCutFeedGivesWhatThereIs() {
    let cut = String(Self.rss[..<(Self.rss.range(of: "two paragraphs")?.lowerBound ?? Self.rss.endIndex)])
    let reading = Reading(cut)
    #expect(reading.documents.count == 2)
    #expect(reading.documents.last?.blocks.map(\.text) == ["Plain text.", "With"])
    #expect(reading.documents.last?.irregularities.contains { $0.kind == "truncated" } == true)
    #expect(reading.documents.first?.irregularities == [])
  }

  @Test func dateFallbacksAreSigned() {
    var options = ReaderOptions()
    options.published = CalendarDate(year: 2020, month: 1, day: 2)
    options.language = "de"
    let reading = Reading("<rss><channel><item><title>x</title></item></channel></rss>", options: options)
    #expect(reading.first?.published?.description == "2020-01-02")
    #expect(reading.first?.publishedFrom == .option)
    #expect(reading.first?.declaredLanguage == "de")
  }

  @Test("Every way of cutting the bytes into chunks gives the same", arguments: [1, 2, 3, 5, 17])
  func chunks(size: Int) {
    let text = Self.rss + "<x><![CDATA[a ]] ]]> b & c]]> <!-- & < --> &nbsp; 3 < 4 &am"
    func filtered(_ size: Int) -> String {
      var filter = MarkupFilter()
      var out: [UInt8] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        filter.filter(Array(rest.prefix(size)), to: &out)
        rest = rest.dropFirst(size)
      }
      filter.finish(to: &out)
      return String(decoding: out, as: UTF8.self)
    }
    #expect(filtered(size) == filtered(100_000))
  }

  @Test func nestingIsBounded() {
    let deep = String(repeating: "<x>", count: 100_000)
    let reading = Reading(
      "<rss><channel><item><title>Top</title><description>\(deep)text</description></item></channel></rss>")
    #expect(reading.documents.count + reading.errors.count == 1)
  }

  @Test func memoryDoesNotGrowWithItems() {
    var count = 0
    let item = "<item><title>t</title><description>Some text.</description></item>"
    let feed = "<rss><channel>" + String(repeating: item, count: 20_000) + "</channel></rss>"
    DocumentReader().documents(in: Array(feed.utf8), path: "x") { _ in count += 1 }
    #expect(count == 20_000)
  }

  @Test func anErrorOfTheCallerEndsTheReading() {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try DocumentReader().documents(in: Array(Self.rss.utf8), path: "x") { _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }
}
