import DatelineTestSupport
import Testing

@testable import DatelineRecords

/// One bearer has one key, in whatever language and alphabet the name is written.
@Suite struct LinkingKeyTests {
  private let keys: LinkingKey

  init() throws { keys = LinkingKey(try RealDictionaries.lexicons.get()) }

  @Test(arguments: [
    ["Juri Schtscherbakow", "Yuri Shcherbakov", "Юрий Щербаков"],
    ["Jerlan Bektschurin", "Yerlan Bekchurin", "Ерлан Бекчурин"],
    ["Wladimir Nowikow", "Vladimir Novikov", "Владимир Новиков"],
    ["Maxim Galkin", "Maksim Galkin", "Максим Галкин"],
    ["Timur Zhaksylykov", "Тимур Жаксылыков", "Тимур Жақсылықов"],
    ["Aigul Mukhamedzhanova", "Айгуль Мухамеджанова", "Айгүл Мұхамеджанова"],
    ["Sergei Tsvetkov", "Сергей Цветков"], ["Asel Akhmetova", "Assel Akhmetova", "Асель Ахметова"],
  ])
  func thePersonOfSeveralSpellingsIsOne(spellings: [String]) {
    #expect(
      Set(spellings.map { keys.key(of: $0) }).count == 1, "\(spellings.map { keys.key(of: $0) })")
  }

  /// Habits of German: "sch" for ж, "ch" for х, "z" for ц.
  @Test(arguments: [
    ["Timur Schaksylykow", "Timur Zhaksylykov", "Тимур Жаксылыков", "Тимур Жақсылықов"],
    ["Aigul Muchamedschanowa", "Aigul Mukhamedzhanova", "Айгуль Мухамеджанова"],
    ["Sergej Zwetkow", "Sergei Tsvetkov", "Сергей Цветков"],
    ["Asel Achmetowa", "Asel Akhmetova", "Асель Ахметова"],
  ])
  func thePersonOfAGermanTextIsTheSame(spellings: [String]) {
    #expect(
      Set(spellings.map { keys.key(of: $0) }).count == 1,
      "\(spellings.map { keys.key(of: $0) })")
  }

  @Test(arguments: [
    ("Timur Zhaksylykov", "Zhaksylykov Timur"), ("TIMUR ZHAKSYLYKOV", "Timur Zhaksylykov"),
    ("Жан-Поль Серік", "Жан Поль Серік"), ("O'Brien Ann", "Ann OBrien"), ("Müller Ann", "Ann Muller"),
    ("«Зерде» ТОО", "ТОО Зерде"),
  ])
  func orderCapitalsAndSignsDoNotMatter(left: String, right: String) {
    #expect(keys.key(of: left) == keys.key(of: right))
  }

  @Test(arguments: [
    ("Timur Zhaksylykov", "Timur Zhaksybekov"), ("Anna Kovaleva", "Anna Kovalenko"),
    ("Hans Weber", "Hans Wegener"),
    ("Ivan Petrov", "Ivan Petrovich"),
    ("Анна Попова", "Яна Попова"), ("Марина Ли", "Мадина Ли"), ("Марат Ли", "Мурат Ли"),
  ])
  func otherPeopleHaveOtherKeys(left: String, right: String) {
    #expect(keys.key(of: left) != keys.key(of: right))
  }

  @Test(arguments: ["", " ", "«»", "-", "…", "\u{0}"]) func whatHasNoLettersHasNoKey(name: String) {
    #expect(keys.key(of: name) == "")
  }

  @Test func aKeyIsItsOwnKeyInLatinLetters() {
    for name in ["Тимур Жақсылықов", "Әлия Бейсенова", "Jörg Wedekind", "Щербаков"] {
      let key = keys.key(of: name)
      #expect(
        key.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isLowercase || $0 == " ") }, "\(key)")
      #expect(keys.key(of: key) == key)
    }
  }

  @Test(arguments: [
    [
      ("en", "Ministry of Foreign Affairs of the Republic of Kazakhstan"),
      ("de", "Außenministerium Kasachstans"), ("kk", "Қазақстан Республикасының Сыртқы істер министрлігі"),
      ("ru", "Министерство иностранных дел Республики Казахстан"),
    ],
    [
      ("en", "National Bank of Kazakhstan"), ("de", "Nationalbank Kasachstans"),
      ("kk", "Қазақстан Ұлттық банкі"), ("ru", "Национальный банк Казахстана"),
    ],
  ])
  func anOrganisationWithATranslatedNameIsOne(names: [(language: String, name: String)]) {
    let found = names.map { keys.key(ofOrganisation: $0.name, language: $0.language) }
    #expect(Set(found).count == 1, "\(found)")
  }

  @Test func anyStringHasAKey() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = keys.key(of: String(decoding: bytes, as: UTF8.self))
    }
    #expect(keys.key(of: String(repeating: "ж", count: 20_000)).utf8.count <= 40_000)
  }
}

@Suite struct DocumentIdentityTests {
  private func id(_ url: String?, _ title: String, _ text: String) -> String {
    DocumentIdentity.id(url: url, title: title, text: Array(text.utf8))
  }

  @Test func theSameInputHasTheSameIdOnEveryMachine() {
    #expect(id(nil, "", "") == id(nil, "", ""))
    // Written down once: a change here makes every store forget what it holds.
    #expect(id("https://news.example/1", "Мост", "Мост открыли.") == "b114fd23bb06855952b93cae420f1fe6")
  }

  @Test func anyDifferenceIsAnotherDocument() {
    let ids = [
      id(nil, "a", "bc"), id(nil, "ab", "c"), id("a", "", "bc"), id("ab", "c", ""), id(nil, "", "abc"),
      id("", "a", "b"),
      id(nil, "a", "bd"), id(nil, "A", "bc"),
    ]
    #expect(Set(ids).count == ids.count)
  }

  @Test func itIs32SmallHexadecimalDigits() {
    for number in 0..<200 {
      let id = id(nil, "\(number)", "text")
      #expect(id.utf8.count == 32)
      #expect(id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    }
  }

  @Test func similarTextsAreFarApart() {
    let ids = (0..<2000).map { id(nil, "", "text \($0)") }
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids.map { $0.prefix(4) }).count > 1800)
    #expect(Set(ids.map { $0.suffix(4) }).count > 1800)
  }
}
