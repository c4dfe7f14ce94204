import Testing

@testable import DatelineCommand

private let jobs = Option.whole("jobs", short: "j", value: "N", in: 1...8, help: "how many")
private let quiet = Option.flag("quiet", short: "q", help: "no talk")
private let loud = Option.flag("loud", short: "l", help: "much talk")
private let form = Option.oneOf(["text", "json"], "form", short: "f", value: "FORM", help: "which form")
private let report = Option.oneOf(["text", "json"], "report", value: "FORM", bare: "text", help: "a report")
private let name = Option.text("name", value: "NAME", help: "a name").repeatable

private let parser = OptionParser(
  options: [
    jobs.declaration, quiet.declaration, loud.declaration, form.declaration, report.declaration,
    name.declaration,
  ], arguments: [.many("INPUT", atLeast: 0, help: "files")])

private func fault(_ words: String...) -> String? {
  do {
    _ = try parser.parse(words)
    return nil
  } catch {
    return (error as? UsageError)?.message ?? "another error"
  }
}

@Suite struct OptionParserTests {
  @Test(arguments: [
    ["--jobs", "3", "-q", "a"], ["--jobs=3", "--quiet", "a"], ["-j3", "-q", "a"], ["-j=3", "a", "-q"],
    ["-qj3", "a"], ["-qj", "3", "--", "a"],
  ])
  func everySpellingOfAnOptionSaysTheSame(words: [String]) throws {
    let invocation = try parser.parse(words)
    #expect(invocation[jobs] == 3)
    #expect(invocation[quiet])
    #expect(!invocation[loud])
    #expect(invocation.arguments == ["a"])
  }

  @Test func twoDashesEndTheOptions() throws {
    let invocation = try parser.parse(["--", "--jobs", "-", "--"])
    #expect(invocation.arguments == ["--jobs", "-", "--"])
    #expect(invocation[jobs] == nil)
  }

  @Test func aSingleDashIsAnArgument() throws {
    #expect(try parser.parse(["-", "-q"]).arguments == ["-"])
    #expect(try parser.parse(["--name", "-"]).all(name) == ["-"])
  }

  @Test func anOptionMayStandAlone() throws {
    #expect(try parser.parse(["--report", "file"])[report] == "text")
    #expect(try parser.parse(["--report", "file"]).arguments == ["file"])
    #expect(try parser.parse(["--report", "json", "file"])[report] == "json")
    #expect(try parser.parse(["--report=json"])[report] == "json")
    #expect(try parser.parse(["--report"])[report] == "text")
  }

  @Test func valuesMayHoldEqualSignsAndDashes() throws {
    #expect(try parser.parse(["--name=a=b", "--name=-x", "--name", ""]).all(name) == ["a=b", "-x", ""])
  }

  @Test(arguments: [
    (["--jbos", "3"], "there is no option ‘--jbos’; did you mean ‘--jobs’?"),
    (["--quite"], "there is no option ‘--quite’; did you mean ‘--quiet’?"),
    (["--xyzzy"], "there is no option ‘--xyzzy’"),
    (["-x"], "there is no option ‘-x’"),
    (["-name", "x"], "there is no option ‘-n’; did you mean ‘--name’?"),
    (["--jobs"], "‘--jobs’ needs a value (N)"),
    (["--jobs", "--quiet"], "‘--jobs’ needs a value (N)"),
    (["--jobs", "nine"], "‘--jobs’: ‘nine’ is not a whole number from 1 to 8"),
    (["--jobs=9"], "‘--jobs’: ‘9’ is not a whole number from 1 to 8"),
    (["--jobs=1", "--jobs=2"], "‘--jobs’ is given twice: ‘1’ and ‘2’"),
    (["--quiet=yes"], "‘--quiet’ takes no value"),
    (["--form", "jsn"], "‘--form’: ‘jsn’ is not one of text, json; did you mean ‘json’?"),
    (["--report=xml"], "‘--report’: ‘xml’ is not one of text, json"),
    (["--=x"], "there is no option ‘--’"),
  ])
  func faultsNameTheOptionAndWhatWasMeant(words: [String], message: String) {
    #expect(throws: UsageError(message: message)) { try parser.parse(words) }
  }

  @Test func argumentsAreCounted() {
    let strict = OptionParser(
      options: CommonOptions.all,
      arguments: [ArgumentDeclaration(name: "GOLD", count: 1...1, help: "the folder")])
    #expect(throws: UsageError(message: "GOLD is missing: the folder")) { try strict.parse([]) }
    #expect(throws: UsageError(message: "‘b’ is one argument too many")) { try strict.parse(["a", "b"]) }
    #expect(throws: Never.self) { try strict.parse(["--help"]) }
  }

  @Test(arguments: [
    ("ingets", "ingest"), ("timline", "timeline"), ("serch", "search"), ("dict", "dictionaries"),
    ("INGEST", "ingest"), ("extrakt", "extract"),
  ])
  func theNearestCommandIsSuggested(given: String, meant: String) {
    #expect(nearestSpelling(of: given, among: Tool.commands.map(\.name)) == meant)
  }

  @Test(arguments: ["", "x", "xyzzy", "frobnicate", String(repeating: "a", count: 10_000)])
  func nothingIsSuggestedForWordsFromNowhere(given: String) {
    #expect(nearestSpelling(of: given, among: Tool.commands.map(\.name)) == nil)
  }

  @Test func randomWordsNeverStopTheParser() {
    var random = SmallGenerator(seed: 7)
    let pieces = ["-", "--", "=", "j", "jobs", "q", "report", "3", "é", "\u{0}", "ß", " ", "json", "-q"]
    for _ in 0..<5000 {
      let words = (0..<Int(random.next() % 6)).map { _ in
        (0..<Int(random.next() % 4)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      }
      do { _ = try parser.parse(words) } catch { #expect(error is UsageError) }
    }
  }

  @Test func noTwoOptionsOfACommandShareASpelling() {
    for command in Tool.commands {
      let names = command.allOptions.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name)")
      let letters = command.allOptions.compactMap(\.short)
      #expect(Set(letters).count == letters.count, "\(command.name)")
    }
  }
}

/// Numbers that are the same on every run.
struct SmallGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
