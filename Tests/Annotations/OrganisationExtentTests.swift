import Testing

@testable import DatelineAnnotations

/// How far the names of organisations go.
@Suite struct OrganisationExtentTests {
  @Test(arguments: [
    ("ru", "Дело рассмотрит Генеральная прокуратура Армении.", "Генеральная прокуратура Армении"),
    ("ru", "О деталях сообщит МИД Азербайджана.", "МИД Азербайджана"),
    ("ru", "Посольство Италии в Армении провело вечер.", "Посольство Италии в Армении"),
    ("ru", "Деньги выплатит Фонд «Северная вода».", "Фонд «Северная вода»"),
    ("ru", "Встреча прошла в Монгольской академии наук.", "Монгольская академия наук"),
    (
      "de", "Die Botschaft der Republik Österreich in Kenia lud ein.",
      "Botschaft der Republik Österreich in Kenia"
    ),
  ])
  func bodiesAreNamedWithTheirState(language: String, text: String, name: String) throws {
    // In an article of several paragraphs.
    let article = text + "\n\n" + (language == "ru" ? "Это был хороший день." : "Das war ein guter Tag.")
    #expect(try Annotated(article, language).names(.organisation) == [name])
  }

  @Test func aCapitalBehindAClosedNameBeginsAnother() throws {
    let found = try Annotated("Он принёс дар Монгольской академии наук Цэрэндоржийн Болдсайхану.", "ru")
    #expect(found.names(.organisation) == ["Монгольская академия наук"])
  }

  @Test func aPersonInFrontOfAQuotedNameIsNoPartOfIt() throws {
    let found = try Annotated(
      "Жиынға Марат Сейітов және «Алтын дән» қорының жетекшісі Әлия Ахметова келді.\n\nКүн жылы болды.", "kk")
    #expect(found.names(.organisation) == ["«Алтын дән» қоры"])
  }

  @Test(arguments: [
    ("de", "Der Leiter der Schule, Karl Mohn, kam.", "Karl Mohn", ["Leiter"]),
    (
      "de", "Der Minister für Umwelt und nachhaltige Entwicklung, Karl Mohn, kam.", "Karl Mohn",
      ["Minister für Umwelt und nachhaltige Entwicklung"]
    ),
    (
      "ru", "Приехал министр науки и инновационной политики Ерлан Жумабаев.", "Ерлан Жумабаев",
      ["министр науки и инновационной политики"]
    ),
  ])
  func officesHaveTheirWholeField(language: String, text: String, name: String, roles: [String]) throws {
    #expect(try Annotated(text, language).roles(of: name) == roles)
  }
}

/// Where a name of several fields or of a part of a body ends.
@Suite struct PartsAndFieldsTests {
  @Test(arguments: [
    (
      "She works at the Ministry of Foreign Affairs and International Cooperation.",
      "Ministry of Foreign Affairs and International Cooperation"
    ),
    ("He spoke at the Slovenian Academy of Sciences and Arts.", "Slovenian Academy of Sciences and Arts"),
    (
      "The Committee on Energy and Natural Resources of the House of Representatives met.",
      "Committee on Energy and Natural Resources"
    ),
  ])
  func fieldsBelongToABodyAndTheWholeDoesNot(text: String, name: String) throws {
    #expect(try Annotated(text, "en").names(.organisation).first == name)
  }

  @Test(arguments: [
    ("«Хабар» телеарнасы жаңалық таратты.\n\nЖаңалық бүгін шықты.", "«Хабар» телеарнасы"),
    ("Бұл туралы Dala TV телеарнасы хабарлады.\n\nЖаңалық бүгін шықты.", "Dala TV"),
  ])
  func aNounBelongsToAQuotedNameOnly(text: String, name: String) throws {
    #expect(try Annotated(text, "kk").names(.organisation).contains(name))
  }

  @Test func quotationMarksCloseAName() throws {
    let found = try Annotated("Фонд «Тёплый дом» и сеть магазинов «Оливье» завершили акцию.", "ru")
    #expect(found.names(.organisation).first == "Фонд «Тёплый дом»")
  }
}
