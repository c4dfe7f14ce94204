/// The elements of HTML that matter for reading a page.
enum HTMLTag: String, CaseIterable, Sendable {
  /// A piece of text, not an element.
  case text = "#text"
  /// An element that does not matter.
  case other = "?"
  case html, head, body, title, meta, link, base
  case p, div, section, article, main, header, footer, nav, aside, address, details, summary, dialog
  case h1, h2, h3, h4, h5, h6, hgroup
  case ul, ol, li, dl, dt, dd, menu
  case table, caption, thead, tbody, tfoot, tr, td, th
  case blockquote, q, cite, pre, hr, br, wbr, figure, figcaption, picture, img
  case form, fieldset, button, select, option, textarea, input, label
  case script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, map, math
  case a, span, b, i, em, strong, u, s, small, big, sub, sup, font, center, abbr, mark, time, ins, del, code

  private static let byName: [String: HTMLTag] = {
    var table: [String: HTMLTag] = [:]
    for tag in allCases where tag != .text && tag != .other { table[tag.rawValue] = tag }
    return table
  }()

  /// The element of a name in small letters; nil for an unknown one.
  init?(name: String) {
    guard let tag = Self.byName[name] else { return nil }
    self = tag
  }

  /// Whether the element stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .html, .body, .p, .div, .section, .article, .main, .header, .footer, .nav, .aside, .address,
      .details,
      .summary, .dialog, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .ul, .ol, .li, .dl, .dt, .dd, .menu, .table,
      .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .blockquote, .pre, .hr, .figure, .figcaption, .form,
      .fieldset, .center, .title, .head:
      true
    default: false
    }
  }

  /// Whether nothing inside is text for readers.
  var isSilent: Bool {
    switch self {
    case .script, .style, .noscript, .template, .iframe, .object, .embed, .svg, .canvas, .video, .audio, .map,
      .math, .select, .option, .textarea, .button, .head, .dialog:
      true
    default: false
    }
  }

  /// Whether it is a heading.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

/// The attributes that are kept.
enum HTMLAttribute: String, CaseIterable, Sendable {
  case id, `class`, itemprop, itemtype, role, hidden, style, lang, href, rel, name, property, content,
    datetime, type
  case ariaHidden = "aria-hidden"
  case dataTestID = "data-testid"
  case dataComponent = "data-component"

  static let byName: [String: HTMLAttribute] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
