import CICUShim

/// ICU's converters of character encodings.
enum ICUConverter {
  /// Whether ICU has a converter of that name.
  static func knows(_ encoding: String) -> Bool {
    !encoding.isEmpty && encoding.utf8.count < 64 && dateline_icu_knows_encoding(encoding) == 1
  }

  /// Appends the bytes as UTF-8; what cannot be read becomes U+FFFD.
  /// - Returns: the number of replacements and where in `bytes` the first is, or nil if ICU refused the bytes.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, encoding: String, to out: inout [UInt8]
  ) -> UTF8Repair.Result? {
    guard let text = decode(bytes, encoding) else { return nil }
    out.append(contentsOf: text.utf8)
    var result = UTF8Repair.Result(consumed: bytes.count, replaced: text.replaced)
    if let first = text.first { result.first = source(of: first, in: bytes, encoding: encoding) }
    return result
  }

  /// All of the bytes, how many replacements they have, and where in the result the first of them is.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: String
  ) -> (utf8: [UInt8], replaced: Int, first: Int?)? {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return ([], 0, nil) }
    var replaced = 0
    var first = 0
    let buffer = dateline_icu_to_utf8(start, bytes.count, encoding, &replaced, &first)
    defer { dateline_icu_free(buffer) }
    guard let converted = buffer.bytes else { return nil }
    let text = UnsafeBufferPointer(start: converted, count: buffer.count)
    // Some of ICU's converters put U+001A for single bytes without meaning.
    guard text.contains(substitute), !bytes.contains(substitute) else {
      return (Array(text), replaced, replaced > 0 ? first : nil)
    }
    var utf8: [UInt8] = []
    var earliest = replaced > 0 ? first : Int.max
    for (offset, byte) in text.enumerated() {
      guard byte == substitute else {
        utf8.append(byte)
        continue
      }
      if earliest >= offset { earliest = offset }
      replaced += 1
      utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
    return (utf8, replaced, earliest)
  }

  private static let substitute: UInt8 = 0x1A

  /// Where in the source the character starts that is at an offset of the result.
  ///
  /// ICU tells only the latter: the least length of source that gives so much is found by bisection.
  private static func source(
    of target: Int, in bytes: UnsafeBufferPointer<UInt8>, encoding: String
  ) -> Int {
    var lower = 0
    var upper = bytes.count
    while lower < upper {
      let middle = (lower + upper) / 2
      let part = decode(UnsafeBufferPointer(rebasing: bytes[..<middle]), encoding)
      // A character cut at the end of the part is a replacement too.
      if part.map({ $0.first ?? $0.utf8.count }) ?? 0 >= target { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }

  /// The scalars of bytes 0x80–0xFF in a single-byte encoding (U+FFFD where undefined), or nil if the encoding
  /// is not of that kind.
  static func upperHalf(of encoding: String) -> [UInt32]? {
    var scalars: [UInt32] = []
    for byte in UInt8(0x80)...0xFF {
      var utf8: [UInt8] = []
      let done = withUnsafeBytes(of: byte) {
        append($0.bindMemory(to: UInt8.self), encoding: encoding, to: &utf8)
      }
      guard done != nil else { return nil }
      let decoded = String(decoding: utf8, as: UTF8.self).unicodeScalars
      guard decoded.count <= 1 else { return nil }
      scalars.append(decoded.first?.value ?? 0xFFFD)
    }
    // The first of several bytes means nothing by itself either, and encodings of seven bits use none of these.
    let undefined = scalars.indices.filter { scalars[$0] == 0xFFFD }
    guard undefined.count < 128 else { return nil }
    for place in undefined {
      for second: UInt8 in [0x40, 0x80, 0xA1] {
        var utf8: [UInt8] = []
        _ = [UInt8(place + 0x80), second].withUnsafeBufferPointer {
          append($0, encoding: encoding, to: &utf8)
        }
        let decoded = Array(String(decoding: utf8, as: UTF8.self).unicodeScalars)
        if decoded.count == 1, decoded[0] != "\u{FFFD}" { return nil }
      }
    }
    return scalars
  }
}
