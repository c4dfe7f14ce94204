/// Letters that are often written without their marks; Kazakh letters are letters of their own and stay.
package enum PlainLetters {
  /// Small letters and what is written for them.
  package static let table: [Unicode.Scalar: String] = {
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
