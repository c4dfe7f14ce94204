/// The items of a text by their sentences: a range of numbers each, because they stand in the order of the text.
struct SentenceGroups: Sendable {
  /// The first item of each sentence, and the number behind the last one.
  private var firsts: [Int32]

  /// - Parameters:
  ///   - items: the sentence of each item, none before that of the one in front.
  ///   - count: the sentences of the text.
  init(_ items: some Sequence<Int>, sentences count: Int) {
    firsts = []
    firsts.reserveCapacity(count + 1)
    var number: Int32 = 0
    for sentence in items {
      while firsts.count <= sentence { firsts.append(number) }
      number += 1
    }
    while firsts.count <= count { firsts.append(number) }
  }

  /// The numbers of the items of a sentence; none for one outside of the text.
  subscript(sentence: Int) -> Range<Int> {
    guard sentence >= 0, sentence + 1 < firsts.count else { return 0..<0 }
    return Int(firsts[sentence])..<Int(firsts[sentence + 1])
  }
}
