import Testing

@testable import DatelineDocuments

@Suite struct HostileEncodingTests {
  private static let all: [CharacterEncoding] =
    [
      .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .windows1251,
      .windows1252, .koi8r, .koi8u, .ibm866, .iso8859Part5, .iso8859Part15, .kz1048, .ptcp154, .macCyrillic,
      .macRoman,
    ] + ["shift_jis", "gb18030", "utf-7", "iso-2022-jp"].compactMap { CharacterEncoding(declared: $0) }

  private static func read(_ bytes: [UInt8], _ encoding: CharacterEncoding) -> (
    out: [UInt8], reader: EncodingReader
  ) {
    var reader = EncodingReader(encoding)
    var out: [UInt8] = []
    reader.read(bytes[...], last: true, to: &out)
    return (out, reader)
  }

  @Test("Any bytes give valid UTF-8 in any encoding", arguments: all)
  func anyBytes(encoding: CharacterEncoding) {
    var generator = SeededGenerator(state: 17)
    var inputs: [[UInt8]] = (0..<256).map { [UInt8($0)] }
    for high in stride(from: 0, to: 256, by: 5) { inputs.append([UInt8(high), 0xD8, 0xDC, UInt8(high)]) }
    for _ in 0..<200 {
      let count = Int.random(in: 0..<40, using: &generator)
      inputs.append((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
    for input in inputs {
      let (out, reader) = Self.read(input, encoding)
      #expect(String(validating: out, as: UTF8.self) != nil)
      #expect(reader.replaced == 0 || (reader.firstReplaced.map { $0 < max(1, input.count) } ?? false))
      _ = EncodingDetection(sample: input[...])
      _ = EncodingDetection(sample: input[...], isComplete: false, header: encoding.name)
    }
  }

  @Test("Text cut anywhere is read as far as it goes", arguments: all)
  func cutAnywhere(encoding: CharacterEncoding) {
    let bytes = encoding.encode("Ab «Жаңа» 😀 Größe").bytes
    for length in 0...bytes.count {
      let (out, reader) = Self.read(Array(bytes.prefix(length)), encoding)
      #expect(String(validating: out, as: UTF8.self) != nil)
      if encoding.isWide { #expect(reader.replaced <= 2) }
      #expect(Reading(Array(bytes.prefix(length))).errors.count <= 1)
    }
  }

  @Test(
    "What cannot be read is counted, with the place of the first",
    arguments: [
      ("utf-8", [0x41, 0xD0, 0x96, 0xFF, 0x42, 0xC3], 2, 3),
      ("utf-16le", [0x41, 0, 0x00, 0xD8, 0x42, 0, 0x00, 0xDC], 2, 2),
      ("utf-16be", [0, 0x41, 0xDC, 0x00, 0, 0x42, 0x04], 2, 2),
      ("utf-16le", [0x41, 0, 0x3D, 0xD8, 0x00, 0xDE, 0x42], 1, 6),
      ("utf-32le", [0x41, 0, 0, 0, 0, 0, 0x11, 0, 0, 0xD8, 0, 0, 0x42], 3, 4),
      ("utf-32be", [0, 0, 0, 0x41, 0xFF, 0, 0, 0], 1, 4), ("windows-1252", [0x41, 0x81, 0x9D], 2, 1),
      ("iso-8859-5", [0xB0, 0x85], 1, 1), ("koi8-r", [0x80, 0xFF], 0, nil),
      ("shift_jis", [0x82, 0xA0, 0x41, 0x82, 0x20, 0x41, 0xFD], 2, 3),
      ("gb18030", [0x41, 0xB0, 0xA1, 0xB0, 0xA1, 0xFF, 0x41], 1, 5),
    ] as [(String, [UInt8], Int, Int?)])
  func replacements(name: String, bytes: [UInt8], count: Int, first: Int?) throws {
    let encoding = try #require(CharacterEncoding(declared: name))
    let (out, reader) = Self.read(bytes, encoding)
    #expect(reader.replaced == count)
    #expect(reader.firstReplaced == first)
    #expect(String(decoding: out, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" } == count)
    #expect(reader.irregularities.map(\.offset) == (count > 0 ? [first] : []))
    guard encoding.method != .converter else { return }
    // Byte by byte it comes to the same.
    var chunked = EncodingReader(encoding, offset: 2)
    var parts: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      chunked.read([byte], last: index == bytes.count - 1, to: &parts)
    }
    #expect(parts == out)
    #expect(chunked.replaced == count)
    #expect(chunked.firstReplaced == first.map { $0 + 2 })
  }

  @Test(
    "What was lost before is counted apart",
    arguments: [
      ("utf-8", [0x41, 0xEF, 0xBF, 0xBD, 0xFF, 0xEF, 0xBF, 0xBD, 0xEF, 0xBC, 0xA1, 0xEF], 2, 1, 2, 4),
      ("utf-16le", [0x41, 0, 0xFD, 0xFF, 0x42, 0], 1, 2, 0, nil),
      ("utf-32be", [0, 0, 0xFF, 0xFD, 0, 0x11, 0, 0], 1, 0, 1, 4),
    ] as [(String, [UInt8], Int, Int, Int, Int?)])
  func inherited(
    name: String, bytes: [UInt8], count: Int, first: Int, replaced: Int, firstReplaced: Int?
  ) throws {
    let encoding = try #require(CharacterEncoding(declared: name))
    var reader = EncodingReader(encoding, offset: 2)
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      reader.read([byte], last: index == bytes.count - 1, to: &out)
    }
    #expect(reader.inherited == count)
    #expect(reader.firstInherited == first + 2)
    #expect(reader.replaced == replaced)
    #expect(reader.firstReplaced == firstReplaced.map { $0 + 2 })
    let irregularities = reader.takeIrregularities()
    #expect(irregularities.count == (replaced > 0 ? 2 : 1))
    #expect(irregularities.last?.message.contains("in the source already") == true)
    #expect(reader.takeIrregularities().isEmpty)
  }

  @Test func validationAgreesWithTheStandardLibrary() {
    var generator = SeededGenerator(state: 23)
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("ж".utf8), Array("—".utf8), Array("😀".utf8), Array("plain text ".utf8), [0x80],
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0xA0, 0x80],
      [0xED, 0x9F, 0xBF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xF5], [0xE2, 0x80], [0xD0],
    ]
    for round in 0..<4000 {
      var bytes: [UInt8] = []
      let last = round % 3 == 0 ? pieces.count : 5
      for _ in 0..<Int.random(in: 0..<30, using: &generator) {
        bytes += pieces[Int.random(in: 0..<last, using: &generator)]
      }
      if round % 5 == 0, !bytes.isEmpty {
        bytes.append(pieces[Int.random(in: 0..<pieces.count, using: &generator)][0])
      }
      let (end, isASCII) = bytes.withUnsafeBufferPointer { UTF8Validation.wellFormedPrefix(of: $0, from: 0) }
      #expect((end == bytes.count) == (String(validating: bytes, as: UTF8.self) != nil))
      #expect(String(validating: bytes[..<end], as: UTF8.self) != nil)
      #expect(isASCII == bytes[..<end].allSatisfy { $0 < 0x80 })
      var out: [UInt8] = []
      _ = bytes.withUnsafeBufferPointer { UTF8Repair.append($0, last: true, to: &out) }
      #expect(out == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  @Test func whatFeedsLoseIsTold() {
    let item = "<item><title>Größe</title><description>Über die \u{1}Größe</description></item>"
    var bytes = Array("<?xml version=\"1.0\"?><rss><channel>\(item)".utf8)
    bytes += Array("<item><title>Gr".utf8) + [0xFF] + Array("e</title></item></channel></rss>".utf8)
    let told = Reading(bytes).documents.flatMap(\.irregularities).filter { $0.kind == "encoding" }
    #expect(told.count == 1)
    #expect(told.first?.offset == bytes.firstIndex(of: 0xFF))
  }

  @Test func zerosDoNotTrap() {
    for count in [1, 2, 3, 4, 7, 600, 70_000] {
      let reading = Reading([UInt8](repeating: 0, count: count))
      #expect(reading.documents.count + reading.errors.count == 1)
    }
  }
}
