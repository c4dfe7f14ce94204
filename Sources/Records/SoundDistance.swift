import DatelineLexicon

/// How far apart two words are as heard: the cheapest way from one to the other, by classes of correspondence.
///
/// Letters that languages use for one sound cost nothing, a consonant more than any word may cost: names that
/// differ by one sound (Марина, Мадина) are far apart however alike they look.
struct SoundDistance {
  /// Costs are hundredths of a consonant.
  static let different: Int32 = 10_000

  /// Cost of the cells of the row above and of this row.
  private var above: [Int32] = []
  private var row: [Int32] = []

  /// The cost of making one word of the other; `different` if it is more than the limit.
  ///
  /// - Parameters:
  ///   - loosely: whether sounds count that letters have in some languages only, as between two alphabets.
  ///   - limit: what it may cost.
  /// - Complexity: O(units of one · units of the other).
  mutating func cost(_ a: [SoundUnit], _ b: [SoundUnit], loosely: Bool, limit: Int32) -> Int32 {
    // What is not heard is like nothing else.
    if a.isEmpty || b.isEmpty || abs(a.count - b.count) > 5 { return Self.different }
    above.removeAll(keepingCapacity: true)
    above.append(0)
    for (place, unit) in b.enumerated() {
      above.append(above[place] + Self.omission(of: unit, isLast: place == b.count - 1))
    }
    for (line, unit) in a.enumerated() {
      row.removeAll(keepingCapacity: true)
      let omission = Self.omission(of: unit, isLast: line == a.count - 1)
      row.append(above[0] + omission)
      var least = row[0]
      for (place, other) in b.enumerated() {
        let best = min(
          above[place] + Self.exchange(unit, other, loosely: loosely),
          above[place + 1] + omission,
          row[place] + Self.omission(of: other, isLast: place == b.count - 1))
        row.append(best)
        least = min(least, best)
      }
      if least > limit { return Self.different }
      swap(&above, &row)
    }
    let cost = above[b.count]
    return cost > limit ? Self.different : cost
  }

  private static func exchange(_ a: SoundUnit, _ b: SoundUnit, loosely: Bool) -> Int32 {
    if a.sure & b.sure != 0 { return 0 }
    if loosely {
      if a.sure & b.possible != 0 || a.possible & b.sure != 0 { return 25 }
      if a.possible & b.possible != 0 { return 60 }
    }
    guard a.isVowel, b.isVowel else { return 130 }
    // Бозымбаев and Bozumbayev, Омаров and Umarov, Ерғалиев and Irgaliyev.
    for near in neighbours where a.sure & near != 0 && b.sure & near != 0 { return 55 }
    return 75
  }

  /// Vowels that languages take for one another: high ones, back ones, front ones.
  private static let neighbours: [UInt64] = [[Sound.i, .y, .u, .ü], [.o, .u, .ö], [.e, .i]].map {
    $0.reduce(0) { $0 | $1.bit }
  }

  private static func omission(of unit: SoundUnit, isLast: Bool) -> Int32 {
    if unit.isOptional { return 6 }
    if unit.isVowel {
      // Жанар and Жанара, Petrov and Petrova are two people.
      if isLast { return 110 }
      return unit.sure & (Sound.i.bit | Sound.y.bit) != 0 ? 45 : 75
    }
    if unit.sure & Sound.h.bit != 0 { return 60 }
    return 120
  }

  /// What a match of words of these lengths may cost.
  static func limit(_ a: Int, _ b: Int, loosely: Bool) -> Int32 {
    min(loosely ? 105 : 65, 30 + (loosely ? 8 : 5) * Int32(min(a, b)))
  }
}
