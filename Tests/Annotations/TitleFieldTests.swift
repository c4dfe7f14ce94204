import DatelineDocuments
import DatelineLexicon
import DatelineTestSupport
import Testing

@testable import DatelineAnnotations

/// What an office is for, and whose office it is.
@Suite struct TitleFieldTests {
  @Test(arguments: [
    // A field whose words no dictionary has, adjectives among them.
    ("de", "Die Direktorin für erneuerbare Netze, Anna Weber, kam.", "Direktorin für erneuerbare Netze"),
    (
      "de", "Anna Weber, Ministerin für europäische und internationale Angelegenheiten, kam.",
      "Ministerin für europäische und internationale Angelegenheiten"
    ),
    // A region that the office is for.
    ("en", "Anna Weber, regional director for the Caucasus, came.", "regional director for the Caucasus"),
    ("en", "Anna Weber, lead adviser on species, came.", "lead adviser on species"),
    ("en", "Anna Weber, head of the language unit, came.", "head of the language unit"),
    (
      "en", "The vice minister of science and higher education, Anna Weber, came.",
      "vice minister of science and higher education"
    ),
    // A unit with its adjective, where nouns are written small.
    ("ru", "Председатель районного исполкома Анна Иванова пришла.", "Председатель районного исполкома"),
    (
      "ru", "Анна Иванова, начальник отдела по связям с прессой, ответила.",
      "начальник отдела по связям с прессой"
    ),
    ("ru", "Об этом сказал директор по энергетике Иван Смирнов.", "директор по энергетике"),
    ("ru", "Об этом сказал начальник отдела статистики Иван Смирнов.", "начальник отдела статистики"),
    // Lists of fields, words that no dictionary has among them.
    (
      "en", "The Minister of Trade, Ecology and Technical Zoning, Anna Weber, came.",
      "Minister of Trade, Ecology and Technical Zoning"
    ),
    (
      "en", "Bavaria's State Minister for Economic Affairs, Labour and Energy, Anna Weber, came.",
      "State Minister for Economic Affairs, Labour and Energy"
    ),
    (
      "de", "Die Ministerin für Verkehr, Energie und Umwelt, Anna Weber, kam.",
      "Ministerin für Verkehr, Energie und Umwelt"
    ),
    (
      "de", "Die Bürgermeisterin für Bildung, Soziales, Jugend, Kultur und Sport, Anna Weber, kam.",
      "Bürgermeisterin für Bildung, Soziales, Jugend, Kultur und Sport"
    ),
    // What the holder knows about, a word in the genitive, a field behind a comma.
    ("en", "Anna Weber, consultant in emergency medicine, spoke.", "consultant in emergency medicine"),
    ("en", "The director of women's cricket, Anna Weber, came.", "director of women's cricket"),
    ("en", "Anna Weber, Vice President, Corporate Affairs", "Vice President, Corporate Affairs"),
    ("de", "Der Sekretär des Maslichats, Dr. Hans Weber, kam.", "Sekretär des Maslichats"),
    // The place that is named is no part of the title.
    ("kk", "Павлодар облысы әкімінің бірінші орынбасары Марат Сейітов келді.", "әкімнің бірінші орынбасары"),
    ("kk", "Жиынға Пусан мэрінің орынбасары Марат Сейітов келді.", "мэрдің орынбасары"),
    // «Аким» is a given name too.
    ("ru", "Аким Костанайской области Марат Сеитов приехал.", "Аким"),
  ])
  func theFieldBelongsToTheTitle(language: String, text: String, title: String) throws {
    let people = try Annotated(text, language).found.bearers.filter { $0.kind == .person }
    #expect(people.flatMap { $0.roles.map(\.role.title) } == [title])
  }

  /// A title between two names is the next one's where the first has one in front.
  @Test func everyoneInAListHasTheirOwnTitle() throws {
    let found = try Annotated(
      "Es sprachen Rektor Hans Weber, der Botschafter Kasachstans in Bern, Kairat Achmetow, und die Dekanin, Anna "
        + "Keller.", "de")
    #expect(found.roles(of: "Hans Weber") == ["Rektor"])
    #expect(found.roles(of: "Kairat Achmetow") == ["Botschafter"])
    #expect(found.roles(of: "Anna Keller") == ["Dekanin"])
  }

  @Test func aColonGivesAnOffice() throws {
    let found = try Annotated(
      "The other officers are: First Vice President: Anna Keller, the former hurdler; Treasurer: John Smith; General "
        + "Secretary: Mary Brown.", "en")
    #expect(found.roles(of: "Anna Keller").first == "First Vice President")
    #expect(found.roles(of: "John Smith") == ["Treasurer"])
    #expect(found.roles(of: "Mary Brown") == ["General Secretary"])
  }

  @Test func aPluralBehindWhichAListStandsIsTheOfficeOfEach() throws {
    let found = try Annotated(
      "The delegation is made up of three rapporteurs: John Smith, a former judge; Mary Brown, professor of constitutional "
        + "law; and Anna Keller (Austria).", "en")
    for name in ["John Smith", "Mary Brown", "Anna Keller"] {
      #expect(found.roles(of: name).contains("rapporteur"), "\(name)")
    }
    // A heading says what people do, not what they are.
    let heading = try Annotated("Speakers: John Smith, mayor of Graz; Anna Keller, teacher.", "en")
    #expect(heading.roles(of: "Anna Keller") == ["teacher"])
  }

  @Test func anAgeOrABodyMayStandBetweenNameAndOffice() throws {
    let age = try Annotated("Mary Brown, 79, secretary of the choir, wanted a bench.", "en")
    #expect(age.roles(of: "Mary Brown").count == 1)
    let body = try Annotated(
      "It was chaired by Mary Brown of the Ministry of Foreign Affairs, chairwoman of the working group.",
      "en")
    #expect(body.roles(of: "Mary Brown").contains { $0.hasPrefix("chairwoman") })
  }

  @Test func aNounForTheBodyIsNoPartOfTheOffice() throws {
    let found = try Annotated(
      "The Museum of the Northern Seas has reopened. Museum director Anna Keller was there.", "en")
    #expect(found.roles(of: "Anna Keller") == ["director, Museum of the Northern Seas"])
    #expect(
      try Annotated("Museum director Anna Keller was there.", "en").roles(of: "Anna Keller") == [
        "Museum director"
      ])
  }

  @Test func whereSomebodyServesDoesNotHideTheNameBehindTheComma() throws {
    let found = try Annotated(
      "Empfangen wurde sie vom Minister für Energie, Daler Karimow, und vom Vorsitzenden der Provinz Sughd, Anwar "
        + "Nasarow.", "de")
    #expect(found.roles(of: "Daler Karimow") == ["Minister für Energie"])
    #expect(found.roles(of: "Anwar Nasarow") == ["Vorsitzender"])
  }

  @Test func anAppositionStaysWithTheNameInFront() throws {
    let found = try Annotated("Hans Weber, der Rektor der Universität Bonn, und Anna Keller kamen.", "de")
    #expect(found.roles(of: "Hans Weber") == ["Rektor, Universität Bonn"])
    #expect(found.roles(of: "Anna Keller") == [])
  }

  @Test func aPluralInsideATitleMeansAllThatAreNamed() throws {
    let found = try Annotated(
      "Deputy Secretaries General Anna Weber and Peter Brown came.\n\nSo did members of parliament Mary Hill and Jack "
        + "Stone.", "en")
    #expect(found.roles(of: "Peter Brown") == ["Deputy Secretary General"])
    #expect(found.roles(of: "Jack Stone") == ["member of parliament"])
  }

  @Test func theWholeRankStandsInFrontOfAListedTitle() throws {
    let found = try Annotated("First Deputy Secretary General Anna Weber came.", "en")
    #expect(found.roles(of: "Anna Weber") == ["First Deputy Secretary General"])
  }

  /// "Board of Acme" is no body where the chairman of the board is named.
  @Test func theBoardIsPartOfTheTitle() throws {
    let found = try Annotated("Anna Weber, Chairman of the Board of Kestrel Copper plc, came.", "en")
    #expect(found.roles(of: "Anna Weber") == ["Chairman of the Board, Kestrel Copper plc"])
  }

  /// In official style a body named before is meant by its noun with a capital: "the Court".
  @Test func aCapitalNounBehindAnArticleIsTheBodyNamedBefore() throws {
    let found = try Annotated(
      "The National Library of Latvia opened a hall.\n\nAnna Weber, Director of the Library, spoke.", "en")
    #expect(found.roles(of: "Anna Weber") == ["Director, National Library of Latvia"])
  }

  @Test func aNameInFrontOfAnOfficeIsNoPartOfIt() throws {
    let found = try Annotated("Panthera ecologist Anna Weber counted them.", "en")
    #expect(found.roles(of: "Anna Weber") == ["ecologist"])
  }

  @Test(arguments: [
    "Sie schied aus Altersgründen aus.", "Das Gemeinschaftsunternehmen wächst.", "Naturgefahren drohen.",
  ])
  func aCompoundThatOnlyEndsLikeATitleIsNone(text: String) throws {
    let reading = LexicalReading(
      try RealDictionaries.normaliser.get().normalise([Block(.paragraph, text)], language: "de"),
      lexicon: try RealDictionaries.lexicon("de"))
    #expect(reading.text.tokens.indices.allSatisfy { !reading.has(at: $0, .title) })
  }
}

/// Names of persons and of bodies in the nominative.
@Suite struct NominativeAgreementTests {
  @Test(arguments: [
    // A man's name that would show a case stands in the nominative.
    ("Кирилл Коцюба пришёл.", "Кирилл Коцюба"), ("Пришёл Кирилл Коцюба.", "Кирилл Коцюба"),
    ("Письмо Кирилла Коцюбы пришло.", "Кирилл Коцюба"),
  ])
  func whatWouldShowACaseIsInTheNominative(text: String, name: String) throws {
    let line = try RealDictionaries.normaliser.get().normalise([Block(.paragraph, text)], language: "ru")
    let reading = LexicalReading(line, lexicon: try RealDictionaries.lexicon("ru"))
    let tokens = line.tokens.indices.filter { line.tokens[$0].shape.contains(.initialCapital) }
    let last = try #require(tokens.last)
    var words = Vocabulary()
    for word in reading.words { words.insert(word.hash) }
    #expect(
      NominativeForms(reading: reading, vocabulary: words).person(last - 1..<last + 1).name == name)
  }

  @Test(arguments: [
    ("Staatliche Museum für Naturkunde", "Staatliches Museum für Naturkunde"),
    ("Handels- und Industriekammer", "Handels- und Industriekammer"),
    (
      "Deutsche Genossenschafts- und Raiffeisenverband", "Deutscher Genossenschafts- und Raiffeisenverband"
    ),
    ("Neuen Lausitzer Philharmonie", "Neue Lausitzer Philharmonie"),
    ("Knappschaft Kliniken", "Knappschaft Kliniken"),
    ("Zweiten Deutschen Fernsehens", "Zweites Deutsches Fernsehen"),
    ("Islamischen Revolutionsgarden", "Islamische Revolutionsgarden"),
    ("Bayerischen Motoren Werke AG", "Bayerische Motoren Werke AG"),
    ("Stadtwerken München", "Stadtwerke München"),
    ("Bündnisses Freier Bürger", "Bündnis Freier Bürger"),
  ])
  func germanAdjectivesAgreeWithTheNoun(text: String, name: String) throws {
    let line = try RealDictionaries.normaliser.get().normalise([Block(.paragraph, text)], language: "de")
    #expect(NameNominative(try RealDictionaries.lexicon("de")).name(line, kind: .organisation) == name)
  }

  @Test(arguments: [
    ("Hildegards von Bingen", "Hildegard von Bingen"), ("Leos XIV.", "Leo XIV."),
    ("Annika Petersens", "Annika Petersen"), ("Thomas de Maizières", "Thomas de Maizière"),
    ("Karls des Großen", "Karl der Große"), ("Katharinas der Großen", "Katharina die Große"),
    ("Karl der Große", "Karl der Große"), ("Johannes Pauls II.", "Johannes Paul II."),
    ("Charles’ III.", "Charles III."), ("Ruud van den Broek", "Ruud van den Broek"),
  ])
  func theWordThatShowsTheGenitiveLosesIt(text: String, name: String) throws {
    let line = try RealDictionaries.normaliser.get().normalise([Block(.paragraph, text)], language: "de")
    #expect(NameNominative(try RealDictionaries.lexicon("de")).name(line, kind: .person) == name)
  }
}
