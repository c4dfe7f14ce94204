import Foundation

/// Something wrong with the file of a model of languages.
public struct LanguageModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// One sentence: what is wrong and what to do.
  public var message: String
  /// As one line.
  public var description: String { "\(path): \(message)" }
}

/// What `LanguageIdentifier` knows of languages: for each script a table of n-grams, each with a weight a
/// language (a linear model, learned by `LanguageTrainer`).
///
/// All numbers are little-endian. 64 bytes of head: magic, version, for Latin and then for Cyrillic the number
/// of buckets and the value of one step of a weight, checksum of the rest, zeros. Then the codes of the
/// columns, sixteen bytes each, then the buckets.
///
/// A bucket is 64 bytes, one line of the cache: four rows of 14 weights in one byte each, then two bytes a row
/// of the n-gram's hash, so that an n-gram never learned meets no strange row (0: the row is free).
public struct LanguageModel: Sendable {
  static let magic: [UInt8] = [0x89, 0x44, 0x4C, 0x4C, 0x4E, 0x47, 0x0D, 0x0A]
  /// Changes with the layout and with everything the n-grams depend on.
  static let version: UInt32 = 1
  static let headLength = 64
  /// The languages of a script.
  static let columns = 14
  static let nameLength = 16
  static let bucketLength = 64
  static let rowsInBucket = 4
  static let tableStart = headLength + 2 * columns * nameLength
  static let mostBuckets = 1 << 20
  /// Zeros of the head that stand for the weights of an n-gram that was never learned.
  static let noWeights = 40

  /// One script of the model; an object, since one reference is kept for less than five.
  final class Script: Sendable {
    /// A language a column (BCP 47); a name that begins with `und` for columns that
    /// are no answer, empty for unused ones.
    let codes: [String]
    /// What one step of a weight is worth.
    let scale: Float
    let firstByte: Int
    let buckets: Int
    /// What is said of a text: each code once, and `und` for all columns that are no answer.
    let answers: [String]
    /// The place in `answers` of each column; -1 for unused ones.
    let answerOfColumn: [Int]
    /// 0 for columns that are used, minus infinity for others.
    let used: SIMD16<Float>

    init(codes: [String], scale: Float, firstByte: Int, buckets: Int) {
      self.codes = codes
      self.scale = scale
      self.firstByte = firstByte
      self.buckets = buckets
      var answers: [String] = []
      answerOfColumn = codes.map { code in
        if code.isEmpty { return -1 }
        let answer = code.hasPrefix("und") ? "und" : code
        if let known = answers.firstIndex(of: answer) { return known }
        answers.append(answer)
        return answers.count - 1
      }
      self.answers = answers
      var used = SIMD16<Float>(repeating: -Float.infinity)
      for (column, code) in codes.enumerated() where !code.isEmpty { used[column] = 0 }
      self.used = used
    }
  }

  let bytes: AlignedBytes
  let latin: Script
  let cyrillic: Script

  /// The languages the model tells apart.
  public var codes: [String] {
    Array(Set(latin.codes + cyrillic.codes)).filter { !$0.isEmpty && !$0.hasPrefix("und") }.sorted()
  }

  /// Opens a model.
  ///
  /// - Throws: `LanguageModelError`.
  public init(path: String) throws(LanguageModelError) {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw LanguageModelError(
        path: path, message: "the model cannot be read; check its name and permissions, or train it anew")
    }
    try self.init(bytes: bytes, path: path)
  }

  /// Reads the bytes of a model.
  ///
  /// - Parameter path: what errors call it.
  /// - Throws: `LanguageModelError`.
  public init(bytes: Data, path: String) throws(LanguageModelError) {
    func fault(_ message: String) -> LanguageModelError { LanguageModelError(path: path, message: message) }
    guard bytes.count >= Self.tableStart else {
      throw fault("the model is cut off after \(bytes.count) bytes; fetch or train it again")
    }
    let (head, names) = bytes.withUnsafeBytes { (Head($0), Self.names($0)) }
    guard head.isMagic else { throw fault("this is no model of languages; fetch or train it again") }
    guard head.version == Self.version else {
      throw fault(
        "the model has version \(head.version) and this program reads \(Self.version); train it again")
    }
    for part in [head.latin, head.cyrillic] {
      guard part.buckets > 0, part.buckets <= Self.mostBuckets, part.scale.isFinite, part.scale > 0 else {
        throw fault("the head of the model is damaged; fetch or train it again")
      }
    }
    let length = Self.tableStart + (head.latin.buckets + head.cyrillic.buckets) * Self.bucketLength
    guard bytes.count == length else {
      throw fault(
        "the model should have \(length) bytes and has \(bytes.count), so it is cut off or damaged; "
          + "fetch or train it again")
    }
    guard bytes.withUnsafeBytes({ Self.checksum($0) }) == head.checksum else {
      throw fault("the model is damaged: its checksum is wrong; fetch or train it again")
    }
    self.bytes = AlignedBytes(bytes)
    latin = Script(
      codes: Array(names.prefix(Self.columns)), scale: head.latin.scale, firstByte: Self.tableStart,
      buckets: head.latin.buckets)
    cyrillic = Script(
      codes: Array(names.suffix(Self.columns)), scale: head.cyrillic.scale,
      firstByte: Self.tableStart + head.latin.buckets * Self.bucketLength, buckets: head.cyrillic.buckets)
  }

  // MARK: - Look-up

  /// Where an n-gram stands: 32 bits that choose the bucket, and the two bytes kept with the row.
  @inline(__always)
  static func place(_ key: UInt64) -> (bucket: UInt64, tag: UInt64) {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    return (mixed & 0xFFFF_FFFF, mixed >> 48 | 1)
  }

  /// Where the weights of an n-gram begin, in bytes behind `base`, and 1 if it has any, 0 if it has none: then
  /// they are the zeros of `noWeights`.
  ///
  /// Only the first `columns` weights there count. Whether an n-gram is known cannot be foreseen, so the place is
  /// calculated, not branched to: a wrongly foreseen branch takes longer than all the rest.
  ///
  /// Unsafe: this is the hottest line of the identifier. `base` is the beginning of an opened model, `bucket` is
  /// below `buckets` by its making, and the length of the table was checked when the model was opened.
  @inline(__always)
  static func weights(
    of key: UInt64, in base: UnsafeRawPointer, from start: Int, _ buckets: UInt64
  ) -> (offset: Int, known: Int) {
    let (place, tag) = place(key)
    let bucket = start &+ Int(truncatingIfNeeded: (place &* buckets) >> 32) &* bucketLength
    let tags = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: bucket &+ 56, as: UInt64.self))
    // Finds the two bytes that are equal, all four at once: the lowest hit is a true one.
    let difference = tags ^ (tag &* 0x0001_0001_0001_0001)
    let zeros = (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000
    let row = bucket &+ (zeros.trailingZeroBitCount >> 4) &* columns
    // All bits if nothing was found, none otherwise.
    let missing = Int(truncatingIfNeeded: (zeros &- 1) & ~zeros) >> 63
    return (row ^ ((row ^ noWeights) & missing), 1 &+ missing)
  }

  // MARK: - Head

  private struct Part {
    var buckets: Int
    var scale: Float
  }

  private struct Head {
    var isMagic: Bool
    var version: UInt32
    var latin: Part
    var cyrillic: Part
    var checksum: UInt64

    init(_ raw: UnsafeRawBufferPointer) {
      func number(_ at: Int) -> UInt32 {
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      }
      func part(_ at: Int) -> Part {
        Part(buckets: Int(number(at)), scale: Float(bitPattern: number(at + 4)))
      }
      isMagic = raw.prefix(8).elementsEqual(LanguageModel.magic)
      version = number(8)
      latin = part(16)
      cyrillic = part(24)
      checksum = UInt64(number(32)) | UInt64(number(36)) << 32
    }
  }

  private static func names(_ raw: UnsafeRawBufferPointer) -> [String] {
    (0..<2 * columns).map { column in
      let start = headLength + column * nameLength
      return String(decoding: raw[start..<(start + nameLength)].prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// A checksum of all but the field that holds it.
  static func checksum(_ raw: UnsafeRawBufferPointer) -> UInt64 {
    // Four sums side by side: the file is read at the speed of memory.
    var sums = SIMD4<UInt64>(1, 2, 3, 4)
    let factor = SIMD4<UInt64>(repeating: 0x9E37_79B9_7F4A_7C15)
    var at = 0
    while at + 32 <= raw.count {
      var block = SIMD4<UInt64>()
      for lane in 0..<4 {
        let word = raw.loadUnaligned(fromByteOffset: at + lane * 8, as: UInt64.self)
        block[lane] = at + lane * 8 == 32 ? 0 : UInt64(littleEndian: word)
      }
      sums = (sums ^ block) &* factor
      sums ^= sums &>> 29
      at += 32
    }
    return (0..<4).reduce(UInt64(raw.count)) { sum, lane in
      let mixed = (sum ^ sums[lane]) &* 0xD6E8_FEB8_6659_FD93
      return mixed ^ mixed >> 32
    }
  }

  // MARK: - Writing

  /// The bytes of a model out of its two tables.
  static func encoded(latin: LanguageTable, cyrillic: LanguageTable) -> [UInt8] {
    var bytes = magic + [UInt8](repeating: 0, count: headLength - magic.count)
    func put(_ number: some FixedWidthInteger, at: Int) {
      withUnsafeBytes(of: number.littleEndian) { bytes.replaceSubrange(at..<(at + $0.count), with: $0) }
    }
    put(version, at: 8)
    for (table, at) in [(latin, 16), (cyrillic, 24)] {
      put(UInt32(table.bytes.count / bucketLength), at: at)
      put(table.scale.bitPattern, at: at + 4)
    }
    for table in [latin, cyrillic] {
      for column in 0..<columns {
        let name = Array((column < table.codes.count ? table.codes[column] : "").utf8.prefix(nameLength))
        bytes += name + [UInt8](repeating: 0, count: nameLength - name.count)
      }
    }
    bytes += latin.bytes + cyrillic.bytes
    put(bytes.withUnsafeBytes { checksum($0) }, at: 32)
    return bytes
  }
}
