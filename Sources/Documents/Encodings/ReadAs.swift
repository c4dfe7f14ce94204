/// An encoding that something was wrongly read in: from the characters that came of it back to the bytes.
struct ReadAs: Sendable {
  let name: String
  /// The byte of each scalar below U+2600; 0 where there is none of 0x80 and more.
  private let bytes: [UInt8]
  /// The few above.
  private let beyond: [UInt32: UInt8]
  /// Bytes that mean nothing, so that they are lost in reading or become U+FFFD.
  let lost: [UInt8]
  let table: [UInt32]

  /// - Parameter encoding: one of one byte a character. Its bytes without meaning may also have become C1 controls.
  private init(_ encoding: CharacterEncoding) {
    let table = encoding.table ?? []
    var bytes = [UInt8](repeating: 0, count: 0x2600)
    var beyond: [UInt32: UInt8] = [:]
    var lost: [UInt8] = []
    for (place, scalar) in table.enumerated() {
      let byte = UInt8(truncatingIfNeeded: place + 0x80)
      if scalar == 0xFFFD {
        lost.append(byte)
      } else if Int(scalar) < bytes.count {
        bytes[Int(scalar)] = byte
      } else {
        beyond[scalar] = byte
      }
    }
    // ISO 8859-1 has controls where windows-1252 has signs; both happen, even in one text.
    let controls = encoding == .windows1252 ? Array(0x80..<0xA0) : lost.map(Int.init)
    for control in controls where control < 0xA0 && bytes[control] == 0 {
      bytes[control] = UInt8(truncatingIfNeeded: control)
    }
    name = encoding.name
    self.table = table
    self.bytes = bytes
    self.beyond = beyond
    self.lost = lost
  }

  /// The byte of 0x80 or more that reads as this scalar.
  func byte(_ scalar: UInt32) -> UInt8? {
    if Int(scalar) < bytes.count {
      let byte = bytes[Int(scalar)]
      return byte == 0 ? nil : byte
    }
    return beyond[scalar]
  }

  static let windows1251 = ReadAs(.windows1251)
  static let windows1252 = ReadAs(.windows1252)
  static let kz1048 = ReadAs(.kz1048)
  static let macRoman = ReadAs(.macRoman)
  static let koi8r = ReadAs(.koi8r)
  static let ibm866 = ReadAs(.ibm866)
  static let macCyrillic = ReadAs(.macCyrillic)
}
