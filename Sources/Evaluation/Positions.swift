import DatelineRecords

/// Where something stands: by its span, or where the texts differ, by its words and how often they came before.
struct Position: Hashable {
  var part: String
  var span: Span?
  var text: String?
  var ordinal = 0
}

/// Makes positions of mentions that can be compared between a record and its gold.
struct Positions {
  /// Whether the texts are the same, so that spans can be trusted.
  let bySpan: Bool
  private let body: [Unicode.Scalar]
  private let title: [Unicode.Scalar]

  init(text: String, title: String, bySpan: Bool) {
    self.bySpan = bySpan
    body = Array(text.unicodeScalars)
    self.title = Array(title.unicodeScalars)
  }

  /// One entry a mention, in the order of the text.
  func entries(_ mentions: [(text: String, span: Span?, part: String?, value: String)]) -> [Entry<Positioned>]
  {
    var seen: [String: Int] = [:]
    let sorted = mentions.enumerated().sorted { left, right in
      let (l, r) = (left.element, right.element)
      if (l.part ?? "") != (r.part ?? "") { return (l.part ?? "") < (r.part ?? "") }
      let (ls, rs) = (l.span ?? Span(0, 0), r.span ?? Span(0, 0))
      return ls == rs ? left.offset < right.offset : ls < rs
    }
    return sorted.map { _, mention in
      let part = mention.part == "title" ? "title" : "text"
      var position = Position(part: part)
      if bySpan, let span = mention.span {
        position.span = span
      } else {
        let words = collapsed(mention.text)
        position.text = words
        position.ordinal = seen["\(part)\0\(words)", default: 0]
        seen["\(part)\0\(words)", default: 0] += 1
      }
      let value = mention.value.isEmpty ? "" : " = \(mention.value)"
      return Entry(
        Positioned(position: position, value: mention.value), "“\(mention.text)”\(value)",
        mention.span.map { context($0, part) } ?? "")
    }
  }

  /// The text around a span, about 40 characters on each side.
  func context(_ span: Span, _ part: String) -> String {
    let scalars = part == "title" ? title : body
    guard span.start >= 0, span.start <= span.end, span.end <= scalars.count else { return "" }
    func string(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      for scalar in scalars[range] { view.append(scalar == "\n" ? " " : scalar) }
      return String(view)
    }
    let from = max(0, span.start - 40)
    let to = min(scalars.count, span.end + 40)
    return (from > 0 ? "…" : "") + string(from..<span.start) + "[" + string(span.start..<span.end) + "]"
      + string(span.end..<to) + (to < scalars.count ? "…" : "")
  }
}

/// A position and what was made of it.
struct Positioned: Hashable {
  var position: Position
  var value: String
}

/// A text with single spaces.
func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
