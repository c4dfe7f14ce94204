import Foundation

/// Copying bytes that should be UTF-8, with U+FFFD for what is not.
enum UTF8Repair {
  /// What reading found.
  struct Result: Equatable {
    /// Bytes read; fewer than given if the last character may go on in the next chunk.
    var consumed: Int
    /// Replacements made.
    var replaced = 0
    /// Offset in the input of the first replaced byte.
    var first: Int?
    /// U+FFFD that stood in the input: someone before us could not read what was there.
    var inherited = 0
    /// Offset in the input of the first of these.
    var firstInherited: Int?

    /// Counts a replacement.
    mutating func note(_ offset: Int) {
      if first == nil { first = offset }
      replaced += 1
    }

    /// Counts a U+FFFD of the input.
    mutating func noteInherited(_ offset: Int) {
      if firstInherited == nil { firstInherited = offset }
      inherited += 1
    }
  }

  /// What looking over bytes without copying found.
  struct Survey: Equatable {
    /// Well-formed characters of two bytes and more; where nothing is ill-formed, 1 if there are any.
    var multibyte = 0
    /// Ill-formed sequences.
    var illFormed = 0
    /// Bytes of a character cut at the end.
    var cut = 0
  }

  /// Appends `bytes` to `out`, each ill-formed sequence as one U+FFFD.
  ///
  /// Linear.
  /// - Parameter last: whether a character cut at the end is ill-formed rather than unfinished.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, last: Bool, to out: inout [UInt8]
  ) -> Result {
    var result = copy(bytes, last: last, to: &out)
    countInherited(in: bytes, &result)
    return result
  }

  private static func copy(
    _ bytes: UnsafeBufferPointer<UInt8>, last: Bool, to out: inout [UInt8]
  ) -> Result {
    var result = Result(consumed: 0)
    var runStart = 0
    var index = 0
    let count = bytes.count
    out.reserveCapacity(out.count + count)
    while index < count {
      index = UTF8Validation.wellFormedPrefix(of: bytes, from: index).end
      if index >= count { break }
      switch sequence(in: bytes, at: index) {
      case .wellFormed(let length):
        index += length
      case .unfinished where !last:
        out.append(contentsOf: bytes[runStart..<index])
        result.consumed = index
        return result
      case .unfinished(let length), .illFormed(let length):
        out.append(contentsOf: bytes[runStart..<index])
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        result.note(index)
        index += length
        runStart = index
      }
    }
    out.append(contentsOf: bytes[runStart..<count])
    result.consumed = count
    return result
  }

  /// Counts the U+FFFD of what was consumed; no alphabet of news has letters with their lead byte.
  private static func countInherited(in bytes: UnsafeBufferPointer<UInt8>, _ result: inout Result) {
    guard let base = bytes.baseAddress else { return }
    var at = 0
    // Unsafe: the search of the C library, inside the bytes consumed.
    while at + 3 <= result.consumed,
      let found = memchr(base + at, 0xEF, result.consumed - at)
    {
      at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if at + 3 <= result.consumed, bytes[at + 1] == 0xBF, bytes[at + 2] == 0xBD { result.noteInherited(at) }
      at += 1
    }
  }

  /// Counts well-formed and ill-formed sequences without copying.
  ///
  /// Linear; valid text costs its validation only.
  static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> Survey {
    var survey = Survey()
    let valid = UTF8Validation.wellFormedPrefix(of: bytes, from: 0)
    survey.multibyte = valid.isASCII ? 0 : 1
    if valid.end == bytes.count { return survey }
    if case .unfinished(let length) = sequence(in: bytes, at: valid.end) {
      survey.cut = length
      return survey
    }
    survey.multibyte = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      switch sequence(in: bytes, at: index) {
      case .wellFormed(let length):
        survey.multibyte += 1
        index += length
      case .unfinished(let length):
        survey.cut = length
        return survey
      case .illFormed(let length):
        survey.illFormed += 1
        index += length
      }
    }
    return survey
  }

  /// What starts with a byte of 0x80 or more, and how many bytes it takes.
  enum Sequence {
    case wellFormed(Int), illFormed(Int), unfinished(Int)
  }

  /// The sequence at an index; lengths as Unicode's "maximal subpart" has them.
  static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Sequence {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case ..<0x80: return .wellFormed(1)
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .illFormed(1)
    }
    for offset in 1..<length {
      guard index + offset < bytes.count else { return .unfinished(offset) }
      let byte = bytes[index + offset]
      guard offset == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else { return .illFormed(offset) }
    }
    return .wellFormed(length)
  }
}
