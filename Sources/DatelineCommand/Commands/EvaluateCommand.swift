import DatelineEvaluation

let evaluateCommand = Command(
  name: "evaluate",
  summary: "compare what is extracted with what people say is there",
  details: [
    "GOLD is a folder with source.* and expected.json in it or below (see Corpus/README.md), or JSON Lines with "
      + "names marked in texts: {\"id\", \"text\", \"entities\": [{\"start\", \"end\", \"type\"}]}, types PER, ORG, LOC.",
    "With --sentences GOLD is text files named after their language (de.txt), or folders of them: one sentence a "
      + "line, an empty line between paragraphs. ICU's sentence iterator is measured beside.",
  ],
  arguments: [.many("GOLD", help: "the folder or file; several only with --sentences")],
  options: [
    sentences.declaration, perDocument.declaration, errors.declaration, jsonOption.declaration,
    outputOption.declaration,
  ] + InputOptions.all,
  examples: [
    .init(line: "dateline evaluate Corpus --errors", meaning: "scores, and every miss and false alarm"),
    .init(
      line: "dateline evaluate --sentences Corpus/sentences", meaning: "how well sentences are told apart"),
  ],
  run: { invocation, console in
    if invocation[sentences] { return try evaluateSentences(invocation) }
    guard invocation.arguments.count == 1 else {
      throw UsageError(message: "evaluate takes one GOLD; run it once for each")
    }
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

private func evaluateSentences(_ invocation: Invocation) throws -> ExitStatus {
  let result = try SentenceEvaluation.run(
    paths: invocation.arguments, dictionaries: invocation[InputOptions.dictionaries])
  try ResultFile.write(to: invocation[outputOption]) { output in
    if invocation[errors] { try output.write(result.faultList() + "\n") }
    try output.write(result.table())
  }
  return .done
}

private let sentences = Option.flag("sentences", help: "judge the ends of sentences instead")
private let perDocument = Option.flag("per-document", help: "a table for each document too")
private let errors = Option.flag("errors", help: "list every miss (-) and false alarm (+) with its context")
