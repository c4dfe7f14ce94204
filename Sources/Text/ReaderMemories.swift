import Foundation

/// What the readers of one dictionary or model remember: as many memories as read at the same time.
package final class ReaderMemories<Memory: AnyObject>: @unchecked Sendable {
  // Touched under the lock only; whoever has taken a memory has it alone.
  private var idle: [Memory] = []
  private let lock = NSLock()

  /// No memories yet.
  package init() {}

  /// A memory that nobody else uses until it is given back.
  ///
  /// - Parameter make: makes one where all are in use.
  package func take(orMake make: () -> Memory) -> Memory {
    lock.lock()
    defer { lock.unlock() }
    return idle.popLast() ?? make()
  }

  /// Gives a memory back to whoever reads next.
  package func give(back memory: Memory) {
    lock.lock()
    defer { lock.unlock() }
    idle.append(memory)
  }
}
