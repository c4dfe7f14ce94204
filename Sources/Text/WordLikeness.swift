/// How much a word looks like a word of a language, by its trigrams.
struct WordLikeness: Sendable {
  private let model: TrigramModel
  private let columns: [Int]

  /// The likeness to the languages of a model with these codes; to all of them if none is there.
  init(_ model: TrigramModel, codes: [String]) {
    self.model = model
    let found = codes.compactMap { model.codes.firstIndex(of: $0) }
    columns = found.isEmpty ? Array(model.codes.indices) : found
  }

  /// The greatest mean level of the trigrams that begin in `letters` (folded code points, framed by
  /// spaces where the word begins and ends).
  func callAsFunction(_ letters: some Collection<UInt32>) -> Double {
    var sums = Array(repeating: 0, count: model.codes.count)
    var first: UInt32 = 0
    var second: UInt32 = 0
    var count = 0
    for letter in letters {
      if first != 0 {
        model.add(TrigramModel.key(first, second, letter), to: &sums)
        count += 1
      }
      first = second
      second = letter
    }
    guard count > 0 else { return 0 }
    return Double(columns.map { sums[$0] }.max() ?? 0) / Double(count)
  }
}
