import CSQLite

/// A connection to an SQLite database: the one file of this room that touches pointers.
///
/// Not safe for several tasks at once; `RecordStore` sees to that.
final class Connection {
  let path: String
  private let handle: OpaquePointer
  /// Compiled statements by their SQL; ingesting uses the same few for every document.
  private var statements: [String: Statement] = [:]

  enum Access {
    case readWrite
    case readOnly
    /// For a file in a folder where nothing can be written, not even the log's index: nobody else may write it meanwhile.
    case immutable
  }

  /// Opens a database; with `readWrite` a missing file is made.
  init(path: String, access: Access) throws(StoreError) {
    self.path = path
    var name = path
    var flags = SQLITE_OPEN_NOMUTEX
    switch access {
    case .readWrite: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .immutable:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      name = "file:" + Self.percentEncoded(path) + "?immutable=1"
    }
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(name, &pointer, flags, nil)
    guard code == SQLITE_OK, let pointer else {
      // SQLite hands out a handle even when it fails, and it has to be closed.
      sqlite3_close_v2(pointer)
      throw Self.failure(code, String(cString: sqlite3_errstr(code)), path: path, sql: nil)
    }
    handle = pointer
    sqlite3_extended_result_codes(pointer, 1)
    sqlite3_busy_timeout(pointer, 10_000)
  }

  deinit {
    statements.removeAll()
    // v2 waits for statements that are still held elsewhere.
    sqlite3_close_v2(handle)
  }

  /// Runs statements that take no values and give no rows.
  func run(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code, sql: sql) }
  }

  /// A statement, compiled once and ready to be bound.
  func statement(_ sql: String) throws(StoreError) -> Statement {
    if let known = statements[sql] {
      known.reset()
      return known
    }
    let fresh = try compile(sql)
    statements[sql] = fresh
    return fresh
  }

  /// A statement of its own, for SQL that is put together from a filter or outlives the next call.
  func compile(_ sql: String) throws(StoreError) -> Statement {
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &pointer, nil)
    guard code == SQLITE_OK, let pointer else { throw failure(code, sql: sql) }
    return Statement(pointer, connection: self, sql: sql)
  }

  /// Runs `body` in a transaction that takes the right to write at once; if it throws, nothing has happened.
  func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try run("BEGIN IMMEDIATE")
    do {
      let value = try body()
      try run("COMMIT")
      return value
    } catch {
      for statement in statements.values { statement.reset() }
      // A full disk has rolled back already; then there is nothing to do.
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  /// The row number that the last insertion was given.
  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Whether SQLite was built with an option.
  static func has(_ option: String) -> Bool { sqlite3_compileoption_used(option) != 0 }

  fileprivate func failure(_ code: Int32, sql: String?) -> StoreError {
    Self.failure(code, String(cString: sqlite3_errmsg(handle)), path: path, sql: sql)
  }

  private static func failure(_ code: Int32, _ words: String, path: String, sql: String?) -> StoreError {
    let kind: String
    let message: String
    switch code & 0xFF {
    case SQLITE_NOTADB:
      (kind, message) = (
        "not-a-store", "the file is not an SQLite database; choose another path for the store"
      )
    case SQLITE_CORRUPT:
      (kind, message) = ("damaged", "the store is damaged (\(words)); ingest the documents into a new one")
    case SQLITE_BUSY, SQLITE_LOCKED:
      (kind, message) = ("locked", "another program is writing to the store; try again when it has finished")
    case SQLITE_FULL:
      (kind, message) = ("full", "no space left for the store; what was stored before is intact")
    case SQLITE_READONLY:
      (kind, message) = ("read-only", "the store or its folder cannot be written; check their permissions")
    case SQLITE_CANTOPEN:
      (kind, message) = (
        "permission", "the store cannot be opened; check that its folder exists and can be written"
      )
    case SQLITE_PERM, SQLITE_AUTH: (kind, message) = ("permission", "access to the store was denied")
    case SQLITE_IOERR:
      (kind, message) = ("sqlite", "reading or writing the store failed: \(words); check the disk")
    default: (kind, message) = ("sqlite", words)
    }
    return StoreError(code: kind, path: path, sqliteCode: code, sql: sql, message: message)
  }

  private static func percentEncoded(_ path: String) -> String {
    var encoded = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return encoded
  }
}

/// A compiled statement: bind its values, step through its rows, read their columns.
final class Statement {
  private let handle: OpaquePointer
  // Keeps the connection alive no longer than needed: the cache of the connection holds the statement.
  private unowned let connection: Connection
  private let sql: String

  fileprivate init(_ handle: OpaquePointer, connection: Connection, sql: String) {
    self.handle = handle
    self.connection = connection
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// Forgets rows and values.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Binds the values of all placeholders, in order.
  func bind(_ values: [any Bindable]) throws(StoreError) {
    for (index, value) in values.enumerated() {
      let code = value.bind(to: handle, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw connection.failure(code, sql: sql) }
    }
  }

  /// The next row; false after the last one.
  func step() throws(StoreError) -> Bool {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = connection.failure(code, sql: sql)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Binds and runs a statement that gives no rows.
  func run(_ values: (any Bindable)...) throws(StoreError) {
    try bind(values)
    while try step() {}
    reset()
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }
  func string(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
  func optionalString(_ column: Int32) -> String? { isNull(column) ? nil : string(column) }

  /// The bytes of a text column.
  func bytes(_ column: Int32) -> [UInt8] {
    // The order matters: asking for the text first settles the encoding that the count refers to.
    guard let start = sqlite3_column_text(handle, column) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }
}

/// What can take the place of a question mark.
protocol Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

extension Int: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, Int64(self))
  }
}
extension Int64: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, self)
  }
}
extension Double: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_double(statement, index, self)
  }
}
extension String: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    Array(utf8).bind(to: statement, at: index)
  }
}
extension [UInt8]: Bindable {
  /// Binds UTF-8 as text.
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    withUnsafeBytes { bytes in
      // An empty buffer may have no address, and no address would mean NULL.
      guard let start = bytes.bindMemory(to: CChar.self).baseAddress, !bytes.isEmpty else {
        return sqlite3_bind_text(statement, index, "", 0, dateline_sqlite_transient())
      }
      return sqlite3_bind_text64(
        statement, index, start, UInt64(bytes.count), dateline_sqlite_transient(), UInt8(SQLITE_UTF8))
    }
  }
}
extension Optional: Bindable where Wrapped: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch self {
    case .some(let value): value.bind(to: statement, at: index)
    case .none: sqlite3_bind_null(statement, index)
    }
  }
}
