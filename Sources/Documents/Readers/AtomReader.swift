/// Atom 1.0, and 0.3 as far as it is the same.
struct AtomReader: FeedVocabulary {
  func field(_ name: XMLName, parent: XMLName?) -> FeedField? {
    guard name.namespace == FeedNamespace.atom || name.namespace.isEmpty else {
      switch (name.namespace, name.local) {
      case (FeedNamespace.dublinCore, "creator"): return .author
      case (FeedNamespace.dublinCore, "date"): return .published
      case (FeedNamespace.dublinCore, "language"): return .language
      default: return nil
      }
    }
    let inside = parent?.local ?? ""
    switch name.local {
    case "entry": return .item
    case "feed": return .container
    case "title": return inside == "entry" || inside == "feed" ? .title : nil
    case "link": return inside == "entry" ? .link : nil
    case "id": return inside == "entry" ? .permalink : nil
    case "published", "issued", "created": return inside == "entry" ? .published : nil
    case "updated", "modified": return inside == "entry" ? .updated : nil
    case "author": return .container
    case "name": return inside == "author" ? .author : nil
    case "summary", "content": return inside == "entry" ? .text : nil
    default: return nil
    }
  }

  func markup(of name: XMLName, attributes: [(name: XMLName, value: String)]) -> FeedItem.Marked.Kind {
    let type = attributes.first { $0.name.local == "type" }?.value.lowercased() ?? "text"
    return type == "text" || type == "text/plain" ? .plain : .html
  }

  func address(_ name: XMLName, attributes: [(name: XMLName, value: String)]) -> String? {
    let relation = attributes.first { $0.name.local == "rel" }?.value ?? "alternate"
    guard relation == "alternate" else { return nil }
    return attributes.first { $0.name.local == "href" }?.value
  }

  func isAddress(_ name: XMLName, attributes: [(name: XMLName, value: String)]) -> Bool { true }
}
