import DatelineDocuments
import Testing

@testable import DatelineText

@Suite struct SourceMapTests {
  /// The source of the first place where `word` stands in the normalised text.
  private func source(of word: String, in blocks: [String]) -> String? {
    let text = Languages.normaliser.normalise(blocks.map { Block(.paragraph, $0) })
    guard let token = text.tokens.first(where: { text.string(of: $0) == word }) else { return nil }
    let range = text.source(of: token.range)
    return String(
      decoding: Array(blocks.joined(separator: "\n").utf8)[range.lower..<range.upper], as: UTF8.self)
  }

  @Test(arguments: [
    ("Kooperation", ["Die  Koope\u{AD}ration"], "Koope\u{AD}ration"),
    ("été", ["en\u{A0}e\u{301}te\u{301} beau"], "e\u{301}te\u{301}"),
    ("cooperation", ["They agreed on close coopera-\ntion in science."], "coopera-\ntion"),
    ("marks", ["zero\u{200B} \u{200E}marks\u{FEFF}"], "marks"),
    ("Two", ["One.\r\n\r\n\r\n  Two"], "Two"),
    ("Three", ["\u{A0}One", "", "Two", " Three "], "Three"),
    ("т.б.", ["интернет заттары және т\nб\nқоса алғанда"], "т\nб"),
    ("қоса", ["интернет заттары және т\nб\nқоса алғанда"], "қоса"),
    ("Йод", ["Это И\u{306}од."], "И\u{306}од"),
  ])
  func aTokenIsTracedToItsSource(_ word: String, _ blocks: [String], _ expected: String) {
    #expect(source(of: word, in: blocks) == expected)
  }

  @Test func cleanTextIsItsOwnSource() {
    let text = Languages.normaliser.normalise([Block(.paragraph, "Қазақстан мен Қытай келісімге қол қойды.")])
    #expect(text.sourceMap.isIdentity)
    #expect(text.source(of: TextRange(3, 7)) == TextRange(3, 7))
  }

  @Test(arguments: [UInt64](1...150))
  func theMapIsMonotoneAndCopiesAreEqual(_ seed: UInt64) {
    var random = Noise(state: seed)
    let blocks = (0..<(1 + random.next(below: 6))).map { _ in Block(.paragraph, random.text()) }
    let source = Array(blocks.map(\.text).joined(separator: "\n").utf8)
    let text = Languages.normaliser.normalise(blocks)
    let pieces = text.sourceMap.pieces
    #expect(pieces.last == SourceMap.Piece(text: text.bytes.count, source: source.count))
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      #expect(piece.text <= next.text && piece.source <= next.source)
      // Letters stand where the map says; a sign may have become another one of the same length.
      if next.text - piece.text == next.source - piece.source {
        let pairs = zip(text.bytes[piece.text..<next.text], source[piece.source..<next.source])
        #expect(pairs.allSatisfy { $0 == $1 || $0 <= 0x20 && $1 <= 0x20 || $0 >= 0x80 && $1 >= 0x80 })
      }
    }
    var end = 0
    for token in text.tokens {
      let range = text.source(of: token.range)
      #expect(range.lower >= end || range.isEmpty && range.lower >= end - 1)
      #expect(range.upper <= source.count)
      end = range.lower
    }
  }
}

@Suite struct CleanScanTests {
  private func findings(_ text: String) -> CleanScan.Findings {
    Array(text.utf8).withUnsafeBufferPointer { CleanScan.findings(in: $0) }
  }

  @Test(arguments: [
    "Қазақстан мен Қытай «келісімге» қол қойды – бірінші рет. Ёлка, іс-шара!",
    "Die Zusammenarbeit über Straßen und „Größe“ — 3 % mehr: 25 °C, § 5, № 7, 1½ € je Kopf…",
    "The parties (both of them) agreed on “trade”, not aid.",
  ])
  func plainTextNeedsNothing(_ text: String) {
    #expect(findings(text).subtracting([.cyrillic, .latin]).isEmpty)
  }

  @Test(arguments: [
    ("two  spaces", CleanScan.Findings.blanks), ("tab\there", .blanks), ("no\u{A0}break", .blanks),
    ("so\u{AD}ft", .blanks), (" edge", .blanks), ("edge ", .blanks), ("a \nb", .blanks), ("a\n b", .blanks),
    ("a\n\n\nb", .blanks), ("a\nb", .lines), ("zero\u{200B}width", .blanks), ("e\u{301}", .composition),
    ("И\u{306}", .composition), ("Kазахстан", .mixture), ("Қазақстaн", .mixture), ("қаhарман", .mixture),
    ("əлем", .mixture), ("тілəк", .mixture), ("РџСЂРёРІРµС‚", .oddities), ("GrÃ¼n", .oddities),
    ("Ќазаќстан", .foreignCyrillic), ("عربي", .otherScripts), ("\u{FFFD}", .oddities),
  ])
  func whatNeedsAStepIsFoundWhereverItStands(_ text: String, _ expected: CleanScan.Findings) {
    // At every offset within a word of eight bytes, with Latin and Cyrillic letters around it.
    for filler in ["", "x, ", "жы "] {
      for count in 0..<9 {
        let before = String(repeating: filler, count: count) + String(repeating: "y", count: count) + ", "
        let isEdge = text.hasPrefix(" ") || text.hasSuffix(" ")
        let whole = isEdge ? text : before + text + ", end of it all"
        #expect(findings(whole).isSuperset(of: expected))
      }
    }
  }

  @Test func damageIsFound() {
    for bytes in [
      [0xFF], [0xD0], [0xD0, 0x41], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
    ] {
      for count in 0..<18 {
        let text = Array(repeating: UInt8(0x61), count: count) + bytes.map { UInt8($0) }
        for tail in [[], [0x20, 0x62], Array(repeating: UInt8(0x62), count: 9)] {
          let whole = text + tail
          #expect(whole.withUnsafeBufferPointer { CleanScan.findings(in: $0) }.contains(.damage))
        }
      }
    }
  }

  @Test(arguments: [UInt64](1...300))
  func whatIsCalledCleanIsLeftAloneByEveryStep(_ seed: UInt64) {
    var random = Noise(state: seed)
    for part in random.text().split(separator: "\n") {
      let bytes = Array(part.utf8)
      let found = bytes.withUnsafeBufferPointer { CleanScan.findings(in: $0) }
      #expect(!found.contains(.damage))
      if found.isDisjoint(with: [.blanks, .marks]) {
        let cleaned = bytes.withUnsafeBufferPointer {
          CharacterSteps.cleaned($0, steps: Set(NormalisationStep.allCases))
        }
        #expect(cleaned.bytes == bytes)
      }
      if !found.contains(.composition) { #expect(ICU.nfc(bytes) == bytes) }
    }
  }
}
