import Testing

@testable import DatelineDocuments

@Suite struct MojibakeTests {
  private static func repair(_ text: String) -> Mojibake.Repair? {
    Array(text.utf8).withUnsafeBufferPointer { Mojibake().repaired($0) }
  }

  private static func maybe(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { Mojibake.maybe($0) }
  }

  @Test(
    "Broken text is mended",
    arguments: [
      ("РџСЂРёРІРµС‚, РјРёСЂ!", "Привет, мир!", "UTF-8 read as windows-1251"),
      ("ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€!", "Привет, мир!", "UTF-8 read as windows-1252"),
      ("Die TÃ¼r ist zu.", "Die Tür ist zu.", "UTF-8 read as windows-1252"),
      ("The firmâ€™s â€œnewâ€\u{9D} plan", "The firm’s “new” plan", "UTF-8 read as windows-1252"),
      ("The firm\u{E2}\u{80}\u{99}s plan", "The firm’s plan", "UTF-8 read as windows-1252"),
      ("Die Gr√∂√üe z√§hlt.", "Die Größe zählt.", "UTF-8 read as macintosh"),
      ("╨Я╤А╨╕╨▓╨╡╤В", "Привет", "UTF-8 read as ibm866"),
      (
        "Договор подписан вЂ” сообщила служба.", "Договор подписан — сообщила служба.",
        "UTF-8 read as windows-1251"
      ),
      ("Die GrÃƒÂ¶ÃƒÅ¸e zÃƒÂ¤hlt.", "Die Größe zählt.", "UTF-8 read as windows-1252, twice"),
      ("Ïðèâåò, äîðîãèå äðóçüÿ", "Привет, дорогие друзья", "windows-1251 read as windows-1252"),
      ("рТЙЧЕФ, ДПТПЗЙЕ ДТХЪШС", "Привет, дорогие друзья", "koi8-r read as windows-1251"),
      ("оПХБЕР, ДНПНЦХЕ ДПСГЭЪ", "Привет, дорогие друзья", "windows-1251 read as koi8-r"),
      ("ЏаЁўҐв, ¤®а®ЈЁҐ ¤аг§мп", "Привет, дорогие друзья", "ibm866 read as windows-1251"),
      (
        "ќазаќстан їкіметі жаѕа келісімге ќол ќойды.", "қазақстан үкіметі жаңа келісімге қол қойды.",
        "kz-1048 read as windows-1251"
      ),
      ("Die grцЯeren Stдdte fьr alle", "Die größeren Städte für alle", "windows-1252 read as windows-1251"),
    ])
  func mended(broken: String, text: String, what: String) {
    let repair = Self.repair(broken)
    #expect(repair.map { String(decoding: $0.utf8, as: UTF8.self) } == text)
    #expect(repair?.what == what)
    #expect(Self.maybe(broken))
  }

  @Test(
    "What a reading loses is mended where it is certain, and marked where it is not",
    arguments: [
      // The fixed space of Р became a plain one, the byte of И without meaning was dropped or replaced.
      ("Р РѕСЃСЃРёСЏ Рё РљРёС‚Р°Р№", "Россия и Китай"),
      ("РњРРґ Р·Р°СЏРІРёР», С‡С‚Рѕ РЎРѕСЋР· РѕС‚РІРµС‚РёС‚", "МИд заявил, что Союз ответит"),
      ("Р�РЅСЃС‚РёС‚СѓС‚ РѕС‚РєСЂС‹С‚", "Институт открыт"),
      ("Р?РЅСЃС‚РёС‚СѓС‚ РѕС‚РєСЂС‹С‚", "Институт открыт"),
      ("He said â€œno wayâ€ and left", "He said “no way” and left"),
      (
        "für 5 Millionen â‚¬ verkaufteÂ die Firma Ã¼berall",
        "für 5 Millionen € verkaufte\u{A0}die Firma überall"
      ),
    ])
  func lossy(broken: String, text: String) {
    #expect(Self.repair(broken).map { String(decoding: $0.utf8, as: UTF8.self) } == text)
  }

  private static let misreadings: [(CharacterEncoding, CharacterEncoding)] = [
    (.utf8, .windows1251), (.utf8, .windows1252), (.utf8, .macRoman), (.utf8, .ibm866), (.utf8, .koi8r),
  ]

  @Test("Sentences come back whole from every misreading, once and twice", arguments: 0..<5)
  func sentences(index: Int) {
    let (_, wrong) = Self.misreadings[index]
    for sentence in EncodingSentences.russian + EncodingSentences.kazakh + EncodingSentences.german {
      let once = misread(Array(sentence.utf8), as: wrong)
      #expect(Self.maybe(once))
      #expect(Self.repair(once).map { String(decoding: $0.utf8, as: UTF8.self) } == sentence)
      guard [.windows1251, .windows1252].contains(wrong) else { continue }
      let twice = misread(Array(once.utf8), as: wrong)
      #expect(Self.repair(twice).map { String(decoding: $0.utf8, as: UTF8.self) } == sentence)
    }
  }

  @Test func oneBrokenWordInACleanParagraphIsMendedAlone() {
    let text = "Die Stadt Köln und GrÃ¼n sind schön – für „alle“."
    let repair = Self.repair(text)
    #expect(
      repair.map { String(decoding: $0.utf8, as: UTF8.self) }
        == "Die Stadt Köln und Grün sind schön – für „alle“.")
    let place = Array("Die Stadt Köln und Gr".utf8).count
    #expect(
      repair?.pieces == [
        .init(outputStart: place, inputStart: place), .init(outputStart: place + 2, inputStart: place + 4),
      ])
  }

  @Test func piecesLeadBackToWhereEachCharacterCameFrom() throws {
    let sentence = EncodingSentences.russian[0]
    let broken = "Ab. " + misread(Array(sentence.utf8), as: .windows1251) + " Ende."
    let repair = try #require(Self.repair(broken))
    let input = Array(broken.utf8)
    var last = (output: -1, input: -1)
    for piece in repair.pieces {
      #expect(piece.outputStart >= last.output && piece.inputStart >= last.input)
      #expect(piece.outputStart <= repair.utf8.count && piece.inputStart <= input.count)
      last = (piece.outputStart, piece.inputStart)
    }
    for (piece, next) in zip(repair.pieces, repair.pieces.dropFirst()) {
      let output = repair.utf8[piece.outputStart..<next.outputStart]
      let source = input[piece.inputStart..<next.inputStart]
      #expect(String(validating: output, as: UTF8.self) != nil)
      #expect(String(validating: source, as: UTF8.self) != nil)
      if output.count == source.count { #expect(output == source) }
    }
    #expect(Array(repair.utf8.prefix(4)) == Array("Ab. ".utf8))
    #expect(Array(repair.utf8.suffix(6)) == Array(" Ende.".utf8))
  }

  @Test(
    "Clean text of any kind is left alone",
    arguments: EncodingSentences.russian + EncodingSentences.kazakh + EncodingSentences.german
      + EncodingSentences.english + [
        "La présidente a déclaré que «la situation s’est améliorée»; à Paris, l’été. L’ÉTAT FRANÇAIS. Â, Ê, Î, «Â».",
        "A reunião em São Paulo não terminou: ações, corações, mãe. NÃO HÁ SOLUÇÃO. AMANHû e IRMÃ… «Ã» é NÃO!",
        "Президент України підписав угоду. Є різні думки щодо її виконання, але Рівне, Різдво та Рєпін. Ґрунт, її, є.",
        "Він має своє місце у світі, де є її мрії та надії; знає, що бажає, стає і дає. Її країна є вільною.",
        "Председник Србије је рекао да ће споразум бити потписан. Њега, љубав, џеп, ћирилица, ђак, ЉУБАВ, ЊЕГОШ.",
        "Монгол Улсын Ерөнхийлөгч Хүрэлсүх өнөөдөр Улаанбаатар хотод гэрээ байгууллаа. ЕРӨНХИЙЛӨГЧ ӨНӨӨДӨР.",
        "Кіраўнік дзяржавы падпісаў указ. Ён сказаў, што ўсё будзе добра, і доўжылася тры гадзіны.",
        "Претседателот рече дека ќе го потпише договорот. Ѓорѓи, ќерка, ѕвезда, љубов, џамија. Ќе биде.",
        "Татарстан Республикасы Рәисе Рөстәм Миңнеханов. Җиңү, Сәламәтлек, Рәхмәт, Сөембикә.",
        "АО «НК „ҚазМұнайГаз“», РК, РФ, СССР», ЕС», «В», «С», Р», «Р». В«Газпроме»: от «А» до «Я». Рёв, Сёмин, Её.",
        "ТОО РФ США НАТО ОБСЕ МВД ФСБ ГИБДД МЧС ООН ЕАЭС СНГ ШОС БРИКС ОПЕК МАГАТЭ ЮНЕСКО ВОЗ ВТО МВФ",
        "ҚҰСТАР МЕН БАЛЫҚТАРДЫҢ ТҮР-ТҮРІ БАР. СӘРСЕНБІ, РӘМІЗ, ТӘУЕЛСІЗДІК, ҚР ҰҚК, ТМД», ЕҚЫҰ».",
        "ПРАВИТЕЛЬСТВО РОССИЙСКОЙ ФЕДЕРАЦИИ УТВЕРДИЛО СОГЛАШЕНИЕ О СОТРУДНИЧЕСТВЕ В ОБЛАСТИ ОБРАЗОВАНИЯ И НАУКИ.",
        "Íslenska ríkið: Þjóðin, Æsir, ÞAÐ, ÍSLAND. Åsa, Ängelholm; ”Ä”. Škoda, Ústí, Żółw, İstanbul, Đà Nẵng.",
        "36,6 °C, 5 ± 2 µm, ½, €5, £10, 100 ‰, −5 °С, √2, ≈5, Δt, 10′, § 5, ¶, †, ♥..)) (♫. ▓ ╝ ╚..",
        "Iphone-ға, BMW-ның, Сhina, Аpple, Роlаnd, бiр, қaзaқ, Қaзaқcтaн, тiл", "😀 ❤️ 日本 عربي ", "", "a", "Â",
        "Р", "\u{FFFD}",
      ])
  func cleanTextIsLeftAlone(text: String) {
    #expect(Self.repair(text) == nil)
    #expect(Self.repair(text.uppercased()) == nil)
  }

  @Test func ordinaryNewsDoesNotEvenPassTheGate() {
    let all =
      EncodingSentences.russian + EncodingSentences.kazakh + EncodingSentences.german
      + EncodingSentences.english
    // Headlines in capitals do, since other alphabets often come out so.
    #expect(all.filter { Self.maybe($0) }.map { $0.prefix(10) } == ["ПРАВИТЕЛЬС", "ҮКІМЕТ ЖАҢ"])
  }

  @Test func anyBytesAreSurvived() {
    var generator = SeededGenerator(state: 31)
    let alphabet = Array("РСТТ ÐÑÃÂâ€œ™°±µ¶А?\u{FFFD}\u{98}ёЂа б√∂╨Я, ".unicodeScalars)
    for _ in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<60, using: &generator) {
        text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
      }
      if let repair = Self.repair(String(text)) {
        #expect(String(validating: repair.utf8, as: UTF8.self) != nil)
      }
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      bytes.withUnsafeBufferPointer { buffer in
        _ = Mojibake.maybe(buffer)
        if let repair = Mojibake().repaired(buffer) { #expect(repair.utf8.count < 1000) }
      }
    }
    let sentence = Array(misread(Array(EncodingSentences.russian[1].utf8), as: .windows1251).utf8)
    for length in 0...sentence.count {
      sentence.prefix(length).withUnsafeBufferPointer { buffer in
        _ = Mojibake.maybe(buffer)
        _ = Mojibake().repaired(buffer)
      }
    }
  }
}
