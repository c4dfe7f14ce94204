import DatelineEvaluation

let evaluateCommand = Command(
  name: "evaluate",
  summary: "compare what is extracted with what people say is there",
  details: [
    "GOLD is a folder with source.* and expected.json in it or below (see Corpus/README.md), or JSON Lines with "
      + "names marked in texts: {\"id\", \"text\", \"entities\": [{\"start\", \"end\", \"type\"}]}, types PER, ORG, LOC.",
    "With --sentences GOLD is text files named after their language (de.txt), or folders of them: one sentence a "
      + "line, an empty line between paragraphs. ICU's sentence iterator is measured beside.",
    "With --dates GOLD is files of texts with temporal expressions marked; the first two letters of a file's name are "
      + "its language. The measures are those of TempEval-3.",
    "With --nominative GOLD is tables of inflected names and their nominatives, named after their language (ru.tsv); "
      + "with --linking tables with one bearer a row, named in the languages of the columns.",
  ],
  arguments: [
    .many(
      "GOLD", help: "the folder or file; several only with --sentences, --dates, --nominative or --linking")
  ],
  options: [
    sentences.declaration, dates.declaration, nominative.declaration, linking.declaration,
    dateTypes.declaration, perDocument.declaration,
    errors.declaration, jsonOption.declaration, outputOption.declaration,
  ] + InputOptions.all,
  examples: [
    .init(line: "dateline evaluate Corpus --errors", meaning: "scores, and every miss and false alarm"),
    .init(
      line: "dateline evaluate --sentences Corpus/sentences", meaning: "how well sentences are told apart"),
    .init(line: "dateline evaluate --dates Corpus/dates/ru.txt", meaning: "temporal expressions alone"),
    .init(
      line: "dateline evaluate --linking Corpus/names/people.tsv", meaning: "one person in four languages"),
  ],
  run: { invocation, console in
    if invocation[sentences] { return try evaluateSentences(invocation) }
    if invocation[dates] { return try evaluateDates(invocation) }
    if invocation[nominative] { return try evaluateNominative(invocation) }
    if invocation[linking] { return try evaluateLinking(invocation) }
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
private let dates = Option.flag("dates", help: "judge temporal expressions alone")
private let nominative = Option.flag("nominative", help: "judge how names come to the nominative")
private let linking = Option.flag(
  "linking", help: "judge how names of one bearer are joined across languages")
private let dateTypes = Option.text(
  "types", value: "TYPE,…", help: "with --dates: judge only these types (DATE, TIME, DURATION, SET)")

/// Judges each file of marked texts with the dictionaries of the language that it is named after.
private func evaluateDates(_ invocation: Invocation) throws -> ExitStatus {
  let pipeline = try InputOptions.pipeline(invocation)
  let types = invocation[dateTypes].map { Set($0.split(separator: ",").map { $0.uppercased() }) }
  var table = DateScoreTable()
  var faults = ""
  for path in invocation.arguments {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let language = invocation[InputOptions.language] ?? String(name.prefix(2))
    let texts = try DatedText.texts(ofFile: path)
    let scores = DateScores(of: texts, language: language, pipeline: pipeline, types: types)
    table.rows.append((name, scores))
    for fault in scores.faults { faults += "\(name):\(fault)\n" }
  }
  try ResultFile.write(to: invocation[outputOption]) { output in
    if invocation[errors] { try output.write(faults + "\n") }
    try output.write(table.text)
  }
  return .done
}

private func evaluateNominative(_ invocation: Invocation) throws -> ExitStatus {
  let result = try NominativeEvaluation.run(
    paths: invocation.arguments, dictionaries: invocation[InputOptions.dictionaries])
  try ResultFile.write(to: invocation[outputOption]) { output in
    if invocation[errors] { try output.write(result.faults.joined(separator: "\n") + "\n\n") }
    try output.write(result.table())
  }
  return .done
}

private func evaluateLinking(_ invocation: Invocation) throws -> ExitStatus {
  try ResultFile.write(to: invocation[outputOption]) { output in
    for path in invocation.arguments {
      let result = try LinkingEvaluation.run(
        path: path, dictionaries: invocation[InputOptions.dictionaries])
      if invocation[errors] { try output.write(result.faults.joined(separator: "\n") + "\n\n") }
      try output.write(result.table())
    }
  }
  return .done
}
