import Foundation
import Testing

@testable import DatelineText

/// How often the model is right with texts it did not learn from (`Fixtures/languages`).
@Suite struct LanguageAccuracyTests {
  private static let ours = ["en", "de", "kk", "ru"]
  private static let neighbours = [
    "uk", "be", "bg", "mk", "sr", "mn", "ky", "tt", "ba", "uz-Cyrl", "tg", "nl", "af", "da", "sv", "no", "pl",
    "tr", "az",
  ]

  private static func lines(_ name: String) throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures/languages/"
    let text = try String(contentsOfFile: folder + name + ".txt", encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  private static func words(_ code: String) throws -> [String] {
    try lines(code + ".words").flatMap { $0.split(separator: " ").map(String.init) }
  }

  private let identifier = LanguageIdentifier(model: Languages.model)

  @Test(arguments: ours) func sentencesAreKnownAmongTheNeighbours(_ code: String) throws {
    for sentence in try Self.lines(code) {
      #expect(identifier.identify(sentence).code == code, "\(sentence)")
    }
  }

  @Test(arguments: neighbours) func shortSentencesOfNeighboursAreSeldomTakenForOurs(_ code: String) throws {
    let lines = try Self.lines(code)
    let taken = lines.filter { Self.ours.contains(identifier.identify($0).code) }
    // A few words such as «Без труда нема плода» hold nothing that Russian could not.
    #expect(taken.count <= 1, "\(taken)")
    let answer = code == "uz-Cyrl" ? "uz" : code
    let right = lines.filter { identifier.identify($0).code == answer }.count
    #expect(Double(right) >= 0.65 * Double(lines.count), "\(right) of \(lines.count)")
  }

  @Test(arguments: ours) func singleWordsAreToldAmongTheFour(_ code: String) throws {
    let words = try Self.words(code)
    let wrong = words.filter { identifier.identify($0, among: Self.ours).code != code }
    #expect(Double(wrong.count) <= 0.03 * Double(words.count), "\(wrong)")
  }

  @Test(arguments: ours) func pairsOfWordsAreToldAmongTheFour(_ code: String) throws {
    let words = try Self.words(code)
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    let wrong = pairs.filter { identifier.identify($0, among: Self.ours).code != code }
    #expect(Double(wrong.count) <= 0.02 * Double(pairs.count), "\(wrong)")
  }

  @Test(arguments: ["Вода", "Слава", "Права", "рука"])
  func whatSeveralLanguagesCouldSayIsNotNamed(_ text: String) {
    #expect(identifier.identify(text).code == "und")
    #expect(identifier.identify(text, among: Self.ours).code == "ru")
  }

  @Test func onlyCandidatesAreAnswers() {
    let text = "Сторони підписали меморандум про співпрацю в галузі науки та освіти."
    #expect(identifier.identify(text).code == "uk")
    #expect(identifier.identify(text, among: ["kk", "ru"]).code == "ru")
    #expect(identifier.identify(text, among: ["en", "de"]).code == "und")
    #expect(
      identifier.identify("", among: ["en"]) == LanguageGuess(code: "und", script: "Zyyy", confidence: 0))
  }

  @Test func caseAndSignsDoNotMatter() {
    let text = "Екі ел ғылым саласындағы ынтымақтастық туралы келісті"
    let guess = identifier.identify(text)
    #expect(identifier.identify(text.uppercased()) == guess)
    #expect(identifier.identify("«12» " + text.replacingOccurrences(of: " ", with: " – 5, ")) == guess)
  }

  @Test(arguments: [
    "Бул уй бiздiкi емес, кiтап мектепте қалды", "Kазақстан Pеспубликасы бүгін жаңа заң қабылдады",
  ])
  func lettersOfAnotherAlphabetThatLookAlikeDoNoHarm(_ text: String) {
    #expect(identifier.identify(text).code == "kk")
  }

  private static let hostile: [[UInt8]] = [
    [UInt8](repeating: 0xFF, count: 300), [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [UInt8](0...255),
    [UInt8](repeating: 0x61, count: 100_000), Array(repeating: [0xD0, 0xB0], count: 50_000).flatMap { $0 },
    Array(repeating: [0x61, 0xD0, 0xB0, 0x27], count: 5_000).flatMap { $0 }, [0xED, 0xA0, 0x80, 0x61],
  ]

  @Test(arguments: hostile) func anyBytesHaveAnAnswer(_ bytes: [UInt8]) {
    let guess = bytes.withUnsafeBufferPointer { identifier.identify($0) }
    #expect((0...1).contains(guess.confidence))
    #expect(!guess.code.isEmpty && guess.script.utf8.count == 4)
  }

  @Test func aParagraphKeepsTheLanguageOfItsDocumentUnlessItClearlyHasItsOwn() {
    let document = LanguageGuess(code: "kk", script: "Cyrl", confidence: 0.9)
    func inside(_ text: String) -> String {
      let bytes = Array(text.utf8)
      return bytes.withUnsafeBufferPointer {
        identifier.guess(identifier.evidence(in: $0, range: TextRange(0, $0.count)), inside: document).code
      }
    }
    #expect(inside("Об этом сообщает") == "kk")
    #expect(inside("Стороны подписали меморандум о сотрудничестве в области науки и техники.") == "ru")
    #expect(inside("Марат Ахметов, Серик Жумангарин") == "kk")
  }
}
