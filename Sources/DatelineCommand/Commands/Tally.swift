import DatelineRecords

/// What went by, for the closing line.
struct Tally {
  var documents = 0
  var people = 0
  var organisations = 0
  var agreements = 0
  var repeats = 0

  mutating func add(_ record: Record) {
    documents += 1
    people += record.people.count
    organisations += record.organisations.count
    agreements += record.agreements.count
    repeats += record.paragraphs.count { $0.duplicateOf != nil }
  }

  /// The closing line: how much of everything, and how long it took.
  func line(_ remarks: String = "", failures: Int, seconds: Double) -> String {
    let parts = [
      counted(people, "person", "people"), counted(organisations, "organisation", "organisations"),
      counted(agreements, "agreement", "agreements"),
      counted(repeats, "repeated paragraph", "repeated paragraphs"),
      counted(failures, "failure", "failures"),
    ]
    return counted(documents, "document", "documents") + remarks + ": " + parts.joined(separator: ", ")
      + "; " + secondsText(seconds)
  }
}

/// `1 person`, `2 people`.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(grouped(number)) \(number == 1 ? one : many)"
}

/// `0.42 s`, `12.3 s`.
func secondsText(_ seconds: Double) -> String {
  fixed(seconds, seconds < 10 ? 2 : 1) + " s"
}

/// A number with so many decimals, rounded.
func fixed(_ number: Double, _ decimals: Int) -> String {
  guard number.isFinite, abs(number) < 1e15 else { return "–" }
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((abs(number) * Double(scale)).rounded())
  let whole = String(scaled / scale)
  let rest = String(scaled % scale)
  let sign = number < 0 && scaled > 0 ? "-" : ""
  return decimals == 0
    ? sign + whole : sign + whole + "." + String(repeating: "0", count: decimals - rest.count) + rest
}
