import DatelineEvaluation

let evaluateCommand = Command(
  name: "evaluate",
  summary: "compare what is extracted with what people say is there",
  details: [
    "GOLD is a folder with source.* and expected.json in it or below (see Corpus/README.md), or JSON Lines with "
      + "names marked in texts: {\"id\", \"text\", \"entities\": [{\"start\", \"end\", \"type\"}]}, types PER, ORG, LOC.",
    "With --sentences GOLD is text files named after their language (de.txt), or folders of them: one sentence a "
      + "line, an empty line between paragraphs. ICU's sentence iterator is measured beside.",
    "With --names GOLD is files of press releases with names and roles marked, named in the same way.",
    "With --dates GOLD is files of texts with temporal expressions marked; the first two letters of a file's name are "
      + "its language. The measures are those of TempEval-3.",
  ],
  arguments: [
    .many("GOLD", help: "the folder or file; several only with --sentences, --dates or --names")
  ],
  options: [
    sentences.declaration, dates.declaration, names.declaration, dateTypes.declaration,
    perDocument.declaration, errors.declaration, jsonOption.declaration, outputOption.declaration,
  ] + InputOptions.all,
  examples: [
    .init(line: "dateline evaluate Corpus --errors", meaning: "scores, and every miss and false alarm"),
    .init(
      line: "dateline evaluate --sentences Corpus/sentences", meaning: "how well sentences are told apart"),
    .init(line: "dateline evaluate --dates Corpus/dates/ru.txt", meaning: "temporal expressions alone"),
  ],
  run: { invocation, console in
    if invocation[sentences] { return try evaluateSentences(invocation) }
    if invocation[dates] { return try evaluateDates(invocation) }
    if invocation[names] { return try evaluateNames(invocation) }
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
private let names = Option.flag("names", help: "judge the names and roles of marked press releases")
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

/// Judges each file of marked releases with the dictionaries of the language that it is named after.
private func evaluateNames(_ invocation: Invocation) throws -> ExitStatus {
  let pipeline = try InputOptions.pipeline(invocation)
  var table = ReleaseScoreTable()
  var faults = ""
  for path in invocation.arguments {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let language = invocation[InputOptions.language] ?? String(name.prefix(2))
    let releases = try MarkedRelease.releases(ofFile: path)
    let scores = ReleaseScores(of: releases, language: language, pipeline: pipeline)
    table.rows.append((name, scores))
    for fault in scores.faults { faults += "\(name): \(fault)\n" }
  }
  try ResultFile.write(to: invocation[outputOption]) { output in
    if invocation[errors] { try output.write(faults + "\n") }
    try output.write(table.text)
  }
  return .done
}
