/// A paragraph while its words are judged by `MixedAlphabets`.
struct MixedParagraph {
  /// How much likelier Cyrillic letters must make a word than Latin letters its front, in levels of a
  /// trigram, to be no Latin name with an ending.
  private static let nameLead = 2.0

  let bytes: UnsafeBufferPointer<UInt8>
  let runs: [LetterRun]
  let knowledge: MixedAlphabets
  /// The code if the language is one that is known.
  let language: String?
  let own: MixedAlphabets.LanguageLetters?
  /// The alphabet of most letters.
  let alphabet: WordAlphabet
  /// The language by whose letters and trigrams readings are compared; guessed where it is not known.
  private let likeliest: String?

  init(
    bytes: UnsafeBufferPointer<UInt8>, runs: [LetterRun], language: String?, knowledge: MixedAlphabets
  ) {
    self.bytes = bytes
    self.runs = runs
    self.knowledge = knowledge
    own = language.flatMap { knowledge.languages[$0] }
    self.language = own == nil ? nil : language
    var cyrillic = 0
    var latin = 0
    for run in runs {
      cyrillic += run.cyrillic
      latin += run.latin
    }
    alphabet = own?.alphabet ?? (cyrillic >= latin ? .cyrillic : .latin)
    likeliest =
      self.language ?? (alphabet == .cyrillic ? Self.likeliest(bytes, runs, knowledge) : nil)
  }

  /// The Cyrillic language to whose alphabet the fewest letters are strange, then the smallest alphabet.
  private static func likeliest(
    _ bytes: UnsafeBufferPointer<UInt8>, _ runs: [LetterRun], _ knowledge: MixedAlphabets
  ) -> String? {
    let languages = knowledge.languages.filter { $0.value.alphabet == .cyrillic }.sorted { $0.key < $1.key }
    var strange = Array(repeating: 0, count: languages.count)
    var at = 0
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: at)
      at += length
      guard (0x430..<0x530).contains(value), knowledge.table(value).contains(.cyrillic) else { continue }
      for (index, language) in languages.enumerated() where !language.value.letters.contains(value) {
        if !knowledge.table(value).contains(.capital) { strange[index] += 1 }
      }
    }
    return languages.indices.min { left, right in
      strange[left] != strange[right]
        ? strange[left] < strange[right]
        : languages[left].value.letters.count < languages[right].value.letters.count
    }.map { languages[$0].key }
  }

  private var table: LookalikeTable { knowledge.table }

  /// The alphabet a run is to be put into, or nil to leave it.
  func target(of index: Int) -> WordAlphabet? {
    let run = runs[index]
    guard run.letters <= LetterRun.longest, run.other == 0 else { return nil }
    guard run.isMixed else { return wholeWordTarget(of: index) }
    if isInAddress(run) { return nil }
    // «30CМ», «Т72Б»: too little to tell a word from a model's name.
    if run.letters <= 3, isDigit(at: run.range.lower - 1) || isDigit(at: run.range.upper) { return nil }
    if isRomanNumeral(run) { return .latin }
    if run.greek > 0, run.greek * 2 > run.letters || run.letters < 4 { return nil }
    switch (run.canBeCyrillic, run.canBeLatin) {
    case (false, false): return nil
    case (true, false): return isLatinNameWithEnding(run) || !fitsLanguage(run) ? nil : .cyrillic
    case (false, true): return alphabet == .cyrillic && endsInCyrillicEnding(run) ? nil : .latin
    case (true, true): return ambiguousTarget(of: run)
    }
  }

  // MARK: - Mixed words

  /// Every letter can be read either way: «Aсер», «IТ».
  private func ambiguousTarget(of run: LetterRun) -> WordAlphabet {
    if alphabet == .latin { return .latin }
    if run.letters > 1, isWord(reading(of: run.range, as: .cyrillic)) { return .cyrillic }
    if knowledge.latinWords.contains(reading(of: run.range, as: .latin)) { return .latin }
    if isLatinNameWithEnding(run) || !fitsLanguage(run) { return .latin }
    return .cyrillic
  }

  /// Whether the Cyrillic reading keeps to the alphabet of the paragraph's language as far as letters like
  /// "ö" and "ü" go, which are no slips of a keyboard elsewhere. («і» is: Kazakh names stand in Russian text.)
  private func fitsLanguage(_ run: LetterRun) -> Bool {
    guard let own, own.alphabet == .cyrillic else { return true }
    for (value, _) in scalars(in: run.range) where value >= 0x80 && table(value).contains(.latin) {
      let readings = table.readings(of: value, in: .cyrillic)
      if !readings.contains(where: { own.letters.contains(lower($0)) }) { return false }
    }
    // All in capitals «І» must belong to the language too: "IТ" is no Russian word.
    guard run.onlyCyrillic == 0, run.capitals == run.letters else { return true }
    return scalars(in: run.range).allSatisfy { value, _ in
      let readings = table.readings(of: value, in: .cyrillic)
      return readings.isEmpty || readings.contains { own.letters.contains(lower($0)) }
    }
  }

  /// «EXPOның», «Kiaның», «iҚоғам»: Latin letters in front, then a Cyrillic ending or a capital.
  private func isLatinNameWithEnding(_ run: LetterRun) -> Bool {
    var prefix = run.range.lower
    var latin = 0
    var capitals = 0
    for (value, length) in scalars(in: run.range) {
      let facts = table(value)
      if !facts.contains(.latin) {
        if latin == 1, capitals == 0, facts.contains(.capital), run.capitals < run.letters - 1 { return true }
        break
      }
      latin += 1
      if facts.contains(.capital) { capitals += 1 }
      prefix += length
    }
    guard latin >= 2, latin == run.latin, prefix < run.range.upper else { return false }
    let ending = TextRange(prefix, run.range.upper)
    guard run.capitals == capitals, isEnding(ending) else { return false }
    let name = TextRange(run.range.lower, prefix)
    if capitals == latin {
      // «TOOның»: the abbreviation is known.
      return knowledge.latinWords.contains(Array(bytes[name.lower..<name.upper]))
        || !isWord(reading(of: name, as: .cyrillic))
    }
    if latin < 3 || isWord(reading(of: run.range, as: .cyrillic)) { return false }
    return latinLikeness(of: name) + Self.nameLead > cyrillicLikeness(of: name)
  }

  /// «Facebookе», «iPhoneа»: in Cyrillic text a Latin name takes Cyrillic endings.
  private func endsInCyrillicEnding(_ run: LetterRun) -> Bool {
    var start = run.range.upper
    var letters = 0
    while start > run.range.lower {
      let (value, length) = Scalars.decode(bytes, before: start)
      guard table(value).contains(.cyrillic) else { break }
      start -= length
      letters += 1
    }
    return letters > 0 && letters == run.cyrillic && run.latin >= 2
      && isEnding(TextRange(start, run.range.upper))
  }

  private func isInAddress(_ run: LetterRun) -> Bool {
    for byte in [byte(at: run.range.lower - 1), byte(at: run.range.upper)]
    where byte == 0x40 || byte == 0x5F || byte == 0x5C { return true }
    return false
  }

  // MARK: - Readings

  /// The letters of a run that change, one replacement each.
  func letters(of range: TextRange, as target: WordAlphabet) -> [LetterRepair] {
    var repairs: [LetterRepair] = []
    let read = readings(of: range, as: target)
    var at = range.lower
    for ((value, length), reading) in zip(scalars(in: range), read) {
      if value != reading {
        var replacement: [UInt8] = []
        Scalars.append(reading, to: &replacement)
        repairs.append(LetterRepair(range: TextRange(at, at + length), replacement: replacement))
      }
      at += length
    }
    return repairs
  }

  /// A stretch written in an alphabet, as UTF-8.
  func reading(of range: TextRange, as target: WordAlphabet) -> [UInt8] {
    var out: [UInt8] = []
    for value in readings(of: range, as: target) { Scalars.append(value, to: &out) }
    return out
  }

  /// A stretch written in an alphabet; where a letter has two readings («у» and «ү» for "y"), the one by
  /// which the word looks more like the paragraph's language.
  private func readings(of range: TextRange, as target: WordAlphabet) -> [UInt32] {
    var values = scalars(in: range).map(\.0)
    let letters = likeliest.flatMap { knowledge.languages[$0]?.letters }
    var open: [(Int, [UInt32])] = []
    for index in values.indices {
      var readings = table.readings(of: values[index], in: target)
      if table(values[index]).isEmpty { readings = figureReadings(readings, at: index, of: values) }
      guard let first = readings.first else { continue }
      values[index] = first
      if readings.count > 1, open.count < 4 {
        let known = readings.filter { letters?.contains(lower($0)) ?? true }
        if known.count > 1 { open.append((index, known)) } else { values[index] = known.first ?? first }
      }
    }
    guard !open.isEmpty else { return values }
    let likeness = knowledge.cyrillicLikeness[likeliest ?? ""] ?? knowledge.latinLikeness
    var best = values
    var bestScore = -Double.infinity
    for choice in 0..<(1 << open.count) {
      for (bit, letter) in open.enumerated() {
        values[letter.0] = letter.1[min(choice >> bit & 1, letter.1.count - 1)]
      }
      let known = isWord(values.reduce(into: []) { Scalars.append($1, to: &$0) }) ? 8.0 : 0
      let score = likeness([0x20] + values.map(lower) + [0x20]) + known
      if score > bestScore {
        best = values
        bestScore = score
      }
    }
    return best
  }

  /// A figure is a capital at the front of a word and before a capital, else a small letter.
  private func figureReadings(_ readings: [UInt32], at index: Int, of values: [UInt32]) -> [UInt32] {
    guard readings.count == 2 else { return readings }
    let isCapital = index == 0 || index + 1 < values.count && table(values[index + 1]).contains(.capital)
    return [isCapital ? readings[0] : readings[1]]
  }

  private func cyrillicLikeness(of range: TextRange) -> Double {
    let letters = readings(of: range, as: .cyrillic).map(lower)
    return knowledge.cyrillicLikeness[likeliest ?? ""]?([0x20] + letters) ?? 0
  }

  private func latinLikeness(of range: TextRange) -> Double {
    knowledge.latinLikeness([0x20] + scalars(in: range).map { lower($0.0) })
  }

  // MARK: - The text

  func scalars(in range: TextRange) -> [(UInt32, Int)] {
    var out: [(UInt32, Int)] = []
    var at = range.lower
    while at < range.upper {
      let (value, length) = Scalars.decode(bytes, at: at)
      out.append((value, length))
      at += length
    }
    return out
  }

  func isWord(_ word: [UInt8]) -> Bool {
    if let language { return knowledge.words.isWord(word, language) }
    return knowledge.languages.contains { code, letters in
      letters.alphabet == alphabet && knowledge.words.isWord(word, code)
    }
  }

  private func isEnding(_ range: TextRange) -> Bool {
    let ending = FoldedForm().folded(Array(bytes[range.lower..<range.upper]))
    return knowledge.languages.contains { code, letters in
      letters.alphabet == .cyrillic && knowledge.words.isEnding(ending, code)
    }
  }

  func lower(_ value: UInt32) -> UInt32 {
    guard value >= 0x41, table(value).contains(.capital) else { return value }
    return Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  func byte(at index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0x20 }
  func isDigit(at index: Int) -> Bool { byte(at: index) &- 0x30 < 10 }
}
