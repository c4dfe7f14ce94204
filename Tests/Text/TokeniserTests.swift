import DatelineDocuments
import Testing

@testable import DatelineText

/// Each case is a text and its tokens, separated by `|`.
@Suite struct TokeniserTests {
  @Test(arguments: [
    ("The IT-Park opened.", "The|IT-Park|opened|."),
    ("Dr. J. R. Brown", "Dr.|J.|R.|Brown"),
    ("Kazakhstan's and China’s", "Kazakhstan|'s|and|China|’s"),
    ("Kazakhstan's ‘smart' economy", "Kazakhstan|'s|‘|smart|'|economy"),
    ("L'Oréal, d’Ivoire, O'Connor's", "L'Oréal|,|d’Ivoire|,|O'Connor|'s"),
    ("5G, G20, 10th, COVID-19", "5G|,|G20|,|10th|,|COVID-19"),
    ("EXPO-2017 in 2026-2030", "EXPO-2017|in|2026|-|2030"),
    ("12–14 May", "12|–|14|May"),
    ("03.10.2017 2017-10-03 10/3/2017 19.09.25", "03.10.2017|2017-10-03|10/3/2017|19.09.25"),
    ("1,5 10:30 1.000.000 3.5%", "1,5|10:30|1.000.000|3.5|%"),
    ("2 000 000 tenge", "2 000 000|tenge"),
    ("2\u{A0}000\u{202F}000 tenge", "2 000 000|tenge"),
    ("on 12 2024 people, 2017 130 students", "on|12|2024|people|,|2017|130|students"),
    ("№5 €20 $5m", "№|5|€|20|$|5m"),
    (
      "www.zakon.kz, https://a.kz/b?c=d&e=(f). Zakon.kz", "www.zakon.kz|,|https://a.kz/b?c=d&e=(f)|.|Zakon.kz"
    ),
    ("(see https://a.kz/b)", "(|see|https://a.kz/b|)"),
    ("press.service@example.org.", "press.service@example.org|."),
    ("AT&T and R&D", "AT&T|and|R&D"),
    ("Wait... what… no--yes", "Wait|...|what|…|no|--|yes"),
    ("(\"quoted\") [x]", "(|\"|quoted|\"|)|[|x|]"),
    ("the U.S. Senate", "the|U.S.|Senate"),
    ("and/or", "and|/|or"),
    ("1.2.3.4", "1.2.3.4"),
    ("5. Next", "5|.|Next"),
    ("a - b", "a|-|b"),
    ("#tag @name", "#|tag|@|name"),
  ])
  func english(_ text: String, _ tokens: String) { check(text, tokens, "en") }

  @Test(arguments: [
    ("am 19. September 2025", "am|19|.|September|2025"),
    ("z. B. und z.B. hier", "z.|B.|und|z.B.|hier"),
    ("Ein- und Ausfuhr", "Ein|-|und|Ausfuhr"),
    ("„Gut“, sagte er", "„|Gut|“|,|sagte|er"),
    ("100-prozentig, 5-Sterne-Hotel", "100|-|prozentig|,|5-Sterne-Hotel"),
    ("10.30 Uhr", "10.30|Uhr"),
    ("G.-W. Schmidt", "G.-W.|Schmidt"),
  ])
  func german(_ text: String, _ tokens: String) { check(text, tokens, "de") }

  @Test(arguments: [
    ("АТЫО-ның мақсаты", "АТЫО-ның|мақсаты"),
    ("\"Зерде\" Холдингі\" АҚ", "\"|Зерде|\"|Холдингі|\"|АҚ"),
    ("5G және т.б. қоса", "5G|және|т.б.|қоса"),
    ("1941-1945 жж. және 2019ж.", "1941|-|1945|жж.|және|2019|ж."),
    ("Қ.К. Тоқаев, Н. Ә. Назарбаев", "Қ.К.|Тоқаев|,|Н.|Ә.|Назарбаев"),
    ("10.30-да", "10.30|-|да"),
    ("сондай-ақ", "сондай-ақ"),
    ("«Атырау» (NIA)", "«|Атырау|»|(|NIA|)"),
  ])
  func kazakh(_ text: String, _ tokens: String) { check(text, tokens, "kk") }

  @Test(arguments: [
    ("вице-премьер К.-Ж. Иванов", "вице-премьер|К.-Ж.|Иванов"),
    ("О'Коннор и О’Нил", "О'Коннор|и|О’Нил"),
    ("в 2019г. и в 2019 г.", "в|2019|г.|и|в|2019|г."),
    ("15-летие, 2-й, Ту-154", "15|-|летие|,|2|-|й|,|Ту-154"),
    ("и т. п. вещи, и т.д.", "и|т.|п.|вещи|,|и|т.д."),
    ("президент.рф", "президент|.|рф"),
  ])
  func russian(_ text: String, _ tokens: String) { check(text, tokens, "ru") }

  private func check(_ text: String, _ expected: String, _ language: String) {
    let result = Languages.normaliser.normalise([Block(.paragraph, text)], language: language)
    #expect(result.tokens.map(result.string(of:)).joined(separator: "|") == expected)
  }

  private static let shapes: [(String, Token.Kind, Token.Shape)] = [
    ("Астана", .word, .initialCapital), ("астана", .word, []),
    ("АТЫО-ның", .word, [.initialCapital, .allCapitals]),
    ("BIP", .word, [.initialCapital, .allCapitals]), ("BelTA", .word, [.initialCapital, .innerCapital]),
    ("eGov", .word, .innerCapital), ("IT-Park", .word, [.initialCapital, .allCapitals]),
    ("Аль-Фараби", .word, [.initialCapital, .innerCapital]), ("5G", .word, .hasDigit),
    ("2017", .number, .hasDigit),
    ("A", .word, .initialCapital), ("A.", .word, [.initialCapital, .abbreviation, .initials]),
    ("Dr.", .word, [.initialCapital, .abbreviation]), ("etc.", .word, .abbreviation), ("%", .symbol, []),
    ("№", .symbol, []), ("–", .punctuation, []), ("Әлем", .word, .initialCapital),
    ("ҚР", .word, [.initialCapital, .allCapitals]),
    ("O'Connor", .word, [.initialCapital, .innerCapital]),
  ]

  @Test(arguments: shapes)
  func shapesAreSet(_ text: String, _ kind: Token.Kind, _ shape: Token.Shape) throws {
    let result = Languages.normaliser.normalise([Block(.paragraph, text)], language: "en")
    #expect(result.tokens.count == 1)
    let token = try #require(result.tokens.first)
    #expect(token.kind == kind)
    #expect(token.shape.symmetricDifference(shape) == [.spaceBefore, .startsSentence])
  }

  @Test func spacesBeforeTokensAreKnown() {
    let result = Languages.normaliser.normalise([Block(.paragraph, "Ja, er (z. B.) kam.")], language: "de")
    let spaced = result.tokens.filter { $0.shape.contains(.spaceBefore) }.map(result.string(of:))
    #expect(spaced == ["Ja", "er", "(", "B.", "kam"])
  }
}
