import DatelineEvaluation

let evaluateCommand = Command(
  name: "evaluate",
  summary: "compare what is extracted with what people say is there",
  details: [
    "GOLD is a folder with source.* and expected.json in it or below (see Corpus/README.md), or JSON Lines with "
      + "names marked in texts: {\"id\", \"text\", \"entities\": [{\"start\", \"end\", \"type\"}]}, types PER, ORG, LOC."
  ],
  arguments: [.one("GOLD", help: "the folder or file")],
  options: [
    perDocument.declaration, errors.declaration, jsonOption.declaration, outputOption.declaration,
  ] + InputOptions.all,
  examples: [
    .init(line: "dateline evaluate Corpus --errors", meaning: "scores, and every miss and false alarm")
  ],
  run: { invocation, console in
    let result = try Evaluation.run(
      gold: invocation.arguments[0], pipeline: try InputOptions.pipeline(invocation),
      language: invocation[InputOptions.language], jobs: InputOptions.jobCount(invocation))
    try ResultFile.write(to: invocation[outputOption]) { output in
      if invocation[jsonOption] {
        try output.write(try result.json(withFaults: invocation[errors]))
        return
      }
      let colour = invocation[outputOption] == nil && console.outputHasColour
      if invocation[errors] { try output.write(result.faultList() + "\n") }
      try output.write(result.table(perDocument: invocation[perDocument], colour: colour))
    }
    return .done
  })

private let perDocument = Option.flag("per-document", help: "a table for each document too")
private let errors = Option.flag("errors", help: "list every miss (-) and false alarm (+) with its context")
