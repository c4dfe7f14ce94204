import DatelineRecords
import DatelineStore
import Foundation

/// Where the commands that look at records take them from: inputs, JSON Lines or the store.
enum RecordSupply {
  static let fromRecords = Option.text(
    "from-records", value: "FILE", kind: .file,
    help: "take records (JSON Lines of extract) from this file or -")
  static let options = [storeOption.declaration, fromRecords.declaration] + InputOptions.all
  static let arguments = [
    ArgumentDeclaration.many(
      "INPUT", atLeast: 0, help: InputOptions.inputs.help + "; none to look into the store")
  ]

  static func forEachRecord(
    _ invocation: Invocation, _ console: Console, _ each: (Record) throws -> Void
  ) throws {
    let inputs = invocation.arguments
    let given = [invocation[fromRecords] != nil, invocation[storeOption] != nil, !inputs.isEmpty]
    guard given.count(where: { $0 }) <= 1 else {
      throw UsageError(message: "records come from inputs, ‘--from-records’ or ‘--store’; name one of them")
    }
    if let path = invocation[fromRecords] {
      try forEachRecord(inFile: path, console, each)
    } else if !inputs.isEmpty {
      try InputOptions.forEachRecord(of: inputs, invocation, console, each)
    } else {
      try openStore(invocation).forEachRecord { try each($0) }
    }
  }

  private static func forEachRecord(
    inFile path: String, _ console: Console, _ each: (Record) throws -> Void
  ) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandError(path: path, message: "cannot be read: \(systemMessage()); check the name")
    }
    defer { if path != "-" { close(descriptor) } }
    let lines = LineReader(descriptor: descriptor, name: path)
    var number = 0
    while let line = try lines.next() {
      number += 1
      do {
        for record in try RecordExport.records(fromJSON: line) { try each(record) }
      } catch is RecordReadingError {
        console.fail(
          CommandError(
            path: path, message: "record \(number) is not one that ‘dateline extract’ wrote; it is left out"))
      }
    }
  }

  /// The store that is named or the usual one; it must be there.
  static func openStore(_ invocation: Invocation) throws -> RecordStore {
    let path = invocation[storeOption] ?? standardStore
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandError(
        path: path, message: "there is no such store; make one with ‘dateline ingest INPUT… --store \(path)’")
    }
    return try RecordStore(path: path, access: .readOnly)
  }
}
