import DatelineRecords

/// A press release with its names marked by hand.
///
/// The format is made for people: a line `= short-name`, then one paragraph a line. A name is written
/// `[[text|TYPE|nominative|roles]]`, from the third part on as far as needed (`Corpus/README.md`).
public struct MarkedRelease: Sendable {
  /// What a person is in the text.
  public struct Role: Sendable, Hashable {
    /// Dictionary form, without organisation and country.
    public var title: String
    /// Name of the organisation in the nominative, or empty.
    public var organisation: String
    /// ISO 3166-1 alpha-2, or empty.
    public var country: String
    /// `former`, `acting` or empty.
    public var modifier: String
    /// Counts neither way ("Dr.").
    public var isOptional: Bool
  }
  /// A name at one place of the text.
  public struct Name: Sendable, Hashable {
    /// Code points of `text`.
    public var span: Span
    /// `PER`, `ORG`, `LOC`, or `?` for a stretch that counts neither way.
    public var type: String
    /// The bearer's name in the nominative.
    public var nominative: String
    /// Of a person.
    public var roles: [Role]
  }
  /// Behind the equals sign.
  public var name: String
  /// Without the marks.
  public var paragraphs: [String] = []
  /// In order.
  public var names: [Name] = []

  /// The paragraphs with one empty line between them.
  public var text: String { paragraphs.joined(separator: "\n\n") }

  /// The releases of a file.
  /// - Throws: `EvaluationError`, which names the line.
  public static func releases(in file: String, path: String) throws(EvaluationError) -> [MarkedRelease] {
    var releases: [MarkedRelease] = []
    for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty || line.first == "#" { continue }
      if line.hasPrefix("= ") {
        releases.append(MarkedRelease(name: String(line.dropFirst(2))))
      } else if releases.isEmpty {
        throw EvaluationError(
          path: "\(path):\(number + 1)", message: "a release needs a line ‘= NAME’ before it")
      } else if let fault = releases[releases.count - 1].add(line) {
        throw EvaluationError(path: "\(path):\(number + 1)", message: fault)
      }
    }
    return releases
  }

  /// Adds a paragraph; returns what is wrong with it, or nil.
  private mutating func add(_ marked: Substring) -> String? {
    let offset = paragraphs.isEmpty ? 0 : text.unicodeScalars.count + 2
    var paragraph = ""
    var rest = marked
    while let open = rest.firstRange(of: "[[") {
      paragraph += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "]]") else { return "‘[[’ without ‘]]’" }
      let parts = rest[open.upperBound..<close.lowerBound].split(
        separator: "|", omittingEmptySubsequences: false)
      guard (2...4).contains(parts.count), !parts[0].isEmpty,
        ["PER", "ORG", "LOC", "?"].contains(parts[1])
      else { return "a name is written [[text|TYPE|nominative|roles]], the last two parts as needed" }
      let start = offset + paragraph.unicodeScalars.count
      paragraph += parts[0]
      let nominative = parts.count > 2 && !parts[2].isEmpty ? parts[2] : parts[0]
      names.append(
        Name(
          span: Span(start, offset + paragraph.unicodeScalars.count), type: String(parts[1]),
          nominative: String(nominative), roles: parts.count > 3 ? Self.roles(parts[3]) : []))
      rest = rest[close.upperBound...]
    }
    paragraphs.append(paragraph + rest)
    return nil
  }

  /// `title@organisation@country@modifier; …`, a question mark in front of what counts neither way.
  private static func roles(_ text: Substring) -> [Role] {
    text.split(separator: ";").map { part in
      var part = part.drop { $0 == " " }
      let isOptional = part.first == "?"
      if isOptional { part = part.dropFirst() }
      let fields = part.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
      func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
      return Role(
        title: field(0), organisation: field(1), country: field(2), modifier: field(3),
        isOptional: isOptional)
    }
  }
}
