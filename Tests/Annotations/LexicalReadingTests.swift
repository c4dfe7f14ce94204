import DatelineDocuments
import DatelineLexicon
import DatelineTestSupport
import DatelineText
import Testing

@testable import DatelineAnnotations

/// How words of a text find their entries, in a language that knows only what stands here.
@Suite struct LexicalReadingTests {
  private static let language = Result<Lexicon, any Error> {
    try InventedLanguage([
      "language": ["code\txx", "letters\tabcdefghijklmnopqrstuvwxyz", "fold\të=e"],
      "endings": [
        "'s\t\t1\tabbreviation", "lar\t\t1\tnoun", "s\t\t1\tnoun\t^s", "ti\t\t2\tnoun",
        "um\t\t1\tabbreviation",
      ],
      "titles": ["*minister\toffice", "deputy minister\toffice", "minister\toffice"],
      "triggers": ["schlossen … ab\tsigned\tverb", "signed\tsigned\tverb"],
      "stopwords": ["Bank of Ural", "UN", "cëder", "polish"],
      "place-words": ["Polish\tcountry\tbefore"],
    ]).lexicon()
  }

  /// `tokens→entry` of each match; `…` and what stands behind it for a gap.
  private func matches(_ text: String) throws -> [String] {
    let lexicon = try Self.language.get()
    let normalised = Normaliser(knowledge: [lexicon.textKnowledge]).normalise(
      [Block(.paragraph, text)], language: "xx")
    let reading = LexicalReading(normalised, lexicon: lexicon)
    return reading.allMatches.map { match in
      reading.string(match.tokens) + (match.tail.map { " … " + reading.string($0) } ?? "") + "→"
        + reading.entry(match).form
    }.sorted()
  }

  @Test(arguments: [
    ("The UN met.", ["UN→UN"]), ("The un met.", []), ("The Un met.", []), ("The UN-um met.", ["UN-um→UN"]),
    ("The Bank of Ural met.", ["Bank of Ural→Bank of Ural"]), ("A bank of ural met.", []),
    ("THE BANK OF URAL MET.", ["BANK OF URAL→Bank of Ural"]),
    ("A polish for cars.", ["polish→polish"]), ("A Polish car.", ["Polish→Polish", "Polish→polish"]),
  ])
  func capitalsAreACondition(text: String, expected: [String]) throws {
    #expect(try matches(text) == expected)
  }

  @Test(arguments: [
    ("The minister left.", ["minister→minister"]), ("The ministers left.", ["ministers→minister"]),
    ("The ministerlarti left.", ["ministerlarti→minister"]), ("The ministertilar left.", []),
    ("The DEPUTY MINISTER left.", ["DEPUTY MINISTER→deputy minister", "MINISTER→minister"]),
    ("The CEDER grew.", ["CEDER→cëder"]), ("Many cëders grew.", ["cëders→cëder"]),
  ])
  func inflectionIsNotListed(text: String, expected: [String]) throws {
    #expect(try matches(text) == expected)
  }

  @Test(arguments: [
    ("The Sportminister left.", ["Sportminister→*minister"]),
    ("The Sportministers left.", ["Sportministers→*minister"]), ("The xminister left.", []),
  ])
  func compoundsMatchByTheirTail(text: String, expected: [String]) throws {
    #expect(try matches(text) == expected)
  }

  @Test(arguments: [
    ("Sie schlossen ab.", ["schlossen … ab→schlossen … ab"]),
    ("Sie schlossen gestern einen Vertrag ab.", ["schlossen … ab→schlossen … ab"]),
    ("Sie schlossen a b c d e f g h i j k l ab.", ["schlossen … ab→schlossen … ab"]),
    ("Sie schlossen a b c d e f g h i j k l m ab.", []),
    ("Sie schlossen. Und ab.", []), ("Sie ab schlossen.", []),
  ])
  func aGapHoldsTwelveWordsOfTheSentence(text: String, expected: [String]) throws {
    #expect(try matches(text) == expected)
  }

  @Test func nothingIsFoundInNothing() throws {
    #expect(try matches("") == [])
    #expect(try matches("  \n ") == [])
  }
}
