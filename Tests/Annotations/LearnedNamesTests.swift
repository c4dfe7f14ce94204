import DatelineDocuments
import DatelineTagger
import DatelineTestSupport
import DatelineText
import Testing

@testable import DatelineAnnotations

/// Names that rules, dictionaries and the models that come with the program find together.
@Suite struct LearnedNamesTests {
  private static let languages = ["de", "en", "kk", "ru"]

  private static func names(_ text: String, _ language: String) throws -> (text: NormalisedText, [Bearer]) {
    let normaliser = try RealDictionaries.normaliser.get()
    let folder = try RealDictionaries.lexicons.get().folder
    let body = normaliser.normalise(
      text.split(separator: "\n\n").map { Block(.paragraph, String($0)) }, language: language)
    let annotator = Annotator(
      try RealDictionaries.lexicon(language),
      tagger: try NameTagger(modelAt: "\(folder)/\(language)/names.model"))
    return (body, annotator.names(in: body))
  }

  /// What dictionaries and rules cannot know.
  @Test(arguments: [
    (
      "en", "Shares of Brumwell fell after Odette Marchbanks left the board, Reuters reported.",
      "Odette Marchbanks"
    ),
    ("de", "In Krumhermsdorf brannte am Montag eine Scheune, wie die Polizei mitteilte.", "Krumhermsdorf"),
    ("ru", "По словам Кшиштофа Бжезицкого, матч перенесут в Гданьск.", "Бжезицкого"),
    ("kk", "Бұл туралы Серікжан Мәулетұлы айтты.", "Серікжан Мәулетұлы"),
  ])
  func findsWhatNoDictionaryHas(_ language: String, _ text: String, _ name: String) throws {
    let (body, bearers) = try Self.names(text, language)
    #expect(
      bearers.contains { $0.mentions.contains { body.string(in: $0.range).contains(name) } }, "\(bearers)")
  }

  /// A rule whose signs are certain has the last word.
  @Test(arguments: [
    ("ru", "ТОО «Жел Энергия» и АО «Нурлы Тас» подписали договор.", "ТОО «Жел Энергия»"),
    ("de", "Die Nordkap Windkraft GmbH hat einen Vertrag unterzeichnet.", "Nordkap Windkraft GmbH"),
    ("en", "Caspian Gate Logistics Ltd signed a contract.", "Caspian Gate Logistics Ltd"),
  ])
  func legalFormsBelongToTheName(_ language: String, _ text: String, _ name: String) throws {
    let (body, bearers) = try Self.names(text, language)
    #expect(bearers.contains { $0.mentions.contains { body.string(in: $0.range) == name } }, "\(bearers)")
  }

  private static func check(_ text: String, _ language: String) throws {
    let (body, bearers) = try names(text, language)
    for mention in bearers.flatMap(\.mentions) {
      #expect(mention.range.lower < mention.range.upper && mention.range.upper <= body.bytes.count)
    }
  }

  @Test(arguments: languages) func textsWithoutAnyShapeEndWell(_ language: String) throws {
    let sentence = "Anna Kovaleva, Тимур Жаксылыков и Nordwind AG in Bonn, Алматы қаласы. "
    for text in [
      sentence.uppercased(), sentence.lowercased(), String(repeating: sentence.uppercased(), count: 50),
      String(repeating: "Ж", count: 50_000), String(repeating: "«", count: 2_000), "",
    ] {
      try Self.check(text, language)
    }
  }

  /// One language is enough for what takes a debug build seconds: the code is the same for all.
  @Test func veryLongSentencesAndWordsEndWell() throws {
    try Self.check((0..<10_000).map { "Anna K\($0 % 97)ova" }.joined(separator: ", "), "en")
    try Self.check(String(repeating: "x", count: 1_000_000), "en")
  }
}
