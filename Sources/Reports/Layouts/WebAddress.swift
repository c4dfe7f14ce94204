/// An address of the Web that may become a link: `http` or `https`, and nothing that a browser would run.
struct WebAddress {
  /// The address in ASCII; other signs and spaces percent-encoded.
  let text: String

  /// The address, or nil for other schemes, relative paths, and addresses with control characters in them.
  init?(_ url: String) {
    let lower = url.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), url.utf8.count <= 4096 else {
      return nil
    }
    var text = ""
    for byte in url.utf8 {
      switch byte {
      case 0..<0x20, 0x7F: return nil
      case 0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x80...0xFF:
        text += "%" + String(byte, radix: 16, uppercase: true)
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    self.text = text
  }
}
