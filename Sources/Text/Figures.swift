/// Where numbers and dates in figures end.
enum Figures {
  /// The end of a date in figures at `start` (2017-10-03, 03.10.2017, 10/3/2017, 19.09.25), or nil.
  static func dateEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let first = digits(in: bytes, from: start, atMost: 5)
    guard first == 4 || first == 1 || first == 2 else { return nil }
    var at = start + first
    guard at < bytes.count else { return nil }
    let separator = bytes[at]
    guard separator == 0x2D ? first == 4 : (separator == 0x2E || separator == 0x2F) else { return nil }
    if first == 4, separator == 0x2E { return nil }
    let second = digits(in: bytes, from: at + 1, atMost: 3)
    guard separator == 0x2D ? second == 2 : (second == 1 || second == 2) else { return nil }
    at += 1 + second
    guard at < bytes.count, bytes[at] == separator else { return nil }
    let third = digits(in: bytes, from: at + 1, atMost: 5)
    guard first == 4 ? third == 2 || (third == 1 && separator == 0x2F) : third == 4 || third == 2 else {
      return nil
    }
    at += 1 + third
    // More of the same ("1.2.3.4", an address of the Internet) is no date.
    if at + 1 < bytes.count, bytes[at] == separator, bytes[at + 1] &- 0x30 < 10 { return nil }
    return at
  }

  /// The end of a number: digits with separators inside ("1,5", "10:30", "2 000 000").
  static func numberEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = run(in: bytes, from: start)
    if at - start <= 3, at > start {
      while at + 3 < bytes.count, bytes[at] == 0x20, digits(in: bytes, from: at + 1, atMost: 4) == 3 {
        at += 4
      }
    }
    while at + 1 < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x2C || bytes[at] == 0x3A {
      let next = run(in: bytes, from: at + 1)
      guard next > at + 1 else { break }
      at = next
    }
    return at
  }

  /// The end of a run of digits of any script.
  private static func run(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at: at)
      guard Scalars.classify(value) == .digit else { break }
      at += length
    }
    return at
  }

  private static func digits(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, atMost limit: Int
  ) -> Int {
    var count = 0
    while count < limit, start + count < bytes.count, bytes[start + count] &- 0x30 < 10 { count += 1 }
    return count
  }
}
