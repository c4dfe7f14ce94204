import Foundation
import Testing

@testable import DatelineCommand

/// The tool as the shell sees it: output, talk, exit status.
@Suite struct RunTests {
  @Test func withoutACommandItShowsTheHelpAndFails() throws {
    let run = try dateline([])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.talk == HelpText.tool(Tool.groups))
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpGoesToStandardOutput(words: [String]) throws {
    let run = try dateline(words)
    #expect(run.status == 0)
    #expect(run.output == HelpText.tool(Tool.groups))
  }

  @Test(arguments: [
    (["ingets"], "there is no command ‘ingets’; did you mean ‘ingest’?"),
    (["--versoin"], "there is no option ‘--versoin’"),
    (["read"], "read: INPUT is missing"),
    (["extract"], "extract: INPUT is missing"),
    (["timeline", "--from", "2021-02-30", "x"], "‘2021-02-30’ is not a day, month or year"),
    (["timeline", "--format=htlm"], "did you mean ‘html’?"),
    (["dictionaries", "chek"], "did you mean ‘check’?"),
    (["index", "--store", "a", "b"], "name one of them"),
    (["dedupe", "--report", "--output", "x", "y"], "do not go together"),
  ])
  func whatIsNotUnderstoodHasStatusTwo(words: [String], message: String) throws {
    let run = try dateline(words)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.talk.contains(message), "\(run.talk)")
    #expect(run.talk.hasPrefix("dateline: "))
  }

  @Test func oneBadInputGetsOneLineAndTheRestIsDone() throws {
    try withFolder { folder in
      try write("A headline\n\nBerlin. A text of some length about nothing at all.\n", folder + "/good.txt")
      try write("", folder + "/empty.txt")
      let run = try dateline([
        "read", "--quiet", folder + "/empty.txt", folder + "/none.txt", folder + "/good.txt",
      ])
      #expect(run.status == 1)
      #expect(run.output.split(separator: "\n").count == 1)
      let talk = run.talk.split(separator: "\n")
      #expect(talk.count == 2)
      #expect(talk.allSatisfy { $0.hasPrefix("dateline: \(folder)/") })
    }
  }

  @Test func controlCharactersInNamesDoNotReachTheTerminal() throws {
    let run = try dateline(["read", "no\u{1B}[31msuch\nfile"])
    #expect(run.status == 1)
    #expect(run.talk.split(separator: "\n").count == 1)
    #expect(!run.talk.contains("\u{1B}"))
  }

  @Test func aReaderThatLeavesEarlyIsNoFault() throws {
    try withFolder { folder in
      for number in 0..<300 { try write("Headline \(number)\n\n" + longText, folder + "/\(number).txt") }
      let process = "\(try executable()) extract -q \(folder) | head -n 1 > /dev/null; exit ${PIPESTATUS[0]}"
      let run = try runProgram("/bin/bash", ["-c", process])
      #expect(run.status == 0)
      #expect(run.talk.isEmpty, "\(run.talk)")
    }
  }

  @Test func anyNumberOfJobsGivesTheSameOutput() throws {
    try withFolder { folder in
      for number in 0..<70 { try write("Headline \(number)\n\n" + longText, folder + "/\(number).txt") }
      try write("", folder + "/5.txt")
      let one = try dateline(["extract", "-q", "-j1", folder])
      #expect(one.output.split(separator: "\n").count == 69)
      for jobs in ["2", "7"] {
        let several = try dateline(["extract", "-q", "-j", jobs, folder])
        #expect(several.output == one.output)
        #expect(several.talk == one.talk)
      }
    }
  }

  @Test func ctrlCKeepsWhatIsDone() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
      for number in 0..<1500 { try write("Headline \(number)\n\n" + longText, folder + "/in/\(number).txt") }
      let store = folder + "/store.sqlite"
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try executable())
      process.environment = try toolEnvironment()
      process.arguments = ["ingest", "-q", folder + "/in", "--store", store]
      let talk = Pipe()
      process.standardError = talk
      try process.run()
      while !FileManager.default.fileExists(atPath: store), process.isRunning { usleep(1000) }
      process.interrupt()
      let said = String(decoding: talk.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      #expect(process.terminationReason == .exit)
      #expect(said.contains("interrupted: what is done is kept"), "\(said)")
      let again = try dateline(["ingest", folder + "/in", "--store", store])
      #expect(again.status == 0)
      #expect(again.talk.hasPrefix("1\u{202F}500 documents"), "\(again.talk)")
    }
  }

  @Test func aResultFileAppearsOnlyWhenItIsComplete() throws {
    try withFolder { folder in
      try write("old", folder + "/result.csv")
      let failed = try dateline([
        "export", "--from-records", folder + "/none", "--output", folder + "/result.csv",
      ])
      #expect(failed.status == 1)
      #expect(try String(contentsOfFile: folder + "/result.csv", encoding: .utf8) == "old")
      try write("", folder + "/records.jsonl")
      let done = try dateline(
        ["export", "--from-records", folder + "/records.jsonl", "--output", folder + "/result.csv"])
      #expect(done.status == 0)
      #expect(try String(contentsOfFile: folder + "/result.csv", encoding: .utf8).hasPrefix("document,path,"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
          "records.jsonl", "result.csv",
        ])
    }
  }
}
