import Testing

@testable import DatelineAnnotations

/// Which person holds which title.
///
/// All people and firms are invented.
@Suite struct RoleTests {
  @Test(arguments: [
    ("en", "Aliya Akhmetova, Rector of Kyoto University, met Hans Weber.", "Aliya Akhmetova", ["Rector"]),
    ("en", "Aliya Akhmetova has been appointed Rector of Kyoto University.", "Aliya Akhmetova", ["Rector"]),
    ("en", "The board elected Hans Weber chairman.", "Hans Weber", ["chairman"]),
    (
      "en", "President Marat Seitov appointed Aliya Akhmetova as Ambassador.", "Aliya Akhmetova",
      ["Ambassador"]
    ),
    ("en", "Ministers Aliya Akhmetova and Hans Weber met.", "Hans Weber", ["Minister"]),
    (
      "en", "Hans Weber, former Minister of Trade and now chairman of Acme Ltd., came.", "Hans Weber",
      ["Minister of Trade", "chairman"]
    ),
    (
      "de", "Hans Weber wurde zum stellvertretenden Außenminister ernannt.", "Hans Weber",
      ["stellvertretender Außenminister"]
    ),
    ("de", "Der Vorsitzende Hans Weber sprach.", "Hans Weber", ["Vorsitzender"]),
    ("de", "Die Vorsitzende Anna Weber sprach.", "Anna Weber", ["Vorsitzende"]),
    ("de", "Neuer Botschafter in Kasachstan wird Hans Weber.", "Hans Weber", ["Botschafter"]),
    ("ru", "Ерлан Жумабаев назначен министром энергетики.", "Ерлан Жумабаев", ["министр энергетики"]),
    ("ru", "Указом Президента Ерлан Жумабаев назначен послом.", "Ерлан Жумабаев", ["посол"]),
    ("ru", "Министры Ерлан Жумабаев и Иван Смирнов встретились.", "Иван Смирнов", ["Министр"]),
    ("ru", "Пришёл заместитель ректора Ерлан Жумабаев.", "Ерлан Жумабаев", ["заместитель ректора"]),
    ("ru", "Пришёл экс-министр Ерлан Жумабаев.", "Ерлан Жумабаев", ["министр"]),
    ("kk", "Ерлан Жұмабаев ректор болып тағайындалды.", "Ерлан Жұмабаев", ["ректор"]),
    ("kk", "Кеңес Ерлан Жұмабаевты төраға етіп сайлады.", "Ерлан Жұмабаев", ["төраға"]),
    ("kk", "Министр Сұлтан Жұмабаев келді.", "Сұлтан Жұмабаев", ["Министр"]),
  ])
  func titlesHaveHolders(language: String, text: String, name: String, roles: [String]) throws {
    let found = try Annotated(text, language).roles(of: name)
    #expect(found.map { $0.split(separator: ", ", maxSplits: 1).first.map(String.init) ?? "" } == roles)
  }

  @Test(arguments: [
    ("en", "Former rector Aliya Akhmetova arrived.", "former"),
    ("en", "Acting rector Aliya Akhmetova arrived.", "acting"),
    ("en", "The new rector Aliya Akhmetova arrived.", ""),
    ("de", "Der frühere Rektor Hans Weber kam.", "former"), ("de", "Der neue Rektor Hans Weber kam.", ""),
    ("ru", "Пришла бывший ректор Алия Ахметова.", "former"),
    ("ru", "Пришёл экс-ректор Иван Смирнов.", "former"),
    ("ru", "Пришёл и. о. ректора Иван Смирнов.", "acting"),
    ("kk", "Бұрынғы ректор Әлия Ахметова келді.", "former"),
    ("kk", "Жаңа ректор Әлия Ахметова келді.", ""),
  ])
  func formerAndActingOnesAreMarked(language: String, text: String, modifier: String) throws {
    #expect(try firstRole(in: text, language).role.modifier == modifier)
  }

  @Test(arguments: [
    ("en", "The German ambassador to Kazakhstan, Anna Weber, left.", "DE"),
    ("de", "Der kasachische Premierminister Marat Sejitow kam.", "KZ"),
    ("ru", "Посол Казахстана в Германии Марат Сеитов уехал.", "KZ"),
    ("kk", "Германияның Қазақстандағы елшісі Анна Вебер кетті.", "DE"),
  ])
  func aRoleKnowsForWhichCountryItSpeaks(language: String, text: String, country: String) throws {
    #expect(try firstRole(in: text, language).role.country == country)
  }

  /// The first role of the first person.
  private func firstRole(in text: String, _ language: String) throws -> PlacedRole {
    let text = try Annotated(text, language)
    return try #require(text.found.bearers.first { $0.kind == .person }?.roles.first)
  }

  @Test func somebodyElsesNameInTheGenitiveStandsBetween() throws {
    let text = try Annotated("Адвокат Ибраева Светлана Ковалёва подала жалобу.", "ru")
    #expect(text.roles(of: "Светлана Ковалёва") == ["Адвокат"])
  }
}

/// Whose office it is where its own phrase does not say.
///
/// All people and bodies are invented.
@Suite struct OfficesFromContextTests {
  @Test(arguments: [
    (
      "en", "The Borland Steel Association protested. Its director general Hans Weber wrote.", "Hans Weber",
      "Borland Steel Association"
    ),
    (
      "en", "Borland Bank was named. Analyst Hans Weber of Borland Bank was pleased.", "Hans Weber",
      "Borland Bank"
    ),
    (
      "en", "Hans Weber (First Deputy Chairman, Borland Railways JSC) came.", "Hans Weber",
      "Borland Railways JSC"
    ),
    (
      "en", "The Borland Boxing Federation met. The vote was close, federation president Hans Weber said.",
      "Hans Weber", "Borland Boxing Federation"
    ),
    (
      "ru",
      "Федерация бокса Казахстана собралась в Алматы. Вице-президент федерации Ерлан Жумабаев выступил.",
      "Ерлан Жумабаев", "Федерация бокса Казахстана"
    ),
    (
      "kk", "Қазақстан бокс федерациясы жиналды. Федерация президенті Ерлан Жұмабаев сөйледі.",
      "Ерлан Жұмабаев", "Қазақстан бокс федерациясы"
    ),
    ("en", "Kyoto University and Borland University met. Rector Hans Weber came.", "Hans Weber", ""),
  ])
  func theTextSaysWhose(language: String, text: String, name: String, organisation: String) throws {
    let role = try #require(try Annotated(text, language).roles(of: name).first)
    #expect(
      (role.split(separator: ", ", maxSplits: 1).dropFirst().first.map(String.init) ?? "") == organisation)
  }

  @Test(arguments: [
    ("en", "The Embassy of Japan in Tajikistan gave a reception. Ambassador Keiko Morita spoke.", "JP"),
    ("en", "Speaking for the Kazakh side, Foreign Minister Marat Seitov agreed.", "KZ"),
  ])
  func theTextSaysForWhichState(language: String, text: String, country: String) throws {
    let person = try #require(try Annotated(text, language).found.bearers.first { $0.kind == .person })
    #expect(person.roles.first?.role.country == country)
  }

  @Test(arguments: [
    ("en", "Heart surgeon Hans Weber operated.", "Hans Weber", ["Heart surgeon"]),
    ("en", "The plan is managed by force commander Hans Weber.", "Hans Weber", ["force commander"]),
    ("en", "It was co-founder and CEO Hans Weber who spoke.", "Hans Weber", ["co-founder", "CEO"]),
    (
      "kk", "Облыс әкімінің баспасөз хатшысы Ерлан Жұмабаев келді.", "Ерлан Жұмабаев",
      ["Облыс әкімінің баспасөз хатшысы"]
    ),
  ])
  func titlesAreWhole(language: String, text: String, name: String, roles: [String]) throws {
    let found = try Annotated(text, language).roles(of: name)
    #expect(found.map { $0.split(separator: ", ", maxSplits: 1).first.map(String.init) ?? "" } == roles)
  }

  @Test func aTitleBetweenTwoNamesGoesToTheOneThatClosesIt() throws {
    let text = try Annotated(
      "Minister of Culture Anna Weber, and the rector of Kyoto University, Hans Braun, came.", "en")
    #expect(text.roles(of: "Anna Weber") == ["Minister of Culture"])
    #expect(text.roles(of: "Hans Braun") == ["rector, Kyoto University"])
  }

  @Test func namesakesOfOneOfficeHaveTheirOwnCountries() throws {
    let text = try Annotated("Ambassadors Hans Weber of Germany and Keiko Morita of Japan came.", "en")
    let countries = text.found.bearers.filter { $0.kind == .person }.map { $0.roles.first?.role.country }
    #expect(countries == ["DE", "JP"])
  }

  @Test(arguments: [
    (
      "de", "Er arbeitet am Deutschen Institut für Menschenrechte in Berlin.",
      "Deutsches Institut für Menschenrechte"
    ), ("de", "Er traf den Vorsitzenden des Deutschen Bauernverbandes.", "Deutscher Bauernverband"),
  ])
  func adjectivesAgreeWithTheNoun(language: String, text: String, name: String) throws {
    #expect(try Annotated(text, language).names(.organisation).contains(name))
  }

  /// Whoever reads ten thousand offices in one sentence does not take a hundred million steps.
  @Test func manyOfficesInOneSentenceTakeNoLongerThanTheyAreMany() throws {
    let text = (0..<4000).map { "rector Hans Weber\($0) of Kyoto University" }.joined(separator: ", ")
    #expect(try !Annotated(text, "en").found.bearers.isEmpty)
  }
}

@Suite struct OddlyWrittenNameTests {
  @Test(arguments: [
    ("ru", "МИНИСТР БЕКЖАН АЛЬМУРАТОВ ВСТРЕТИЛСЯ С ДЕЛЕГАЦИЕЙ.", "БЕКЖАН АЛЬМУРАТОВ"),
    ("en", "RECTOR ALIYA AKHMETOVA SIGNED A MEMORANDUM WITH KYOTO UNIVERSITY.", "ALIYA AKHMETOVA"),
    ("ru", "РЕКТОР АЛИЯ АХМЕТОВА ПОДПИСАЛА МЕМОРАНДУМ.", "АЛИЯ АХМЕТОВА"),
    ("ru", "Ректор Aлия Axметова подписала меморандум.", "Алия Ахметова"),
  ])
  func namesAreFound(language: String, text: String, name: String) throws {
    #expect(try Annotated(text, language).names(.person) == [name])
  }

  @Test func namesGoOverTheEndsOfLines() throws {
    let english = """
      The agreement on the exchange of students and lecturers was signed by rector Aliya
      Akhmetova in the large hall of the library, where about two hundred guests had come
      together to hear what the two sides had to say about the plans for the coming years.
      """
    #expect(try Annotated(english, "en").names(.person) == ["Aliya Akhmetova"])
    let russian = """
      Соглашение об обмене студентами и преподавателями подписала сегодня ректор Алия
      Ахметова в большом зале библиотеки, где собрались около двухсот гостей, чтобы
      услышать, что обе стороны думают о планах на ближайшие годы и о новых учебниках.
      """
    #expect(try Annotated(russian, "ru").names(.person) == ["Алия Ахметова"])
  }

  @Test(arguments: ["en", "de", "kk", "ru"])
  func noCapitalsAtAllNameNobodyWrongly(language: String) throws {
    let text = try Annotated("rector aliya akhmetova met hans weber of acme ltd. in almaty.", language)
    #expect(text.names(.person).count <= 2)
  }
}

@Suite struct StatesAsPartiesTests {
  @Test(arguments: [
    ("en", "Berlin and Astana signed an agreement on trade.", ["Germany", "Kazakhstan"]),
    ("ru", "Киев и Варшава подписали соглашение о границе.", ["Украина", "Польша"]),
    ("ru", "Казахстанская сторона подписала договор с Узбекистаном.", ["Казахстан", "Узбекистан"]),
  ])
  func capitalsAndSidesStandForStates(language: String, text: String, parties: [String]) throws {
    let agreement = try #require(try Annotated(text, language).found.agreements.first)
    #expect(agreement.parties.map(\.name).sorted() == parties.sorted())
  }
}
