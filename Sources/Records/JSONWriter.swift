/// Writes JSON as UTF-8 bytes, on one line.
///
/// The caller says what comes next and in which order; the writer sets commas, colons and escapes.
/// It is not a checker: an object begun must be ended.
package struct JSONWriter {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  /// Whether the next value or key follows another one inside the same brackets.
  private var needsComma = false

  /// An empty writer with room for `capacity` bytes.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  // MARK: Brackets

  package mutating func beginObject() { open(0x7B) }
  package mutating func endObject() { close(0x7D) }
  package mutating func beginList() { open(0x5B) }
  package mutating func endList() { close(0x5D) }

  /// The key of the next value, in ASCII without anything to escape.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// A line break between values, for lists that people look at.
  package mutating func lineBreak() {
    if needsComma {
      bytes.append(0x2C)
      needsComma = false
    }
    bytes.append(0x0A)
  }

  // MARK: Values

  package mutating func value(_ string: String) {
    separate()
    bytes.append(0x22)
    let isContiguous: Void? = string.utf8.withContiguousStorageIfAvailable { escape($0) }
    if isContiguous == nil { Array(string.utf8).withUnsafeBufferPointer { escape($0) } }
    bytes.append(0x22)
    needsComma = true
  }

  package mutating func value(_ number: Int) {
    separate()
    append(number)
    needsComma = true
  }

  /// A number, whole ones without a decimal point; `null` for what JSON has no number for (infinity).
  package mutating func value(_ number: Double) {
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 { return value(whole) }
    separate()
    bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
    needsComma = true
  }

  package mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    needsComma = true
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  // MARK: Keys with values that may be unknown

  package mutating func field(_ name: StaticString, _ string: String?) {
    guard let string else { return }
    key(name)
    value(string)
  }
  package mutating func field(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    value(number)
  }
  package mutating func field(_ name: StaticString, _ number: Double?) {
    guard let number, number.isFinite else { return }
    key(name)
    value(number)
  }
  package mutating func field(_ name: StaticString, _ strings: [String]) {
    list(name, strings) { $0.value($1) }
  }
  /// A list under a key; an empty one is `[]`.
  package mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    beginList()
    for element in elements { write(&self, element) }
    endList()
  }

  // MARK: Bytes

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }
  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }
  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func append(_ number: Int) {
    guard number >= 0, number < 10 else {
      bytes.append(contentsOf: String(number).utf8)
      return
    }
    bytes.append(0x30 + UInt8(number))
  }

  /// Copies runs of bytes that need no escape as they are.
  private mutating func escape(_ source: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for index in source.indices {
      let byte = source[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
      runStart = index + 1
      bytes.append(0x5C)
      switch byte {
      case 0x22, 0x5C: bytes.append(byte)
      case 0x0A: bytes.append(0x6E)
      case 0x09: bytes.append(0x74)
      case 0x0D: bytes.append(0x72)
      default:
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(0x30 + byte >> 4)
        bytes.append(Self.hexadecimal(byte & 0xF))
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart...]))
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
