import DatelineRecords

/// How much is in a store.
public struct StoreCounts: Sendable, Hashable {
  /// Documents.
  public var documents = 0
  /// Documents by language, the most frequent first.
  public var languages: [Language] = []
  /// Paragraphs.
  public var paragraphs = 0
  /// Paragraphs that repeat another one.
  public var repeatedParagraphs = 0
  /// Different persons, as far as their keys tell.
  public var people = 0
  /// Different organisations.
  public var organisations = 0
  /// Different places.
  public var places = 0
  /// Dates.
  public var dates = 0
  /// Amounts of money.
  public var amounts = 0
  /// Agreements, as often as documents report them.
  public var agreements = 0

  /// A language and the number of documents in it.
  public struct Language: Sendable, Hashable {
    /// BCP 47.
    public var code: String
    /// Documents in it.
    public var documents: Int
  }
}

extension RecordStore {
  /// Hands on the records that match, in the order in which their documents first came in.
  ///
  /// Records are read a few at a time: memory does not grow with the store, and `body` may use the store itself.
  /// - Throws: `StoreError`, and what `body` throws.
  public func forEachRecord(
    matching filter: RecordFilter = .all, _ body: (Record) throws -> Void
  ) throws {
    let (condition, values) = filter.condition
    let sql = "SELECT number, json FROM documents WHERE number > ? AND \(condition) ORDER BY number LIMIT 64"
    var last = Int.min
    while true {
      let page: [(number: Int, json: [UInt8])] = try locked { connection in
        let rows = try connection.statement(sql)
        defer { rows.reset() }
        try rows.bind([last] + values)
        var page: [(Int, [UInt8])] = []
        while try rows.step() { page.append((rows.integer(0), rows.bytes(1))) }
        return page
      }
      for row in page { try body(RecordExport.record(fromJSON: row.json)) }
      guard let end = page.last, page.count == 64 else { return }
      last = end.number
    }
  }

  /// How much is in the store.
  /// - Complexity: linear in the size of the store.
  public func counts() throws -> StoreCounts {
    try locked { connection in
      func count(_ sql: String) throws -> Int { try connection.integer("SELECT count(\(sql)") }
      var counts = StoreCounts()
      let languages = try connection.compile(
        "SELECT language, count(*) FROM documents GROUP BY language ORDER BY 2 DESC, 1")
      while try languages.step() {
        counts.languages.append(.init(code: languages.string(0), documents: languages.integer(1)))
      }
      counts.documents = counts.languages.reduce(0) { $0 + $1.documents }
      counts.paragraphs = try count("*) FROM paragraphs")
      counts.repeatedParagraphs = try count("duplicate_paragraph) FROM paragraphs")
      counts.people = try count("DISTINCT coalesce(key, name)) FROM people")
      counts.organisations = try count("DISTINCT coalesce(key, name)) FROM organisations")
      counts.places = try count("DISTINCT coalesce(key, name)) FROM places")
      counts.dates = try count("*) FROM dates")
      counts.amounts = try count("*) FROM amounts")
      counts.agreements = try count("*) FROM agreements")
      return counts
    }
  }
}
