import Dateline
import DatelineLexicon

let dictionariesCommand = Command(
  name: "dictionaries",
  summary: "check the dictionaries, or compile their lists of names",
  details: [
    "check tells every fault with file and line, then runs the examples that stand beside the date patterns.",
    "compile makes shared/gazetteer.bin out of shared/gazetteer.tsv; the models of names are to be trained anew "
      + "then.",
  ],
  arguments: [
    ArgumentDeclaration(
      name: "ACTION", kind: .oneOf(["check", "compile"]), count: 1...1, help: "what to do: check or compile"),
    ArgumentDeclaration(
      name: "DIR", kind: .folder, count: 0...1,
      help: "the folder; without it the dictionaries that are in use"),
  ],
  examples: [.init(line: "dateline dictionaries check Dictionaries", meaning: "after an edit")],
  run: { invocation, console in
    let folder = invocation.arguments.count > 1 ? invocation.arguments[1] : nil
    if invocation.arguments[0] == "compile" {
      let (path, bytes) = try Lexicons.compiledGazetteer(folder: folder)
      try ResultFile.write(to: path) { try $0.write(bytes) }
      console.remark("\(path) has \(bytes.count) bytes")
      return .done
    }
    // Every fault of the files is told; only files without any are good enough to run their own examples.
    let (_, faults) = Lexicons.load(folder: folder)
    var lines = faults.map(\.description)
    if faults.isEmpty {
      var options = PipelineOptions()
      options.dictionaries = folder
      lines = try Pipeline(options: options).patternFaults()
    }
    for line in lines { console.fail(CommandError(message: line)) }
    console.remark(lines.isEmpty ? "no faults" : counted(lines.count, "fault", "faults"))
    return .done
  })
