import DatelineEvaluation
import Foundation
import Testing

/// Training on the reports of Corpus/names, small enough for a test.
@Suite struct NameTrainingTests {
  private static func training(seed: UInt64) throws -> NameTraining {
    var options = NameTrainingOptions()
    options.epochs = 2
    options.features = 20_000
    options.seed = seed
    return try NameTraining(language: "de", options: options)
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let file = Corpus.root + "/Corpus/names/de.txt"
    let first = try Self.training(seed: 1).model(of: [file])
    #expect(try Self.training(seed: 1).model(of: [file]) == first)
    #expect(try Self.training(seed: 2).model(of: [file]) != first)
  }

  @Test func learnsFromExpectedRecords() throws {
    let training = try Self.training(seed: 1)
    let result = try training.measure(
      training.model(of: [Corpus.root + "/Corpus/de"]), on: [Corpus.root + "/Corpus/de"])
    #expect(result.total.expected > 50)
    #expect(result.total.f1 > 0.5)
  }

  @Test(arguments: ["[P Anna", "Anna]", "[X Anna] ging", "[P Anna [L Bonn]]", "[P ]", "[P"])
  func bracketsThatAreWrongAreNamed(_ line: String) throws {
    let path = NSTemporaryDirectory() + "dateline-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("# names\nEin Satz ohne Namen.\n\(line)\n".utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: EvaluationError.self) { try Self.training(seed: 1).model(of: [path]) }
    #expect(error?.path == path)
    #expect(error?.message.contains("line 3") == true)
  }
}
