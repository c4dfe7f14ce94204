import Foundation
import Testing

/// The example of README.md is this code, and it works.
@Suite struct LibraryExampleTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func theExampleFindsSignedAgreements() throws {
    let lines = try signedAgreements(in: [Self.root.path + "/Corpus/en/*/source.*"])
    #expect(!lines.isEmpty)
  }

  @Test func readmeShowsTheExampleAsItIs() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let example = try String(
      contentsOf: Self.root.appendingPathComponent("Tests/Journey/LibraryExample.swift"), encoding: .utf8)
    #expect(readme.contains("```swift\n" + example + "```"))
  }
}
