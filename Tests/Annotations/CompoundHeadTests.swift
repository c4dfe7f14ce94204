import Testing

@testable import DatelineAnnotations

/// Names in front of the hyphens of compounds, where nouns are joined so.
///
/// All people are invented.
@Suite struct CompoundHeadTests {
  @Test(arguments: [
    ("Das sagte NATO-Generalsekretär Karl Mohn.", "NATO", "NATO"),
    ("Die UNESCO-Broschüre liegt am Eingang.", "UNESCO", "UNESCO"),
    ("Der ABCD-Präsident Karl Mohn lobte die Hilfe.", "ABCD", "ABCD"),
  ])
  func theNameEndsAtTheHyphen(text: String, name: String, mention: String) throws {
    let found = try Annotated(text, "de")
    #expect(found.mentions(of: name) == [mention])
  }

  @Test func theOfficeBehindTheHyphenIsThatOfTheName() throws {
    let found = try Annotated("Der ABCD-Präsident Karl Mohn lobte die Hilfe.", "de")
    #expect(found.roles(of: "Karl Mohn") == ["Präsident, ABCD"])
  }

  @Test(arguments: [
    "Die EU-Kommission tagt in Brüssel.", "Das Leibniz-Institut forscht.",
    "Der Besuch in Baden-Württemberg endete.",
    "Der Landeshauptmann-Stellvertreter Karl Mohn kam.", "Anna Weber-Schmidt kam.",
  ])
  func whatIsOneNameIsNotCut(text: String) throws {
    let found = try Annotated(text, "de")
    for bearer in found.found.bearers {
      for mention in bearer.mentions {
        let behind = found.body.string(in: .init(mention.range.upper, found.body.bytes.count))
        #expect(!behind.hasPrefix("-"), "\(bearer.name)")
      }
    }
  }
}
