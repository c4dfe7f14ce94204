import Foundation

/// Texts with names marked, in any of the forms they are kept in.
enum NameTexts {
  /// The texts of a file or folder.
  ///
  /// A folder holds records expected of documents (`expected.json`, in it or below), a file that ends in `.txt`
  /// press releases with names marked (`MarkedRelease`) or, if no line begins one, names in brackets
  /// (`[P Anna Keller]`, `[O …]`, `[L …]`; see Corpus/README.md), any other file JSON Lines.
  /// - Throws: `EvaluationError` for what cannot be read.
  static func lines(of path: String) throws -> [NamesGold.Line] {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return try records(in: path)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvaluationError(path: path, message: "cannot be read; check its name and permissions")
    }
    if path.hasSuffix(".txt") {
      let content = String(decoding: data, as: UTF8.self)
      return content.hasPrefix("= ") || content.contains("\n= ")
        ? try MarkedRelease.releases(in: content, path: path).map(line) : try bracketed(content, path)
    }
    return try data.split(separator: 0x0A).enumerated().map { number, bytes in
      do {
        return try JSONDecoder().decode(NamesGold.Line.self, from: Data(bytes))
      } catch {
        throw EvaluationError(path: path, message: "line \(number + 1) is not gold: \(reason(error))")
      }
    }
  }

  private static func line(of release: MarkedRelease) -> NamesGold.Line {
    var line = NamesGold.Line(id: release.name, text: release.text, entities: [])
    for name in release.names where name.type != "?" {
      line.entities.append(.init(start: name.span.start, end: name.span.end, type: name.type))
    }
    line.ignore = release.names.filter { $0.type == "?" }.map { .init($0.span) }
    return line
  }

  // MARK: - Brackets

  private static func bracketed(_ content: String, _ path: String) throws -> [NamesGold.Line] {
    var texts: [NamesGold.Line] = []
    var isOpen = false
    for (number, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#") { continue }
      if line.allSatisfy(\.isWhitespace) {
        isOpen = false
        continue
      }
      if !isOpen { texts.append(NamesGold.Line(id: String(texts.count + 1), text: "", entities: [])) }
      do {
        try append(line, to: &texts[texts.count - 1])
      } catch {
        throw EvaluationError(path: path, message: "line \(number + 1): a bracket is not as it should be")
      }
      isOpen = true
    }
    return texts
  }

  private struct BracketFault: Error {}

  /// Adds one paragraph.
  private static func append(_ line: Substring, to text: inout NamesGold.Line) throws {
    if !text.text.isEmpty { text.text += "\n\n" }
    var length = text.text.unicodeScalars.count
    var open: (type: String, start: Int)?
    var rest = line.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "[":
        guard open == nil, let letter = rest.popFirst(), let type = types[letter], rest.popFirst() == " "
        else { throw BracketFault() }
        open = (type, length)
      case "]":
        guard let name = open, name.start < length else { throw BracketFault() }
        text.entities.append(.init(start: name.start, end: length, type: name.type))
        open = nil
      default:
        text.text.unicodeScalars.append(scalar)
        length += 1
      }
    }
    if open != nil { throw BracketFault() }
  }

  private static let types: [Unicode.Scalar: String] = ["P": "PER", "O": "ORG", "L": "LOC"]

  // MARK: - Records

  private static func records(in folder: String) throws -> [NamesGold.Line] {
    let files = (FileManager.default.enumerator(atPath: folder)?.allObjects ?? [])
      .compactMap { $0 as? String }.filter { $0.split(separator: "/").last == "expected.json" }.sorted()
    return try files.flatMap { file -> [NamesGold.Line] in
      let path = folder + "/" + file
      do {
        return try GoldRecord.list(from: Data(contentsOf: URL(fileURLWithPath: path))).compactMap {
          line(of: $0, id: file)
        }
      } catch {
        throw EvaluationError(
          path: path, message: "is not a record as Corpus/README.md describes it: \(reason(error))")
      }
    }
  }

  private static func line(of record: GoldRecord, id: String) -> NamesGold.Line? {
    guard let text = record.text, let people = record.people, let organisations = record.organisations,
      let places = record.places
    else { return nil }
    var line = NamesGold.Line(id: id, text: text, entities: [])
    func add(_ mentions: [GoldRecord.Named]?, _ type: String) {
      for mention in mentions ?? [] where mention.in == nil {
        guard let span = mention.span else { continue }
        line.entities.append(.init(start: span.start, end: span.end, type: type))
      }
    }
    for person in people { add(person.mentions, "PER") }
    for organisation in organisations { add(organisation.mentions, "ORG") }
    for place in places { add(place.mentions, "LOC") }
    return line
  }
}
