import DatelineTestSupport
import Testing

@testable import DatelineLexicon

/// Words go back to their dictionary form, ending by ending.
@Suite struct EndingsTests {
  /// `ending, lemma-ending, slot, class, after, case, number, gender` of two invented grammars.
  private func endings(_ rows: [String]) throws -> Endings {
    try InventedLanguage(["endings": rows]).lexicon().endings
  }

  private func forms(
    _ endings: Endings, _ word: String, kinds: InflectionClasses = .all, minimum: Int = 2
  ) -> [String] {
    var found: [String] = []
    endings.strip(Array(word.utf8), kinds: kinds, minimum: minimum) {
      found.append(String(decoding: $0.bytes, as: UTF8.self))
    }
    return found.sorted()
  }

  @Test(arguments: [("books", ["book"]), ("studies", ["study"]), ("book", []), ("as", []), ("us", [])])
  func anEndingGivesWayToThatOfTheDictionary(word: String, expected: [String]) throws {
    let endings = try endings(["ies\ty\t1\tnoun", "s\t\t1\tnoun\tkt"])
    #expect(forms(endings, word) == expected)
  }

  @Test func lettersBeforeAnEndingCanBeDemandedOrForbidden() throws {
    let endings = try endings(["га\t\t1\tnoun\tлм", "ға\t\t1\tnoun\t^лм"])
    #expect(forms(endings, "баклга") == ["бакл"])
    #expect(forms(endings, "баката") == [])
    #expect(forms(endings, "баканга") == [])
    #expect(forms(endings, "баканға") == ["бакан"])
    #expect(forms(endings, "баклға") == [])
  }

  @Test func atMostOneEndingASlotTheHighestFirst() throws {
    // Plural 1, possessive 2, case 3.
    let endings = try endings(["дың\t\t3\tnoun\t\tgen", "лар\t\t1\tnoun\t\t\tpl", "ы\t\t2\tnoun"])
    #expect(forms(endings, "баларыдың") == ["ба", "балар", "балары"])
    #expect(forms(endings, "балалар") == ["бала"])
    // Two plurals are no word of this grammar: only the outer one comes off.
    #expect(forms(endings, "балаларлар") == ["балалар"])
    // A case inside a plural neither.
    #expect(forms(endings, "бададыңлар") == ["бададың"])
  }

  @Test func theOutermostEndingTellsTheCase() throws {
    let endings = try endings(["дың\t\t3\tnoun\t\tgen", "лар\t\t1\tnoun\t\tnom\tpl"])
    var cases: [String: GrammaticalCases] = [:]
    var removed: [String: Int] = [:]
    endings.strip(Array("балалардың".utf8)) {
      cases[String(decoding: $0.bytes, as: UTF8.self)] = $0.inflection.cases
      removed[String(decoding: $0.bytes, as: UTF8.self)] = $0.removed
    }
    #expect(cases == ["балалар": .genitive, "бала": .genitive])
    #expect(removed == ["балалар": 6, "бала": 12])
  }

  @Test func classesAndLengthsCanBeAskedFor() throws {
    let endings = try endings(["ой\tа\t1\tgiven\t\tins\t\tf", "ой\tый\t1\tadjective\t\tins\t\tf"])
    #expect(forms(endings, "анной") == ["анна", "анный"])
    #expect(forms(endings, "анной", kinds: [.given]) == ["анна"])
    #expect(forms(endings, "анной", minimum: 4) == [])
  }

  @Test func whatIsAnEndingByItselfIsKnown() throws {
    let endings = try endings(["дың\t\t3\tnoun\t\tgen", "лар\t\t1\tnoun\t\t\tpl", "шы\t\t1\tnumber"])
    for ending in ["дың", "лар", "лардың"] { #expect(endings.isEnding(Array(ending.utf8)[...]), "\(ending)") }
    for none in ["", "дыңлар", "лард", "зал"] { #expect(!endings.isEnding(Array(none.utf8)[...]), "\(none)") }
    #expect(endings.isEnding(Array("шы".utf8)[...], of: .number))
    #expect(!endings.isEnding(Array("лар".utf8)[...], of: .number))
  }

  @Test func endingsAreFoldedAsWordsAre() throws {
    let language = try InventedLanguage([
      "language": ["code\txx", "fold\tё=е"], "endings": ["ЁВ\tЬ\t1\tnoun"],
    ])
    #expect(forms(try language.lexicon().endings, "корнев") == ["корнь"])
  }

  @Test func anyBytesSurvive() throws {
    let endings = try endings(["а\t\t2\tnoun", "ам\t\t1\tnoun", "м\t\t3\tnoun"])
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let word = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      endings.strip(word) { _ in }
      _ = endings.isEnding(word[...])
    }
    // A word of nothing but endings comes to an end at once.
    #expect(forms(endings, String(repeating: "ам", count: 200)) == [])
    #expect(forms(endings, String(repeating: "ам", count: 20)).count < 20)
  }
}

@Suite struct NameEndingsTests {
  private let endings: NameEndings

  init() throws {
    endings = try InventedLanguage([
      "name-endings": [
        "-баев\tfamily\tm", "-ев\tfamily\tm", "-ева\tfamily\tf", "-евна\tpatronymic\tf", "son\tfamily",
      ]
    ]).lexicon().nameEndings
  }

  @Test(arguments: [
    ("тулебаев", NameEndings.Kind.family, Gender.male), ("тулебаева", .family, .female),
    ("сергеевна", .patronymic, .female), ("wedekindson", .family, .unknown),
  ])
  func theLongestEndingTells(word: String, kind: NameEndings.Kind, gender: Gender) throws {
    let found = try #require(endings.kind(of: Array(word.utf8)))
    #expect(found.kind == kind && found.gender == gender)
  }

  @Test(arguments: ["", "ев", "лев", "баев".dropFirst(2).description, "son", "ason", "дом"])
  func twoLettersMustStandBefore(word: String) {
    #expect(endings.kind(of: Array(word.utf8)) == nil)
  }

  @Test func aShorterEndingServesWhereTheLongerLeavesTooLittle() {
    // «Абаев»: «-баев» leaves one letter, «-ев» leaves three.
    #expect(endings.kind(of: Array("абаев".utf8))?.kind == .family)
  }
}
