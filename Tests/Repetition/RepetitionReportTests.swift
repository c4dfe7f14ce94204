import DatelineText
import Foundation
import Testing

@testable import DatelineRepetition

@Suite struct RepetitionReportTests {
  private func report() -> RepetitionReport {
    var report = RepetitionReport()
    var index = RepetitionIndex()
    for (name, paragraphs) in [
      ("a.txt", [Sample.one, Sample.two, Sample.one]), ("b \"2\".txt", [Sample.two]),
      ("c.txt", [Sample.three]),
    ] {
      let text = Sample.text(paragraphs)
      report.add(document: name, text, index.add(document: name, text))
    }
    return report
  }

  @Test func theTextSaysWhatRepeatsWhere() {
    #expect(
      report().text == """
        a.txt: 1 of 3 paragraphs repeated
          paragraph 3 repeats 1: The sides discussed trade, transport and science at a long…
        b "2".txt: 1 of 1 paragraph repeated
          paragraph 1 repeats 2 of a.txt: The minister underlined that the digital programme remains…
        2 of 5 paragraphs in 3 documents repeated

        """)
  }

  @Test func theJSONIsJSON() throws {
    let object = try JSONSerialization.jsonObject(with: Data(report().json.utf8)) as? [String: Any]
    let documents = try #require(object?["documents"] as? [[String: Any]])
    #expect(documents.count == 3)
    #expect(object?["repeats"] as? Int == 2)
    let repeats = try #require(documents[1]["repeats"] as? [[String: Any]])
    let earlier = try #require(repeats[0]["duplicateOf"] as? [String: Any])
    #expect(earlier["document"] as? String == "a.txt")
    #expect(earlier["paragraph"] as? Int == 1)
    #expect(earlier["similarity"] as? Double == 1)
  }

  @Test func anEmptyReportIsJSONToo() throws {
    let object = try JSONSerialization.jsonObject(with: Data(RepetitionReport().json.utf8)) as? [String: Any]
    #expect(object?["repeats"] as? Int == 0)
  }
}
