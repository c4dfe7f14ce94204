import Foundation

/// The bytes of a file or of standard input, a block at a time.
final class InputBlocks {
  private let path: String
  private let descriptor: Int32
  private var block = [UInt8](repeating: 0, count: InputBlocks.size)
  /// Bytes of a block, at most.
  static let size = 1 << 18

  /// - Parameter path: a file; `-` for standard input.
  /// - Throws: `CommandError` if it cannot be opened.
  init(path: String) throws {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
    guard descriptor >= 0 else { throw unreadable() }
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// The bytes that are there by now; none at the end.
  /// - Throws: `CommandError`, `Interrupted`.
  func next() throws -> ArraySlice<UInt8> {
    while true {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return block[..<count] }
      guard errno == EINTR else { throw unreadable() }
      try Interruption.check()
    }
  }

  private func unreadable() -> CommandError {
    CommandError(message: "\(path) cannot be read: \(systemMessage())")
  }
}
