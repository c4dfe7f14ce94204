import DatelineRecords

/// A record as people read it in a terminal.
struct RecordPage {
  var record: Record
  var width: Int
  var hasColour: Bool

  var text: String {
    var lines = wrapped(bold(record.title ?? "(no headline)"), indent: 0)
    lines += facts
    section("People", people, to: &lines)
    section("Organisations", organisations, to: &lines)
    section("Places", record.places.map { $0.name + bracketed([$0.country]) }, to: &lines)
    section("Dates", record.dates.map { "\($0.value)  “\($0.text)”" }, to: &lines)
    section(
      "Amounts",
      record.amounts.map {
        "\(fixed($0.value, $0.value == $0.value.rounded() ? 0 : 2)) \($0.currency)  “\($0.text)”"
      }, to: &lines)
    for agreement in record.agreements {
      lines += [""] + wrapped(bold(heading(of: agreement)), indent: 0)
      lines += details(of: agreement)
    }
    section("Summary", record.summary, to: &lines)
    section("Warnings", record.warnings, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private var facts: [String] {
    let dateline = record.dateline.map {
      [$0.place, $0.country, $0.date, $0.agency].compactMap { $0 }.joined(separator: ", ")
    }
    let repeats = record.paragraphs.count { $0.duplicateOf != nil }
    let from = record.publishedFrom.map { " (from \($0.rawValue))" } ?? ""
    return
      ([
        ("id", record.id), ("source", record.source.path + (record.source.item.map { ", item \($0)" } ?? "")),
        ("address", record.source.url), ("language", record.language),
        ("published", record.published.map { $0 + from }), ("dateline", dateline), ("agency", record.agency),
        ("repeated", repeats == 0 ? nil : "\(repeats) of \(record.paragraphs.count) paragraphs"),
      ] as [(String, String?)])
      .flatMap { name, value in
        value.map { wrapped(dim(name.rightPadded(to: 11)) + printable($0), indent: 11) } ?? []
      }
  }

  private var people: [String] {
    record.people.map { person in
      let roles = person.roles.map { role in
        ([role.modifier, role.title].compactMap { $0 }.joined(separator: " "))
          + bracketed([role.organisation.map(name(of:)), role.country])
      }
      return person.name + (roles.isEmpty ? "" : ": " + roles.joined(separator: "; "))
    }
  }

  private var organisations: [String] {
    record.organisations.map { organisation in
      organisation.name + bracketed([organisation.kind, organisation.country] + organisation.aliases)
    }
  }

  private func heading(of agreement: RecordAgreement) -> String {
    "\(agreement.status): \(agreement.title ?? agreement.type)"
      + (agreement.date.map { " (\($0))" } ?? "")
  }

  private func details(of agreement: RecordAgreement) -> [String] {
    var lines: [String] = []
    let parties = agreement.parties.map { $0.name + bracketed([$0.country]) }
    for (label, value) in [
      ("type", agreement.type), ("parties", parties.joined(separator: "; ")),
      ("signed by", agreement.signatories.map(name(of:)).joined(separator: "; ")),
      ("place", agreement.place.map(name(of:)) ?? ""), ("about", agreement.subject ?? ""),
    ] where !value.isEmpty {
      lines += wrapped("  " + dim(label.rightPadded(to: 11)) + printable(value), indent: 13)
    }
    for evidence in agreement.evidence {
      lines += wrapped("  " + dim("“") + printable(evidence.text) + dim("”"), indent: 3)
    }
    return lines
  }

  private func name(of id: String) -> String {
    record.people.first { $0.id == id }?.name ?? record.organisations.first { $0.id == id }?.name
      ?? record.places.first { $0.id == id }?.name ?? id
  }

  private func bracketed(_ parts: [String?]) -> String {
    let known = parts.compactMap { $0 }
    return known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
  }

  private func section(_ heading: String, _ entries: [String], to lines: inout [String]) {
    guard !entries.isEmpty else { return }
    lines += ["", bold(heading)]
    for entry in entries { lines += wrapped("  " + printable(entry), indent: 4) }
  }

  private func bold(_ text: String) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { hasColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// Breaks a line at spaces; the lines after the first are indented.
  ///
  /// Escape sequences take no room.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = String(margin)
    var length = margin.count
    var isFirst = true
    for word in text.dropFirst(margin.count).split(separator: " ", omittingEmptySubsequences: false) {
      let size = visibleLength(word)
      if !isFirst, length + 1 + size > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        length = indent
      } else if !isFirst {
        line += " "
        length += 1
      }
      line += word
      length += size
      isFirst = false
    }
    return lines + [line]
  }

  private func visibleLength(_ word: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for character in word {
      if character == "\u{1B}" {
        isEscaped = true
      } else if isEscaped {
        isEscaped = character != "m"
      } else {
        count += 1
      }
    }
    return count
  }
}
