import Dateline
import DatelineDocuments
import DatelineRecords
import Foundation

/// How well the names of marked releases are found, and who is what.
public struct ReleaseScores: Sendable {
  /// Same span and type: persons.
  public var people = Score()
  /// Same span and type: organisations.
  public var organisations = Score()
  /// Same span and type: places.
  public var places = Score()
  /// The title is given to the person who holds it; case does not count.
  public var roles = Score()
  /// Title, person, and the organisation, the country and the modifier where the gold gives them.
  public var wholeRoles = Score()
  /// Persons and organisations with the nominative that the gold has, of those whose span is right.
  public var nominatives = Score()
  /// Misses and false alarms, one line each.
  public var faults: [String] = []

  /// Compares what the pipeline finds in marked releases with the marks.
  public init(of releases: [MarkedRelease], language: String, pipeline: Pipeline) {
    for release in releases {
      var document = Document(
        source: Source(path: release.name, format: .text),
        blocks: release.paragraphs.map { Block(.paragraph, $0) })
      document.givenLanguage = language
      add(ReleaseComparison(release: release, record: pipeline.record(of: document)))
    }
  }

  private mutating func add(_ comparison: ReleaseComparison) {
    var comparison = comparison
    comparison.compare()
    people += comparison.mentions["PER"] ?? Score()
    organisations += comparison.mentions["ORG"] ?? Score()
    places += comparison.mentions["LOC"] ?? Score()
    roles += comparison.roles
    wholeRoles += comparison.wholeRoles
    nominatives += comparison.nominatives
    faults += comparison.faults.map { comparison.release.name + ": " + $0 }
  }
}

/// One release beside its record.
private struct ReleaseComparison {
  let release: MarkedRelease
  let record: Record
  var mentions: [String: Score] = [:]
  var roles = Score()
  var wholeRoles = Score()
  var nominatives = Score()
  var faults: [String] = []

  private struct Found {
    var span: Span
    var type: String
    var bearer: Int
    var name: String
  }

  init(release: MarkedRelease, record: Record) {
    self.release = release
    self.record = record
  }

  mutating func compare() {
    let text = Array(release.text.unicodeScalars)
    func piece(_ span: Span) -> String {
      String(String.UnicodeScalarView(text[max(0, span.start)..<min(text.count, span.end)]))
    }
    func context(_ span: Span) -> String {
      "…" + piece(Span(span.start - 40, span.end + 40)).replacing("\n", with: " ") + "…"
    }
    let found = self.found()
    let ignored = release.names.filter { $0.type == "?" }
    /// Which of the record's people each person of the gold is.
    var bearers: [String: Int] = [:]
    for type in ["PER", "ORG", "LOC"] {
      let gold = release.names.filter { $0.type == type }
      let given = found.filter { name in
        name.type == type && !ignored.contains { $0.span.overlaps(name.span) }
      }
      var score = Score(found: given.count, expected: gold.count)
      for name in gold {
        guard let match = given.first(where: { $0.span == name.span }) else {
          let other = found.first { $0.span.overlaps(name.span) }
          faults.append(
            "- \(type) \(piece(name.span))"
              + (other.map { " (found: \($0.type) \(piece($0.span)))" } ?? "") + "   \(context(name.span))")
          continue
        }
        score.correct += 1
        if type == "PER" { bearers[name.nominative] = match.bearer }
        guard type != "LOC" else { continue }
        nominatives += Score(correct: match.name == name.nominative ? 1 : 0, found: 1, expected: 1)
        if match.name != name.nominative {
          faults.append("nominative \(name.nominative) ≠ \(match.name)   (\(piece(name.span)))")
        }
      }
      for name in given where !gold.contains(where: { $0.span == name.span }) {
        faults.append("+ \(type) \(piece(name.span))   \(context(name.span))")
      }
      mentions[type] = score
    }
    compareRoles(bearers)
  }

  private func found() -> [Found] {
    let alignment = Alignment(from: record.text, to: release.text)
    var found: [Found] = []
    func take(_ mentions: [Mention], _ type: String, _ bearer: Int, _ name: String) {
      for mention in mentions where mention.in == nil {
        if let span = alignment.span(of: mention.span) {
          found.append(Found(span: span, type: type, bearer: bearer, name: name))
        }
      }
    }
    for (index, person) in record.people.enumerated() { take(person.mentions, "PER", index, person.name) }
    for (index, other) in record.organisations.enumerated() {
      take(other.mentions, "ORG", index, other.name)
    }
    for (index, place) in record.places.enumerated() { take(place.mentions, "LOC", index, place.name) }
    return found
  }

  private mutating func compareRoles(_ bearers: [String: Int]) {
    var open: [Int: [RecordPerson.Role]] = [:]
    for (index, person) in record.people.enumerated() { open[index] = person.roles }
    var goldOf: [Int: String] = [:]
    for (name, index) in bearers { goldOf[index] = name }
    let organisations = Dictionary(
      record.organisations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for name in release.names {
      for role in name.roles {
        let index = bearers[name.nominative]
        let place = index.flatMap { index in
          open[index]?.firstIndex { $0.title.lowercased() == role.title.lowercased() }
        }
        if !role.isOptional {
          roles.expected += 1
          wholeRoles.expected += 1
        }
        guard let index, let place, let match = open[index]?.remove(at: place) else {
          if !role.isOptional { faults.append("- role \(name.nominative): \(role.title)") }
          continue
        }
        guard !role.isOptional else { continue }
        roles.correct += 1
        roles.found += 1
        wholeRoles.found += 1
        let organisation = match.organisation.flatMap { organisations[$0] }
        let names = organisation.map { [$0.name] + $0.aliases } ?? []
        let modifier = match.modifier ?? ""
        let isWhole =
          (role.organisation.isEmpty || names.contains { same($0, role.organisation) })
          && (role.country.isEmpty || role.country == match.country) && role.modifier == modifier
        if isWhole {
          wholeRoles.correct += 1
        } else {
          faults.append(
            "role \(name.nominative): \(role.title) @\(role.organisation) @\(role.country) @\(role.modifier)"
              + " ≠ @\(organisation?.name ?? "") @\(match.country ?? "") @\(modifier)")
        }
      }
    }
    for (index, left) in open.sorted(by: { $0.key < $1.key }) {
      // What a person that counts neither way is called counts neither way.
      guard goldOf[index] != nil || record.people[index].mentions.contains(where: { counts($0) }) else {
        continue
      }
      for role in left {
        roles.found += 1
        wholeRoles.found += 1
        faults.append("+ role \(record.people[index].name): \(role.title)")
      }
    }
  }

  private func counts(_ mention: Mention) -> Bool {
    guard mention.in == nil else { return false }
    return !release.names.contains { $0.type == "?" && $0.span.overlaps(mention.span) }
  }

  private func same(_ left: String, _ right: String) -> Bool {
    func bare(_ name: String) -> String {
      name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    return bare(left) == bare(right)
  }
}

extension Span {
  /// Whether two spans share a code point.
  fileprivate func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}

/// The scores of files of marked releases, one line a file.
public struct ReleaseScoreTable: Sendable {
  /// Name and scores of each file.
  public var rows: [(name: String, scores: ReleaseScores)] = []

  /// No rows yet.
  public init() {}

  /// Precision, recall and F1 in percent of each measure.
  public var text: String {
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    var table = "".padded(width)
    for head in ["people", "organisations", "places", "roles", "whole roles", "nominative"] {
      table += head.leading(18)
    }
    table += "\n"
    for (name, scores) in rows {
      table += name.padded(width)
      for score in [
        scores.people, scores.organisations, scores.places, scores.roles, scores.wholeRoles,
      ] {
        table += "\(percent(score.precision))/\(percent(score.recall)) \(percent(score.f1))".leading(18)
      }
      table += percent(scores.nominatives.recall).leading(18) + "\n"
    }
    return table
  }
}

extension MarkedRelease {
  /// The releases of a file.
  /// - Throws: `EvaluationError` if there is no such file or it is not in the format.
  public static func releases(ofFile path: String) throws(EvaluationError) -> [MarkedRelease] {
    try releases(in: EvaluationError.text(ofFile: path), path: path)
  }
}
