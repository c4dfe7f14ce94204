import DatelineLexicon

/// The bearers of a document by the hashes of their folded names.
struct BearerNames {
  private var names = Vocabulary()
  private var bearers: [Int] = []

  /// The number of the bearer of a name, nil if nobody has it; none can be taken away.
  subscript(name: [UInt8]) -> Int? {
    get {
      let number = Int(names.find(name.withUnsafeBufferPointer(WordHash.of)))
      return number >= 0 ? bearers[number] : nil
    }
    set {
      guard let newValue else { return }
      let number = Int(names.insert(name.withUnsafeBufferPointer(WordHash.of)))
      if number == bearers.count { bearers.append(newValue) } else { bearers[number] = newValue }
    }
  }
}
