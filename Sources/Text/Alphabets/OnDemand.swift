import Foundation

/// A value that is made when it is first asked for, once, whichever task asks.
///
/// Most runs meet no text in another alphabet: they shall not pay for what it takes to read one.
final class OnDemand<Value: Sendable>: @unchecked Sendable {
  // Both are touched under the lock only.
  private var made: Value?
  private let lock = NSLock()
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value.
  var value: Value {
    lock.lock()
    defer { lock.unlock() }
    if let made { return made }
    let new = make()
    made = new
    return new
  }
}
