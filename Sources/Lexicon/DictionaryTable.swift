import Foundation

/// Something wrong in a dictionary, with its place.
public struct DictionaryFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, as a path.
  public var file: String
  /// The line, from 1; nil if the file as a whole is meant.
  public var line: Int?
  /// What is wrong and what to do.
  public var message: String
  /// Whether the dictionary can be used all the same (rows out of order): told by the check, no reason to stop.
  public var isHarmless = false

  /// `file:line: message`.
  public var description: String {
    file + (line.map { ":\($0)" } ?? "") + ": " + message
  }
}

/// All the faults found while loading: every one, not the first.
public struct DictionaryFaults: Error, Sendable, CustomStringConvertible {
  /// The faults, in the order of files and lines.
  public var faults: [DictionaryFault]
  /// One fault a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// A dictionary file: tab-separated columns under a header.
struct DictionaryTable {
  /// A row with its line.
  struct Row {
    var line: Int
    /// One value for each expected column; empty where the row has none.
    var fields: [String]

    /// The values of a column that holds several.
    func list(_ column: Int) -> [String] {
      fields[column].isEmpty ? [] : fields[column].split(separator: "|").map(String.init)
    }
  }

  let file: String
  private(set) var rows: [Row] = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - columns: the names the header must have, in order.
  ///   - keys: how many of the first columns make the key of a row.
  ///   - sorted: whether rows between comments have to be sorted by code point.
  ///   - faults: receives what is wrong; rows that can be used are kept.
  init(
    file: String, columns: [String], keys: Int = 1, sorted: Bool = true, faults: inout [DictionaryFault]
  ) {
    self.file = file
    guard let data = FileManager.default.contents(atPath: file) else {
      faults.append(
        DictionaryFault(
          file: file, line: nil, message: "cannot be read; every language needs this file, even if empty"))
      return
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      faults.append(DictionaryFault(file: file, line: nil, message: "is not UTF-8; save it as UTF-8"))
      return
    }
    var seen: Set<String> = []
    var headerSeen = false
    var previous = ""
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      if line.utf8.first == UInt8(ascii: "#") {
        previous = ""
        continue
      }
      var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if !headerSeen {
        headerSeen = true
        if fields != columns {
          faults.append(
            DictionaryFault(
              file: file, line: number,
              message: "the header must be: " + columns.joined(separator: " TAB ")))
          return
        }
        continue
      }
      if fields.count > columns.count {
        faults.append(
          DictionaryFault(
            file: file, line: number, message: "has \(fields.count) columns instead of \(columns.count)"))
        continue
      }
      while fields.count < columns.count { fields.append("") }
      if fields[0].isEmpty {
        faults.append(DictionaryFault(file: file, line: number, message: "the first column is empty"))
        continue
      }
      let key = fields[0..<keys].joined(separator: "\t")
      if !seen.insert(key).inserted {
        faults.append(
          DictionaryFault(
            file: file, line: number,
            message:
              "“\(key.replacingOccurrences(of: "\t", with: " · "))” stands twice in this file; remove one"))
        continue
      }
      if sorted {
        let own = String(line)
        if !previous.isEmpty, own.utf8.lexicographicallyPrecedes(previous.utf8) {
          faults.append(
            DictionaryFault(
              file: file, line: number, message: "is out of order; sort the section by code point",
              isHarmless: true))
        }
        previous = own
      }
      rows.append(Row(line: number, fields: fields))
    }
  }
}
