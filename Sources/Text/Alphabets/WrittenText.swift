/// A text as it was written, behind a reading of it in another alphabet.
///
/// Offsets go both ways in O(log n). Where a stretch was read letter by letter, letters answer letters; inside
/// letters that were read together the whole of them is the answer.
public struct WrittenText: Sendable {
  /// The text as written: valid UTF-8, normalised.
  public let bytes: [UInt8]
  /// The alphabet that most of it was read from ("latin-2021").
  public let alphabet: String
  private let map: ReadingMap

  init(bytes: [UInt8], alphabet: String, map: ReadingMap) {
    self.bytes = bytes
    self.alphabet = alphabet
    self.map = map
  }

  /// The text as written, as a whole.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Where a range of the reading stands in the text as written.
  public func range(of reading: TextRange) -> TextRange {
    let range = map.written(reading)
    return TextRange(max(0, range.lower), min(range.upper, bytes.count))
  }

  /// Where a range of the text as written stands in the reading.
  public func reading(of written: TextRange) -> TextRange { map.reading(written) }

  /// The text as written of a range of the reading.
  public func string(of reading: TextRange) -> String {
    let range = range(of: reading)
    guard range.lower <= range.upper else { return "" }
    return String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }
}
