extension Timeline {
  /// The timeline for a terminal, or a text file: dates in a column at the left, everything else wrapped beside it.
  /// - Parameters:
  ///   - width: columns of the terminal; at least 40 are used.
  ///   - colour: whether statuses and dates are coloured with ANSI sequences.
  public func terminal(width: Int = 80, colour: Bool = false) -> String {
    let width = max(40, width)
    var page = TerminalText.block(ReportWords.overview(self), width: width, style: .bold, colour: colour)
    var year: String?
    for entry in entries {
      let group = entry.date.map { "\($0.days.first.year)" } ?? "Undated"
      if group != year {
        year = group
        let rule = String(repeating: "─", count: max(0, width - TerminalText.width(group) - 1))
        page += "\n" + TerminalText.Style.bold.apply(group, if: colour) + " "
        page += TerminalText.Style.faint.apply(rule, if: colour) + "\n"
      }
      entry.write(to: &page, width: width, colour: colour)
    }
    if entries.isEmpty { page += "\nNothing matches.\n" }
    return page
  }
}

extension TimelineEntry {
  /// Columns of the date, with the gap after it.
  private static let margin = 10

  fileprivate func write(to page: inout String, width: Int, colour: Bool) {
    typealias Style = TerminalText.Style
    var blocks: [(text: String, style: Style?)] = []
    if kind == .agreement {
      let label = "\(ReportWords.label(status ?? "")) \(ReportWords.label(type ?? ""))"
      blocks.append((label, statusStyle))
      if let title { blocks.append((title, .bold)) }
      if !parties.isEmpty { blocks.append((parties.map(\.named).joined(separator: " · "), nil)) }
      if let subject { blocks.append(("Subject: " + subject, nil)) }
      if !people.isEmpty { blocks.append(("Signed by " + people.map(\.titled).joined(separator: "; "), nil)) }
      let details = [place.map { "Place: " + $0 }, ReportWords.amount(self).map { "Amount: " + $0 }]
        .compactMap { $0 }
      if !details.isEmpty { blocks.append((details.joined(separator: " · "), nil)) }
      if let evidence { blocks.append(("“\(evidence)”", .faint)) }
    } else if let evidence {
      blocks.append((evidence, nil))
    }
    for source in sources {
      let address = source.url ?? source.path
      blocks.append(("— \(ReportWords.origin(source)), \(address)", .faint))
    }
    page += "\n"
    var isFirst = true
    for block in blocks {
      for line in TerminalText.lines(block.text, width: width - Self.margin) {
        let lead =
          isFirst ? Style.cyan.apply(TerminalText.padded(shortDate, to: Self.margin), if: colour) : indent
        page += lead + (block.style.map { $0.apply(line, if: colour) } ?? line) + "\n"
        isFirst = false
      }
    }
  }

  private var indent: String { String(repeating: " ", count: Self.margin) }

  /// "8 Jun", "June", "Q2"; `~` before a day that is only that of the report.
  private var shortDate: String {
    guard let date else { return "" }
    let month = ReportWords.months[date.days.first.month - 1]
    let words =
      switch date.days.precision {
      case .day, .week: "\(date.days.first.day) \(month.prefix(3))"
      case .month: String(month.prefix(9))
      case .quarter: "Q\((date.days.first.month + 2) / 3)"
      case .half: date.days.first.month < 7 ? "H1" : "H2"
      case .year, .decade: ""
      }
    return date.isReported ? "~" + words : words
  }

  private var statusStyle: TerminalText.Style {
    switch status {
    case "signed", "adopted", "ratified", "in-force": .green
    case "extended", "negotiated": .cyan
    case "planned", "proposed": .blue
    case "discussed": .yellow
    case "terminated", "breached": .red
    default: .magenta
    }
  }
}

extension TimelineEntry.Party {
  /// "Nordwerk GmbH (DE)".
  var named: String { country.map { "\(name) (\($0))" } ?? name }
}

extension TimelineEntry.Person {
  /// "Galym Mutanov, Rector".
  var titled: String { role.map { "\(name), \($0)" } ?? name }
}
