import DatelineDocuments
import Testing

@testable import DatelineText

@Suite struct NormaliserTests {
  private func paragraphs(_ blocks: String...) -> [String] {
    let text = Languages.normaliser.normalise(blocks.map { Block(.paragraph, $0) })
    return text.paragraphs.map { text.string(in: $0.range) }
  }

  @Test(arguments: [
    ("a\u{A0}b\u{2009}c\u{3000}d\te", "a b c d e"),
    ("  two   spaces  ", "two spaces"),
    ("Koope\u{AD}ration", "Kooperation"),
    ("zero\u{200B}width\u{FEFF} \u{200D}and\u{200C}\u{200E} marks", "zerowidth and marks"),
    ("bell\u{7}\u{0}s\u{9F}", "bells"),
    ("e\u{301}te\u{301}", "été"),
    ("e\u{200D}\u{301}", "é"),
    ("И\u{306}", "Й"),
    ("“q” «q» „q“ – — -", "“q” «q» „q“ – — -"),
    ("", ""), ("\n\n\u{FEFF} \n", ""),
    ("\u{2000}\u{2001}x", "x"),
  ])
  func charactersAreCleaned(_ text: String, _ expected: String) {
    #expect(Languages.normaliser.normalise(line: text, language: nil).string == expected)
    #expect(Languages.normaliser.normalise([Block(.paragraph, text)]).string == expected)
  }

  @Test func emptyLinesPartParagraphs() {
    #expect(paragraphs("One.\r\n\r\n\r\nTwo.\n \nThree.", "Four.") == ["One.", "Two.", "Three.", "Four."])
  }

  @Test func hardWrappedLinesAreJoined() {
    let wrapped = """
      The university in the capital opened a centre for the training of
      young people in the field of digital technology, as President
      Tokayev announced last week. It is the first of its kind in Central
      Asia and will be paid for by the state.
      """
    #expect(paragraphs(wrapped) == [wrapped.replacing("\n", with: " ")])
  }

  @Test func aWordDividedAtTheEndOfALineIsPutTogether() {
    #expect(
      paragraphs("They agreed on close coopera-\ntion in science.") == [
        "They agreed on close cooperation in science."
      ])
    #expect(
      paragraphs("Бұл құжат АТЫО-\nның мақсаты болып табылады.") == [
        "Бұл құжат АТЫО-ның мақсаты болып табылады."
      ])
    #expect(paragraphs("Sie sprachen über Ein-\nund Ausfuhr.") == ["Sie sprachen über Ein- und Ausfuhr."])
    #expect(paragraphs("über die Zusam\u{AD}\nmenarbeit") == ["über die Zusammenarbeit"])
  }

  @Test func linesThatEndLikeSentencesAreParagraphs() {
    let lines = [
      "Die Seiten trafen sich in der Hauptstadt und sprachen über den Handel.",
      "„Wir sind bereit“, sagte der Minister nach dem Treffen mit der Presse.",
      "Das nächste Treffen ist im Mai.",
    ]
    #expect(paragraphs(lines.joined(separator: "\n")) == lines)
  }

  @Test func longLinesAreParagraphsEvenWithoutAFullStop() {
    let long = String(repeating: "Тараптар ынтымақтастықты талқылады және ", count: 5) + "келісті"
    #expect(paragraphs(long + "\nБұдан басқа, олар кездесті.\n" + long).count == 3)
  }

  @Test func shortLinesStayApart() {
    #expect(
      paragraphs("Ministry of Trade\nPress service\nAstana") == [
        "Ministry of Trade", "Press service", "Astana",
      ])
  }

  @Test(arguments: [
    ["Мұнда ашық деректер, интернет заттары және т\nб\nқоса алғанда, зерттеулер жүргізіледі"],
    ["Мұнда ашық деректер, интернет заттары және т", "б", "қоса алғанда, зерттеулер жүргізіледі"],
    ["Мұнда ашық деректер, интернет заттары және т.\nб.\nқоса алғанда, зерттеулер жүргізіледі"],
    ["Мұнда ашық деректер, интернет заттары және т.\nб. қоса алғанда, зерттеулер жүргізіледі"],
  ])
  func aSentenceBrokenAtAnAbbreviationIsJoined(_ blocks: [String]) {
    let text = Languages.normaliser.normalise(blocks.map { Block(.paragraph, $0) })
    #expect(
      text.string == "Мұнда ашық деректер, интернет заттары және т.б. қоса алғанда, зерттеулер жүргізіледі")
    #expect(text.sentences.count == 1)
    #expect(text.warnings.count == 1)
    #expect(text.warnings.first?.hasPrefix("joined a sentence broken over lines") == true)
  }

  @Test func theOtherLinesOfSuchABlockStayParagraphs() {
    let first =
      "АТЫО-ның негізгі мақсаты екі елдің дамуына ықпал ету болып табылады, сондай-ақ ол ғылымға көмектеседі."
    let third =
      "Бұдан басқа, Орталық мемлекеттік органдар мен компаниялар арасындағы іс-қимылды кеңейтуге мүмкіндік береді."
    let broken =
      "Орталық тәжірибе алмасу, жобаларды дамыту, үлкен деректер, ашық деректер, 5G және т\nб\nқоса алғанда, алаңға айналады"
    #expect(
      paragraphs([first, broken, third].joined(separator: "\n"))
        == [first, broken.replacing("т\nб\n", with: "т.б. "), third])
  }

  @Test func otherAbbreviationsOfPiecesToo() {
    #expect(
      paragraphs("Das gilt für Städte, z\nB\nfür die Hauptstadt.") == [
        "Das gilt für Städte, z.B. für die Hauptstadt."
      ])
    #expect(
      paragraphs("Привезли чай, кофе и т\nд\nи всё продали.") == ["Привезли чай, кофе и т.д. и всё продали."])
  }

  @Test func aSentenceBrokenOverBlocksIsJoined() {
    #expect(
      paragraphs("The parties signed a memorandum on the", "training of specialists in Astana.", "They left.")
        == ["The parties signed a memorandum on the training of specialists in Astana.", "They left."])
  }

  @Test func equalWarningsAreToldOnce() {
    let broken = ["The parties signed a memorandum on the", "training of specialists in Astana."]
    let text = Languages.normaliser.normalise((broken + broken).map { Block(.paragraph, $0) })
    #expect(text.paragraphs.count == 2)
    #expect(text.warnings == ["joined a sentence broken over paragraphs (2 times)"])
  }

  @Test func misreadTextIsPutRightAndTold() {
    let text = Languages.normaliser.normalise([
      Block(
        .paragraph, "Der Minister fÃ¼r Verkehr unterzeichnete in KÃ¶ln ein Memorandum Ã¼ber grÃ¼ne ZÃ¼ge.")
    ])
    #expect(text.string == "Der Minister für Verkehr unterzeichnete in Köln ein Memorandum über grüne Züge.")
    #expect(text.warnings == ["put right UTF-8 read as windows-1252"])
    let range = text.source(of: TextRange(13, 17))
    #expect(range == TextRange(13, 19))
  }

  @Test func stepsCanBeLeftOut() {
    let steps = Set(NormalisationStep.allCases).subtracting([.spaces, .composition, .misreading])
    let normaliser = Normaliser(knowledge: Languages.all, steps: steps)
    #expect(
      normaliser.normalise([Block(.paragraph, "e\u{301}te\u{301}  KÃ¶ln\u{AD}er")]).string
        == "e\u{301}te\u{301}  KÃ¶lner")
    let bare = Normaliser(knowledge: Languages.all, steps: [])
    #expect(
      bare.normalise([Block(.paragraph, "so\u{AD}ft zero\u{200B}width")]).string
        == "so\u{AD}ft zero\u{200B}width")
  }

  @Test func otherBlocksStayApart() {
    #expect(paragraphs("No full stop here", "But a capital there.").count == 2)
    #expect(paragraphs("tea", "coffee").count == 2)
    #expect(paragraphs("The following was agreed:", "more trade.").count == 2)
    let text = Languages.normaliser.normalise([
      Block(.heading, "What was agreed in the capital on Monday"),
      Block(.listItem, "more trade between the two sides"),
      Block(.listItem, "less talk about the past of the two sides"),
    ])
    #expect(text.paragraphs.map(\.isHeading) == [true, false, false])
  }

  @Test func aHeadlineIsOneParagraph() {
    let text = Languages.normaliser.normalise(
      line: "Kazakhstan and China\n  sign memorandum\n\n", language: nil)
    #expect(text.string == "Kazakhstan and China sign memorandum")
    #expect(text.paragraphs.count == 1)
  }

  @Test(arguments: [UInt64](1...60))
  func anyTextKeepsTheInvariants(_ seed: UInt64) {
    var random = Noise(state: seed)
    let blocks = (0..<random.next(below: 8)).map { _ in Block(.paragraph, random.text()) }
    let text = Languages.normaliser.normalise(blocks)
    Invariants.check(text)
    let again = Languages.normaliser.normalise([Block(.paragraph, text.string)])
    #expect(again.string == text.string)
    let apart = Languages.normaliser.normalise(
      text.paragraphs.map { Block(.paragraph, text.string(in: $0.range)) })
    #expect(apart.string == text.string)
  }

  @Test(arguments: [
    "a", "а", " a", "a.", "т\n", "A.", "1 000 ", "a@", "-", "\"", "x-\n", "1.", "z. B. ", ". A", "!", "!\"",
    "A-\n", "т.\n",
  ])
  func noRepeatedPieceTakesLong(_ piece: String) {
    #if DEBUG
      let length = 10_000
    #else
      let length = 5_000_000
    #endif
    let text = String(repeating: piece, count: length / piece.utf8.count)
    let time = ContinuousClock().measure {
      let result = Languages.normaliser.normalise([Block(.paragraph, text)], language: "de")
      #expect(result.bytes.count <= text.utf8.count * 2)
    }
    #expect(time < .seconds(30))
  }
}
