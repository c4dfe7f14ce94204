/// Text inside Markdown.
enum MarkdownText {
  /// The text on one line with everything escaped that Markdown or HTML would read as a sign.
  static func escaped(_ text: some StringProtocol) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in TerminalText.clean(text).unicodeScalars {
      switch scalar {
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", ">", "!":
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// A link, if the address is one of the Web; else the text.
  static func link(_ text: String, to url: String?) -> String {
    guard let url, let address = WebAddress(url) else { return escaped(text) }
    var target = ""
    for byte in address.text.utf8 {
      switch byte {
      // What would end the address, or begin something else.
      case 0x28, 0x29, 0x3C, 0x3E, 0x5B...0x5D, 0x60, 0x20, 0x22, 0x27:
        target += "%" + String(byte, radix: 16, uppercase: true)
      default: target.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return "[\(escaped(text))](\(target))"
  }
}

extension Timeline {
  /// The timeline in Markdown (CommonMark): a heading for each year, a list item for each entry.
  public func markdown(title: String = "Timeline") -> String {
    var page = "# \(MarkdownText.escaped(title))\n\n\(ReportWords.overview(self))\n"
    var year: String?
    for entry in entries {
      let group = entry.date.map { "\($0.days.first.year)" } ?? "Undated"
      if group != year {
        year = group
        page += "\n## \(group)\n\n"
      }
      page += entry.markdown
    }
    if entries.isEmpty { page += "\nNothing matches.\n" }
    return page
  }
}

extension TimelineEntry {
  fileprivate var markdown: String {
    func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    let when = date.map { ($0.isReported ? "reported " : "") + ReportWords.date($0) } ?? "no date"
    var lines = ["**\(when)**"]
    if kind == .agreement {
      lines[0] +=
        " · *\(escaped(ReportWords.label(status ?? "")))* · \(escaped(ReportWords.label(type ?? "")))"
      if let title { lines.append("**\(escaped(title))**") }
      if !parties.isEmpty { lines.append(parties.map { escaped($0.named) }.joined(separator: " · ")) }
      if let subject { lines.append("Subject: \(escaped(subject))") }
      if !people.isEmpty {
        lines.append("Signed by " + people.map { escaped($0.titled) }.joined(separator: "; "))
      }
      if let place { lines.append("Place: \(escaped(place))") }
      if let amount = ReportWords.amount(self) { lines.append("Amount: \(escaped(amount))") }
    } else if let evidence {
      lines.append(escaped(evidence))
    }
    // Two spaces at the end break a line inside an item.
    var item = "- " + lines.joined(separator: "  \n  ") + "\n"
    if kind == .agreement, let evidence { item += "\n  > \(escaped(evidence))\n\n" }
    for source in sources {
      item += "  - " + MarkdownText.link(source.title ?? source.path, to: source.url)
      item += " (\(escaped(ReportWords.origin(source))))\n"
    }
    return item + "\n"
  }
}
