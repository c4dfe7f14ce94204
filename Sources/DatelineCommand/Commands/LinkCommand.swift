import Dateline
import DatelineLexicon
import DatelineRecords
import DatelineText
import Foundation

let linkCommand = Command(
  name: "link",
  summary: "find the names of one bearer in a list, across languages and alphabets",
  details: [
    "FILE has one name a line, with or without a tab and its language (en, de, kk, ru) behind it. Each line is "
      + "answered, in order, by the number of its cluster, its linking key and the name, with tabs between them. "
      + "Clusters are numbered from 1 in the order of their first names; a name that is nobody else's is a cluster "
      + "of its own.",
    "Persons are joined by how their names sound in whatever spelling, organisations by what their words mean.",
  ],
  arguments: [
    ArgumentDeclaration(
      name: "FILE", kind: .file, count: 0...1, help: "a list of names; standard input without it or for -")
  ],
  options: [outputOption.declaration, InputOptions.dictionaries.declaration],
  examples: [
    .init(line: "dateline link names.txt | sort -n", meaning: "the names of each bearer together"),
    .init(
      line: "cut -f 3 a.tsv b.tsv | dateline link", meaning: "who of one list is in the other"),
  ],
  run: { invocation, console in
    let lexicons = try Lexicons(folder: invocation[InputOptions.dictionaries])
    let lines = try NameLines.read(InputBlocks(path: invocation.arguments.first ?? "-"))
    Interruption.watch()
    var linker = MixedNameLinker(lexicons)
    for line in lines { linker.add(line.name, language: line.language) }
    let clusters = linker.clusters()
    try ResultFile.write(to: invocation[outputOption]) { output in
      var numbers: [Int: Int] = [:]
      for (place, line) in lines.enumerated() {
        let number = numbers[clusters[place]] ?? numbers.count + 1
        numbers[clusters[place]] = number
        try output.write("\(number)\t\(linker.keys[place])\t")
        try output.write(line.bytes)
        try output.write("\n")
        if place & 0xFFF == 0 { try Interruption.check() }
      }
    }
    return .done
  })

/// A line of a list of names.
struct NameLines {
  /// The name as it came, without the language.
  var bytes: [UInt8]
  /// The name for comparison; of a line longer than any name only the beginning.
  var name: String
  /// BCP 47; nil if the line gives none.
  var language: String?

  /// Bytes of a name that are looked at.
  static let longest = 4096

  init(_ line: ArraySlice<UInt8>) {
    if let tab = line.lastIndex(of: 0x09), Self.isLanguage(line[(tab + 1)...]) {
      bytes = Array(line[..<tab])
      language = String(decoding: line[(tab + 1)...], as: UTF8.self)
    } else {
      bytes = Array(line)
      language = nil
    }
    name = String(decoding: bytes.prefix(Self.longest), as: UTF8.self)
  }

  /// Whether these bytes look like a code such as `ru` or `kk-latn`.
  private static func isLanguage(_ code: ArraySlice<UInt8>) -> Bool {
    let main = code.prefix { $0 != 0x2D }
    guard (2...3).contains(main.count), code.count < 12 else { return false }
    return code.allSatisfy { ($0 > 0x60 && $0 < 0x7B) || $0 == 0x2D }
  }

  /// All lines of a file.
  static func read(_ input: InputBlocks) throws -> [NameLines] {
    var bytes: [UInt8] = []
    while case let block = try input.next(), !block.isEmpty { bytes += block }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Behind the last line break there is no line.
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { NameLines($0.last == 0x0D ? $0.dropLast() : $0) }
  }
}
