import DatelineLexicon
import DatelineText
import Foundation

/// How well the ends of sentences are found, beside ICU's sentence iterator for the same language.
///
/// What counts is the end of a sentence inside a paragraph; the end of the paragraph is nobody's merit.
public struct SentenceEvaluation: Sendable {
  /// One language: the name of the file without its extension.
  public struct Language: Sendable {
    /// BCP 47 code.
    public var code: String
    /// Paragraphs marked by hand.
    public var paragraphs = 0
    /// Of all paragraphs.
    public var ours = Score()
    /// Of the paragraphs with even numbers, from 0: those that rules are made from.
    public var even = Score()
    /// Of the paragraphs with odd numbers, which are only measured.
    public var odd = Score()
    /// ICU's, of all paragraphs.
    public var icu = Score()
    /// ICU's, of the paragraphs with odd numbers.
    public var icuOdd = Score()
  }

  /// A boundary missed or found wrongly.
  public struct Fault: Sendable, Hashable {
    /// BCP 47 code.
    public var language: String
    /// The number of the paragraph, from 0.
    public var paragraph: Int
    /// Missed or found wrongly.
    public var kind: EvaluationResult.Fault.Kind
    /// The text around it, the boundary marked with `|`.
    public var context: String
  }

  /// One entry a file.
  public private(set) var languages: [Language] = []
  /// Every miss and false alarm of ours.
  public private(set) var faults: [Fault] = []

  /// Splits marked paragraphs and compares.
  ///
  /// - Parameters:
  ///   - paths: Files such as `de.txt`, named after their language, or folders with such files.
  ///   - dictionaries: The folder of the dictionaries; nil for the one that comes with the program.
  /// - Throws: `EvaluationError` if a file cannot be read or its language is unknown, `DictionaryFaults`.
  public static func run(paths: [String], dictionaries: String? = nil) throws -> SentenceEvaluation {
    let lexicons = try Lexicons(folder: dictionaries)
    var result = SentenceEvaluation()
    for file in try paths.flatMap(files(at:)) {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw EvaluationError(path: file, message: "cannot be read; check the name")
      }
      let code = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
      guard let lexicon = lexicons.lexicon(code) else {
        throw EvaluationError(path: file, message: "there are no dictionaries of a language ‘\(code)’")
      }
      result.compare(
        SentenceGold(text: String(decoding: data, as: UTF8.self)), code, SentenceFinder(lexicon.textKnowledge)
      )
    }
    return result
  }

  private static func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw EvaluationError(path: path, message: "there is no such file or folder; check the name")
    }
    guard isFolder.boolValue else { return [path] }
    let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".txt") }
    guard !names.isEmpty else {
      throw EvaluationError(path: path, message: "there is no text with marked sentences in it")
    }
    return names.sorted().map { path + "/" + $0 }
  }

  private mutating func compare(_ gold: SentenceGold, _ code: String, _ finder: SentenceFinder) {
    var language = Language(code: code)
    language.paragraphs = gold.paragraphs.count
    for (number, sentences) in gold.paragraphs.enumerated() {
      let bytes = SentenceGold.bytes(sentences)
      let expected = SentenceGold.boundaries(sentences)
      let found = SentenceGold.boundaries(finder.sentences(of: bytes).map(\.upper), in: bytes)
      let icu = SentenceGold.boundaries(
        ICU.boundaries(bytes, locale: code, kind: UInt8(ascii: "s")), in: bytes)
      let score = Self.score(found, expected)
      language.ours += score
      language.icu += Self.score(icu, expected)
      if number % 2 == 0 {
        language.even += score
      } else {
        language.odd += score
        language.icuOdd += Self.score(icu, expected)
      }
      for place in found.symmetricDifference(expected).sorted() {
        faults.append(
          Fault(
            language: code, paragraph: number, kind: expected.contains(place) ? .missed : .wrong,
            context: Self.context(bytes, place)))
      }
    }
    languages.append(language)
  }

  private static func score(_ found: Set<Int>, _ expected: Set<Int>) -> Score {
    Score(correct: found.intersection(expected).count, found: found.count, expected: expected.count)
  }

  private static func context(_ bytes: [UInt8], _ place: Int) -> String {
    let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var left = place
    guard
      let end = text.firstIndex(where: { scalar in
        if scalar.value > 0x20 { left -= 1 }
        return left < 0
      })
    else { return "" }
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(text[range.clamped(to: text.indices)]))
    }
    return string((end - 40)..<end) + "|" + string(end..<(end + 30))
  }
}

extension SentenceEvaluation {
  /// A table for people.
  public func table() -> String {
    var text = "  language  paragraphs  boundaries                precision  recall      F1\n"
    for language in languages {
      let rows: [(String, Score)] = [
        ("Dateline", language.ours), ("  even paragraphs", language.even), ("  odd paragraphs", language.odd),
        ("ICU", language.icu), ("  odd paragraphs", language.icuOdd),
      ]
      for (number, row) in rows.enumerated() {
        let head =
          number == 0
          ? "  " + language.code.padded(8) + String(language.paragraphs).leading(12)
            + String(language.ours.expected).leading(12) : String(repeating: " ", count: 34)
        text +=
          head + "  " + row.0.padded(17) + percent(row.1.precision, decimals: 2).leading(8)
          + percent(row.1.recall, decimals: 2).leading(8) + percent(row.1.f1, decimals: 2).leading(8) + "\n"
      }
    }
    return text
  }

  /// Every miss and false alarm, one a line: `- ` was missed, `+ ` is wrong.
  public func faultList() -> String {
    faults.map {
      "\($0.language) \($0.paragraph) \($0.kind == .missed ? "-" : "+") \($0.context)\n"
    }.joined()
  }
}
