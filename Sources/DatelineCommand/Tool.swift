import Foundation

/// The tool's front door: finds the command, runs it, turns what it says into an exit status.
enum Tool {
  static let version = "0.1.0"

  /// The commands, grouped as the help shows them.
  static let groups: [(heading: String, commands: [Command])] = [
    (
      "Read:",
      [ingestCommand, extractCommand, readCommand, textCommand, languageCommand, dedupeCommand, linkCommand]
    ),
    ("Look:", [timelineCommand, indexCommand, searchCommand, showCommand, exportCommand]),
    (
      "Measure and mend:",
      [evaluateCommand, benchmarkCommand, dictionariesCommand, trainCommand, completionsCommand]
    ),
  ]
  static var commands: [Command] { groups.flatMap(\.commands) }

  /// Runs a command line, without the name of the program.
  static func run(_ words: [String]) -> ExitStatus {
    // A closed pipe is noticed where we write, so that stores and files are closed properly.
    signal(SIGPIPE, SIG_IGN)
    var words = words
    do {
      switch words.first {
      case nil, "--help", "-h":
        return try show(HelpText.tool(groups), status: words.isEmpty ? .usage : .done)
      case "--version":
        return try show("dateline \(version)\n")
      case "help":
        guard words.count > 1 else { return try show(HelpText.tool(groups)) }
        words = [words[1], "--help"]
      default: break
      }
      let command = try command(named: words[0])
      return run(command, Array(words.dropFirst()))
    } catch is OutputClosed {
      return .done
    } catch {
      Console(isQuiet: false, colour: "auto").line(
        sentence(for: error) + " (dateline --help lists the commands)")
      return .usage
    }
  }

  private static func command(named name: String) throws -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let near = nearestSpelling(of: name, among: commands.map(\.name))
    let what = name.hasPrefix("-") ? "option" : "command"
    throw UsageError(
      message: "there is no \(what) ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
  }

  private static func run(_ command: Command, _ words: [String]) -> ExitStatus {
    var console = Console(isQuiet: false, colour: "auto")
    do {
      let invocation = try OptionParser(options: command.allOptions, arguments: command.arguments).parse(
        words)
      if invocation[CommonOptions.help] { return try show(HelpText.command(command)) }
      console = Console(
        isQuiet: invocation[CommonOptions.quiet], colour: invocation[CommonOptions.colour] ?? "auto")
      defer { console.endProgress() }
      let status = try command.run(invocation, console)
      return status == .done && console.failures > 0 ? .someFailed : status
    } catch is OutputClosed {
      return .done
    } catch is Interrupted {
      console.line("interrupted")
      return .interrupted
    } catch let error as UsageError {
      console.line("\(command.name): \(error.message)")
      Console.send(HelpText.usage(of: command) + "; dateline \(command.name) --help tells more\n")
      return .usage
    } catch {
      console.line(sentence(for: error))
      return .someFailed
    }
  }

  private static func show(_ text: String, status: ExitStatus = .done) throws -> ExitStatus {
    if status == .usage {
      Console.send(text)
      return status
    }
    let output = OutputStream(descriptor: STDOUT_FILENO, name: "standard output")
    try output.write(text)
    try output.flush()
    return status
  }
}
