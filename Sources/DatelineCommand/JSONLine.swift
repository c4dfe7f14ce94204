/// A value that is written as JSON on one line, its keys in the order given.
indirect enum JSONLine {
  case null
  case string(String)
  case whole(Int)
  /// Written as it stands: must be JSON already.
  case raw(String)
  case list([JSONLine])
  case object([(String, JSONLine)])

  /// UTF-8, without a line break.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    write(into: &result)
    return result
  }

  private func write(into result: inout [UInt8]) {
    switch self {
    case .null: result += "null".utf8
    case .whole(let number): result += String(number).utf8
    case .raw(let text): result += text.utf8
    case .string(let text): Self.write(text, into: &result)
    case .list(let items):
      result.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        item.write(into: &result)
      }
      result.append(UInt8(ascii: "]"))
    case .object(let pairs):
      result.append(UInt8(ascii: "{"))
      for (index, pair) in pairs.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        Self.write(pair.0, into: &result)
        result.append(UInt8(ascii: ":"))
        pair.1.write(into: &result)
      }
      result.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, into result: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    result.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: result += [0x5C, 0x22]
      case 0x5C: result += [0x5C, 0x5C]
      case 0x0A: result += [0x5C, 0x6E]
      case 0x09: result += [0x5C, 0x74]
      case 0x0D: result += [0x5C, 0x72]
      case ..<0x20: result += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    result.append(0x22)
  }
}

extension JSONLine {
  /// An object without the pairs whose value is missing.
  static func known(_ pairs: [(String, JSONLine?)]) -> JSONLine {
    .object(pairs.compactMap { key, value in value.map { (key, $0) } })
  }
  static func text(_ text: String?) -> JSONLine? { text.map(JSONLine.string) }
}
