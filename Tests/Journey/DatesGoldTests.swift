import DatelineEvaluation
import Foundation
import Testing

/// The texts with marked temporal expressions can be read, and the marks are where they say.
@Suite struct DatesGoldTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus/dates")

  @Test(arguments: ["de", "en", "kk", "ru"], ["", "-test"])
  func everyTextIsMarkedAsItShould(language: String, part: String) throws {
    let file = try String(
      contentsOf: Self.folder.appendingPathComponent("\(language)\(part).txt"), encoding: .utf8)
    let texts = try DatedText.texts(in: file)
    #expect(texts.reduce(0) { $0 + $1.expressions.count } >= 150)
    for text in texts {
      let scalars = Array(text.text.unicodeScalars)
      for expression in text.expressions {
        let marked = String(
          String.UnicodeScalarView(scalars[expression.span.start..<expression.span.end]))
        #expect(marked == expression.text)
        #expect(["DATE", "TIME", "DURATION", "SET"].contains(expression.type), "\(expression)")
      }
    }
  }

  @Test(arguments: [
    ("text", 1), ("= 2024-02-30\ntext", 1), ("= -\na [[b|DATE|2024]", 2), ("= -\na [[b|DATE]] c", 2),
  ])
  func aSlipIsToldWithItsLine(file: String, line: Int) {
    do {
      _ = try DatedText.texts(in: file)
      Issue.record("nothing was wrong with it")
    } catch {
      #expect(error.line == line)
    }
  }
}
