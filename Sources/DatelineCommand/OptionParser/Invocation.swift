/// A command line, understood: which options were given with which values, and the arguments.
struct Invocation {
  /// The words that are no options.
  var arguments: [String] = []
  /// The values of each option by long name, in the order they were given.
  var values: [String: [String]] = [:]

  /// What an option says; the last one counts if it was given twice.
  subscript<Value>(option: Option<Value>) -> Value? {
    values[option.declaration.name]?.last.flatMap(option.read)
  }
  /// Whether a flag is there.
  subscript(flag: Option<Bool>) -> Bool { values[flag.declaration.name] != nil }
  /// All values of an option that may be repeated.
  func all<Value>(_ option: Option<Value>) -> [Value] {
    (values[option.declaration.name] ?? []).compactMap(option.read)
  }
}

/// A command line that is not understood; the message says what is wrong and, where it can, what was meant.
struct UsageError: Error, Equatable {
  var message: String
}
