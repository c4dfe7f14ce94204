import DatelineText

/// Which way from the day of publication a clause looks.
package enum Tense: String, Sendable { case past, present, future }

/// The words and endings by which a clause shows its tense (`tense.tsv`).
package struct TenseMarks: Sendable {
  private var words = WordTable()
  /// What each word says, and whether it is also a participle ("held"): then an auxiliary near it decides.
  private var tenses: [(tense: Tense, isWeak: Bool)] = []
  private var endings = WordTable()
  private var endingTenses: [Tense] = []
  private var longest = 0
  /// What a sentence without a mark says; nil if nothing.
  package private(set) var unmarked: Tense?

  package init() {}

  /// Letters that must stand before an ending, or any short word would have a tense.
  private static let stem = 3

  /// Adds a word, or an ending written with a hyphen in front.
  mutating func add(_ form: String, _ tense: Tense, isWeak: Bool = false, fold: FoldedForm) {
    if form == "*" {
      unmarked = tense
    } else if form.hasPrefix("-") {
      let ending = fold(String(form.dropFirst()))
      guard endings.find(ending) < 0 else { return }
      _ = endings.insert(ending)
      endingTenses.append(tense)
      longest = max(longest, ending.utf8.count)
    } else {
      let word = fold(form)
      guard words.find(word) < 0 else { return }
      _ = words.insert(word)
      tenses.append((tense, isWeak))
    }
  }

  /// What a folded word says; listed words before endings, long endings before short ones.
  ///
  /// - Complexity: O(length of the longest ending).
  package func tense(of bytes: [UInt8]) -> (tense: Tense, isWeak: Bool)? {
    let word = words.find(bytes)
    if word >= 0 { return tenses[Int(word)] }
    guard bytes.count > Self.stem else { return nil }
    var start = max(Self.stem, bytes.count - longest)
    while start < bytes.count {
      defer { start += 1 }
      if bytes[start] & 0xC0 == 0x80 { continue }
      let found = bytes[start...].withUnsafeBufferPointer { endings.find($0) }
      if found >= 0 {
        // Cyrillic letters take two bytes.
        let letters = bytes[..<start].reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
        return letters >= Self.stem - 1 ? (endingTenses[Int(found)], true) : nil
      }
    }
    return nil
  }
}
