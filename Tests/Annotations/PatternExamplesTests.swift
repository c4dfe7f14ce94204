import DatelineTestSupport
import Testing

@testable import DatelineAnnotations

/// The examples and counter-examples that stand beside the date patterns.
@Suite struct PatternExamplesTests {
  @Test(arguments: ["de", "en", "kk", "ru"])
  func everyExampleComesOutAsTheDictionarySays(language: String) throws {
    let lexicon = try RealDictionaries.lexicon(language)
    let faults = PatternExamples.faults(of: lexicon, normaliser: try RealDictionaries.normaliser.get())
    #expect(faults == [])
  }

  @Test(arguments: ["de", "en", "kk", "ru"])
  func everyPatternHasAnExample(language: String) throws {
    for pattern in try RealDictionaries.lexicon(language).datePatterns {
      #expect(!pattern.example.isEmpty && pattern.expect.contains("="), "\(language): \(pattern.name)")
    }
  }
}
