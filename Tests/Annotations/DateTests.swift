import Testing

@testable import DatelineAnnotations

/// Sentences with what is found in them, `text=value`, published on Wednesday, 16 June 2021 or without a day.
@Suite struct DateTests {
  private static let published = "2021-06-16"

  @Test(arguments: [
    ("The bridge was opened on 8 June 2017.", ["8 June 2017=2017-06-08"]),
    ("The bridge was opened on June 8, 2017 in Riga.", ["June 8, 2017=2017-06-08"]),
    ("The bridge was opened on the 3rd of May.", ["the 3rd of May=2021-05-03"]),
    ("The bridge was opened yesterday.", ["yesterday=2021-06-15"]),
    ("The bridge was opened two years ago.", ["two years ago=2019"]),
    ("The bridge was opened last week.", ["last week=2021-W23"]),
    ("The bridge was opened last October.", ["last October=2020-10"]),
    ("The bridge was opened on Tuesday.", ["Tuesday=2021-06-15"]),
    ("The bridge is closed from 8 to 10 July.", ["8=2021-07-08", "10 July=2021-07-10"]),
    ("The bridge was built between 1998 and 2004.", ["1998=1998", "2004=2004"]),
    ("Trade grew in the first half of 2020.", ["the first half of 2020=2020-H1"]),
    ("Trade grew in the second quarter.", ["the second quarter=2021-Q2"]),
    ("The loan runs for five years.", ["five years=P5Y"]),
    ("The council meets every two years.", ["every two years=P2Y"]),
    ("Invoice 2017-10-03 was paid.", ["2017-10-03=2017-10-03"]),
    ("The strategy Ural-2050 and the fair EXPO-2017 were praised.", []),
    ("He may march to Augusta.", []),
    ("The fair opens in the first week of July.", ["the first week of July=2021-W26"]),
    ("The fair opens on the last Friday of July.", ["the last Friday of July=2021-07-30"]),
    ("A vote will be held in two weeks.", ["two weeks=2021-W26"]),
    ("The hall was built in two weeks.", ["two weeks=P2W"]),
    (
      "Profit for the quarter ended March 31 rose from a year earlier.",
      ["the quarter=2021-Q1", "March 31=2021-03-31", "a year earlier=2020-Q1"]
    ),
    ("The mill closed in the mid-1990s.", ["the mid-1990s=199"]),
    ("Snow fell over the weekend.", ["the weekend=2021-W23-WE"]),
    ("Jules March of the Sunday Echo met the Friday Club.", []),
    ("The Good Friday Agreement and Spring Street were named.", []),
  ])
  func englishWithAPublicationDay(text: String, expected: [String]) throws {
    #expect(try Annotated(text, "en", published: Self.published).dates == expected)
  }

  @Test(arguments: [
    ("Die Brücke wurde am 8. Juni 2017 eröffnet.", ["8. Juni 2017=2017-06-08"]),
    ("Die Brücke wurde am 3. Mai eröffnet.", ["3. Mai=2021-05-03"]),
    ("Die Brücke wurde gestern eröffnet.", ["gestern=2021-06-15"]),
    ("Die Brücke wurde vor zwei Jahren eröffnet.", ["vor zwei Jahren=2019"]),
    ("Die Brücke wurde in der vergangenen Woche eröffnet.", ["der vergangenen Woche=2021-W23"]),
    ("Die Brücke wurde am 03.10.2017 eröffnet.", ["03.10.2017=2017-10-03"]),
    ("Die Messe läuft vom 24. bis zum 26. Juni.", ["24.=2021-06-24", "26. Juni=2021-06-26"]),
    ("Der Vertrag gilt fünf Jahre.", ["fünf Jahre=P5Y"]),
    ("Ende 2023 soll die Brücke fertig sein.", ["Ende 2023=2023"]),
    ("Der Zug fährt jeden Montag.", ["jeden Montag=XXXX-WXX-1"]),
    ("Die Strategie „Ural-2050“ wurde gelobt.", []),
    ("In der Nacht auf Samstag fiel Schnee.", ["der Nacht auf Samstag=2021-06-11TNI"]),
    (
      "Ende der siebziger Jahre und in den 90er-Jahren wurde gebaut.",
      ["Ende der siebziger Jahre=197", "den 90er-Jahren=199"]
    ),
    ("Das Haus wurde in 14 Monaten gebaut.", ["14 Monaten=P14M"]),
    ("Das Haus wird in 14 Monaten fertig.", ["in 14 Monaten=2022-08"]),
    ("Klaus Montag und Frau Sonntag kamen.", []),
    ("Im Sommer letzten Jahres regnete es.", ["Sommer letzten Jahres=2020-SU"]),
    ("Der Verein wurde 1892 gegründet und zählt heute 74 Mann.", ["1892=1892", "heute=PRESENT_REF"]),
  ])
  func germanWithAPublicationDay(text: String, expected: [String]) throws {
    #expect(try Annotated(text, "de", published: Self.published).dates == expected)
  }

  @Test(arguments: [
    ("Көпір 2017 жылғы 8 маусымда ашылды.", ["2017 жылғы 8 маусымда=2017-06-08"]),
    ("Көпір 8 маусымда ашылды.", ["8 маусымда=2021-06-08"]),
    ("Көпір кеше ашылды.", ["кеше=2021-06-15"]),
    ("Көпір былтыр ашылды.", ["былтыр=2020"]),
    ("Көпір 2019 жылы ашылды.", ["2019 жылы=2019"]),
    ("Көпір 03.10.2017 ашылды.", ["03.10.2017=2017-10-03"]),
    ("«Орал-2050» стратегиясы мақталды.", []),
    ("Көпір екі мың он тоғызыншы жылы ашылды.", ["екі мың он тоғызыншы жылы=2019"]),
    ("Көпір 9-мамырда ашылды.", ["9-мамырда=2021-05-09"]),
    ("Көпірді режиссер Тамыз Дүйсенов ашты.", []),
    ("Футбол маусымы аяқталды.", []),
  ])
  func kazakhWithAPublicationDay(text: String, expected: [String]) throws {
    #expect(try Annotated(text, "kk", published: Self.published).dates == expected)
  }

  @Test(arguments: [
    ("Мост открыли 8 июня 2017 года.", ["8 июня 2017 года=2017-06-08"]),
    ("Мост открыли 3 мая.", ["3 мая=2021-05-03"]),
    ("Мост открыли вчера.", ["вчера=2021-06-15"]),
    ("Мост открыли два года назад.", ["два года назад=2019"]),
    ("Мост открыли на прошлой неделе.", ["прошлой неделе=2021-W23"]),
    ("Мост открыли 12 марта прошлого года.", ["12 марта прошлого года=2020-03-12"]),
    ("Мост закрыт с 20 по 23 июня.", ["20=2021-06-20", "23 июня=2021-06-23"]),
    ("Торговля выросла в первом полугодии 2020 года.", ["первом полугодии 2020 года=2020-H1"]),
    ("Торговля выросла в I квартале 2020 года.", ["I квартале 2020 года=2020-Q1"]),
    ("Договор действует пять лет.", ["пять лет=P5Y"]),
    ("Дом построили в 1990-х годах.", ["1990-х годах=199"]),
    ("Стратегию «Урал-2050» похвалили.", []),
    ("Мост закрыли в ночь на 15 июня.", ["ночь на 15 июня=2021-06-14TNI"]),
    ("Торговля выросла за 9 месяцев 2020 года.", ["9 месяцев 2020 года=2020-01/2020-09"]),
    ("Торговля выросла в первой половине 2020 года.", ["первой половине 2020 года=2020-H1"]),
    ("Роман «Сто лет одиночества» переиздан.", []),
    ("Он живёт на улице 8 Марта.", []),
  ])
  func russianWithAPublicationDay(text: String, expected: [String]) throws {
    #expect(try Annotated(text, "ru", published: Self.published).dates == expected)
  }

  /// Where nobody says the year, none is guessed.
  @Test(arguments: [
    ("en", "The bridge was opened on 3 May.", ["3 May=XXXX-05-03"]),
    ("en", "The bridge was opened in May.", ["May=XXXX-05"]),
    ("en", "The bridge was opened on Tuesday.", ["Tuesday=XXXX-WXX-2"]),
    ("en", "The bridge was opened yesterday.", ["yesterday=XXXX-XX-XX"]),
    ("en", "The bridge was opened last year.", ["last year=XXXX"]),
    ("en", "The bridge was opened last week.", ["last week=XXXX-WXX"]),
    ("en", "The bridge was opened on 3 May 2018.", ["3 May 2018=2018-05-03"]),
    ("de", "Die Brücke wurde am 3. Mai eröffnet.", ["3. Mai=XXXX-05-03"]),
    ("de", "Die Brücke wurde gestern eröffnet.", ["gestern=XXXX-XX-XX"]),
    ("kk", "Көпір 8 маусымда ашылды.", ["8 маусымда=XXXX-06-08"]),
    ("kk", "Көпір былтыр ашылды.", ["былтыр=XXXX"]),
    ("ru", "Мост открыли 3 мая.", ["3 мая=XXXX-05-03"]),
    ("ru", "Мост открыли в прошлом месяце.", ["прошлом месяце=XXXX-XX"]),
    ("ru", "Договор действует пять лет.", ["пять лет=P5Y"]),
  ])
  func withoutAPublicationDayTheYearStaysOpen(language: String, text: String, expected: [String]) throws {
    #expect(try Annotated(text, language).dates == expected)
  }

  /// Days that no calendar has, in text and in figures.
  @Test(arguments: [
    ("en", "It happened on 31 February 2020."), ("en", "It happened on February 30, 2021."),
    ("de", "Es geschah am 31. Februar 2020."), ("ru", "Это было 31 февраля 2020 года."),
    ("kk", "Бұл 2020 жылғы 31 ақпанда болды."), ("de", "Es geschah am 29.02.2021."),
    ("ru", "Это было 15.13.2020."), ("en", "It happened on 2020-13-05."),
    ("en", "It happened on 2021-00-10."),
    ("ru", "Это было 00.10.2020."), ("en", "It happened on 10/32/2020."),
  ])
  func noDayIsMadeOfWhatIsNone(language: String, text: String) throws {
    for date in try Annotated(text, language, published: Self.published).found.dates[.body] ?? [] {
      #expect(date.value.count < 10, "\(date.value)")
    }
  }

  @Test func aLeapDayIsADayInLeapYearsOnly() throws {
    #expect(try Annotated("It was 29 February 2020.", "en").dates == ["29 February 2020=2020-02-29"])
    let none = try Annotated("It was 29 February 2021.", "en")
    #expect(none.dates == [])
    #expect(try Annotated("It was opened on 29 February.", "en").dates == ["29 February=XXXX-02-29"])
  }

  @Test(arguments: [
    "The fair runs from 10 to 8 July 2021.", "The loan covers 1 July 2022 to 30 June 2021.",
    "The strategy for 2030-2026 was approved.",
  ])
  func aRangeThatEndsBeforeItStartsIsNone(text: String) throws {
    for date in try Annotated(text, "en", published: Self.published).found.dates[.body] ?? [] {
      #expect(!date.value.contains("/"))
      if let start = date.start, let end = date.end { #expect(start <= end) }
    }
  }

  @Test func theYearNearestToThePublicationIsMeant() throws {
    #expect(
      try Annotated("It was on 28 December.", "en", published: "2021-01-05").dates == [
        "28 December=2020-12-28"
      ])
    #expect(
      try Annotated("It will be on 10 January.", "en", published: "2020-12-20").dates == [
        "10 January=2021-01-10"
      ])
  }

  @Test func slashesFollowTheHabitOfTheLanguage() throws {
    #expect(try Annotated("Due on 10/3/2017 at noon.", "en").dates.first == "10/3/2017=2017-10-03")
    #expect(try Annotated("Fällig am 10/3/2017 dort.", "de").dates.first == "10/3/2017=2017-03-10")
  }

  @Test func datesNeverOverlapAndStandInOrder() throws {
    let text =
      "On Tuesday, 15 June 2021, between 8 and 10 July and in the second half of 2020 until 2026-2030."
    let dates = try Annotated(text, "en", published: Self.published).found.dates[.body] ?? []
    #expect(dates.count >= 3)
    for (left, right) in zip(dates, dates.dropFirst()) { #expect(left.range.upper <= right.range.lower) }
  }
}
