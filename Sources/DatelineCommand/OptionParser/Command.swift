/// How a run ended, as the shell sees it.
enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Some inputs failed; the rest was done.
  case someFailed = 1
  case usage = 2
  /// Interrupted; what was done is kept.
  case interrupted = 130
}

/// A command of the tool: what it takes, what it says about itself, what it does.
struct Command: Sendable {
  /// An example line for the help.
  struct Example: Sendable {
    var line: String
    var meaning: String
  }

  var name: String
  /// One line for the list of commands.
  var summary: String
  /// Paragraphs below the usage.
  var details: [String] = []
  var arguments: [ArgumentDeclaration] = []
  var options: [OptionDeclaration] = []
  var examples: [Example] = []
  /// Does it.
  var run: @Sendable (Invocation, Console) throws -> ExitStatus

  /// Its own options and those that every command has.
  var allOptions: [OptionDeclaration] { options + CommonOptions.all }
}

/// The options that every command has.
enum CommonOptions {
  static let quiet = Option.flag(
    "quiet", short: "q", help: "no progress and no summary; faults are still told")
  static let colour = Option.oneOf(
    ["auto", "always", "never"], "color", value: "WHEN", default: "auto",
    help: "colours: auto means on a terminal, unless NO_COLOR is set")
  static let help = Option.flag("help", short: "h", help: "show this help")

  static let all = [quiet.declaration, colour.declaration, help.declaration]
}
