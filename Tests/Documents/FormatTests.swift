import Foundation
import Testing

@testable import DatelineDocuments

@Suite struct FormatTests {
  @Test(
    "The format is seen by content",
    arguments: [
      ("<?xml version=\"1.0\"?><rss version=\"2.0\">", DocumentFormat.rss),
      ("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<rss>", .rss),
      ("<rdf:RDF xmlns:rdf=\"x\">", .rss),
      ("<?xml-stylesheet href=\"a\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">", .atom),
      ("<atom:feed>", .atom),
      ("<!DOCTYPE html><title>x", .html),
      ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"a\" \"b\"><html>", .html),
      ("  <HTML><BODY>", .html),
      ("<p>Only a paragraph</p>", .html),
      ("Some text <b>first</b>, then <p>more</p><br>and <a href=x>links</a>", .html),
      ("Plain text. 3 < 5 and 7 > 2.", .text),
      ("<3 is a heart", .text),
      ("[Updated] A note in brackets", .text),
      ("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss>", .rss),
    ])
  func format(text: String, expected: DocumentFormat) {
    guard case .document(let format, _) = DocumentFormat.detect(in: Array(text.utf8)[...]) else {
      Issue.record("no document")
      return
    }
    #expect(format == expected)
  }

  @Test(
    "What is no document is refused by name and passed over in folders",
    arguments: [
      ("{\"schema\": 1}", "JSON"), ("[{\"a\": 1}]", "JSON"), ("<svg xmlns=\"x\"/>", "an SVG image"),
    ])
  func bystanders(text: String, name: String) {
    #expect(DocumentFormat.detect(in: Array(text.utf8)[...]) == .bystander(name))
    #expect(Reading(text).errors.first?.code == "format")
  }

  /// A store among its documents brings a log and a shared memory of its own while it is open.
  @Test(
    arguments: [[0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83], [0x18, 0xE2, 0x2D, 0x00]] as [[UInt8]])
  func whatSQLiteKeepsBesideAStoreIsPassedOver(magic: [UInt8]) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Good text.")
    let bytes = magic + [UInt8](repeating: 0, count: 600)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/news.sqlite-wal"))
    let reading = Reading(inputs: [folder.path])
    #expect(reading.errors == [])
    #expect(reading.documents.count == 1)
  }

  @Test func binaryDataIsAnError() {
    let reading = Reading((0..<1000).map { UInt8($0 % 251) })
    #expect(reading.errors.map(\.code) == ["binary"])
    #expect(reading.errors.first?.offset == 0)
  }

  @Test func aStrayControlCharacterIsNot() {
    #expect(
      Reading("Text with a \u{1}stray\u{0} control, " + String(repeating: "and more. ", count: 100)).errors
        == [])
  }
}
