/// A part of one in percent: 0.9412 is "94.1".
func percent(_ part: Double, decimals: Int = 1) -> String {
  let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  let rounded = Int((part * Double(100 * scale)).rounded())
  return "\(rounded / scale)." + String(scale + rounded % scale).dropFirst()
}

extension String {
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
  func leading(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
