import DatelineDocuments
import DatelineRecords

/// What the pipeline is told beside its input.
public struct PipelineOptions: Sendable {
  /// The day of publication of documents that do not say (`--published`).
  public var published: CalendarDate?
  /// The language of all documents (`--language`), BCP 47; nil to identify it.
  public var language: String?
  /// The folder of the dictionaries; nil for the one that comes with the program.
  public var dictionaries: String?
  /// Jaccard similarity from which a paragraph counts as a near repeat; nil for exact repeats only.
  public var nearRepeats: Double?

  /// Nothing told.
  public init() {}
}

/// The whole journey: a document becomes a record.
///
/// Safe to use from several tasks at once.
public struct Pipeline: Sendable {
  /// Loads the dictionaries.
  /// - Throws: an error that names the file and line if a dictionary is missing or faulty.
  public init(options: PipelineOptions = PipelineOptions()) throws {
  }

  /// The record of a document. Never fails: what is odd becomes a warning.
  public func record(of document: Document) -> Record {
    Record(
      id: "", source: RecordSource(path: document.source.path, format: document.source.format.rawValue),
      language: "und", text: "")
  }
}
