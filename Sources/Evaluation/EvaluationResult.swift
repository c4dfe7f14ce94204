/// What an evaluation found out: scores by language and field, faults, and what could not be compared.
public struct EvaluationResult: Sendable {
  /// Something expected that was missed, or something found that was not expected.
  public struct Fault: Sendable, Hashable, Codable {
    /// On which side the fault is.
    public enum Kind: String, Sendable, Codable { case missed, wrong }
    /// Path of the document's folder or file, with the item of a feed.
    public var document: String
    /// Its language in the gold.
    public var language: String
    /// One of `EvaluationResult.fields`.
    public var field: String
    /// Missed or found wrongly.
    public var kind: Kind
    /// What it is, in a few words.
    public var what: String
    /// The text around it.
    public var context: String
  }

  /// The scores of one document.
  public struct DocumentScores: Sendable {
    /// Path of the document's folder or file, with the item of a feed.
    public var document: String
    /// Its language in the gold.
    public var language: String
    /// By field; fields that the gold does not judge are absent.
    public var scores: [String: Score]
  }

  /// The fields in the order of the report; fields without a score are left out of it.
  public static let fields = [
    "people", "people.mentions", "people.roles", "people.roles.lenient", "organisations",
    "organisations.mentions",
    "organisations.kind", "organisations.country", "places", "places.mentions", "dates", "dates.span",
    "amounts",
    "agreements", "agreements.parties", "agreements.signatories", "agreements.date", "duplicates", "language",
    "title", "published", "dateline", "names", "names.PER", "names.ORG", "names.LOC",
  ]

  /// One entry a document, in the order they were read.
  public private(set) var documents: [DocumentScores] = []
  /// Every miss and false alarm.
  public private(set) var faults: [Fault] = []
  /// What could not be compared, or only with care: one sentence each.
  public private(set) var remarks: [String] = []
  private var scores: [String: [String: Score]] = [:]

  init() {}

  /// The languages of the gold, in alphabetical order.
  public var languages: [String] { scores.keys.sorted() }

  /// The score of a field in one language; empty if there is none.
  public subscript(language: String, field: String) -> Score { scores[language]?[field] ?? Score() }

  /// The score of a field over all languages.
  public subscript(field: String) -> Score {
    scores.values.reduce(Score()) { $0 + ($1[field] ?? Score()) }
  }

  mutating func add(_ document: String, language: String, _ comparison: Comparison) {
    documents.append(DocumentScores(document: document, language: language, scores: comparison.scores))
    for (field, score) in comparison.scores {
      scores[language, default: [:]][field, default: Score()] += score
    }
    faults += comparison.faults.map {
      Fault(
        document: document, language: language, field: $0.field, kind: $0.kind, what: $0.what,
        context: $0.context)
    }
    remarks += comparison.remarks.map { "\(document): \($0)" }
  }

  mutating func remark(_ text: String) { remarks.append(text) }
}
