import DatelineBenchmarks

let benchmarkCommand = Command(
  name: "benchmark",
  summary: "measure speed and memory, room by room",
  details: ["On 400 articles in four languages that are made for it, the same ones every time."],
  arguments: [
    .many(
      "ROOM", kind: .oneOf(Benchmark.rooms), atLeast: 0,
      help: "rooms to measure; all of them if none is named: " + Benchmark.rooms.joined(separator: ", "))
  ],
  options: [
    secondsOption.declaration, jsonOption.declaration, outputOption.declaration,
    InputOptions.jobs.declaration,
    InputOptions.dictionaries.declaration,
  ],
  examples: [.init(line: "dateline benchmark records --seconds 5", meaning: "one room, five seconds long")],
  run: { invocation, console in
    let rooms = invocation.arguments
    let benchmark = Benchmark(
      pipeline: try InputOptions.pipeline(invocation), seconds: invocation[secondsOption] ?? 2,
      jobs: invocation[InputOptions.jobs] ?? 1)
    let result = try benchmark.run(rooms: rooms.isEmpty ? Benchmark.rooms : rooms)
    try ResultFile.write(to: invocation[outputOption]) { output in
      try output.write(invocation[jsonOption] ? try result.json() : result.table)
    }
    return .done
  })

private let secondsOption = Option.number(
  "seconds", value: "N", in: 0...3600, default: "2", help: "how long each room is run, at least")
