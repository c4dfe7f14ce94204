/// Text inside HTML.
///
/// Everything from outside goes through `escaped`; attributes are always written in double quotes.
enum HTMLText {
  /// The text with the five signs of markup escaped, and without control characters.
  static func escaped(_ text: some StringProtocol) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case 0x26: escaped.append(contentsOf: "&amp;".utf8)
      case 0x3C: escaped.append(contentsOf: "&lt;".utf8)
      case 0x3E: escaped.append(contentsOf: "&gt;".utf8)
      case 0x22: escaped.append(contentsOf: "&quot;".utf8)
      case 0x27: escaped.append(contentsOf: "&#39;".utf8)
      case 0x09, 0x0A, 0x0D: escaped.append(0x20)
      case 0..<0x20, 0x7F: continue
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// A link, if the address is one of the Web; else only the text, escaped either way.
  static func link(_ text: String, to url: String?) -> String {
    guard let url, let address = WebAddress(url) else { return escaped(text) }
    return "<a href=\"\(escaped(address.text))\" rel=\"noopener noreferrer\">\(escaped(text))</a>"
  }

  /// ` lang="kk"`, or nothing for an unknown language.
  static func lang(_ code: String) -> String {
    let isTag =
      !code.isEmpty && code.utf8.count <= 35 && code != "und"
      && code.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
          || byte == 0x2D
      }
    return isTag ? " lang=\"\(code)\"" : ""
  }

  /// A word of the record as part of a class name: small letters and hyphens, whatever came in.
  static func className(_ word: String?) -> String {
    String(decoding: (word ?? "").utf8.filter { (0x61...0x7A).contains($0) || $0 == 0x2D }, as: UTF8.self)
  }

  /// A whole page in one file: nothing is loaded from anywhere.
  static func page(title: String, style: String, script: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="Dateline">
    <title>\(escaped(title))</title>
    <style>
    \(PageStyle.common)
    \(style)
    </style>
    </head>
    <body>
    \(body)
    <script>
    \(script)
    </script>
    </body>
    </html>

    """
  }
}
