import DatelineDocuments
import Testing

@testable import DatelineText

/// Each case is one paragraph; `|` stands where a sentence must end.
@Suite struct SentenceSplitterTests {
  @Test(arguments: [
    "The sides met in Astana. | They signed a memorandum.",
    "Dr. Smith arrived. | He spoke.",
    "Mr. J. R. Brown, 54, was elected. | No one objected.",
    "The U.S. Senate voted. | It was close.",
    "He lives in the U.S. | The visit was short.",
    "Growth was 3.5 percent in May. | Prices rose.",
    "Apple Inc. said so. | Shares fell.",
    "It was bought by Foo Inc. | The price is unknown.",
    "“We are ready.” | The minister left.",
    "“We are ready,” he said. | Then he left.",
    "\"Are you ready?\" he asked. | \"Yes!\" | They went.",
    "\"IT should drive growth. | This is a priority,\" he said.",
    "The meeting starts at 5 p.m. on Monday. | Bring papers.",
    "See e.g. Article 5. | It is clear.",
    "Order No. 5 was adopted. | It is in force.",
    "Visit zakon.kz for more. | Thank you.",
    "Was it true?! | Nobody knew.",
    "He paused... and went on. | Then he stopped… | The end came.",
    "The treaty (signed in 2017.) | It holds.",
    "St. Petersburg hosted it. | Russia was glad.",
    "The plan runs to 2030. | 130 universities take part.",
    "George W. Bush came. | So did others.",
    "Gen. A. B. Ivanov and Lt. Gen. Petrov met. | They agreed.",
    "On Nov. 21 the parties met. | On Jan. 5 they signed.",
    "This is version 2.0. | It works.",
    "1. Introduction of the plan. | 2. The results.",
    "They sell tea, coffee, etc. in the shop. | It is open.",
    "The university.The rector left. | Good.",
    "Kazakhstan and China agreed. | – Trade will grow.",
  ])
  func english(_ text: String) { check(text, "en") }

  @Test(arguments: [
    "MINSK, 19. September (BelTA) - Kasachstan zeigt Interesse. | Dies betonte er.",
    "Am 8. und 9. Juni traf man sich. | Es war kalt.",
    "Vom 10.–12. September tagt der Ausschuss. | Er berät.",
    "Das Forum war vom 24.-26. Juni, die Messe vom 28. Juni bis 1. Juli. | Es kamen viele.",
    "Am 3./4. März und vom 2. – 5. April ist frei. | Danach nicht.",
    "Er kommt am 1. 10. 2025 an. | Dann bleibt er.",
    "Es gilt für die Klassen 5–10. | Das ist alles.",
    "Im 3. Quartal stieg der Umsatz. | Das freut uns.",
    "Die 5. Sitzung fand in Berlin statt. | Alle kamen.",
    "Dr. Anna Müller sprach. | Prof. Weber hörte zu.",
    "Das gilt z. B. für Berlin. | Dort ist es anders.",
    "Das gilt z.B. Für uns auch. | Ja.",
    "Der Vertrag, d. h. das Papier, liegt vor. | Gut.",
    "Es waren ca. 500 Gäste da. | Mehr kamen nicht.",
    "Die Kosten liegen bei 5 Mio. Euro. | Das ist viel.",
    "Es kamen Minister, Botschafter usw. | Die Feier war groß.",
    "„Wir sind bereit“, sagte er. | Dann ging er.",
    "„Wir sind bereit.“ | Dann ging er.",
    "„Kommt ihr?“, fragte sie. | Niemand kam.",
    "Der Zeitraum ist 2026-2030. | Danach endet er.",
    "Am 03.10.2017 war Feiertag. | Die Läden blieben zu.",
    "Unter Wilhelm II. Deutschland zu verlassen, war schwer. | Er ging.",
    "Es gibt Nr. 5 und Nr. 6. | Mehr nicht.",
    "Art. 3 Abs. 2 regelt das. | So steht es da.",
    "Er kam am 1. Mai. | Sie kam am 2. | Die anderen freuten sich.",
    "Das Werk wurde im 19. Jahrhundert gebaut. | Es steht noch.",
    "Die Zahl stieg um 2,5 Prozent. | Das war 2020. | Die Lage ist gut.",
    "A. Merkel und G.-W. Schmidt kamen. | Es regnete.",
    "Ist das wahr? | Ja! | Nein.",
    "Um 10.30 Uhr begann es. | Um 12.00 Uhr endete es.",
    "Die Firma Example GmbH bzw. Deren Tochter zahlt. | Gut.",
    "St. Gallen liegt in der Schweiz. | Dort ist es schön.",
  ])
  func german(_ text: String) { check(text, "de") }

  @Test(arguments: [
    "Тараптар кездесті. | Олар келісімге қол қойды.",
    "5G және т.б. қоса алғанда, жұмыс жүреді. | Ол аяқталды.",
    "Кітап, дәптер, қалам, т.б. | Осының бәрі бар.",
    "2019 жылғы 21 қарашада келісім жасалды. | Ол күшіне енді.",
    "Ол 1941-1945 жж. соғысқа қатысты. | Елге оралды.",
    "Н. Ә. Назарбаев сөз сөйледі. | Жұрт тыңдады.",
    "Қ.К. Тоқаев келді. | Ол баяндама жасады.",
    "«Біз дайынбыз», – деді министр. | Ол кетті.",
    "«Біз дайынбыз!» – деді ол. | Бәрі қуанды.",
    "«Біз дайынбыз.» | Ол кетті.",
    "\"Зерде\" Холдингі\" АҚ төрағасы келді. | Ол риза.",
    "Бағасы 5 млн. теңге. | Бұл қымбат.",
    "Бағасы 2,5 млрд. теңгені құрады. | Өткен жылы аз болатын.",
    "Алматы қ. тұрғыны келді. | Ол қуанды.",
    "Проф. Ахметов дәріс оқыды. | Студенттер тыңдады.",
    "Кездесу сағат 10.30-да басталды. | Сағат 12.00-де бітті.",
    "Бұл рас па? | Иә! | Жоқ.",
    "АТЫО-ның мақсаты айқын. | Ол маңызды.",
    "Zakon.kz хабарлайды. | Толығырақ сайтта.",
    "Ол 2019 ж. туған. | Қазір оқиды.",
    "Келісім ұзақ дайындалып, 2019 ж. қабылданды. | Ол күшінде.",
    "Көп жұмыс істелді... | Әлі де бар.",
    "Ұлттық банк шешім қабылдады. | Үкімет қолдады. | Өнеркәсіп өсті. | Һәм басқалар. | Ғылым дамыды.",
    "Ішкі саясат маңызды. | Әлем өзгерді. | Қазақстан дайын. | Іс бітті.",
    "1. Жалпы ережелер. | 2. Тараптардың міндеттері.",
    "Өсім 3,5 пайыз болды. | 130 университет қатысты.",
  ])
  func kazakh(_ text: String) { check(text, "kk") }

  @Test(arguments: [
    "Стороны встретились в Астане. | Они подписали меморандум.",
    "В 2019 г. Казахстан вступил в союз. | Это важно.",
    "Договор был подписан в 2019 г. | Он вступил в силу.",
    "Встреча прошла в г. Алматы. | Приехали все.",
    "Он жил в 1941-1945 гг. в Москве. | Потом уехал.",
    "Университет им. Аль-Фараби открыт. | Он большой.",
    "А. С. Пушкин родился в Москве. | Он поэт.",
    "А.С. Пушкин родился там. | Его помнят.",
    "«Мы готовы», — сказал он. | Все ушли.",
    "«Мы готовы!» — сказал он. | Все ушли.",
    "«Мы готовы». | Все ушли.",
    "— Мы готовы. | — Он встал. | Все ушли.",
    "Цена составила 5 млн. рублей. | Это много.",
    "Рост составил 2,5 млрд. руб. | Это рекорд.",
    "Привезли чай, кофе и т.д. | Всё продано.",
    "Были министры, послы и др. официальные лица. | Гости ушли.",
    "Он живёт на ул. Ленина. | Дом старый.",
    "Встреча в 10:30 прошла. | В 12.00 все ушли.",
    "12.03.2021 подписан договор. | Срок пять лет.",
    "Это правда?! | Да. | Нет!",
    "Президент сказал: «Мы рады. | Мы ждём вас». | Потом уехал.",
    "В 2021г. прошёл форум. | Он был третьим.",
    "Эпоха XX в. была трудной. | Она прошла.",
    "Елена вошла. | Её ждали. | Ёлка стояла. | Эра началась. | Юля пела. | Я слушал.",
    "Он сказал... и замолчал. | Затем вышел… | Дверь закрылась.",
    "1. Общие положения. | 2. Права сторон.",
    "Министр С. В. Лавров и проф. И. И. Иванов прибыли. | Их встретили.",
    "Согласно п. 5 ст. 3 договора. | Всё ясно.",
  ])
  func russian(_ text: String) { check(text, "ru") }

  /// What a dictionary's list of endings does.
  @Test(arguments: [
    // May: before anything that can begin a sentence, once something has been said.
    ("en", "They sell tea, coffee, etc. | Children eat cake."), ("en", "At 5 p.m. Judge Wynn came."),
    ("en", "We met him at 5 p.m. Monday in town."), ("en", "The shares of Foo Inc. A'Hearn bought rose."),
    ("ru", "Был заключён договор в 2019 г. | Мост открыли."),
    ("ru", "В 2019 г. Мост открыли."), ("ru", "Он жил в г. Алматы."),
    ("de", "Wir sahen Boote u. v. m. | Angst kam auf."),
    // Seldom: before a word that is hardly ever a name.
    ("en", "It is owned by Foo Inc. President Lars Lee."), ("en", "It is owned by Foo Inc. | They run it."),
    ("de", "Es waren 5 Mio. Menschen da."), ("de", "Er wohnt in der Hauptstr. 5 in Köln."),
    ("de", "Er wohnt in der Hauptstr. | Es ist laut."), ("en", "I use Yahoo! Mail a lot."),
    // After a figure.
    ("en", "What a state they were in. | Smith left."), ("en", "The wall measured 5 ft. | Smith left."),
    // Before a figure.
    ("en", "He said no. | Then he left."), ("en", "It was no. 5 on the list."),
    ("en", "See Fig. B for more."),
    // Labels.
    ("en", "It is rich in vitamin K. | Children need it."), ("en", "He met John K. Smith there."),
    ("de", "Er kam auf Platz 5. | Deutschland jubelte."), ("de", "Er feiert den 100. Geburtstag."),
    ("de", "Es gilt bis 31.12. Ausnahmen gibt es nicht."), ("de", "Er kam um 18.30. | Karten gab es nicht."),
  ])
  func endings(_ language: String, _ text: String) { check(text, language) }

  @Test(
    arguments: [
      ("en", "\"Why now?\" Mary Lee asked. | Nobody knew."), ("en", "\"Why now?\" | They left."),
      ("en", "\"Why?\" I asked. | \"Why not?\""), ("en", "‘Then it broke.’ | She left."),
      ("ru", "Он играл в «Что? Где? Когда?» и побеждал. | Потом ушёл."),
      ("ru", "Он спросил: «Что? | Где?» | Она молчала."),
      ("ru", "«Стойте! – крикнул он. | – Там ребёнок!» | Все обернулись."),
      ("kk", "– Сабақ болмайды! – деп айқайлады ол. | Бәрі кетті."),
      ("de", "Es war still … Stille überall. | Dann kam er."),
      ("en", "She waited... | Then he came… | It was late."),
      ("en", "(It was late.) | He left."), ("ru", "Почему так?.. | Теперь не узнать."),
      ("en", "He left. | (It was late.)"),
      ("kk", "ӨСКЕМЕН. 21 тамыз. Агенттік – Облыста өрт шықты. | Ол сөнді."),
      ("kk", "БАКУ. KAZINFORM – Бүгін келісім жасалды. | Ол маңызды."),
      ("de", "WIEN. Die Firma wächst. | Gut."),
      ("ru", "БИЛЕТЫ ПРОДАНЫ. | ПОКАЗОВ БОЛЬШЕ НЕТ."), ("en", "NAIROBI. The bus left. | It was full."),
      ("en", "He paid. | iPhone sales rose. | eGov works."), ("en", "They met. | zakon.kz reported it."),
      ("ru", "Он был... в Москве."),
      ("en", "... and so it goes. | Yes."),
      ("en", "• First point. | • Second point."), ("en", "Rates fell. | -5 is low."),
      ("en", "It cost more. | $5 is a lot."),
    ])
  func marksAndDashes(_ language: String, _ text: String) { check(text, language) }

  @Test(arguments: [
    ("ru", "Он окончил университет.|Она работает в школе."), ("ru", "Фирма «Заря».|Он её директор."),
    ("ru", "Смотри на zakon.kz и в г.Алматы им.Абая."), ("kk", "Ол келді.|Біз кеттік."),
    ("en", "See Node.js or a.B for more."),
    ("ru", "Он сказал.|«Да» ответа нет."), ("en", "They met in 2019.|The end."),
  ])
  func aLostSpaceEndsASentence(_ language: String, _ text: String) {
    let plain = text.replacing("|", with: "")
    let result = Languages.normaliser.normalise([Block(.paragraph, plain)], language: language)
    #expect(
      result.sentences.map { result.string(in: $0.range) } == text.split(separator: "|").map(String.init))
  }

  @Test func otherScriptsHaveStopsToo() {
    let result = Languages.normaliser.normalise([Block(.paragraph, "我来了。他走了！ هل جاء؟ نعم.")], language: "und")
    #expect(result.sentences.count == 4)
  }

  /// Nothing is known of the language: capitals decide, initials are kept.
  @Test func anUnknownLanguageGoesByCapitals() {
    let text = "Il est venu. Elle est partie à 5.30 avec J. Martin. Voilà."
    let result = Languages.normaliser.normalise([Block(.paragraph, text)], language: "fr")
    #expect(result.sentences.count == 3)
  }

  @Test(arguments: [
    "a.", ".", "!", "…", ". ", ". A", "5 г. А", "\".", ".\"", "А. ", "т. б. ", "1.", "i. d. ", "(.", "!\" A ",
    "« ", "A", "Я.", "5 ",
    "\u{301}.", "、。", "«А!", "IV. ", "x—. ", "Ab!\" Cd ",
  ])
  func noRepeatedPieceTakesLong(_ piece: String) {
    #if DEBUG
      let length = 10_000
    #else
      let length = 5_000_000
    #endif
    let bytes = Array(String(repeating: piece, count: length / piece.utf8.count).utf8)
    for language in Languages.all {
      let finder = SentenceFinder(language)
      var found: [TextRange] = []
      let time = ContinuousClock().measure { found = finder.sentences(of: bytes) }
      #expect(time < .seconds(5))
      // Every byte but spaces is in one sentence, in order.
      var end = 0
      for range in found {
        #expect(range.lower >= end && range.upper > range.lower)
        end = range.upper
      }
      #expect(end == bytes.count || bytes.last == 0x20)
    }
  }

  private func check(_ marked: String, _ language: String) {
    let expected = marked.split(separator: "|").map { part in
      var part = part
      if part.first == " " { part.removeFirst() }
      if part.last == " " { part.removeLast() }
      return String(part)
    }
    let plain = marked.replacing(" |", with: "").replacing("university.|", with: "university.")
    let text = Languages.normaliser.normalise([Block(.paragraph, plain)], language: language)
    let joined = text.sentences.map { text.string(in: $0.range) }
    let wanted =
      plain.contains("university.The") ? ["The university.", "The rector left.", "Good."] : expected
    #expect(joined == wanted)
  }
}
