extension SummaryIndex {
  /// The index for a terminal, or a text file.
  /// - Parameters:
  ///   - width: columns of the terminal; at least 40 are used.
  ///   - colour: whether names are set off with ANSI sequences.
  public func terminal(width: Int = 80, colour: Bool = false) -> String {
    typealias Style = TerminalText.Style
    let width = max(40, width)
    var page = TerminalText.block(overview, width: width, style: .bold, colour: colour)
    func write(_ text: String, indent: Int, style: Style? = nil) {
      page += TerminalText.block(text, width: width, indent: indent, style: style, colour: colour)
    }
    func section(_ title: String) {
      let rule = String(repeating: "─", count: width - TerminalText.width(title) - 1)
      page += "\n" + Style.bold.apply(title, if: colour) + " " + Style.faint.apply(rule, if: colour) + "\n"
    }
    for (title, entries) in [("People", people), ("Organisations", organisations), ("Countries", countries)]
    where !entries.isEmpty {
      section(title)
      for entry in entries {
        page += "\n"
        write(entry.name, indent: 0, style: .bold)
        let line = about(entry)
        if !line.isEmpty { write(line, indent: 2, style: .faint) }
        for appearance in entry.appearances {
          write("[\(appearance.document + 1)] " + place(appearance), indent: 2)
          if let sentence = appearance.sentence { write(sentence, indent: 6, style: .faint) }
        }
      }
    }
    if !agreements.isEmpty {
      section("Agreements")
      for agreement in agreements {
        page += "\n"
        let day =
          agreement.date.map { ($0.isReported ? "reported " : "") + ReportWords.date($0) } ?? "no date"
        write(
          "\(day): \(ReportWords.label(agreement.status ?? "")) \(ReportWords.heading(agreement))", indent: 0,
          style: .bold)
        write(agreement.parties.map(\.named).joined(separator: " · "), indent: 2)
        for source in agreement.sources {
          write("— \(ReportWords.origin(source)), \(source.path)", indent: 2, style: .faint)
        }
      }
    }
    if !documents.isEmpty { section("Documents") }
    for (index, document) in documents.enumerated() {
      page += "\n"
      write("[\(index + 1)] \(document.reference.title ?? document.reference.path)", indent: 0, style: .bold)
      write(
        "\(ReportWords.origin(document.reference)), \(document.reference.url ?? document.reference.path)",
        indent: 4, style: .faint)
      for sentence in document.summary { write(sentence, indent: 4) }
    }
    return page
  }

  /// The index in Markdown (CommonMark).
  public func markdown(title: String = "Index") -> String {
    func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    var page = "# \(escaped(title))\n\n\(overview)\n"
    for (title, entries, order) in [
      ("People", people, { AlphabeticalOrder(Self.lastNameFirst($0)) }),
      ("Organisations", organisations, { AlphabeticalOrder($0) }),
      ("Countries", countries, { AlphabeticalOrder($0) }),
    ] as [(String, [Entry], (String) -> AlphabeticalOrder)] where !entries.isEmpty {
      page += "\n## \(title)\n"
      var letter: String?
      for entry in entries {
        let group = order(entry.name).letter
        if group != letter {
          letter = group
          page += "\n### \(escaped(group))\n\n"
        }
        let line = about(entry)
        page += "- **\(escaped(entry.name))**" + (line.isEmpty ? "" : " — \(escaped(line))") + "\n"
        for appearance in entry.appearances {
          page += "  - \(appearance.document + 1)\\. \(escaped(place(appearance)))"
          page += appearance.sentence.map { ": \(escaped($0))" } ?? ""
          page += "\n"
        }
      }
    }
    if !agreements.isEmpty { page += "\n## Agreements\n\n" }
    for agreement in agreements {
      let day = agreement.date.map { ($0.isReported ? "reported " : "") + ReportWords.date($0) } ?? "no date"
      page += "- **\(day)** · *\(escaped(ReportWords.label(agreement.status ?? "")))* · "
      page += "\(escaped(ReportWords.heading(agreement))): "
      page += agreement.parties.map { escaped($0.named) }.joined(separator: " · ") + "\n"
      for source in agreement.sources {
        page +=
          "  - \(MarkdownText.link(source.title ?? source.path, to: source.url)) (\(escaped(ReportWords.origin(source))))\n"
      }
    }
    if !documents.isEmpty { page += "\n## Documents\n\n" }
    for (index, document) in documents.enumerated() {
      let reference = document.reference
      page += "\(index + 1). \(MarkdownText.link(reference.title ?? reference.path, to: reference.url))"
      page += " (\(escaped(ReportWords.origin(reference))))\n"
      for sentence in document.summary { page += "\n   \(escaped(sentence))\n" }
    }
    return page
  }

  /// Other names, roles or kinds, and the country, on one line.
  private func about(_ entry: Entry) -> String {
    var parts: [String] = []
    for name in entry.names.map(\.text) where name != entry.name && !parts.contains(name) {
      parts.append(name)
    }
    return (parts + entry.details.map(ReportWords.label) + (entry.country.map { [$0] } ?? [])).joined(
      separator: " · ")
  }

  private func place(_ appearance: Appearance) -> String {
    let reference = documents[appearance.document].reference
    let times = appearance.count > 1 ? ", \(appearance.count)×" : ""
    return "\(reference.title ?? reference.path) (\(ReportWords.origin(reference))\(times))"
  }
}
