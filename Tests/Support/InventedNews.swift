import DatelineRecords

/// News that never happened, as records in four languages: persons and firms are invented, spans are true.
package struct InventedNews {
  private var random: SeededGenerator
  private var count = 0

  /// The news of a seed.
  package init(seed: UInt64 = 1) { random = SeededGenerator(seed: seed) }

  /// Many records.
  package static func records(_ count: Int, seed: UInt64 = 1) -> [Record] {
    var news = InventedNews(seed: seed)
    return (0..<count).map { _ in news.next() }
  }

  /// The next record.
  package mutating func next() -> Record {
    count += 1
    let language = Int.random(in: 0..<4, using: &random)
    let code = ["en", "de", "kk", "ru"][language]
    let first = Self.bodies[Int.random(in: 0..<Self.bodies.count, using: &random)]
    var second = Self.bodies[Int.random(in: 0..<Self.bodies.count, using: &random)]
    if second.key == first.key { second = Self.bodies[(Int(count) + 3) % Self.bodies.count] }
    if second.key == first.key { second = Self.bodies[0].key == first.key ? Self.bodies[1] : Self.bodies[0] }
    let signer = Self.people[Int.random(in: 0..<Self.people.count, using: &random)]
    let city = Self.cities[Int.random(in: 0..<Self.cities.count, using: &random)]
    let subject = Self.subjects[Int.random(in: 0..<Self.subjects.count, using: &random)].names[language]
    let kind = Self.kinds[Int.random(in: 0..<Self.kinds.count, using: &random)]
    let status = Self.statuses[Int.random(in: 0..<Self.statuses.count, using: &random)]
    let year = Int.random(in: 2017...2025, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 2...27, using: &random)
    let iso = "\(year)-\(Self.two(month))-\(Self.two(day))"
    let published = "\(year)-\(Self.two(month))-\(Self.two(day + 1))"
    let spoken = Self.spoken(year, month, day, language)
    let kindName = kind.names[language]
    let verb = status.verbs[language]

    var sketch = RecordSketch(
      id: Self.hexadecimal(UInt64(count)), path: "news/\(code)/\(count).txt", language: code,
      title: Self.headline(language, first.names[language], second.names[language], subject),
      published: published, agency: Self.agencies[language],
      url: "https://news.example/\(code)/\(count)?a=1&b=2")
    sketch.person(
      "p1", signer.names[language], key: signer.key,
      roles: [.init(title: signer.titles[language], organisation: "o1", country: first.country)])
    sketch.organisation("o1", first.names[language], key: first.key, kind: first.kind, country: first.country)
    sketch.organisation(
      "o2", second.names[language], key: second.key, kind: second.kind, country: second.country)
    sketch.place("l1", city.names[language], key: city.key, country: city.country)
    if let country = Self.countries.first(where: { $0.country == first.country }) {
      sketch.place(
        "l2", country.names[language], key: country.country, kind: "country", country: country.country)
    }
    let date = "{\(iso)|\(spoken)}"
    let one = "[o1|\(first.names[language])]"
    let two = "[o2|\(second.names[language])]"
    let place = "[l1|\(city.names[language])]"
    let person = "[p1|\(signer.names[language])]"
    switch language {
    case 0:
      sketch.paragraph("On \(date), \(one) and \(two) \(verb) \(kindName) on \(subject) in \(place).")
      sketch.paragraph(
        "\(person), \(signer.titles[0]), spoke of a long friendship.",
        "\(one) will report in {\(year + 1)|\(year + 1)}.")
    case 1:
      sketch.paragraph("Am \(date) haben \(one) und \(two) in \(place) \(kindName) über \(subject) \(verb).")
      sketch.paragraph(
        "\(person), \(signer.titles[1]), sprach von langer Freundschaft.",
        "\(one) will {\(year + 1)|\(year + 1)} berichten.")
    case 2:
      sketch.paragraph("\(date) \(place) қаласында \(one) мен \(two) \(subject) туралы \(kindName) \(verb).")
      sketch.paragraph(
        "\(signer.titles[2]) \(person) көпжылдық достық туралы айтты.",
        "\(one) {\(year + 1)|\(year + 1) жылы} есеп береді.")
    default:
      sketch.paragraph("\(date) в городе \(place) \(one) и \(two) \(verb) \(kindName) о \(subject).")
      sketch.paragraph(
        "\(signer.titles[3]) \(person) напомнил о многолетней дружбе.",
        "\(one) отчитается в {\(year + 1)|\(year + 1) году}.")
    }
    let earlier = "{\(year - 1)-\(Self.two(month))|\(Self.months[language][month - 1]) \(year - 1)}"
    sketch.paragraph(
      [
        "The first meeting with [l2|x] took place in \(earlier).",
        "Das erste Treffen mit [l2|x] war im \(earlier).",
        "[l2|x] өкілдерімен алғашқы кездесу: \(earlier).",
        "Первая встреча с представителями [l2|x]: \(earlier).",
      ][language].replacingX(Self.countries.first { $0.country == first.country }?.names[language] ?? "?"))
    sketch.agreement(
      "a1", kind.type, status.status, title: kindName, parties: ["o1", "o2"],
      signatories: status.status == "signed" ? ["p1"] : [],
      date: ["signed", "adopted"].contains(status.status) ? iso : nil, place: "l1", subject: subject,
      sentence: 0)
    sketch.edit { record in
      record.script = language < 2 ? "Latn" : "Cyrl"
      record.languageConfidence = 0.998
      record.summary = [record.agreements[0].evidence[0].text]
    }
    return sketch.record
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number &* 0x9E37_79B9_7F4A_7C15, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }

  private static func spoken(_ year: Int, _ month: Int, _ day: Int, _ language: Int) -> String {
    let name = months[language][month - 1]
    return [
      "\(day) \(name) \(year)", "\(day). \(name) \(year)", "\(year) жылғы \(day) \(name)",
      "\(day) \(name) \(year) года",
    ][
      language]
  }

  private static func headline(_ language: Int, _ a: String, _ b: String, _ subject: String) -> String {
    [
      "\(a) and \(b) agree on \(subject)", "\(a) und \(b): Einigung über \(subject)",
      "\(a) мен \(b): \(subject) туралы келісім", "\(a) и \(b) договорились о \(subject)",
    ][language]
  }
}

extension String {
  fileprivate func replacingX(_ name: String) -> String {
    split(separator: "|x]", omittingEmptySubsequences: false).joined(separator: "|\(name)]")
  }
}
