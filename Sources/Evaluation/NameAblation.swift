import DatelineAnnotations

/// What rules, gazetteers, the learned model and the rest of a document each contribute to the names found.
public enum NameAblation {
  /// One way to recognise names.
  public struct Row: Sendable {
    /// What it draws on, in a few words.
    public var name: String
    /// How well it did.
    public var result: NameTraining.Result
  }

  /// Measures the whole recognition by cross-validation, each time without one thing.
  ///
  /// - Parameters:
  ///   - parts: how many parts each file is cut into.
  ///   - also: files that every model learns from and that are not measured; `posts` the same, of user posts.
  ///   - progress: called with each row.
  /// - Throws: `EvaluationError` if a file cannot be read.
  public static func run(
    _ files: [String], language: String, dictionaries: String?, options: NameTrainingOptions, parts: Int,
    also: [String], posts: [String], progress: (Row) -> Void
  ) throws {
    func training(_ sources: NameSources) throws -> NameTraining {
      var options = options
      options.sources = sources
      return try NameTraining(language: language, dictionaries: dictionaries, options: options)
    }
    progress(Row(name: "rules and dictionaries alone", result: try training(.all).rulesAlone(files)))
    let rows: [(String, NameSources)] = [
      ("tagger alone", [.gazetteers, .document]), ("all without gazetteers", [.rules, .document]),
      ("all without the document", [.rules, .gazetteers]), ("all", .all),
    ]
    for (name, sources) in rows {
      let result = try training(sources).crossValidate(files, parts: parts, also: also, posts: posts)
      progress(Row(name: name, result: result.recognition))
    }
  }
}
