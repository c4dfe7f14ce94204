import Testing

@testable import DatelineText

@Suite struct FoldedFormTests {
  @Test(arguments: [
    ("ASTANA", "astana"), ("Қазақстан ӘҒҚҢӨҰҮҺІ", "қазақстан әғқңөұүһі"), ("ЁЖ ЂЏ Ѣ Ӏ Ӂ", "ёж ђџ ѣ ӏ ӂ"),
    ("STRASSE Straße ẞ", "strasse strasse ss"), ("Übermäßig ÀÞ×÷ÿ", "übermässig àþ×÷ÿ"),
    ("O’Connor O‘C `", "o'connor o'c '"),
    ("IT‐Park IT‑Park IT–Park", "it-park it-park it–park"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("ŁÓDŹ", "łódź"),
    ("中文 😀", "中文 😀"), ("", ""),
  ])
  func wordsAreFolded(_ text: String, _ expected: String) {
    #expect(FoldedForm()(text) == expected)
  }

  @Test func theReplacementsOfALanguageAreMade() {
    let fold = FoldedForm(pairs: [("ё", "е"), ("Ö", "oe"), ("oe", "x"), ("", "y")])
    #expect(fold("Ёлка Österreich Boe ещё") == "елка oesterreich bx еще")
  }

  @Test func foldingTwiceChangesNothing() {
    var random = Noise(state: 4)
    let fold = FoldedForm(pairs: [("ё", "е")])
    for _ in 0..<200 {
      let once = fold(random.text())
      #expect(fold(once) == once)
    }
  }

  /// ICU is the oracle: on every code point of the scripts read here, folding agrees with it.
  @Test func foldingAgreesWithICU() {
    // Straightened here; and letters whose folding would only take them apart.
    let different: Set<UInt32> = [0x60, 0xB4, 0x2BC, 0x1F0, 0x390, 0x3B0]
    for value in UInt32(0x20)..<0x600 where !different.contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      #expect(FoldedForm().folded(bytes) == ICU.caseFolded(bytes), "U+\(String(value, radix: 16))")
    }
  }

  @Test func bytesAreAppended() {
    var out: [UInt8] = [0x21]
    FoldedForm().fold(Array("ÄB".utf8)[...], into: &out)
    #expect(String(decoding: out, as: UTF8.self) == "!äb")
  }
}
