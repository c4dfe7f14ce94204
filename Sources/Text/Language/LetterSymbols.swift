/// Letters as small numbers with their case taken off, as the n-grams of `GramScanner` are made of them.
///
/// An entry holds the kind of a code point in its high byte and its symbol in the low one. A symbol means
/// something only inside its script. The symbols are part of the model file: a change of them is a new
/// `LanguageModel.version`.
enum LetterSymbols {
  /// What a code point is to the scanner.
  enum Kind {
    static let none: UInt16 = 0
    static let latin: UInt16 = 1
    static let cyrillic: UInt16 = 2
    static let arabic: UInt16 = 3
    static let other: UInt16 = 4
    /// Marks and soft hyphens: they stand inside words and say nothing.
    static let silent: UInt16 = 5
    static let apostrophe: UInt16 = 6
  }

  /// The beginning and the end of a word.
  static let edge: UInt8 = 1
  /// An apostrophe between two letters.
  static let apostrophe: UInt8 = 2
  /// The symbols below this one are those of a–z in Latin.
  @inline(__always)
  static func firstTelling(_ script: UInt16) -> UInt8 { script == Kind.latin ? 29 : 3 }
  /// All letters of a script that have no symbol of their own.
  static let rare: UInt8 = 255
  /// Code points below this one, those of one or two bytes of UTF-8, stand in `table`.
  static let tableSize = 0x800

  /// The entries of code points of one or two bytes.
  static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: tableSize)
    var symbols: [UInt32: UInt8] = [:]
    var next: [UInt16: UInt8] = [Kind.latin: 3, Kind.cyrillic: 3]
    for value in 0..<UInt32(tableSize) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kind = LetterSymbols.kind(value)
      var symbol = rare
      if let free = next[kind] {
        // The dotted capital I of Turkish becomes two code points, of which the first is its letter.
        let small =
          value < 0x80 || kind == Kind.cyrillic || kind == Kind.latin
          ? scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value : value
        if let known = symbols[small] {
          symbol = known
        } else if isFrequent(small), free < rare {
          symbol = free
          symbols[small] = free
          next[kind] = free + 1
        }
      }
      table[Int(value)] = kind << 8 | UInt16(symbol)
    }
    return table
  }()

  /// The symbols of Cyrillic letters for the ASCII letters that look like them, 0 where none does: «бiр» and
  /// «ахуaл» are Kazakh, typed on a keyboard of another language.
  static let twins: [UInt8] = {
    var twins = [UInt8](repeating: 0, count: 128)
    for (ascii, letter) in zip("aceiohpxyj".utf8, "асеіоһрхуј".unicodeScalars) {
      let symbol = UInt8(truncatingIfNeeded: table[Int(letter.value)])
      twins[Int(ascii)] = symbol
      twins[Int(ascii) - 32] = symbol
    }
    return twins
  }()

  /// The entry of a code point of three or four bytes.
  static func entry(_ value: UInt32) -> UInt16 {
    switch value {
    case 0x2018, 0x2019, 0x201B: return Kind.apostrophe << 8
    case 0x1E00..<0x1F00, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return Kind.latin << 8 | UInt16(rare)
    case 0xFB50..<0xFE00, 0xFE70..<0xFEFF: return Kind.arabic << 8
    case 0x200B...0x200F, 0x2060, 0xFEFF: return Kind.silent << 8
    default:
      switch Scalars.classify(value) {
      case .lower, .upper, .otherLetter: return Kind.other << 8
      case .mark: return Kind.silent << 8
      default: return Kind.none
      }
    }
  }

  private static func kind(_ value: UInt32) -> UInt16 {
    switch value {
    case 0x27, 0x60, 0xB4, 0x2BB, 0x2BC: return Kind.apostrophe
    case 0xAD: return Kind.silent
    default: break
    }
    switch Scalars.classify(value) {
    case .mark: return Kind.silent
    case .lower, .upper, .otherLetter:
      switch value {
      case 0xAA, 0xB2, 0xB3, 0xB9, 0xBA, 0xBC...0xBE: return Kind.none
      case 0..<0x2B0: return Kind.latin
      case 0x400..<0x530: return Kind.cyrillic
      case 0x600..<0x780: return Kind.arabic
      default: return Kind.other
      }
    default: return Kind.none
    }
  }

  /// Whether a small letter is worth a symbol: of the rest of the Latin blocks only the schwa is.
  private static func isFrequent(_ value: UInt32) -> Bool {
    !(0x180..<0x2B0).contains(value) || value == 0x259
  }
}
