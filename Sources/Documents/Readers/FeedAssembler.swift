/// What an element of a feed holds.
enum FeedField {
  case item, title, link, permalink, published, updated, author, language
  /// A summary or full text.
  case text
  /// Nothing of its own, but elements of interest inside.
  case container
}

/// How one family of feeds names things.
protocol FeedVocabulary {
  /// What an element holds; nil if nothing of interest.
  /// - Parameter parent: the element around it.
  func field(_ name: XMLName, parent: XMLName?) -> FeedField?
  /// What the text of an element is written in.
  func markup(of name: XMLName, attributes: [(name: XMLName, value: String)]) -> FeedItem.Marked.Kind
  /// The address that an element gives by an attribute.
  func address(_ name: XMLName, attributes: [(name: XMLName, value: String)]) -> String?
  /// Whether an address in the text of an element may be used.
  func isAddress(_ name: XMLName, attributes: [(name: XMLName, value: String)]) -> Bool
}

/// Puts the elements of a feed together into items, each as soon as it ends.
final class FeedAssembler: XMLListener {
  private let vocabulary: any FeedVocabulary
  /// Items that have ended and wait to be taken.
  private(set) var finished: [FeedItem] = []
  private(set) var feedTitle: String?
  private(set) var feedLanguage: String?
  /// Whether an element of a feed was seen at all.
  private(set) var sawElement = false

  private struct Open {
    var name: XMLName
    var field: FeedField?
    var attributes: [(name: XMLName, value: String)]
  }
  private var stack: [Open] = []
  private var item: FeedItem?
  private var itemDepth = 0
  /// The text of the innermost field, and the depth of its element.
  private var collected: [UInt8] = []
  private var collecting: Int?
  /// Whether the field being collected has elements inside, which are put back as HTML.
  private var hasMarkup = false
  private var language: String?
  /// Bytes kept of the open item so far, and whether there were more than are kept.
  private var itemSize = 0
  private var overflowed = false

  init(_ vocabulary: any FeedVocabulary) { self.vocabulary = vocabulary }

  /// The finished items, which are forgotten here.
  func take() -> [FeedItem] {
    defer { finished.removeAll(keepingCapacity: true) }
    return finished
  }

  /// The item that was cut off, if it holds anything.
  func cut() -> FeedItem? {
    if collecting != nil { closeField() }
    guard let item, !item.isEmpty else { return nil }
    self.item = nil
    return item
  }

  func start(_ name: XMLName, attributes: [(name: XMLName, value: String)]) {
    sawElement = true
    if collecting != nil {
      // Markup that was not escaped, as XHTML has it.
      hasMarkup = true
      appendTag(name, attributes: attributes)
      stack.append(Open(name: name, field: nil, attributes: []))
      return
    }
    let field = vocabulary.field(name, parent: stack.last?.name)
    stack.append(Open(name: name, field: field, attributes: attributes))
    if let tag = attributes.first(where: { $0.name.local == "lang" && $0.name.namespace == FeedNamespace.xml }
    ) {
      if item == nil, field != .item {
        feedLanguage = feedLanguage ?? tag.value
      } else {
        language = tag.value
      }
    }
    switch field {
    case .item where item == nil:
      item = FeedItem()
      itemSize = 0
      itemDepth = stack.count
    case .link:
      if let address = vocabulary.address(name, attributes: attributes) {
        if item?.link == nil { item?.link = address }
      } else {
        beginField()
      }
    case nil, .container, .item: break
    default: beginField()
    }
  }

  func end(_ name: XMLName) {
    guard let open = stack.last else { return }
    if let collecting {
      if stack.count == collecting {
        closeField()
      } else {
        collected.append(contentsOf: Array("</\(open.name.local)>".utf8))
      }
    }
    if item != nil, stack.count == itemDepth {
      if let item, !item.isEmpty { finished.append(item) }
      item = nil
      language = nil
    }
    stack.removeLast()
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let collecting else { return }
    guard collected.count <= DocumentReader.maximumSize - itemSize else {
      overflowed = true
      return
    }
    if stack.count > collecting || isMarkupInside {
      // Text between tags that were put back must be escaped again.
      for byte in bytes {
        switch byte {
        case ASCII.lessThan: collected.append(contentsOf: Array("&lt;".utf8))
        case ASCII.ampersand: collected.append(contentsOf: Array("&amp;".utf8))
        default: collected.append(byte)
        }
      }
    } else {
      collected.append(contentsOf: bytes)
    }
  }

  /// Whether the open field is declared as elements rather than as escaped text.
  private var isMarkupInside: Bool {
    guard let collecting, collecting <= stack.count else { return false }
    return stack[collecting - 1].attributes.contains { $0.name.local == "type" && $0.value == "xhtml" }
  }

  private func beginField() {
    collected.removeAll(keepingCapacity: true)
    collecting = stack.count
    hasMarkup = false
  }

  private func appendTag(_ name: XMLName, attributes: [(name: XMLName, value: String)]) {
    collected.append(contentsOf: Array("<\(name.local)".utf8))
    for attribute in attributes where attribute.name.local == "href" || attribute.name.local == "class" {
      let value = attribute.value.split(separator: "\"").joined()
      collected.append(contentsOf: Array(" \(attribute.name.local)=\"\(value)\"".utf8))
    }
    collected.append(ASCII.greaterThan)
  }

  private func closeField() {
    guard let depth = collecting, depth <= stack.count, let field = stack[depth - 1].field else { return }
    let open = stack[depth - 1]
    collecting = nil
    let trimmed = Array(ASCII.trimmed(collected[...]))
    itemSize += trimmed.count
    if overflowed {
      item?.irregularities.append(
        Irregularity(
          kind: "truncated",
          message: "the item is longer than \(DocumentReader.maximumSize >> 20) MiB; the rest was left out"))
      overflowed = false
    }
    guard !trimmed.isEmpty else { return }
    let kind: FeedItem.Marked.Kind =
      hasMarkup ? .html : vocabulary.markup(of: open.name, attributes: open.attributes)
    let marked = FeedItem.Marked(kind: kind, text: trimmed)
    let string = String(decoding: trimmed, as: UTF8.self)
    guard var item else {
      if field == .title { feedTitle = feedTitle ?? FeedItem.line(marked) }
      if field == .language { feedLanguage = string }
      return
    }
    // Held once, so that changing it copies nothing.
    self.item = nil
    switch field {
    case .title: item.title = item.title ?? marked
    case .text:
      // The longest counts; a few are kept because markup is no text.
      if item.texts.count >= 8,
        let shortest = item.texts.indices.min(by: { item.texts[$0].text.count < item.texts[$1].text.count })
      {
        if marked.text.count > item.texts[shortest].text.count { item.texts[shortest] = marked }
      } else {
        item.texts.append(marked)
      }
    case .link: item.link = item.link ?? string
    case .permalink:
      if vocabulary.isAddress(open.name, attributes: open.attributes), string.hasPrefix("http") {
        item.permalink = string
      }
    case .published: item.published = item.published ?? string
    case .updated: item.updated = item.updated ?? string
    case .author: if item.authors.count < 50, !item.authors.contains(string) { item.authors.append(string) }
    case .language: item.language = string
    case .item, .container: break
    }
    item.language = item.language ?? language
    self.item = item
  }
}
