/// An alphabet beside the main one of a language: what is written, and how it is read in the main one.
///
/// The rules are data (`Dictionaries/<language>/alphabets`); the longest that fits is taken, of equally long ones
/// the one with most conditions. Nothing here knows a language.
package struct Alphabet: Sendable {
  /// Where a rule applies; letters are compared as they are written, small.
  package struct Condition: Sendable {
    package enum Place: Sendable {
      /// At the first or last letter of a word.
      case start, end
      /// No vowel stands before it in its word.
      case firstSyllable
      /// One of these letters stands directly before or behind it, in the same word.
      case after(Set<UInt32>), before(Set<UInt32>)
    }
    package var place: Place
    package var isNegated: Bool

    package init(_ place: Place, isNegated: Bool = false) {
      self.place = place
      self.isNegated = isNegated
    }
  }

  /// Letters and what they may stand for.
  package struct Rule: Sendable {
    /// Code points, small; a rule written with a capital is for capitals only.
    package var written: [UInt32]
    package var conditions: [Condition]
    /// In the order of preference; small letters.
    package var readings: [[UInt32]]
    /// How many of the readings any word may have; the rest is for known words.
    package var usual: Int

    package init(written: [UInt32], conditions: [Condition], readings: [[UInt32]], usual: Int) {
      self.written = written
      self.conditions = conditions
      self.readings = readings
      self.usual = min(max(1, usual), readings.count)
    }
  }

  /// A piece of text and its reading, for the check.
  package struct Example: Sendable {
    package var written: String
    package var read: String
    /// Where it stands: `file:line`.
    package var place: String

    package init(written: String, read: String, place: String) {
      self.written = written
      self.read = read
      self.place = place
    }
  }

  /// What it is called: the name of its file ("latin-2021").
  package let name: String
  /// ISO 15924.
  package let script: String
  package let examples: [Example]
  /// Whether it has no capitals.
  package let isCaseless: Bool
  let rules: [Rule]
  /// Marks that make all vowels of their word front ones.
  let frontMarks: Set<UInt32>
  /// Frequent words of other languages in this script, small: a text with them is not in this alphabet.
  let others: Set<[UInt32]>
  /// The share of known letters from which a short stretch is taken for it, if not the usual one: higher where
  /// other languages have the same letters.
  let leastShare: Double?
  /// Letters that tell it from other alphabets: hardly a line is written without one of them.
  let tellingLetters: Set<UInt32>
  private let vowels: Set<UInt32>
  /// Other code points for the same letter.
  private let same: [UInt32: UInt32]
  /// Indices into `rules` by the first letter, best first.
  private let byFirst: [UInt32: [Int]]
  /// All that words are written with.
  private let letters: Set<UInt32>
  /// Punctuation outside words.
  private let signs: [UInt32: UInt32]
  private let hasDotlessI: Bool

  package init(
    name: String, script: String, rules: [Rule], vowels: Set<UInt32>, same: [UInt32: UInt32],
    signs: [UInt32: UInt32], frontMarks: Set<UInt32>, others: Set<[UInt32]>,
    tellingLetters: Set<UInt32>, leastShare: Double?, examples: [Example]
  ) {
    self.name = name
    self.script = script
    self.examples = examples
    self.rules = rules
    self.vowels = vowels
    self.same = same
    self.signs = signs
    self.frontMarks = frontMarks
    self.others = others
    self.leastShare = leastShare
    self.tellingLetters = tellingLetters
    letters = Set(rules.flatMap(\.written))
    isCaseless = !letters.contains { Unicode.Scalar($0)?.properties.isCased ?? false }
    hasDotlessI = letters.contains(0x131)
    var byFirst: [UInt32: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      if let first = rule.written.first { byFirst[first, default: []].append(index) }
    }
    self.byFirst = byFirst.mapValues { indices in
      indices.sorted {
        let (left, right) = (rules[$0], rules[$1])
        if left.written.count != right.written.count { return left.written.count > right.written.count }
        if left.conditions.count != right.conditions.count {
          return left.conditions.count > right.conditions.count
        }
        return $0 < $1
      }
    }
  }

  /// The small letter under which a code point stands in the rules.
  @inline(__always)
  func small(_ value: UInt32) -> UInt32 {
    if value < 0x80 {
      guard value &- 0x41 < 26 else { return same[value] ?? value }
      return value == 0x49 && hasDotlessI ? 0x131 : value | 0x20
    }
    if value == 0x130 { return 0x69 }
    if let other = same[value] { return other }
    guard Scalars.classify(value) == .upper, let scalar = Unicode.Scalar(value) else { return value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard lower.count == 1, let first = lower.first else { return value }
    return same[first.value] ?? first.value
  }

  /// Whether words are written with this (small) code point.
  func isLetter(_ small: UInt32) -> Bool { letters.contains(small) }
  /// What a sign outside words is in the reading, or nil.
  func sign(_ value: UInt32) -> UInt32? { signs[value] }

  /// The rule for the letters of a word at `index`, or nil.
  ///
  /// - Parameters:
  ///   - word: the small letters of the word.
  ///   - raw: the same as written.
  ///   - sawVowel: whether a vowel stands before `index`.
  func rule(at index: Int, of word: [UInt32], raw: [UInt32], sawVowel: Bool) -> Int? {
    if raw[index] != word[index], let capital = best(byFirst[raw[index]], index, raw, word, sawVowel) {
      return capital
    }
    return best(byFirst[word[index]], index, word, word, sawVowel)
  }

  private func best(
    _ candidates: [Int]?, _ index: Int, _ word: [UInt32], _ small: [UInt32], _ sawVowel: Bool
  ) -> Int? {
    candidates?.first { candidate in
      let rule = rules[candidate]
      let end = index + rule.written.count
      guard end <= word.count else { return false }
      for offset in 1..<max(1, rule.written.count) where small[index + offset] != rule.written[offset] {
        return false
      }
      return rule.conditions.allSatisfy { condition in
        let holds =
          switch condition.place {
          case .start: index == 0
          case .end: end == word.count
          case .firstSyllable: !sawVowel
          case .after(let set): index > 0 && set.contains(small[index - 1])
          case .before(let set): end < word.count && set.contains(small[end])
          }
        return holds != condition.isNegated
      }
    }
  }

  /// Whether one of the letters of a rule is a vowel.
  func hasVowel(_ rule: Int) -> Bool { rules[rule].written.contains { vowels.contains($0) } }
}
