import Foundation

/// Other programs that find dates, where they are installed, on the first articles of the same texts.
struct DateComparison {
  /// The environment variable that names the folder with HeidelTime's jar and its `config.props`.
  private static let heidelTimeHome = "HEIDELTIME_HOME"
  private static let jar = "de.unihd.dbs.heideltime.standalone.jar"
  /// Articles they are given: they read kilobytes a second.
  private static let articles = 10

  /// Rows for the table, and how to get those that are missing.
  private(set) var rows: [RoomMeasurement] = []
  private(set) var notes: [String] = []

  init(_ material: [DateBenchmark.Material]) {
    let dateparser = material.compactMap { Self.dateparser($0.language, Self.text($0)) }
    if dateparser.isEmpty {
      notes.append("dateparser is not measured: pip install dateparser puts it beside these rows")
    }
    rows += dateparser
    let home = ProcessInfo.processInfo.environment[Self.heidelTimeHome] ?? ""
    let heidelTime =
      home.isEmpty ? [] : material.compactMap { Self.heidelTime($0.language, Self.text($0), home: home) }
    if heidelTime.isEmpty {
      notes.append(
        "HeidelTime is not measured: \(Self.heidelTimeHome) has to name the folder with \(Self.jar) and "
          + "config.props, and java has to be in the search path")
    }
    rows += heidelTime
  }

  private static func text(_ material: DateBenchmark.Material) -> String {
    material.articles.prefix(articles).joined(separator: "\n\n")
  }

  /// The search of dateparser, timed by itself, without what Python takes to start.
  private static func dateparser(_ language: String, _ text: String) -> RoomMeasurement? {
    let script = """
      import sys, time
      from dateparser.search import search_dates
      text = open(sys.argv[1], encoding="utf-8").read()
      search_dates(text[:200], languages=[sys.argv[2]])
      start = time.perf_counter()
      search_dates(text, languages=[sys.argv[2]])
      print(time.perf_counter() - start)
      """
    let output = withFile(text) { run("python3", ["-c", script, $0, language]) }
    guard let seconds = output.flatMap({ Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }) else {
      return nil
    }
    return RoomMeasurement(
      room: "dateparser \(language)", articles: nil, bytes: text.utf8.count, seconds: [seconds])
  }

  /// The whole of HeidelTime less what it takes for nothing, which is mostly the start of Java.
  private static func heidelTime(_ language: String, _ text: String, home: String) -> RoomMeasurement? {
    let names = ["en": "ENGLISH", "de": "GERMAN", "ru": "RUSSIAN", "kk": "auto-kazakh"]
    guard let name = names[language] else { return nil }
    func seconds(_ text: String) -> Double? {
      withFile(text) { path in
        let start = DispatchTime.now().uptimeNanoseconds
        let output = run(
          "java",
          [
            "-jar", home + "/" + jar, path, "-l", name, "-t", "NEWS", "-dct", "2021-06-16", "-pos", "NO",
            "-c",
            home + "/config.props",
          ])
        guard output?.contains("TimeML") ?? false else { return nil }
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      }
    }
    guard let empty = seconds("\n"), let full = seconds(text) else { return nil }
    return RoomMeasurement(
      room: "HeidelTime \(language)", articles: nil, bytes: text.utf8.count,
      seconds: [max(full - empty, 1e-3)])
  }

  private static func withFile<Value>(_ text: String, _ body: (String) -> Value?) -> Value? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dateline-benchmark-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    guard (try? Data(text.utf8).write(to: file)) != nil else { return nil }
    return body(file.path)
  }

  /// What a program prints; nil if it is not there or fails.
  private static func run(_ program: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
