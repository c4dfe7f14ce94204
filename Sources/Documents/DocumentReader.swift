/// What a reader is told about documents that do not say it themselves.
public struct ReaderOptions: Sendable {
  /// The day of publication (`--published`).
  public var published: CalendarDate?
  /// The language (`--language`), BCP 47.
  public var language: String?
  /// The character encoding that whoever delivered the bytes named, as in the `charset` of `Content-Type`.
  ///
  /// It decides only where the bytes do not.
  public var encoding: String?

  /// Nothing told.
  public init() {}
}

/// What reading gives: one document, or one reason why there is none.
public enum ReadOutcome: Sendable {
  case document(Document)
  case failure(DocumentError)
}

/// The one door: files, folders, patterns and standard input go in, documents come out in order.
///
/// Memory does not grow with the number of documents. A feed is read as a stream, and each item is handed on as soon
/// as it ends; other documents are read whole, up to `maximumSize`. Safe to use from several tasks at once.
public struct DocumentReader: Sendable {
  /// The largest page or text that is read, in bytes.
  ///
  /// Feeds may be larger, their items not.
  public static let maximumSize = 64 << 20

  /// What documents are told that do not say it.
  public let options: ReaderOptions

  /// A reader.
  public init(options: ReaderOptions = ReaderOptions()) { self.options = options }

  /// Reads all inputs and calls `body` for each document and each failure, in order.
  /// - Parameters:
  ///   - inputs: files, folders (read recursively, in the byte order of paths), patterns (`*`, `?`, `[…]`, `**`), and
  ///     `-` for standard input.
  ///   - body: an error it throws ends the reading.
  public func read(_ inputs: [String], each body: (ReadOutcome) throws -> Void) rethrows {
    try InputFiles.walk(inputs) { file in try read(file, each: body) }
  }

  /// Reads one file that `files(_:)` found.
  public func read(_ file: InputFile, each body: (ReadOutcome) throws -> Void) rethrows {
    if let error = file.error {
      try body(.failure(error))
      return
    }
    try DocumentStream.run(file, memory: nil, options: options, body)
  }

  /// Reads bytes that are already in memory.
  /// - Parameter path: what to call them in `Source.path` and in errors.
  public func documents(
    in bytes: [UInt8], path: String, each body: (ReadOutcome) throws -> Void
  ) rethrows {
    try DocumentStream.run(
      InputFile(path: path, bytes: bytes.count, isNamed: true), memory: bytes, options: options, body)
  }

  /// The files that inputs stand for, with their sizes.
  ///
  /// Opens none of them; memory grows with their number.
  public func files(_ inputs: [String]) -> [InputFile] {
    var files: [InputFile] = []
    InputFiles.walk(inputs) { files.append($0) }
    return files
  }
}
