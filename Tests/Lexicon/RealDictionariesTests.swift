import DatelineLexicon
import DatelineTestSupport
import DictionaryFiles
import Foundation
import Testing

/// The dictionaries that come with the program.
@Suite struct RealDictionariesTests {
  private static let languages = ["de", "en", "kk", "ru"]

  private func files(_ language: String) throws -> [String] {
    let folder = try #require(DictionaryFiles.folder())
    return try FileManager.default.contentsOfDirectory(atPath: folder + "/" + language)
      .filter { $0.hasSuffix(".tsv") }.sorted()
  }

  @Test func theyLoadWithoutAFault() throws {
    #expect(RealDictionaries.loaded.faults.prefix(20).map(\.description) == [])
    #expect(try RealDictionaries.lexicons.get().languages.map(\.code) == Self.languages)
  }

  @Test(arguments: languages)
  func everyLanguageHasTheSameFiles(language: String) throws {
    #expect(try files(language) == files("en"))
  }

  @Test(arguments: languages)
  func everyLanguageHasTheSameHeaders(language: String) throws {
    let folder = try #require(DictionaryFiles.folder())
    let headers = try InventedLanguage.headers()
    for name in try files(language) {
      let text = try String(contentsOfFile: "\(folder)/\(language)/\(name)", encoding: .utf8)
      let header = text.split(separator: "\n").first { !$0.hasPrefix("#") }
      #expect(header.map(String.init) == headers[String(name.dropLast(4))], "\(language)/\(name)")
    }
  }

  @Test(arguments: languages)
  func everyLanguageKnowsItsMonthsAndWeekdays(language: String) throws {
    let lexicon = try RealDictionaries.lexicon(language)
    var months: Set<Int?> = []
    var weekdays: Set<Int?> = []
    for case .calendar(let word) in lexicon.entries.map(\.knowledge) {
      if word.kind == .month { months.insert(Int(word.value)) }
      if word.kind == .weekday { weekdays.insert(Int(word.value)) }
    }
    #expect(months == Set(1...12))
    #expect(weekdays == Set(1...7))
  }

  @Test(arguments: languages)
  func everyLanguageKnowsAWordForEachKindOfAgreement(language: String) throws {
    let lexicon = try RealDictionaries.lexicon(language)
    var types: Set<String> = []
    var statuses: Set<String> = []
    for entry in lexicon.entries {
      if case .agreementWord(let type) = entry.knowledge { types.insert(type) }
      if case .trigger(let status, _) = entry.knowledge { statuses.insert(status) }
    }
    let known: Set = [
      "memorandum", "agreement", "contract", "treaty", "protocol", "declaration", "letter-of-intent", "plan",
      "programme", "grant",
    ]
    #expect(known.isSubset(of: types))
    #expect(types.isSubset(of: known.union(["other"])))
    let stages: Set = [
      "signed", "adopted", "ratified", "in-force", "negotiated", "planned", "proposed", "discussed",
      "extended",
      "terminated", "breached",
    ]
    #expect(statuses.isSubset(of: stages))
    #expect(Set(["signed", "adopted", "ratified", "planned", "discussed"]).isSubset(of: statuses))
  }

  /// What the same country is called in four languages has one key.
  @Test func placesHaveTheSameKeysInAllLanguages() throws {
    let names = ["en": "Kazakhstan", "de": "Kasachstan", "kk": "Қазақстан", "ru": "Казахстан"]
    for (language, name) in names {
      let place = try RealDictionaries.lexicon(language).places.first { $0.name == name }
      #expect(place?.key == "kz" && place?.country == "KZ", "\(language)")
    }
  }
}
