import Foundation

/// JSON that is no record.
public struct RecordReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Line of the input on which the faulty value starts, from 1.
  public var line: Int
  /// Offset in bytes of the faulty value from the start of the input.
  public var offset: Int
  /// One sentence: what is wrong and what to do.
  public var message: String

  /// Line and message.
  public var description: String { "line \(line): \(message)" }
}

extension RecordExport {
  /// Reads one record.
  ///
  /// Missing lists are empty and keys nobody knows are ignored.
  /// - Throws: `RecordReadingError` if the bytes are not one JSON object of a record.
  public static func record(fromJSON json: some Sequence<UInt8>) throws -> Record {
    let records = try records(fromJSON: json)
    guard let first = records.first, records.count == 1 else {
      throw RecordReadingError(
        line: 1, offset: 0, message: "expected one record, found \(records.count); read them as JSON Lines")
    }
    return first
  }

  /// Reads records from one object, a list of objects, or JSON Lines.
  ///
  /// Lines on which `extract --lines` reported an error instead of a record are passed over.
  /// - Throws: `RecordReadingError` with the line of the first value that is no record.
  public static func records(fromJSON json: some Sequence<UInt8>) throws -> [Record] {
    var records: [Record] = []
    try forEachRecord(inJSON: json) { records.append($0) }
    return records
  }

  /// Hands on the records of one object, a list of objects, or JSON Lines, one after the other.
  ///
  /// - Throws: `RecordReadingError` with the line of the first value that is no record, and what `body` throws.
  /// - Complexity: linear; a list in brackets is decoded as a whole, lines one by one.
  public static func forEachRecord(
    inJSON json: some Sequence<UInt8>, _ body: (Record) throws -> Void
  ) throws {
    let bytes = Array(json)
    var values = TopLevelValues(bytes: bytes)
    let decoder = JSONDecoder()
    while let range = values.next() {
      let entries: [Entry]
      do {
        let data = Data(bytes[range])
        if bytes[range.lowerBound] == 0x5B {
          entries = try decoder.decode([Entry].self, from: data)
        } else {
          entries = [try decoder.decode(Entry.self, from: data)]
        }
      } catch {
        throw RecordReadingError(
          line: values.line(of: range.lowerBound), offset: range.lowerBound,
          message: "not a record in JSON: \(reason(error))")
      }
      for case .record(let record) in entries { try body(record) }
    }
  }

  /// An error line has a key `error` and no text of its own.
  private enum Entry: Decodable {
    case record(Record)
    case failure

    enum Keys: String, CodingKey { case error, text }
    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: Keys.self)
      if keys.contains(.error), !keys.contains(.text) {
        self = .failure
      } else {
        self = .record(try Record(from: decoder))
      }
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      return path.isEmpty ? "" : " at " + path.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context): return "key “\(key.stringValue)” is missing" + place(context)
    case .typeMismatch(let type, let context): return "expected \(type)" + place(context)
    case .valueNotFound(let type, let context): return "expected \(type), found null" + place(context)
    case .dataCorrupted(let context): return "damaged or cut off" + place(context)
    @unknown default: return "\(error)"
    }
  }
}

/// The JSON values that follow one another in a text, separated by anything that is white space.
///
/// Finds where each one ends by brackets and quotes only; whether it is sound is the decoder's business.
private struct TopLevelValues {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Line of an offset, from 1.
  func line(of offset: Int) -> Int { bytes[..<offset].count { $0 == 0x0A } + 1 }

  mutating func next() -> Range<Int>? {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    guard bytes[start] == 0x7B || bytes[start] == 0x5B else {
      // Not a bracket: the rest of the line, for the decoder to complain about.
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      return start..<position
    }
    var depth = 0
    var isInString = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isInString {
        if byte == 0x5C { position = min(position + 1, bytes.count) }
        if byte == 0x22 { isInString = false }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return start..<position }
      default: break
      }
    }
    return start..<position
  }
}
