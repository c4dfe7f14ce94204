/// What a character is to the statistics of letters: letters are told apart, signs only by kind.
///
/// Letters are folded; their case is kept beside the class.
struct LetterClass: Equatable {
  /// 0 for everything that ends a word in ASCII, then letters, then signs.
  var index: UInt8
  var letterCase: LetterCase

  /// How many classes there are.
  static let count = 90

  static let gap: UInt8 = 0
  /// а–я, ё and the nine letters of Kazakh.
  static let cyrillic: ClosedRange<UInt8> = 1...42
  static let otherCyrillic: UInt8 = 43
  /// a–z, ä, ö, ü, ß.
  static let latin: ClosedRange<UInt8> = 44...73
  /// é; other accented letters of names; the rest.
  static let acute: UInt8 = 74
  static let accented: UInt8 = 75
  static let otherLatin: UInt8 = 76
  /// Of the quotation mark “, which opens and closes.
  static let quote: UInt8 = 77
  /// Of ’, the apostrophe.
  static let apostrophe: UInt8 = 78
  static let dash: UInt8 = 79
  static let fixedSpace: UInt8 = 80
  static let numero: UInt8 = 81
  static let ellipsis: UInt8 = 82
  /// Signs met in news: € ° © and the like.
  static let sign: UInt8 = 83
  static let oddSign: UInt8 = 84
  /// Box drawings, and signs as rare.
  static let box: UInt8 = 85
  /// What no text holds: C1 controls, bytes without meaning.
  static let impossible: UInt8 = 86
  /// Of « and ».
  static let guillemet: UInt8 = 87
  /// Of „, ‚ and ‘, which seldom follow a letter.
  static let openingQuote: UInt8 = 88
  /// Of ”, which seldom stands before a letter.
  static let closingQuote: UInt8 = 89

  /// The class of a scalar.
  init(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      let small = scalar | 0x20
      if small >= 0x61, small <= 0x7A {
        self.init(44 + small - 0x61, upper: scalar < 0x60)
      } else {
        self.init(sign: Self.gap)
      }
    case 0x80..<0xA0: self.init(sign: Self.impossible)
    case 0xA0..<0xC0, 0xD7, 0xF7: self.init(sign: Self.signClass(scalar))
    case 0xC0..<0x180: self.init(latin: scalar)
    case 0x400..<0x530: self.init(cyrillic: scalar)
    default: self.init(sign: Self.signClass(scalar))
    }
  }

  private init(_ index: UInt32, upper: Bool) {
    self.index = UInt8(truncatingIfNeeded: index)
    letterCase = upper ? .upper : .lower
  }

  private init(sign: UInt8) {
    index = sign
    letterCase = .none
  }

  private init(latin scalar: UInt32) {
    let upper: Bool
    var small = scalar
    switch scalar {
    case 0xC0..<0xDF:
      upper = true
      small |= 0x20
    case 0xDF..<0x100: upper = false
    case 0x139..<0x149, 0x179..<0x17F: upper = scalar & 1 == 1
    case 0x178: upper = true
    default: upper = scalar & 1 == 0
    }
    switch small {
    case 0xE4: self.init(70, upper: upper)
    case 0xF6: self.init(71, upper: upper)
    case 0xFC: self.init(72, upper: upper)
    case 0xDF: self.init(73, upper: false)
    case 0xE9: self.init(UInt32(Self.acute), upper: upper)
    case 0xE0...0xE3, 0xE5...0xE8, 0xEA, 0xEB, 0xED...0xEF, 0xF1, 0xF3, 0xF4, 0xF8, 0xFA, 0xFB:
      self.init(UInt32(Self.accented), upper: upper)
    default: self.init(UInt32(Self.otherLatin), upper: upper)
    }
  }

  private init(cyrillic scalar: UInt32) {
    switch scalar {
    case 0x410..<0x430: self.init(scalar - 0x40F, upper: true)
    case 0x430..<0x450: self.init(scalar - 0x42F, upper: false)
    case 0x401, 0x451: self.init(33, upper: scalar == 0x401)
    case 0x4D8, 0x4D9: self.init(34, upper: scalar & 1 == 0)
    case 0x406, 0x456: self.init(35, upper: scalar == 0x406)
    case 0x4A2, 0x4A3: self.init(36, upper: scalar & 1 == 0)
    case 0x492, 0x493: self.init(37, upper: scalar & 1 == 0)
    case 0x4AE, 0x4AF: self.init(38, upper: scalar & 1 == 0)
    case 0x4B0, 0x4B1: self.init(39, upper: scalar & 1 == 0)
    case 0x49A, 0x49B: self.init(40, upper: scalar & 1 == 0)
    case 0x4E8, 0x4E9: self.init(41, upper: scalar & 1 == 0)
    case 0x4BA, 0x4BB: self.init(42, upper: scalar & 1 == 0)
    case ..<0x410: self.init(UInt32(Self.otherCyrillic), upper: true)
    case ..<0x460: self.init(UInt32(Self.otherCyrillic), upper: false)
    default: self.init(UInt32(Self.otherCyrillic), upper: scalar & 1 == 0)
    }
  }

  /// Whether it is a letter of any alphabet.
  var isLetter: Bool { letterCase != .none }
  /// Whether it is a sign that does not stand between two letters of a word.
  var endsWord: Bool {
    index > Self.otherLatin && index != Self.apostrophe && index != Self.fixedSpace
  }
  /// Whether it is a sign that English sets between two words without a space ("skiing—are").
  var joinsWords: Bool { index == Self.dash || index == Self.ellipsis }

  private static func signClass(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0xA0: fixedSpace
    case 0xAB, 0xBB: guillemet
    case 0x201C: quote
    case 0x201D: closingQuote
    case 0x2019: apostrophe
    case 0x2018, 0x201A, 0x201E: openingQuote
    case 0x2013, 0x2014: dash
    case 0x2116: numero
    case 0x2026: ellipsis
    case 0xA3, 0xA9, 0xAE, 0xB0, 0xB1, 0xB2, 0xB3, 0xB7, 0xBD, 0xD7, 0x20AC, 0x2022, 0x2122: sign
    // Signs of mathematics, ligatures and the double dagger are where other encodings have letters.
    case 0x2500..<0x2600, 0xA4, 0xA6, 0xA8, 0xB8, 0x2200..<0x2300, 0x2021, 0x3A9, 0x3C0, 0xFB01, 0xFB02: box
    case 0xFFFD, 0xE000..<0xF900, 0xD800..<0xE000: impossible
    default: oddSign
    }
  }
}

/// Whether a letter is small or a capital; signs are neither.
enum LetterCase: UInt8 {
  case none, lower, upper
}
