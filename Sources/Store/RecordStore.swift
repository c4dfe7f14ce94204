import DatelineRecords
import Foundation

/// What ingesting a record did.
public enum IngestResult: String, Sendable, Hashable {
  /// The document is new.
  case added
  /// The document was known and has changed: everything about it is new.
  case replaced
  /// The document was known, exactly like this.
  case unchanged
}

/// Records at rest: an SQLite file of documents, entities and agreements, with full-text search.
///
/// The tables are described at `Schema`. Safe to use from several tasks; they wait for one another. Other programs may
/// read while this one writes, and write while it reads; two that write take turns and wait up to ten seconds.
public final class RecordStore: @unchecked Sendable {
  // Unchecked, because a lock guards the one connection: it is touched only inside `locked`.
  private let connection: Connection
  private let lock = NSLock()

  /// Whether a store is made and changed, or only read.
  public enum Access: Sendable {
    /// Opens the store for writing; makes it if there is none.
    case readWrite
    /// Opens an existing store; also where the file or its folder cannot be written.
    case readOnly
  }

  /// Opens a store, makes it if there is none, and brings an older one up to date.
  ///
  /// - Throws: `StoreError` if the path is no store, cannot be written, or was written by a newer Dateline.
  public init(path: String, access: Access = .readWrite) throws {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists, isFolder.boolValue {
      throw StoreError(code: "not-a-store", path: path, message: "this is a folder; give the path of a file")
    }
    switch access {
    case .readWrite:
      if !exists { try Self.checkFolder(of: path) }
      connection = try Connection(path: path, access: .readWrite)
      try connection.run("PRAGMA foreign_keys = ON")
      try connection.migrate()
      // With a write-ahead log a killed process loses nothing; a power cut may lose the last documents, not the store.
      try connection.run("PRAGMA synchronous = NORMAL")
      // Moving the log into the file waits for the disk: every 32 MB instead of every 4 makes ingesting twice as fast.
      try connection.run("PRAGMA wal_autocheckpoint = 8000")
    case .readOnly:
      guard exists else {
        throw StoreError(
          code: "missing", path: path, message: "there is no store; make one with “dateline ingest”")
      }
      connection = try Self.openForReading(path)
    }
  }

  private static func checkFolder(of path: String) throws(StoreError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw StoreError(
        code: "missing", path: path, message: "the folder “\(folder)” does not exist; make it first")
    }
  }

  private static func openForReading(_ path: String) throws -> Connection {
    do {
      let connection = try Connection(path: path, access: .readOnly)
      try connection.checkSchema()
      return connection
    } catch let error as StoreError where ["permission", "read-only"].contains(error.code) {
      // The index of the log cannot be made beside the file, so nobody can be writing here either.
      let connection = try Connection(path: path, access: .immutable)
      try connection.checkSchema()
      return connection
    }
  }

  /// Runs `body` with the connection while no other task has it.
  func locked<Value>(_ body: (Connection) throws -> Value) rethrows -> Value {
    lock.lock()
    defer { lock.unlock() }
    return try body(connection)
  }

  /// Stores a record: all of it or nothing.
  ///
  /// A document is known by its path, item and address (from standard input: by its id). If its JSON is the same to
  /// the byte as that of the stored one, nothing is written; otherwise all rows of the old one give way.
  /// - Throws: `StoreError`; the store is then as it was before.
  @discardableResult
  public func ingest(_ record: Record) throws -> IngestResult {
    let json = RecordExport.json(record)
    let identity = Self.identity(of: record)
    return try locked { connection in
      // Most documents of a second run are unchanged, and finding that needs no right to write.
      if try standing(of: identity, json, connection).result == .unchanged { return .unchanged }
      return try connection.transaction {
        let (result, number) = try standing(of: identity, json, connection)
        if result == .unchanged { return .unchanged }
        if let number { try connection.statement("DELETE FROM documents WHERE number = ?").run(number) }
        try RecordRows(connection: connection).insert(record, number: number, identity: identity, json: json)
        return result
      }
    }
  }

  private func standing(
    of identity: String, _ json: [UInt8], _ connection: Connection
  ) throws -> (result: IngestResult, number: Int?) {
    let known = try connection.statement("SELECT number, json = ?2 FROM documents WHERE identity = ?1")
    try known.bind([identity, json])
    defer { known.reset() }
    guard try known.step() else { return (.added, nil) }
    return (known.integer(1) == 1 ? .unchanged : .replaced, known.integer(0))
  }

  /// One document on the way in: the same file, place in it and address.
  static func identity(of record: Record) -> String {
    let source = record.source
    var parts = [source.path, source.item.map(String.init) ?? "", source.url ?? ""]
    // Everything that comes through a pipe has the same path.
    if source.path == "-" || source.path.isEmpty { parts.append(record.id) }
    return parts.joined(separator: "\n")
  }
}
