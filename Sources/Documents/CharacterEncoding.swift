/// A character encoding that can be read.
struct CharacterEncoding: Sendable, Hashable {
  /// How it is read.
  enum Method: Sendable, Hashable {
    case utf8, utf16LittleEndian, utf16BigEndian
    /// One byte a character; the scalars of 0x80–0xFF.
    case table([UInt32])
    /// By an ICU converter, which wants all bytes at once.
    case converter
  }

  /// IANA name in small letters.
  let name: String
  let method: Method

  static let utf8 = CharacterEncoding(name: "utf-8", method: .utf8)
  static let utf16LittleEndian = CharacterEncoding(name: "utf-16le", method: .utf16LittleEndian)
  static let utf16BigEndian = CharacterEncoding(name: "utf-16be", method: .utf16BigEndian)
  static let windows1251 = CharacterEncoding(name: "windows-1251", fallback: .utf8)
  static let windows1252 = CharacterEncoding(name: "windows-1252", fallback: .utf8)
  static let koi8r = CharacterEncoding(name: "koi8-r", fallback: .utf8)
  static let ibm866 = CharacterEncoding(name: "ibm866", fallback: .utf8)
  static let iso8859Part5 = CharacterEncoding(name: "iso-8859-5", fallback: .utf8)
  static let kz1048 = CharacterEncoding(name: "kz-1048", method: .table(kazakhTable))

  private init(name: String, method: Method) {
    self.name = name
    self.method = method
  }

  private init(name: String, fallback: Method) {
    self.init(name: name, method: ICUConverter.upperHalf(of: name).map(Method.table) ?? fallback)
  }

  /// The encoding that a declaration names, or nil if nobody knows it.
  ///
  /// As on the web, `iso-8859-1` and `us-ascii` mean windows-1252.
  init?(declared: String) {
    let name = String(ASCII.trimmed(declared).lowercased().map { $0 == "_" ? "-" : $0 })
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16", "utf-16le", "ucs-2", "unicode": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "windows-1251", "cp1251", "win-1251", "windows1251", "win1251", "x-cp1251": self = .windows1251
    case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii":
      self = .windows1252
    case "koi8-r", "koi8", "koi8-u": self = .koi8r
    case "ibm866", "cp866", "866", "dos-866": self = .ibm866
    case "iso-8859-5", "cyrillic": self = .iso8859Part5
    case "kz-1048", "kz1048", "rk1048", "strk1048-2002": self = .kz1048
    default:
      guard name.utf8.allSatisfy({ ASCII.isLetterOrDigit($0) || $0 == ASCII.hyphen || $0 == ASCII.colon }),
        ICUConverter.knows(name)
      else { return nil }
      self.init(name: name, method: ICUConverter.upperHalf(of: name).map(Method.table) ?? .converter)
    }
  }

  /// KZ-1048, which ICU lacks: windows-1251 with the Kazakh letters in place of those of other Slavic alphabets.
  private static let kazakhTable: [UInt32] = {
    var table = ICUConverter.upperHalf(of: "windows-1251") ?? [UInt32](repeating: 0xFFFD, count: 128)
    let kazakh: [(byte: Int, scalar: UInt32)] = [
      (0x8D, 0x049A), (0x8E, 0x04BA), (0x9D, 0x049B), (0x9E, 0x04BB), (0xA1, 0x04B0), (0xA2, 0x04B1),
      (0xA3, 0x04D8), (0xA5, 0x04E8), (0xAA, 0x0492), (0xAF, 0x04AE), (0xB4, 0x04E9), (0xBA, 0x0493),
      (0xBC, 0x04D9), (0xBD, 0x04A2), (0xBE, 0x04A3), (0xBF, 0x04AF),
    ]
    for (byte, scalar) in kazakh { table[byte - 0x80] = scalar }
    return table
  }()
}

/// Reads an encoding chunk by chunk.
struct EncodingReader {
  let encoding: CharacterEncoding
  /// How many characters could not be read.
  private(set) var replaced = 0
  /// Offset in the source of the first of them, where it is known.
  private(set) var firstReplaced: Int?
  /// Bytes handed in so far, and those of them that wait for the rest of their character.
  private var received: Int
  private var waiting: [UInt8] = []

  /// A reader whose first byte has an offset in the source (that of the byte after a mark).
  init(_ encoding: CharacterEncoding, offset: Int = 0) {
    self.encoding = encoding
    self.received = offset
  }

  /// Appends the next bytes of the source as valid UTF-8.
  /// - Parameter last: whether the source ends with them.
  mutating func read(_ chunk: ArraySlice<UInt8>, last: Bool, to out: inout [UInt8]) {
    out.reserveCapacity(out.count + chunk.count)
    if waiting.isEmpty {
      let used = chunk.withUnsafeBufferPointer { convert($0, last: last, to: &out) }
      waiting = Array(chunk[(chunk.startIndex + used)...])
      received += used
    } else {
      var joined = waiting
      joined.append(contentsOf: chunk)
      let used = joined.withUnsafeBufferPointer { convert($0, last: last, to: &out) }
      joined.removeFirst(used)
      waiting = joined
      received += used
    }
  }

  /// Appends what can be read of `bytes`; returns how many bytes that were.
  private mutating func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, last: Bool, to out: inout [UInt8]
  ) -> Int {
    switch encoding.method {
    case .utf8:
      let result = UTF8Repair.append(bytes, last: last, to: &out)
      note(result.replaced, at: result.first)
      return result.consumed
    case .table(let table):
      var first: Int?
      var count = 0
      for (index, byte) in bytes.enumerated() {
        guard byte >= 0x80 else {
          out.append(byte)
          continue
        }
        let scalar = table[Int(byte & 0x7F)]
        if scalar == 0xFFFD {
          count += 1
          first = first ?? index
        }
        Self.append(scalar, to: &out)
      }
      note(count, at: first)
      return bytes.count
    case .utf16LittleEndian, .utf16BigEndian:
      let little = encoding.method == .utf16LittleEndian
      var usable = last ? bytes.count : bytes.count & ~1
      if !last, usable >= 2 {
        let high = bytes[little ? usable - 1 : usable - 2]
        // The second half of the pair is in the next chunk.
        if (0xD8...0xDB).contains(high) { usable -= 2 }
      }
      let part = UnsafeBufferPointer(rebasing: bytes[0..<usable])
      note(ICUConverter.append(part, encoding: little ? "UTF-16LE" : "UTF-16BE", to: &out) ?? 0, at: nil)
      return usable
    case .converter:
      guard last else { return 0 }
      note(ICUConverter.append(bytes, encoding: encoding.name, to: &out) ?? 0, at: nil)
      return bytes.count
    }
  }

  private mutating func note(_ count: Int, at offset: Int?) {
    guard count > 0 else { return }
    if replaced == 0, let offset { firstReplaced = received + offset }
    replaced += count
  }

  /// The irregularity to report once everything has been read, if anything was replaced.
  var irregularity: Irregularity? {
    guard replaced > 0 else { return nil }
    let what = replaced == 1 ? "1 place" : "\(replaced) places"
    return Irregularity(
      kind: "encoding", offset: firstReplaced,
      message: "\(what) could not be read as \(encoding.name) and became U+FFFD")
  }

  /// Appends a scalar of the Basic Multilingual Plane as UTF-8.
  private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    if scalar < 0x80 {
      out.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      out.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      out.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
