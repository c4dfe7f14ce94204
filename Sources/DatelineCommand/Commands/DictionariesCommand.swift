import Dateline
import DatelineLexicon

let dictionariesCommand = Command(
  name: "dictionaries",
  summary: "check the dictionaries",
  details: ["Tells every fault with file and line."],
  arguments: [
    ArgumentDeclaration(name: "check", kind: .oneOf(["check"]), count: 1...1, help: "look for faults"),
    ArgumentDeclaration(
      name: "DIR", kind: .folder, count: 0...1,
      help: "the folder; without it the dictionaries that are in use"),
  ],
  examples: [.init(line: "dateline dictionaries check Dictionaries", meaning: "after an edit")],
  run: { invocation, console in
    let folder = invocation.arguments.count > 1 ? invocation.arguments[1] : nil
    let faults = try dictionaryFaults(in: folder)
    for fault in faults { console.fail(CommandError(message: fault)) }
    console.remark(faults.isEmpty ? "no faults" : counted(faults.count, "fault", "faults"))
    return .done
  })

/// Every fault of a folder of dictionaries as a line with file and line.
private func dictionaryFaults(in folder: String?) throws -> [String] {
  var options = PipelineOptions()
  options.dictionaries = folder
  do {
    _ = try Pipeline(options: options)
    return []
  } catch {
    return sentence(for: error).split(separator: "\n").map(String.init)
  }
}
