import DatelineDocuments
import Foundation
import Testing

@Suite struct DamageTests {
  /// What must come of each file of the Corpus of broken inputs.
  @Test(
    "Broken inputs of the Corpus",
    arguments: [
      ("empty.txt", "error empty"), ("blank.txt", "error empty"), ("binary.txt", "error binary"),
      ("truncated.rss", "2 truncated"), ("no-items.rss", "error no-items"),
      ("no-article.html", "error no-article"),
      ("invalid-utf8.txt", "1 encoding"), ("wrong-declaration.html", "1 encoding"),
      ("undeclared-windows-1251.txt", "1"), ("undeclared-utf16.txt", "1"), ("undeclared-kz1048.txt", "1"),
      ("bare-ampersands.rss", "1"), ("billion-laughs.rss", "1"), ("external-entity.rss", "1"),
      ("unknown-root.xml", "error format"), ("nested.html", "error no-article"), ("cut-page.html", "1"),
    ])
  func corpusOfDamage(name: String, expected: String) {
    let reading = Reading(inputs: ["\(corpus)/damaged/\(name)"])
    var found = reading.documents.isEmpty ? [] : ["\(reading.documents.count)"]
    found += reading.errors.map { "error \($0.code)" }
    found += reading.documents.flatMap { $0.irregularities.map(\.kind) }.filter { $0 != "markup" }
    #expect(found.joined(separator: " ") == expected)
    for document in reading.documents {
      #expect(!document.blocks.contains { $0.text.contains("root:") }, "a local file leaked")
      #expect(document.blocks.reduce(0) { $0 + $1.text.utf8.count } < 2000)
    }
    for error in reading.errors { #expect(error.message.count > 20 && error.path.hasSuffix(name)) }
  }

  @Test func everyFileOfTheCorpusOfDamageIsTested() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(corpus)/damaged")
    #expect(names.count == 18)
  }

  @Test(
    "Random damage never stops the reader",
    arguments: [
      "truncated.rss", "wrong-declaration.html", "cut-page.html",
      "undeclared-utf16.txt", "undeclared-windows-1251.txt", "billion-laughs.rss", "bare-ampersands.rss",
    ])
  func randomDamage(name: String) throws {
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(corpus)/damaged/\(name)")))
    var generator = SeededGenerator(state: 11)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        case 2: bytes.insert(contentsOf: Array("<&]]>\"'".utf8.shuffled(using: &generator)), at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      let reading = Reading(bytes)
      #expect(reading.documents.count + reading.errors.count >= 1)
      for document in reading.documents {
        for block in document.blocks { #expect(!block.text.isEmpty && !block.text.utf8.contains(0)) }
      }
    }
  }

  /// What would take a quadratic reader minutes.
  @Test(
    "Excess takes linear time",
    arguments: [
      "<html><body><div \(repeated("a=1 b", 100_000))><p>Text of the page, long enough.</p>",
      "<rss><channel><item \(repeated("a=\"1\" ", 100_000))><title>x</title></item></channel></rss>",
      "<rss><channel><item><title>x</title>\(repeated("<description>abc</description>", 50_000))</item></channel></rss>",
      "<rss><channel><item><title>\(repeated("<", 500_000))</title></item></channel></rss>",
      "<rss><channel><item><title><![CDATA[\(repeated("]", 500_000))",
      "<!DOCTYPE \(repeated("[", 500_000))<rss>",
      "<html><body>\(repeated("<h1>x</h1><p>Text of the page, long enough.</p>", 10_000))",
      "<html><body>\(repeated("<h1>x ", 50_000))",
      "<html><title>\(repeated(" - ", 300_000))</title><body><p>Text of the page, long enough.</p>",
      "\(repeated("\n", 500_000))x", repeated("Title: x\n", 50_000), repeated("x\n", 200_000),
    ])
  func excess(text: String) {
    let start = ContinuousClock.now
    let reading = Reading(text)
    #expect(reading.documents.count + reading.errors.count >= 1)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
