/// Which encoding bytes are in, and by which sign.
struct EncodingDetection: Sendable {
  /// The encoding to read with.
  var encoding: CharacterEncoding
  /// Length of the byte-order mark, to be skipped.
  var markLength = 0
  /// What contradicted what.
  var irregularity: Irregularity?

  /// Decides by, in this order: byte-order mark, the pattern of UTF-16 without one, validity as UTF-8, the declaration inside the text, the statistics of letters.
  ///
  /// A declaration that the content contradicts loses.
  /// - Parameter sample: the start of the source; a mebibyte says enough.
  init(sample: ArraySlice<UInt8>) {
    if let (encoding, length) = Self.mark(of: sample) {
      self.init(encoding: encoding, markLength: length)
      return
    }
    if let encoding = Self.utf16Pattern(in: sample) {
      self.init(encoding: encoding)
      return
    }
    let declaration = Self.declaration(in: sample)
    let declared = declaration.flatMap { CharacterEncoding(declared: $0.name) }
    let survey = sample.withUnsafeBufferPointer(UTF8Repair.survey)
    if survey.replaced == 0, survey.multibyte == 0 {
      // Nothing but ASCII so far: the declaration cannot be checked.
      switch declared?.method {
      case .utf16LittleEndian, .utf16BigEndian, nil: self.init(encoding: .utf8)
      default: self.init(encoding: declared ?? .utf8)
      }
      return
    }
    // Damaged places in text that is otherwise UTF-8 do not make it something else: in other encodings,
    // well-formed sequences are accidents.
    if survey.multibyte > survey.replaced {
      self.init(encoding: .utf8)
    } else {
      let statistics = LetterStatistics(sample)
      self.init(encoding: statistics.encoding(declared: declared))
    }
    guard let declaration else { return }
    if let declared {
      guard declared != encoding else { return }
      irregularity = Irregularity(
        kind: "encoding", offset: declaration.offset,
        message: "declared as \(declared.name), but the bytes are \(encoding.name), which was used")
    } else {
      irregularity = Irregularity(
        kind: "encoding", offset: declaration.offset,
        message: "the declared encoding '\(declaration.name)' is not known; read as \(encoding.name)")
    }
  }

  private init(encoding: CharacterEncoding, markLength: Int = 0) {
    self.encoding = encoding
    self.markLength = markLength
  }

  private static func mark(of bytes: ArraySlice<UInt8>) -> (CharacterEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count >= 8,
      let encoding = CharacterEncoding(declared: "utf-32le")
    {
      return (encoding, 4)
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]), let encoding = CharacterEncoding(declared: "utf-32be") {
      return (encoding, 4)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark: in Latin text every second byte is 00, in Cyrillic text 04 (00 and 20 between words).
  private static func utf16Pattern(in bytes: ArraySlice<UInt8>) -> CharacterEncoding? {
    let units = min(bytes.count / 2, 32_768)
    guard units >= 2 else { return nil }
    var high = [0, 0]
    var telling = [0, 0]
    for unit in 0..<units {
      for half in 0...1 {
        let byte = bytes[bytes.startIndex + unit * 2 + half]
        if byte == 0 || byte == 4 { telling[half] += 1 }
        if byte == 0 || byte == 4 || byte == 0x20 || byte == 5 { high[half] += 1 }
      }
    }
    for (half, encoding) in [CharacterEncoding.utf16BigEndian, .utf16LittleEndian].enumerated() {
      let other = 1 - half
      // Nine high bytes in ten look like one, and the other half does not look the same.
      if high[half] * 10 >= units * 9, telling[half] * 2 >= units, telling[other] * 5 <= units {
        return encoding
      }
    }
    return nil
  }

  /// `encoding="…"` of an XML declaration or `charset=…` of an HTML page, with its offset.
  private static func declaration(in bytes: ArraySlice<UInt8>) -> (name: String, offset: Int)? {
    let head = bytes.prefix(8192)
    var index = head.startIndex
    while index < head.endIndex, ASCII.isSpace(head[index]) { index += 1 }
    if ASCII.stands("<?xml", in: head, at: index) {
      let end = head[index...].firstIndex(of: ASCII.greaterThan) ?? head.endIndex
      if let found = value(after: "encoding", in: head[index..<end]) { return found }
    }
    var search = head[index...]
    while let open = search.firstIndex(of: ASCII.lessThan) {
      search = head[(open + 1)...]
      guard ASCII.stands("meta", in: head, at: open + 1) else { continue }
      let end = search.firstIndex(of: ASCII.greaterThan) ?? head.endIndex
      if let found = value(after: "charset", in: head[open..<end]) { return found }
    }
    return nil
  }

  private static func value(after key: StaticString, in bytes: ArraySlice<UInt8>) -> (String, Int)? {
    guard let start = bytes.indices.first(where: { ASCII.stands(key, in: bytes, at: $0) }) else { return nil }
    var index = start + key.utf8CodeUnitCount
    while index < bytes.endIndex, ASCII.isSpace(bytes[index]) { index += 1 }
    guard index < bytes.endIndex, bytes[index] == 0x3D else { return nil }
    index += 1
    while index < bytes.endIndex, ASCII.isSpace(bytes[index]) || bytes[index] == 0x22 || bytes[index] == 0x27
    {
      index += 1
    }
    let name = bytes[index...].prefix {
      ASCII.isLetterOrDigit($0) || $0 == ASCII.hyphen || $0 == 0x5F || $0 == ASCII.colon
    }
    return name.isEmpty ? nil : (String(decoding: name, as: UTF8.self), index)
  }
}
