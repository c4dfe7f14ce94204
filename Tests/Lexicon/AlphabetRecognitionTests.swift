import DatelineDocuments
import DatelineTestSupport
import DatelineText
import Foundation
import Testing

@Suite struct AlphabetRecognitionTests {
  private func normalised(_ text: String, language: String? = nil) throws -> NormalisedText {
    try RealDictionaries.normaliser.get().normalise([Block(.paragraph, text)], language: language)
  }

  @Test(arguments: (OtherLanguages.latin + OtherLanguages.arabic).indices)
  func noOtherLanguageIsTakenForKazakh(number: Int) throws {
    let other = (OtherLanguages.latin + OtherLanguages.arabic)[number]
    let sentences = other.text.split(separator: ".").map { String($0) + "." }
    for text in [other.text] + sentences {
      let found = try normalised(text)
      #expect(found.language.code != "kk", "\(other.name): \(found.string)")
      #expect(found.written == nil, "\(other.name): \(found.string)")
    }
  }

  /// How many stretches of 60 and 200 characters are recognised; see `AlphabetRoundTrips`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DATELINE_SENTENCES"] != nil))
  func stretchesAreRecognised() throws {
    struct Line: Decodable { var text: String }
    func stretches(_ file: String, _ length: Int, _ limit: Int) throws -> [String] {
      var out: [String] = []
      var text = ""
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        text += (text.isEmpty ? "" : " ") + (try JSONDecoder().decode(Line.self, from: Data(line.utf8)).text)
        guard text.count >= length else { continue }
        out.append(String(text.prefix(length)))
        text = ""
        if out.count == limit { break }
      }
      return out
    }
    let environment = ProcessInfo.processInfo.environment
    let limit = Int(environment["DATELINE_LINES"] ?? "") ?? 200
    for length in [60, 200] {
      let texts = try stretches(environment["DATELINE_SENTENCES"] ?? "", length, limit)
      for writer in AlphabetWriter.all {
        let found = try texts.map { try normalised(writer.write($0)) }
        let kazakh = found.filter { $0.language.code == "kk" && $0.written != nil }
        let exact = kazakh.filter { $0.written?.alphabet == writer.alphabet }
        let codes = Dictionary(grouping: found.filter { $0.written == nil }) { $0.language.code }
          .mapValues(\.count)
        print(
          "\(length) \(writer.name): \(kazakh.count) of \(texts.count), \(exact.count) exact, else \(codes)")
      }
      for other in OtherLanguages.latin + OtherLanguages.arabic {
        let characters = Array(other.text)
        var (wrong, all) = (0, 0)
        for start in stride(from: 0, to: max(1, characters.count - length), by: 15) {
          all += 1
          let text = String(characters[start..<min(characters.count, start + length)])
          if try normalised(text).written != nil { wrong += 1 }
        }
        if wrong > 0 { print("\(length) \(other.name): \(wrong) of \(all) taken for Kazakh") }
      }
      for file in (environment["DATELINE_OTHERS"] ?? "").split(separator: ":") {
        let texts = try stretches(String(file), length, limit * 5)
        let wrong = try texts.filter { try normalised($0).written != nil }
        print("\(length) \(file): \(wrong.count) of \(texts.count) taken for Kazakh \(wrong.prefix(5))")
      }
    }
  }
}
