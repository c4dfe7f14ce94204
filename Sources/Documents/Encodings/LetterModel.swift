/// How unlikely one character is after another, in each of the four languages at once.
///
/// Pairs of a language's own letters are counted (`LetterTable`); what was not counted, signs and letters of other
/// alphabets, is estimated. Costs are negative natural logarithms of probabilities in eighths.
struct LetterModel: Sendable {
  /// One cost a language: Kazakh, Russian, German, English.
  typealias Costs = SIMD4<Int16>

  static let shared = LetterModel()

  /// Of a class after a class: `previous * LetterClass.count + class`.
  let costs: [Costs]

  private init() {
    let alphabets: [(table: String, letters: ClosedRange<UInt8>)] = [
      (LetterTable.kazakh, LetterClass.cyrillic), (LetterTable.russian, LetterClass.cyrillic),
      (LetterTable.german, LetterClass.latin), (LetterTable.english, LetterClass.latin),
    ]
    let count = LetterClass.count
    var costs = [Costs](repeating: Costs(), count: count * count)
    for (language, alphabet) in alphabets.enumerated() {
      let counted = Self.counted(alphabet.table)
      let side = alphabet.letters.count + 1
      for previous in 0..<count {
        for current in 0..<count {
          let row = Self.place(previous, in: alphabet.letters)
          let column = Self.place(current, in: alphabet.letters)
          var cost = Self.estimate(UInt8(previous), UInt8(current), own: alphabet.letters)
          if previous + current > 0, let column, let row = row ?? (cost.startsWord ? 0 : nil),
            row * side + column < counted.count
          {
            cost.eighths += counted[row * side + column]
          }
          costs[previous * count + current][language] = Int16(truncatingIfNeeded: cost.eighths)
        }
      }
    }
    self.costs = costs
  }

  /// The numbers that the signs of a table stand for.
  private static func counted(_ table: String) -> [Int] {
    table.utf8.lazy.filter { $0 > ASCII.space }.map { Int($0) - ($0 > 0x5C ? 36 : 35) }
  }

  /// Where a class stands in the table of an alphabet; nil if it does not.
  private static func place(_ index: Int, in letters: ClosedRange<UInt8>) -> Int? {
    if index == 0 { return 0 }
    return letters.contains(UInt8(index)) ? index - Int(letters.lowerBound) + 1 : nil
  }

  /// What is known without counting: the cost that comes on top of the counted one, and whether the counted one is that
  /// of the edge of a word.
  private static func estimate(
    _ previous: UInt8, _ current: UInt8, own: ClosedRange<UInt8>
  ) -> (eighths: Int, startsWord: Bool) {
    let isCyrillic = own.contains(1)
    let afterLetter = isLetter(previous)
    func isOwn(_ index: UInt8) -> Bool { index == 0 || own.contains(index) }
    switch current {
    case _ where isOwn(current):
      if previous == 0, current == 0 { return (0, false) }
      if isOwn(previous) { return (0, false) }
      if current == 0 { return (afterLetter ? 12 : 4, false) }
      if !afterLetter {
        let isDash = previous == LetterClass.dash && isCyrillic
        if previous == LetterClass.apostrophe, !isCyrillic { return (behindApostrophe(current), true) }
        return (isDash ? 36 : signBefore[previous] ?? 0, true)
      }
      // Inside a word after a letter that is not counted.
      if !isCyrillic, previous >= LetterClass.acute, previous <= LetterClass.otherLatin { return (22, false) }
      return (previous == LetterClass.otherCyrillic && isCyrillic ? 36 : 112, false)
    case LetterClass.cyrillic, LetterClass.otherCyrillic:
      if isCyrillic { return (isLatin(previous) ? 120 : current == previous ? 80 : 68, false) }
      if !afterLetter { return (56 + (current == LetterClass.otherCyrillic ? 32 : 0), false) }
      return (LetterClass.cyrillic.contains(previous) ? 34 : 120, false)
    case LetterClass.latin where current < 70:
      if !afterLetter { return (36, false) }
      return (LetterClass.latin.contains(previous) ? 24 : 112, false)
    case LetterClass.latin, LetterClass.acute, LetterClass.accented, LetterClass.otherLatin:
      let rarity: Int =
        switch current {
        case LetterClass.latin: isCyrillic ? 64 : 52
        case LetterClass.acute: 60
        case LetterClass.accented: 62
        default: 90
        }
      let odd = afterLetter && !isLatin(previous) || previous > 69 && afterLetter
      return (rarity + (afterLetter ? 0 : 14) + (odd ? 24 : 0) + (isCyrillic ? 16 : 0), false)
    default:
      let costs = isCyrillic ? signsAmongCyrillic[current] ?? signs[current] : signs[current]
      let base = costs ?? (96, 104)
      let twice = previous == current && current != LetterClass.box ? 8 : 0
      return ((afterLetter ? base.afterLetter : base.alone) + twice, false)
    }
  }

  /// The cost of a sign beside no letter, and right after one.
  private static let signs: [UInt8: (alone: Int, afterLetter: Int)] = [
    LetterClass.quote: (42, 46), LetterClass.closingQuote: (42, 46), LetterClass.openingQuote: (46, 110),
    LetterClass.guillemet: (50, 54), LetterClass.apostrophe: (58, 46),
    LetterClass.dash: (40, 56), LetterClass.fixedSpace: (44, 50), LetterClass.numero: (78, 108),
    LetterClass.ellipsis: (66, 54), LetterClass.sign: (62, 84), LetterClass.oddSign: (84, 100),
    LetterClass.box: (104, 112), LetterClass.impossible: (120, 120),
  ]
  private static let signsAmongCyrillic: [UInt8: (alone: Int, afterLetter: Int)] = [
    LetterClass.quote: (66, 66), LetterClass.closingQuote: (66, 66), LetterClass.openingQuote: (66, 110),
    LetterClass.guillemet: (36, 38), LetterClass.dash: (36, 60), LetterClass.apostrophe: (80, 76),
    LetterClass.numero: (54, 84), LetterClass.ellipsis: (76, 60),
  ]

  /// What a letter costs right after a sign.
  private static let signBefore: [UInt8: Int] = [
    LetterClass.dash: 14, LetterClass.numero: 16, LetterClass.ellipsis: 28, LetterClass.sign: 16,
    LetterClass.oddSign: 24, LetterClass.box: 32, LetterClass.impossible: 16, LetterClass.closingQuote: 64,
  ]

  /// What a letter costs behind an apostrophe: few are usual there ("it’s", "don’t", "we’re", "they’ll").
  private static func behindApostrophe(_ index: UInt8) -> Int {
    guard index < 70 else { return 16 }
    return "strvdlm".utf8.contains(UInt8(ascii: "a") + index - LetterClass.latin.lowerBound) ? 0 : 24
  }

  private static func isLetter(_ index: UInt8) -> Bool { index > 0 && index <= LetterClass.otherLatin }
  private static func isLatin(_ index: UInt8) -> Bool { index >= 44 && index <= LetterClass.otherLatin }
}
