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
    let bytes = [UInt8](data)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      faults.append(DictionaryFault(file: file, line: nil, message: "is not UTF-8; save it as UTF-8"))
      return
    }
    read(bytes, columns, keys, sorted, &faults)
  }

  /// Reads the lines where they stand: start-up is mostly this.
  private mutating func read(
    _ bytes: [UInt8], _ columns: [String], _ keys: Int, _ sorted: Bool, _ faults: inout [DictionaryFault]
  ) {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var headerSeen = false
    var keysSeen = WordTable()
    var previous: Range<Int>?
    var number = 0
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: Self.lineFeed) ?? bytes.count
      let line = start..<end
      start = end + 1
      number += 1
      func fault(_ message: String, isHarmless: Bool = false) {
        faults.append(DictionaryFault(file: file, line: number, message: message, isHarmless: isHarmless))
      }
      if line.isEmpty { continue }
      if bytes[line.lowerBound] == UInt8(ascii: "#") {
        previous = nil
        continue
      }
      var ends: [Int] = []
      ends.reserveCapacity(columns.count)
      for index in line where bytes[index] == Self.tabulator { ends.append(index) }
      ends.append(line.upperBound)
      var fields: [String] = []
      fields.reserveCapacity(columns.count)
      var from = line.lowerBound
      for end in ends {
        fields.append(text(from..<end))
        from = end + 1
      }
      if !headerSeen {
        headerSeen = true
        if fields != columns {
          fault("the header must be: " + columns.joined(separator: " TAB "))
          return
        }
        continue
      }
      if fields.count > columns.count {
        fault("has \(fields.count) columns instead of \(columns.count)")
        continue
      }
      while fields.count < columns.count { fields.append("") }
      if fields[0].isEmpty {
        fault("the first column is empty")
        continue
      }
      // Columns left off and empty ones are the same.
      var keyEnd = ends.count >= keys ? ends[keys - 1] : line.upperBound
      while bytes[keyEnd - 1] == Self.tabulator { keyEnd -= 1 }
      let count = keysSeen.count
      bytes.withUnsafeBufferPointer {
        _ = keysSeen.insert(UnsafeBufferPointer(rebasing: $0[line.lowerBound..<keyEnd]))
      }
      if keysSeen.count == count {
        fault("“\(fields[0..<keys].joined(separator: " · "))” stands twice in this file; remove one")
        continue
      }
      if sorted {
        if let previous, bytes[line].lexicographicallyPrecedes(bytes[previous]) {
          fault("is out of order; sort the section by code point", isHarmless: true)
        }
        previous = line
      }
      rows.append(Row(line: number, fields: fields))
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let tabulator = UInt8(ascii: "\t")
}
