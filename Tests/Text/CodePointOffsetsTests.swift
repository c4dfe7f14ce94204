import Testing

@testable import DatelineText

@Suite struct CodePointOffsetsTests {
  @Test(arguments: [
    "", "abc", "Қазақстан – 5G 😀", String(repeating: "аb–😀", count: 100), String(repeating: "x", count: 128),
  ])
  func everyOffsetIsCounted(_ text: String) {
    let bytes = Array(text.utf8)
    let offsets = CodePointOffsets(bytes)
    var byte = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.codePoints(at: byte) == count)
      byte += String(Character(scalar)).utf8.count
    }
    #expect(offsets.codePoints(at: bytes.count) == text.unicodeScalars.count)
    #expect(offsets.codePoints(at: bytes.count + 9) == text.unicodeScalars.count)
    #expect(offsets.codePoints(at: -1) == 0)
  }
}
