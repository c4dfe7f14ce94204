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
    "With --phrases GOLD is JSON Lines of phrases: {\"text\", \"language\", \"published\", \"group\", \"expected\": "
      + "[{\"text\", \"values\"}]}; right is what has the words and one of the TIMEX3 values, or the days start/end.",
    "With --nominative GOLD is tables of inflected names and their nominatives, named after their language (ru.tsv); "
      + "with --linking tables with one bearer a row, named in the languages of the columns.",
  ],
  arguments: [
    .many("GOLD", help: "the folder or file; several only with one of the options that name a part")
  ],
  options: [
    sentences.declaration, names.declaration, dates.declaration, dateTypes.declaration, phrases.declaration,
    nominative.declaration, linking.declaration,
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
    if invocation[names] { return try evaluateNames(invocation) }
    if invocation[dates] { return try evaluateDates(invocation) }
    if invocation[phrases] { return try evaluatePhrases(invocation) }
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

private let sentences = Option.flag("sentences", help: "judge the ends of sentences instead")
private let names = Option.flag("names", help: "judge the names and roles of marked press releases")
private let dates = Option.flag("dates", help: "judge temporal expressions alone")
private let dateTypes = Option.text(
  "types", value: "TYPE,…", help: "with --dates: judge only these types (DATE, TIME, DURATION, SET)")
private let phrases = Option.flag("phrases", help: "judge lists of temporal phrases")
private let nominative = Option.flag("nominative", help: "judge how names come to the nominative")
private let linking = Option.flag(
  "linking", help: "judge how names of one bearer are joined across languages")
private let perDocument = Option.flag("per-document", help: "a table for each document too")
private let errors = Option.flag("errors", help: "list every miss (-) and false alarm (+) with its context")

/// Prints what is asked for: the faults, then the scores.
private func report(_ faults: String, _ table: String, for invocation: Invocation) throws -> ExitStatus {
  try ResultFile.write(to: invocation[outputOption]) { output in
    if invocation[errors] { try output.write(faults + "\n") }
    try output.write(table)
  }
  return .done
}

private func evaluateSentences(_ invocation: Invocation) throws -> ExitStatus {
  let result = try SentenceEvaluation.run(
    paths: invocation.arguments, dictionaries: invocation[InputOptions.dictionaries])
  return try report(result.faultList(), result.table(), for: invocation)
}

/// The file's name, and the language of its texts: the one asked for, else the one it is named after.
private func nameAndLanguage(of path: String, _ invocation: Invocation) -> (name: String, language: String) {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return (name, invocation[InputOptions.language] ?? String(name.prefix(2)))
}

private func evaluateNames(_ invocation: Invocation) throws -> ExitStatus {
  let pipeline = try InputOptions.pipeline(invocation)
  var table = ReleaseScoreTable()
  var faults = ""
  for path in invocation.arguments {
    let (name, language) = nameAndLanguage(of: path, invocation)
    let releases = try MarkedRelease.releases(ofFile: path)
    let scores = ReleaseScores(of: releases, language: language, pipeline: pipeline)
    table.rows.append((name, scores))
    for fault in scores.faults { faults += "\(name): \(fault)\n" }
  }
  return try report(faults, table.text, for: invocation)
}

private func evaluateDates(_ invocation: Invocation) throws -> ExitStatus {
  let pipeline = try InputOptions.pipeline(invocation)
  let types = invocation[dateTypes].map { Set($0.split(separator: ",").map { $0.uppercased() }) }
  var table = DateScoreTable()
  var faults = ""
  for path in invocation.arguments {
    let (name, language) = nameAndLanguage(of: path, invocation)
    let texts = try DatedText.texts(ofFile: path)
    let scores = DateScores(of: texts, language: language, pipeline: pipeline, types: types)
    table.rows.append((name, scores))
    for fault in scores.faults { faults += "\(name):\(fault)\n" }
  }
  return try report(faults, table.text, for: invocation)
}

private func evaluatePhrases(_ invocation: Invocation) throws -> ExitStatus {
  var all: [DatedPhrase] = []
  for path in invocation.arguments { all += try DatedPhrase.phrases(ofFile: path) }
  let scores = PhraseScores(of: all, pipeline: try InputOptions.pipeline(invocation))
  return try report(scores.faults.joined(separator: "\n") + "\n", scores.table, for: invocation)
}

private func evaluateNominative(_ invocation: Invocation) throws -> ExitStatus {
  let result = try NominativeEvaluation.run(
    paths: invocation.arguments, dictionaries: invocation[InputOptions.dictionaries])
  return try report(result.faults.joined(separator: "\n") + "\n", result.table(), for: invocation)
}

private func evaluateLinking(_ invocation: Invocation) throws -> ExitStatus {
  var faults = ""
  var tables = ""
  for path in invocation.arguments {
    let result = try LinkingEvaluation.run(path: path, dictionaries: invocation[InputOptions.dictionaries])
    faults += result.faults.joined(separator: "\n") + "\n"
    tables += result.table()
  }
  return try report(faults, tables, for: invocation)
}
