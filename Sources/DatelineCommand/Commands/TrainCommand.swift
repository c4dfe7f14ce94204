import DatelineEvaluation
import DatelineText
import Foundation

let trainCommand = Command(
  name: "train",
  summary: "train the model of names, or the one that tells languages apart",
  details: [
    "FILE is JSON Lines with names marked in texts: {\"id\", \"text\", \"entities\": [{\"start\", \"end\", \"type\"}]}, "
      + "offsets in code points, types PER, ORG, LOC; spans listed under \"ignore\" count neither way. A FILE that "
      + "ends in .txt has names in brackets, as in Corpus/names; a folder has expected.json in it or below. A file "
      + "named several times counts as often. The same files, dictionaries and seed give the same model.",
    "With --cross-validate nothing is written: each part of the files is tagged by a model of the other parts, and "
      + "the scores are shown (span and type must be equal).",
    "With --languages the model that tells languages apart is trained, from the texts of a folder (see "
      + "Dictionaries/README.md) and from FILEs, each with its language in front: kk=texts.jsonl.",
  ],
  arguments: [.many("FILE", atLeast: 0, help: "texts with names")],
  options: [
    language.declaration, languages.declaration, modelOption.declaration, parts.declaration,
    ablation.declaration,
    also.declaration,
    posts.declaration,
    test.declaration,
    epochs.declaration,
    cutOff.declaration, features.declaration, seed.declaration, InputOptions.dictionaries.declaration,
  ],
  examples: [
    .init(
      line: "dateline train --language kk --output names.model names.jsonl", meaning: "a model of Kazakh"),
    .init(
      line: "dateline train --language kk --cross-validate 5 names.jsonl", meaning: "how good it would be"),
    .init(
      line: "dateline train --languages Corpus/languages -o languages.model kk=kaznerd-valid.jsonl",
      meaning: "tell languages apart"),
  ],
  run: { invocation, console in
    if let folder = invocation[languages] { return try trainLanguages(folder, invocation, console) }
    guard !invocation.arguments.isEmpty else { throw UsageError(message: "name a FILE of texts with names") }
    guard let code = invocation[language] else {
      throw UsageError(message: "name the language of the texts with --language")
    }
    let tests = invocation.all(test)
    guard invocation[modelOption] != nil || invocation[parts] != nil || !tests.isEmpty else {
      throw UsageError(
        message: "name a file for the model with --output, or measure with --cross-validate or --test")
    }
    var options = NameTrainingOptions()
    options.epochs = invocation[epochs]
    options.cutOff = invocation[cutOff]
    options.features = invocation[features]
    options.seed = UInt64(invocation[seed] ?? 1)
    let training = try NameTraining(
      language: code, dictionaries: invocation[InputOptions.dictionaries], options: options)
    if let count = invocation[parts], invocation[ablation] {
      print(String(repeating: " ", count: 30) + "    PER    ORG    LOC    all")
      try NameAblation.run(
        invocation.arguments, language: code, dictionaries: invocation[InputOptions.dictionaries],
        options: options, parts: count, also: invocation.all(also), posts: invocation.all(posts)
      ) { row in
        let scores = ["PER", "ORG", "LOC"].map { row.result.scores[$0] ?? Score() } + [row.result.total]
        let name = row.name + String(repeating: " ", count: max(0, 30 - row.name.count))
        print(name + scores.map { "  " + figure($0.f1, 3) }.joined())
      }
      return .done
    }
    if let count = invocation[parts] {
      let result = try training.crossValidate(
        invocation.arguments, parts: count, also: invocation.all(also), posts: invocation.all(posts)
      ) { part, result in
        console.remark("part \(part): F1 " + figure(result.total.f1, 3))
      }
      try ResultFile.write(to: nil) {
        try $0.write("the model alone\n" + table(result.tagger))
        try $0.write("\nwith rules and dictionaries, as in records\n" + table(result.recognition))
      }
      return .done
    }
    let bytes = try training.model(
      of: invocation.arguments + invocation.all(also), posts: invocation.all(posts)
    ) { epoch, loss in
      console.remark("epoch \(epoch): loss of a token " + figure(loss, 4))
    }
    if let path = invocation[modelOption] {
      try ResultFile.write(to: path) { try $0.write(bytes) }
      console.remark("\(path) has \(bytes.count) bytes, trained in \(figure(console.seconds, 0)) s")
    }
    if !tests.isEmpty {
      let result = try training.measure(bytes, on: tests)
      try ResultFile.write(to: nil) { try $0.write(table(result)) }
    }
    return .done
  })

private let language = Option<String>(
  declaration: OptionDeclaration(
    name: "language", valueName: "CODE", help: "language of the texts (en, de, kk, ru)"),
  read: { $0.lowercased() })
private let languages = Option.text(
  "languages", value: "DIR", kind: .folder,
  help: "train the model that tells languages apart from this folder")
private let modelOption = Option.text(
  "output", short: "o", value: "FILE", kind: .file, help: "write the model to this file")
private let parts = Option.whole(
  "cross-validate", value: "K", in: 2...100, help: "measure by cross-validation in K parts")
private let ablation = Option.flag(
  "ablation", help: "with --cross-validate: show what rules, gazetteers, model and document contribute")
private let also = Option.text(
  "also", value: "FILE", kind: .file, help: "learn from this file too, but do not measure on it"
).repeatable
private let posts = Option.text(
  "posts", value: "FILE", kind: .file,
  help: "learn from this file of user posts too, as far as they resemble news; it is not measured"
).repeatable
private let test = Option.text(
  "test", value: "FILE", kind: .file, help: "measure the model of all files on this one"
).repeatable
private let epochs = Option.whole(
  "epochs", value: "N", in: 1...1000, default: "12", help: "how often every text is seen")
private let cutOff = Option.whole(
  "cut-off", value: "N", in: 1...1000, default: "2", help: "leave out features seen less often")
private let features = Option.whole(
  "features", value: "N", in: 1...10_000_000, default: "150000", help: "keep at most as many in the model")
private let seed = Option.whole(
  "seed", value: "N", in: 0...1_000_000_000, default: "1", help: "the order of the texts follows from it")

private func trainLanguages(
  _ folder: String, _ invocation: Invocation, _ console: Console
) throws -> ExitStatus {
  guard let path = invocation[modelOption] else {
    throw UsageError(message: "name a file for the model with --output")
  }
  var options = LanguageTrainingOptions()
  options.seed = UInt64(invocation[seed] ?? 1)
  let training = try LanguageTraining(folder: folder, options: options)
  let bytes = try training.model(files: invocation.arguments) { script, epoch, loss in
    console.remark("\(script) epoch \(epoch): loss of an example " + figure(loss, 4))
  }
  try ResultFile.write(to: path) { try $0.write(bytes) }
  console.remark("\(path) has \(bytes.count) bytes, trained in \(figure(console.seconds, 0)) s")
  return .done
}

private func table(_ result: NameTraining.Result) -> String {
  var lines = ["type  precision  recall     F1  expected"]
  func add(_ name: String, _ score: Score) {
    let numbers = [score.precision, score.recall, score.f1].map { figure($0, 3) }
    lines.append(
      "\(name)       \(numbers[0])   \(numbers[1])  \(numbers[2])  "
        + String(repeating: " ", count: max(0, 8 - String(score.expected).count)) + "\(score.expected)")
  }
  for tag in ["PER", "ORG", "LOC"] { add(tag, result.scores[tag] ?? Score()) }
  add("all", result.total)
  let rate = result.seconds > 0 ? Double(result.tokens) / result.seconds : 0
  lines.append("\(result.tokens) tokens, \(Int(rate / 1000)) thousand a second")
  return lines.joined(separator: "\n") + "\n"
}

private func figure(_ number: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", number) }
