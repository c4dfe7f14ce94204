import Foundation

/// A bar on the last line of the terminal: how much of the input is read, and how fast.
final class Progress {
  private let sizes: [String: Int]
  private let totalBytes: Int
  private let hasColour: Bool
  private var doneBytes = 0
  private var documents = 0
  private var currentPath: String?
  private let startedAt = DispatchTime.now().uptimeNanoseconds
  private var drawnAt: UInt64 = 0
  private var isShown = false

  init(files: [(path: String, bytes: Int)], hasColour: Bool) {
    // The same file may be named twice; the bar then fills at its first reading.
    sizes = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    totalBytes = sizes.values.reduce(0, +)
    self.hasColour = hasColour
  }

  /// A document of a file is done.
  ///
  /// The file is done when a document of the next one is.
  func advance(path: String) {
    documents += 1
    if let before = currentPath, before != path { doneBytes += sizes[before] ?? 0 }
    currentPath = path
    // Ten times a second is as often as an eye can follow.
    if DispatchTime.now().uptimeNanoseconds - drawnAt > 100_000_000 { draw() }
  }

  func draw() {
    drawnAt = DispatchTime.now().uptimeNanoseconds
    isShown = true
    let seconds = max(0.001, Double(drawnAt - startedAt) / 1e9)
    let part = totalBytes > 0 ? min(1, Double(doneBytes) / Double(totalBytes)) : 0
    var text = "\(grouped(documents)) documents, \(grouped(Int(Double(documents) / seconds)))/s"
    if totalBytes > 0 {
      text = "\(Int(part * 100))%".leftPadded(to: 4) + "  " + text
      if part > 0.02, seconds > 1 { text += ", \(duration(seconds / part - seconds)) left" }
    }
    let columns = Console.width(of: STDERR_FILENO)
    let room = min(30, columns - text.count - 4)
    let bar = totalBytes > 0 && room >= 8 ? self.bar(part, length: room) + " " : ""
    Console.send("\r\u{1B}[K" + bar + String(text.prefix(max(0, columns - 1))))
  }

  func clear() {
    guard isShown else { return }
    isShown = false
    Console.send("\r\u{1B}[K")
  }

  private func bar(_ part: Double, length: Int) -> String {
    let eighths = Int(part * Double(length) * 8)
    let full = eighths / 8
    var bar = String(repeating: "█", count: full)
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    bar += rest
    let empty = length - full - (rest.isEmpty ? 0 : 1)
    let ground = String(repeating: "░", count: max(0, empty))
    return hasColour ? "\u{1B}[32m\(bar)\u{1B}[2m\(ground)\u{1B}[0m" : bar + ground
  }
}

/// A duration as people say it: `12 s`, `3 min`, `2 h`.
func duration(_ seconds: Double) -> String {
  switch seconds {
  case ..<90: "\(Int(seconds.rounded(.up))) s"
  case ..<5400: "\(Int((seconds / 60).rounded())) min"
  default: "\(Int((seconds / 3600).rounded())) h"
  }
}

/// A number with a space between its thousands: 1 234 567.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0, digits[index - 1] != "-" { text += "\u{202F}" }
    text.append(digit)
  }
  return text
}

extension String {
  /// With spaces before it, up to a number of characters.
  func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
  /// With spaces after it, up to a number of characters.
  func rightPadded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
