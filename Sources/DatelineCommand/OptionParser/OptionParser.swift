/// Reads the words of a command line as declared options and arguments.
///
/// Understood are `--name value`, `--name=value`, `-n value`, `-nvalue`, flags in one (`-qe`), `--` before
/// arguments that start with a dash, and `-` as an argument.
struct OptionParser {
  var options: [OptionDeclaration]
  var arguments: [ArgumentDeclaration]

  /// - Throws: `UsageError`.
  func parse(_ words: [String]) throws -> Invocation {
    var invocation = Invocation()
    var position = 0
    var optionsEnded = false
    while position < words.count {
      let word = words[position]
      position += 1
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        invocation.arguments.append(word)
      } else if word == "--" {
        optionsEnded = true
      } else if word.hasPrefix("--") {
        try readLong(word, words, &position, into: &invocation)
      } else {
        try readShort(word, words, &position, into: &invocation)
      }
    }
    // Whoever asks for help gets it, whatever else is missing.
    if invocation.values["help"] == nil { try checkArguments(invocation.arguments) }
    return invocation
  }

  private func readLong(
    _ word: String, _ words: [String], _ position: inout Int, into invocation: inout Invocation
  ) throws {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { $0.name == name }) else {
      let near = nearestSpelling(of: name, among: options.map(\.name))
      throw UsageError(
        message: "there is no option ‘--\(name)’" + (near.map { "; did you mean ‘--\($0)’?" } ?? ""))
    }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if option.valueName == nil {
      if attached != nil { throw UsageError(message: "‘--\(name)’ takes no value") }
      try note(option, "", into: &invocation)
    } else if let attached {
      try note(option, attached, into: &invocation)
    } else {
      try note(option, try nextValue(of: option, words, &position), into: &invocation)
    }
  }

  private func readShort(
    _ word: String, _ words: [String], _ position: inout Int, into invocation: inout Invocation
  ) throws {
    var rest = word.dropFirst()
    while let letter = rest.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        let long = options.contains { $0.name == word.dropFirst() }
        throw UsageError(
          message: "there is no option ‘-\(letter)’" + (long ? "; did you mean ‘-\(word)’?" : ""))
      }
      if option.valueName == nil {
        try note(option, "", into: &invocation)
        continue
      }
      if rest.isEmpty {
        try note(option, try nextValue(of: option, words, &position), into: &invocation)
      } else {
        try note(option, String(rest.first == "=" ? rest.dropFirst() : rest), into: &invocation)
      }
      return
    }
  }

  private func nextValue(
    of option: OptionDeclaration, _ words: [String], _ position: inout Int
  ) throws -> String {
    let next = position < words.count ? words[position] : nil
    if let bare = option.valueIfBare {
      guard let next, case .oneOf(let allowed) = option.kind, allowed.contains(next) else { return bare }
      position += 1
      return next
    }
    // A forgotten value must not swallow the next option; `--name=-x` says it is meant.
    guard let next, next == "-" || !next.hasPrefix("-") || Double(next) != nil else {
      throw UsageError(message: "‘--\(option.name)’ needs a value (\(option.valueName ?? ""))")
    }
    position += 1
    return next
  }

  private func note(
    _ option: OptionDeclaration, _ value: String, into invocation: inout Invocation
  ) throws {
    if option.valueName != nil, let fault = option.fault(value) {
      throw UsageError(message: "‘--\(option.name)’: ‘\(value)’ \(fault)")
    }
    if option.valueName != nil, !option.isRepeatable, let before = invocation.values[option.name]?.last,
      before != value
    {
      throw UsageError(message: "‘--\(option.name)’ is given twice: ‘\(before)’ and ‘\(value)’")
    }
    invocation.values[option.name, default: []].append(value)
  }

  private func checkArguments(_ given: [String]) throws {
    var left = given.count
    for argument in arguments {
      guard left >= argument.count.lowerBound else {
        throw UsageError(message: "\(argument.name) is missing: \(argument.help)")
      }
      left -= min(left, argument.count.upperBound)
    }
    if left > 0 {
      throw UsageError(message: "‘\(given[given.count - left])’ is one argument too many")
    }
    if let first = arguments.first, case .oneOf(let allowed) = first.kind, let word = given.first,
      !allowed.contains(word)
    {
      let near = nearestSpelling(of: word, among: allowed).map { "; did you mean ‘\($0)’?" } ?? ""
      throw UsageError(
        message: "‘\(word)’ is not one of \(allowed.joined(separator: ", "))\(near)")
    }
  }
}
