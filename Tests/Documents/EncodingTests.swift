import Foundation
import Testing

@testable import DatelineDocuments

private let russian =
  "Договор подписан\n\nКомпания «Тавра» и банк «Орлик» подписали договор о поставках, сообщила пресс-служба банка."
private let kazakh =
  "Меморандумға қол қойылды\n\nҚаладағы жиында ұйым мен үкімет әріптестік туралы меморандумға қол қойды, деп хабарлады."
private let german =
  "Verträge für Österreich\n\nDie Übergabe der Schlüssel wäre möglich, heißt es in größeren Städten."

@Suite struct EncodingTests {
  /// Text in an encoding, made with the table that reads it.
  private static func bytes(_ text: String, _ encoding: CharacterEncoding) -> [UInt8] {
    switch encoding.method {
    case .table(let table):
      return text.unicodeScalars.map { scalar in
        if scalar.value < 0x80 { return UInt8(scalar.value) }
        return table.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) } ?? 0x3F
      }
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default: return Array(text.utf8)
    }
  }

  private static let cases: [(text: String, encoding: CharacterEncoding)] = [
    (russian, .utf8), (russian, .windows1251), (russian, .koi8r), (russian, .ibm866),
    (russian, .iso8859Part5),
    (russian, .utf16LittleEndian), (russian, .utf16BigEndian), (kazakh, .utf8), (kazakh, .kz1048),
    (kazakh, .utf16LittleEndian), (german, .utf8), (german, .windows1252), (german, .utf16BigEndian),
  ]

  @Test("An encoding nobody declared is recognised", arguments: 0..<13)
  func undeclared(index: Int) {
    let (text, encoding) = Self.cases[index]
    var raw = Self.bytes(text, encoding)
    // KOI8-R, CP866 and ISO 8859-5 lack guillemets; a question mark stands for them.
    let lacksQuotes = [.koi8r, .ibm866, .iso8859Part5].contains(encoding)
    let expected = lacksQuotes ? String(text.map { $0 == "«" || $0 == "»" ? "?" : $0 }) : text
    raw.append(contentsOf: Self.bytes("\n", encoding))
    let reading = Reading(raw)
    #expect(reading.first?.source.encoding == encoding.name)
    let parts = expected.split(separator: "\n").map(String.init)
    #expect(reading.first?.title == parts[0])
    #expect(reading.blocks == [parts[1]])
    #expect(reading.first?.irregularities == [])
  }

  @Test("A byte-order mark decides and is no text", arguments: [([0xEF, 0xBB, 0xBF] as [UInt8], "utf-8")])
  func mark(bytes: [UInt8], name: String) {
    let reading = Reading(bytes + Array("Kurz.".utf8))
    #expect(reading.blocks == ["Kurz."])
    #expect(reading.first?.source.encoding == name)
  }

  @Test func utf16MarksDecide() {
    let little = Reading([0xFF, 0xFE] + Self.bytes("Ab", .utf16LittleEndian))
    #expect(little.blocks == ["Ab"])
    let big = Reading([0xFE, 0xFF] + Self.bytes("Ab", .utf16BigEndian))
    #expect(big.blocks == ["Ab"])
  }

  @Test func aDeclarationThatTheBytesContradictLoses() {
    let page =
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>Договор</title></item></channel></rss>"
    let reading = Reading(page)
    #expect(reading.first?.title == "Договор")
    #expect(reading.first?.source.encoding == "utf-8")
    #expect(reading.first?.irregularities.first?.kind == "encoding")
  }

  @Test func aDeclaredWesternEncodingLosesAgainstCyrillicLetters() {
    let head = Array("<html><head><meta charset=\"iso-8859-1\"></head><body><p>".utf8)
    let reading = Reading(
      head + Self.bytes(String(repeating: russian, count: 3), .windows1251) + Array("</p></body></html>".utf8)
    )
    #expect(reading.first?.source.encoding == "windows-1251")
    #expect(reading.first?.irregularities.first?.kind == "encoding")
  }

  @Test func invalidBytesBecomeReplacementsWithTheirPlace() {
    let reading = Reading(
      Array("Größe ".utf8) + [0xFF, 0xC3] + Array(" ändert über Äcker nichts an Öfen.".utf8))
    #expect(reading.blocks == ["Größe \u{FFFD}\u{FFFD} ändert über Äcker nichts an Öfen."])
    #expect(reading.first?.irregularities.first?.offset == 8)
  }

  @Test func chunksGiveTheSameAsTheWhole() {
    var generator = SeededGenerator(state: 3)
    for (text, encoding) in Self.cases {
      let raw = Self.bytes(text + "😀 𝒳", encoding)
      var whole: [UInt8] = []
      var reader = EncodingReader(encoding)
      reader.read(raw[...], last: true, to: &whole)
      for _ in 0..<20 {
        var parts: [UInt8] = []
        var chunked = EncodingReader(encoding)
        var rest = raw[...]
        while !rest.isEmpty {
          let size = Int.random(in: 1...7, using: &generator)
          chunked.read(rest.prefix(size), last: rest.count <= size, to: &parts)
          rest = rest.dropFirst(size)
        }
        #expect(parts == whole)
      }
    }
  }

  @Test func repairAgreesWithTheStandardLibrary() {
    var generator = SeededGenerator(state: 5)
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<24, using: &generator)
      let lead: [UInt8] = [
        0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F, 0xFF, 0xEF,
      ]
      let bytes = (0..<count).map { _ in lead.randomElement(using: &generator) ?? 0 }
      var out: [UInt8] = []
      _ = bytes.withUnsafeBufferPointer { UTF8Repair.append($0, last: true, to: &out) }
      #expect(out == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }
}
