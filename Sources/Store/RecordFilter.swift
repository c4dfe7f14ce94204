/// Which documents of a store are wanted; what is not set does not restrict.
public struct RecordFilter: Sendable, Hashable {
  /// All of them.
  public static let all = RecordFilter()

  /// Ids of records, or the beginnings of them.
  public var ids: [String] = []
  /// Languages (BCP 47).
  public var languages: [String] = []
  /// Agencies, spelt as in the records.
  public var agencies: [String] = []
  /// First day of publication, `YYYY-MM-DD`.
  public var publishedFrom: String?
  /// Last day of publication, `YYYY-MM-DD`.
  public var publishedTo: String?
  /// Only documents with an agreement.
  public var withAgreements = false

  /// No restriction.
  public init() {}

  /// The condition in SQL and the values of its placeholders.
  var condition: (sql: String, values: [any Bindable]) {
    var terms: [String] = []
    var values: [any Bindable] = []
    func add(_ choices: [String], _ term: String) {
      guard !choices.isEmpty else { return }
      terms.append("(" + choices.map { _ in term }.joined(separator: " OR ") + ")")
      values += choices
    }
    // No LIKE: an id handed in by a caller may hold any sign.
    if !ids.isEmpty {
      terms.append("(" + ids.map { _ in "substr(id, 1, length(?)) = ?" }.joined(separator: " OR ") + ")")
      for id in ids { values += [id, id] }
    }
    add(languages, "language = ?")
    add(agencies, "agency = ?")
    add(publishedFrom.map { [$0] } ?? [], "published >= ?")
    add(publishedTo.map { [$0] } ?? [], "published <= ?")
    if withAgreements { terms.append("number IN (SELECT document FROM agreements)") }
    return (terms.isEmpty ? "1" : terms.joined(separator: " AND "), values)
  }
}
