/// The form under which a word is looked up: lower case by Unicode's full case folding ("ß" is
/// "ss"), hyphens and apostrophes straightened, and the replacements of a language (ё → е).
///
/// Words of the dictionaries and words of texts are folded the same way before they are compared.
public struct FoldedForm: Sendable {
  private let pairs: [(from: [UInt8], to: [UInt8])]
  /// Bytes that something to replace ends with: the first ones are those of half the alphabet.
  private let lastBytes: [Bool]
  /// Bytes that something to replace begins with, and the second bytes of such.
  private let firstBytes: [Bool]
  private let secondBytes: [Bool]

  /// A folding with replacements that follow the lower-casing; the longer ones are tried first.
  public init(pairs: [(String, String)] = []) {
    let folded =
      pairs
      .map { (from: Self.plain(Array($0.0.utf8)), to: Self.plain(Array($0.1.utf8))) }
      .filter { !$0.from.isEmpty }
      .sorted {
        $0.from.count != $1.from.count
          ? $0.from.count > $1.from.count : $0.from.lexicographicallyPrecedes($1.from)
      }
    var lastBytes = [Bool](repeating: false, count: 256)
    var (firstBytes, secondBytes) = (lastBytes, lastBytes)
    for pair in folded {
      if let last = pair.from.last { lastBytes[Int(last)] = true }
      firstBytes[Int(pair.from[0])] = true
      // Behind one that is all there is to replace any byte may stand.
      for byte in 0..<256 where pair.from.count < 2 || Int(pair.from[1]) == byte { secondBytes[byte] = true }
    }
    (self.pairs, self.lastBytes) = (folded, lastBytes)
    (self.firstBytes, self.secondBytes) = (firstBytes, secondBytes)
  }

  /// The folded form of a word or phrase.
  public func callAsFunction(_ text: String) -> String {
    String(decoding: folded(text), as: UTF8.self)
  }

  /// The folded form of a word or phrase.
  public func callAsFunction(_ text: some StringProtocol) -> String { self(String(text)) }

  /// The folded bytes of a word or phrase: for comparing, where no string is needed.
  package func folded(_ text: String) -> [UInt8] {
    var text = text
    var out: [UInt8] = []
    text.withUTF8 { bytes in
      out.reserveCapacity(bytes.count)
      fold(bytes, into: &out)
    }
    return out
  }

  /// The folded form of UTF-8 bytes.
  package func folded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { fold($0, into: &out) }
    return out
  }

  /// Appends the folded form of valid UTF-8 to `out`, without an allocation of its own.
  ///
  /// - Complexity: linear.
  package func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    let start = out.count
    Self.appendPlain(bytes, to: &out)
    // Most words hold none of the letters: look before anything is compared or moved.
    if !pairs.isEmpty, out[start...].contains(where: { lastBytes[Int($0)] }) {
      replacePairs(in: &out, from: start)
    }
  }

  /// Appends the folded form of a slice of valid UTF-8 to `out`.
  package func fold(_ bytes: ArraySlice<UInt8>, into out: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { fold($0, into: &out) }
  }

  // MARK: -

  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { appendPlain($0, to: &out) }
    return out
  }

  private static func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let start = out.count
    out.append(contentsOf: bytes)
    let done = out.withUnsafeMutableBufferPointer { lowerInPlace($0, from: start) }
    guard done < out.count else { return }
    out.removeLast(out.count - done)
    appendOneByOne(UnsafeBufferPointer(rebasing: bytes[(done - start)...]), to: &out)
  }

  /// Makes letters small as long as each keeps its length, as nearly all do.
  ///
  /// - Returns: where it ended.
  private static func lowerInPlace(_ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte &- 0x41 < 26 { bytes[index] = byte | 0x20 } else if byte == 0x60 { bytes[index] = 0x27 }
        index += 1
        continue
      }
      // The first bytes of Cyrillic letters.
      guard byte >= 0xD0, byte <= 0xD4, index + 1 < bytes.count else { break }
      let value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
      guard value < 0x530 else { break }
      let lower = lowerCyrillic(value)
      bytes[index] = 0xC0 | UInt8(truncatingIfNeeded: lower >> 6)
      bytes[index + 1] = 0x80 | UInt8(truncatingIfNeeded: lower & 0x3F)
      index += 2
    }
    return index
  }

  private static func appendOneByOne(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte &- 0x41 < 26 {
          out.append(byte | 0x20)
        } else {
          out.append(byte == 0x60 ? 0x27 : byte)
        }
        index += 1
        continue
      }
      let (value, length) = Scalars.decode(bytes, at: index)
      index += length
      if value >= 0x400, value < 0x530 {
        Scalars.append(lowerCyrillic(value), to: &out)
      } else {
        appendOther(value, to: &out)
      }
    }
  }

  /// Small letters of the Cyrillic block, Kazakh's among them.
  @inline(__always)
  static func lowerCyrillic(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x410...0x42F: return value + 0x20
    case 0x430...0x45F: return value
    case 0x400...0x40F: return value + 0x50
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: return value | 1
    case 0x4C0: return 0x4CF
    case 0x4C1...0x4CE: return value & 1 == 1 ? value + 1 : value
    default: return value
    }
  }

  private static func appendOther(_ value: UInt32, to out: inout [UInt8]) {
    switch value {
    case 0xC0...0xD6, 0xD8...0xDE: Scalars.append(value + 0x20, to: &out)
    case 0xE0...0xFF: Scalars.append(value, to: &out)
    case 0xDF, 0x1E9E: out += [0x73, 0x73]
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0xB4, 0x2032: out.append(0x27)
    case 0x2010, 0x2011: out.append(0x2D)
    default:
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseFolded else {
        Scalars.append(value, to: &out)
        return
      }
      var one: [UInt8] = []
      Scalars.append(value, to: &one)
      out += ICU.caseFolded(one)
    }
  }

  private func replacePairs(in out: inout [UInt8], from start: Int) {
    var index = start
    while index < out.count, match(in: out, at: index) == nil { index += 1 }
    guard index < out.count else { return }
    let tail = Array(out[index...])
    out.removeLast(out.count - index)
    index = 0
    while index < tail.count {
      if let pair = match(in: tail, at: index) {
        out += pairs[pair].to
        index += pairs[pair].from.count
      } else {
        out.append(tail[index])
        index += 1
      }
    }
  }

  private func match(in bytes: [UInt8], at index: Int) -> Int? {
    guard firstBytes[Int(bytes[index])], index + 1 == bytes.count || secondBytes[Int(bytes[index + 1])] else {
      return nil
    }
    search: for (number, pair) in pairs.enumerated() {
      guard bytes[index] == pair.from[0], index + pair.from.count <= bytes.count else { continue }
      for offset in 1..<max(1, pair.from.count) where bytes[index + offset] != pair.from[offset] {
        continue search
      }
      return number
    }
    return nil
  }
}
