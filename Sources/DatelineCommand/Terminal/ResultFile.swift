import Foundation

/// Where a command's result goes: standard output, or a file that appears all at once when it is complete.
///
/// A file that was there stays as it is until then, also if the work fails.
final class ResultFile {
  let stream: OutputStream
  private let target: String?
  private let temporary: String?
  private let descriptor: Int32

  /// - Parameter path: The file; nil or `-` for standard output.
  /// - Throws: `CommandError`.
  init(path: String?) throws {
    guard let path, path != "-" else {
      target = nil
      temporary = nil
      descriptor = STDOUT_FILENO
      stream = OutputStream(descriptor: STDOUT_FILENO, name: "standard output")
      return
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandError(path: path, message: "is a folder; name a file in it")
    }
    // A link stays a link: what it points at is replaced.
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let beside = real + ".\(getpid()).part"
    descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw CommandError(path: path, message: "cannot be written: \(systemMessage()); choose another place")
    }
    target = real
    temporary = beside
    stream = OutputStream(descriptor: descriptor, name: path)
  }

  /// Sends what is left and puts the file in its place.
  func finish() throws {
    try stream.flush()
    guard let target, let temporary else { return }
    close(descriptor)
    if rename(temporary, target) != 0 {
      let reason = systemMessage()
      unlink(temporary)
      throw CommandError(path: target, message: "cannot be written: \(reason); choose another place")
    }
  }

  /// Takes back what was begun.
  func discard() {
    guard let temporary else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Opens the result, lets `body` write it and finishes it; nothing is left behind if `body` throws.
  static func write(to path: String?, _ body: (OutputStream) throws -> Void) throws {
    let result = try ResultFile(path: path)
    do {
      try body(result.stream)
      try result.finish()
    } catch let error as Interrupted {
      // What was done is kept.
      try result.finish()
      throw error
    } catch {
      if path == nil { try? result.stream.flush() }
      result.discard()
      throw error
    }
  }
}
