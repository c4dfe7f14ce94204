import Foundation

/// A file that an input stands for.
public struct InputFile: Sendable, Hashable {
  /// The path as the caller gave it, or below it; `-` for standard input.
  public var path: String
  /// Its size in bytes; 0 where it is not known (standard input, a pipe).
  public var bytes: Int
  /// Whether the caller named it, rather than a folder or a pattern that holds it.
  public var isNamed: Bool
  /// Why it cannot be read, if that is already known.
  public var error: DocumentError?
}

/// Finds the files that inputs stand for: files, folders, patterns, `-`.
struct InputFiles {
  /// Calls `body` for each file, folder by folder, in the byte order of paths.
  ///
  /// Memory grows with the largest folder only.
  static func walk(_ inputs: [String], _ body: (InputFile) throws -> Void) rethrows {
    for input in inputs {
      if input == "-" {
        try body(InputFile(path: "-", bytes: 0, isNamed: true))
        continue
      }
      let status = FileStatus(input)
      if !status.exists, Glob.isPattern(input) {
        let matches = Glob(input).matches()
        if matches.isEmpty {
          try body(
            failure("missing", input, "no file matches this pattern; check the folder and the spelling"))
        }
        for match in matches { try visit(match, named: false, parents: [], body) }
      } else {
        try visit(input, named: true, parents: [], body)
      }
    }
  }

  private static func visit(
    _ path: String, named: Bool, parents: [FileStatus.Identity], _ body: (InputFile) throws -> Void
  ) rethrows {
    let status = FileStatus(path)
    guard status.exists else {
      if status.isDanglingLink {
        try body(failure("missing", path, "the link leads to a file that does not exist; mend or remove it"))
      } else if status.errorNumber == EACCES {
        try body(failure("permission", path, "no permission to look at it; change the rights of its folder"))
      } else if status.errorNumber == ELOOP {
        try body(failure("missing", path, "the link leads in a circle; mend or remove it"))
      } else {
        try body(failure("missing", path, "no such file or folder; check the spelling"))
      }
      return
    }
    guard status.isFolder else {
      // In a folder, pipes and devices are not documents.
      if named || status.isRegular { try body(InputFile(path: path, bytes: status.bytes, isNamed: named)) }
      return
    }
    // A link back to a folder we are in would never end.
    guard !parents.contains(status.identity), parents.count < 256 else { return }
    guard let names = Folder.names(in: path) else {
      try body(
        failure("permission", path, "no permission to list the folder; change its rights or leave it out"))
      return
    }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    var entries: [(key: [UInt8], path: String)] = []
    for name in names where !isPassedOver(name) {
      let isFolder = FileStatus(prefix + name).isFolder
      // A folder sorts as its files do: "a.txt" before "a/b".
      entries.append((Array((isFolder ? name + "/" : name).utf8), prefix + name))
    }
    entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
    for entry in entries {
      try visit(entry.path, named: false, parents: parents + [status.identity], body)
    }
  }

  /// Names that are no documents in a folder of documents.
  private static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name == "expected.json" || name == "origin.txt" || name == "README.md"
  }

  private static func failure(_ code: String, _ path: String, _ message: String) -> InputFile {
    InputFile(
      path: path, bytes: 0, isNamed: true, error: DocumentError(code: code, path: path, message: message))
  }
}

/// What the system says about a path, links followed.
struct FileStatus {
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  var exists = false
  var isFolder = false
  var isRegular = false
  var isDanglingLink = false
  var bytes = 0
  var errorNumber: Int32 = 0
  var identity = Identity(device: 0, number: 0)

  init(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else {
      errorNumber = errno
      var link = stat()
      isDanglingLink =
        errorNumber == ENOENT && lstat(path, &link) == 0 && link.st_mode & S_IFMT == S_IFLNK
      return
    }
    exists = true
    isFolder = info.st_mode & S_IFMT == S_IFDIR
    isRegular = info.st_mode & S_IFMT == S_IFREG
    bytes = isRegular ? Int(info.st_size) : 0
    identity = Identity(device: UInt64(info.st_dev), number: UInt64(info.st_ino))
  }
}

/// Listing of folders.
enum Folder {
  /// Whether a path is a folder and not a link to one.
  static func isRealFolder(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, in no order, without `.` and `..`; nil if it cannot be listed.
  static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
