/// Makes press releases in four languages from patterns of our own, the same ones for the same seed.
///
/// Persons and firms are invented.
public struct ArticleMaker: Sendable {
  /// An article as it would arrive: plain text with a headline.
  public struct Article: Sendable {
    /// BCP 47.
    public var language: String
    /// Headline, blank line, paragraphs with blank lines between.
    public var text: String
  }

  private var random: SeededGenerator
  private var number = 0

  /// A maker.
  public init(seed: UInt64 = 1) { random = SeededGenerator(seed: seed) }

  /// The next article; the languages take turns.
  public mutating func next() -> Article {
    let language = ArticleWords.all[number % ArticleWords.all.count]
    number += 1
    var words = [
      "person": one(of: language.people), "other": one(of: language.people), "firm": one(of: language.firms),
      "partner": one(of: language.firms), "city": one(of: language.cities),
      "country": one(of: language.countries),
      "month": one(of: language.months), "subject": one(of: language.subjects),
      "day": String(1 + random.below(28)), "year": String(2012 + random.below(14)),
      "sum": String(2 + random.below(900)), "number": String(number),
    ]
    let head = fill(one(of: language.headlines), words)
    var paragraphs = [fill(one(of: language.leads), words)]
    for _ in 0..<(4 + random.below(5)) {
      // Each paragraph speaks of others, or all of them would be the same few.
      words["person"] = one(of: language.people)
      words["partner"] = one(of: language.firms)
      words["subject"] = one(of: language.subjects)
      words["sum"] = String(2 + random.below(900))
      words["day"] = String(1 + random.below(28))
      paragraphs.append(
        (0..<(2 + random.below(2))).map { _ in fill(one(of: language.sentences), words) }.joined(
          separator: " "))
    }
    // One in five repeats its first paragraph, as careless pages do.
    if random.below(5) == 0 { paragraphs.append(paragraphs[0]) }
    return Article(language: language.code, text: ([head] + paragraphs).joined(separator: "\n\n") + "\n")
  }

  private mutating func one(of list: [String]) -> String { list[random.below(list.count)] }

  private func fill(_ pattern: String, _ words: [String: String]) -> String {
    var result = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += words[String(rest[rest.index(after: open)..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, the same on every machine.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
