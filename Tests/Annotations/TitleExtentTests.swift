import DatelineDocuments
import DatelineTestSupport
import Testing

@testable import DatelineAnnotations

/// How far titles go, and in which form they leave.
@Suite struct TitleExtentTests {
  @Test(arguments: [
    // What an office is for, and which unit it heads, stands in front where nouns stand last.
    (
      "kk", "Жиынға ғылым жөніндегі проректор Әлия Ахметова келді.", "Әлия Ахметова",
      ["ғылым жөніндегі проректор"]
    ),
    (
      "kk", "Бұл туралы зілзалалар бөлімінің меңгерушісі Марат Сейітов айтты.", "Марат Сейітов",
      ["зілзалалар бөлімінің меңгерушісі"]
    ),
    ("kk", "Мұны байланыс офицері Марат Сейітов айтты.", "Марат Сейітов", ["байланыс офицері"]),
    ("kk", "Мұны төраға орынбасары Марат Сейітов айтты.", "Марат Сейітов", ["төраға орынбасары"]),
    ("kk", "Мұны төрағаның орынбасары Марат Сейітов айтты.", "Марат Сейітов", ["төрағаның орынбасары"]),
    // The noun for a place that is named behind it.
    ("ru", "Приехал аким города Шымкента Марат Сеитов.", "Марат Сеитов", ["аким"]),
    ("ru", "Приехал аким города Марат Сеитов.", "Марат Сеитов", ["аким города"]),
    ("ru", "Пришла заведующая отделом Алия Ахметова.", "Алия Ахметова", ["заведующая отделом"]),
    (
      "de", "Die stellvertretende Vorsitzende Anna Weber sprach.", "Anna Weber",
      ["stellvertretende Vorsitzende"]
    ),
    (
      "de", "Der stellvertretende Vorsitzende Hans Weber sprach.", "Hans Weber",
      ["stellvertretender Vorsitzender"]
    ),
    ("de", "Aussenministerin Anna Weber sprach.", "Anna Weber", ["Aussenministerin"]),
    ("en", "The deputy head of procurement, Hans Weber, left.", "Hans Weber", ["deputy head of procurement"]),
  ])
  func titlesLeaveWhole(language: String, text: String, name: String, roles: [String]) throws {
    #expect(try Annotated(text, language).roles(of: name) == roles)
  }

  @Test func anOfficeInAPartOfABodyHasItsHolder() throws {
    let found = try Annotated(
      "В беседе участвовал директор Департамента Африки МИД России Марат Сеитов.", "ru")
    #expect(found.roles(of: "Марат Сеитов") == ["директор, Департамент Африки"])
  }

  @Test func severalAreAppointedAtOnce() throws {
    let found = try Annotated("Инструкторами назначены Иван Смирнов и Алия Ахметова.", "ru")
    #expect(found.roles(of: "Иван Смирнов") == ["Инструктор"])
    #expect(found.roles(of: "Алия Ахметова") == ["Инструктор"])
  }

  /// «После» is no form of «посол».
  @Test func aPrepositionIsNoTitle() throws {
    #expect(try Annotated("После перерыва Иван Смирнов забил гол.", "ru").roles(of: "Иван Смирнов") == [])
  }

  @Test func theNounBesideANameIsTheBodyThatATitleMeans() throws {
    let found = try Annotated(
      "Клуб «Барыс» сменил тренера. Об этом сказал президент клуба Иван Смирнов.", "ru")
    #expect(found.roles(of: "Иван Смирнов").map { $0.hasPrefix("президент, ") } == [true])
  }
}

/// The nominative where the sentence shows it.
@Suite struct NominativeInContextTests {
  @Test(arguments: [
    ("Torge Hinnerks sagte am Montag ab.", "Torge Hinnerks"),
    ("Am Montag begann Torge Hinnerks neue Amtszeit.", "Torge Hinnerk"),
    ("Der Besuch Torge Hinnerks dauerte lange.", "Torge Hinnerk"),
  ])
  func aGenitiveNeedsANounBesideIt(text: String, name: String) throws {
    #expect(try Annotated(text, "de").names(.person) == [name])
  }

  @Test func aTitleInTheNominativeShowsTheNameToBeOne() throws {
    #expect(try Annotated("Доклад прочла врач Абена Осей.", "ru").names(.person) == ["Абена Осей"])
  }

  @Test(arguments: [
    ("de", "Welternährungsprogramms der Vereinten Nationen", "Welternährungsprogramm der Vereinten Nationen"),
    ("de", "Abteilung für Handel des Ministeriums", "Abteilung für Handel des Ministeriums"),
    ("de", "Kieler Instituts für Weltwirtschaft", "Kieler Institut für Weltwirtschaft"),
    ("en", "Africa Centres for Disease Control", "Africa Centres for Disease Control"),
    ("ru", "Миссия Африканского союза", "Миссия Африканского союза"),
  ])
  func whatTheNounGovernsKeepsItsCase(language: String, text: String, name: String) throws {
    let line = try RealDictionaries.normaliser.get().normalise([Block(.paragraph, text)], language: language)
    let nominative = NameNominative(try RealDictionaries.lexicon(language))
    #expect(nominative.name(line, kind: .organisation) == name)
  }

  @Test func anEndingInOtherLettersIsNoPartOfAName() throws {
    let found = try Annotated(
      "Бұл туралы «easyJet»-тің өкілі айтты.\n\nОған easyJet-тің ұшақтары қатысты.", "kk")
    #expect(!found.names(.organisation).contains { $0.hasSuffix("-тің") })
  }
}

/// Names that a conjunction goes through, and forms that no list has.
@Suite struct OrganisationSignsTests {
  @Test(arguments: [
    ("de", "Die Film- und Medienstiftung förderte das.", "Film- und Medienstiftung"),
    (
      "en", "The Ministry of Fisheries and the Blue Economy spoke.",
      "Ministry of Fisheries and the Blue Economy"
    ),
    ("ru", "Больных принимает ГАУЗ «Северная клиника».", "ГАУЗ «Северная клиника»"),
    (
      "en", "The mill belongs to Crescent Ghee Mills (Pvt) Ltd of Faisalabad.",
      "Crescent Ghee Mills (Pvt) Ltd"
    ),
  ])
  func areFoundWhole(language: String, text: String, name: String) throws {
    #expect(try Annotated(text, language).names(.organisation).contains(name))
  }

  @Test func aHeadlineInCapitalsGivesWayToTheNameAsTheTextWritesIt() throws {
    let found = try Annotated(
      "EAST AFRICAN COURT OF JUSTICE OPENS\n\nThe East African Court of Justice opened on Monday.", "en")
    #expect(found.names(.organisation) == ["East African Court of Justice"])
  }
}
