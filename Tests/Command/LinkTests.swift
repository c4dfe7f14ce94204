import Foundation
import Testing

@testable import DatelineCommand

/// `dateline link`, with the dictionaries that come with the program.
@Suite struct LinkTests {
  private static let dictionaries =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Dictionaries"

  private func columns(_ input: String) throws -> [[String]] {
    let run = try dateline(["link", "--dictionaries", Self.dictionaries], input: input)
    #expect(run.status == 0, "\(run.talk)")
    return run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      $0.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func eachLineIsAnsweredInOrder() throws {
    let found = try columns(
      "Timur Schaksylykow\tde\nDariga Nazarbayeva\n\nТимур Жақсылықов\tkk\r\nДарига Назарбаева\nTab\there\n")
    #expect(found.map { $0[0] } == ["1", "2", "3", "1", "2", "4"])
    #expect(
      found.map { $0[2] } == [
        "Timur Schaksylykow", "Dariga Nazarbayeva", "", "Тимур Жақсылықов", "Дарига Назарбаева", "Tab\there",
      ])
    #expect(found[0][1] == found[3][1])
    #expect(found[2][1] == "")
  }

  @Test func anyBytesAndAnyLengthAreAnswered() throws {
    let lines = [
      String(repeating: "я", count: 300_000), "", "\u{0}\u{1}", "Иван Петров",
      String(repeating: ". ", count: 9_000),
      "Ivan Petrov",
    ]
    let found = try columns(lines.joined(separator: "\n"))
    #expect(found.count == lines.count)
    #expect(found[3][0] == found[5][0])
    #expect(found.map { $0.last ?? "" } == lines)
  }

  @Test func aMissingFileIsNamed() throws {
    let run = try dateline(["link", "--dictionaries", Self.dictionaries, "no-such-file"])
    #expect(run.status == 1)
    #expect(run.talk.contains("no-such-file cannot be read"))
  }
}
