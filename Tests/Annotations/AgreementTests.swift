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
    #expect(text.found.agreements.first?.parties.prefix(2).map(\.country) == ["DE", "KZ"])
  }

  /// A signing told after an announcement, by the definite article and without the parties.
  @Test(arguments: [
    (
      "en",
      "Nordlicht Energie GmbH and Dala Power JSC plan to sign a contract. The contract was signed on 3 May 2021."
    ),
    (
      "en",
      "Nordlicht Energie GmbH and Dala Power JSC discussed a contract. The document was signed on 3 May 2021."
    ),
    (
      "de",
      "Die Nordlicht Energie GmbH und die Dala Power AG wollen einen Vertrag unterzeichnen. "
        + "Der Vertrag wurde am 3. Mai 2021 unterzeichnet."
    ),
    ("ru", "ТОО «Зерде» и АО «Дала» планируют подписать договор. Договор был подписан 3 мая 2021 года."),
  ])
  func theLastWordOfTheTextCounts(language: String, string: String) throws {
    let text = try Annotated(string, language)
    #expect(text.found.agreements.map(\.status) == ["signed"])
    #expect(text.found.agreements.first?.parties.count == 2)
    #expect(text.found.agreements.first?.date == "2021-05-03")
  }

  @Test func aTerminationIsTheLastWord() throws {
    let text = try Annotated(
      "Nordlicht Energie GmbH and Dala Power JSC signed a contract on 3 May 2021. "
        + "The contract was terminated in June 2021.", "en")
    #expect(text.agreements == ["contract terminated"])
    #expect(text.found.agreements.first?.evidence.count == 2)
  }

  @Test(arguments: [
    ("en", "Nordlicht Energie GmbH denied that it had signed a contract with Dala Power JSC."),
    ("en", "No contract was signed between Nordlicht Energie GmbH and Dala Power JSC."),
    ("de", "Zwischen der Nordlicht Energie GmbH und der Dala Power AG wurde kein Vertrag unterzeichnet."),
    ("ru", "Договор между ТОО «Зерде» и АО «Дала» подписан не был."),
  ])
  func aDeniedSigningIsNone(language: String, text: String) throws {
    #expect(try Annotated(text, language).agreements == [])
  }

  @Test func whatIsPutOffStaysPlanned() throws {
    let text = try Annotated(
      "The signing of the contract between Nordlicht Energie GmbH and Dala Power JSC was postponed until 12 May 2021.",
      "en")
    #expect(text.agreements == ["contract planned"])
    #expect(text.found.agreements.first?.date == "2021-05-12")
  }

  @Test func aRefusalIsNoPlan() throws {
    let text = try Annotated("Nordlicht Energie GmbH refused to sign a contract with Dala Power JSC.", "en")
    #expect(text.agreements == [])
  }

  @Test func whoeverDidNotSignIsNoParty() throws {
    let text = try Annotated(
      "The rector did not sign a contract with Dala Power JSC, but Nordlicht Energie GmbH signed a memorandum "
        + "with Zerde LLP.", "en")
    withKnownIssue("the party of the clause before is taken along") {
      #expect(text.found.agreements.first?.parties.map(\.name) == ["Nordlicht Energie GmbH", "Zerde LLP"])
    }
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
