/// A letter that looks like a letter of another alphabet: one row of `lookalikes.tsv`.
public struct Lookalike: Sendable, Hashable {
  /// The letter, or a figure that is written for one.
  public var letter: Unicode.Scalar
  /// What it stands for in a Cyrillic word, the likeliest first; empty for Cyrillic letters.
  public var cyrillic: [Unicode.Scalar]
  /// What it stands for in a Latin word; empty for Latin letters.
  public var latin: [Unicode.Scalar]

  /// A letter and what it stands for.
  public init(letter: Unicode.Scalar, cyrillic: [Unicode.Scalar], latin: [Unicode.Scalar]) {
    self.letter = letter
    self.cyrillic = cyrillic
    self.latin = latin
  }
}

/// An alphabet a word can be written in.
enum WordAlphabet: Sendable { case cyrillic, latin }

/// The look-alikes, ready to be asked for every letter of a text.
struct LookalikeTable: Sendable {
  /// What is known of a code point.
  struct Facts: OptionSet {
    let rawValue: UInt8
    static let letter = Facts(rawValue: 1)
    static let latin = Facts(rawValue: 2)
    static let cyrillic = Facts(rawValue: 4)
    static let greek = Facts(rawValue: 8)
    static let looksCyrillic = Facts(rawValue: 16)
    static let looksLatin = Facts(rawValue: 32)
    static let capital = Facts(rawValue: 64)
    static let mark = Facts(rawValue: 128)
  }

  /// All letters of the three alphabets that occur in news; the rest is computed.
  private static let size: UInt32 = 0x530
  private var facts: [Facts]
  private var cyrillic: [UInt32: [UInt32]] = [:]
  private var latin: [UInt32: [UInt32]] = [:]

  init(_ rows: [Lookalike]) {
    facts = (0..<Self.size).map(Self.plainFacts)
    for row in rows {
      let value = row.letter.value
      if !row.cyrillic.isEmpty { cyrillic[value] = row.cyrillic.map(\.value) }
      if !row.latin.isEmpty { latin[value] = row.latin.map(\.value) }
      // A figure is no letter: it is judged apart.
      guard value < Self.size, facts[Int(value)].contains(.letter) else { continue }
      if !row.cyrillic.isEmpty { facts[Int(value)].insert(.looksCyrillic) }
      if !row.latin.isEmpty { facts[Int(value)].insert(.looksLatin) }
    }
  }

  @inline(__always)
  func callAsFunction(_ value: UInt32) -> Facts {
    value < Self.size ? facts[Int(value)] : Self.plainFacts(value)
  }

  /// What a code point stands for in a word of an alphabet; empty if nothing.
  func readings(of value: UInt32, in alphabet: WordAlphabet) -> [UInt32] {
    (alphabet == .cyrillic ? cyrillic[value] : latin[value]) ?? []
  }

  private static func plainFacts(_ value: UInt32) -> Facts {
    let kind = Scalars.classify(value)
    if kind == .mark { return .mark }
    guard kind.isLetter else { return [] }
    var facts: Facts = kind == .upper ? [.letter, .capital] : .letter
    switch value {
    case 0x41..<0x250, 0x250..<0x2B0, 0x1E00..<0x1F00: facts.insert(.latin)
    case 0x370..<0x400: facts.insert(.greek)
    case 0x400..<0x530: facts.insert(.cyrillic)
    default: break
    }
    return facts
  }
}
