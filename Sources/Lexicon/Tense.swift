import DatelineText

/// Which way from the day of publication a clause looks.
package enum Tense: String, Sendable { case past, present, future }

/// The words and endings by which a clause shows its tense (`tense.tsv`).
package struct TenseMarks: Sendable {
  private var words = WordTable()
  /// What each word says, and whether it is also a participle ("held"): then an auxiliary near it decides.
  private var tenses: [(tense: Tense, isWeak: Bool)] = []
  private var endsClause: [Bool] = []
  private var endings = WordTable()
  private var endingTenses: [Tense] = []
  private var endingEndsClause: [Bool] = []
  private var longest = 0
  /// What a sentence without a mark says; nil if nothing.
  package private(set) var unmarked: Tense?

  package init() {}

  /// Letters that must stand before an ending, or any short word would have a tense.
  private static let stem = 3

  /// A word that shows a tense.
  package struct Mark: Sendable {
    package var tense: Tense
    /// Whether only its ending shows it, or it may be a participle.
    package var isWeak: Bool
    /// Whether it shows it only where a clause ends.
    package var endsClause: Bool
  }

  /// Adds a word, or an ending written with a hyphen in front.
  mutating func add(
    _ form: String, _ tense: Tense, isWeak: Bool = false, endsClause atEnd: Bool = false, fold: FoldedForm
  ) {
    if form == "*" {
      unmarked = tense
    } else if form.hasPrefix("-") {
      let ending = fold(String(form.dropFirst()))
      guard endings.find(ending) < 0 else { return }
      _ = endings.insert(ending)
      endingTenses.append(tense)
      endingEndsClause.append(atEnd)
      longest = max(longest, ending.utf8.count)
    } else {
      let word = fold(form)
      guard words.find(word) < 0 else { return }
      _ = words.insert(word)
      tenses.append((tense, isWeak))
      endsClause.append(atEnd)
    }
  }

  /// What a folded word says; listed words before endings, long endings before short ones.
  ///
  /// - Complexity: O(length of the longest ending).
  package func mark(of bytes: [UInt8]) -> Mark? {
    let word = words.find(bytes)
    if word >= 0 {
      let (tense, isWeak) = tenses[Int(word)]
      return Mark(tense: tense, isWeak: isWeak, endsClause: endsClause[Int(word)])
    }
    guard bytes.count > Self.stem else { return nil }
    var start = max(Self.stem, bytes.count - longest)
    while start < bytes.count {
      defer { start += 1 }
      if bytes[start] & 0xC0 == 0x80 { continue }
      let found = bytes[start...].withUnsafeBufferPointer { endings.find($0) }
      if found >= 0 {
        // Cyrillic letters take two bytes.
        let letters = bytes[..<start].reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
        guard letters >= Self.stem - 1 else { return nil }
        return Mark(
          tense: endingTenses[Int(found)], isWeak: true, endsClause: endingEndsClause[Int(found)])
      }
    }
    return nil
  }
}
