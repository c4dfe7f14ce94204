extension Connection {
  /// Brings an opened database to the present schema, or refuses it.
  ///
  /// Every step runs once in the life of a store, in one transaction with its own mention in `migrations`, so that two
  /// programs that open a new store at the same moment end with one set of tables.
  func migrate() throws {
    switch try standing() {
    case .present(let isComplete) where isComplete: return
    case .foreign: throw foreign()
    case .newer(let name): throw newer(name)
    case .present, .empty: break
    }
    try useLog()
    try transaction {
      // Between the look and the lock another program may have been here.
      switch try standing() {
      case .foreign: throw foreign()
      case .newer(let name): throw newer(name)
      case .present: break
      case .empty:
        try run("PRAGMA application_id = \(Schema.applicationID)")
        try run("CREATE TABLE migrations (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
      }
      let done = try appliedMigrations()
      for step in Schema.migrations + (hasFullText() ? [Schema.fullText] : []) where !done.contains(step.name)
      {
        try run(step.sql)
        try statement("INSERT INTO migrations VALUES (?)").run(step.name)
      }
    }
  }

  /// Checks a database that is only going to be read.
  func checkSchema() throws {
    switch try standing() {
    case .present(let isComplete):
      guard try isComplete || appliedMigrations().isSuperset(of: Schema.migrations.map(\.name)) else {
        throw StoreError(
          code: "older", path: path,
          message:
            "the store is of an older Dateline; open it once for writing (ingest) to bring it up to date")
      }
    case .empty:
      throw StoreError(code: "foreign", path: path, message: "the file is empty: there is no store in it")
    case .foreign: throw foreign()
    case .newer(let name): throw newer(name)
    }
  }

  private enum Standing {
    case empty
    case present(isComplete: Bool)
    case foreign
    case newer(String)
  }

  private func standing() throws(StoreError) -> Standing {
    guard try integer("SELECT count(*) FROM sqlite_schema") > 0 else { return .empty }
    guard try integer("PRAGMA application_id") == Schema.applicationID,
      try integer("SELECT count(*) FROM sqlite_schema WHERE name = 'migrations'") == 1
    else { return .foreign }
    let known = Set(Schema.migrations.map(\.name) + [Schema.fullText.name])
    let done = try appliedMigrations()
    if let name = done.subtracting(known).min() { return .newer(name) }
    let wanted = hasFullText() ? known : known.subtracting([Schema.fullText.name])
    return .present(isComplete: done.isSuperset(of: wanted))
  }

  private func appliedMigrations() throws(StoreError) -> Set<String> {
    let rows = try compile("SELECT name FROM migrations")
    var names: Set<String> = []
    while try rows.step() { names.insert(rows.string(0)) }
    return names
  }

  /// Readers and one writer at the same time; a killed writer leaves nothing half done.
  private func useLog() throws(StoreError) {
    let row = try compile("PRAGMA journal_mode = WAL")
    _ = try row.step()
  }

  /// Whether this SQLite can search text.
  func hasFullText() -> Bool { Connection.has("ENABLE_FTS5") }

  /// The number in the first column of the first row; 0 without a row.
  func integer(_ sql: String) throws(StoreError) -> Int {
    let row = try compile(sql)
    return try row.step() ? row.integer(0) : 0
  }

  private func foreign() -> StoreError {
    StoreError(
      code: "foreign", path: path,
      message: "the file is an SQLite database of another program; choose another path for the store")
  }
  private func newer(_ name: String) -> StoreError {
    StoreError(
      code: "newer", path: path,
      message:
        "the store was written by a newer Dateline (step “\(name)”); update Dateline or use another store")
  }
}
