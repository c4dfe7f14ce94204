import DatelineTestSupport
import Testing

@testable import DatelineLexicon

/// How letters are heard.
@Suite struct SoundTableTests {
  private let sounds: SoundTable

  init() throws { sounds = try RealDictionaries.lexicons.get().naming.sounds }

  private func readings(_ word: String) -> [[SoundUnit]] {
    sounds.readings(of: word.unicodeScalars.map(\.value))
  }

  @Test func theExamplesOfTheTableSoundAlike() {
    #expect(sounds.examples.count > 20)
    for example in sounds.examples {
      let pairs = readings(example.written).flatMap { left in readings(example.like).map { (left, $0) } }
      let isAlike = pairs.contains { left, right in
        let one = left.filter { !$0.isOptional }
        let other = right.filter { !$0.isOptional }
        return one.count == other.count
          && zip(one, other).allSatisfy { $0.sure & $1.possible != 0 || $0.possible & $1.sure != 0 }
      }
      #expect(isAlike, "sounds.tsv:\(example.line): \(example.written) and \(example.like)")
    }
  }

  @Test func aDoubledLetterIsHeardOnce() {
    #expect(readings("асселль") == readings("асель"))
  }

  @Test func aLongWordIsCutAndHasFewReadings() {
    let word = String(repeating: "xie", count: 10_000)
    #expect(readings(word).count <= 4)
    #expect(readings(word).allSatisfy { $0.count <= 3 * SoundTable.longestWord })
  }
}
