import Dateline
import DatelineDocuments
import DatelineRecords
import Foundation

/// A phrase with the temporal expressions that should be found in it: one line of JSON.
///
/// `{"text": "…", "language": "en", "published": "2016-11-07", "group": "…", "expected": [{"text": "…",
/// "values": ["2016-W45"]}]}`; `published`, `group` and `values` may be missing.
public struct DatedPhrase: Sendable, Decodable {
  /// What should be found.
  public struct Expression: Sendable, Decodable {
    /// As it stands in the phrase.
    public var text: String
    /// What may come out: TIMEX3 values, or `start/end` of the days covered; any value if there are none.
    public var values: [String]?
  }
  /// The phrase.
  public var text: String
  /// BCP 47 code.
  public var language: String
  /// Day of publication, ISO 8601.
  public var published: String?
  /// What the scores are told apart by.
  public var group: String?
  /// In order; empty where nothing may be found.
  public var expected: [Expression]

  /// The phrases of a file of JSON Lines.
  /// - Throws: `EvaluationError`, which names the line.
  public static func phrases(ofFile path: String) throws(EvaluationError) -> [DatedPhrase] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvaluationError(path: path, message: "cannot be read; check its name and permissions")
    }
    var phrases: [DatedPhrase] = []
    for (number, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty { continue }
      do {
        phrases.append(try JSONDecoder().decode(DatedPhrase.self, from: Data(line)))
      } catch {
        throw EvaluationError(
          path: "\(path):\(number + 1)",
          message: "is no phrase; a line needs at least “text”, “language” and “expected”")
      }
    }
    return phrases
  }
}

/// How many phrases of a list are read as they should.
public struct PhraseScores: Sendable {
  /// One group of a list.
  public struct Group: Sendable, Hashable {
    /// Language and group.
    public var name: String
    /// Expressions that should be found.
    public var expected = 0
    /// Expressions of which at least a part was found.
    public var found = 0
    /// Expressions found with the words they should have, articles, prepositions and the like apart.
    public var covered = 0
    /// Expressions covered, with a value or days that were expected.
    public var right = 0
    /// What was found where nothing is.
    public var extra = 0
  }
  /// In the order of their names.
  public private(set) var groups: [Group] = []
  /// One line for each expression that is not right.
  public private(set) var faults: [String] = []

  /// Reads phrases and compares.
  public init(of phrases: [DatedPhrase], pipeline: Pipeline) {
    var known: [String: Group] = [:]
    for phrase in phrases {
      var document = Document(
        source: Source(path: phrase.text, format: .text), blocks: [Block(.paragraph, phrase.text)])
      document.published = phrase.published.flatMap { CalendarDate(iso: $0) }
      document.givenLanguage = phrase.language
      let name = phrase.language + (phrase.group.map { " " + $0 } ?? "")
      add(phrase, pipeline.record(of: document), to: &known[name, default: Group(name: name)])
    }
    groups = known.values.sorted { $0.name < $1.name }
  }

  private mutating func add(_ phrase: DatedPhrase, _ record: Record, to group: inout Group) {
    let text = record.text.unicodeScalars.map { Character($0) }
    var from = 0
    var taken: Set<Int> = []
    func fault(_ sign: String, _ what: String) {
      faults.append("\(group.name): \(sign) \(what) in “\(phrase.text)” (\(phrase.published ?? "-"))")
    }
    for expected in phrase.expected {
      group.expected += 1
      let spaced = expected.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let words = spaced.unicodeScalars.map { Character($0) }
      guard let span = Self.first(words, in: text, from: from) else {
        fault("?", expected.text)
        continue
      }
      from = span.end
      let near = record.dates.indices.filter {
        record.dates[$0].span.start < span.end && span.start < record.dates[$0].span.end
      }
      taken.formUnion(near)
      guard !near.isEmpty else {
        fault("-", expected.text)
        continue
      }
      group.found += 1
      let read = near.map { "\(record.dates[$0].text)=\(record.dates[$0].value)" }.joined(separator: "; ")
      let wanted = expected.values.map { " (\($0.joined(separator: ", ")))" } ?? ""
      guard near.contains(where: { covers(record.dates[$0], expected.text) }) || near.count == 2 else {
        fault("~", "\(expected.text)\(wanted) ≠ \(read)")
        continue
      }
      group.covered += 1
      let values = expected.values ?? []
      let isRight =
        values.isEmpty || near.contains { Self.isOne(of: values, record.dates[$0]) }
        || Self.isRange(near.map { record.dates[$0] }, of: values, published: phrase.published)
      guard isRight else {
        fault("!", "\(expected.text)\(wanted) ≠ \(read)")
        continue
      }
      group.right += 1
    }
    for index in record.dates.indices where !taken.contains(index) {
      group.extra += 1
      fault("+", "\(record.dates[index].text)=\(record.dates[index].value)")
    }
  }

  /// Where words stand, code points, from some place on.
  private static func first(_ words: [Character], in text: [Character], from: Int) -> Span? {
    guard !words.isEmpty, text.count >= words.count else { return nil }
    for start in 0...(text.count - words.count) where start >= from {
      if text[start..<(start + words.count)].elementsEqual(words) { return Span(start, start + words.count) }
    }
    return nil
  }

  /// Whether what was found has the words of what was expected: the same figures, and the same words of more
  /// than three letters but for one.
  private func covers(_ found: RecordDate, _ expected: String) -> Bool {
    func words(_ text: String) -> Set<Substring> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    }
    let missing = words(found.text).symmetricDifference(words(expected))
    return missing.allSatisfy { !$0.contains(where: \.isNumber) } && missing.count { $0.count > 3 } <= 1
  }

  private static func isOne(of values: [String], _ found: RecordDate) -> Bool {
    if values.contains(found.value) { return true }
    guard let start = found.start, let end = found.end else { return false }
    return values.contains(start == end ? start : "\(start)/\(end)")
  }

  /// "from 3 to 5 May" may be one range or two days; "now" as an end is the day of publication.
  private static func isRange(_ found: [RecordDate], of values: [String], published: String?) -> Bool {
    func day(_ date: RecordDate, _ known: String?) -> String? {
      date.value == "PRESENT_REF" ? published : known
    }
    guard found.count == 2, let start = day(found[0], found[0].start), let end = day(found[1], found[1].end)
    else { return false }
    return values.contains("\(start)/\(end)")
  }

  /// A line a group and one for all.
  public var table: String {
    func cell(_ part: Int, of whole: Int) -> String {
      (whole > 0 ? percent(Double(part) / Double(whole)) : "-").leading(9)
    }
    let width = (groups.map(\.name.count).max() ?? 0) + 2
    func line(_ group: Group) -> String {
      group.name.padded(width) + String(group.expected).leading(9) + cell(group.found, of: group.expected)
        + cell(group.covered, of: group.expected) + cell(group.right, of: group.expected)
        + String(group.extra).leading(9) + "\n"
    }
    var table = "".padded(width)
    for head in ["expected", "found", "covered", "right", "extra"] { table += head.leading(9) }
    table += "\n"
    var all = Group(name: "")
    for group in groups {
      table += line(group)
      all.expected += group.expected
      all.found += group.found
      all.covered += group.covered
      all.right += group.right
      all.extra += group.extra
    }
    return groups.count == 1 ? table : table + line(all)
  }
}
