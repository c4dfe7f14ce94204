import DatelineDocuments
import DatelineText

/// The Text room in parts, on Kazakh and Russian news, beside what ICU does with the same bytes.
struct TextBenchmark {
  /// What is measured, in order.
  static let parts = [
    "clean text", "dirty text", "language", "sentences", "tokens", "ICU: NFC", "ICU: sentences",
  ]

  /// Articles in one text.
  private static let articles = 20

  private let normaliser: Normaliser
  private let texts: [(language: String, clean: [UInt8], dirty: [UInt8])]

  init(normaliser: Normaliser) {
    self.normaliser = normaliser
    var maker = ArticleMaker(seed: 7)
    var gathered: [String: (count: Int, text: String)] = [:]
    var texts: [(String, [UInt8], [UInt8])] = []
    while texts.count < 20 {
      let article = maker.next()
      guard article.language == "kk" || article.language == "ru" else { continue }
      var entry = gathered[article.language] ?? (0, "")
      entry.count += 1
      entry.text += entry.text.isEmpty ? "" : "\n\n"
      entry.text += String(article.text.dropLast())
      if entry.count == Self.articles {
        texts.append((article.language, Array(entry.text.utf8), Self.soiled(entry.text)))
        entry = (0, "")
      }
      gathered[article.language] = entry
    }
    self.texts = texts
  }

  /// The bytes of one run.
  func byteCount(of part: String) -> Int {
    texts.reduce(0) { $0 + (part == "dirty text" ? $1.dirty.count : $1.clean.count) }
  }

  /// Does a part once.
  func run(_ part: String) {
    for text in texts {
      switch part {
      case "clean text":
        _ = normaliser.normalise(utf8: text.clean, language: text.language, depth: .sentences)
      case "dirty text":
        _ = normaliser.normalise(utf8: text.dirty, language: text.language, depth: .sentences)
      case "language": _ = normaliser.language(of: text.clean)
      case "sentences":
        var found: [TextRange] = []
        let finder = normaliser.sentenceFinder(for: text.language)
        text.clean.withUnsafeBufferPointer { finder.split(lines: $0, into: &found) }
      case "tokens": _ = normaliser.normalise(utf8: text.clean, language: text.language)
      case "ICU: NFC": _ = ICU.nfc(text.clean)
      default: _ = ICU.boundaries(text.clean, locale: text.language, kind: UInt8(ascii: "s"))
      }
    }
  }

  /// The text as a careless word processor and mail program would leave it: a no-break space, a soft
  /// hyphen, two spaces, a mark of direction, a decomposed letter every few words, CR LF for line ends.
  private static func soiled(_ text: String) -> [UInt8] {
    var out = ""
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { out += index % 7 == 0 ? "\u{A0}" : index % 11 == 0 ? "  " : " " }
      if index % 13 == 0 { out += "\u{200E}" }
      let half = word.index(word.startIndex, offsetBy: word.count / 2)
      if index % 9 == 0, word.count > 6 {
        out += word[..<half] + "\u{AD}" + word[half...]
      } else {
        out += index % 5 == 0 ? word.replacingLetter("й", with: "и\u{306}") : String(word)
      }
    }
    return Array(out.utf8).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }
}

extension Substring {
  fileprivate func replacingLetter(_ letter: Character, with other: String) -> String {
    reduce(into: "") { $0 += $1 == letter ? other : String($1) }
  }
}
