import Foundation
import Testing

@testable import DatelineCommand

/// Help texts are compared with files, so that a change to them is seen in review.
///
/// To record them anew: `DATELINE_RECORD_SNAPSHOTS=1 swift test --filter HelpTests`.
@Suite struct HelpTests {
  @Test(arguments: ["dateline"] + Tool.commands.map(\.name))
  func helpIsAsRecorded(name: String) throws {
    let command = Tool.commands.first { $0.name == name }
    let help = command.map(HelpText.command) ?? HelpText.tool(Tool.groups)
    // The default number of jobs is a word, not this machine's number, so the text is the same everywhere.
    try expectSnapshot(help, named: "help-\(name).txt")
  }

  @Test(arguments: Completions.shells)
  func completionsAreAsRecorded(shell: String) throws {
    try expectSnapshot(Completions.script(for: shell, Tool.commands), named: "completions.\(shell)")
  }

  @Test func helpFitsEightyColumns() {
    for command in Tool.commands {
      for line in HelpText.command(command).split(separator: "\n")
      where !line.hasPrefix("  dateline") && !line.hasPrefix("  curl") {
        #expect(line.count <= 80, "\(command.name): \(line)")
      }
    }
  }

  @Test func completionsAreValidBash() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-n"]
    let input = Pipe()
    process.standardInput = input
    try process.run()
    input.fileHandleForWriting.write(Data(Completions.script(for: "bash", Tool.commands).utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}

/// Compares a text with a file in `Snapshots`, or writes the file if the environment asks for it.
func expectSnapshot(_ text: String, named name: String, file: String = #filePath) throws {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots")
  let url = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["DATELINE_RECORD_SNAPSHOTS"] != nil {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
  let recorded = (try? String(contentsOf: url, encoding: .utf8)) ?? "(there is no snapshot \(name))"
  #expect(text == recorded)
}
