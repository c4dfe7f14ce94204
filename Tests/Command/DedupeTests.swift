import Foundation
import Testing

/// `dedupe` prints, reports and copies, and never touches its input.
@Suite struct DedupeTests {
  private let article =
    "One paragraph that is said.\n\nAnother one that is said.\n\nOne paragraph that is said.\n"

  @Test func theFirstOfEqualParagraphsIsKept() throws {
    try withFolder { folder in
      try write(article, folder + "/a.txt")
      let run = try dateline(["dedupe", "-q", folder + "/a.txt"])
      #expect(run.status == 0)
      #expect(run.output.components(separatedBy: "One paragraph").count == 2)
      #expect(!run.output.contains("==>"))
      let both = try dateline(["dedupe", "-q", folder + "/a.txt", folder + "/a.txt"])
      #expect(both.output.components(separatedBy: "==> \(folder)/a.txt <==").count == 3)
    }
  }

  @Test func copiesHaveNamesOfTheirOwnAndInputsStay() throws {
    try withFolder { folder in
      for name in ["x", "y"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        try write(article, "\(folder)/\(name)/a.txt")
      }
      let run = try dateline(["dedupe", "-q", folder + "/x", folder + "/y", "--output", folder + "/out"])
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/out").sorted() == ["a-2.txt", "a.txt"])
      #expect(try String(contentsOfFile: folder + "/x/a.txt", encoding: .utf8) == article)
    }
  }

  @Test func aCopyNeverReplacesAnInputNorFollowsALink() throws {
    try withFolder { folder in
      try write(article, folder + "/a.txt")
      let onto = try dateline(["dedupe", "-q", folder + "/a.txt", "--output", folder])
      #expect(onto.status == 1)
      #expect(onto.talk.contains("would replace an input"))
      #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == article)

      try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
      try write("precious", folder + "/elsewhere.txt")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/out/a.txt", withDestinationPath: folder + "/elsewhere.txt")
      #expect(try dateline(["dedupe", "-q", folder + "/a.txt", "--output", folder + "/out"]).status == 0)
      #expect(try String(contentsOfFile: folder + "/elsewhere.txt", encoding: .utf8) == "precious")
    }
  }
}
