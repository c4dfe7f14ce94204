@testable import DatelineDocuments

extension CharacterEncoding {
  /// As files have it that were written before windows-1252, which reads them alike.
  static let iso8859Part1 = CharacterEncoding(
    "iso-8859-1", (0x80...0xFF).map { $0 < 0xA0 ? 0xFFFD : UInt32($0) })

  /// Text in this encoding, and the text that can be written in it: what cannot becomes a plain relative or "?".
  func encode(_ text: String) -> (bytes: [UInt8], text: String) {
    switch method {
    case .utf16LittleEndian: return (text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, text)
    case .utf16BigEndian: return (text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, text)
    case .utf32LittleEndian:
      return (
        text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(scalar.value >> ($0 * 8) & 0xFF) } }, text
      )
    case .utf32BigEndian:
      return (
        text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(scalar.value >> (24 - $0 * 8) & 0xFF) } },
        text
      )
    case .table(let table):
      var bytes: [UInt8] = []
      var written = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if scalar.value < 0x80 {
          bytes.append(UInt8(scalar.value))
          written.append(scalar)
        } else if let place = table.firstIndex(of: scalar.value) {
          bytes.append(UInt8(place + 0x80))
          written.append(scalar)
        } else {
          let plain = Self.plain[scalar] ?? "?"
          bytes.append(contentsOf: plain.utf8)
          written.append(contentsOf: plain.unicodeScalars)
        }
      }
      return (bytes, String(written))
    default: return (Array(text.utf8), text)
    }
  }

  private static let plain: [Unicode.Scalar: String] = [
    "«": "\"", "»": "\"", "„": "\"", "“": "\"", "”": "\"", "’": "'", "—": "-", "–": "-", "…": "...", "№": "N",
    "€": "EUR", "§": "Par.",
  ]
}

/// What a text became when its bytes were read in another encoding; unreadable ones as the C1 controls of browsers.
func misread(_ bytes: [UInt8], as encoding: CharacterEncoding) -> String {
  var out = String.UnicodeScalarView()
  for byte in bytes {
    let scalar = byte < 0x80 ? UInt32(byte) : encoding.table?[Int(byte) - 0x80] ?? 0xFFFD
    out.append(Unicode.Scalar(scalar == 0xFFFD ? UInt32(byte) : scalar) ?? "\u{FFFD}")
  }
  return String(out)
}

/// A text decoded by detection alone.
func decoded(_ bytes: [UInt8], header: String? = nil) -> (text: String, detection: EncodingDetection) {
  let detection = EncodingDetection(sample: bytes[...], header: header)
  var reader = EncodingReader(detection.encoding, offset: detection.markLength)
  var out: [UInt8] = []
  reader.read(bytes.dropFirst(detection.markLength), last: true, to: &out)
  return (String(decoding: out, as: UTF8.self), detection)
}
