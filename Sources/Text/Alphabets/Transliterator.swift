/// Reads text of one alphabet in the main alphabet of its language, letter by letter.
///
/// What is not of the alphabet is copied: words of other scripts, addresses of the Web, Roman numerals.
struct Transliterator {
  /// More different words are not kept in mind.
  private static let mostRemembered = 20_000

  let alphabet: Alphabet
  private let words: WordReader
  private let isLatin: Bool
  private let isArabic: Bool
  /// Stands where capitals have to be found because the alphabet has none.
  private var capitals: CapitalFinder
  private var remembered: [[UInt32]: WordReading] = [:]

  /// The reading so far, and where its pieces were written.
  var bytes: [UInt8] = []
  var map = ReadingMap()
  /// Letters of words, of those that are known, and letters of the script that are not of the alphabet.
  private(set) var letters = 0
  private(set) var knownLetters = 0
  private(set) var foreignLetters = 0
  /// Words that another language is known by.
  private(set) var otherWords = 0
  private let others: Set<[UInt32]>
  /// Whether one of the letters was met that tell the alphabet from others.
  private(set) var metTellingLetter: Bool

  /// - Parameter others: frequent words of other languages in the same script.
  init(_ alphabet: Alphabet, _ words: WordReader, nameEndings: [[UInt32]], others: Set<[UInt32]>) {
    self.alphabet = alphabet
    self.words = words
    self.others = others
    metTellingLetter = alphabet.tellingLetters.isEmpty
    isLatin = alphabet.script == "Latn"
    isArabic = alphabet.script == "Arab"
    capitals = CapitalFinder(nameEndings: nameEndings)
  }

  /// Appends the reading of a stretch of valid UTF-8; a stretch is a paragraph.
  ///
  /// - Complexity: linear.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
    capitals.startParagraph()
    var at = range.lower
    while at < range.upper {
      let (value, length) = Scalars.decode(text, at: at)
      if startsWord(value) {
        let end = wordEnd(text, from: at, limit: range.upper)
        if let stop = addressEnd(text, from: at, wordEnd: end, limit: range.upper) {
          copy(text, at, stop)
          at = stop
        } else {
          readWord(text, at, end)
          at = end
        }
        continue
      }
      readSign(text, at, value, length)
      at += length
    }
  }

  /// Appends a stretch as it is.
  mutating func copy(_ text: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) {
    guard lower < upper else { return }
    map.add(reading: bytes.count, written: lower, isCopy: true)
    bytes.append(contentsOf: text[lower..<upper])
  }

  // MARK: - Words

  @inline(__always)
  private func isOfScript(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x2BF, 0x1E00...0x1EFF, 0xA720...0xA7FF: return isLatin
    case 0x620...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: return isArabic
    default: return false
    }
  }

  private func startsWord(_ value: UInt32) -> Bool {
    guard Scalars.classify(value).isLetter else { return false }
    return isOfScript(value) || alphabet.isLetter(alphabet.small(value))
  }

  private func wordEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
    var at = start
    while at < limit {
      let (value, length) = Scalars.decode(text, at: at)
      let kind = Scalars.classify(value)
      let isPart =
        kind == .mark || (kind.isLetter && isOfScript(value)) || alphabet.isLetter(alphabet.small(value))
      guard isPart else { break }
      at += length
    }
    return at
  }

  private func addressEnd(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, wordEnd: Int, limit: Int
  ) -> Int? {
    guard text[start] < 0x80 else { return nil }
    let inside = UnsafeBufferPointer(rebasing: text[..<limit])
    return WebAddress.end(in: inside, from: start)
      ?? WebAddress.siteEnd(in: inside, from: start, wordEnd: wordEnd)
  }

  private mutating func readWord(_ text: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) {
    var raw: [UInt32] = []
    var offsets: [Int] = []
    var at = lower
    while at < upper {
      let (value, length) = Scalars.decode(text, at: at)
      raw.append(value)
      offsets.append(at)
      at += length
    }
    offsets.append(upper)
    let small = raw.map(alphabet.small)
    let upperCase = zip(raw, small).map { Scalars.classify($0) == .upper && $0 != $1 }
    if isRomanNumeral(raw) {
      copy(text, lower, upper)
      return
    }
    let units = WordUnits(small, raw: raw, alphabet)
    let reading: WordReading
    if let known = remembered[raw] {
      reading = known
    } else {
      reading = words.read(units)
      if remembered.count < Self.mostRemembered, raw.count < 24 { remembered[raw] = reading }
    }
    guard reading.letters.contains(where: { !$0.isEmpty }) else {
      copy(text, lower, upper)
      return
    }
    count(small, reading)
    // A letter that is everywhere a capital, and nothing else, makes no word in capitals.
    let capitalCount = upperCase.count { $0 }
    let isAllCapitals =
      capitalCount > 1 && zip(raw, upperCase).allSatisfy { $1 || Scalars.classify($0) != .lower }
    let firstIsCapital =
      alphabet.isCaseless && capitals.wantsCapital(reading.letters.flatMap { $0 }, reading)
    var pieceStart: Int?
    var isFirst = true
    for (unit, letters) in zip(units.units, reading.letters) {
      let start = pieceStart ?? offsets[unit.letters.lowerBound]
      if letters.isEmpty {
        // What is not read belongs to the letter behind it, or at the end of a word to the one before.
        if isFirst { pieceStart = start }
        continue
      }
      pieceStart = nil
      map.add(reading: bytes.count, written: start, isCopy: false)
      let isCapital = upperCase[unit.letters.lowerBound] || (isFirst && firstIsCapital)
      for (index, letter) in letters.enumerated() {
        let isUpper = isAllCapitals || (isCapital && index == 0)
        Scalars.append(isUpper ? Self.capital(letter) : letter, to: &bytes)
      }
      isFirst = false
    }
  }

  private mutating func count(_ small: [UInt32], _ reading: WordReading) {
    letters += small.count
    if small.count < 10, others.contains(small) { otherWords += 1 }
    if !metTellingLetter { metTellingLetter = small.contains(where: alphabet.tellingLetters.contains) }
    for letter in small where !alphabet.isLetter(letter) { foreignLetters += 1 }
    if reading.isKnown { knownLetters += small.count }
  }

  private func isRomanNumeral(_ raw: [UInt32]) -> Bool {
    isLatin && raw.count > 1 && raw.count < 8
      && raw.allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 || $0 == 0x4C || $0 == 0x43 }
  }

  private static func capital(_ letter: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(letter) else { return letter }
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    return upper.count == 1 ? upper.first?.value ?? letter : letter
  }

  // MARK: - Signs

  private mutating func readSign(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ value: UInt32, _ length: Int
  ) {
    var read = alphabet.sign(value) ?? value
    // Figures are figures in every script (Arabic-Indic and their eastern forms).
    if value >= 0x660, value <= 0x669 { read = value - 0x660 + 0x30 }
    if value >= 0x6F0, value <= 0x6F9 { read = value - 0x6F0 + 0x30 }
    if alphabet.isCaseless { capitals.sign(read) }
    if read == value {
      copy(text, at, at + length)
    } else {
      map.add(reading: bytes.count, written: at, isCopy: false)
      Scalars.append(read, to: &bytes)
    }
  }
}
