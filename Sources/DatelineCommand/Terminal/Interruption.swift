import Foundation

/// The user pressed Ctrl-C, and the work stopped at the next document.
struct Interrupted: Error {}

/// Ctrl-C, noticed between two documents so that what is done is kept.
enum Interruption {
  // A signal handler may do little more than set a number; it is only ever set to 1.
  nonisolated(unsafe) private static var noticed: sig_atomic_t = 0

  /// From now on the first Ctrl-C is noticed; the second one ends the program at once.
  static func watch() {
    var action = sigaction()
    #if canImport(Glibc) || canImport(Musl)
      action.__sigaction_handler.sa_handler = { _ in Interruption.noticed = 1 }
    #else
      action.__sigaction_u.__sa_handler = { _ in Interruption.noticed = 1 }
    #endif
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
    // Whoever started us from a thread that blocks signals handed that on.
    var both = sigset_t()
    sigemptyset(&both)
    sigaddset(&both, SIGINT)
    sigaddset(&both, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &both, nil)
  }

  /// - Throws: `Interrupted` after Ctrl-C.
  static func check() throws {
    if noticed != 0 { throw Interrupted() }
  }

  static var isNoticed: Bool { noticed != 0 }
}
