import Testing

@testable import DatelineAnnotations

/// What a date means in the place where it stands: beside others, in its clause, in a story.
///
/// Published on Wednesday, 15 May 2024.
@Suite struct DateNarrativeTests {
  private static let published = "2024-05-15"

  private func dates(_ text: String, _ language: String) throws -> [String] {
    try Annotated(text, language, published: Self.published).dates
  }

  /// Lengths in falling units are one length, counted or not.
  @Test(arguments: [
    ("en", "The term is 5 years 1 month 12 days.", ["5 years 1 month 12 days=P5Y1M12D"]),
    (
      "en", "It opened 2 years and 1 month and 3 days ago.", ["2 years and 1 month and 3 days ago=2022-04-12"]
    ),
    ("en", "Terms are 5 years or 6 months.", ["5 years=P5Y", "6 months=P6M"]),
    ("de", "Das dauert 1 Jahr, 2 Monate und 3 Tage.", ["1 Jahr, 2 Monate und 3 Tage=P1Y2M3D"]),
    ("ru", "Прошло 2 года, 3 месяца и 4 дня.", ["2 года, 3 месяца и 4 дня=P2Y3M4D"]),
    ("ru", "Это было 2 недели и 2 дня назад.", ["2 недели и 2 дня назад=2024-04-29"]),
    ("kk", "Ол 2 жыл 3 ай бұрын көшті.", ["2 жыл 3 ай бұрын=2022-02"]),
  ])
  func lengthsInSeveralUnitsAreOne(language: String, text: String, expected: [String]) throws {
    #expect(try dates(text, language) == expected)
  }

  /// Hours are counted from a day, and not from the first day of a month or year.
  @Test func noHourIsCountedFromAMonth() throws {
    let text = "The plant opened in July 2022. The fire was put out two hours later."
    #expect(
      try Annotated(text, "en").dates == ["July 2022=2022-07", "two hours later=XXXX-XX-XXTXX:XX"])
  }

  /// A step ahead counts from the date named before where the past is told, from publication in plans.
  @Test(arguments: [
    (
      "ru", "Завод открыли в 2015 году, а в следующем году закрыли.",
      ["2015 году=2015", "следующем году=2016"]
    ),
    (
      "ru", "Завод открыли в 2015 году; через три года его закрыли.",
      ["2015 году=2015", "через три года=2018"]
    ),
    (
      "ru", "Завод открыли в 2015 году, через три года его закроют.",
      ["2015 году=2015", "через три года=2027"]
    ),
    (
      "kk", "Жоба 2022 жылдың қаңтарында басталып, келесі жылдың наурызында аяқталды.",
      ["2022 жылдың қаңтарында=2022-01", "келесі жылдың наурызында=2023-03"]
    ),
  ])
  func whatFollowsIsCountedFromWhatIsTold(language: String, text: String, expected: [String]) throws {
    #expect(try dates(text, language) == expected)
  }

  /// Times beside opening hours belong to no one day, and weekdays to every week.
  @Test(arguments: [
    ("ru", "Музей работает с 10:00 до 18:00.", ["10:00=XXXX-XX-XXT10:00", "18:00=XXXX-XX-XXT18:00"]),
    ("ru", "Музей закроют с 10:00 до 18:00.", ["10:00=2024-05-15T10:00", "18:00=2024-05-15T18:00"]),
    ("kk", "Дүкен дүйсенбіден жұмаға дейін ашық.", ["дүйсенбіден=XXXX-WXX-1", "жұмаға=XXXX-WXX-5"]),
    (
      "kk", "Хор сәрсенбі және жұма күндері жиналады.", ["сәрсенбі=XXXX-WXX-3", "жұма күндері=XXXX-WXX-5"]
    ),
    ("kk", "Дүкен 9 мамырда сағат 10:00-ге дейін ашық.", ["9 мамырда сағат 10:00-ге=2024-05-09T10:00"]),
  ])
  func openingHoursBelongToNoDay(language: String, text: String, expected: [String]) throws {
    #expect(try dates(text, language) == expected)
  }

  /// Of two dates that are joined the second is the later.
  @Test(arguments: [
    ("en", "It will be closed between Monday and Friday.", ["Monday=2024-05-20", "Friday=2024-05-24"]),
    ("en", "It will last from December to February.", ["December=2024-12", "February=2025-02"]),
    (
      "en", "It ran from 28 December – 3 January 2021.",
      ["28 December – 3 January 2021=2020-12-28/2021-01-03"]
    ),
    (
      "kk", "Бұл 2024 жылдың 1 қаңтарынан 31 желтоқсанына дейін созылды.",
      ["2024 жылдың 1 қаңтарынан=2024-01-01", "31 желтоқсанына=2024-12-31"]
    ),
  ])
  func joinedDatesComeInOrder(language: String, text: String, expected: [String]) throws {
    #expect(try dates(text, language) == expected)
  }

  /// A story that is told of another year stays in it.
  @Test(arguments: [
    (
      "ru", "Его задержали 5 января 2022 года. 10 февраля его осудили.",
      ["5 января 2022 года=2022-01-05", "10 февраля=2022-02-10"]
    ),
    (
      "ru", "Его задержали 5 января 2022 года. 10 июня его освободят.",
      ["5 января 2022 года=2022-01-05", "10 июня=2024-06-10"]
    ),
    ("ru", "В прошлом году, в марте, он ушёл.", ["прошлом году=2023", "марте=2023-03"]),
    (
      "en", "It was signed on 17 January 2022. Freight grew in January-April.",
      ["17 January 2022=2022-01-17", "January-April=2024-01/2024-04"]
    ),
  ])
  func aStoryStaysInItsYear(language: String, text: String, expected: [String]) throws {
    #expect(try dates(text, language) == expected)
  }

  /// Nouns that only end like a verb show no tense; a preposition may show it.
  @Test(arguments: [
    ("ru", "В пятницу комитет принял решение.", ["пятницу=2024-05-10"]),
    ("ru", "В пятницу комитет примет решение.", ["пятницу=2024-05-17"]),
    ("ru", "Суд перенёс заседание на пятницу.", ["пятницу=2024-05-17"]),
    ("ru", "На днях он ушёл.", ["На днях=PAST_REF"]),
    ("ru", "На днях он уйдёт.", ["На днях=FUTURE_REF"]),
  ])
  func theTenseSaysOnWhichSide(language: String, text: String, expected: [String]) throws {
    #expect(try dates(text, language) == expected)
  }

  /// No calendar goes on beyond these days: what leads there is found or not, and traps nowhere.
  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func theEndsOfTheCalendarAreNoTrap(published: String) throws {
    let text = "This summer, last winter, next May, this Friday, two years ago, from December to February."
    for date in try Annotated(text, "en", published: published).found.dates[.body] ?? [] {
      #expect(!date.value.isEmpty)
    }
  }

  /// Figures of telephones are no years.
  @Test(arguments: ["Call +86 138-2010-2015 to complain.", "Call 2010-2015-86 to complain."])
  func figuresOfATelephoneAreNoYears(text: String) throws {
    #expect(try dates(text, "en") == [])
  }
}
