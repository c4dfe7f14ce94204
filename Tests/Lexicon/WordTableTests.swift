import DatelineTestSupport
import Testing

@testable import DatelineLexicon

@Suite struct WordTableTests {
  @Test func aWordKeepsItsNumber() {
    var table = WordTable()
    #expect(table.insert("алма") == 0)
    #expect(table.insert("өрік") == 1)
    #expect(table.insert("алма") == 0)
    #expect(table.count == 2)
    #expect(table.find("өрік") == 1)
    #expect(table.find("шие") == -1)
    #expect(Array(table.bytes(of: 1)) == Array("өрік".utf8))
  }

  @Test func theEmptyWordIsAWordLikeAnyOther() {
    var table = WordTable()
    #expect(table.find("") == -1)
    #expect(table.insert("") == 0)
    #expect(table.find("") == 0)
  }

  @Test func beginningsAndEndingsAreOtherWords() {
    var table = WordTable()
    let words = ["a", "ab", "abc", "bc", "c", "ä", "a\u{308}"]
    let numbers = words.map { table.insert($0) }
    #expect(numbers == Array(0..<Int32(words.count)))
  }

  @Test func itGrowsBeyondItsFirstSize() {
    var table = WordTable(capacity: 1)
    for number in 0..<5000 { #expect(table.insert("word\(number)") == Int32(number)) }
    let found = (0..<5000).filter { table.find("word\($0)") == Int32($0) }
    #expect(found.count == 5000)
    #expect(table.find("word5000") == -1)
  }

  @Test func anyBytesCanBeAWord() {
    var random = SeededGenerator(seed: 9)
    var table = WordTable()
    for length in 0..<64 {
      let word = String(
        decoding: (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
      let number = table.insert(word)
      #expect(table.find(word) == number)
      #expect(Array(table.bytes(of: number)) == Array(word.utf8))
    }
  }
}
