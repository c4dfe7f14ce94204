import Foundation

/// What a run left behind.
struct Run {
  var status: Int32
  var output: String
  var talk: String
}

/// Runs the tool that was built beside the tests.
func dateline(_ words: [String], input: String = "") throws -> Run {
  try runProgram(try executable(), words, input: input)
}

func executable() throws -> String {
  let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("dateline").path
}

func write(_ text: String, _ path: String) throws {
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
}

/// A folder that is there while `body` runs.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    .path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

/// The environment of a run: dictionaries without words, which load at once.
///
/// What the words are good for is tested elsewhere.
func toolEnvironment() throws -> [String: String] {
  var environment = ProcessInfo.processInfo.environment
  environment["DATELINE_DICTIONARIES"] = try emptyDictionaries.get()
  environment["NO_COLOR"] = "1"
  return environment
}

/// A copy of the dictionaries of which only `language.tsv` has more than its header.
private let emptyDictionaries = Result<String, any Error> {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Dictionaries").path
  let copy = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-words-\(getpid())").path
  for name in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? []
  where name.hasSuffix(".tsv") {
    let folder = URL(fileURLWithPath: copy + "/" + name).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
    let header = text.split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
    try write(name.hasSuffix("/language.tsv") ? text : header + "\n", copy + "/" + name)
  }
  return copy
}

/// Runs a program to its end; its output may be of any length.
func runProgram(_ program: String, _ words: [String], input: String = "") throws -> Run {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = ["output", "talk", "input"].map { folder.appendingPathComponent($0) }
  for file in files { try Data().write(to: file) }
  try Data(input.utf8).write(to: files[2])
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = words
  process.environment = try toolEnvironment()
  // Files, not pipes: nobody has to empty them while the program runs.
  process.standardOutput = try FileHandle(forWritingTo: files[0])
  process.standardError = try FileHandle(forWritingTo: files[1])
  process.standardInput = try FileHandle(forReadingFrom: files[2])
  try process.run()
  process.waitUntilExit()
  return Run(
    status: process.terminationStatus,
    output: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
    talk: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
}

/// A text of a dozen paragraphs.
let longText = (0..<12).map { "Paragraph \($0) says that nothing happened in Berlin on 3 March 2021." }
  .joined(
    separator: "\n\n")
