import DatelineLexicon
import DatelineTestSupport
import Testing

@testable import DatelineText

/// Words typed in two alphabets at once.
@Suite struct MixedAlphabetsTests {
  private let mixed: MixedAlphabets
  private let folder: String

  init() throws {
    let lexicons = try RealDictionaries.lexicons.get()
    folder = lexicons.folder
    mixed = MixedAlphabets(
      lookalikes: lexicons.lookalikes, latinWords: lexicons.latinWords,
      knowledge: lexicons.languages.map(\.textKnowledge), words: lexicons.wordKnowledge)
  }

  private func repairs(_ text: String, _ language: String?) -> LetterRepairs {
    Array(text.utf8).withUnsafeBufferPointer {
      MixedAlphabets.maybe($0) ? mixed.repairs(in: $0, language: language) : LetterRepairs()
    }
  }

  private func repaired(_ text: String, _ language: String?) -> String {
    let repairs = repairs(text, language)
    return Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: repairs.applied(to: $0), as: UTF8.self)
    }
  }

  @Test func theExamplesOfTheDictionaryHold() throws {
    let rows = try DataRows(folder + "/shared/lookalikes.tsv")
    #expect(rows.rows.count > 90)
    for row in rows.rows {
      if row.count > 3, !row[3].isEmpty {
        let sides = row[3].split(separator: "=").map(String.init)
        #expect(sides.count == 2 && sides[0].contains(row[0]), "\(row)")
        #expect(repaired(sides[0], nil) == sides[1], "\(row)")
      }
      if row.count > 4 {
        for language in [nil, "kk", "ru"] { #expect(repaired(row[4], language) == row[4], "\(row)") }
      }
    }
  }

  @Test(arguments: [
    (
      "Kазахстан и Pоссия подписали меморандум о сотрyдничестве",
      "Казахстан и Россия подписали меморандум о сотрудничестве"
    ),
    ("в Aлматы-Aрене", "в Алматы-Арене"), ("МИД Pоссии", "МИД России"),
    ("КазHУ и КазMунайГаз", "КазНУ и КазМунайГаз"), ("О’Hил и O’Рейли", "О’Нил и О’Рейли"),
    ("XХ век, XІХ век, VІ съезд", "XX век, XIX век, VI съезд"), ("рублëвый счёт", "рублёвый счёт"),
    ("5 MВт и 7 кBт", "5 МВт и 7 кВт"), ("Жiбек жолы", "Жібек жолы"),
    ("Слово 3автра", "Слово Завтра"), ("РЕСПУБЛИКА КА3АХСТАН", "РЕСПУБЛИКА КАЗАХСТАН"),
  ])
  func russianWordsArePutRight(text: String, expected: String) {
    #expect(repaired(text, "ru") == expected)
    #expect(repaired(expected, "ru") == expected)
  }

  @Test(arguments: [
    (
      "Бiрiккен Ұлттар Ұйымы жəне Үкiмет келiсiмге қол қойды",
      "Біріккен Ұлттар Ұйымы және Үкімет келісімге қол қойды"
    ),
    ("қаhарман жиhанкез", "қаһарман жиһанкез"), ("Hаурыз мейрамы", "Наурыз мейрамы"),
    ("0рал қаласында", "Орал қаласында"), ("Yкімет yйі, тyралы, yшін", "Үкімет үйі, туралы, үшін"),
    ("қазіргi тöрағa, бaғдарлама", "қазіргі төраға, бағдарлама"), ("iс-шара", "іс-шара"),
    ("XXІ ғасыр", "XXI ғасыр"),
  ])
  func kazakhWordsArePutRight(text: String, expected: String) {
    #expect(repaired(text, "kk") == expected)
  }

  @Test(arguments: [
    ("The Мinistry of Еducation signed аn agrеement", "The Ministry of Education signed an agreement"),
    ("Kazаkhstan and а partner", "Kazakhstan and a partner"), ("СОР26", "СОР26"),
    ("Bank’ѕ profit", "Bank’s profit"),
  ])
  func latinWordsArePutRight(text: String, expected: String) {
    #expect(repaired(text, "en") == expected)
  }

  @Test(arguments: [
    ("В OAO и TOO работают люди", "ru", "В ОАО и ТОО работают люди"),
    ("Министр PK подписал указ", "ru", "Министр РК подписал указ"),
    ("времена CCCP прошли", "ru", "времена СССР прошли"),
    ("вместе c коллегами, a также o погоде", "ru", "вместе с коллегами, а также о погоде"),
    ("Пришли гости. C ними дети", "ru", "Пришли гости. С ними дети"),
    ("Компания TOO-ның өкілдері", "kk", "Компания ТОО-ның өкілдері"),
  ])
  func knownWordsWhollyOfLookalikesArePutRightAmongTheirOwn(text: String, language: String, expected: String)
  {
    #expect(repaired(text, language) == expected)
    // Without a language there is no evidence.
    #expect(repaired(text, nil) == text)
  }

  @Test(arguments: [
    "IT-парк пен SMS-рассылка", "PR-служба, Wi-Fi-роутер, web-сайт, GPS-навигатор",
    "Samsungтың Facebook-та iPhone-ді",
    "KEGOC-тың KASE-де EXPO-ның QazTech-ті", "Boeingтің EXPOның Kiaның IKEAның", "Airбас", "25°С и 25°C",
    "5G-желі, 4K-видео",
    "Су-30СМ, ЗИЛ-131Н, T-72Б3, МиГ-29, Ил-96-300", "ХХІ ғасыр, ХІХ век, XX век", "выбросы CO2 и бумага A4",
    "COVID-19, IT, BMW X5, PR",
    "точки a и c лежат на прямой, x = y + c", "где a и b — числа", "витамин C полезен, гепатит B опасен",
    "Новости в Facebookе, камера iPhoneа, сообщения по WhatsAppу", "сайт zakon.kz, почта press@кто.рф",
    "компания \"PK\" и банк «OTP»", "вариант A. Вариант Б",
    "К-поп и K-pop", "рок-н-ролл", "в группе A сыграют", "МегаФон мен Kcell", "iҚоғам порталы",
    "10 г, 3 м, 0 р.", "2030 ж., 30га, 3а",
    "кв. 3а и дом 30б", "α-глобулин, β-каротин, ΔT, ρV", "OPEC пен ОПЕК", "компания IBM мен KTK арнасы",
    "Citroën, Müller, Köln, Erdoğan",
  ])
  func legitimateMixturesStay(text: String) {
    for language in [nil, "ru", "kk"] { #expect(repaired(text, language) == text, "\(language ?? "nil")") }
  }

  @Test(arguments: ["uk", "sr", "mk", "be", "tg"])
  func otherCyrillicLanguagesAreLeftAlone(language: String) throws {
    for sentence in try #require(SlavicSentences.all[language]) {
      for code in [nil, "und", "ru", "kk"] { #expect(repaired(sentence, code) == sentence) }
    }
  }

  @Test func latinLettersInThemArePutRightToo() {
    #expect(repaired("Украïнськi мiста", nil) == "Українські міста")
    #expect(repaired("Македониja", nil) == "Македониja")
  }

  @Test func everyRepairIsOneLetterInTheOrderOfTheText() {
    let text = "Kазахстaн пен Мinistry, КА3АХСТАН, TOO"
    let repairs = repairs(text, "ru")
    let bytes = Array(text.utf8)
    var end = 0
    for letter in repairs.letters {
      #expect(letter.range.lower >= end && letter.range.upper <= bytes.count)
      #expect(
        String(validating: bytes[letter.range.lower..<letter.range.upper], as: UTF8.self)?.unicodeScalars
          .count == 1)
      #expect(String(validating: letter.replacement, as: UTF8.self)?.unicodeScalars.count == 1)
      end = letter.range.upper
    }
    #expect(repairs.letters.count == 7)
    #expect(
      repairs.warnings == [
        "put right Latin letters in 3 Cyrillic words", "put right Cyrillic letters in 1 Latin word",
      ])
  }

  @Test(arguments: [UInt64](1...80))
  func whatTheGateKeepsOutNeedsNoRepair(seed: UInt64) {
    var random = Noise(state: seed)
    let pieces = [
      "а", "A", "қ", "ə", "0", "3", " ", "c", "PK", "мир", "the", "-", "«", "ö", "\u{301}", "ο", "x", ".",
      "і", "тоо", "中",
    ]
    var text = ""
    for _ in 0..<random.next(below: 60) { text += pieces[random.next(below: pieces.count)] }
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      for language in [nil, "ru", "kk", "en"] {
        let repairs = mixed.repairs(in: buffer, language: language)
        #expect(repairs.isEmpty || MixedAlphabets.maybe(buffer), "\(text)")
        #expect(String(validating: repairs.applied(to: buffer), as: UTF8.self) != nil)
      }
    }
  }

  @Test(arguments: [
    "aа", "c ", "c и ", "a", "0а", "а0", "3", "PK ", "OAO мир ", "y", "yш", "’a", "а’a", "ə", "Xх", "\u{301}",
    "cу-", "аa0",
  ])
  func noRepeatedPieceTakesLong(piece: String) {
    #if DEBUG
      let length = 40_000
    #else
      let length = 4_000_000
    #endif
    let text = String(repeating: piece, count: length / piece.utf8.count)
    let time = ContinuousClock().measure {
      for language in [nil, "ru"] { _ = repaired("мир " + text, language) }
    }
    #expect(time < .seconds(20))
  }

  @Test func damagedBytesAreSurvived() {
    let pieces: [[UInt8]] = [
      [0xD0], [0xD1, 0x41], [0xC9], [0x80, 0x80], [0xF0, 0x9F], [0xD0, 0x90, 0x41], [0x30, 0xD0, 0x90],
      [0xE2, 0x80],
    ]
    for first in pieces {
      for second in pieces {
        let bytes = first + second + first + [0x61]
        bytes.withUnsafeBufferPointer { buffer in
          _ = MixedAlphabets.maybe(buffer)
          #expect(mixed.repairs(in: buffer, language: "ru").applied(to: buffer).count > 0)
        }
      }
    }
  }
}
