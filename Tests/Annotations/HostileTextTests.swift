import DatelineDocuments
import DatelineTestSupport
import DatelineText
import Testing

@testable import DatelineAnnotations

/// Whatever the text, annotating it ends soon and its ranges lie inside it.
@Suite struct HostileTextTests {
  private static let languages = ["de", "en", "kk", "ru"]

  /// Checks that every range of every annotation is one of the text.
  private func check(_ text: Annotated) {
    let length = text.body.bytes.count
    func isInside(_ range: TextRange) -> Bool {
      func isBoundary(_ offset: Int) -> Bool {
        offset == length || (0..<length).contains(offset) && text.body.bytes[offset] & 0xC0 != 0x80
      }
      return range.lower < range.upper && isBoundary(range.lower) && isBoundary(range.upper)
    }
    for date in text.found.dates[.body] ?? [] {
      #expect(isInside(date.range))
      if let start = date.start, let end = date.end { #expect(start <= end, "\(date)") }
    }
    for amount in text.found.amounts[.body] ?? [] { #expect(isInside(amount.range) && amount.value.isFinite) }
    for bearer in text.found.bearers {
      #expect(!bearer.name.isEmpty && !bearer.mentions.isEmpty)
      for mention in bearer.mentions where mention.part == .body { #expect(isInside(mention.range)) }
      for role in bearer.roles where role.part == .body { #expect(isInside(role.role.range)) }
    }
    for agreement in text.found.agreements {
      #expect(!agreement.evidence.isEmpty)
      for party in agreement.parties.compactMap(\.bearer) {
        #expect(text.found.bearers.indices.contains(party))
      }
    }
    if let range = text.found.dateline?.range { #expect(isInside(range)) }
  }

  @Test(arguments: languages) func nothingAndNearlyNothing(language: String) throws {
    for text in [
      "", " ", "\n\n\n", ".", "–", "«", "\"", "(", "1", "\u{0}", "\u{FFFD}", "e\u{301}", "😀", "а", "-ның",
      "’s",
    ] {
      check(try Annotated(text, language))
    }
  }

  @Test(arguments: languages) func randomBytes(language: String) throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<15 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      check(try Annotated(String(decoding: bytes, as: UTF8.self), language, published: "2021-06-16"))
    }
  }

  /// Words that mean something in an order that means nothing.
  @Test(arguments: languages) func wordsOfTheDictionariesInAnyOrder(language: String) throws {
    var random = SeededGenerator(seed: 34)
    let entries = try RealDictionaries.lexicon(language).entries
    let signs = [
      "«", "»", "„", "“", "\"", "(", ")", "–", ",", ".", "/", "2021", "31.02.2020", "10-20", "XX", "№",
      "\n\n",
    ]
    for round in 0..<10 {
      let words = (0..<80).map { _ in
        Int.random(in: 0..<4, using: &random) == 0
          ? signs.randomElement(using: &random) ?? "" : entries.randomElement(using: &random)?.form ?? ""
      }
      check(
        try Annotated(
          words.joined(separator: " "), language, published: round % 2 == 0 ? "2020-02-29" : nil,
          title: words[3]))
    }
  }

  @Test func aMegabyteWithoutASpace() throws {
    for (piece, bytes) in [("лар", 1_000_000), ("-", 50_000), ("1", 50_000), ("«", 20_000)] {
      let text = String(repeating: piece, count: bytes / piece.utf8.count)
      check(try Annotated(text, "kk"))
    }
  }

  @Test func thousandsOfNamesInOneSentence() throws {
    let names = (0..<3000).map { "Anna Kovaleva\($0 % 10 == 0 ? "-Nr" : "")" }.joined(separator: ", ")
    check(try Annotated(names + " signed a contract with Dala Power JSC.", "en"))
  }

  @Test func manyDifferentNames() throws {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let names = (0..<250).map { (number: Int) -> String in
      let middle = String([letters[number % 26], letters[number / 26 % 26], letters[number / 676]])
      return "Anna K" + middle + "ova"
    }
    let text = try Annotated(names.joined(separator: ", ") + " met.", "en")
    check(text)
    #expect(text.names(.person).count > 100)
  }

  /// A list of words has thousands of verbs and of papers and no sentence.
  @Test func thousandsOfTriggersInOneSentence() throws {
    let words = (0..<4000).map { $0 % 2 == 0 ? "signed" : "memorandum" }
    check(try Annotated(words.joined(separator: " "), "en"))
  }

  @Test func manyAgreementsInOneText() throws {
    let sentence = "Nordlicht Energie GmbH and Dala Power JSC signed a contract on 3 May 2021 in Riga. "
    check(try Annotated(String(repeating: sentence, count: 100), "en"))
  }

  @Test func manyQuotationMarks() throws {
    check(try Annotated(String(repeating: "ТОО «", count: 1000), "ru"))
    check(try Annotated(String(repeating: "\"Зерде ", count: 1000), "ru"))
    check(
      try Annotated(
        "АО " + String(repeating: "«", count: 800) + "Зерде" + String(repeating: "»", count: 800), "ru"))
  }

  @Test func manyFigures() throws {
    check(try Annotated(String(repeating: "1 2 3 May - ", count: 800), "en"))
    check(try Annotated(String(repeating: "one hundred thousand million ", count: 500), "en"))
  }
}
