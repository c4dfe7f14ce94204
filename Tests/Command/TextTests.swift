import Foundation
import Testing

@testable import DatelineCommand

/// `dateline text`, with the dictionaries that come with the program.
@Suite struct TextTests {
  private static let dictionaries =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Dictionaries"

  private func text(_ words: [String], input: String) throws -> Run {
    try dateline(["text", "--sentences", "--dictionaries", Self.dictionaries] + words + ["-"], input: input)
  }

  @Test(arguments: [
    ([], "Kooperation in Köln."), (["--without", "softHyphens"], "Koope\u{AD}ration in Köln."),
    (["--without", "misreading, softHyphens"], "Koope\u{AD}ration in KÃ¶ln."),
  ])
  func stepsCanBeLeftOut(words: [String], expected: String) throws {
    let run = try text(words, input: "Koope\u{AD}ration in KÃ¶ln.\n")
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.output == expected + "\n")
  }

  @Test(arguments: ["", "nonsense", "spaces,nonsense"])
  func anUnknownStepIsAMistake(step: String) throws {
    let run = try text(["--without", step], input: "word\n")
    #expect(run.status == 2)
  }
}
