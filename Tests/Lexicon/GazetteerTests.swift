import DatelineTestSupport
import Foundation
import Testing

@testable import DatelineLexicon

/// A gazetteer in a file of its own.
private func gazetteer(_ bytes: [UInt8]) throws -> Gazetteer {
  let path = NSTemporaryDirectory() + "dateline-\(UUID().uuidString).bin"
  defer { try? FileManager.default.removeItem(atPath: path) }
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  return try Gazetteer(path: path)
}

private func key(_ name: String) -> Gazetteer.Key {
  var key = Gazetteer.Key()
  key.add(Array(name.utf8))
  return key
}

private let bytes = Gazetteer.encoded([
  ("bonn", .city), ("anna", .given), ("anna", .family), ("new york", .metropolis), ("new", .town),
])

@Suite struct GazetteerTests {
  @Test func saysWhatItWasMadeOf() throws {
    let lists = try gazetteer(bytes)
    #expect(lists.kinds(of: key("bonn")) == .city)
    #expect(lists.kinds(of: key("anna")) == [.given, .family])
    #expect(lists.kinds(of: key("new")) == [.town, .begins])
    #expect(lists.kinds(of: key("new york")) == .metropolis)
    #expect(lists.kinds(of: key("york")) == [])
    #expect(lists.kinds(of: key("")) == [])
  }

  @Test func allKindsAreKeptApart() throws {
    let kinds: [GazetteerKinds] = [.given, .family, .metropolis, .city, .town, .alias, .organisation]
    let names = kinds.map { (folded: "name \($0.rawValue)", kinds: $0) }
    let lists = try gazetteer(Gazetteer.encoded(names))
    for (name, kinds) in names { #expect(lists.kinds(of: key(name)) == kinds) }
  }

  @Test func doesNotFindWhatItDoesNotHave() throws {
    let names = (0..<5000).map { (folded: "name\($0)", kinds: GazetteerKinds.family) }
    let lists = try gazetteer(Gazetteer.encoded(names))
    #expect((0..<5000).allSatisfy { lists.kinds(of: key("name\($0)")) == .family })
    #expect((0..<100_000).filter { lists.kinds(of: key("other\($0)")) != [] }.count <= 1)
  }

  @Test func damageIsNamed() {
    var old = bytes
    old[8] ^= 1
    for (damaged, word) in [
      (Array(bytes.prefix(20)), "no gazetteer"), (Array(bytes.dropLast()), "cut off"), (old, "version"),
      ([], "no gazetteer"),
    ] {
      let error = #expect(throws: DictionaryFault.self) { try gazetteer(damaged) }
      #expect(error?.file.hasSuffix(".bin") == true)
      #expect(error?.message.contains(word) == true)
      #expect(error?.message.contains("dateline dictionaries compile") == true)
    }
  }

  @Test func theCompiledFileIsWhatTheTextSays() throws {
    let (path, bytes) = try Lexicons.compiledGazetteer(folder: nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).elementsEqual(bytes))
  }
}
