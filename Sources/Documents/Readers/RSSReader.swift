/// RSS 2.0, with what 0.9x and 1.0 (RDF) do differently.
struct RSSReader: FeedVocabulary {
  func field(_ name: XMLName, parent: XMLName?) -> FeedField? {
    switch (name.namespace, name.local) {
    case ("", "rss"), ("", "channel"), (FeedNamespace.rdf, "RDF"), ("", "RDF"): .container
    case ("", "item"): .item
    case ("", "image"), ("", "textInput"), ("", "textinput"): nil
    case ("", "title"): parent?.local == "item" || parent?.local == "channel" ? .title : nil
    case ("", "link"): parent?.local == "item" ? .link : nil
    case ("", "guid"): .permalink
    case ("", "pubDate"), (FeedNamespace.dublinCore, "date"), (FeedNamespace.dublinCoreTerms, "created"),
      (FeedNamespace.dublinCoreTerms, "issued"), (FeedNamespace.atom, "published"), ("", "pubdate"):
      .published
    case (FeedNamespace.dublinCoreTerms, "modified"), (FeedNamespace.atom, "updated"): .updated
    case ("", "author"), (FeedNamespace.dublinCore, "creator"): .author
    case ("", "language"), (FeedNamespace.dublinCore, "language"): .language
    case ("", "description"), (FeedNamespace.content, "encoded"), ("", "fulltext"), ("", "full-text"),
      ("", "content"),
      (FeedNamespace.atom, "content"), (FeedNamespace.atom, "summary"), (FeedNamespace.xhtml, "body"):
      parent?.local == "item" ? .text : nil
    // Yandex's dialect: the full text for its news service.
    case ("http://news.yandex.ru", "full-text"), ("http://news.yandex.ru/", "full-text"): .text
    default: nil
    }
  }

  func markup(of name: XMLName, attributes: [(name: XMLName, value: String)]) -> FeedItem.Marked.Kind {
    .html
  }

  func address(_ name: XMLName, attributes: [(name: XMLName, value: String)]) -> String? { nil }

  func isAddress(_ name: XMLName, attributes: [(name: XMLName, value: String)]) -> Bool {
    !attributes.contains { $0.name.local == "isPermaLink" && $0.value.lowercased() == "false" }
  }
}
