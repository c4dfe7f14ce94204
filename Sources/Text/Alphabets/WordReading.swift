/// A word of another alphabet, letter by letter, and what it may stand for.
struct WordUnits {
  /// One or more letters that are read together.
  struct Unit {
    /// Indices of its letters in the word.
    var letters: Range<Int>
    /// In the order of preference; one that is empty is not read at all.
    var readings: [[UInt32]]
    /// How many of them an unknown word may have.
    var usual = 1
  }
  var units: [Unit] = []
  /// A mark in the word makes its vowels front ones.
  var hasFrontMark = false

  /// Takes a word apart, in linear time.
  /// - Parameters:
  ///   - word: its small letters.
  ///   - raw: the letters as written.
  init(_ word: [UInt32], raw: [UInt32], _ alphabet: Alphabet) {
    units.reserveCapacity(word.count)
    var at = 0
    var sawVowel = false
    while at < word.count {
      if alphabet.frontMarks.contains(word[at]) { hasFrontMark = true }
      if let number = alphabet.rule(at: at, of: word, raw: raw, sawVowel: sawVowel) {
        let rule = alphabet.rules[number]
        units.append(
          Unit(
            letters: at..<(at + rule.written.count), readings: rule.readings,
            usual: rule.usual))
        if alphabet.hasVowel(number) { sawVowel = true }
        at += rule.written.count
      } else {
        units.append(Unit(letters: at..<(at + 1), readings: [[word[at]]]))
        at += 1
      }
    }
  }
}

/// How a word is read in the main alphabet.
struct WordReading {
  /// One reading a unit; small letters.
  var letters: [[UInt32]]
  /// The word is a known stem with known endings, or none.
  var isKnown = false
  var traits: ReadingKnowledge.Word.Traits = []
  /// How many units the stem takes.
  var stem = 0
}

/// Chooses among the readings of a word: by known stems and endings, and where there are none by vowel harmony.
struct WordReader: Sendable {
  /// No more readings of a word are tried.
  private static let mostSteps = 1_500
  /// A longer word is read by harmony alone.
  private static let longestWord = 40

  let vocabulary: ReadingVocabulary
  let harmony: VowelHarmony

  /// The reading of a word.
  ///
  /// - Complexity: linear in the length of the word, with a bounded search for words that could be known.
  func read(_ word: WordUnits) -> WordReading {
    var reading = WordReading(letters: word.units.map { $0.readings.first ?? [] })
    var fixed = 0
    if word.units.count <= Self.longestWord, word.units.count > 1 {
      var search = StemSearch(word, vocabulary, harmony, steps: Self.mostSteps)
      search.run()
      if let full = search.best {
        return WordReading(letters: full.letters, isKnown: true, traits: full.traits, stem: full.stem)
      }
      if let stem = search.longestStem {
        for (index, letters) in stem.letters.enumerated() { reading.letters[index] = letters }
        reading.stem = stem.stem
        reading.traits = stem.traits
        fixed = stem.letters.count
      }
    }
    harmonise(&reading, word, from: fixed)
    return reading
  }

  // MARK: - Harmony

  private func harmonise(_ reading: inout WordReading, _ word: WordUnits, from fixed: Int) {
    let units = word.units
    /// The harmony a unit has whatever the word: true for front.
    func own(_ index: Int) -> Bool? {
      guard index >= 0, index < units.count else { return nil }
      if index < fixed { return isFront(reading.letters[index]) }
      let readings = units[index].readings.prefix(units[index].usual)
      guard let first = readings.first, let side = isFront(first) else { return nil }
      return readings.dropFirst().contains { isFront($0) == !side } ? nil : side
    }
    // What the next unit with a harmony says, from the right.
    var following: [Bool?] = Array(repeating: nil, count: units.count + 1)
    for index in units.indices.reversed() { following[index] = own(index) ?? following[index + 1] }

    let isForeign = units.contains {
      $0.usual == 1 && $0.readings.first?.contains { harmony.foreign.contains($0) } ?? false
    }
    var course = VowelHarmony.Course(front: word.hasFrontMark ? true : nil)
    for letters in reading.letters[..<fixed] { for letter in letters { course.add(letter, harmony) } }
    for index in units.indices.dropFirst(fixed) {
      let readings = units[index].readings.prefix(units[index].usual)
      if readings.contains(where: isVowel) {
        if word.hasFrontMark || own(index) != nil || readings.count == 1 {
          reading.letters[index] = choice(readings, front: word.hasFrontMark)
        } else {
          let neighbour = velar(index - 1, reading, units) ?? velar(index + 1, nil, units)
          let front = neighbour ?? course.front ?? (isForeign ? nil : following[index + 1]) ?? false
          reading.letters[index] = choice(readings, front: front)
        }
        for letter in reading.letters[index] { course.add(letter, harmony) }
      }
    }
    // Consonants that come in pairs (к and қ) follow the vowel behind them, or the one before.
    for index in units.indices.dropFirst(fixed) where units[index].usual > 1 {
      let readings = units[index].readings.prefix(units[index].usual)
      guard !readings.contains(where: isVowel) else { continue }
      let next = index + 1 < units.count ? vowelSide(reading.letters[index + 1]) : nil
      var before: Bool?
      var at = index - 1
      while before == nil, at >= 0, index - at <= 3 {
        before = vowelSide(reading.letters[at])
        at -= 1
      }
      if let front = next ?? before { reading.letters[index] = choice(readings, front: front) }
    }
  }

  /// The first reading of a harmony, or the first of all.
  private func choice(_ readings: ArraySlice<[UInt32]>, front: Bool) -> [UInt32] {
    readings.first { isFront($0) == front } ?? readings.first ?? []
  }

  /// The harmony of a consonant that has one.
  private func velar(_ index: Int, _ reading: WordReading?, _ units: [WordUnits.Unit]) -> Bool? {
    guard index >= 0, index < units.count, units[index].usual == 1,
      let letters = units[index].readings.first, !isVowel(letters)
    else { return nil }
    return isFront(letters)
  }

  private func vowelSide(_ letters: [UInt32]) -> Bool? { isVowel(letters) ? isFront(letters) : nil }
  private func isVowel(_ letters: [UInt32]) -> Bool { letters.contains { harmony.vowels.contains($0) } }
  private func isFront(_ letters: [UInt32]) -> Bool? {
    for letter in letters.reversed() { if let side = harmony.isFront(letter) { return side } }
    return nil
  }
}
