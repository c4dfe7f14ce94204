/// The tags of a page, as a browser would find them: enough to see whether text has become markup.
struct MarkupScanner {
  struct Tag: Hashable {
    var name: String
    var attributes: [String: String]
  }
  private(set) var tags: [Tag] = []

  init(_ page: String) {
    let bytes = Array(page.utf8)
    var position = 0
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    while position < bytes.count {
      guard bytes[position] == 0x3C, position + 1 < bytes.count,
        isLetter(bytes[position + 1]) || [0x2F, 0x21].contains(bytes[position + 1])
      else {
        position += 1
        continue
      }
      position += 1
      let nameStart = position
      while position < bytes.count, ![0x20, 0x0A, 0x3E].contains(bytes[position]) { position += 1 }
      var tag = Tag(name: text(nameStart..<position).lowercased(), attributes: [:])
      while position < bytes.count, bytes[position] != 0x3E {
        if bytes[position] == 0x20 || bytes[position] == 0x0A {
          position += 1
          continue
        }
        let start = position
        while position < bytes.count, ![0x3D, 0x20, 0x0A, 0x3E].contains(bytes[position]) { position += 1 }
        let name = text(start..<position).lowercased()
        var value = ""
        if position < bytes.count, bytes[position] == 0x3D {
          position += 1
          if position < bytes.count, bytes[position] == 0x22 {
            let valueStart = position + 1
            position += 1
            while position < bytes.count, bytes[position] != 0x22 { position += 1 }
            value = text(valueStart..<min(position, bytes.count))
            position += 1
          } else {
            value = "unquoted"
          }
        }
        tag.attributes[name] = value
      }
      tags.append(tag)
      // Inside these everything up to the end tag is text.
      if ["script", "style"].contains(tag.name) {
        let end = Array("</\(tag.name)".utf8)
        while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
      }
    }
  }
}
