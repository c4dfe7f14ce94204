import DatelineDocuments
import Foundation

/// What a reader made of some input, for tests.
struct Reading {
  var documents: [Document] = []
  var errors: [DocumentError] = []

  init(_ bytes: [UInt8], options: ReaderOptions = ReaderOptions()) {
    DocumentReader(options: options).documents(in: bytes, path: "test") { add($0) }
  }

  init(_ text: String, options: ReaderOptions = ReaderOptions()) {
    self.init(Array(text.utf8), options: options)
  }

  init(inputs: [String]) {
    DocumentReader().read(inputs) { add($0) }
  }

  private mutating func add(_ outcome: ReadOutcome) {
    switch outcome {
    case .document(let document): documents.append(document)
    case .failure(let error): errors.append(error)
    }
  }

  var first: Document? { documents.first }
  /// The texts of the blocks of the first document.
  var blocks: [String] { first?.blocks.map(\.text) ?? [] }
}

/// Small repeatable random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A folder of its own for a test, gone when the value is.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/dateline-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders it lies in.
  func write(_ name: String, _ text: String) throws {
    let file = path + "/" + name
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }
}

/// The Corpus of this repository.
let corpus =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path + "/Corpus"
