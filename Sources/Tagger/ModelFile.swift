import Foundation

/// Something wrong with the file of a model.
public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// One sentence: what is wrong and what to do.
  public var message: String
  /// As one line.
  public var description: String { "\(path): \(message)" }
}

/// A model as bytes: what it is, the weights between labels, the weights of the features.
///
/// All numbers are little-endian. 64 bytes of head: magic, version of the format, version of the features,
/// number of labels, number of buckets, value of one step of a weight, four bytes of zero, checksum of the
/// rest, zeros.
/// Then 14 rows of 16 floats (earlier label, later label), then the buckets.
///
/// A bucket is 64 bytes, one line of the cache, of four rows. A row is 13 weights in one byte each and three
/// bytes of the feature's hash: a feature that was never learned meets no strange row.
struct ModelFile: Sendable {
  static let magic: [UInt8] = [0x89, 0x44, 0x4C, 0x4E, 0x54, 0x0D, 0x0A, 0x1A]
  static let version: UInt32 = 1
  static let headLength = 64
  static let tableStart = headLength + Transitions.rows * 64
  static let bucketLength = 64
  static let rowsInBucket = 4
  /// No model is as large as this many buckets (1 GB).
  static let mostBuckets = 1 << 24

  let bytes: Data
  let buckets: Int
  /// What one step of a weight is worth.
  let scale: Float
  let transitions: Transitions

  /// Opens a model; the file is mapped where the system can.
  ///
  /// - Throws: `ModelError`.
  init(path: String) throws {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw ModelError(
        path: path, message: "the model cannot be read; check its name and permissions, or train it anew")
    }
    try self.init(bytes: bytes, path: path)
  }

  /// Reads the bytes of a model.
  ///
  /// - Parameter path: what errors call it.
  /// - Throws: `ModelError`.
  init(bytes: Data, path: String) throws {
    func fault(_ message: String) -> ModelError { ModelError(path: path, message: message) }
    guard bytes.count >= Self.headLength else {
      throw fault("the model is cut off after \(bytes.count) bytes; fetch or train it again")
    }
    let head = bytes.withUnsafeBytes { Head($0) }
    guard head.isMagic else { throw fault("this is no model of names; fetch or train it again") }
    guard head.version == Self.version else {
      throw fault(
        "the model has version \(head.version) and this program reads \(Self.version); train it again")
    }
    guard head.features == TextFeatures.version, head.labels == UInt32(Label.count) else {
      throw fault(
        "the model was trained for other features (version \(head.features), \(head.labels) labels; "
          + "wanted are \(TextFeatures.version) and \(Label.count)); train it again")
    }
    guard head.buckets > 0, head.buckets <= Self.mostBuckets, head.scale.isFinite, head.scale > 0 else {
      throw fault("the head of the model is damaged; fetch or train it again")
    }
    let length = Self.tableStart + Int(head.buckets) * Self.bucketLength
    guard bytes.count == length else {
      throw fault(
        "the model should have \(length) bytes and has \(bytes.count), so it is cut off or damaged; "
          + "fetch or train it again")
    }
    guard bytes.withUnsafeBytes({ Self.checksum($0) }) == head.checksum else {
      throw fault("the model is damaged: its checksum is wrong; fetch or train it again")
    }
    var transitions = Transitions()
    bytes.withUnsafeBytes { raw in
      for previous in 0..<Transitions.rows {
        for next in 0..<Label.count where Transitions.isAllowed(previous, next) {
          let at = Self.headLength + (previous * 16 + next) * 4
          let weight = Float(bitPattern: Head.number(raw, at))
          transitions.weights[previous][next] = weight.isFinite ? min(max(weight, -100), 100) : 0
        }
      }
    }
    self.bytes = bytes
    self.transitions = transitions
    buckets = Int(head.buckets)
    scale = head.scale
  }

  /// The fields of the head.
  private struct Head {
    var isMagic: Bool
    var version: UInt32
    var features: UInt32
    var labels: UInt32
    var buckets: UInt32
    var scale: Float
    var checksum: UInt64

    /// - Parameter raw: at least `headLength` bytes.
    init(_ raw: UnsafeRawBufferPointer) {
      isMagic = raw.prefix(8).elementsEqual(ModelFile.magic)
      version = Self.number(raw, 8)
      features = Self.number(raw, 12)
      labels = Self.number(raw, 16)
      buckets = Self.number(raw, 20)
      scale = Float(bitPattern: Self.number(raw, 24))
      checksum = UInt64(Self.number(raw, 32)) | UInt64(Self.number(raw, 36)) << 32
    }

    static func number(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt32 {
      UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
  }

  /// A checksum of all but the field that holds it.
  ///
  /// The length is a multiple of eight.
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
    return (0..<4).reduce(UInt64(raw.count)) { FeatureHash.mix($0 ^ sums[$1], UInt64($1) + 1) }
  }

  /// The bytes of a model.
  static func encoded(scale: Float, transitions: Transitions, buckets: [UInt8]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: headLength)
    bytes.replaceSubrange(0..<8, with: magic)
    func put(_ value: UInt32, at index: Int) {
      for byte in 0..<4 { bytes[index + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt32(byte))) }
    }
    put(version, at: 8)
    put(TextFeatures.version, at: 12)
    put(UInt32(Label.count), at: 16)
    put(UInt32(buckets.count / bucketLength), at: 20)
    put(scale.bitPattern, at: 24)
    bytes.reserveCapacity(tableStart + buckets.count)
    for previous in 0..<Transitions.rows {
      for next in 0..<16 {
        let allowed = Transitions.isAllowed(previous, next)
        let pattern = (allowed ? transitions.weights[previous][next] : 0).bitPattern
        for byte in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: pattern >> (8 * UInt32(byte)))) }
      }
    }
    bytes += buckets
    let sum = bytes.withUnsafeBytes { checksum($0) }
    put(UInt32(truncatingIfNeeded: sum), at: 32)
    put(UInt32(truncatingIfNeeded: sum >> 32), at: 36)
    return bytes
  }
}
