/// Rows of comma-separated values as RFC 4180 has them: CRLF, quotation marks doubled.
enum CSVText {
  static func row(_ fields: [String?]) -> String {
    fields.map { field($0 ?? "") }.joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x2C, 0x22, 0x0D, 0x0A].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension Timeline {
  /// The timeline as CSV (RFC 4180, UTF-8, a header, one row an entry); several values in one field are separated by `; `.
  public func csv() -> String {
    var text = CSVText.row([
      "date", "first_day", "last_day", "dated", "kind", "status", "type", "title", "parties", "countries",
      "people",
      "place", "subject", "amount", "currency", "evidence", "language", "document_title", "agency",
      "published",
      "path", "url", "document", "sources",
    ])
    for entry in entries {
      let source = entry.sources.first
      let amount = entry.amount.map { amount in Int(exactly: amount).map(String.init) ?? amount.description }
      text += CSVText.row([
        entry.date?.value, entry.date?.days.first.description, entry.date?.days.last.description,
        entry.date.map { $0.isReported ? "reported" : "stated" }, entry.kind.rawValue, entry.status,
        entry.type,
        entry.title, entry.parties.map(\.named).joined(separator: "; "),
        entry.countries.joined(separator: "; "),
        entry.people.map(\.name).joined(separator: "; "), entry.place, entry.subject, amount, entry.currency,
        entry.evidence, entry.language, source?.title, source?.agency, source?.published, source?.path,
        source?.url,
        source?.document, String(entry.sources.count),
      ])
    }
    return text
  }
}
