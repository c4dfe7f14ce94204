/// What bytes of 0x80 and above are as UTF-8 (Unicode 15, table 3-7).
enum UTF8Sequence {
  /// A character of so many bytes.
  case wellFormed(Int)
  /// As many bytes as belong to one piece of damage: the "maximal subpart" for which one U+FFFD stands.
  case illFormed(Int)

  /// What begins at `at`, where a byte of 0x80 or more stands.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) {
    let lead = bytes[at]
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
    default:
      self = .illFormed(1)
      return
    }
    for offset in 1..<length {
      guard at + offset < bytes.count,
        offset == 1 ? second.contains(bytes[at + 1]) : bytes[at + offset] & 0xC0 == 0x80
      else {
        self = .illFormed(offset)
        return
      }
    }
    self = .wellFormed(length)
  }

  /// A text with U+FFFD for each piece of damage, in linear time.
  static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: MappedText, count: Int, first: Int) {
    var text = MappedText()
    text.reserve(bytes.count)
    var count = 0
    var first = 0
    var kept = 0
    var at = 0
    while at < bytes.count {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      switch UTF8Sequence(bytes, at: at) {
      case .wellFormed(let length): at += length
      case .illFormed(let length):
        text.copy(bytes, kept, at)
        text.replace(at, at + length, with: [0xEF, 0xBF, 0xBD])
        if count == 0 { first = at }
        count += 1
        at += length
        kept = at
      }
    }
    text.copy(bytes, kept, bytes.count)
    return (text, count, first)
  }
}
