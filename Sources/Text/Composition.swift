/// Normalization Form C, with the way back.
enum Composition {
  /// The text in Normalization Form C, or nil if it is so already, in linear time.
  /// - Parameter bytes: valid UTF-8.
  static func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> MappedText? {
    guard !ICU.isNFC(bytes), let edits = ICU.nfcEdits(bytes) else { return nil }
    var out = MappedText()
    out.reserve(edits.bytes.count)
    var from = 0
    var to = 0
    for edit in edits.changes {
      let nextFrom = from + edit.unchanged
      out.copy(bytes, from, nextFrom)
      to += edit.unchanged
      out.replace(nextFrom, nextFrom + edit.old, with: edits.bytes[to..<(to + edit.new)])
      from = nextFrom + edit.old
      to += edit.new
    }
    out.copy(bytes, from, bytes.count)
    return out
  }
}
