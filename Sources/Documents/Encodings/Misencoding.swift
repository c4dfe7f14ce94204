/// Finds text of one byte a character that was read as another such encoding.
enum Misencoding {
  private struct Pair: Sendable {
    let was: CharacterEncoding
    let readAs: ReadAs
    /// Whether Russian letters are the same in both, so that only a few letters speak for it.
    var keepsRussian: Bool { (was == .kz1048 || was == .ptcp154) && readAs.name == "windows-1251" }
    var isWestern: Bool { was == .windows1252 || was == .macRoman }

    /// What a scalar should have been; nil if it did not come of a byte of 0x80 and more.
    func meant(_ scalar: UInt32) -> UInt32? {
      guard let byte = readAs.byte(scalar), let table = was.table else { return nil }
      return table[Int(byte & 0x7F)]
    }
  }

  private static let pairs: [Pair] = [
    Pair(was: .windows1251, readAs: .windows1252), Pair(was: .koi8r, readAs: .windows1251),
    Pair(was: .windows1251, readAs: .koi8r), Pair(was: .kz1048, readAs: .windows1251),
    Pair(was: .kz1048, readAs: .windows1252), Pair(was: .ibm866, readAs: .windows1251),
    Pair(was: .windows1251, readAs: .ibm866), Pair(was: .koi8r, readAs: .windows1252),
    Pair(was: .ibm866, readAs: .windows1252), Pair(was: .ptcp154, readAs: .windows1251),
    Pair(was: .iso8859Part5, readAs: .windows1251), Pair(was: .windows1252, readAs: .windows1251),
    Pair(was: .windows1252, readAs: .macRoman), Pair(was: .macRoman, readAs: .windows1252),
    Pair(was: .macCyrillic, readAs: .windows1251), Pair(was: .macCyrillic, readAs: .windows1252),
  ]
  /// How much likelier the text must become, in the eighths of `LetterModel`.
  private static let leastGain = 140
  /// What a letter may cost at most, on average, in the text as it was meant.
  private static let dearest = 31
  /// What a word may lose that lies beside others which are sure: it is too short to tell.
  private static let tolerance = -40
  /// What Western text must give: other accented letters come of Cyrillic ones that look Latin.
  private static let umlauts: Set<UInt32> = [
    0xE4, 0xF6, 0xFC, 0xDF, 0xC4, 0xD6, 0xDC, 0xE9, 0xC9, 0xE8, 0xE7,
  ]
  /// What a word costs that cannot have come of such a reading.
  private static let impossible = -240

  /// All explanations that are certain enough.
  static func findings(in text: ScalarText) -> [MojibakeFinding] {
    let words = Self.words(of: text.scalars)
    let costs = words.map { cost(of: Array(text.scalars[$0])) }
    return pairs.compactMap { finding(of: $0, in: text.scalars, words: words, costs: costs) }
  }

  /// The words that hold anything but ASCII.
  private static func words(of scalars: [UInt32]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    var isTelling = false
    for index in 0...scalars.count {
      if index < scalars.count, scalars[index] > 0x20 {
        isTelling = isTelling || scalars[index] >= 0x80
        continue
      }
      if isTelling { words.append(start..<index) }
      (start, isTelling) = (index + 1, false)
    }
    return words
  }

  private static func finding(
    of pair: Pair, in scalars: [UInt32], words: [Range<Int>], costs: [Int]
  ) -> MojibakeFinding? {
    var runs: [MojibakeFinding.Run] = []
    var gains: [Int] = []
    var meantCosts: [(cost: Int, letters: Int)] = []
    for (word, cost) in zip(words, costs) {
      var meant: [UInt32] = []
      var letters = 0
      var isPossible = true
      for scalar in scalars[word] {
        guard scalar >= 0x80 else {
          meant.append(scalar)
          continue
        }
        let found = pair.meant(scalar)
        if found == nil || found == 0xFFFD, LetterClass(scalar).isLetter { isPossible = false }
        meant.append(found ?? scalar)
        if let found, LetterClass(found).isLetter {
          letters += 1
          if pair.isWestern, !umlauts.contains(found) { isPossible = false }
        }
      }
      let newCost = isPossible ? Self.cost(of: meant) : 0
      gains.append(isPossible ? cost - newCost : impossible)
      meantCosts.append((newCost, letters))
      runs.append(.init(range: word, scalars: meant, origins: Array(word)))
    }
    guard let stretch = bestStretch(gains) else { return nil }
    let gain = gains[stretch].reduce(0, +)
    let letters = meantCosts[stretch].reduce(0) { $0 + $1.letters }
    let cost = meantCosts[stretch].reduce(0) { $0 + $1.cost }
    let all = runs[stretch].reduce(0) { $0 + $1.scalars.count }
    guard pair.isWestern || isCyrillic(runs[stretch], in: scalars, gain: gain) else { return nil }
    guard
      !pair.keepsRussian || runs[stretch].contains(where: { $0.range.contains { isForeign(scalars[$0]) } })
    else { return nil }
    guard gain >= leastGain, letters >= (pair.isWestern ? 1 : 2),
      cost <= (pair.isWestern ? 44 : dearest) * all
    else { return nil }
    return MojibakeFinding(
      what: "\(pair.was.name) read as \(pair.readAs.name)", gain: gain, runs: Array(runs[stretch]))
  }

  /// Whether what was meant is Cyrillic words: not single letters, nor abbreviations that chance made likely.
  private static func isCyrillic(
    _ runs: ArraySlice<MojibakeFinding.Run>, in scalars: [UInt32], gain: Int
  ) -> Bool {
    var letters = 0
    var others = 0
    var longest = 0
    var hasSmall = false
    for run in runs {
      var length = 0
      for (scalar, origin) in zip(run.scalars, run.origins) {
        let isLetter = LetterClass.cyrillic.contains(LetterClass(scalar).index)
        length = isLetter ? length + 1 : 0
        longest = max(longest, length)
        if isLetter { letters += 1 } else if scalar >= 0x80 { others += 1 }
        if LetterClass(scalars[origin]).letterCase != .upper, isLetter { hasSmall = true }
      }
    }
    return longest >= 3 && letters > 2 * others && (hasSmall || (letters >= 24 && gain >= 2 * leastGain))
  }

  /// A Cyrillic letter that Russian, Kazakh and Ukrainian lack: in Ukrainian text, letters of its own are no damage.
  private static func isForeign(_ scalar: UInt32) -> Bool {
    LetterClass(scalar).index == LetterClass.otherCyrillic
      && ![0x404, 0x454, 0x407, 0x457, 0x490, 0x491].contains(scalar)
  }

  /// The words next to each other that gain most together.
  private static func bestStretch(_ gains: [Int]) -> Range<Int>? {
    var best: (sum: Int, range: Range<Int>)?
    var sum = 0
    var start = 0
    for (index, gain) in gains.enumerated() {
      if sum <= 0 { (sum, start) = (0, index) }
      sum += gain
      if sum > best?.sum ?? 0 { best = (sum, start..<index + 1) }
    }
    guard var range = best?.range else { return nil }
    while range.lowerBound > 0, gains[range.lowerBound - 1] > tolerance {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < gains.count, gains[range.upperBound] > tolerance {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  /// The cost of a word; one in capitals throughout costs what it would in small letters, since other alphabets read
  /// in the wrong encoding often come out in capitals and abbreviations would be taken for them.
  private static func cost(of word: [UInt32]) -> Int {
    var costs = ScalarCosts()
    let classes = word.map { LetterClass($0).letterCase }
    if !classes.contains(.lower) { costs.ignoresCase = true }
    for scalar in word { costs.add(scalar) }
    costs.add(0x20)
    return costs.cost
  }
}
