import Foundation

/// Bytes that arrive one chunk after the other: of a file, of standard input, or of memory.
struct ByteSource: ~Copyable {
  private enum Origin {
    case file(descriptor: Int32, mustClose: Bool)
    case memory([UInt8])
  }

  private var origin: Origin
  /// Bytes handed out so far.
  private(set) var offset = 0
  private let path: String

  /// Opens a file, or standard input for `-`.
  /// - Throws: `missing`, `permission` or `read`.
  init(path: String) throws(DocumentError) {
    self.path = path
    if path == "-" {
      origin = .file(descriptor: 0, mustClose: false)
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT:
        throw DocumentError(
          code: "missing", path: path, message: "the file is not there (any more); check the path")
      case EACCES, EPERM:
        throw DocumentError(
          code: "permission", path: path, message: "no permission to read the file; change its rights")
      default: throw Self.failure(path, at: 0)
      }
    }
    origin = .file(descriptor: descriptor, mustClose: true)
  }

  /// Bytes already in memory.
  init(_ bytes: [UInt8], path: String) {
    self.path = path
    origin = .memory(bytes)
  }

  deinit {
    if case .file(let descriptor, true) = origin { close(descriptor) }
  }

  /// The next bytes, at most `count`; fewer only at the end.
  /// - Throws: `read` if the system fails.
  mutating func next(_ count: Int) throws(DocumentError) -> ArraySlice<UInt8> {
    switch origin {
    case .memory(let bytes):
      let part = bytes[offset..<min(bytes.count, offset + count)]
      offset = part.endIndex
      return part
    case .file(let descriptor, _):
      var failed = false
      let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
          let got = read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
          if got > 0 {
            filled += got
          } else if got == 0 {
            break
          } else if errno != EINTR {
            failed = true
            break
          }
        }
      }
      if failed { throw Self.failure(path, at: offset + chunk.count) }
      offset += chunk.count
      return chunk[...]
    }
  }

  private static func failure(_ path: String, at offset: Int) -> DocumentError {
    DocumentError(
      code: "read", path: path, offset: offset,
      message: "reading failed: \(String(cString: strerror(errno))); check the disk and try again")
  }
}
