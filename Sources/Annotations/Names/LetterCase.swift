import DatelineText

/// How many letters a word or name has, and how many of them are capitals.
struct LetterCase {
  private(set) var letters = 0
  private(set) var capitals = 0
  /// Whether the first letter is a capital.
  private(set) var beginsLarge = false

  init(of text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      let kind = Scalars.classify(scalar.value)
      guard kind.isLetter else { continue }
      if kind == .upper { capitals += 1 }
      if letters == 0 { beginsLarge = kind == .upper }
      letters += 1
    }
  }

  /// Whether no letter is small.
  var isAllCapitals: Bool { capitals == letters }
}
