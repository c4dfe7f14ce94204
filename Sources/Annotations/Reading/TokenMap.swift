/// Values under the numbers of tokens: like a dictionary, but asking costs no hash.
struct TokenMap<Value> {
  private var places: [Int32]
  private var values: [Value] = []

  /// Nothing under any token of a text with so many; the number behind the last is a place too.
  init(tokens: Int) { places = [Int32](repeating: -1, count: tokens + 1) }

  /// What stands under a token; nil for a token outside of the text.
  subscript(token: Int) -> Value? {
    guard places.indices.contains(token), places[token] >= 0 else { return nil }
    return values[Int(places[token])]
  }

  /// Whether something stands under a token.
  func has(_ token: Int) -> Bool { places.indices.contains(token) && places[token] >= 0 }

  /// Puts a value under a token of the text, in the place of what stood there.
  mutating func put(_ value: Value, at token: Int) {
    if places[token] >= 0 {
      values[Int(places[token])] = value
    } else {
      places[token] = Int32(values.count)
      values.append(value)
    }
  }
}

extension TokenMap: Sendable where Value: Sendable {}
