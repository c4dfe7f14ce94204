/// A name as people compare it: without case, quotation marks, accents and differences of spacing.
///
/// Two forms that are equal may still be two names; the linking key of a record decides who is who.
struct FoldedName: Hashable {
  let text: String

  init(_ name: some StringProtocol) {
    var folded = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in name.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        guard scalar.properties.isAlphabetic || (0x30...0x39).contains(value) else {
          spaceIsDue = true
          continue
        }
      } else if !scalar.properties.isAlphabetic && scalar.properties.numericType == nil {
        // Combining accents go without a trace; quotation marks, dashes and spaces separate.
        if scalar.properties.generalCategory != .nonspacingMark { spaceIsDue = true }
        continue
      }
      if spaceIsDue, !folded.isEmpty { folded.append(" ") }
      spaceIsDue = false
      for lower in scalar.properties.lowercaseMapping.unicodeScalars
      where lower.properties.generalCategory != .nonspacingMark {
        folded.append(contentsOf: (Self.plain[lower] ?? String(lower)).unicodeScalars)
      }
    }
    text = String(folded)
  }

  var isEmpty: Bool { text.isEmpty }
  /// Whether the other name is part of this one.
  func contains(_ other: FoldedName) -> Bool { text.contains(other.text) }

  /// Letters that are often written without their marks; Kazakh letters are letters of their own and stay.
  static let plain: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "ё": "е", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
    ]
    for (base, marked) in [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭį"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņňŋ"), ("o", "òóôõöōŏő"),
      ("r", "ŕŗř"),
      ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ] {
      for scalar in marked.unicodeScalars { table[scalar] = base }
    }
    return table
  }()
}
