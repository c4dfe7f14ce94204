/// Text for terminals: what would move the cursor is taken out, lines are broken at spaces.
enum TerminalText {
  /// Colours and weights (ECMA-48, "ANSI").
  enum Style: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case magenta = "35"
    case cyan = "36"

    func apply(_ text: String, if colour: Bool) -> String {
      colour ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
  }

  /// The text on one line, without control characters: an escape sequence in a press release stays on paper.
  static func clean(_ text: some StringProtocol) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: clean.append(" ")
      // Control characters, and those that turn the direction of writing.
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }

  /// How many columns a text takes: none for combining marks, two for wide East Asian signs and emoji.
  static func width(_ text: some StringProtocol) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    case 0x200B...0x200D, 0xFE00...0xFE0F: 0
    default: [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory) ? 0 : 1
    }
  }

  /// The text in lines of at most `width` columns; a word that is longer is cut.
  static func lines(_ text: String, width limit: Int) -> [String] {
    let limit = max(8, limit)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in clean(text).split(separator: " ") {
      let size = width(word)
      if used > 0, used + 1 + size <= limit {
        line += " " + word
        used += 1 + size
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = (String(word), size)
      while used > limit {
        var head = String.UnicodeScalarView()
        var taken = 0
        for scalar in line.unicodeScalars {
          guard taken + width(scalar) <= limit else { break }
          taken += width(scalar)
          head.append(scalar)
        }
        lines.append(String(head))
        line = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(head.count)))
        used -= taken
      }
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  /// The text in lines, indented and styled, each with its line feed.
  static func block(
    _ text: String, width: Int, indent: Int = 0, style: Style? = nil, colour: Bool
  ) -> String {
    lines(text, width: width - indent).reduce(into: "") { block, line in
      block +=
        String(repeating: " ", count: indent) + (style.map { $0.apply(line, if: colour) } ?? line) + "\n"
    }
  }

  /// The text filled with spaces to `columns`.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }
}
