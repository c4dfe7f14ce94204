import DatelineLexicon
import DatelineTestSupport
import DatelineText
import Foundation
import Testing

@Suite struct AlphabetExamplesTests {
  @Test func theExamplesAreReadAsTheySay() throws {
    #expect(try RealDictionaries.normaliser.get().alphabetFaults() == [])
  }
}

/// How many words come back when sentences are written in another alphabet and read again.
///
/// The sentences are not part of this repository: `DATELINE_SENTENCES` names a file of JSON Lines with `text`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DATELINE_SENTENCES"] != nil))
struct AlphabetRoundTrips {
  private struct Line: Decodable { var text: String }

  @Test(arguments: AlphabetWriter.all.indices) func mostWordsComeBack(writer: Int) throws {
    let writer = AlphabetWriter.all[writer]
    let normaliser = try RealDictionaries.normaliser.get()
    let file = try #require(ProcessInfo.processInfo.environment["DATELINE_SENTENCES"])
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      .prefix(Int(ProcessInfo.processInfo.environment["DATELINE_LINES"] ?? "") ?? 500)
    var (words, same) = (0, 0)
    var wrong: [String: Int] = [:]
    for line in lines {
      let text = try JSONDecoder().decode(Line.self, from: Data(line.utf8)).text
      let written = writer.write(text)
      let read = try #require(normaliser.reading(of: written, language: "kk", alphabet: writer.alphabet))
      let letters = { (text: String) in text.lowercased().split { !$0.isLetter } }
      for (left, right) in zip(text.split(separator: " "), read.split(separator: " ")) {
        let (left, right) = (letters(String(left)), letters(String(right)))
        guard let first = left.first?.unicodeScalars.first, first.value >= 0x400 else { continue }
        words += 1
        if left == right {
          same += 1
        } else {
          wrong["\(left.joined(separator: " ")) \(right.joined(separator: " "))", default: 0] += 1
        }
      }
    }
    let most = wrong.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(40)
    print(
      "\(writer.name): \(same) of \(words) = \((Double(same) / Double(max(1, words)) * 1000).rounded() / 10) %"
    )
    if ProcessInfo.processInfo.environment["DATELINE_WRONG"] != nil {
      print(most.map { "   \($0.value) \($0.key)" }.joined(separator: "\n"))
    }
    #expect(same * 10 > words * 6)
  }
}
