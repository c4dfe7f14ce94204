import Foundation
import Testing

@testable import DatelineText

@Suite struct LanguageModelTests {
  private static let columns = [
    LanguageColumn(isCyrillic: false, answer: "aa", codes: ["aa"]),
    LanguageColumn(isCyrillic: false, answer: "und", codes: ["bb"]),
    LanguageColumn(isCyrillic: true, answer: "cc", codes: ["cc"], isOurs: true),
    LanguageColumn(isCyrillic: true, answer: "dd", codes: ["dd"], isOurs: true),
  ]
  private static let texts = [
    LanguageTexts(code: "aa", sentences: ["lala lolo lulu lala"], words: ["lala lilo"]),
    LanguageTexts(code: "bb", sentences: ["kirka korka kurka"]),
    LanguageTexts(code: "cc", words: ["лала лоло лулу"]),
    LanguageTexts(code: "dd", sentences: ["кирка корка"]),
  ]

  private static func trained(seed: UInt64 = 1) -> [UInt8] {
    var options = LanguageTrainingOptions()
    options.epochs = 2
    options.examples = 60
    options.latinBuckets = 40
    options.cyrillicBuckets = 40
    options.seed = seed
    return LanguageTrainer.model(columns: columns, texts: texts, options: options)
  }

  @Test func whatIsLearnedIsKnown() throws {
    let model = try LanguageModel(bytes: Data(Self.trained()), path: "test")
    let identifier = LanguageIdentifier(model: model)
    #expect(model.codes == ["aa", "cc", "dd"])
    #expect(identifier.identify("Lola lalu").code == "aa")
    #expect(identifier.identify("kurki korki").code == "und")
    #expect(identifier.identify("ЛУЛА", among: model.codes).code == "cc")
    #expect(identifier.identify("корки", among: model.codes).code == "dd")
  }

  @Test func theSameSeedGivesTheSameModel() {
    #expect(Self.trained() == Self.trained())
    #expect(Self.trained() != Self.trained(seed: 2))
  }

  @Test func aFullBucketTurnsTheLessImportantAway() {
    let places = LanguageTable.places(Array(10..<20), 1)
    #expect(places.prefix(4) == [0, 1, 2, 3])
    #expect(places.dropFirst(4).allSatisfy { $0 == nil })
    // Two n-grams with the same mark cannot be told apart: the more important one came first.
    #expect(LanguageTable.places([10, 10, 11], 1) == [0, nil, 1])
  }

  @Test func whatFindsNoRoomIsDoneWithout() throws {
    var options = LanguageTrainingOptions()
    options.epochs = 4
    options.examples = 60
    options.latinBuckets = 2
    options.cyrillicBuckets = 2
    let bytes = LanguageTrainer.model(columns: Self.columns, texts: Self.texts, options: options)
    let model = try LanguageModel(bytes: Data(bytes), path: "test")
    #expect(model.bytes.raw.count == LanguageModel.tableStart + 4 * LanguageModel.bucketLength)
    #expect(LanguageIdentifier(model: model).identify("lala lolo lulu", among: ["aa"]).code == "aa")
  }

  @Test func damageIsToldWithTheNameOfTheFile() throws {
    let sound = Self.trained()
    func fault(_ bytes: [UInt8]) -> String {
      do {
        _ = try LanguageModel(bytes: Data(bytes), path: "languages.model")
        return "none"
      } catch {
        return "\(error)"
      }
    }
    func changed(_ at: Int) -> [UInt8] {
      var bytes = sound
      bytes[at] ^= 0x40
      return bytes
    }
    #expect(fault(sound) == "none")
    #expect(fault([]).hasPrefix("languages.model: the model is cut off"))
    #expect(fault(Array(sound.dropLast())).contains("cut off or damaged"))
    #expect(fault(changed(0)).contains("no model of languages"))
    #expect(fault(changed(9)).contains("version"))
    #expect(fault(changed(sound.count - 1)).contains("checksum"))
    for at in 12..<64 where at != 12 && fault(changed(at)) == "none" {
      Issue.record("a change of byte \(at) is not noticed")
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect(throws: LanguageModelError.self) { try LanguageModel(path: "/nowhere/languages.model") }
  }

  @Test func theModelThatComesWithTheProgramIsSmall() throws {
    let model = try #require(Languages.model)
    #expect(model.bytes.raw.count < 2_000_000)
    #expect(Set(["en", "de", "kk", "ru", "uk", "uz"]).isSubset(of: model.codes))
  }
}
