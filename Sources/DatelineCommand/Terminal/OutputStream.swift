import Foundation

/// Whoever read our output has gone (`| head`): a reason to stop, not a fault.
struct OutputClosed: Error {}

/// A buffered stream of bytes to a file descriptor.
final class OutputStream {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private static let size = 1 << 16

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// - Throws: `OutputClosed`, or `CommandError` if the disc is full.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= Self.size { try flush() }
  }

  func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try buffer.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count >= 0 {
          sent += count
        } else if errno == EPIPE {
          throw OutputClosed()
        } else if errno != EINTR && errno != EAGAIN {
          throw CommandError(
            path: name, message: "cannot be written: \(systemMessage()); free some space or write elsewhere")
        }
      }
    }
  }
}

/// What the system says about its last error, in small letters as inside a sentence.
func systemMessage(_ code: Int32 = errno) -> String {
  let text = String(cString: strerror(code))
  return text.prefix(1).lowercased() + text.dropFirst()
}
