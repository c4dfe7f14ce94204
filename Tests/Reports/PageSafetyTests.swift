import DatelineRecords
import Testing

@testable import DatelineReports

/// Nothing that comes from a record may become markup.
struct PageSafetyTests {
  static let poisons = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "</style><script>alert(1)</script>", "<!-- ", "]]>", "&lt;b&gt;", "<svg/onload=alert(1)>", "</script><b>",
    "\u{0}<b>\u{1B}[31m",
    "https://a.example/\"onclick=\"alert(1)", "http://x/<script>", " https://a", "JAVASCRIPT:alert(1)",
    "data:text/html,<b>",
    "java\nscript:alert(1)", "http://a\n.example", "en\" onload=\"x", "\u{202E}evil", "a` b=c",
  ]
  static let tags: Set<String> = [
    "!doctype", "html", "head", "meta", "title", "style", "body", "div", "header", "h1", "h2", "h3", "h4",
    "p", "main",
    "section", "ol", "ul", "li", "span", "time", "abbr", "dl", "dt", "dd", "blockquote", "a", "br", "details",
    "summary",
    "footer", "script", "form", "input", "select", "option", "label", "output", "nav", "article", "q", "b",
  ]
  static let attributes: Set<String> = [
    "html", "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "rel", "title",
    "datetime",
    "data-countries", "data-status", "data-type", "type", "placeholder", "aria-label", "aria-live", "role",
    "hidden",
    "value", "checked",
  ]

  @Test(arguments: poisons)
  func textNeverBecomesMarkup(poison: String) throws {
    let records = [SampleNews.hostile(poison), SampleNews.hostile(poison + " "), SampleNews.english]
    for page in [Timeline(records).html(title: poison), SummaryIndex(records).html(title: poison)] {
      let scanner = MarkupScanner(page)
      let found = scanner.tags
      #expect(found.count { $0.name == "script" } == 1)
      #expect(found.count { $0.name == "style" } == 1)
      for tag in found {
        let name = tag.name.hasPrefix("/") ? String(tag.name.dropFirst()) : tag.name
        #expect(Self.tags.contains(name), "\(tag)")
        #expect(Set(tag.attributes.keys).isSubset(of: Self.attributes), "\(tag)")
        #expect(!tag.attributes.values.contains("unquoted"), "\(tag)")
        if let address = tag.attributes["href"] {
          #expect(["#", "http://", "https://"].contains { address.hasPrefix($0) }, "\(address)")
        }
        if tag.name == "html" { #expect(tag.attributes["lang"] == "en") }
      }
      #expect(!page.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    }
    // The index sets letters in bold, the timeline nothing.
    #expect(!MarkupScanner(Timeline(records).html(title: poison)).tags.contains { $0.name == "b" })
  }

  @Test(arguments: poisons)
  func markdownAndTerminalsAreSafeToo(poison: String) {
    let records = [SampleNews.hostile(poison)]
    for text in [
      Timeline(records).markdown(title: poison), SummaryIndex(records).markdown(title: poison),
      Timeline(records).terminal(), SummaryIndex(records).terminal(),
    ] {
      #expect(!text.utf8.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
    for text in [Timeline(records).markdown(title: poison), SummaryIndex(records).markdown(title: poison)] {
      #expect(!text.contains("<"))
      #expect(!text.contains("](javascript") && !text.contains("](data"))
    }
  }

  @Test(arguments: [
    ("https://a.example/x?y=1&z=2#q", "https://a.example/x?y=1&z=2#q"),
    ("HTTP://A.example", "HTTP://A.example"),
    ("https://a.example/қаз ақ", "https://a.example/%D2%9B%D0%B0%D0%B7%20%D0%B0%D2%9B"), ("ftp://a", nil),
    ("//a", nil),
    ("javascript:x", nil), ("", nil), ("https:/a", nil), ("http://a\u{0}", nil), ("/etc/passwd", nil),
  ])
  func onlyTheWebIsLinked(url: String, text: String?) { #expect(WebAddress(url)?.text == text) }
}
