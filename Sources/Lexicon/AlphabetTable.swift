import DatelineText
import Foundation

/// Reads the alphabets of a language: one file each.
enum AlphabetTable {
  static let columns = ["kind", "written", "when", "read"]

  /// The file of known words, beside the alphabets.
  static let wordsFile = "words.tsv"

  /// The alphabets of a folder in the order of their names; none if there is no such folder.
  static func load(folder: String, faults: inout [DictionaryFault]) -> [Alphabet] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".tsv") && $0 != wordsFile }.map { String($0.dropLast(4)) }.sorted()
    var tables: [String: DictionaryTable] = [:]
    for name in names {
      tables[name] = DictionaryTable(
        file: "\(folder)/\(name).tsv", columns: columns, keys: 3, faults: &faults)
    }
    return names.compactMap { name in
      guard let table = tables[name], !table.rows.isEmpty else { return nil }
      var reader = Reader(table: table)
      let alphabet = reader.alphabet(name: name, among: tables)
      faults += reader.faults
      return alphabet
    }
  }

  /// The words of the folder that no other dictionary has to hold.
  static func words(folder: String, faults: inout [DictionaryFault]) -> [ReadingKnowledge.Word] {
    let file = "\(folder)/\(wordsFile)"
    guard FileManager.default.fileExists(atPath: file) else { return [] }
    let table = DictionaryTable(file: file, columns: ["word", "kind"], faults: &faults)
    return table.rows.compactMap { row in
      let traits: ReadingKnowledge.Word.Traits
      switch row.fields[1] {
      case "": traits = .common
      case "frequent": traits = [.common, .frequent]
      case "name": traits = .name
      case "either": traits = [.common, .name]
      default:
        faults.append(
          DictionaryFault(
            file: file, line: row.line, message: "kind is frequent, name, either or empty"))
        return nil
      }
      return ReadingKnowledge.Word(letters: row.fields[0], traits: traits)
    }
  }

  private struct Reader {
    let table: DictionaryTable
    var faults: [DictionaryFault] = []
    private var script = ""
    private var frontMarks: Set<UInt32> = []
    private var sets: [String: Set<UInt32>] = [:]
    private var same: [UInt32: UInt32] = [:]
    private var signs: [UInt32: UInt32] = [:]
    private var rules: [Alphabet.Rule] = []
    private var tellingLetters: Set<UInt32> = []
    private var leastShare: Double?
    private var others: Set<[UInt32]> = []
    private var examples: [Alphabet.Example] = []

    init(table: DictionaryTable) { self.table = table }

    private mutating func fault(_ row: DictionaryTable.Row, _ message: String) {
      faults.append(DictionaryFault(file: table.file, line: row.line, message: message))
    }

    mutating func alphabet(name: String, among tables: [String: DictionaryTable]) -> Alphabet? {
      var rows = table.rows
      if let base = rows.first(where: { $0.fields[0] == "fact" && $0.fields[1] == "base" }) {
        guard let other = tables[base.fields[3]] else {
          fault(base, "there is no alphabet “\(base.fields[3])” in this folder")
          return nil
        }
        // A row of its own takes the place of the one it shares the key with.
        let own = Set(rows.map { $0.fields[0..<3] })
        rows += other.rows.filter { $0.fields[0] != "example" && !own.contains($0.fields[0..<3]) }
      }
      // Sets first: conditions name them.
      for row in rows where row.fields[0] == "set" {
        sets[row.fields[1]] = Set(row.fields[3].unicodeScalars.map(\.value))
      }
      for row in rows { read(row) }
      if script.isEmpty {
        faults.append(
          DictionaryFault(
            file: table.file, line: nil, message: "says no script: a row “fact TAB script TAB TAB Latn”"))
        return nil
      }
      return Alphabet(
        name: name, script: script, rules: rules, vowels: sets["vowel"] ?? [], same: same, signs: signs,
        frontMarks: frontMarks, others: others, tellingLetters: tellingLetters, leastShare: leastShare,
        examples: examples)
    }

    private mutating func read(_ row: DictionaryTable.Row) {
      let (kind, written, when, read) = (row.fields[0], row.fields[1], row.fields[2], row.fields[3])
      if written.isEmpty {
        fault(row, "the column “written” is empty")
        return
      }
      switch kind {
      case "fact":
        switch written {
        case "script": script = read
        case "front-mark": frontMarks = Set(read.unicodeScalars.map(\.value))
        case "base": break
        case "least-share":
          leastShare = Double(read)
          if leastShare == nil { fault(row, "least-share is a number from 0 to 1") }
        case "telling-letters": tellingLetters = Set(read.unicodeScalars.map(\.value))
        default:
          fault(
            row, "unknown fact “\(written)”; it is script, base, front-mark, telling-letters or least-share")
        }
      case "set": break
      case "same":
        guard let to = single(read) else {
          fault(row, "“read” must be the one letter that is meant")
          return
        }
        for scalar in written.unicodeScalars { same[scalar.value] = to }
      case "sign":
        guard let from = single(written), let to = single(read) else {
          fault(row, "a sign is one character on both sides")
          return
        }
        signs[from] = to
      case "other": others.insert(written.unicodeScalars.map(\.value))
      case "letter":
        let conditions = when.split(separator: " ").compactMap { condition(String($0), row) }
        let sides = read.components(separatedBy: "||").map { side in
          side.split(separator: "|").map { $0.unicodeScalars.map(\.value) }
        }
        let readings = sides.flatMap { $0 }
        rules.append(
          Alphabet.Rule(
            written: written.unicodeScalars.map(\.value), conditions: conditions,
            readings: readings.isEmpty ? [[]] : readings, usual: sides.first?.count ?? 1))
      case "example":
        examples.append(.init(written: written, read: read, place: "\(table.file):\(row.line)"))
      default:
        fault(row, "unknown kind “\(kind)”; it is fact, set, same, sign, letter, other or example")
      }
    }

    private func single(_ text: String) -> UInt32? {
      text.unicodeScalars.count == 1 ? text.unicodeScalars.first?.value : nil
    }

    private mutating func condition(_ text: String, _ row: DictionaryTable.Row) -> Alphabet.Condition? {
      let isNegated = text.hasPrefix("^")
      let word = isNegated ? String(text.dropFirst()) : text
      switch word {
      case "start": return .init(.start, isNegated: isNegated)
      case "end": return .init(.end, isNegated: isNegated)
      case "first-syllable": return .init(.firstSyllable, isNegated: isNegated)
      default:
        let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2, let set = sets[sides[1]] else {
          fault(row, "“\(text)” is no condition, or names a set that is not in this file")
          return nil
        }
        if sides[0] == "after" { return .init(.after(set), isNegated: isNegated) }
        if sides[0] == "before" { return .init(.before(set), isNegated: isNegated) }
        fault(row, "“\(text)” is no condition: start, end, first-syllable, after=SET or before=SET")
        return nil
      }
    }
  }
}
