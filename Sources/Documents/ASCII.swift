/// Names and classes of ASCII bytes, for the scanners of this room.
package enum ASCII {
  package static let tab: UInt8 = 0x09
  package static let lineFeed: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D
  package static let space: UInt8 = 0x20
  package static let quote: UInt8 = 0x22
  package static let ampersand: UInt8 = 0x26
  package static let hyphen: UInt8 = 0x2D
  package static let dot: UInt8 = 0x2E
  package static let slash: UInt8 = 0x2F
  package static let colon: UInt8 = 0x3A
  package static let semicolon: UInt8 = 0x3B
  package static let lessThan: UInt8 = 0x3C
  package static let greaterThan: UInt8 = 0x3E

  /// Space, tab, line feed, form feed, carriage return: what HTML collapses.
  package static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
  }
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  package static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  package static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  /// A control that no text holds: not a space, vertical tab, escape or end-of-file mark of old editors.
  package static func isOddControl(_ byte: UInt8) -> Bool {
    byte == 0x7F || (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0D) && byte != 0x1B && byte != 0x1A)
  }
  package static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// Whether `word` (ASCII in small letters) stands at `index`, in capitals or small letters.
  package static func stands(_ word: StaticString, in bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index >= bytes.startIndex, count <= bytes.endIndex - index else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<count where lower(bytes[index + offset]) != letters[offset] { return false }
      return true
    }
  }

  /// Whether `word` occurs anywhere in the bytes.
  package static func holds(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    var start = 0
    while start + word.count <= bytes.count {
      if bytes[start] == first, bytes[start..<(start + word.count)].elementsEqual(word) { return true }
      start += 1
    }
    return false
  }

  /// The bytes without white space around them.
  package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var lower = bytes.startIndex
    var upper = bytes.endIndex
    while lower < upper, isSpace(bytes[lower]) { lower += 1 }
    while upper > lower, isSpace(bytes[upper - 1]) { upper -= 1 }
    return bytes[lower..<upper]
  }

  /// The text without white space around it.
  package static func trimmed(_ text: String) -> String {
    String(decoding: trimmed(Array(text.utf8)[...]), as: UTF8.self)
  }
}
