/// Copying bytes that should be UTF-8, with U+FFFD for what is not.
enum UTF8Repair {
  /// What copying found.
  struct Result {
    /// Bytes read; fewer than given if the last character may go on in the next chunk.
    var consumed: Int
    /// Replacements made.
    var replaced = 0
    /// Offset in the input of the first replaced byte.
    var first: Int?
    /// Well-formed characters of two bytes and more.
    var multibyte = 0
  }

  /// Appends `bytes` to `out`, each ill-formed sequence as one U+FFFD.
  ///
  /// Linear.
  /// - Parameter last: whether a character cut at the end is ill-formed rather than unfinished.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, last: Bool, to out: inout [UInt8]
  ) -> Result {
    var result = Result(consumed: 0)
    var runStart = 0
    var index = 0
    let count = bytes.count
    while index < count {
      index = skipASCII(bytes, from: index)
      if index >= count { break }
      switch sequence(in: bytes, at: index) {
      case .wellFormed(let length):
        result.multibyte += 1
        index += length
      case .unfinished where !last:
        out.append(contentsOf: bytes[runStart..<index])
        result.consumed = index
        return result
      case .unfinished(let length), .illFormed(let length):
        out.append(contentsOf: bytes[runStart..<index])
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        if result.first == nil { result.first = index }
        result.replaced += 1
        index += length
        runStart = index
      }
    }
    out.append(contentsOf: bytes[runStart..<count])
    result.consumed = count
    return result
  }

  /// Counts well-formed and ill-formed sequences without copying.
  static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    var result = Result(consumed: bytes.count)
    var index = 0
    while index < bytes.count {
      index = skipASCII(bytes, from: index)
      if index >= bytes.count { break }
      switch sequence(in: bytes, at: index) {
      case .wellFormed(let length):
        result.multibyte += 1
        index += length
      case .unfinished:
        // The sample ends inside a character.
        return result
      case .illFormed(let length):
        result.replaced += 1
        if result.first == nil { result.first = index }
        index += length
      }
    }
    return result
  }

  private enum Sequence {
    case wellFormed(Int), illFormed(Int), unfinished(Int)
  }

  private static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    { index += 8 }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The sequence that starts with a byte of 0x80 or more; lengths as Unicode's "maximal subpart" has them.
  private static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Sequence {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
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
