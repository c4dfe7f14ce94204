/// What a code point is to the scanners of this room.
@usableFromInline package enum CharacterClass: UInt8, Sendable {
  case space, lower, upper, otherLetter, mark, digit, punctuation, symbol

  /// Whether it can stand inside a word.
  @inline(__always) package var isLetter: Bool {
    self == .lower || self == .upper || self == .otherLetter
  }
  /// A letter, a digit or a mark above a letter.
  @inline(__always) package var isWordPart: Bool {
    self != .space && self != .punctuation && self != .symbol
  }
}

/// Reading of code points out of UTF-8 that is known to be valid; damage is read as U+FFFD.
package enum Scalars {
  /// The code point that starts at `index` and its length in bytes.
  @inline(__always)
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let left = bytes.count - index
    if first < 0xE0 {
      guard left > 1, first >= 0xC2 else { return (0xFFFD, 1) }
      return (UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
    }
    if first < 0xF0 {
      guard left > 2 else { return (0xFFFD, 1) }
      return (
        UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
          | UInt32(bytes[index + 2] & 0x3F), 3
      )
    }
    guard left > 3, first < 0xF5 else { return (0xFFFD, 1) }
    let value =
      UInt32(first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
      | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
    return (value, 4)
  }

  /// The code point that ends before `index` and its length; `index` is greater than 0.
  @inline(__always)
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, before index: Int
  ) -> (value: UInt32, length: Int) {
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = decode(bytes, at: start)
    return start + length == index ? (value, length) : (0xFFFD, 1)
  }

  /// What a code point is.
  @inline(__always)
  package static func classify(_ value: UInt32) -> CharacterClass {
    value < tableSize ? classes[Int(value)] : slowClass(value)
  }

  /// Appends a code point as UTF-8.
  @inline(__always)
  package static func append(_ value: UInt32, to out: inout [UInt8]) {
    if value < 0x80 {
      out.append(UInt8(value))
    } else if value < 0x800 {
      out.append(UInt8(0xC0 | value >> 6))
      out.append(UInt8(0x80 | value & 0x3F))
    } else if value < 0x10000 {
      out.append(UInt8(0xE0 | value >> 12))
      out.append(UInt8(0x80 | value >> 6 & 0x3F))
      out.append(UInt8(0x80 | value & 0x3F))
    } else {
      out.append(UInt8(0xF0 | value >> 18 & 0x07))
      out.append(UInt8(0x80 | value >> 12 & 0x3F))
      out.append(UInt8(0x80 | value >> 6 & 0x3F))
      out.append(UInt8(0x80 | value & 0x3F))
    }
  }

  /// All characters of one byte or two have their place in the table.
  private static let tableSize: UInt32 = 0x800
  /// The classes of the first code points.
  ///
  /// Asked for every character of every text, which an array's checks of bounds and ownership make half as
  /// fast; so it is memory that is never given back.
  nonisolated(unsafe) static let classes: UnsafePointer<CharacterClass> = {
    let table = UnsafeMutablePointer<CharacterClass>.allocate(capacity: Int(tableSize))
    for value in 0..<tableSize { (table + Int(value)).initialize(to: slowClass(value)) }
    return UnsafePointer(table)
  }()

  private static func slowClass(_ value: UInt32) -> CharacterClass {
    guard let scalar = Unicode.Scalar(value) else { return .symbol }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: return .lower
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .otherLetter, .modifierLetter, .letterNumber, .otherNumber: return .otherLetter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber: return .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation:
      return .punctuation
    case .otherPunctuation:
      // The signs below are read as words ("per cent", "number"), not as punctuation.
      switch value {
      case 0x25, 0x26, 0x40, 0x23, 0x2A, 0xA7, 0x2030: return .symbol
      default: return .punctuation
      }
    default: return .symbol
    }
  }
}
