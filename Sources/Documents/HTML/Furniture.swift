/// What belongs to a page rather than to its story: menus, asides, comments, notes on cookies.
struct Furniture {
  /// How sure the sign is.
  enum Sign: Int { case none, weak, strong, certain }

  /// What the element, its role and the words in its class and id say, for each node.
  private(set) var signs: [Sign]
  /// Whether a node carries words that page authors use for the story itself.
  private(set) var isStory: [Bool]

  private struct Verdict {
    var sign = Sign.none
    var isStory = false
  }

  /// Reads the signs of all elements.
  ///
  /// Linear; each class is looked at once, however often it is used.
  init(of tree: HTMLTree) {
    signs = [Sign](repeating: .none, count: tree.nodes.count)
    isStory = [Bool](repeating: false, count: tree.nodes.count)
    var known: [String: Verdict] = [:]
    for node in tree.nodes.indices where tree.nodes[node].tag != .text {
      let element = tree.nodes[node]
      for index in Int(element.lower)..<Int(element.upper) {
        let attribute = tree.attributes[index]
        switch attribute.name {
        case .class, .id, .dataTestID, .dataComponent, .role, .itemprop: break
        default: continue
        }
        let value = tree.value(at: index)
        let verdict: Verdict
        if attribute.name == .role {
          verdict = Verdict(sign: Self.sign(ofRole: value))
        } else if attribute.name == .itemprop {
          verdict = Verdict(isStory: value.lowercased().contains("articlebody"))
        } else if let found = known[value] {
          verdict = found
        } else {
          verdict = Self.verdict(on: value)
          known[value] = verdict
        }
        if verdict.isStory { isStory[node] = true }
        if verdict.sign.rawValue > signs[node].rawValue { signs[node] = verdict.sign }
      }
      switch element.tag {
      case .nav, .footer, .menu, .dialog: signs[node] = .certain
      case .aside: if signs[node] == .none { signs[node] = .weak }
      case .html, .body, .main, .h1, .head, .title: signs[node] = .none
      default: break
      }
    }
  }

  private static func verdict(on value: String) -> Verdict {
    let words = words(of: value)
    let joined = Array(words.joined(separator: "-").utf8)
    var verdict = Verdict(isStory: story.contains { ASCII.holds(joined, $0) })
    if words.contains(where: certain.contains) {
      verdict.sign = .certain
    } else if words.contains(where: strong.contains) {
      verdict.sign = .strong
    } else if words.contains(where: weak.contains) {
      verdict.sign = .weak
    }
    return verdict
  }

  private static func sign(ofRole role: String) -> Sign {
    switch role {
    case "navigation", "contentinfo", "dialog", "search", "menu", "menubar", "alertdialog", "toolbar": .strong
    case "complementary", "banner": .weak
    default: .none
    }
  }

  /// The words of a class or id: `relatedArticles__list-item` is related, articles, list, item.
  ///
  /// Small letters.
  static func words(of value: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll()
    }
    var wasSmall = false
    for byte in value.utf8.prefix(400) {
      if ASCII.isUpper(byte) {
        if wasSmall { end() }
        word.append(byte | 0x20)
        wasSmall = false
      } else if ASCII.isLetter(byte) || byte >= 0x80 {
        word.append(byte)
        wasSmall = true
      } else {
        end()
        wasSmall = false
      }
    }
    end()
    return words
  }

  /// However much text it holds: on the page of a short release, a note on cookies may be the longest.
  private static let certain: Set<String> = [
    "cookie", "cookies", "consent", "gdpr", "comments", "commentlist", "disqus", "newsletter", "outbrain",
    "taboola",
    "breadcrumb", "breadcrumbs",
  ]

  private static let strong: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "footer", "sidebar",

    "comment", "related", "recommended", "recommendation",
    "recommendations",
    "recirculation", "recirc", "share", "sharing", "sharebar", "social", "socials", "subscribe",
    "signup",
    "advert", "advertisement", "advertising", "adslot",
    "adunit",
    "popup", "modal", "pagination", "pager", "sponsored", "trending", "promo", "promobox", "promotion",
    "paywall",
    "byline", "toolbar", "masthead", "sitemap", "login", "teaser", "teasers", "copyright", "screenreader",
  ]

  private static let weak: Set<String> = [
    "aside", "banner", "widget", "widgets", "ad", "ads", "popular", "mostread", "latest", "tags", "taglist",
    "keywords",
    "author", "authors", "bio", "meta", "metadata", "caption", "credit", "credits", "rating", "poll", "quiz",
    "subscription", "register", "registration", "donate", "donation", "disclaimer", "hidden", "print", "next",
    "prev",
    "previous", "more", "readmore", "linklist", "links", "timestamp", "dateline", "published", "pubdate",
    "kicker",
    "infobox", "factbox", "embed", "player", "gallery", "slideshow", "carousel", "topics", "tooltip", "skip",
    "alert",
    "notification", "notice", "follow", "feedback", "correction", "sr", "visuallyhidden", "offscreen",
    "inlinelinks",
  ]

  private static let story: [[UInt8]] = [
    "article-body", "articlebody", "story-body", "storybody", "article-content", "articlecontent",
    "entry-content",
    "post-content", "post-body", "article-text", "articletext", "story-content", "news-text", "news-body",
    "article-main", "content-body", "body-text", "news-content", "news-detail", "text-body", "post-text",
    "story-text",
    "article-detail", "td-post-content", "richtext", "article-paragraph",
  ].map { Array($0.utf8) }
}
