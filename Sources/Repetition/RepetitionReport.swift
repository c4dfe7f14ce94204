import DatelineText

/// What repeats where, for people (`text`) and for programs (`json`).
public struct RepetitionReport: Sendable {
  /// One paragraph that repeats another.
  public struct Entry: Sendable, Hashable {
    /// The index of the paragraph in its document, from 0.
    public var paragraph: Int
    /// What it repeats.
    public var earlier: Repeat
    /// The words it starts with.
    public var firstWords: String
    /// Its length in bytes.
    public var bytes: Int
  }
  /// The repeats of one document.
  public struct DocumentPart: Sendable, Hashable {
    /// The document as the caller names it.
    public var document: String
    /// How many paragraphs it has.
    public var paragraphs: Int
    /// Those that repeat an earlier one, in their order.
    public var repeats: [Entry]
  }

  /// The documents, in the order they were added; those without repeats too.
  public private(set) var documents: [DocumentPart] = []

  /// An empty report.
  public init() {}

  /// Adds the repeats of one document.
  public mutating func add(document: String, _ text: NormalisedText, _ repeats: [Int: Repeat]) {
    let entries = repeats.sorted { $0.key < $1.key }.compactMap { index, earlier -> Entry? in
      guard text.paragraphs.indices.contains(index) else { return nil }
      let range = text.paragraphs[index].range
      return Entry(
        paragraph: index, earlier: earlier, firstWords: Self.opening(of: text, range), bytes: range.count)
    }
    documents.append(
      DocumentPart(document: document, paragraphs: text.paragraphs.count, repeats: entries))
  }

  /// How many paragraphs repeat an earlier one, in all documents.
  public var repeatCount: Int { documents.reduce(0) { $0 + $1.repeats.count } }

  /// For people: paragraphs are counted from 1, documents without repeats are left out.
  public var text: String {
    var out = ""
    for part in documents where !part.repeats.isEmpty {
      out += "\(part.document): \(part.repeats.count) of \(Self.counted(part.paragraphs)) repeated\n"
      for entry in part.repeats {
        let place = entry.earlier.document.map { " of \($0)" } ?? ""
        let likeness =
          entry.earlier.similarity < 1 ? " (\(Self.percent(entry.earlier.similarity)) alike)" : ""
        out +=
          "  paragraph \(entry.paragraph + 1) repeats \(entry.earlier.paragraph + 1)\(place)\(likeness): "
        out += "\(entry.firstWords)\n"
      }
    }
    let total = documents.reduce(0) { $0 + $1.paragraphs }
    let files = documents.count == 1 ? "1 document" : "\(documents.count) documents"
    return out + "\(repeatCount) of \(Self.counted(total)) in \(files) repeated\n"
  }

  /// For programs: one JSON object; paragraphs are counted from 0, lengths are in bytes.
  public var json: String {
    var out = "{\"documents\":["
    for (number, part) in documents.enumerated() {
      if number > 0 { out += "," }
      out += "\n {\"document\":\(Self.quoted(part.document)),\"paragraphs\":\(part.paragraphs),\"repeats\":["
      for (place, entry) in part.repeats.enumerated() {
        if place > 0 { out += "," }
        out += "\n  {\"paragraph\":\(entry.paragraph),\"duplicateOf\":{"
        if let document = entry.earlier.document { out += "\"document\":\(Self.quoted(document))," }
        out +=
          "\"paragraph\":\(entry.earlier.paragraph),\"similarity\":\(Self.number(entry.earlier.similarity))},"
        out += "\"bytes\":\(entry.bytes),\"text\":\(Self.quoted(entry.firstWords))}"
      }
      out += "]}"
    }
    return out
      + "],\n \"paragraphs\":\(documents.reduce(0) { $0 + $1.paragraphs }),\"repeats\":\(repeatCount)}\n"
  }

  // MARK: -

  private static let openingLength = 60

  /// The first words, up to sixty code points, never cutting a word unless it is longer than that.
  private static func opening(of text: NormalisedText, _ range: TextRange) -> String {
    var count = 0
    var lastSpace: Int?
    let bytes = text.writtenBytes
    let range = text.writtenRange(of: range)
    for index in range.lower..<range.upper {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 {
        if count == openingLength {
          let end = lastSpace ?? index
          return String(decoding: bytes[range.lower..<end], as: UTF8.self) + "…"
        }
        count += 1
      }
      if byte == 0x20 { lastSpace = index }
    }
    return String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }

  private static func counted(_ paragraphs: Int) -> String {
    paragraphs == 1 ? "1 paragraph" : "\(paragraphs) paragraphs"
  }

  /// Rounded down, so that 100% is never said of what differs.
  private static func percent(_ share: Double) -> String { "\(Int(share * 100))%" }

  /// With three digits after the point, rounded down.
  private static func number(_ share: Double) -> String {
    let thousandths = Int(share * 1000 + 1e-9)
    guard thousandths < 1000 else { return "1" }
    let digits = String(thousandths)
    return "0." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0x0D: out += "\\r"
      case 0x09: out += "\\t"
      case 0..<0x20:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
