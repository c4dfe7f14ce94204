import DatelineTestSupport
import Testing

@testable import DatelineAnnotations

/// What is agreed, and how far it has come.
@Suite struct AgreementTests {
  @Test(arguments: [
    ("signed a contract", ["contract signed"]), ("did not sign the contract", []),
    ("plan to sign a contract in May", ["contract planned"]),
    ("discussed signing a contract", ["contract discussed"]),
    ("discussed the possibility of creating a joint venture", ["other discussed"]),
    ("extended the contract", ["contract extended"]), ("terminated the contract", ["contract terminated"]),
    ("signed a memorandum of understanding", ["memorandum signed"]),
    ("signed a protocol", ["protocol signed"]),
    ("are fond of contracts", []), ("exchanged views on cooperation", []),
  ])
  func english(what: String, expected: [String]) throws {
    let text = try Annotated("Nordlicht Energie GmbH and Dala Power JSC \(what).", "en")
    #expect(text.agreements == expected)
    if !expected.isEmpty {
      #expect(text.found.agreements[0].parties.map(\.name) == ["Nordlicht Energie GmbH", "Dala Power JSC"])
    }
  }

  @Test(arguments: [
    ("unterzeichneten einen Vertrag", ["contract signed"]), ("unterzeichneten den Vertrag nicht", []),
    ("wollen im Mai einen Vertrag unterzeichnen", ["contract planned"]),
    ("sprachen über die Unterzeichnung eines Vertrags", ["contract discussed"]),
    ("schlossen am Montag nach langen Gesprächen einen Vertrag ab", ["contract signed"]),
    ("verlängerten den Vertrag", ["contract extended"]), ("kündigten den Vertrag", ["contract terminated"]),
    ("bauen eine Halle", []),
  ])
  func german(what: String, expected: [String]) throws {
    #expect(
      try Annotated("Die Nordlicht Energie GmbH und die Dala Power AG \(what).", "de").agreements == expected)
  }

  @Test(arguments: [
    ("меморандумға қол қойды", ["memorandum signed"]), ("меморандумға қол қойған жоқ", []),
    ("меморандумға қол қоюды жоспарлап отыр", ["memorandum planned"]),
    ("бірлескен кәсіпорын құру мүмкіндігін талқылады", ["other discussed"]), ("көпір салды", []),
  ])
  func kazakh(what: String, expected: [String]) throws {
    #expect(try Annotated("«Зерде» ЖШС мен «Дала» АҚ \(what).", "kk").agreements == expected)
  }

  @Test(arguments: [
    ("подписали меморандум", ["memorandum signed"]), ("не подписали меморандум", []),
    ("планируют подписать меморандум", ["memorandum planned"]),
    ("обсудили подписание меморандума", ["memorandum discussed"]),
    ("обсудили возможность создания совместного предприятия", ["other discussed"]),
    ("расторгли договор поставки", ["contract terminated"]), ("построили мост", []),
  ])
  func russian(what: String, expected: [String]) throws {
    #expect(try Annotated("ТОО «Зерде» и АО «Дала» \(what).", "ru").agreements == expected)
  }

  @Test func countriesAreParties() throws {
    let text = try Annotated("The treaty between Germany and Kazakhstan was ratified by the Bundestag.", "en")
    #expect(text.agreements == ["treaty ratified"])
    #expect(text.found.agreements.first?.parties.map(\.country) == ["DE", "KZ"])
  }

  @Test func theLastWordOfTheTextCounts() throws {
    let text = try Annotated(
      "Nordlicht Energie GmbH and Dala Power JSC plan to sign a contract.\n\nThe contract was signed on 3 May 2021.",
      "en")
    #expect(text.agreements == ["contract signed"])
    #expect(text.found.agreements.first?.evidence.count == 2)
  }

  @Test func evidenceIsWholeSentences() throws {
    let text = try Annotated(
      "It rained. Nordlicht Energie GmbH and Dala Power JSC signed a contract. It stopped.", "en")
    let evidence = try #require(text.found.agreements.first?.evidence.first)
    #expect(
      text.body.string(in: evidence.range) == "Nordlicht Energie GmbH and Dala Power JSC signed a contract.")
  }

  @Test func factsOfRepeatedParagraphsAreNotCountedTwice() throws {
    let text = try Annotated("Nordlicht Energie GmbH and Dala Power JSC signed a contract.", "en")
    let again = Annotator(try RealDictionaries.lexicon("en")).annotations(
      body: text.body, title: nil, published: nil, repeated: [0])
    #expect(again.agreements.isEmpty)
    #expect(again.bearers.count == 2)
  }
}
