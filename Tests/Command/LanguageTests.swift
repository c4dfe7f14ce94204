import Foundation
import Testing

@testable import DatelineCommand

/// `dateline language`, with the model that comes with the program.
@Suite struct LanguageTests {
  private static let dictionaries =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Dictionaries"

  private func columns(_ words: [String], input: String) throws -> [[String]] {
    let run = try dateline(["language", "--dictionaries", Self.dictionaries] + words, input: input)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.talk.isEmpty)
    return run.output.split(separator: "\n").map {
      $0.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func everyLineHasAnAnswer() throws {
    let lines = [
      "The two sides signed a memorandum.", "", "Екі тарап меморандумға қол қойды.\tиә", "12:30",
      "Das Wetter wird morgen wieder besser",
    ]
    let found = try columns([], input: lines.joined(separator: "\n"))
    #expect(found.map { $0[0] } == ["en", "und", "kk", "und", "de"])
    #expect(found.map { $0[1] } == ["Latn", "Zyyy", "Cyrl", "Zyyy", "Latn"])
    #expect(found.map { $0[3] } == lines)
    #expect(found.allSatisfy { (0...1).contains(Double($0[2]) ?? -1) && $0[2].utf8.count == 5 })
  }

  @Test func onlyTheLanguagesThatAreNamedAreAnswers() throws {
    let found = try columns(["--only", "kk,ru", "-"], input: "Вони підписали угоду\r\nжылдамдық\nword\n")
    #expect(found.map { $0[0] } == ["ru", "kk", "und"])
  }

  @Test func anUnknownLanguageIsAMistake() throws {
    let run = try dateline(["language", "--dictionaries", Self.dictionaries, "--only", "en,tlh"])
    #expect(run.status == 2)
    #expect(run.talk.contains("‘tlh’ is none of the languages that are known: "))
  }

  @Test func aMissingOrDamagedModelIsNamed() throws {
    let none = try dateline(["language"], input: "word\n")
    #expect(none.status == 1)
    #expect(none.talk.contains("shared/languages.model"))
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/shared", withIntermediateDirectories: true)
      try write("short", folder + "/shared/languages.model")
      let run = try dateline(["language", "--dictionaries", folder], input: "word\n")
      #expect(run.status == 1)
      #expect(run.talk.contains("\(folder)/shared/languages.model: the model is cut off"), "\(run.talk)")
    }
  }

  @Test func blocksOfLinesArePutTogether() {
    let lines = LanguageLines(identifier: .init(model: nil), candidates: [])
    let answers = lines.answers(to: Array("a\nбб\r\n\n".utf8)[...])
    #expect(
      String(decoding: answers, as: UTF8.self)
        == "und\tLatn\t0.000\ta\nund\tCyrl\t0.000\tбб\nund\tZyyy\t0.000\t\n")
  }
}
