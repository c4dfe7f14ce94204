/// The steps of normalisation that look at single characters, in a fixed order in one pass:
/// line ends, invisible characters, soft hyphens, control characters, spaces; then NFC.
///
/// What comes out holds no line break but `\n`, no blank but the plain space, never two spaces in a
/// row, none at the edge of a line, and never more than one empty line.
enum CharacterSteps {
  private enum Step {
    case keep, drop, softHyphen, space, lineBreak
  }

  /// The text after these steps, as NFC, in linear time.
  static func clean(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { clean($0) }
  }

  private static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isASCII = true
    var softHyphen = false
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte > 0x20, byte < 0x7F {
        out.append(byte)
        softHyphen = false
        at += 1
        continue
      }
      let (value, length) = Scalars.decode(bytes, at: at)
      switch step(for: value) {
      case .keep:
        if length == 1 {
          Scalars.append(value, to: &out)
        } else {
          out.append(contentsOf: bytes[at..<(at + length)])
        }
        isASCII = false
        softHyphen = false
      case .drop: break
      case .softHyphen: softHyphen = true
      case .space:
        if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
      case .lineBreak:
        let crlf = value == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
        if out.last == 0x20 { out.removeLast() }
        // A word divided by a soft hyphen goes on in the next line.
        if !softHyphen, !out.isEmpty, !out.hasSuffix(of: 0x0A, times: 2) { out.append(0x0A) }
        softHyphen = false
        if crlf { at += 1 }
      }
      at += length
    }
    while out.last == 0x20 || out.last == 0x0A { out.removeLast() }
    return isASCII ? out : ICU.nfc(out)
  }

  private static func step(for value: UInt32) -> Step {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return .lineBreak
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
    case 0xAD: return .softHyphen
    case 0x00...0x1F, 0x7F...0x9F: return .drop
    // Zero-width characters, marks of direction, the byte-order mark.
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x180E, 0x61C, 0xFEFF, 0xFFF9...0xFFFB:
      return .drop
    default: return .keep
    }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(of byte: UInt8, times: Int) -> Bool {
    count >= times && suffix(times).allSatisfy { $0 == byte }
  }
}
