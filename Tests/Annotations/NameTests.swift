import DatelineText
import Testing

@testable import DatelineAnnotations

@Suite struct PersonTests {
  /// All of these people are invented.
  @Test(arguments: [
    ("ru", "Документ подписан Рустамом Бельгибаевым.", "Рустам Бельгибаев"),
    ("ru", "Документ подписан Анной Сергеевной Ковалёвой.", "Анна Сергеевна Ковалёва"),
    ("ru", "Книгу подарили Ерлану Жумабаеву.", "Ерлан Жумабаев"),
    ("ru", "В зале увидели Ивана Петровича Смирнова.", "Иван Петрович Смирнов"),
    ("ru", "Речь шла об Алие Ахметовой.", "Алия Ахметова"),
    ("kk", "Ерлан Жұмабаевқа хат жіберілді.", "Ерлан Жұмабаев"),
    ("kk", "Бұл Әлия Ахметованың сөзі.", "Әлия Ахметова"),
    ("kk", "Хатты Марат Сейітовтен алды.", "Марат Сейітов"),
    ("de", "Das war die Idee von Hans Weber.", "Hans Weber"),
    ("de", "Tobias Hans’ Rede war kurz.", "Tobias Hans"),
    ("en", "It was Anna Kovaleva's idea.", "Anna Kovaleva"),
  ])
  func namesAreGivenInTheNominative(language: String, text: String, name: String) throws {
    #expect(try Annotated(text, language).names(.person) == [name])
  }

  @Test(arguments: [
    (
      "en", "Rector Aliya Akhmetova met Hans Weber. Weber was pleased.", "Hans Weber",
      ["Hans Weber", "Weber"]
    ),
    ("de", "Botschafter Hans Weber kam an. Webers Rede war kurz.", "Hans Weber", ["Hans Weber", "Webers"]),
    (
      "ru", "Приехал Ерлан Жумабаев. Жумабаеву вручили книгу.", "Ерлан Жумабаев",
      ["Ерлан Жумабаев", "Жумабаеву"]
    ),
  ])
  func aFamilyNameAloneIsTheSamePerson(language: String, text: String, name: String, mentions: [String])
    throws
  {
    #expect(try Annotated(text, language).mentions(of: name) == mentions)
  }

  @Test(arguments: [
    ("en", "Rector Aliya Akhmetova arrived.", "Aliya Akhmetova", "Rector"),
    ("de", "Rektorin Aliya Achmetowa reiste an.", "Aliya Achmetowa", "Rektorin"),
    ("ru", "Ректор Алия Ахметова приехала.", "Алия Ахметова", "Ректор"),
    ("kk", "Ректор Әлия Ахметова келді.", "Әлия Ахметова", "Ректор"),
  ])
  func titlesAreRoles(language: String, text: String, name: String, role: String) throws {
    #expect(try Annotated(text, language).roles(of: name) == [role])
  }

  @Test func initialsLeadToTheFullName() throws {
    let spaced = try Annotated("Приехал Ерлан Жумабаев. Е. Жумабаев рассказал о мосте.", "ru")
    #expect(spaced.names(.person) == ["Ерлан Жумабаев"])
    let tight = try Annotated("Приехал Ерлан Жумабаев. Е.Жумабаев рассказал о мосте.", "ru")
    #expect(tight.names(.person) == ["Ерлан Жумабаев"])
  }

  @Test func aTitleIsGivenInTheNominative() throws {
    let text = try Annotated("Ректор встретился с послом Германии Хансом Вебером.", "ru")
    #expect(text.roles(of: "Ханс Вебер") == ["посол"])
  }

  @Test func aRoleKnowsItsOrganisation() throws {
    let text = try Annotated("Jörg Wedekind, managing director of Nordlicht Energie GmbH, arrived.", "en")
    #expect(text.roles(of: "Jörg Wedekind").first?.hasSuffix(", Nordlicht Energie GmbH") == true)
  }

  @Test(arguments: [
    ("en", "The Rector arrived on Monday in May."),
    ("de", "Der Vertrag wurde am Montag im Rathaus gefeiert."),
    ("ru", "Ректор приехал в понедельник."), ("kk", "Ректор дүйсенбіде келді."),
  ])
  func aTitleAloneIsNobody(language: String, text: String) throws {
    #expect(try Annotated(text, language).names(.person) == [])
  }
}

@Suite struct OrganisationTests {
  /// All of these firms are invented.
  @Test(arguments: [
    (
      "ru", "Договор исполнят ТОО «Компания «Зерде» и АО «НК «Далатеміржол» в четверг.",
      ["ТОО «Компания «Зерде»", "АО «НК «Далатеміржол»"]
    ),
    ("ru", "Договор исполнит ТОО \"Компания \"Зерде\" в четверг.", ["ТОО \"Компания \"Зерде\""]),
    (
      "kk", "«\"Зерде\" Холдингі» АҚ пен «Самұрық Дала» ЖШС келісті.",
      ["«\"Зерде\" Холдингі» АҚ", "«Самұрық Дала» ЖШС"]
    ),
    (
      "de", "Die Nordlicht Energie GmbH und die „Dala Power“ AG bauen eine Halle.",
      ["Nordlicht Energie GmbH", "„Dala Power“ AG"]
    ),
    (
      "en", "The Ministry of Energy of Kazakhstan and Nordlicht Energie GmbH met.",
      ["Ministry of Energy of Kazakhstan", "Nordlicht Energie GmbH"]
    ),
  ])
  func quotationMarksMayBeNestedOrMissing(language: String, text: String, names: [String]) throws {
    #expect(try Annotated(text, language).names(.organisation) == names)
  }

  @Test func anAbbreviationInBracketsIsAnotherName() throws {
    let text = try Annotated("The Dala Power Company (DPC) opened a hall. DPC is pleased.", "en")
    #expect(text.names(.organisation) == ["Dala Power Company"])
    #expect(text.mentions(of: "Dala Power Company") == ["Dala Power Company", "DPC", "DPC"])
  }

  @Test(arguments: [
    (
      "ru", "Университета «Туран» не было. Письмо отправили Министерству энергетики Казахстана.",
      "Министерство энергетики Казахстана"
    ),
    ("de", "Das ist Sache des Bundesministeriums für Gesundheit.", "Bundesministerium für Gesundheit"),
    ("kk", "Бұл Энергетика министрлігінің ісі.", "Энергетика министрлігі"),
  ])
  func theNominativeIsRestored(language: String, text: String, name: String) throws {
    #expect(try Annotated(text, language).names(.organisation).contains(name))
  }

  @Test func aNameEndsWhereItsNounsEnd() throws {
    let text = try Annotated("Ассоциация технологических операторов (АТО) открыла зал. АТО довольна.", "ru")
    #expect(text.names(.organisation) == ["Ассоциация технологических операторов"])
    #expect(text.mentions(of: "Ассоциация технологических операторов").last == "АТО")
  }

  @Test func aCountryInsideANameIsNoPlace() throws {
    let text = try Annotated("The Ministry of Energy of Kazakhstan opened a hall in Riga.", "en")
    #expect(text.names(.place) == ["Riga"])
  }
}

/// Who wins where two names overlap.
@Suite struct OverlapTests {
  private func name(_ tokens: Range<Int>, _ score: Double, _ rule: String = "") -> NameAnnotation {
    NameAnnotation(
      kind: .organisation, range: TextRange(tokens.lowerBound * 10, tokens.upperBound * 10), tokens: tokens,
      name: rule, rule: rule, score: score)
  }

  @Test func theSurerStays() {
    #expect(OverlapResolution.resolve([name(0..<2, 0.5, "a"), name(1..<3, 0.9, "b")]).map(\.name) == ["b"])
  }

  @Test func ofEquallySureTheLongerStays() {
    #expect(OverlapResolution.resolve([name(0..<1, 0.8, "a"), name(0..<4, 0.8, "b")]).map(\.name) == ["b"])
  }

  @Test func ofEqualsTheFirstStays() {
    #expect(OverlapResolution.resolve([name(1..<3, 0.8, "b"), name(0..<2, 0.8, "a")]).map(\.name) == ["a"])
  }

  @Test func whatDoesNotOverlapStaysInOrder() {
    let names = [name(4..<5, 0.1, "c"), name(0..<2, 0.9, "a"), name(2..<4, 0.5, "b")]
    #expect(OverlapResolution.resolve(names).map(\.name) == ["a", "b", "c"])
  }

  @Test func whatALoserCoveredIsFree() {
    // b loses to a; c only overlapped b.
    let names = [name(0..<2, 0.9, "a"), name(1..<4, 0.6, "b"), name(3..<5, 0.5, "c")]
    #expect(OverlapResolution.resolve(names).map(\.name) == ["a", "c"])
  }
}
