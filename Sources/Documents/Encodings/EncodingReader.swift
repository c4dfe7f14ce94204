/// Reads an encoding chunk by chunk.
struct EncodingReader {
  let encoding: CharacterEncoding
  /// How many characters could not be read.
  private(set) var replaced = 0
  /// Offset in the source of the first of them.
  private(set) var firstReplaced: Int?
  /// How many U+FFFD stood in the source itself.
  private(set) var inherited = 0
  /// Offset in the source of the first of them.
  private(set) var firstInherited: Int?
  /// Bytes read so far, and those after them that wait for the rest of their character.
  private var received: Int
  private var waiting: [UInt8] = []
  /// The UTF-8 of 0x80–0xFF, of encodings of one byte a character.
  private let expansions: SingleByteExpansions?

  /// A reader whose first byte has an offset in the source (that of the byte after a mark).
  init(_ encoding: CharacterEncoding, offset: Int = 0) {
    self.encoding = encoding
    self.received = offset
    self.expansions = encoding.table.map(SingleByteExpansions.init)
  }

  /// Appends the next bytes of the source as valid UTF-8.
  /// - Parameter last: whether the source ends with them.
  mutating func read(_ chunk: ArraySlice<UInt8>, last: Bool, to out: inout [UInt8]) {
    if waiting.isEmpty {
      let used = chunk.withUnsafeBufferPointer { convert($0, last: last, to: &out) }
      waiting = Array(chunk[(chunk.startIndex + used)...])
      received += used
    } else {
      var joined = waiting
      joined.append(contentsOf: chunk)
      let used = joined.withUnsafeBufferPointer { convert($0, last: last, to: &out) }
      joined.removeFirst(used)
      waiting = joined
      received += used
    }
  }

  /// Appends what can be read of `bytes`; returns how many bytes that were.
  private mutating func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, last: Bool, to out: inout [UInt8]
  ) -> Int {
    switch encoding.method {
    case .utf8:
      return took(UTF8Repair.append(bytes, last: last, to: &out))
    case .table:
      guard let expansions else { return bytes.count }
      let result = expansions.append(bytes, to: &out)
      note(result.replaced, at: result.first)
      return bytes.count
    case .utf16LittleEndian, .utf16BigEndian:
      return took(WideUnits.appendUTF16(bytes, big: encoding.method == .utf16BigEndian, last: last, to: &out))
    case .utf32LittleEndian, .utf32BigEndian:
      return took(WideUnits.appendUTF32(bytes, big: encoding.method == .utf32BigEndian, last: last, to: &out))
    case .converter:
      guard last else { return 0 }
      let result = ICUConverter.append(bytes, encoding: encoding.name, to: &out)
      note(result?.replaced ?? 0, at: result?.first)
      return bytes.count
    }
  }

  private mutating func took(_ result: UTF8Repair.Result) -> Int {
    note(result.replaced, at: result.first)
    if inherited == 0, let first = result.firstInherited { firstInherited = received + first }
    inherited += result.inherited
    return result.consumed
  }

  private mutating func note(_ count: Int, at offset: Int?) {
    guard count > 0 else { return }
    if replaced == 0, let offset { firstReplaced = received + offset }
    replaced += count
  }

  /// The irregularities to report about what was read since the last call.
  mutating func takeIrregularities() -> [Irregularity] {
    defer {
      (replaced, inherited) = (0, 0)
      (firstReplaced, firstInherited) = (nil, nil)
    }
    return irregularities
  }

  /// The irregularities to report once everything has been read: what was replaced, and what was when it came.
  var irregularities: [Irregularity] {
    var found: [Irregularity] = []
    if replaced > 0 {
      let what = replaced == 1 ? "1 place" : "\(replaced) places"
      found.append(
        Irregularity(
          kind: "encoding", offset: firstReplaced,
          message: "\(what) could not be read as \(encoding.name) and became U+FFFD"))
    }
    if inherited > 0 {
      let what = inherited == 1 ? "1 character was" : "\(inherited) characters were"
      found.append(
        Irregularity(
          kind: "encoding", offset: firstInherited,
          message: "\(what) U+FFFD in the source already: what stood there was lost before"))
    }
    return found
  }
}

/// The UTF-8 of every byte of an encoding of one byte a character.
struct SingleByteExpansions {
  /// Of 0x80–0xFF: up to three bytes, the first in the lowest place, and above them how many they are.
  private let packed: [UInt32]

  /// - Parameter table: 128 scalars of the Basic Multilingual Plane.
  init(_ table: [UInt32]) {
    packed = table.map { scalar in
      if scalar < 0x80 { return scalar | 1 << 24 }
      if scalar < 0x800 { return 0xC0 | scalar >> 6 | (0x80 | scalar & 0x3F) << 8 | 2 << 24 }
      let (first, second, third) = (
        0xE0 | scalar >> 12 & 0x0F, 0x80 | scalar >> 6 & 0x3F, 0x80 | scalar & 0x3F
      )
      return first | second << 8 | third << 16 | 3 << 24
    }
  }

  /// Appends the bytes as UTF-8.
  ///
  /// Linear.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) -> UTF8Repair.Result {
    var result = UTF8Repair.Result(consumed: bytes.count)
    guard packed.count == 128 else { return result }
    // A measured hot loop: written through pointers into room for three bytes a character.
    let converted = [UInt8](unsafeUninitializedCapacity: bytes.count * 3) { buffer, filled in
      var end = 0
      packed.withUnsafeBufferPointer { packed in
        for index in 0..<bytes.count {
          let byte = bytes[index]
          if byte < 0x80 {
            buffer[end] = byte
            end &+= 1
            continue
          }
          let entry = packed[Int(byte & 0x7F)]
          if entry == 0x03BD_BFEF {
            result.replaced += 1
            if result.first == nil { result.first = index }
          }
          buffer[end] = UInt8(truncatingIfNeeded: entry)
          let length = Int(entry >> 24)
          if length > 1 { buffer[end &+ 1] = UInt8(truncatingIfNeeded: entry >> 8) }
          if length > 2 { buffer[end &+ 2] = UInt8(truncatingIfNeeded: entry >> 16) }
          end &+= length
        }
      }
      filled = end
    }
    out.append(contentsOf: converted)
    return result
  }
}
