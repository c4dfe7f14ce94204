let completionsCommand = Command(
  name: "completions",
  summary: "print completions for a shell",
  arguments: [
    ArgumentDeclaration(
      name: "SHELL", kind: .oneOf(Completions.shells), count: 1...1, help: "bash, zsh or fish")
  ],
  examples: [
    .init(line: "source <(dateline completions bash)", meaning: "for this shell; in ~/.bashrc for all")
  ],
  run: { invocation, _ in
    try ResultFile.write(to: nil) { output in
      try output.write(Completions.script(for: invocation.arguments[0], Tool.commands))
    }
    return .done
  })
