import Dateline
import DatelineDocuments
import DatelineRecords
import DatelineRepetition
import DatelineStore
import DatelineText
import Foundation

/// Measures the rooms one by one and the whole journey, on articles made for it.
public struct Benchmark: Sendable {
  /// The rooms that can be measured, in the order of the journey, which comes last.
  public static let rooms = [
    "documents", "text", "dates", "names", "repetition", "records", "export", "store", "journey",
  ]

  /// Articles of one run.
  public static let articles = 400

  private let pipeline: Pipeline
  private let seconds: Double
  private let jobs: Int

  /// - Parameters:
  ///   - pipeline: What is measured.
  ///   - seconds: How long each room is run, at least; three runs are made in any case.
  ///   - jobs: Threads of the journey; the rooms run on one.
  public init(pipeline: Pipeline, seconds: Double = 2, jobs: Int = 1) {
    self.pipeline = pipeline
    self.seconds = seconds
    self.jobs = jobs
  }

  /// Runs the rooms named, in the order of the journey.
  /// - Throws: what a room throws; none does on these articles.
  public func run(rooms: [String] = Benchmark.rooms) throws -> BenchmarkResult {
    // Nothing else is in memory then beside the dictionaries.
    if rooms == ["names"] { return try measureNames() }
    let material = try Material(pipeline: pipeline)
    var result = BenchmarkResult(articles: Self.articles, bytes: material.byteCount)
    for room in Self.rooms where rooms.contains(room) {
      if room == "dates" {
        let material = DateBenchmark(pipeline: pipeline)
        result.rooms += try measure(material)
        let others = DateComparison(material.material)
        result.rooms += others.rows
        result.notes += others.notes
        continue
      }
      if room == "names" {
        let names = try measureNames()
        result.rooms += names.rooms
        result.notes += names.notes
        continue
      }
      let runs = try measure { try work(room, material) }
      result.rooms.append(
        RoomMeasurement(room: room, articles: Self.articles, bytes: material.byteCount, seconds: runs))
      if room == "text" { result.rooms += try measureText() }
    }
    result.peakMemory = peakMemory()
    return result
  }

  /// Names alone, of all texts and by language, in seconds of the processor.
  private func measureNames() throws -> BenchmarkResult {
    let names = NameBenchmark(pipeline: pipeline)
    var result = BenchmarkResult(articles: Self.articles, bytes: names.size(nil).bytes)
    for language in [nil] + names.languages.map(Optional.some) {
      let size = names.size(language)
      result.rooms.append(
        RoomMeasurement(
          room: language.map { "names " + $0 } ?? "names", articles: size.articles, bytes: size.bytes,
          tokens: size.tokens, seconds: try measure(processorTime) { names.run(language) }))
    }
    result.peakMemory = peakMemory()
    if let natasha = NatashaPeer.measure(names.russian) {
      result.notes.append(
        "natasha, Russian: \(Int(natasha.tokensPerSecond)) tokens/s, \(natasha.memory / 1_000_000) MB")
    }
    return result
  }

  /// The parts of the Text room beside ICU's own, in seconds of the processor.
  private func measureText() throws -> [RoomMeasurement] {
    let text = TextBenchmark(normaliser: pipeline.normaliser)
    return try TextBenchmark.parts.map { part in
      RoomMeasurement(
        room: "  " + part, articles: nil, bytes: text.byteCount(of: part),
        seconds: try measure(processorTime) { text.run(part) })
    }
  }

  /// Dates alone and with the looking up of words before, in each language, in seconds of the processor.
  private func measure(_ dates: DateBenchmark) throws -> [RoomMeasurement] {
    try dates.material.flatMap { material in
      try [("dates", DateBenchmark.Part.dates), ("words, dates", .readingAndDates)].map { name, part in
        RoomMeasurement(
          room: "\(name) \(material.language)", articles: material.texts.count, bytes: material.byteCount,
          seconds: try measure(processorTime) { dates.run(part, material) })
      }
    }
  }

  /// - Parameter clock: nanoseconds so far.
  private func measure(_ clock: () -> UInt64 = wallTime, _ work: () throws -> Void) throws -> [Double] {
    // The first run fills caches and is not counted.
    try work()
    var runs: [Double] = []
    var total = 0.0
    while runs.count < 3 || total < seconds {
      let start = clock()
      try work()
      let run = Double(clock() - start) / 1e9
      runs.append(run)
      total += run
    }
    return runs
  }

  private func work(_ room: String, _ material: Material) throws {
    switch room {
    case "documents":
      let reader = DocumentReader(options: ReaderOptions())
      for (index, bytes) in material.files.enumerated() {
        reader.documents(in: bytes, path: "article-\(index).txt") { _ in }
      }
    case "text":
      for document in material.documents {
        _ = pipeline.normaliser.normalise(document.blocks)
      }
    case "repetition":
      let finder = RepetitionFinder(near: 0.8)
      for text in material.texts { _ = finder.repeats(in: text) }
    case "records":
      for document in material.documents { _ = pipeline.record(of: document) }
    case "export":
      for record in material.records { _ = RecordExport.json(record) }
    case "store":
      try Material.inTemporaryStore { store in
        for record in material.records { _ = try store.ingest(record) }
      }
    default:
      try Material.inTemporaryStore { store in
        let line = RecordLine(pipeline: pipeline, jobs: jobs)
        defer { line.close() }
        let reader = DocumentReader(options: ReaderOptions())
        func ingest(_ outcome: RecordOutcome) throws {
          if case .record(let record) = outcome { _ = try store.ingest(record) }
        }
        for (index, bytes) in material.files.enumerated() {
          try reader.documents(in: bytes, path: "article-\(index).txt") { try line.add($0, each: ingest) }
        }
        try line.finish(each: ingest)
      }
    }
  }
}

/// What the rooms work on: the same articles at each stage of the journey.
private struct Material {
  var files: [[UInt8]] = []
  var documents: [Document] = []
  var texts: [NormalisedText] = []
  var records: [Record] = []
  var byteCount: Int { files.reduce(0) { $0 + $1.count } }

  init(pipeline: Pipeline) throws {
    var maker = ArticleMaker()
    let reader = DocumentReader(options: ReaderOptions())
    for index in 0..<Benchmark.articles {
      let bytes = Array(maker.next().text.utf8)
      files.append(bytes)
      reader.documents(in: bytes, path: "article-\(index).txt") { outcome in
        guard case .document(let document) = outcome else { return }
        documents.append(document)
        texts.append(pipeline.normaliser.normalise(document.blocks))
        records.append(pipeline.record(of: document))
      }
    }
  }

  static func inTemporaryStore(_ body: (RecordStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dateline-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(try RecordStore(path: folder.appendingPathComponent("store.sqlite").path))
  }
}

private func wallTime() -> UInt64 { DispatchTime.now().uptimeNanoseconds }

/// Nanoseconds that this thread has had of a processor: what others do on the machine does not count.
private func processorTime() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// The most memory this process has held, in bytes.
private func peakMemory() -> Int {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
  #endif
}
