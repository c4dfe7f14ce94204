/// A document in which all words of a search were found.
public struct SearchHit: Sendable, Hashable {
  /// Id of the record.
  public var document: String
  /// Its headline.
  public var title: String?
  /// Its day of publication, `YYYY-MM-DD`.
  public var published: String?
  /// Its language, BCP 47.
  public var language: String
  /// Its path.
  public var path: String
  /// Its address.
  public var url: String?
  /// A few words around the best find.
  public var snippet: [Piece]

  /// A piece of a snippet.
  public struct Piece: Sendable, Hashable {
    /// Its text.
    public var text: String
    /// Whether it is what was looked for.
    public var isFind: Bool
  }

  /// The snippet as plain text.
  public var snippetText: String { snippet.map(\.text).joined() }
}

extension RecordStore {
  /// Finds documents that contain all the words, the best first.
  ///
  /// Case does not matter, and a word finds longer ones that begin with it, so «меморандум» finds «меморандума»; words
  /// in double quotes are found exactly and in that order. Without a letter or figure there is nothing to find.
  /// - Throws: `StoreError`; with code `no-full-text` if this SQLite was built without FTS5.
  public func search(_ words: String, limit: Int = 20) throws -> [SearchHit] {
    guard let query = Self.query(words) else { return [] }
    return try locked { connection in
      guard try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'document_words'") == 1
      else {
        throw StoreError(
          code: "no-full-text", path: connection.path,
          message: "this SQLite was built without full-text search (FTS5); use another build of it")
      }
      let rows = try connection.statement(
        """
        SELECT d.id, d.title, d.published, d.language, d.path, d.url, snippet(document_words, -1, ?1, ?2, '…', 24)
        FROM document_words JOIN documents AS d ON d.number = document_words.rowid
        WHERE document_words MATCH ?3
        ORDER BY bm25(document_words, 4.0, 1.0), d.number LIMIT ?4
        """)
      defer { rows.reset() }
      try rows.bind([Self.opening, Self.closing, query, max(0, limit)])
      var hits: [SearchHit] = []
      while try rows.step() {
        hits.append(
          SearchHit(
            document: rows.string(0), title: rows.optionalString(1), published: rows.optionalString(2),
            language: rows.string(3), path: rows.string(4), url: rows.optionalString(5),
            snippet: Self.pieces(rows.string(6))))
      }
      return hits
    }
  }

  // Control characters, which no normalised text contains.
  private static let opening = "\u{2}"
  private static let closing = "\u{3}"

  private static func pieces(_ marked: String) -> [SearchHit.Piece] {
    var pieces: [SearchHit.Piece] = []
    var text = ""
    var isFind = false
    for scalar in marked.unicodeScalars {
      guard scalar == "\u{2}" || scalar == "\u{3}" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      if !text.isEmpty { pieces.append(.init(text: text, isFind: isFind)) }
      text = ""
      isFind = scalar == "\u{2}"
    }
    if !text.isEmpty { pieces.append(.init(text: text, isFind: isFind)) }
    return pieces
  }

  /// What people type, as a query of FTS5 in which nothing of it can be an operator; nil if there is nothing to find.
  static func query(_ words: String) -> String? {
    var terms: [String] = []
    // Every second piece stood between quotation marks.
    for (index, piece) in words.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      let isPhrase = index % 2 == 1
      let candidates = isPhrase ? [piece] : piece.split(whereSeparator: \.isWhitespace)
      for word in candidates {
        guard
          word.unicodeScalars.contains(where: {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
          })
        else { continue }
        let clean = String(word.unicodeScalars.filter { $0 != "\0" })
        terms.append("\"\(clean)\"" + (isPhrase ? "" : "*"))
      }
    }
    return terms.isEmpty ? nil : terms.joined(separator: " ")
  }
}
