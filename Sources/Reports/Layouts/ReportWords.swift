import DatelineDocuments

/// What reports say in their own words.
///
/// They speak English; names, titles and evidence keep the language of their source.
enum ReportWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// "8 June 2017", "June 2017", "second quarter of 2017", "2017".
  static func date(_ date: TimelineEntry.Date) -> String {
    let first = date.days.first
    switch date.days.precision {
    case .day: return "\(first.day) \(months[first.month - 1]) \(first.year)"
    case .week: return "week of \(first.day) \(months[first.month - 1]) \(first.year)"
    case .month: return "\(months[first.month - 1]) \(first.year)"
    case .quarter:
      return "\(["first", "second", "third", "fourth"][(first.month - 1) / 3]) quarter of \(first.year)"
    case .half: return "\(first.month < 7 ? "first" : "second") half of \(first.year)"
    case .year: return "\(first.year)"
    case .decade: return "\(first.year)–\(date.days.last.year)"
    }
  }

  /// "8 June 2017" for `2017-06-08`; anything else as it is.
  static func day(_ iso: String) -> String {
    guard let day = CalendarDate(iso: iso) else { return iso }
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// "letter of intent" for `letter-of-intent`.
  static func label(_ value: String) -> String { value.replacing("-", with: " ") }

  /// "1 agreement", "2 agreements".
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// What is in a timeline, in one line.
  static func overview(_ timeline: Timeline) -> String {
    let agreements = timeline.entries.count { $0.kind == .agreement }
    let facts = timeline.entries.count - agreements
    var words = count(agreements, "agreement")
    if facts > 0 { words += " and " + count(facts, "dated fact") }
    return words + " from " + count(timeline.documents, "document")
  }

  /// The headline of an entry: how the text names it, else what it is.
  static func heading(_ entry: TimelineEntry) -> String {
    if let title = entry.title, !title.isEmpty { return title }
    let type = label(entry.type ?? "other")
    return type == "other" ? "Agreement" : type.prefix(1).uppercased() + type.dropFirst()
  }

  /// "2 000 000 KZT", with narrow no-break spaces.
  static func amount(_ entry: TimelineEntry) -> String? {
    guard let amount = entry.amount, amount.isFinite else { return nil }
    var digits: String
    if let whole = Int(exactly: amount.rounded()), Double(whole) == amount {
      let plain = String(whole.magnitude)
      digits = ""
      for (index, digit) in plain.enumerated() {
        if index > 0, (plain.count - index) % 3 == 0 { digits += "\u{202F}" }
        digits.append(digit)
      }
      if whole < 0 { digits = "−" + digits }
    } else {
      digits = amount.description
    }
    return entry.currency.map { digits + "\u{A0}" + $0 } ?? digits
  }

  /// "Agency, 3 October 2017": where a report came from, in a few words.
  static func origin(_ source: TimelineEntry.Reference) -> String {
    let parts = [source.agency, source.published.map(day)].compactMap { $0 }
    return parts.isEmpty ? source.path : parts.joined(separator: ", ")
  }
}
