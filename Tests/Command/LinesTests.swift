import Foundation
import Testing

/// `extract --lines`: one line in, one line out.
@Suite struct LinesTests {
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: ["1", "3"])
  func linesComeOutOneForOneAndInOrder(jobs: String) throws {
    var input = ""
    for number in 0..<120 {
      input += #"{"id": "n\#(number)", "text": "Berlin, 3. März 2021. Text Nummer \#(number)."}"# + "\n"
      if number % 10 == 0 { input += "{broken\n" }
    }
    let run = try dateline(["extract", "--lines", "-q", "-j", jobs], input: input)
    #expect(run.status == 1)
    let lines = try objects(run.output)
    try #require(lines.count == 132, "\(run.talk)")
    #expect(lines.filter { $0["error"] != nil }.count == 12)
    #expect(lines[1]["error"] != nil)
    #expect(lines.last?["error"] == nil)
  }

  @Test(arguments: [
    (#"{"id": "a"}"#, "field"), (#"{"id": "a", "text": "x", "html": "y"}"#, "field"),
    (#"{"id": "a", "text": 3}"#, "field"), (#"{"id": "a", "text": "x", "published": "2021-02-30"}"#, "date"),
    (#"{"id": "a", "path": "/no/such/file"}"#, "missing"), (#"{"id": "a", "path": "-"}"#, "missing"),
  ])
  func aLineThatCannotBeReadSaysWhyAndKeepsItsID(line: String, code: String) throws {
    let run = try dateline(["extract", "--lines", "-q"], input: line + "\n")
    let object = try #require(try objects(run.output).first)
    #expect(object["id"] as? String == "a")
    #expect((object["error"] as? [String: Any])?["code"] as? String == code)
    #expect((object["error"] as? [String: Any])?["message"] as? String != nil)
  }

  @Test(arguments: ["[]", "3", "{", "\"text\"", "{\"text\": \"no id\"}", "\u{1}"])
  func aLineWithoutAnIDGivesNull(line: String) throws {
    let run = try dateline(["extract", "--lines", "-q"], input: line + "\n")
    let object = try #require(try objects(run.output).first)
    #expect(object["id"] is NSNull)
    #expect(object["error"] != nil)
  }

  @Test func blankLinesAndAMissingLastLineBreakAreFine() throws {
    let run = try dateline(
      ["extract", "--lines", "-q"],
      input: "\u{FEFF}{\"id\":\"a\",\"text\":\"x\"}\r\n\n  \n{\"id\":\"b\",\"text\":\"y\"}")
    #expect(run.status == 0)
    #expect(try objects(run.output).count == 2)
  }

  @Test func whoeverWaitsForARecordGetsItBeforeTheNextLine() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try executable())
    process.environment = try toolEnvironment()
    process.arguments = ["extract", "--lines", "-q", "-j", "2"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 0..<3 {
      input.fileHandleForWriting.write(Data("{\"id\": \"\(number)\", \"text\": \"Berlin.\"}\n".utf8))
      #expect(!output.fileHandleForReading.availableData.isEmpty)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
