import Testing

@testable import DatelineAnnotations

@Suite struct AmountTests {
  @Test(arguments: [
    ("The loan is worth 240 million euros.", ["240 million euros=240000000 EUR"]),
    ("The loan is worth 3.5 bn dollars.", ["3.5 bn dollars=3500000000 USD"]),
    ("The loan is worth $1.2 million.", ["$1.2 million=1200000 USD"]),
    ("The loan is worth EUR 3,000.50 net.", ["EUR 3,000.50=3000.5 EUR"]),
    ("The loan is worth 500 tenge and 700 tenge.", ["500 tenge=500 KZT", "700 tenge=700 KZT"]),
    ("They bought 12 apples and 3 euro coins short of nothing in 2021.", ["3 euro=3 EUR"]),
    ("They bought 12 apples in 2021.", []),
    ("The euro and the dollar fell.", []),
  ])
  func english(text: String, expected: [String]) throws {
    #expect(try Annotated(text, "en").amounts == expected)
  }

  @Test(arguments: [
    ("de", "Der Kredit beträgt 1,5 Mrd. Euro.", ["1,5 Mrd. Euro=1500000000 EUR"]),
    ("de", "Der Kredit beträgt 12.000 Euro.", ["12.000 Euro=12000 EUR"]),
    ("de", "Der Kredit beträgt 3 Mio. US-Dollar.", ["3 Mio. US-Dollar=3000000 USD"]),
    ("ru", "Кредит составил 2 млрд тенге.", ["2 млрд тенге=2000000000 KZT"]),
    ("ru", "Кредит составил 2 млрд. тенге.", ["2 млрд. тенге=2000000000 KZT"]),
    ("ru", "Кредит составил 1,5 миллиона долларов США.", ["1,5 миллиона долларов США=1500000 USD"]),
    ("ru", "Кредит составил 300 тыс. рублей.", ["300 тыс. рублей=300000 RUB"]),
    ("ru", "Кредит составил 12 000 000 евро.", ["12 000 000 евро=12000000 EUR"]),
    ("ru", "Куплено 12 яблок.", []),
    ("kk", "Несие 2 млрд теңге болды.", ["2 млрд теңге=2000000000 KZT"]),
    ("kk", "Несие 1,5 миллион АҚШ доллары болды.", ["1,5 миллион АҚШ доллары=1500000 USD"]),
    ("kk", "Он екі алма сатып алынды.", []),
  ])
  func otherLanguages(language: String, text: String, expected: [String]) throws {
    #expect(try Annotated(text, language).amounts == expected)
  }

  @Test func aSumIsNoDate() throws {
    let text = try Annotated("The ministry pays 2021 euros in 2021.", "en")
    #expect(text.amounts == ["2021 euros=2021 EUR"])
    #expect(text.dates == ["2021=2021"])
  }

  @Test func figuresWithoutEndAreNoSum() throws {
    let figures = String(repeating: "9", count: 400)
    #expect(try Annotated("It costs \(figures) euros.", "en").amounts.allSatisfy { !$0.contains("inf") })
  }
}
