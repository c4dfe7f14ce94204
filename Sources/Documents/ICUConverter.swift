import CICUShim

/// ICU's converters of character encodings.
enum ICUConverter {
  /// Whether ICU has a converter of that name.
  static func knows(_ encoding: String) -> Bool {
    !encoding.isEmpty && encoding.utf8.count < 64 && dateline_icu_knows_encoding(encoding) == 1
  }

  /// Appends the bytes as UTF-8; what cannot be read becomes U+FFFD.
  /// - Returns: the number of replacements, or nil if ICU refused the bytes.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, encoding: String, to out: inout [UInt8]
  ) -> Int? {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return 0 }
    var replaced = 0
    let buffer = dateline_icu_to_utf8(start, bytes.count, encoding, &replaced, nil)
    defer { dateline_icu_free(buffer) }
    guard let converted = buffer.bytes else { return nil }
    out.append(contentsOf: UnsafeBufferPointer(start: converted, count: buffer.count))
    return replaced
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
    return scalars
  }
}
