import Dispatch

/// The same work on several values at a time, one a core.
package enum InParallel {
  /// What `work` makes of each value, in the order of the values.
  package static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ work: @Sendable (Value) -> Result
  ) -> [Result] {
    let results = Results<Result>(count: values.count)
    DispatchQueue.concurrentPerform(iterations: values.count) { index in
      results.put(work(values[index]), at: index)
    }
    return results.all
  }

  private final class Results<Element: Sendable>: @unchecked Sendable {
    // Touched under the lock only.
    private var elements: [Element?]
    private let lock = DispatchSemaphore(value: 1)

    init(count: Int) { elements = Array(repeating: nil, count: count) }

    func put(_ element: Element, at index: Int) {
      lock.wait()
      defer { lock.signal() }
      elements[index] = element
    }

    var all: [Element] { elements.compactMap { $0 } }
  }
}
