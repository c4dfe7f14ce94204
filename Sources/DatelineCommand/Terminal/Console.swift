import Foundation

/// The talk on standard error: faults, progress, the closing summary.
///
/// Results never go here.
final class Console {
  let isQuiet: Bool
  /// Whether standard error takes colours.
  let hasColour: Bool
  /// Whether standard output takes colours.
  let outputHasColour: Bool
  private(set) var failures = 0
  private var progress: Progress?
  private let startedAt = DispatchTime.now().uptimeNanoseconds

  init(isQuiet: Bool, colour: String) {
    self.isQuiet = isQuiet
    let environment = ProcessInfo.processInfo.environment
    func wanted(_ descriptor: Int32) -> Bool {
      switch colour {
      case "always": true
      case "never": false
      default:
        isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
          && environment["TERM"] != "dumb"
      }
    }
    hasColour = wanted(STDERR_FILENO)
    outputHasColour = wanted(STDOUT_FILENO)
  }

  /// Seconds since the command began.
  var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - startedAt) / 1e9 }

  /// A failed input: one line, and the exit status will say so.
  func fail(_ error: any Error) {
    failures += 1
    line(sentence(for: error))
  }

  /// One line that says what is wrong.
  func line(_ text: String) {
    progress?.clear()
    let name = hasColour ? "\u{1B}[1;31mdateline:\u{1B}[0m " : "dateline: "
    Self.send(name + printable(text) + "\n")
    progress?.draw()
  }

  /// A remark that --quiet leaves out.
  func remark(_ text: String) {
    guard !isQuiet else { return }
    progress?.clear()
    Self.send(printable(text) + "\n")
    progress?.draw()
  }

  /// Starts a progress bar if somebody is there to see it.
  /// - Parameter files: What will be read; asked for only if there is a bar.
  func startProgress(over files: () -> [(path: String, bytes: Int)]) {
    guard !isQuiet, isatty(STDERR_FILENO) == 1, ProcessInfo.processInfo.environment["TERM"] != "dumb"
    else { return }
    progress = Progress(files: files(), hasColour: hasColour)
    progress?.draw()
  }

  /// A document is done.
  func advance(path: String) { progress?.advance(path: path) }

  func endProgress() {
    progress?.clear()
    progress = nil
  }

  /// Columns of the terminal; 80 if there is none.
  static func width(of descriptor: Int32 = STDOUT_FILENO) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    if let named = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(named), columns > 0 {
      return columns
    }
    return 80
  }

  /// Standard error, unbuffered; a closed one is nobody's loss.
  static func send(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      sent += count
    }
  }
}

/// A text without control characters, so that a file name cannot move the cursor or start a line of its own.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
  return String(result)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
    || (0x2066...0x2069).contains(scalar.value)
}
