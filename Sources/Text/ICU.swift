import CICUShim

/// The system's ICU, as far as text needs it: the one Swift importer of the shim in this room.
///
/// Every function gives its input back unchanged if ICU cannot do the job (no data, more than
/// half a gigabyte), so that no text is ever lost here.
package enum ICU {
  /// Whether valid UTF-8 is in Normalization Form C already.
  package static func isNFC(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    dateline_icu_is_nfc(bytes.baseAddress, bytes.count) == 1
  }

  /// Valid UTF-8 in Normalization Form C, in linear time.
  package static func nfc(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { isNFC($0) }
      ? bytes : through(bytes) { dateline_icu_nfc($0, $1) }
  }

  /// Valid UTF-8 in Normalization Form C, with the changes in order; nil if ICU cannot say.
  ///
  /// Before each change so many bytes are unchanged; then so many old ones gave way to so many new ones.
  package static func nfcEdits(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (bytes: [UInt8], changes: [(unchanged: Int, old: Int, new: Int)])? {
    var changes: UnsafeMutablePointer<dateline_icu_change>?
    var count = 0
    let buffer = dateline_icu_nfc_changes(bytes.baseAddress, bytes.count, &changes, &count)
    defer { changes?.deallocate() }
    guard let start = buffer.bytes, let changes else { return nil }
    defer { dateline_icu_free(buffer) }
    return (
      Array(UnsafeBufferPointer(start: start, count: buffer.count)),
      (0..<count).map {
        (Int(changes[$0].unchanged), Int(changes[$0].old_count), Int(changes[$0].new_count))
      }
    )
  }

  /// Valid UTF-8 with Unicode's full case folding ("ß" becomes "ss").
  package static func caseFolded(_ bytes: [UInt8]) -> [UInt8] {
    through(bytes) { dateline_icu_fold_case($0, $1) }
  }

  /// Upper case by the rules of a locale (`tr`, `kk`, …).
  package static func upper(_ text: String, locale: String) -> String {
    mapped(text) { dateline_icu_map_case($0, $1, locale, 1) }
  }
  /// Lower case by the rules of a locale.
  package static func lower(_ text: String, locale: String) -> String {
    mapped(text) { dateline_icu_map_case($0, $1, locale, 0) }
  }
  /// The first letter of the whole in title case, the rest in lower case.
  package static func title(_ text: String, locale: String) -> String {
    mapped(text) { dateline_icu_title_case($0, $1, locale) }
  }

  /// A text put through an ICU transform such as `Any-Latin; Latin-ASCII`.
  ///
  /// Costly: the transform is built anew for each call. Callers keep the results.
  package static func transliterate(_ text: String, _ transform: String) -> String {
    mapped(text) { dateline_icu_transliterate($0, $1, transform) }
  }

  /// The bytes by which a text is put in the alphabetical order of a locale.
  package static func sortKey(_ text: String, locale: String) -> [UInt8] {
    through(Array(text.utf8)) { dateline_icu_sort_key($0, $1, locale) }
  }

  /// The boundaries ICU finds (`s` sentences, `w` words) as byte offsets: an oracle for tests.
  package static func boundaries(_ bytes: [UInt8], locale: String, kind: UInt8) -> [Int] {
    var found: UnsafeMutablePointer<Int32>?
    let count = bytes.withUnsafeBufferPointer {
      dateline_icu_boundaries($0.baseAddress, $0.count, locale, CChar(bitPattern: kind), &found)
    }
    guard let found else { return [] }
    defer { found.deallocate() }
    return (0..<max(0, Int(count))).map { Int(found[$0]) }
  }

  private static func mapped(
    _ text: String, by map: (UnsafePointer<UInt8>?, Int) -> dateline_icu_buffer
  ) -> String {
    String(decoding: through(Array(text.utf8), by: map), as: UTF8.self)
  }

  private static func through(
    _ bytes: [UInt8], by map: (UnsafePointer<UInt8>?, Int) -> dateline_icu_buffer
  ) -> [UInt8] {
    let buffer = bytes.withUnsafeBufferPointer { map($0.baseAddress, $0.count) }
    guard let start = buffer.bytes else { return bytes }
    defer { dateline_icu_free(buffer) }
    return Array(UnsafeBufferPointer(start: start, count: buffer.count))
  }
}
