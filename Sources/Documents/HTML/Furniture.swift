/// What belongs to a page rather than to its story: menus, asides, comments, notes on cookies.
enum Furniture {
  /// How sure the sign is.
  enum Sign { case none, weak, strong }

  /// What the element, its role and the words in its class and id say.
  static func sign(of node: Int, in tree: HTMLTree) -> Sign {
    switch tree.nodes[node].tag {
    case .nav, .footer, .menu, .dialog: return .strong
    case .aside: return .weak
    case .text, .html, .body, .main, .h1, .head, .title: return .none
    default: break
    }
    var found = Sign.none
    if let role = tree.value(.role, of: node) {
      switch role {
      case "navigation", "contentinfo", "dialog", "search", "menu", "menubar", "alertdialog", "toolbar": return .strong
      case "complementary", "banner": found = .weak
      default: break
      }
    }
    for attribute in [HTMLAttribute.class, .id, .dataTestID, .dataComponent] {
      guard let value = tree.value(attribute, of: node) else { continue }
      for word in words(of: value) {
        if strong.contains(word) { return .strong }
        if weak.contains(word) { found = .weak }
      }
    }
    return found
  }

  /// Words that page authors use for the story itself.
  static func isStory(_ node: Int, in tree: HTMLTree) -> Bool {
    if tree.value(.itemprop, of: node)?.lowercased().contains("articlebody") == true { return true }
    for attribute in [HTMLAttribute.class, .id, .dataTestID, .dataComponent] {
      guard let value = tree.value(attribute, of: node) else { continue }
      let joined = words(of: value).joined(separator: "-")
      for name in story where joined.contains(name) { return true }
    }
    return false
  }

  /// The words of a class or id: `relatedArticles__list-item` is related, articles, list, item. Small letters.
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

  private static let strong: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "footer", "sidebar", "cookie", "cookies", "consent", "gdpr",
    "comment", "comments", "commentlist", "disqus", "related", "recommended", "recommendation", "recommendations",
    "recirculation", "recirc", "share", "sharing", "sharebar", "social", "socials", "newsletter", "subscribe", "signup",
    "breadcrumb", "breadcrumbs", "outbrain", "taboola", "advert", "advertisement", "advertising", "adslot", "adunit",
    "popup", "modal", "pagination", "pager", "sponsored", "trending", "promo", "promobox", "promotion", "paywall",
    "byline", "toolbar", "masthead", "sitemap", "login", "teaser", "teasers", "copyright", "screenreader",
  ]

  private static let weak: Set<String> = [
    "aside", "banner", "widget", "widgets", "ad", "ads", "popular", "mostread", "latest", "tags", "taglist", "keywords",
    "author", "authors", "bio", "meta", "metadata", "caption", "credit", "credits", "rating", "poll", "quiz",
    "subscription", "register", "registration", "donate", "donation", "disclaimer", "hidden", "print", "next", "prev",
    "previous", "more", "readmore", "linklist", "links", "timestamp", "dateline", "published", "pubdate", "kicker",
    "infobox", "factbox", "embed", "player", "gallery", "slideshow", "carousel", "topics", "tooltip", "skip", "alert",
    "notification", "notice", "follow", "feedback", "correction", "sr", "visuallyhidden", "offscreen", "inlinelinks",
  ]

  private static let story: [String] = [
    "article-body", "articlebody", "story-body", "storybody", "article-content", "articlecontent", "entry-content",
    "post-content", "post-body", "article-text", "articletext", "story-content", "news-text", "news-body",
    "article-main", "content-body", "body-text", "news-content", "news-detail", "text-body", "post-text", "story-text",
    "article-detail", "td-post-content", "richtext", "article-paragraph",
  ]
}
