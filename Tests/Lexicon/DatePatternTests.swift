import Testing

@testable import DatelineLexicon

/// The small language of date patterns.
@Suite struct DatePatternTests {
  private func pattern(
    _ text: String, type: String = "DATE", operation: String = "date"
  ) throws -> DatePattern {
    try DatePattern(
      name: "test", pattern: text, type: type, operation: operation, example: "", expect: "",
      counterExample: "")
  }

  private func written(_ item: DatePattern.Item) -> String {
    switch item {
    case .word(let word): word
    case .sign(let sign): "\"\(sign)\""
    case .slot(let slot, let only, let index):
      "{\(slot.name)\(index == 0 ? "" : String(index))\(only.isEmpty ? "" : ":" + only)}"
    case .absent(let items): "!" + items.map { written($0) }.joined(separator: "|")
    }
  }

  /// Sequences written out; what does not belong to the expression in angle brackets.
  private func sequences(_ text: String) throws -> [String] {
    try pattern(text).sequences.map { steps in
      steps.map { step in
        let item = written(step.item)
        return step.isContext ? "<\(item)>" : item
      }.joined(separator: " ")
    }.sorted()
  }

  @Test(arguments: [
    ("{day} {month}", ["{day} {month}"]),
    ("[the] {day}", ["the {day}", "{day}"]),
    ("{month} (of the|of) {year}", ["{month} of the {year}", "{month} of {year}"]),
    ("{day1} \"-\" {day2} {month}", ["{day1} \"-\" {day2} {month}"]),
    ("<vor> {number} {unit:Y}", ["<vor> {number} {unit:Y}"]),
    ("<(in|since)> {year}", ["<in> {year}", "<since> {year}"]),
    ("[[a] b] c", ["a b c", "b c", "c"]),
    ("(a|[b] c)", ["a", "b c", "c"]),
    ("[a] [a] {day}", ["a a {day}", "a {day}", "{day}"]),
    ("<\"(\"> {year} <\")\">", ["<\"(\"> {year} <\")\">"]),
    ("{shift:-1} {unit:W}", ["{shift:-1} {unit:W}"]),
    ("{number} {unit} <!(old|{year})>", ["{number} {unit} <!old|{year}>"]),
  ])
  func choicesAndOptionsAreWrittenOut(text: String, expected: [String]) throws {
    #expect(try sequences(text) == expected.sorted())
  }

  @Test func literalsAreTheWordsOnly() throws {
    #expect(try pattern("[the] {day} (of|\".\") {month} <on>").literals == ["the", "of", "on"])
  }

  @Test(arguments: [
    ("{day", "“}” is missing"), ("[the {day}", "“]” is missing"), ("(a|b {day}", "“)” is missing"),
    ("<in {year}", "“>” is missing"), ("\", {year}", "“\"” is missing"), ("{dya}", "there is no slot {dya}"),
    ("{}", "there is no slot {}"), ("{day3}", "there is no slot {day3}"), ("a ) b", "unexpected “) b”"),
    ("a ] b", "unexpected “] b”"), ("", "the pattern is empty"), ("   ", "the pattern is empty"),
    ("[a]  [b] [c] [d] [e] [f] [g] [h] [i] [j] [k]", "has too many choices; split it into several patterns"),
  ])
  func slipsAreNamed(text: String, message: String) {
    #expect {
      _ = try pattern(text)
    } throws: { error in
      (error as? PatternProblem)?.message == message
    }
  }

  @Test func typeAndOperationHaveToBeKnown() {
    #expect(throws: PatternProblem.self) { _ = try pattern("{day}", type: "DAY") }
    #expect(throws: PatternProblem.self) { _ = try pattern("{day}", operation: "guess") }
  }

  @Test func everySlotCanBeWritten() throws {
    for slot in DatePattern.Slot.allCases {
      #expect(try sequences("{\(slot.name)1}") == ["{\(slot.name)1}"])
    }
  }
}
