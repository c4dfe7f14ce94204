import Testing

@testable import DatelineText

/// What is true of every normalised text.
enum Invariants {
  static func check(_ text: NormalisedText) {
    let bytes = text.bytes
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    func isBoundary(_ offset: Int) -> Bool {
      offset == 0 || offset == bytes.count
        || ((0..<bytes.count).contains(offset) && bytes[offset] & 0xC0 != 0x80)
    }
    func isTidy(_ range: TextRange) -> Bool {
      !range.isEmpty && isBoundary(range.lower) && isBoundary(range.upper)
        && bytes[range.lower] != 0x20 && bytes[range.upper - 1] != 0x20
    }
    var at = 0
    var sentence = 0
    var token = 0
    for paragraph in text.paragraphs {
      if at > 0 {
        #expect(Array(bytes[at..<paragraph.range.lower]) == [0x0A, 0x0A])
      } else {
        #expect(paragraph.range.lower == 0)
      }
      at = paragraph.range.upper
      #expect(isTidy(paragraph.range))
      #expect(!bytes[paragraph.range.lower..<paragraph.range.upper].contains(0x0A))
      #expect(paragraph.sentences.lowerBound == sentence)
      sentence = paragraph.sentences.upperBound
      for index in paragraph.sentences {
        let own = text.sentences[index]
        #expect(paragraph.range.contains(own.range))
        #expect(isTidy(own.range))
        #expect(own.tokens.lowerBound == token)
        #expect(!own.tokens.isEmpty)
        token = own.tokens.upperBound
        #expect(text.tokens[own.tokens.lowerBound].shape.contains(.startsSentence))
        #expect(own.tokens.allSatisfy { own.range.contains(text.tokens[$0].range) })
      }
    }
    #expect(at == bytes.count)
    #expect(sentence == text.sentences.count)
    #expect(token == text.tokens.count)
    var end = 0
    for token in text.tokens {
      #expect(token.range.lower >= end && !token.range.isEmpty)
      #expect(isBoundary(token.range.lower) && isBoundary(token.range.upper))
      // Nothing but blanks stands between two tokens.
      #expect(bytes[end..<token.range.lower].allSatisfy { $0 == 0x20 || $0 == 0x0A })
      end = token.range.upper
    }
    #expect(end == bytes.count)
  }
}

/// Random text, the same for the same seed.
struct Noise {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  /// A mixture of words, signs, breaks, odd characters and plain rubbish.
  mutating func text() -> String {
    let pieces = [
      "Қазақстан", "және", "т", "б", "т.б.", "Dr.", "z. B.", "2 000 000", "2026-2030", "19.", "September",
      "г.",
      "«", "»", "“", "”", "\"", "'", "’s", "-", "–", "—", "...", "…", ".", ",", "!", "?", "\n", "\n\n",
      "\r\n", " ",
      "\u{A0}", "\u{AD}", "\u{200B}", "\u{FEFF}", "e\u{301}", "\u{301}", "\u{1F600}", "U.S.", "a@b.kz",
      "www.a.kz",
      "coopera-", "tion", "АТЫО-", "ның", "К.-Ж.", "5G", "10:30", "\u{0}", "\u{85}", "\u{2028}", "中文。",
      "عربي", "ß", "İ",
      "\u{1112}\u{1161}\u{11AB}", "\u{212B}", "•", "*", "The", "university", "of", "A", "ë", "&", "_", "x_y",
      "#", "№",
    ]
    var out = ""
    for _ in 0..<next(below: 80) {
      if next(below: 12) == 0 {
        let rubbish = (0..<next(below: 12)).map { _ in UInt8(next(below: 256)) }
        out += String(decoding: rubbish, as: UTF8.self)
      } else {
        out += pieces[next(below: pieces.count)]
      }
      if next(below: 3) > 0 { out += " " }
    }
    return out
  }
}
