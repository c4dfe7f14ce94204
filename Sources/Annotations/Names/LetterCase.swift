import DatelineText

/// How many letters a word or name has, and how many of them are capitals.
struct LetterCase {
  private(set) var letters = 0
  private(set) var capitals = 0
  /// Whether the first letter is a capital.
  private(set) var beginsLarge = false

  init(of text: String) {
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let (value, length) = Scalars.decode(bytes, at: at)
        at += length
        let kind = Scalars.classify(value)
        guard kind.isLetter else { continue }
        if kind == .upper { capitals += 1 }
        if letters == 0 { beginsLarge = kind == .upper }
        letters += 1
      }
    }
  }

  /// Whether no letter is small.
  var isAllCapitals: Bool { capitals == letters }
}
