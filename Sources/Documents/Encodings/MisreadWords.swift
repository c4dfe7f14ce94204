/// The words of a text that would come out differently if its bytes had been read as UTF-8.
struct MisreadWords {
  /// A word that holds UTF-8 sequences and nothing that speaks against them.
  struct Word {
    var run: MojibakeFinding.Run
    /// The whole word as it should be; `run` is what of it changes.
    var mended: [UInt32]
    /// For every scalar of it where in the text it came from.
    var origins: [Int]
    /// How much likelier the word becomes.
    var gain: Int
    /// The cost of the word as it is in the text.
    var cost: Int
    /// Whether it has a letter beside another letter, or a sign of three bytes: the rest may be chance.
    var isStrong: Bool
    /// How many sequences are whole, and whether some are not.
    var units: Int
    var isDamaged: Bool
  }

  private(set) var words: [Word] = []
  let scalars: ArraySlice<UInt32>
  let readAs: ReadAs

  /// Looks through all of it; linear.
  /// - Parameter isWhole: whether it is a text, which spaces divide into words, and not one word.
  init(_ scalars: ArraySlice<UInt32>, readAs: ReadAs, isWhole: Bool) {
    self.scalars = scalars
    self.readAs = readAs
    guard scalars.contains(where: { readAs.byte($0).map { $0 >= 0xC2 } ?? false }) else { return }
    var builder = Builder()
    var index = scalars.startIndex
    var afterUnit = false
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if scalar < 0x80 {
        if scalar <= 0x20, isWhole {
          close(&builder, at: index)
          builder = Builder()
          builder.start = index + 1
        } else {
          builder.mended.append(scalar)
          builder.origins.append(index)
        }
        index += 1
        afterUnit = false
        continue
      }
      if let unit = sequence(at: index) ?? damaged(at: index, afterUnit: afterUnit, last: builder.mended.last)
      {
        builder.add(unit, at: index)
        index += unit.length
        afterUnit = true
        continue
      }
      // A letter that is no part of a sequence: the word is what it seems.
      if LetterClass(scalar).isLetter { builder.isSpoilt = true }
      builder.mended.append(scalar)
      builder.origins.append(index)
      index += 1
      afterUnit = false
    }
    close(&builder, at: scalars.endIndex)
  }

  /// A sequence, and what it stands for.
  struct Unit {
    var scalar: UInt32
    /// How many scalars of the text it takes.
    var length: Int
    /// How many bytes of UTF-8 it is; 0 for a fixed space that lost one.
    var bytes: Int
    /// Whether what was lost could not be told.
    var isUnknown = false
    /// Whether nothing was lost.
    var isWhole = true
  }

  private struct Builder {
    var start = 0
    var mended: [UInt32] = []
    var origins: [Int] = []
    var firstUnit: Int?
    /// After the last unit: in `mended`, and in the text.
    var end = (mended: 0, text: 0)
    var isSpoilt = false
    var hasSign = false
    var unknown = 0
    var whole = 0
    var damaged = 0
    var lostSpaces = 0

    mutating func add(_ unit: Unit, at index: Int) {
      firstUnit = firstUnit ?? mended.count
      mended.append(unit.scalar)
      origins.append(index)
      end = (mended.count, index + unit.length)
      if unit.bytes > 2 || (unit.isWhole && MisreadWords.isSignOfNews(unit.scalar)) { hasSign = true }
      if unit.isUnknown { unknown += 1 }
      if unit.isWhole { whole += 1 } else if unit.bytes > 0 { damaged += 1 } else { lostSpaces += 1 }
    }
  }

  private mutating func close(_ builder: inout Builder, at end: Int) {
    guard let first = builder.firstUnit, !builder.isSpoilt, builder.damaged <= builder.whole else { return }
    let start = max(builder.start, scalars.startIndex)
    let cost = ScalarCosts.cost(of: scalars[start..<end])
    let range = builder.origins[first]..<builder.end.text
    let part = first..<builder.end.mended
    words.append(
      Word(
        run: .init(range: range, scalars: Array(builder.mended[part]), origins: Array(builder.origins[part])),
        mended: builder.mended, origins: builder.origins,
        gain: cost - ScalarCosts.cost(of: builder.mended) + Self.priceOfUnknown * builder.unknown,
        cost: cost, isStrong: builder.hasSign || Self.joinsLetters(builder, in: scalars),
        units: builder.whole, isDamaged: builder.damaged + builder.lostSpaces > 0))
  }

  /// What U+FFFD costs too much where it stands for a letter that is known to have been there.
  private static let priceOfUnknown = 120

  /// Signs that have C2 before them in UTF-8 and never stand after a capital of their own in clean text.
  private static func isSignOfNews(_ scalar: UInt32) -> Bool {
    [0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0].contains(scalar)
  }

  /// Whether a mended letter stands beside another letter; after a capital it must stand before one, since `AMANHÃ…`
  /// is no accident.
  private static func joinsLetters(_ builder: Builder, in scalars: ArraySlice<UInt32>) -> Bool {
    let letters = builder.mended.map { LetterClass($0) }
    return letters.indices.contains { place in
      guard builder.mended[place] >= 0x80, letters[place].isLetter else { return false }
      if place + 1 < letters.count, letters[place + 1].isLetter { return true }
      return place > 0 && letters[place - 1].isLetter
        && LetterClass(scalars[builder.origins[place - 1]]).letterCase != .upper
    }
  }

  /// A word that came of reading UTF-8, read once more.
  static func onceMore(_ word: Word, readAs: ReadAs) -> Word? {
    let inner = MisreadWords(word.mended[...], readAs: readAs, isWhole: false).words
    guard let found = inner.first, inner.count == 1 else { return nil }
    var result = found
    let outer = found.origins.map { word.origins[$0] }
    // What the first reading changed and the second did not is part of the run as well.
    let range = word.run.range
    var first = 0
    while first < outer.count, outer[first] < range.lowerBound { first += 1 }
    var last = outer.count
    while last > first, outer[last - 1] >= range.upperBound { last -= 1 }
    result.run = .init(
      range: range, scalars: Array(found.mended[first..<last]), origins: Array(outer[first..<last]))
    result.origins = outer
    result.cost = word.cost
    result.gain = word.cost - ScalarCosts.cost(of: found.mended)
    return result
  }

  // MARK: Sequences

  func byte(_ index: Int) -> UInt8? { index < scalars.endIndex ? readAs.byte(scalars[index]) : nil }

  /// A whole UTF-8 sequence that starts at an index.
  func sequence(at index: Int) -> Unit? {
    guard let lead = byte(index), lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard let next = byte(index + offset), next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    guard Self.isExpected(scalar), length != 3 || scalar >= 0x800, length != 4 || scalar >= 0x10000 else {
      return nil
    }
    return Unit(scalar: scalar, length: length, bytes: length)
  }

  /// What texts of these languages hold, and what may come of reading them wrongly once.
  private static func isExpected(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80..<0x180, 0x192, 0x2C6...0x2DD, 0x3A9, 0x3C0, 0x400..<0x460, 0x490...0x4E9: true
    case 0x2000..<0x2C00, 0xFB01, 0xFB02, 0xFE0F, 0xFEFF, 0xFFFD, 0x1F100..<0x1FB00: true
    default: false
    }
  }
}
