import DatelineText
import Foundation

/// What a list of names says of one of them.
@usableFromInline package struct GazetteerKinds: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt8
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  @inlinable package static var given: GazetteerKinds { GazetteerKinds(rawValue: 1 << 0) }
  @inlinable package static var family: GazetteerKinds { GazetteerKinds(rawValue: 1 << 1) }
  /// A city of more than a million people.
  @inlinable package static var metropolis: GazetteerKinds { GazetteerKinds(rawValue: 1 << 2) }
  /// A city of more than a hundred thousand.
  @inlinable package static var city: GazetteerKinds { GazetteerKinds(rawValue: 1 << 3) }
  @inlinable package static var town: GazetteerKinds { GazetteerKinds(rawValue: 1 << 4) }
  /// Another name of a city, in some language.
  @inlinable package static var alias: GazetteerKinds { GazetteerKinds(rawValue: 1 << 5) }
  /// Longer names begin with this word.
  @inlinable package static var begins: GazetteerKinds { GazetteerKinds(rawValue: 1 << 6) }
  @inlinable package static var organisation: GazetteerKinds { GazetteerKinds(rawValue: 1 << 7) }

  static let byName: [String: GazetteerKinds] = [
    "given": .given, "family": .family, "metropolis": .metropolis, "city": .city, "town": .town,
    "alias": .alias, "organisation": .organisation,
  ]
}

/// Long lists of names of persons, cities and organisations, mapped from disk: `shared/gazetteer.bin`.
///
/// They say less than an entry of a dictionary: a word that stands in them can be a name. The file is an open
/// table of hashes, 32 bits a name, 24 of which tell names apart; of a million words that are in no list
/// about one finds itself there.
package struct Gazetteer: Sendable {
  static let magic: [UInt8] = [0x89, 0x44, 0x4C, 0x47, 0x41, 0x5A, 0x0D, 0x0A]
  static let version: UInt32 = 2
  static let headLength = 32

  private let bytes: Data
  private let slots: UInt64

  /// Opens a file of lists; nothing is read of it before a name is looked up.
  ///
  /// - Throws: `DictionaryFault` for a file that is no list, cut off or of another version.
  package init(path: String) throws(DictionaryFault) {
    func fault(_ message: String) -> DictionaryFault {
      DictionaryFault(
        file: path, line: nil, message: message + "; make it anew with ‘dateline dictionaries compile’")
    }
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
      throw fault("cannot be read")
    }
    guard bytes.count >= Self.headLength, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw fault("is no gazetteer")
    }
    let (version, slots, check) = bytes.withUnsafeBytes {
      (Self.number($0, 8), Self.number($0, 12), Self.number($0, 16))
    }
    guard version == Self.version else {
      throw fault("has version \(version) and this program reads \(Self.version)")
    }
    guard slots > 0, bytes.count == Self.headLength + Int(slots) * 4, check == ~slots else {
      throw fault("is cut off or damaged")
    }
    self.bytes = bytes
    self.slots = UInt64(slots)
  }

  private static func number(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt32 {
    UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
  }

  // MARK: - Keys

  /// The key of a name under construction: FNV-1a over its folded bytes, one space between words.
  package struct Key: Sendable {
    fileprivate var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    package init() {}

    package mutating func add(_ folded: [UInt8]) { for byte in folded { add(byte) } }

    package mutating func addSpace() { add(0x20) }

    private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// Spread over 64 bits: the upper half chooses the slot, 24 of the lower the name.
    fileprivate var place: (slot: UInt64, tag: UInt32) {
      var x = hash ^ (hash >> 29)
      x = x &* 0xBF58_476D_1CE4_E5B9
      x ^= x >> 32
      return (x >> 32, UInt32(truncatingIfNeeded: x) & 0xFF_FFFF)
    }
  }

  /// What the lists say of a name; empty if they do not have it.
  package func kinds(of key: Key) -> GazetteerKinds {
    let (place, tag) = key.place
    return bytes.withUnsafeBytes { raw in
      var slot = (place &* slots) >> 32
      // A full table would have no end: its making leaves a quarter of the slots empty.
      for _ in 0..<slots {
        let value = Self.number(raw, Self.headLength + Int(slot) * 4)
        if value == 0 { return [] }
        if value >> 8 == tag { return GazetteerKinds(rawValue: UInt8(value & 0xFF)) }
        slot = slot + 1 == slots ? 0 : slot + 1
      }
      return []
    }
  }

  // MARK: - Making

  /// The bytes of a gazetteer of these names, the same for the same names.
  ///
  /// - Parameter names: folded, by one space; the kinds of a name that comes several times are joined.
  static func encoded(_ names: [(folded: String, kinds: GazetteerKinds)]) -> [UInt8] {
    var kinds: [UInt64: (key: Key, kinds: GazetteerKinds)] = [:]
    func add(_ name: Substring, _ more: GazetteerKinds) {
      var key = Key()
      key.add(Array(name.utf8))
      kinds[key.hash, default: (key, [])].kinds.formUnion(more)
    }
    for (folded, own) in names {
      add(folded[...], own)
      if let space = folded.firstIndex(of: " ") { add(folded[..<space], .begins) }
    }
    let slots = max(1, kinds.count * 4 / 3 + 1)
    var table = [UInt32](repeating: 0, count: slots)
    for hash in kinds.keys.sorted() {
      guard let (key, own) = kinds[hash], !own.isEmpty else { continue }
      let (place, tag) = key.place
      var slot = Int((place &* UInt64(slots)) >> 32)
      while table[slot] != 0, table[slot] >> 8 != tag { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] |= tag << 8 | UInt32(own.rawValue)
    }
    var bytes = magic
    for value in [version, UInt32(slots), ~UInt32(slots), 0, 0, 0] + table {
      for byte in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt32(byte)))) }
    }
    return bytes
  }
}

extension Lexicons {
  /// The bytes of `shared/gazetteer.bin` as the text beside it says, folded as each language folds.
  ///
  /// - Parameter folder: the folder of the dictionaries; nil for the one that comes with the program.
  /// - Returns: the path of the compiled file, and what has to stand in it.
  /// - Throws: `DictionaryFaults` with every fault of the text.
  package static func compiledGazetteer(folder: String?) throws -> (path: String, bytes: [UInt8]) {
    let (lexicons, found) = load(folder: folder)
    // A compiled file that is damaged or old is what this mends.
    guard let lexicons else { throw DictionaryFaults(faults: found) }
    let (folder, languages) = (lexicons.folder, lexicons.languages)
    var faults: [DictionaryFault] = []
    let table = DictionaryTable(
      file: folder + "/shared/gazetteer.tsv", columns: ["name", "kinds"], faults: &faults)
    var names: [(folded: String, kinds: GazetteerKinds)] = []
    var folds = [FoldedForm()]
    for lexicon in languages where !lexicon.profile.foldPairs.isEmpty { folds.append(lexicon.fold) }
    for row in table.rows {
      var kinds: GazetteerKinds = []
      for name in row.list(1) {
        guard let kind = GazetteerKinds.byName[name] else {
          faults.append(
            DictionaryFault(
              file: table.file, line: row.line,
              message: "unknown kind “\(name)”; known are "
                + GazetteerKinds.byName.keys.sorted().joined(separator: ", ")))
          continue
        }
        kinds.formUnion(kind)
      }
      for form in Set(folds.map { $0(row.fields[0]) }) { names.append((form, kinds)) }
    }
    guard faults.isEmpty else { throw DictionaryFaults(faults: faults) }
    return (folder + "/shared/gazetteer.bin", Gazetteer.encoded(names))
  }
}
