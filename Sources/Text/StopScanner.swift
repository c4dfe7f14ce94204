/// Looks for the bytes at which a sentence may end.
enum StopScanner {
  /// The first byte from `start` on that is "." "!" or "?" or may begin a stop of another kind (`…`, `。`, `؟`);
  /// `bytes.count` if there is none.
  ///
  /// No letter of the Latin, Greek and Cyrillic alphabets is among them, so most texts are passed sixteen
  /// bytes at a time.
  ///
  /// - Complexity: linear.
  static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    // A measured hot loop: all 16 bytes that are loaded are inside.
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var at = start
    while at &+ 16 <= count {
      let lanes = raw.loadUnaligned(fromByteOffset: at, as: ByteLanes.Lanes.self)
      let ends =
        (lanes .== ByteLanes.all(0x2E)) .| (lanes .== ByteLanes.all(0x21)) .| (lanes .== ByteLanes.all(0x3F))
      if let place = ByteLanes.first(ends .| (lanes .>= ByteLanes.all(firstOther))) { return at &+ place }
      at &+= 16
    }
    while at < count, !isCandidate(bytes[at]) { at &+= 1 }
    return min(at, count)
  }

  /// The first line feed from `start` on; `bytes.count` if there is none.
  static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at &+ 16 <= bytes.count {
      let lanes = raw.loadUnaligned(fromByteOffset: at, as: ByteLanes.Lanes.self)
      if let place = ByteLanes.first(lanes .== ByteLanes.all(0x0A)) { return at &+ place }
      at &+= 16
    }
    while at < bytes.count, bytes[at] != 0x0A { at &+= 1 }
    return min(at, bytes.count)
  }

  /// From this byte on lead bytes are those of Armenian, Arabic and what follows them in Unicode.
  private static var firstOther: UInt8 { 0xD4 }

  @inline(__always)
  private static func isCandidate(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte >= firstOther
  }

  /// A stop at an index, or nil.
  @inline(__always)
  static func stop(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (kind: Kind, length: Int)? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x2E: return (.fullStop, 1)
    case 0x21, 0x3F: return (.emphatic, 1)
    case firstOther...: break
    default: return nil
    }
    let (value, length) = Scalars.decode(bytes, at: index)
    switch value {
    case 0x2026: return (.ellipsis, length)
    case 0x203C, 0x2047...0x2049, 0x203D, 0x61F, 0x589: return (.emphatic, length)
    case 0x6D4, 0x964, 0x965, 0x1362: return (.emphatic, length)
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: return (.wide, length)
    default: return nil
    }
  }

  /// What a stop is.
  enum Kind {
    /// "." which may belong to an abbreviation or a number.
    case fullStop
    /// "…" and runs of full stops.
    case ellipsis
    /// "!" and "?" of any script, and other scripts' full stops, which do nothing but end sentences.
    case emphatic
    /// A stop of East Asian scripts, which needs no space behind it.
    case wide
  }
}
