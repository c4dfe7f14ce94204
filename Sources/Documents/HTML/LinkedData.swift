import Foundation

/// What a page says about its article in JSON-LD.
struct LinkedData {
  var headline: String?
  var published: String?
  var authors: [String] = []
  var language: String?
  var url: String?
  var body: String?

  /// Reads all JSON-LD scripts of a page; the first article among them is taken.
  init(of tree: HTMLTree) {
    for node in tree.inside(0) where tree.nodes[node].tag == .script {
      guard tree.value(.type, of: node)?.lowercased().contains("ld+json") == true else { continue }
      let text = Array(tree.wholeText(of: node).utf8)
      if let object = try? JSONSerialization.jsonObject(
        with: Data(Self.mended(text)), options: [.fragmentsAllowed])
      {
        search(object, depth: 0)
      } else if published == nil {
        published = Self.loose(["datePublished", "dateCreated"], in: text)
      }
    }
  }

  private mutating func search(_ value: Any, depth: Int) {
    guard depth < 8 else { return }
    if let list = value as? [Any] {
      for element in list { search(element, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      if Self.isArticle(object["@type"]) {
        take(object)
      } else if published == nil, Self.isPage(object["@type"]) {
        published = Self.string(object["datePublished"])
      }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = object[key] { search(inner, depth: depth + 1) }
      }
    }
  }

  private mutating func take(_ article: [String: Any]) {
    let isFirst = headline == nil
    headline = headline ?? Self.string(article["headline"]) ?? Self.string(article["name"])
    if isFirst, let day = Self.string(article["datePublished"]) ?? Self.string(article["dateCreated"]) {
      published = day
    }
    if authors.isEmpty { authors = Self.names(article["author"], depth: 0) }
    language = language ?? Self.string(article["inLanguage"])
    url = url ?? Self.string(article["url"])
    body = body ?? Self.string(article["articleBody"])
  }

  private static func isArticle(_ type: Any?) -> Bool {
    let names = (type as? [Any])?.compactMap { $0 as? String } ?? [type as? String].compactMap { $0 }
    return names.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
  }

  private static func isPage(_ type: Any?) -> Bool { (type as? String) == "WebPage" }

  private static func string(_ value: Any?) -> String? {
    guard let text = value as? String, !text.isEmpty else { return nil }
    return text
  }

  private static func names(_ value: Any?, depth: Int) -> [String] {
    guard depth < 4 else { return [] }
    if let text = value as? String { return [text] }
    if let list = value as? [Any] { return list.flatMap { names($0, depth: depth + 1) } }
    if let object = value as? [String: Any] { return names(object["name"], depth: depth + 1) }
    return []
  }

  /// Line breaks inside strings are an error to JSON and common in pages; comments around the whole as well.
  private static func mended(_ text: [UInt8]) -> [UInt8] {
    let start = text.firstIndex { $0 == 0x7B || $0 == 0x5B } ?? text.startIndex
    let end = (text.lastIndex { $0 == 0x7D || $0 == 0x5D } ?? text.endIndex - 1) + 1
    guard start < end else { return [] }
    return text[start..<end].map { $0 < 0x20 ? ASCII.space : $0 }
  }

  /// The value of the first of some keys in JSON that cannot be parsed.
  private static func loose(_ keys: [String], in text: [UInt8]) -> String? {
    for key in keys {
      let quoted = Array("\"\(key)\"".utf8)
      var search = text[...]
      while let mark = search.firstIndex(of: ASCII.quote) {
        search = text[(mark + 1)...]
        guard text[mark...].starts(with: quoted) else { continue }
        let rest = text[(mark + quoted.count)...].drop { ASCII.isSpace($0) || $0 == ASCII.colon }
        guard rest.first == ASCII.quote else { continue }
        return String(decoding: rest.dropFirst().prefix { $0 != ASCII.quote }, as: UTF8.self)
      }
    }
    return nil
  }
}
