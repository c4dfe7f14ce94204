/// The help of a command or of the whole tool, at most 80 columns wide.
enum HelpText {
  private static let width = 80
  private static let column = 26

  /// `dateline --help`.
  static func tool(_ commands: [(heading: String, commands: [Command])]) -> String {
    var lines = [
      "dateline: who agreed what with whom, out of press releases in English, German,",
      "Kazakh and Russian (text, RSS, Atom, web pages)", "", "Usage: dateline COMMAND [OPTION…] [ARGUMENT…]",
    ]
    for group in commands {
      lines += ["", group.heading]
      for command in group.commands { lines += entry("  " + command.name, command.summary) }
    }
    lines += [
      "", "Every command: -q, --quiet; --color auto|always|never; -h, --help.",
      "dateline --version tells the version; dateline COMMAND --help tells the rest.", "",
      "Exit status: 0 done; 1 some inputs failed, the rest was done; 2 not understood;",
      "130 interrupted, what was done is kept.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// `dateline COMMAND --help`.
  static func command(_ command: Command) -> String {
    var lines = wrapped(
      command.summary.first.map { $0.uppercased() + command.summary.dropFirst() + "." } ?? "", 0)
    lines += ["", usage(of: command)]
    for paragraph in command.details { lines += [""] + wrapped(paragraph, 0) }
    if !command.arguments.isEmpty {
      lines += ["", "Arguments:"]
      for argument in command.arguments { lines += entry("  " + argument.name, argument.help) }
    }
    lines += ["", "Options:"]
    for option in command.allOptions { lines += entry("  " + left(of: option), right(of: option)) }
    if !command.examples.isEmpty {
      lines += ["", "Examples:"]
      for example in command.examples { lines += ["  " + example.line] + wrapped(example.meaning, 6) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `Usage: dateline read [OPTION…] INPUT…`.
  static func usage(of command: Command) -> String {
    (["Usage: dateline", command.name, "[OPTION…]"] + command.arguments.map(\.usage))
      .joined(separator: " ")
  }

  private static func left(of option: OptionDeclaration) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    guard let value = option.valueName else { return short + "--\(option.name)" }
    return short + "--\(option.name)" + (option.valueIfBare == nil ? " \(value)" : "[=\(value)]")
  }

  private static func right(of option: OptionDeclaration) -> String {
    var text = option.help
    if case .oneOf(let allowed) = option.kind {
      text += " (\(allowed.joined(separator: allowed.count > 5 ? ", " : "|")))"
    }
    if let bare = option.valueIfBare { text += " [alone: \(bare)]" }
    if let standard = option.defaultValue { text += " [default: \(standard)]" }
    if option.isRepeatable { text += " [may be repeated]" }
    return text
  }

  private static func entry(_ left: String, _ right: String) -> [String] {
    let text = wrapped(right, column)
    guard let first = text.first, left.count + 2 <= column else { return [left] + text }
    let gap = String(repeating: " ", count: column - left.count)
    return [left + gap + first.drop(while: { $0 == " " })] + text.dropFirst()
  }

  private static func wrapped(_ text: String, _ indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return lines + [margin + line]
  }
}
