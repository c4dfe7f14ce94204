import Dateline
import DatelineDocuments
import DatelineRecords

/// A text with temporal expressions marked by hand.
///
/// The format is made for people: a line `= 2024-03-13` (the day of publication, or `= -`), the text on
/// one line, an empty line. An expression is written `[[12 марта|DATE|2024-03-12]]`, with a fourth part
/// for a modifier (`START`, `APPROX`, …). Lines that begin with `#` are comments.
public struct DatedText: Sendable {
  /// A temporal expression.
  public struct Expression: Sendable, Hashable {
    /// Code points of `text`.
    public var span: Span
    /// As it stands in the text.
    public var text: String
    /// TIMEX3 type.
    public var type: String
    /// TIMEX3 value.
    public var value: String
    /// TIMEX3 modifier, or nil.
    public var modifier: String?
  }
  /// Line in the file, from 1.
  public var line: Int
  /// Day of publication, if there is one.
  public var published: CalendarDate?
  /// The text without the marks.
  public var text: String
  /// In order.
  public var expressions: [Expression]

  /// The texts of a file.
  /// - Throws: `DatedTextFault`, which names the line.
  public static func texts(in file: String) throws(DatedTextFault) -> [DatedText] {
    var texts: [DatedText] = []
    var head: (line: Int, published: CalendarDate?)?
    for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty || line.first == "#" { continue }
      if line.hasPrefix("= ") {
        let day = line.dropFirst(2)
        let published = CalendarDate(iso: String(day))
        guard day == "-" || published != nil else {
          throw DatedTextFault(line: number + 1, message: "‘\(day)’ is no day; write YYYY-MM-DD or -")
        }
        head = (number + 1, published)
      } else if let opened = head {
        texts.append(try text(String(line), line: number + 1, published: opened.published))
        head = nil
      } else {
        throw DatedTextFault(line: number + 1, message: "a text needs a line ‘= DATE’ before it")
      }
    }
    return texts
  }

  private static func text(
    _ marked: String, line: Int, published: CalendarDate?
  ) throws(DatedTextFault) -> DatedText {
    var result = DatedText(line: line, published: published, text: "", expressions: [])
    var rest = Substring(marked)
    while let open = rest.firstRange(of: "[[") {
      result.text += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "]]") else {
        throw DatedTextFault(line: line, message: "‘[[’ without ‘]]’")
      }
      let parts = rest[open.upperBound..<close.lowerBound].split(
        separator: "|", omittingEmptySubsequences: false)
      guard parts.count == 3 || parts.count == 4, !parts[0].isEmpty else {
        throw DatedTextFault(
          line: line, message: "an expression is written [[text|TYPE|value]] or [[text|TYPE|value|MOD]]")
      }
      let start = result.text.unicodeScalars.count
      result.text += parts[0]
      result.expressions.append(
        Expression(
          span: Span(start, result.text.unicodeScalars.count), text: String(parts[0]), type: String(parts[1]),
          value: String(parts[2]), modifier: parts.count == 4 ? String(parts[3]) : nil))
      rest = rest[close.upperBound...]
    }
    result.text += rest
    return result
  }
}

/// What is wrong with a file of marked texts.
public struct DatedTextFault: Error, Sendable {
  /// From 1.
  public var line: Int
  /// One sentence.
  public var message: String
}

/// How well temporal expressions are found, by the measures of TempEval-3.
///
/// UzZaman et al. 2013, “SemEval-2013 Task 1: TempEval-3”.
public struct DateScores: Sendable {
  /// Same span.
  public var strict = Score()
  /// Spans that share a character.
  public var relaxed = Score()
  /// Spans that share a character, and the same value.
  public var value = Score()
  /// Spans that share a character, and the same type.
  public var type = Score()
  /// Same span, type, value and modifier.
  public var whole = Score()
  /// Misses, false alarms and wrong values, one line each.
  public var faults: [String] = []

  /// Compares what the pipeline finds in marked texts with the marks.
  /// - Parameter types: the types that are judged; nil for all.
  public init(of texts: [DatedText], language: String, pipeline: Pipeline, types: Set<String>? = nil) {
    for text in texts {
      var document = Document(
        source: Source(path: "line \(text.line)", format: .text), blocks: [Block(.paragraph, text.text)])
      document.published = text.published
      document.givenLanguage = language
      let record = pipeline.record(of: document)
      let found = record.dates.filter { types?.contains($0.type) ?? true }
      add(text.expressions.filter { types?.contains($0.type) ?? true }, found, in: text)
    }
  }

  private mutating func add(
    _ expected: [DatedText.Expression], _ found: [RecordDate], in text: DatedText
  ) {
    var taken: Set<Int> = []
    for score in [\DateScores.strict, \.relaxed, \.value, \.type, \.whole] {
      self[keyPath: score].expected += expected.count
      self[keyPath: score].found += found.count
    }
    for gold in expected {
      let exact = found.indices.first { !taken.contains($0) && found[$0].span == gold.span }
      let near = found.indices.first {
        !taken.contains($0) && found[$0].span.start < gold.span.end && gold.span.start < found[$0].span.end
      }
      guard let index = exact ?? near else {
        faults.append("\(text.line): - \(gold.text) (\(gold.type) \(gold.value))")
        continue
      }
      taken.insert(index)
      relaxed.correct += 1
      if exact != nil { strict.correct += 1 }
      if found[index].type == gold.type { type.correct += 1 }
      if exact != nil, found[index].type == gold.type, found[index].value == gold.value,
        found[index].mod == gold.modifier
      {
        whole.correct += 1
      }
      if found[index].value == gold.value {
        if found[index].mod != gold.modifier {
          faults.append(
            "\(text.line): mod \(gold.text) \(gold.modifier ?? "-") ≠ \(found[index].mod ?? "-")")
        }
        value.correct += 1
        if exact == nil { faults.append("\(text.line): ~ \(gold.text) ≠ \(found[index].text)") }
      } else {
        faults.append(
          "\(text.line): ! \(gold.text) (\(gold.type) \(gold.value)) ≠ \(found[index].text) "
            + "(\(found[index].type) \(found[index].value))")
      }
    }
    for (index, extra) in found.enumerated() where !taken.contains(index) {
      faults.append("\(text.line): + \(extra.text) (\(extra.type) \(extra.value))")
    }
  }
}
