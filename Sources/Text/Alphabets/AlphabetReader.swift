/// A text and what it is when read in the main alphabets of its languages.
struct AlphabetReading {
  var bytes: [UInt8]
  var paragraphs: [(range: TextRange, isHeading: Bool)]
  /// The language of the whole and of each paragraph; the script is the one as written.
  var document: LanguageGuess
  var guesses: [LanguageGuess]
  var written: WrittenText
}

/// Finds the paragraphs that are written in another alphabet of a known language and reads them in its main one.
struct AlphabetReader: Sendable {
  /// The least score and confidence at which a stretch is taken for a language.
  private static let leastScore = 0.48
  /// The same for a short stretch, and for one whose letters prove nothing.
  private static let leastScoreOfShort = 0.47
  private static let leastScoreOfLoose = 0.6
  private static let shortStretch = 120
  private static let leastConfidence = 0.9
  private static let leastConfidenceOfShort = 0.98
  /// The same for a paragraph among others of that alphabet, or in a language that was named.
  private static let leastScoreInside = 0.2
  /// Fewer letters say nothing.
  private static let fewLetters = 25

  let languages: [ReadableLanguage]
  private let recogniser: AlphabetRecogniser

  init(_ knowledge: [TextKnowledge], identifier: LanguageIdentifier) {
    languages = knowledge.compactMap { language in
      language.reading.map { ReadableLanguage(language.code, $0) }
    }
    recogniser = AlphabetRecogniser(languages: languages, identifier: identifier)
  }

  /// Whether a language may be written in a script beside that of its main alphabet.
  static func reads(script: String) -> Bool { script == "Latn" || script == "Arab" }

  /// The reading of a text, or nil if nothing of it is written in another alphabet.
  ///
  /// Texts in the main alphabets and in the other known languages cost nothing here.
  ///
  /// - Parameters:
  ///   - guesses: what the identifier says of each paragraph.
  ///   - isOpen: whether another language than the guess is possible.
  ///   - told: the language if it was named and need not be found.
  ///   - alphabet: the alphabet if it is known from the surroundings.
  func reading(
    of text: UnsafeBufferPointer<UInt8>, paragraphs: [(range: TextRange, isHeading: Bool)],
    document: LanguageGuess, guesses: [LanguageGuess], isOpen: [Bool], told: String? = nil,
    alphabet: String? = nil
  ) -> AlphabetReading? {
    guard !languages.isEmpty, paragraphs.count == guesses.count, isOpen.count == guesses.count else {
      return nil
    }
    if let told, !languages.contains(where: { $0.code == told }) { return nil }
    var open: [String: [TextRange]] = [:]
    let isOpen = zip(guesses, isOpen).map { Self.reads(script: $0.script) && $1 }
    for (index, paragraph) in paragraphs.enumerated() where isOpen[index] {
      open[guesses[index].script, default: []].append(paragraph.range)
    }
    guard !open.isEmpty else { return nil }

    // The whole first: what it is written in is likely for each of its paragraphs.
    var whole: [String: AlphabetRecogniser.Finding] = [:]
    for (script, ranges) in open {
      if let found = recogniser.best(text, ranges, script: script, code: told, preferred: alphabet),
        isEnough(found, inside: told != nil || alphabet != nil)
      {
        whole[script] = found
      }
    }
    var findings: [AlphabetRecogniser.Finding?] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard isOpen[index] else {
        findings.append(nil)
        continue
      }
      let script = guesses[index].script
      let around = whole[script]
      if let around, open[script]?.count == 1 {
        findings.append(around)
        continue
      }
      let name = around.map { languages[$0.language].alphabets[$0.alphabet].name }
      if let name,
        let same = recogniser.best(
          text, [paragraph.range], script: script, code: told, preferred: name, onlyPreferred: true),
        same.score >= Self.leastScoreOfShort
      {
        findings.append(same)
        continue
      }
      let own = recogniser.best(text, [paragraph.range], script: script, code: told, preferred: name)
      if let own, isEnough(own, inside: around != nil && own.language == around?.language) {
        findings.append(own)
      } else if let around, (own?.letters ?? 0) < Self.fewLetters {
        findings.append(around)
      } else {
        findings.append(nil)
      }
    }
    guard findings.contains(where: { $0 != nil }) else { return nil }
    return assemble(text, paragraphs, document, guesses, findings, told)
  }

  private func isEnough(_ finding: AlphabetRecogniser.Finding, inside: Bool) -> Bool {
    if inside { return finding.score >= Self.leastScoreInside }
    var least = Self.leastScore
    var confidence = Self.leastConfidence
    if finding.letters < Self.shortStretch {
      confidence = Self.leastConfidenceOfShort
      least =
        finding.metTellingLetter
        ? languages[finding.language].alphabets[finding.alphabet].leastShare ?? Self.leastScoreOfShort
        : Self.leastScoreOfLoose
    }
    return finding.letters >= Self.fewLetters && finding.score >= least
      && finding.confidence >= confidence
  }

  private func assemble(
    _ text: UnsafeBufferPointer<UInt8>, _ paragraphs: [(range: TextRange, isHeading: Bool)],
    _ document: LanguageGuess, _ guesses: [LanguageGuess], _ findings: [AlphabetRecogniser.Finding?],
    _ told: String?
  ) -> AlphabetReading {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 2)
    var map = ReadingMap()
    var ranges = paragraphs
    var guesses = guesses
    var readers: [String: Transliterator] = [:]
    var letters: [String: (count: Int, finding: AlphabetRecogniser.Finding)] = [:]
    var end = 0
    func copy(to upper: Int) {
      guard end < upper else { return }
      map.add(reading: bytes.count, written: end, isCopy: true)
      bytes.append(contentsOf: text[end..<upper])
      end = upper
    }
    for (index, paragraph) in paragraphs.enumerated() {
      copy(to: paragraph.range.lower)
      let start = bytes.count
      if let finding = findings[index] {
        let language = languages[finding.language]
        let alphabet = language.alphabets[finding.alphabet]
        let key = language.code + alphabet.name
        var reader = readers[key] ?? language.transliterator(finding.alphabet)
        readers[key] = nil  // so that there is one owner of its buffers
        swap(&reader.bytes, &bytes)
        swap(&reader.map, &map)
        reader.read(text, paragraph.range)
        swap(&reader.bytes, &bytes)
        swap(&reader.map, &map)
        readers[key] = reader
        end = paragraph.range.upper
        letters[key, default: (0, finding)].count += paragraph.range.count
        guesses[index] = LanguageGuess(
          code: language.code, script: alphabet.script,
          confidence: told != nil ? 1 : max(finding.confidence, 0.5))
      } else {
        copy(to: paragraph.range.upper)
      }
      ranges[index].range = TextRange(start, bytes.count)
    }
    copy(to: text.count)
    map.finish(reading: bytes.count, written: text.count)

    let total = paragraphs.reduce(0) { $0 + $1.range.count }
    let read = letters.values.reduce(0) { $0 + $1.count }
    var language = document
    let most = letters.sorted { $0.key < $1.key }.max { $0.value.count < $1.value.count }?.value.finding
    var name = ""
    if let most {
      let main = languages[most.language]
      name = main.alphabets[most.alphabet].name
      if read * 2 >= total {
        language = LanguageGuess(
          code: main.code, script: main.alphabets[most.alphabet].script,
          confidence: told != nil ? 1 : max(most.confidence, 0.5))
      }
    }
    return AlphabetReading(
      bytes: bytes, paragraphs: ranges, document: language, guesses: guesses,
      written: WrittenText(bytes: Array(text), alphabet: name, map: map))
  }
}
