import DatelineText

/// Which way from the day of publication a clause looks.
@usableFromInline package enum Tense: String, Sendable { case past, present, future }

/// The words and endings by which a clause shows its tense (`tense.tsv`).
package struct TenseMarks: Sendable {
  private var words = WordTable()
  /// What each word says; nil for one that only ends like a verb.
  private var wordMarks: [Mark?] = []
  private var endings = WordTable()
  private var endingMarks: [Mark?] = []
  private var longest = 0
  /// What a sentence without a mark says; nil if nothing.
  package private(set) var unmarked: Tense?

  package init() {}

  /// Letters that must stand before an ending, or any short word would have a tense.
  private static let stem = 3

  /// A word that shows a tense.
  package struct Mark: Sendable {
    package var tense: Tense
    /// Whether only its ending shows it, or it may be a participle ("held"): then an auxiliary near it decides.
    package var isWeak: Bool
    /// Where it shows it.
    package var place: Place
  }

  /// Where a word shows the tense.
  @usableFromInline package enum Place: String, Sendable {
    case anywhere = ""
    /// Where a clause ends.
    case end
    /// Right in front of a day of the week ("for Friday").
    case front
  }

  /// Adds a word, or an ending written with a hyphen in front.
  ///
  /// - Parameter tense: nil for what shows none although it ends as if it did.
  mutating func add(
    _ form: String, _ tense: Tense?, isWeak: Bool = false, place: Place = .anywhere, fold: FoldedForm
  ) {
    if form == "*" {
      unmarked = tense
    } else if form.hasPrefix("-") {
      let ending = fold(String(form.dropFirst()))
      guard endings.find(ending) < 0 else { return }
      _ = endings.insert(ending)
      endingMarks.append(tense.map { Mark(tense: $0, isWeak: true, place: place) })
      longest = max(longest, ending.utf8.count)
    } else {
      let word = fold(form)
      guard words.find(word) < 0 else { return }
      _ = words.insert(word)
      wordMarks.append(tense.map { Mark(tense: $0, isWeak: isWeak, place: place) })
    }
  }

  /// What a folded word says; listed words before endings, long endings before short ones.
  ///
  /// - Complexity: O(length of the longest ending).
  package func mark(of bytes: [UInt8]) -> Mark? {
    let word = words.find(bytes)
    if word >= 0 { return wordMarks[Int(word)] }
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
        return endingMarks[Int(found)]
      }
    }
    return nil
  }
}
