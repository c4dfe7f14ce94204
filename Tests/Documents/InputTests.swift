import Foundation
import Testing

@testable import DatelineDocuments

@Suite struct InputTests {
  @Test func foldersAreReadInByteOrderWithoutBystanders() throws {
    let folder = try TemporaryFolder()
    for name in ["b/z.txt", "b/a.txt", "a.txt", "Z.txt", "b.txt"] {
      try folder.write(name, "Text of \(name).")
    }
    for name in [
      "expected.json", "origin.txt", "README.md", ".hidden", ".git/x.txt", "data.json", "b/more.jsonl",
    ] {
      try folder.write(name, "{\"a\": 1}")
    }
    let reading = Reading(inputs: [folder.path])
    #expect(reading.errors == [])
    #expect(
      reading.documents.map { String($0.source.path.dropFirst(folder.path.count + 1)) }
        == ["Z.txt", "a.txt", "b.txt", "b/a.txt", "b/z.txt"])
  }

  @Test func aBystanderThatIsNamedIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("data.json", "{\"a\": 1}")
    #expect(Reading(inputs: [folder.path + "/data.json"]).errors.map(\.code) == ["format"])
  }

  @Test func linksThatDangleOrCircleDoNotStopTheRest() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/good.txt", "Good text.")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/in/away", withDestinationPath: "/nowhere/at/all")
    try files.createSymbolicLink(atPath: folder.path + "/in/loop", withDestinationPath: folder.path)
    try files.createSymbolicLink(atPath: folder.path + "/in/self", withDestinationPath: "self")
    let reading = Reading(inputs: [folder.path])
    #expect(reading.documents.count == 1)
    #expect(reading.errors.map(\.code) == ["missing", "missing"])
    #expect(reading.errors.allSatisfy { $0.path.hasPrefix(folder.path) && !$0.message.isEmpty })
  }

  @Test func missingFilesAndPatternsWithoutMatchAreErrors() {
    #expect(Reading(inputs: ["/nowhere/file.txt"]).errors.map(\.code) == ["missing"])
    #expect(Reading(inputs: ["/nowhere/*.txt"]).errors.map(\.code) == ["missing"])
  }

  @Test func filesThatCannotBeReadAreErrors() throws {
    guard getuid() != 0 else { return }  // The superuser may read everything.
    let folder = try TemporaryFolder()
    try folder.write("shut/a.txt", "Text.")
    try folder.write("b.txt", "Text.")
    chmod(folder.path + "/shut", 0)
    chmod(folder.path + "/b.txt", 0)
    defer { chmod(folder.path + "/shut", 0o755) }
    #expect(Reading(inputs: [folder.path]).errors.map(\.code) == ["permission", "permission"])
  }

  @Test func aFileThatVanishesIsOneError() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Text.")
    let files = DocumentReader().files([folder.path])
    #expect(files.map(\.bytes) == [5])
    try FileManager.default.removeItem(atPath: folder.path + "/a.txt")
    var codes: [String] = []
    for file in files {
      DocumentReader().read(file) { if case .failure(let error) = $0 { codes.append(error.code) } }
    }
    #expect(codes == ["missing"])
  }

  @Test(
    "Patterns",
    arguments: [
      ("*.txt", ["a.txt", "b.txt"]), ("?.txt", ["a.txt", "b.txt"]), ("[!a].txt", ["b.txt"]),
      ("[a-b].txt", ["a.txt", "b.txt"]),
      ("*/c.txt", ["in/c.txt"]), ("**/*.txt", ["a.txt", "b.txt", "in/c.txt", "in/deep/d.txt"]),
      ("in/**/d.txt", ["in/deep/d.txt"]),
      ("*.html", []),
    ])
  func patterns(pattern: String, expected: [String]) throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.txt", "in/c.txt", "in/deep/d.txt", ".h.txt"] { try folder.write(name, "Text.") }
    #expect(
      Glob(folder.path + "/" + pattern).matches().map { String($0.dropFirst(folder.path.count + 1)) }
        == expected)
  }

  @Test func patternsOfManyStarsTakeLittleTime() {
    let name = Array(String(repeating: "a", count: 255).unicodeScalars)
    let pattern = Array((String(repeating: "*a", count: 100) + "b").unicodeScalars)
    #expect(!Glob.matches(name, pattern))
  }

  @Test func aTextAboveTheLimitIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/line.txt"
    try folder.write("line.txt", "Start ")
    // A file with a hole: large without filling the disk. The hole lies past the sample.
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: Data(repeating: 0x61, count: 2 << 20))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let reading = Reading(inputs: [path])
    #expect(reading.errors.map(\.code) == ["too-large"])
  }
}
