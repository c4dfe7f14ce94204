import Testing

@testable import DatelineDocuments

@Suite struct EncodingDetectionTests {
  private static let cyrillic: [CharacterEncoding] = [
    .windows1251, .kz1048, .ptcp154, .koi8r, .koi8u, .ibm866, .iso8859Part5, .macCyrillic,
  ]
  private static let western: [CharacterEncoding] = [
    .windows1252, .iso8859Part1, .iso8859Part15, .macRoman,
  ]
  private static let unicode: [CharacterEncoding] = [
    .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
  ]

  private static let languages: [(name: String, sentences: [String], encodings: [CharacterEncoding])] = [
    ("Russian", EncodingSentences.russian, cyrillic + unicode),
    ("Kazakh", EncodingSentences.kazakh, [.kz1048, .ptcp154] + unicode),
    ("Kazakh in Russian letters", EncodingSentences.kazakh.map(inRussianLetters), cyrillic),
    ("German", EncodingSentences.german, western + unicode),
    ("English", EncodingSentences.english, western + unicode),
  ]

  /// As it is typed where the Kazakh letters are missing.
  private static func inRussianLetters(_ text: String) -> String {
    let letters: [Character: Character] = [
      "ә": "а", "і": "и", "ң": "н", "ғ": "г", "ү": "у", "ұ": "у", "қ": "к", "ө": "о", "һ": "х",
      "Ә": "А", "І": "И", "Ң": "Н", "Ғ": "Г", "Ү": "У", "Ұ": "У", "Қ": "К", "Ө": "О", "Һ": "Х",
    ]
    return String(text.map { letters[$0] ?? $0 })
  }

  /// Pieces of a length that begin at every fortieth character of the running text.
  private static func pieces(_ sentences: [String], length: Int) -> [String] {
    let text = Array(sentences.joined(separator: "\r\n\r\n").unicodeScalars)
    return stride(from: 0, through: text.count - length, by: 40).map { start in
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: text[start..<start + length])
      return String(piece)
    }
  }

  /// "Right" is text that equals the original: encodings that read it alike are as good as each other.
  @Test(
    "Texts are read in the encoding they are in",
    arguments: [(length: 200, least: 99), (length: 60, least: 95)], 0..<5)
  func accuracy(_ goal: (length: Int, least: Int), language: Int) {
    let (name, sentences, encodings) = Self.languages[language]
    for encoding in encodings {
      var right = 0
      var all = 0
      for piece in Self.pieces(sentences, length: goal.length) {
        let (bytes, text) = encoding.encode(piece)
        all += 1
        if decoded(bytes).text == text { right += 1 }
      }
      #expect(
        right * 100 >= goal.least * all,
        "\(name) in \(encoding.name), \(goal.length) characters: \(right) of \(all)")
    }
  }

  @Test(
    "Short texts in UTF-16 and UTF-32 need no mark",
    arguments: [
      "Hi", "Да", "Иә.", "OK\n", "Öl", "Договор", "Қол қойылды", "No, “never”!", "5 € – ja", "А 1 2 3 4 5",
    ],
    [CharacterEncoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian])
  func shortWideText(text: String, encoding: CharacterEncoding) {
    let result = decoded(encoding.encode(text).bytes)
    #expect(result.text == text)
    #expect(result.detection.encoding == encoding)
    let reading = Reading(encoding.encode(text).bytes)
    #expect(reading.errors == [])
    #expect(reading.blocks.joined().contains(text.prefix(2)))
  }

  @Test(
    "A mark decides and is no text",
    arguments: [
      ([0xEF, 0xBB, 0xBF], CharacterEncoding.utf8), ([0xFF, 0xFE], .utf16LittleEndian),
      ([0xFE, 0xFF], .utf16BigEndian), ([0xFF, 0xFE, 0, 0], .utf32LittleEndian),
      ([0, 0, 0xFE, 0xFF], .utf32BigEndian),
    ] as [([UInt8], CharacterEncoding)])
  func marks(mark: [UInt8], encoding: CharacterEncoding) {
    for text in ["", "A", "Жаңа жыл", "一"] {
      let result = decoded(mark + encoding.encode(text).bytes)
      #expect(result.text == text)
      #expect(result.detection.encoding == encoding)
      #expect(result.detection.irregularity == nil)
    }
  }

  @Test(
    "These are not taken for UTF-16",
    arguments: ["1 2 3 4 5 6 7 8 9", "a b c d e f g", "\t\t\t\t", "", "A", "AB", "no\u{4}", "Aб Bв Cг"])
  func notWide(text: String) {
    #expect(decoded(Array(text.utf8)).text == text)
  }

  @Test(arguments: ["windows-1251", "iso-8859-1", "koi8-r", "utf-8", "macintosh", "nonsense"])
  func plainASCIIIsUTF8WhateverIsDeclared(name: String) {
    let page = "<html><head><meta charset=\"\(name)\"></head><body>Nothing but ASCII.</body></html>"
    let detection = EncodingDetection(sample: Array(page.utf8)[...])
    #expect(detection.encoding == .utf8)
    #expect((detection.irregularity != nil) == (name == "nonsense"))
  }

  private static let kazakh = EncodingSentences.kazakh.joined(separator: " ")
  private static let russian = EncodingSentences.russian.joined(separator: " ")
  private static let german = EncodingSentences.german.joined(separator: " ")

  @Test(
    "A declaration that the content contradicts loses, and that is told",
    arguments: [
      ("windows-1252", kazakh, CharacterEncoding.kz1048), ("iso-8859-1", kazakh, .kz1048),
      ("windows-1251", kazakh, .kz1048), ("windows-1251", kazakh, .ptcp154), ("kz-1048", kazakh, .ptcp154),
      ("utf-8", russian, .windows1251), ("iso-8859-1", russian, .koi8r), ("windows-1251", russian, .ibm866),
      ("koi8-r", russian, .windows1251), ("windows-1251", german, .windows1252), ("utf-8", german, .macRoman),
      ("windows-1251", russian, .utf8), ("gb2312", russian, .windows1251), ("utf-16", german, .utf8),
      ("windows-1251", russian, .utf16LittleEndian), ("utf-8", german, .utf16BigEndian),
    ])
  func contradictions(declared: String, content: String, encoding: CharacterEncoding) {
    let page = "<html><head><meta charset=\"\(declared)\"></head><body><p>\(content)</p></body></html>"
    let (bytes, text) = encoding.encode(page)
    let result = decoded(bytes)
    #expect(result.text == text)
    #expect(result.detection.encoding == encoding)
    let irregularity = result.detection.irregularity
    #expect(irregularity?.kind == "encoding")
    let place = [.utf16LittleEndian, .utf16BigEndian].contains(encoding) ? 54 : 27
    #expect(irregularity?.offset == place)
    #expect(irregularity?.message.contains(encoding.name) == true)
    let known = CharacterEncoding(declared: declared)?.name ?? declared
    #expect(irregularity?.message.contains("declared as \(known)") == true)
  }

  @Test(
    "A declaration decides where the content does not",
    arguments: [
      ("iso-8859-15", "caf\u{E9}", CharacterEncoding.iso8859Part15),
      ("windows-1251", "\u{456}", .windows1251),
      ("kz-1048", "Российская газета", .kz1048), ("koi8-u", "Российская газета", .koi8u),
      ("ptcp154", "Российская газета", .ptcp154),
    ])
  func declarationsBreakTies(declared: String, content: String, encoding: CharacterEncoding) {
    let page = "<meta charset='\(declared)'><p>\(content)</p>"
    let inside = decoded(encoding.encode(page).bytes)
    #expect(inside.detection.encoding == encoding)
    #expect(inside.detection.irregularity == nil)
    let outside = decoded(encoding.encode(content).bytes, header: declared)
    #expect(outside.text == content)
    #expect(outside.detection.encoding == encoding)
    #expect(outside.detection.irregularity == nil)
  }

  @Test func aHeaderThatTheContentContradictsIsTold() {
    let result = decoded(CharacterEncoding.kz1048.encode(Self.kazakh).bytes, header: "windows-1252")
    #expect(result.text == Self.kazakh)
    #expect(
      result.detection.irregularity?.message
        == "declared as windows-1252 outside the text, but the bytes are kz-1048, which was used")
    var options = ReaderOptions()
    options.encoding = "windows-1252"
    let reading = Reading(CharacterEncoding.kz1048.encode(Self.kazakh).bytes, options: options)
    #expect(reading.first?.irregularities.first?.kind == "encoding")
    #expect(reading.first?.source.encoding == "kz-1048")
  }

  @Test func aMarkOnTextThatIsNoUTF8IsTold() {
    let result = decoded([0xEF, 0xBB, 0xBF] + CharacterEncoding.windows1251.encode(Self.russian).bytes)
    #expect(result.text == Self.russian)
    #expect(result.detection.irregularity?.message.contains("windows-1251") == true)
  }

  @Test func textIsFoundAmongMuchMarkup() {
    let head = String(repeating: "<div class=\"container row\"><span id=\"a1\"></span></div>\n", count: 300)
    for (text, encoding) in [
      (Self.russian, CharacterEncoding.koi8r), (Self.kazakh, .kz1048), (Self.german, .macRoman),
    ] {
      let (bytes, written) = encoding.encode("<html>\(head)<p>\(text)</p>\(head)</html>")
      #expect(decoded(bytes).text == written)
    }
  }

  @Test func lettersOfUkrainianMakeKOI8U() {
    let text = "Президент підписав угоду про співпрацю, її схвалила рада Європи; ґрунтовні зміни є важливими."
    #expect(decoded(CharacterEncoding.koi8u.encode(text).bytes).text == text)
  }
}
