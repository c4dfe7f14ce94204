/// A run of letters without a hyphen, figure or sign in it, and what its letters can be.
struct LetterRun: Sendable {
  /// Longer runs are no words and are left alone.
  static let longest = 64

  /// Its bytes.
  var range: TextRange
  /// Letters of each alphabet; `other` for all the rest.
  var latin = 0
  var cyrillic = 0
  var greek = 0
  var other = 0
  /// Letters without a look-alike in the Cyrillic alphabet, and Cyrillic and Greek ones without one in the Latin.
  var onlyLatin = 0
  var onlyCyrillic = 0
  var capitals = 0

  var letters: Int { latin + cyrillic + greek + other }
  var isMixed: Bool { cyrillic > 0 && latin + greek > 0 || latin > 0 && greek > 0 }
  /// Whether each letter can be read as Cyrillic (or is Cyrillic).
  var canBeCyrillic: Bool { onlyLatin == 0 && other == 0 }
  /// Whether each letter can be read as Latin (or is Latin).
  var canBeLatin: Bool { onlyCyrillic == 0 && other == 0 }
  /// Whether it is a word of an alphabet: by the letters that have no look-alike, else by most letters.
  func leans(to alphabet: WordAlphabet) -> Bool {
    if onlyLatin > 0 || onlyCyrillic > 0, onlyLatin == 0 || onlyCyrillic == 0 {
      return (alphabet == .latin) == (onlyLatin > 0)
    }
    return alphabet == .cyrillic ? cyrillic > latin + greek : latin > cyrillic + greek
  }

  /// All runs of a text, in linear time.
  static func all(in bytes: UnsafeBufferPointer<UInt8>, table: LookalikeTable) -> [LetterRun] {
    var runs: [LetterRun] = []
    var at = 0
    while at < bytes.count {
      var (value, length) = Scalars.decode(bytes, at: at)
      var facts = table(value)
      guard facts.contains(.letter) else {
        at += length
        continue
      }
      var run = LetterRun(range: TextRange(at, at))
      while !facts.isEmpty {
        run.count(facts)
        at += length
        guard at < bytes.count else { break }
        (value, length) = Scalars.decode(bytes, at: at)
        facts = table(value)
      }
      run.range.upper = at
      runs.append(run)
    }
    return runs
  }

  private mutating func count(_ facts: LookalikeTable.Facts) {
    guard facts.contains(.letter) else { return }
    if facts.contains(.capital) { capitals += 1 }
    if facts.contains(.latin) {
      latin += 1
      if !facts.contains(.looksCyrillic) { onlyLatin += 1 }
    } else if facts.contains(.cyrillic) {
      cyrillic += 1
      if !facts.contains(.looksLatin) { onlyCyrillic += 1 }
    } else if facts.contains(.greek) {
      greek += 1
      if !facts.contains(.looksCyrillic) { onlyLatin += 1 }
      if !facts.contains(.looksLatin) { onlyCyrillic += 1 }
    } else {
      other += 1
    }
  }
}
