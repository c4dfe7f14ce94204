/// Shell completions, made from the declarations of the commands.
enum Completions {
  static let shells = ["bash", "zsh", "fish"]

  static func script(for shell: String, _ commands: [Command]) -> String {
    switch shell {
    case "zsh": "#compdef dateline\nautoload -U +X bashcompinit && bashcompinit\n" + bash(commands)
    case "fish": fish(commands)
    default: bash(commands)
    }
  }

  private static func bash(_ commands: [Command]) -> String {
    var lines = [
      "# dateline completions; in bash: source <(dateline completions bash)",
      "_dateline() {",
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"",
      "  local IFS=$' \\t\\n'", "  COMPREPLY=()",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W \"\(commands.map(\.name).joined(separator: " ")) --help --version\" -- \"$word\"))",
      "    return",
      "  fi",
      "  case \"${COMP_WORDS[1]} $before\" in",
    ]
    for command in commands {
      for option in command.allOptions where option.valueName != nil && option.valueIfBare == nil {
        let spellings = (["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? []))
          .map { "\"\(command.name) \($0)\"" }
        lines.append("    \(spellings.joined(separator: "|"))) \(bashReply(option.kind)); return ;;")
      }
    }
    lines += ["  esac", "  case \"${COMP_WORDS[1]}\" in"]
    for command in commands {
      let options = command.allOptions.map { "--\($0.name)" }.joined(separator: " ")
      let other = command.arguments.first.map { bashReply($0.kind) } ?? ":"
      lines += [
        "    \(command.name))",
        "      if [[ \"$word\" == -* ]]; then COMPREPLY=($(compgen -W \"\(options)\" -- \"$word\"))",
        "      else \(other); fi ;;",
      ]
    }
    lines += ["  esac", "}", "complete -o filenames -F _dateline dateline"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func bashReply(_ kind: ValueKind) -> String {
    switch kind {
    case .text: ":"
    case .file: "COMPREPLY=($(compgen -f -- \"$word\"))"
    case .folder: "COMPREPLY=($(compgen -d -- \"$word\"))"
    case .oneOf(let words): "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
    }
  }

  private static func fish(_ commands: [Command]) -> String {
    var lines = [
      "# dateline completions; save as ~/.config/fish/completions/dateline.fish",
      "complete -c dateline -f",
    ]
    for command in commands {
      lines.append(
        "complete -c dateline -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))")
      let when = "-n '__fish_seen_subcommand_from \(command.name)'"
      if let first = command.arguments.first {
        switch first.kind {
        case .file, .folder: lines.append("complete -c dateline \(when) -F")
        case .oneOf(let words):
          lines.append("complete -c dateline \(when) -a \(quoted(words.joined(separator: " ")))")
        case .text: break
        }
      }
      for option in command.allOptions {
        var line = "complete -c dateline \(when) -l \(option.name)"
        if let short = option.short { line += " -s \(short)" }
        if option.valueName != nil, option.valueIfBare == nil {
          switch option.kind {
          case .text: line += " -x"
          case .file, .folder: line += " -r -F"
          case .oneOf(let words): line += " -x -a \(quoted(words.joined(separator: " ")))"
          }
        }
        lines.append(line + " -d \(quoted(option.help))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
