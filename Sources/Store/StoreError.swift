/// A store that could not be opened, read or written.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// In one word for programs: `missing`, `not-a-store`, `foreign`, `newer`, `older`, `locked`, `read-only`, `full`,
  /// `damaged`, `permission`, `no-full-text`, `sqlite`.
  public var code: String
  /// The path of the store.
  public var path: String
  /// SQLite's extended result code; nil if the fault was found without it.
  public var sqliteCode: Int32?
  /// The statement that failed, without the values bound to it: those may be private, and logs live long.
  public var sql: String?
  /// One sentence: what is wrong and what to do.
  public var message: String

  /// An error.
  public init(code: String, path: String, sqliteCode: Int32? = nil, sql: String? = nil, message: String) {
    self.code = code
    self.path = path
    self.sqliteCode = sqliteCode
    self.sql = sql
    self.message = message
  }

  /// Path and message; for errors of SQLite itself also its code and the statement.
  public var description: String {
    var text = "\(path): \(message)"
    if let sqliteCode { text += " (SQLite \(sqliteCode))" }
    if code == "sqlite", let sql { text += " in: \(sql)" }
    return text
  }
}
