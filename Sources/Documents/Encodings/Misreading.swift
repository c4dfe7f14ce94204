/// Finds UTF-8 that was read as an encoding of one byte a character, once or twice.
enum Misreading {
  /// In the order of how often it happens.
  private static let candidates: [ReadAs] = [
    .windows1252, .windows1251, .kz1048, .macRoman, .ibm866, .koi8r, .macCyrillic,
  ]
  /// How much likelier, in the eighths of `LetterModel`, a word must become to be touched, and the whole text to be
  /// sure.
  private static let leastGainOfWord = 24
  private static let leastGain = 96

  /// All explanations that are certain enough.
  static func findings(in text: ScalarText) -> [MojibakeFinding] {
    var findings: [MojibakeFinding] = []
    for first in candidates {
      let words = MisreadWords(text.scalars[...], readAs: first, isWhole: true).words
      guard !words.isEmpty else { continue }
      if let found = finding(words, "UTF-8 read as \(first.name)") { findings.append(found) }
      for second in candidates {
        var changed = 0
        let deeper = words.map { word -> MisreadWords.Word in
          guard let inner = MisreadWords.onceMore(word, readAs: second), inner.gain > word.gain else {
            return word
          }
          changed += 1
          return inner
        }
        // What was read twice was so throughout.
        guard changed > 0, changed * 2 >= words.count else { continue }
        let what =
          first.name == second.name
          ? "UTF-8 read as \(first.name), twice" : "UTF-8 read as \(second.name), then as \(first.name)"
        if let found = finding(deeper, what) { findings.append(found) }
      }
    }
    return findings
  }

  private static func finding(_ words: [MisreadWords.Word], _ what: String) -> MojibakeFinding? {
    let sure = words.filter { $0.gain > leastGainOfWord && (!$0.isDamaged || $0.units >= 3) }
    let gain = sure.reduce(0) { $0 + $1.gain }
    guard gain >= leastGain, sure.contains(where: \.isStrong) else { return nil }
    // In text that is broken throughout, words that are too short or too damaged to tell are broken as well.
    let least = gain >= 5 * leastGain ? -leastGainOfWord : leastGainOfWord
    let kept = words.filter { $0.gain > ($0.isDamaged ? leastGainOfWord : least) }
    return MojibakeFinding(what: what, gain: kept.reduce(0) { $0 + $1.gain }, runs: kept.map(\.run))
  }
}
