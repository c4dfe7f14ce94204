import Foundation

/// The lines of a file descriptor, one at a time; a line may be of any length.
final class LineReader {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private var start = 0
  /// Up to where there is no line break for sure.
  private var searched = 0
  private var isAtEnd = false
  private static let size = 1 << 16

  init(descriptor: Int32, name: String = "-") {
    self.descriptor = descriptor
    self.name = name
  }

  /// Whether the next line is not there yet and nobody knows when it will be.
  var wouldWait: Bool {
    guard !isAtEnd, buffer[searched...].firstIndex(of: 0x0A) == nil else { return false }
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) == 0
  }

  /// The next line that is not blank, without its line break; nil at the end.
  /// - Throws: `CommandError`, `Interrupted`.
  func next() throws -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = trimmed(buffer[start..<end])
        start = end + 1
        searched = start
        if line.isEmpty { continue }
        return Array(line)
      }
      searched = buffer.count
      if isAtEnd {
        let line = trimmed(buffer[start...])
        start = buffer.count
        return line.isEmpty ? nil : Array(line)
      }
      try fill()
    }
  }

  private func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D || byte == 0x09 }
    // A byte-order mark at the very start is no part of the first line.
    var line = line
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    guard let first = line.firstIndex(where: { !isBlank($0) }),
      let last = line.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return line[first...last]
  }

  private func fill() throws {
    if start > 0 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    var piece = [UInt8](repeating: 0, count: Self.size)
    let count = read(descriptor, &piece, Self.size)
    if count > 0 {
      buffer += piece[..<count]
    } else if count == 0 {
      isAtEnd = true
    } else if errno == EINTR {
      try Interruption.check()
    } else {
      throw CommandError(path: name, message: "cannot be read: \(systemMessage())")
    }
  }
}
