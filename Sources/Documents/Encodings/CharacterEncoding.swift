/// A character encoding that can be read.
struct CharacterEncoding: Sendable, Hashable {
  /// How it is read.
  enum Method: Sendable, Hashable {
    case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian
    /// One byte a character; the scalars of 0x80–0xFF.
    case table([UInt32])
    /// By an ICU converter, which wants all bytes at once.
    case converter
  }

  /// Its name in small letters: that of IANA, or of the WHATWG Encoding Standard for `x-mac-cyrillic`.
  let name: String
  let method: Method

  static let utf8 = CharacterEncoding(name: "utf-8", method: .utf8)
  static let utf16LittleEndian = CharacterEncoding(name: "utf-16le", method: .utf16LittleEndian)
  static let utf16BigEndian = CharacterEncoding(name: "utf-16be", method: .utf16BigEndian)
  static let utf32LittleEndian = CharacterEncoding(name: "utf-32le", method: .utf32LittleEndian)
  static let utf32BigEndian = CharacterEncoding(name: "utf-32be", method: .utf32BigEndian)
  static let windows1251 = CharacterEncoding("windows-1251", CharacterTables.windows1251)
  static let windows1252 = CharacterEncoding("windows-1252", CharacterTables.windows1252)
  static let koi8r = CharacterEncoding("koi8-r", CharacterTables.koi8r)
  static let koi8u = CharacterEncoding("koi8-u", CharacterTables.koi8u)
  static let ibm866 = CharacterEncoding("ibm866", CharacterTables.ibm866)
  static let iso8859Part5 = CharacterEncoding("iso-8859-5", CharacterTables.iso8859Part5)
  static let iso8859Part15 = CharacterEncoding("iso-8859-15", CharacterTables.iso8859Part15)
  static let kz1048 = CharacterEncoding("kz-1048", CharacterTables.kz1048)
  static let ptcp154 = CharacterEncoding("ptcp154", CharacterTables.ptcp154)
  static let macCyrillic = CharacterEncoding("x-mac-cyrillic", CharacterTables.macCyrillic)
  static let macRoman = CharacterEncoding("macintosh", CharacterTables.macRoman)

  private init(name: String, method: Method) {
    self.name = name
    self.method = method
  }

  /// An encoding of one byte a character.
  /// - Parameter table: the characters of the bytes from 0x80 on; U+FFFD for a byte that means nothing.
  init(_ name: String, _ table: [UInt32]) {
    self.init(name: name, method: .table(table))
  }

  /// The encoding that a declaration names, or nil if nobody knows it.
  ///
  /// As on the web, `iso-8859-1` and `us-ascii` mean windows-1252, and `utf-16` its little-endian form.
  init?(declared: String) {
    let name = String(ASCII.trimmed(declared).lowercased().map { $0 == "_" ? "-" : $0 })
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16", "utf16", "utf-16le", "ucs-2", "unicode", "iso-10646-ucs-2": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "utf-32", "utf32", "utf-32le", "ucs-4": self = .utf32LittleEndian
    case "utf-32be": self = .utf32BigEndian
    case "windows-1251", "cp1251", "cp-1251", "win-1251", "windows1251", "win1251", "x-cp1251", "1251":
      self = .windows1251
    case "windows-1252", "cp1252", "win-1252", "windows1252", "x-cp1252", "iso-8859-1", "iso8859-1",
      "iso88591",
      "latin1", "latin-1", "l1", "us-ascii", "ascii", "ansi-x3.4-1968":
      self = .windows1252
    case "koi8-r", "koi8", "koi", "koi8r", "cskoi8r", "koi8-ru": self = name == "koi8-ru" ? .koi8u : .koi8r
    case "koi8-u", "koi8u": self = .koi8u
    case "ibm866", "cp866", "cp-866", "866", "csibm866", "dos-866": self = .ibm866
    case "iso-8859-5", "iso8859-5", "iso88595", "cyrillic", "iso-ir-144": self = .iso8859Part5
    case "iso-8859-15", "iso8859-15", "iso885915", "latin9", "latin-9", "l9": self = .iso8859Part15
    case "kz-1048", "kz1048", "rk1048", "strk1048-2002", "strk1048", "cskz1048": self = .kz1048
    case "ptcp154", "csptcp154", "pt154", "cp154", "cyrillic-asian": self = .ptcp154
    case "x-mac-cyrillic", "mac-cyrillic", "maccyrillic", "x-mac-ukrainian": self = .macCyrillic
    case "macintosh", "mac", "macroman", "mac-roman", "x-mac-roman", "csmacintosh": self = .macRoman
    default:
      guard name.utf8.allSatisfy({ ASCII.isLetterOrDigit($0) || $0 == ASCII.hyphen || $0 == ASCII.colon }),
        ICUConverter.knows(name)
      else { return nil }
      self.init(name: name, method: ICUConverter.upperHalf(of: name).map(Method.table) ?? .converter)
    }
  }

  /// Whether its characters take two or four bytes each, so that zeros between letters are no sign of damage.
  var isWide: Bool {
    switch method {
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: true
    default: false
    }
  }

  /// The scalars of 0x80–0xFF, if it is an encoding of one byte a character.
  var table: [UInt32]? {
    if case .table(let table) = method { table } else { nil }
  }
}
