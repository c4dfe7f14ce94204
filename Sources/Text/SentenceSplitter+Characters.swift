/// Steps over characters and words; each is bounded.
extension SentenceSplitter {
  /// No word that matters is longer, in bytes.
  private static let longestWord = 48

  @inline(__always)
  func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// The length of a space at an index, the no-break space among them; 0 if there is none.
  @inline(__always)
  private func spaceLength(_ index: Int) -> Int {
    if bytes[index] <= 0x20 { return 1 }
    return bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
  }

  /// The first byte from `index` on that is no space, or the end.
  @inline(__always)
  func spacesEnd(from index: Int) -> Int {
    var at = index
    while at < bytes.count {
      let length = spaceLength(at)
      if length == 0 { break }
      at += length
    }
    return min(at, bytes.count)
  }

  /// The end of what stands before the spaces that end at `index`.
  func spacesStart(before index: Int) -> Int {
    var at = index
    while at > start {
      if bytes[at - 1] <= 0x20 {
        at -= 1
      } else if at - 1 > start, bytes[at - 1] == 0xA0, bytes[at - 2] == 0xC2 {
        at -= 2
      } else {
        break
      }
    }
    return at
  }

  @inline(__always)
  func kind(at index: Int) -> CharacterClass {
    index < bytes.count ? Scalars.classify(Scalars.decode(bytes, at: index).value) : .space
  }

  func isApostrophe(_ index: Int) -> Bool {
    let value = Scalars.decode(bytes, at: index).value
    return value == 0x27 || value == 0x2019
  }

  /// Whether a figure or a Roman numeral stands at an index, or the sign of a number.
  func isFigure(_ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] &- 0x30 < 10 { return true }
    let value = Scalars.decode(bytes, at: index).value
    if value == 0x2116 || value == 0x23 { return true }
    let end = wordEnd(from: index)
    return isRomanNumeral(index, end)
  }

  /// The same, or a single capital that is no word.
  func isLabel(_ index: Int) -> Bool {
    if isFigure(index) { return true }
    guard kind(at: index) == .upper else { return false }
    let end = index + Scalars.decode(bytes, at: index).length
    return wordEnd(from: index) == end && !beginsSentence(at: index)
  }

  /// Whether four digits that may be a year of our days stand at an index.
  func isYear(_ index: Int) -> Bool {
    guard index + 4 <= bytes.count, bytes[index] == 0x31 || bytes[index] == 0x32 else { return false }
    for at in index..<(index + 4) where bytes[at] &- 0x30 >= 10 { return false }
    return index + 4 == bytes.count || bytes[index + 4] &- 0x30 >= 10
  }

  /// Whether capitals that are Roman digits, and nothing else, stand between two indices.
  func isRomanNumeral(_ lower: Int, _ upper: Int) -> Bool {
    guard upper > lower, upper - lower <= 6 else { return false }
    for at in lower..<upper {
      switch bytes[at] {
      case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x4D: continue
      default: return false
      }
    }
    return true
  }

  /// Whether a short word of the Latin or Cyrillic alphabet, small behind its first letter, has no vowel: then
  /// it is an abbreviation, though nobody listed it ("Pfr.", «млн»).
  func hasNoVowel(_ lower: Int, _ upper: Int, letters: Int) -> Bool {
    guard letters > 1, letters < 6 else { return false }
    var at = lower
    while at < upper {
      let (value, length) = Scalars.decode(bytes, at: at)
      switch value {
      case 0x61...0x7A:
        if "aeiouy".utf8.contains(UInt8(value)) { return false }
      case 0x41...0x5A:
        if at > lower || "AEIOUY".utf8.contains(UInt8(value)) { return false }
      case 0x400...0x4FF:
        let kind = Scalars.classify(value)
        guard kind == .lower || at == lower else { return false }
        switch FoldedForm.lowerCyrillic(value) {
        case 0x430, 0x435, 0x438, 0x439, 0x43E, 0x443, 0x44B, 0x44D...0x44F, 0x450...0x451, 0x454, 0x456,
          0x457, 0x45D, 0x45E, 0x4AF, 0x4B1, 0x4D9, 0x4E9:
          return false
        default: break
        }
      // Marked Latin letters are vowels more often than not.
      default: return false
      }
      at += length
    }
    return true
  }

  /// The end of the letters from `index` on.
  func wordEnd(from index: Int) -> Int {
    var at = index
    while at < bytes.count, at - index < Self.longestWord {
      if bytes[at] < 0x80 {
        guard (bytes[at] | 0x20) &- 0x61 < 26 else { break }
        at += 1
        continue
      }
      let (value, length) = Scalars.decode(bytes, at: at)
      let kind = Scalars.classify(value)
      guard kind.isLetter || kind == .mark else { break }
      at += length
    }
    return min(at, bytes.count)
  }

  /// The start of the letters that end before `index`, inside the sentence, and how many they are.
  func wordStart(before index: Int) -> (start: Int, letters: Int) {
    var at = index
    var letters = 0
    while at > start, index - at < Self.longestWord {
      let byte = bytes[at - 1]
      if byte < 0x80 {
        guard (byte | 0x20) &- 0x61 < 26 else { break }
        at -= 1
      } else if byte & 0xC0 == 0x80, at - 2 >= start, bytes[at - 2] &- 0xC4 < 0x10 {
        // Latin Extended, Greek and Cyrillic letters and the marks above them.
        at -= 2
      } else {
        let (value, length) = Scalars.decode(bytes, before: at)
        let kind = Scalars.classify(value)
        guard kind.isLetter || kind == .mark, at - length >= start else { break }
        at -= length
      }
      letters += 1
    }
    return (at, letters)
  }

  /// The start of letters joined by full stops and hyphens ("z.B", «К.-Ж», "Dipl.-Ing") before `index`.
  func chunkStart(before index: Int) -> Int {
    var at = wordStart(before: index).start
    while at - 1 > start, index - at < Self.longestWord, bytes[at - 1] == 0x2E || bytes[at - 1] == 0x2D {
      var joint = at - 1
      if joint - 1 > start, bytes[joint] == 0x2D, bytes[joint - 1] == 0x2E { joint -= 1 }
      let before = wordStart(before: joint)
      guard before.letters > 0 else { break }
      at = before.start
    }
    return at
  }

  /// The start of digits, with separators inside, before `index`.
  func numberStart(before index: Int) -> Int {
    var at = index
    while at > start, index - at < Self.longestWord {
      let byte = bytes[at - 1]
      guard byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2C || byte == 0x3A else { break }
      at -= 1
    }
    while at < index, bytes[at] &- 0x30 >= 10 { at += 1 }
    return at
  }

  static func isQuote(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0x203A, 0x300D, 0x300F, 0xFF02:
      return true
    default: return false
    }
  }

  static func isOpener(_ value: UInt32) -> Bool {
    isQuote(value) || value == 0x28 || value == 0x5B || value == 0x201A || value == 0x201E
      || value == 0x300C || value == 0x300E
  }

  static func isDash(_ value: UInt32) -> Bool {
    value == 0x2D || (0x2010...0x2015).contains(value) || value == 0x2212
  }
}
