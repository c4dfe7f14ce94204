/// The word that was most likely meant; nil if none is near enough.
func nearestSpelling(of given: String, among words: [String]) -> String? {
  let wanted = Array(given.lowercased())
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  for word in words {
    let distance = editDistance(wanted, Array(word))
    if distance < best?.distance ?? Int.max { best = (word, distance) }
  }
  // A third of the letters may be wrong, and a beginning of three letters says enough by itself.
  if let best, best.distance <= max(1, min(3, wanted.count / 3)) { return best.word }
  let begun = words.filter { wanted.count >= 3 && $0.hasPrefix(given.lowercased()) }
  return begun.count == 1 ? begun.first : nil
}

/// Letters to insert, drop, change or swap with their neighbour.
///
/// Time and memory: the product of the lengths.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  guard !left.isEmpty else { return right.count }
  guard !right.isEmpty else { return left.count }
  var table = Array(
    repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
  for row in 0...left.count { table[row][0] = row }
  for column in 0...right.count { table[0][column] = column }
  for row in 1...left.count {
    for column in 1...right.count {
      let same = left[row - 1] == right[column - 1]
      var least = min(
        table[row - 1][column] + 1, table[row][column - 1] + 1,
        table[row - 1][column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        least = min(least, table[row - 2][column - 2] + 1)
      }
      table[row][column] = least
    }
  }
  return table[left.count][right.count]
}
