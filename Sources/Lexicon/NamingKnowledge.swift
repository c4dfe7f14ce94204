import DictionaryFiles
import Foundation

/// What the linker of names knows: sounds, names that have a form of their own in each language, small words.
public struct NamingKnowledge: Sendable {
  /// How letters are heard.
  package var sounds = SoundTable()
  /// Words, folded as `NamingKnowledge.folded` does, and the groups of equivalents that they belong to.
  package var equivalents: [String: [Int32]] = [:]
  /// Small words inside names of persons: "von", "al", "бен".
  package var particles: Set<String> = []
  /// How patronymics end, in any language.
  package var patronymicEndings: [[UInt32]] = []

  /// Knows nothing.
  init() {}

  /// Reads what a folder of dictionaries knows, faults left to those who load all of it.
  ///
  /// - Parameter folder: nil for the one that comes with the program.
  /// - Throws: `DictionaryFaults` if a file of names is missing or faulty.
  public init(folder: String? = nil) throws {
    guard let folder = folder ?? DictionaryFiles.folder() else {
      throw DictionaryFaults(faults: [
        DictionaryFault(
          file: "Dictionaries", line: nil,
          message: "not found beside the program; name the folder with --dictionaries")
      ])
    }
    var faults: [DictionaryFault] = []
    self.init(folder: folder, faults: &faults)
    guard faults.allSatisfy(\.isHarmless) else { throw DictionaryFaults(faults: faults) }
  }

  /// Reads what is shared, and what each language says of small words in names and of patronymics.
  init(folder: String, faults: inout [DictionaryFault]) {
    // A folder with a language or two for a trial needs nothing that is shared.
    guard FileManager.default.fileExists(atPath: folder + "/shared/sounds.tsv") else { return }
    sounds = SoundTable(
      rows: DictionaryTable(
        file: folder + "/shared/sounds.tsv", columns: SoundTable.columns, keys: 2, faults: &faults),
      faults: &faults)
    let groups = DictionaryTable(
      file: folder + "/shared/equivalent-names.tsv", columns: ["name", "forms"], faults: &faults)
    for (number, row) in groups.rows.enumerated() {
      for form in [row.fields[0]] + row.list(1) {
        equivalents[Self.folded(form), default: []].append(Int32(number))
      }
    }
    var endings: Set<[UInt32]> = []
    for language in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    where FileManager.default.fileExists(atPath: "\(folder)/\(language)/language.tsv") {
      let connectors = DictionaryTable(
        file: "\(folder)/\(language)/name-connectors.tsv", columns: ["form", "kind"], keys: 2, faults: &faults
      )
      for row in connectors.rows where row.fields[1] == "person" {
        for word in row.fields[0].split(whereSeparator: { " -’'".contains($0) }) {
          particles.insert(Self.folded(String(word)))
        }
      }
      let names = DictionaryTable(
        file: "\(folder)/\(language)/name-endings.tsv", columns: ["ending", "kind", "gender"], faults: &faults
      )
      for row in names.rows where row.fields[1] == "patronymic" {
        endings.insert(Self.folded(row.fields[0]).unicodeScalars.map(\.value))
      }
    }
    patronymicEndings = endings.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// A word as it is looked up: small letters, ё as е.
  package static func folded(_ word: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        out.append(lower == "ё" ? "е" : lower)
      }
    }
    return String(out)
  }
}
