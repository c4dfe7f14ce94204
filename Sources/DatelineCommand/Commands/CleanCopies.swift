import DatelineDocuments
import DatelineRepetition
import DatelineText
import Foundation

/// Writes cleaned copies into one folder: never over an input, never outside the folder.
struct CleanCopies {
  private let folder: String
  /// The files of the input by device and number, which no link can disguise.
  private var inputs: Set<FileIdentity> = []
  private var names: Set<String> = []

  /// - Throws: `CommandError` if the folder cannot be made.
  init(folder: String, inputs paths: [String]) throws {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandError(
        path: folder, message: "is not a folder and cannot be made one; choose another place")
    }
    for path in paths { if let identity = FileIdentity(path) { inputs.insert(identity) } }
  }

  /// - Throws: `CommandError`.
  mutating func write(_ document: Document, _ text: NormalisedText, without repeats: [Int: Repeat]) throws {
    let name = unusedName(for: document.source)
    let target = folder + "/" + name
    if let there = FileIdentity(target), inputs.contains(there) {
      throw CommandError(
        path: document.source.path,
        message: "the copy would replace an input; name another folder than \(folder)")
    }
    // A link that lies in the folder must not lead the copy out of it: the copy takes the link's place.
    let beside = folder + "/.\(getpid()).part"
    unlink(beside)
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(target) }
    let stream = OutputStream(descriptor: descriptor, name: target)
    do {
      try stream.write(cleanText(document, text, without: repeats))
      try stream.flush()
    } catch {
      close(descriptor)
      unlink(beside)
      throw error
    }
    close(descriptor)
    if rename(beside, target) != 0 {
      let error = failure(target)
      unlink(beside)
      throw error
    }
  }

  private func failure(_ path: String) -> CommandError {
    CommandError(path: path, message: "cannot be written: \(systemMessage()); choose another folder")
  }

  /// The base name of the source, with the item of a feed, `.txt` where the source was no text, and a number
  /// where another document had the name already.
  private mutating func unusedName(for source: Source) -> String {
    let last = source.path.split(separator: "/").last.map(String.init) ?? ""
    var stem = source.path == "-" || last.isEmpty || last == ".." || last == "." ? "standard-input" : last
    stem = String(stem.map { $0 == "\0" ? "_" : $0 })
    var ending = ""
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex {
      ending = String(stem[dot...])
      stem = String(stem[..<dot])
    }
    if source.format != .text || ending.isEmpty { ending = ".txt" }
    if let item = source.item { stem += "-\(item)" }
    var name = stem + ending
    var number = 2
    while !names.insert(name.lowercased()).inserted {
      name = "\(stem)-\(number)\(ending)"
      number += 1
    }
    return name
  }
}

/// Which file it is, whatever its name.
private struct FileIdentity: Hashable {
  var device: UInt64
  var number: UInt64

  init?(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: information.st_dev)
    number = UInt64(information.st_ino)
  }
}
