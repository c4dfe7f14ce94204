import Testing

@testable import DatelineAnnotations

/// The formula at the head of a report: place, date and agency in any order, closed by a dash or a colon.
@Suite struct DatelineTests {
  struct Formula: Sendable {
    var language: String
    var text: String
    var place: String?
    var country: String?
    var date: String?
    var agency: String?
  }

  @Test(arguments: [
    Formula(
      language: "de", text: "MINSK, 19. September (BelTA) – Die Seiten trafen sich im Rathaus.",
      place: "Minsk",
      country: "BY", date: "XXXX-09-19", agency: "BelTA"),
    Formula(
      language: "en", text: "BERLIN, March 3 (dpa) – The sides met in the town hall.", place: "Berlin",
      country: "DE", date: "XXXX-03-03", agency: "dpa"),
    Formula(
      language: "ru", text: "АСТАНА. 12 марта. КАЗИНФОРМ – Стороны встретились в ратуше.", place: "Астана",
      country: "KZ", date: "XXXX-03-12", agency: "Казинформ"),
    Formula(
      language: "kk", text: "АСТАНА. ҚазАқпарат – Тараптар қала әкімдігінде кездесті.", place: "Астана",
      country: "KZ", date: nil, agency: "Қазақпарат"),
    Formula(
      language: "en", text: "date 2017-10-03 BEIJING. KAZINFORM - The sides met in the town hall.",
      place: "Beijing", country: "CN", date: "2017-10-03", agency: "Kazinform"),
    Formula(
      language: "ru", text: "Алматы, 3 мая 2021 года, Интерфакс-Казахстан: Стороны встретились.",
      place: "Алматы",
      country: "KZ", date: "2021-05-03", agency: "Интерфакс-Казахстан"),
    Formula(
      language: "en", text: "(Reuters) - The sides met in the town hall.", place: nil, country: nil,
      date: nil,
      agency: "Reuters"),
    Formula(
      language: "ru", text: "МОСКВА, 21 ноября – Стороны встретились в ратуше.", place: "Москва",
      country: "RU",
      date: "XXXX-11-21", agency: nil),
  ])
  func theFormulaIsRead(formula: Formula) throws {
    let found = try #require(try Annotated(formula.text, formula.language).found.dateline)
    #expect(found.place == formula.place)
    #expect(found.country == formula.country)
    #expect(found.date == formula.date)
    #expect(found.agency == formula.agency)
  }

  @Test(arguments: [
    ("en", "The sides met – in Minsk – on a rainy day."), ("en", "Minsk is a city."), ("en", "Minsk"),
    ("en", "–"),
    ("en", "Minsk (the capital of Belarus"), ("en", "On 3 March 2021 the sides met in Minsk."),
    ("de", "Berlin und Minsk sprachen über Busse – ohne Ergebnis."),
    ("ru", "Стороны встретились: было тепло."),
    ("kk", "Тараптар кездесті – ауа райы жақсы болды."), ("en", "3 March 2021 – a day to remember."),
  ])
  func aSentenceIsNoFormula(language: String, text: String) throws {
    #expect(try Annotated(text, language).found.dateline == nil)
  }

  @Test func theSpanEndsBeforeTheDash() throws {
    let text = try Annotated("MINSK, September 19 (BelTA) – The sides met.", "en")
    let range = try #require(text.found.dateline?.range)
    #expect(text.body.string(in: range) == "MINSK, September 19 (BelTA)")
  }

  @Test func aWholeDateOfTheFormulaIsTheDayOfPublication() throws {
    let text = try Annotated("date 2017-10-03 BEIJING. KAZINFORM - The sides met yesterday in Riga.", "en")
    #expect(text.found.dateline?.published == "2017-10-03")
    #expect(text.dates.last == "yesterday=2017-10-02")
  }

  @Test func thePublicationGivesTheFormulaItsYear() throws {
    let text = try Annotated("MINSK, September 19 (BelTA) – The sides met.", "en", published: "2025-09-20")
    #expect(text.found.dateline?.date == "2025-09-19")
  }

  @Test func whoIsNamedInTheFormulaTakesNoPart() throws {
    let text = try Annotated(
      "MINSK, September 19 (BelTA) – Nordlicht Energie GmbH and Dala Power JSC signed a contract.", "en")
    #expect(text.found.agreements.first?.parties.map(\.name) == ["Nordlicht Energie GmbH", "Dala Power JSC"])
  }
}
