/// What a page says about itself: headline, authors, day of publication, language, address.
struct PageClaims {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: CalendarDate?
  private(set) var publishedFrom: PublicationSign?
  private(set) var language: String?
  private(set) var url: String?
  /// Everything the page calls its headline.
  private(set) var headlines: [String] = []
  /// The story as JSON-LD gives it.
  private(set) var linkedBody: String?
  private(set) var irregularities: [Irregularity] = []

  /// Reads the claims of a page.
  ///
  /// Linear in its size.
  init(of tree: HTMLTree) {
    let meta = Self.meta(of: tree)
    let data = LinkedData(of: tree)
    linkedBody = data.body
    url = Self.canonical(of: tree) ?? meta["og:url"]?.first ?? data.url
    language = LanguageTag.clean(
      tree.first(.html).flatMap { tree.value(.lang, of: $0) } ?? meta["content-language"]?.first
        ?? meta["og:locale"]?.first ?? data.language)
    readTitle(tree, meta: meta, data: data)
    readAuthors(tree, meta: meta, data: data)
    readDay(tree, meta: meta, data: data)
  }

  // MARK: Headline

  private mutating func readTitle(_ tree: HTMLTree, meta: [String: [String]], data: LinkedData) {
    let page = tree.first(.title).map { Self.line(tree.wholeText(of: $0)) } ?? ""
    let shared = (meta["og:title"]?.first ?? meta["twitter:title"]?.first).map { Self.line($0) } ?? ""
    let linked = data.headline.map { Self.line(Self.decoded($0)) } ?? ""
    var tops: [String] = []
    for node in tree.inside(0).lazy.filter({ tree.nodes[$0].tag == .h1 }).prefix(20) {
      let text = PageBlocks(of: tree, in: node).pieces.map(\.block.text).joined(separator: " ")
      let line = Self.line(text)
      if !line.isEmpty { tops.append(line) }
    }
    let others = [shared, linked, page].filter { !$0.isEmpty }
    let site = meta["og:site_name"]?.first.map { Self.line($0) }
    let known = tops.max { Self.agreement($0, others) < Self.agreement($1, others) }
    let sharedCut = Self.withoutSite(shared, site: site, alone: known ?? linked)
    let pageCut = Self.withoutSite(page, site: site, alone: known ?? linked)
    title = Self.elected(
      [(sharedCut, 2), (known ?? "", 3), (linked, 2), (pageCut, 1)].filter { $0.0 != site })
    headlines = tops + others + [title].compactMap { $0 }
  }

  /// Headline, shared title, linked data and page title vote; the best written of the winners is taken.
  private static func elected(_ votes: [(title: String, weight: Int)]) -> String? {
    func key(_ title: String) -> String {
      String(String.UnicodeScalarView(title.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)))
    }
    var counts: [(key: String, title: String, weight: Int)] = []
    for vote in votes where !vote.title.isEmpty {
      let key = key(vote.title)
      if let index = counts.firstIndex(where: { $0.key == key }) {
        counts[index].weight += vote.weight
      } else {
        counts.append((key, vote.title, vote.weight))
      }
    }
    guard let best = counts.max(by: { $0.weight < $1.weight }) else { return nil }
    // The headline of a page often has a kicker before it, which the shared title lacks.
    if let shared = counts.first, shared.title == votes.first?.title, shared.key.utf8.count >= 20,
      best.key.hasSuffix(shared.key)
    {
      return shared.title
    }
    return best.title
  }

  /// How many of a title's words the most similar other title has, 0–1.
  private static func agreement(_ title: String, _ others: [String]) -> Double {
    let words = Set(title.lowercased().split { !$0.isLetter && !$0.isNumber })
    guard !words.isEmpty else { return 0 }
    return others.map { other in
      let shared = words.intersection(other.lowercased().split { !$0.isLetter && !$0.isNumber })
      return Double(shared.count) / Double(words.count) + Double(shared.count) / 1000
    }.max() ?? 0
  }

  /// `Headline | Site` is `Headline`: cut at the last separator if what follows is the site's name or short.
  static func withoutSite(_ title: String, site: String?, alone: String) -> String {
    if !alone.isEmpty, title.hasPrefix(alone) { return alone }
    for separator in [" | ", " — ", " – ", " - ", " :: ", " » ", " « ", " • "] {
      let parts = title.components(of: separator)
      guard parts.count > 1, let last = parts.last else { continue }
      let head = parts.dropLast().joined(separator: separator)
      let isSite = site.map { !$0.isEmpty && (last.contains($0) || $0.contains(last)) } ?? false
      if isSite
        || (separator == " | " || last.split(separator: " ").count <= 3) && head.count > 2 * last.count
      {
        return head
      }
    }
    return title
  }

  // MARK: Authors

  private mutating func readAuthors(_ tree: HTMLTree, meta: [String: [String]], data: LinkedData) {
    var names = data.authors
    if names.isEmpty { names = meta["author"] ?? meta["article:author"] ?? meta["dc.creator"] ?? [] }
    if names.isEmpty {
      for node in tree.inside(0)
      where tree.value(.itemprop, of: node) == "author" || tree.value(.rel, of: node) == "author" {
        names.append(tree.value(.content, of: node) ?? tree.wholeText(of: node))
      }
    }
    for name in names.prefix(20) {
      guard let clean = AuthorName.clean(Self.decoded(name)), !authors.contains(clean) else { continue }
      authors.append(clean)
    }
  }

  // MARK: Day of publication

  private mutating func readDay(_ tree: HTMLTree, meta: [String: [String]], data: LinkedData) {
    if let stamp = data.published, settle(stamp, .meta) { return }
    for name in Self.dayNames {
      for stamp in meta[name] ?? [] where settle(stamp, .meta) { return }
    }
    var times: [(stamp: String, good: Bool)] = []
    for node in tree.inside(0) {
      let property = tree.value(.itemprop, of: node)?.lowercased()
      if property == "datepublished" || property == "datecreated" {
        let stamp =
          tree.value(.content, of: node) ?? tree.value(.datetime, of: node) ?? tree.wholeText(of: node)
        if settle(stamp, .meta) { return }
      }
      if tree.nodes[node].tag == .time, let stamp = tree.value(.datetime, of: node) {
        let words = (tree.value(.class, of: node) ?? "").lowercased()
        times.append(
          (stamp, words.contains("publish") || words.contains("entry-date") || words.contains("created")))
      }
    }
    for time in times.filter(\.good) + times where settle(time.stamp, .meta) { return }
    if let url, let day = Self.day(inURL: url) {
      published = day
      publishedFrom = .url
    } else if let day = Self.day(inPrint: tree) {
      published = day
      publishedFrom = .text
    }
  }

  /// The day that the page prints in an element of its own, named for it.
  ///
  /// Many pages print today's date above the headline, so what follows the headline comes first.
  private static func day(inPrint tree: HTMLTree) -> CalendarDate? {
    let headline = tree.first(.h1) ?? 0
    var before: CalendarDate?
    for node in tree.inside(0) where tree.nodes[node].tag != .text {
      var isNamed = tree.nodes[node].tag == .time
      for attribute in [HTMLAttribute.class, .id] where !isNamed {
        guard let value = tree.value(attribute, of: node) else { continue }
        isNamed = Furniture.words(of: value).contains(where: printedDayNames.contains)
      }
      guard isNamed, tree.inside(node).count <= 20 else { continue }
      let text = tree.wholeText(of: node)
      guard text.utf8.count <= 200, let day = Timestamp.day(line(text)) else { continue }
      if node > headline { return day }
      before = day
    }
    return before
  }

  private static let printedDayNames: Set<String> = [
    "date", "datetime", "time", "published", "pubdate", "timestamp", "posted", "created",
  ]

  private mutating func settle(_ stamp: String, _ sign: PublicationSign) -> Bool {
    guard let day = Timestamp.day(stamp) else {
      if irregularities.count < 3, !ASCII.trimmed(stamp).isEmpty {
        irregularities.append(
          Irregularity(
            kind: "date", message: "the date '\(ASCII.trimmed(stamp).prefix(60))' could not be read"))
      }
      return false
    }
    published = day
    publishedFrom = sign
    return true
  }

  /// Names of metadata that hold a day of publication, the surest first.
  private static let dayNames = [
    "article:published_time", "article:published", "og:published_time", "datepublished", "date.published",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate",
    "publish_date",
    "publication_date", "publicationdate", "published_time", "pubdate", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date", "article.published", "created",
    "rnews:datepublished", "article:post_date", "article.created", "originalpublicationdate",
  ]

  /// `/2024/03/12/`, `/2024-03-12`, `/20240312`: a day in an address.
  static func day(inURL url: String) -> CalendarDate? {
    let bytes = Array(url.utf8)
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[start..<(start + count)] {
        guard ASCII.isDigit(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    func isEdge(_ index: Int) -> Bool { index >= bytes.count || !ASCII.isDigit(bytes[index]) }
    for start in bytes.indices where start > 0 && !ASCII.isLetterOrDigit(bytes[start - 1]) {
      guard let year = number(start, 4), (1990...2100).contains(year), start + 4 < bytes.count else {
        continue
      }
      let separator = bytes[start + 4]
      if separator == ASCII.slash || separator == ASCII.hyphen || separator == 0x5F {
        if let month = number(start + 5, 2), start + 7 < bytes.count, bytes[start + 7] == separator,
          let day = number(start + 8, 2), isEdge(start + 10),
          let date = CalendarDate(year: year, month: month, day: day)
        {
          return date
        }
      } else if let month = number(start + 4, 2), let day = number(start + 6, 2), isEdge(start + 8),
        let date = CalendarDate(year: year, month: month, day: day)
      {
        return date
      }
    }
    return nil
  }

  // MARK: Metadata

  /// The contents of the meta elements by name or property in small letters.
  private static func meta(of tree: HTMLTree) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for node in tree.inside(0) where tree.nodes[node].tag == .meta {
      guard let content = tree.value(.content, of: node), !content.isEmpty else { continue }
      for attribute in [HTMLAttribute.property, .name, .itemprop] {
        guard let name = tree.value(attribute, of: node)?.lowercased() else { continue }
        table[name, default: []].append(content)
        break
      }
    }
    return table
  }

  private static func canonical(of tree: HTMLTree) -> String? {
    for node in tree.inside(0) where tree.nodes[node].tag == .link {
      guard tree.value(.rel, of: node)?.lowercased() == "canonical", let href = tree.value(.href, of: node),
        href.hasPrefix("http")
      else { continue }
      return href
    }
    return nil
  }

  /// White space as one space, none around.
  private static func line(_ text: String) -> String {
    text.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
  }

  /// Some pages escape twice.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(ASCII.ampersand) else { return text }
    return PageBlocks.plainText(of: HTMLTree(Array(text.utf8)))
  }
}

extension String {
  /// The parts between occurrences of a separator.
  fileprivate func components(of separator: String) -> [String] {
    var parts: [String] = []
    let bytes = Array(utf8)
    let mark = Array(separator.utf8)
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}
