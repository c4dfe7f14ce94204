/// What an option or argument takes, for the parser, the help and the completions.
enum ValueKind: Equatable, Sendable {
  case text
  case file
  case folder
  /// One of a few words.
  case oneOf([String])
}

/// An option as its command declares it.
struct OptionDeclaration: Sendable {
  /// The long name, without dashes.
  var name: String
  /// The letter after a single dash.
  var short: Character?
  /// How the help calls the value; nil for a flag.
  var valueName: String?
  var kind = ValueKind.text
  /// The value of an option that is written without one; nil if it must have one.
  ///
  /// The value is then given after `=`, or as the next word if that is one of the allowed words.
  var valueIfBare: String?
  /// Shown in the help only: the command knows it by itself.
  var defaultValue: String?
  var isRepeatable = false
  var help: String
  /// What is wrong with a value, as the end of a sentence ("is not a date …"); nil if nothing is.
  var fault: @Sendable (String) -> String? = { _ in nil }
}

/// An option and the type of what it says.
struct Option<Value>: Sendable {
  var declaration: OptionDeclaration
  /// The value of a text that the declaration found no fault with.
  let read: @Sendable (String) -> Value?

  /// The same option, which may be given several times.
  var repeatable: Option {
    var option = self
    option.declaration.isRepeatable = true
    return option
  }
}

extension Option where Value == String {
  /// Any text.
  static func text(
    _ name: String, short: Character? = nil, value: String, kind: ValueKind = .text,
    default standard: String? = nil, help: String
  ) -> Option {
    Option(
      declaration: OptionDeclaration(
        name: name, short: short, valueName: value, kind: kind, defaultValue: standard, help: help),
      read: { $0 })
  }

  /// One of a few words.
  static func oneOf(
    _ allowed: [String], _ name: String, short: Character? = nil, value: String, bare: String? = nil,
    default standard: String? = nil, help: String
  ) -> Option {
    Option(
      declaration: OptionDeclaration(
        name: name, short: short, valueName: value, kind: .oneOf(allowed), valueIfBare: bare,
        defaultValue: standard, help: help,
        fault: { given in
          if allowed.contains(given) { return nil }
          let near = nearestSpelling(of: given, among: allowed).map { "; did you mean ‘\($0)’?" } ?? ""
          return "is not one of \(allowed.joined(separator: ", "))\(near)"
        }),
      read: { $0 })
  }
}

extension Option where Value == Bool {
  /// An option without a value.
  static func flag(_ name: String, short: Character? = nil, help: String) -> Option {
    Option(declaration: OptionDeclaration(name: name, short: short, help: help), read: { _ in true })
  }
}

extension Option where Value == Int {
  /// A whole number in a range.
  static func whole(
    _ name: String, short: Character? = nil, value: String, in range: ClosedRange<Int>,
    default standard: String? = nil, help: String
  ) -> Option {
    Option(
      declaration: OptionDeclaration(
        name: name, short: short, valueName: value, defaultValue: standard, help: help,
        fault: { given in
          if let number = Int(given), range.contains(number) { return nil }
          return "is not a whole number from \(range.lowerBound) to \(range.upperBound)"
        }),
      read: { Int($0) })
  }
}

extension Option where Value == Double {
  /// A number in a range.
  static func number(
    _ name: String, short: Character? = nil, value: String, in range: ClosedRange<Double>,
    default standard: String? = nil, help: String
  ) -> Option {
    Option(
      declaration: OptionDeclaration(
        name: name, short: short, valueName: value, defaultValue: standard, help: help,
        fault: { given in
          if let number = Double(given), range.contains(number) { return nil }
          return "is not a number from \(brief(range.lowerBound)) to \(brief(range.upperBound))"
        }),
      read: { Double($0) })
  }

  private static func brief(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}

/// The words of a command line that are no options.
struct ArgumentDeclaration: Sendable {
  /// How the help calls them.
  var name: String
  var kind = ValueKind.file
  var count: ClosedRange<Int>
  var help: String

  static func many(_ name: String, kind: ValueKind = .file, atLeast least: Int = 1, help: String) -> Self {
    Self(name: name, kind: kind, count: least...Int.max, help: help)
  }
  static func one(_ name: String, kind: ValueKind = .file, help: String) -> Self {
    Self(name: name, kind: kind, count: 1...1, help: help)
  }

  /// As in a line of usage: `INPUT…`, `[DIR]`.
  var usage: String {
    let word = count.upperBound > 1 ? name + "…" : name
    return count.lowerBound == 0 ? "[\(word)]" : word
  }
}
