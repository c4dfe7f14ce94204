// Roman numerals typed in both alphabets; those wholly in Cyrillic letters are usual and stay.
extension MixedParagraph {
  /// «XХІ», «VІІ»: a Roman numeral is brought to Latin letters if it was typed in both.
  func isRomanNumeral(_ run: LetterRun) -> Bool {
    guard run.letters >= 2, run.letters <= 8, run.capitals == run.letters, run.canBeLatin else {
      return false
    }
    var values: [Int] = []
    var isTelling = false
    for letter in reading(of: run.range, as: .latin) {
      switch letter {
      case 0x49: values.append(1)
      case 0x56: values.append(5)
      case 0x58: values.append(10)
      case 0x4C: values.append(50)
      case 0x43: values.append(100)
      default: return false
      }
      if letter == 0x49 || letter == 0x58 || letter == 0x56 { isTelling = true }
    }
    // No century and no session goes beyond it.
    var total = 0
    for (index, value) in values.enumerated() {
      total += index + 1 < values.count && value < values[index + 1] ? -value : value
    }
    return isTelling && (1...400).contains(total) && roman(total) == reading(of: run.range, as: .latin)
  }

  private func roman(_ number: Int) -> [UInt8] {
    var rest = number
    var out: [UInt8] = []
    for (value, sign) in [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        out += Array(sign.utf8)
        rest -= value
      }
    }
    return out
  }
}
