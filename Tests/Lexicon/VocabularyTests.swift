import Testing

@testable import DatelineLexicon

@Suite struct VocabularyTests {
  private func hash(_ word: String) -> UInt64 { Array(word.utf8).withUnsafeBufferPointer(WordHash.of) }

  @Test func aWordKeepsItsNumber() {
    var words = Vocabulary()
    #expect(words.insert(hash("алма")) == 0)
    #expect(words.insert(hash("өрік")) == 1)
    #expect(words.insert(hash("алма")) == 0)
    #expect(words.count == 2)
    #expect(words.find(hash("өрік")) == 1 && words.find(hash("шие")) == -1)
    #expect(words.contains(Array("алма".utf8)) && !words.contains(Array("алм".utf8)))
  }

  /// Words that differ in a figure, a letter or their length only: what a weak hash takes for one.
  @Test func wordsThatAreNearlyAlikeStayApart() {
    var words = Vocabulary(capacity: 10)
    var all: [String] = [""]
    let letters = "abcdefghijklmnopqrstuvwxyz"
    for first in letters {
      all.append(String(first))
      for second in letters {
        for third in letters { all.append("\(first)\(second)\(third)") }
      }
    }
    for number in 0..<20_000 { all += ["w\(number)", "город-\(number)", "\(number)"] }
    for (number, word) in all.enumerated() where words.insert(hash(word)) != Int32(number) {
      Issue.record("\(word) has the number of another word")
    }
    #expect(words.count == all.count)
    let misses = (0..<2000).filter { words.contains(Array("zz\($0)".utf8)) }
    #expect(misses.isEmpty)
  }

  @Test func aHashIsOfTheBytesAlone() {
    // However long a word is and wherever its bytes lie.
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for length in 0...100 {
      let early = bytes.withUnsafeBufferPointer {
        WordHash.of(UnsafeBufferPointer(rebasing: $0[..<length]))
      }
      let copy = [7] + bytes[..<length]
      let late = copy.withUnsafeBufferPointer { WordHash.of(UnsafeBufferPointer(rebasing: $0[1...])) }
      #expect(early == late)
    }
  }
}
