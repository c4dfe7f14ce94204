import Dateline
import DatelineDocuments
import DatelineRecords
import Foundation

/// Texts with persons, organisations and places marked: JSON Lines, spans in code points, strict span and type.
struct NamesGold {
  let path: String
  let language: String?

  struct Line: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String
    }
    /// A stretch that counts neither way, written `[start, end]` or as an object.
    struct Stretch: Decodable {
      var start: Int
      var end: Int
      init(_ span: Span) { (start, end) = (span.start, span.end) }
      init(from decoder: any Decoder) throws {
        if let pair = try? decoder.singleValueContainer().decode([Int].self), pair.count == 2 {
          (start, end) = (pair[0], pair[1])
        } else {
          let entity = try Bounds(from: decoder)
          (start, end) = (entity.start, entity.end)
        }
      }
      private struct Bounds: Decodable {
        var start: Int
        var end: Int
      }
    }
    var id: String
    var text: String
    var entities: [Entity]
    var ignore: [Stretch]?

    init(id: String, text: String, entities: [Entity]) {
      (self.id, self.text, self.entities) = (id, text, entities)
    }

    private enum Key: String, CodingKey { case id, text, entities, ignore }
    init(from decoder: any Decoder) throws {
      let object = try decoder.container(keyedBy: Key.self)
      id =
        (try? object.decode(String.self, forKey: .id))
        ?? String((try? object.decode(Int.self, forKey: .id)) ?? 0)
      text = try object.decode(String.self, forKey: .text)
      entities = try object.decode([Entity].self, forKey: .entities)
      ignore = try object.decodeIfPresent([Stretch].self, forKey: .ignore)
    }
  }

  private struct Name: Hashable {
    var type: String
    var span: Span
  }

  func compare(_ pipeline: Pipeline, jobs: Int, into result: inout EvaluationResult) throws {
    let language =
      language
      ?? path.split { "/.".contains($0) }.map(String.init).last { ["en", "de", "kk", "ru"].contains($0) }
    var waiting: [Line] = []
    var head = 0
    let line = RecordLine(pipeline: pipeline, jobs: jobs)
    defer { line.close() }
    func deliver(_ outcome: RecordOutcome) throws {
      let gold = waiting[head]
      head += 1
      guard case .record(let record) = outcome else { return }
      result.add("\(path) \(gold.id)", language: language ?? "und", compare(record, gold))
    }
    for gold in try NameTexts.lines(of: path) {
      waiting.append(gold)
      try line.add(.document(document(of: gold, language: language)), each: deliver)
    }
    try line.finish(each: deliver)
  }

  private func document(of line: Line, language: String?) -> Document {
    var document = Document(
      source: Source(path: path, format: .text, bytes: line.text.utf8.count),
      blocks: Self.blocks(of: line.text))
    document.givenID = line.id
    document.givenLanguage = language
    return document
  }

  /// The paragraphs of a text: between blank lines, or where there is none, lines.
  static func blocks(of text: String) -> [Block] {
    text.components(separatedBy: text.contains("\n\n") ? "\n\n" : "\n")
      .filter { !collapsed($0).isEmpty }.map { Block(.paragraph, $0) }
  }

  private func compare(_ record: Record, _ gold: Line) -> Comparison {
    let alignment = Alignment(from: record.text, to: gold.text)
    let positions = Positions(text: gold.text, title: "", bySpan: true)
    let ignored = (gold.ignore ?? []).map { Span($0.start, $0.end) }
    func counts(_ name: Name) -> Bool {
      !ignored.contains { name.span.start < $0.end && $0.start < name.span.end }
    }
    var found: [Name] = []
    func take(_ mentions: [Mention], _ type: String) {
      for mention in mentions where mention.in == nil {
        if let span = alignment.span(of: mention.span) { found.append(Name(type: type, span: span)) }
      }
    }
    for person in record.people { take(person.mentions, "PER") }
    for organisation in record.organisations { take(organisation.mentions, "ORG") }
    for place in record.places { take(place.mentions, "LOC") }
    let expected = gold.entities.filter { ["PER", "ORG", "LOC"].contains($0.type) }
      .map { Name(type: $0.type, span: Span($0.start, $0.end)) }.filter(counts)
    found = Array(Set(found.filter(counts))).sorted { ($0.span, $0.type) < ($1.span, $1.type) }
    var comparison = Comparison()
    let wanted = Set(expected)
    let given = Set(found)
    for type in ["PER", "ORG", "LOC"] {
      func entries(_ names: [Name]) -> [Entry<Name>] {
        names.filter { $0.type == type }.map { name in
          // What the other side says about the same stretch tells most about a fault.
          let other = (wanted.contains(name) ? given : wanted).first {
            $0 != name && $0.span.start < name.span.end && name.span.start < $0.span.end
          }
          return Entry(
            name, other.map { "(the other side: \($0.type))" } ?? "", positions.context(name.span, "text"))
        }
      }
      comparison.compare("names." + type, expected: entries(expected), found: entries(found))
    }
    for type in ["PER", "ORG", "LOC"] {
      comparison.count("names", comparison.scores["names." + type] ?? Score())
    }
    return comparison
  }
}

/// The way from code points of a normalised text back to those of the text it was made of.
struct Alignment {
  /// For each code point of the normalised text the offset of its like, or -1.
  private var offsets: [Int]

  /// Walks both texts side by side, past white space and signs without width.
  ///
  /// Time: linear.
  init(from normalised: String, to original: String) {
    let left = Array(normalised.unicodeScalars)
    let right = Array(original.unicodeScalars)
    offsets = Array(repeating: -1, count: left.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        offsets[i] = j
        i += 1
        j += 1
      } else if isSlight(left[i]) {
        i += 1
      } else if isSlight(right[j]) {
        j += 1
      } else if let (di, dj) = Self.step(left, i, right, j) {
        // Same length on both sides: letters that were replaced one for one.
        if di == dj { for k in 0..<di { offsets[i + k] = j + k } }
        i += di
        j += dj
      } else {
        return
      }
    }
  }

  /// The span in the original; nil if it is not there.
  func span(of span: Span) -> Span? {
    guard span.start >= 0, span.start < span.end, span.end <= offsets.count else { return nil }
    let start = offsets[span.start]
    let last = offsets[span.end - 1]
    return start >= 0 && last >= start ? Span(start, last + 1) : nil
  }

  /// How far to go on each side until three code points are the same again.
  private static func step(_ left: [Unicode.Scalar], _ i: Int, _ right: [Unicode.Scalar], _ j: Int) -> (
    Int, Int
  )? {
    for total in 1...64 {
      for di in 0...total {
        let (a, b) = (i + di, j + total - di)
        guard a < left.count, b < right.count else { continue }
        let length = min(3, left.count - a, right.count - b)
        if (0..<length).allSatisfy({ left[a + $0] == right[b + $0] }) { return (di, total - di) }
      }
    }
    return nil
  }
}

private func isSlight(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
}
