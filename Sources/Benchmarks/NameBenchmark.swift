import Dateline
import DatelineText
import Foundation

/// Recognition of names alone: from the tokens of a text to the persons, organisations and places in it.
struct NameBenchmark {
  private let pipeline: Pipeline
  private let texts: [NormalisedText]
  /// The languages that are measured one by one.
  let languages: [String]

  init(pipeline: Pipeline) {
    self.pipeline = pipeline
    var maker = ArticleMaker(seed: 11)
    texts = (0..<Benchmark.articles).map { _ in
      let article = maker.next()
      return pipeline.normaliser.normalise(utf8: Array(article.text.utf8), language: article.language)
    }
    languages = Array(Set(texts.map(\.language.code))).sorted()
  }

  /// The texts of a language; of all for nil.
  private func texts(_ language: String?) -> [NormalisedText] {
    texts.filter { language == nil || $0.language.code == language }
  }

  /// The articles, bytes and tokens of one run.
  func size(_ language: String?) -> (articles: Int, bytes: Int, tokens: Int) {
    let texts = texts(language)
    return (texts.count, texts.reduce(0) { $0 + $1.bytes.count }, texts.reduce(0) { $0 + $1.tokens.count })
  }

  /// Recognises the names of all texts once.
  func run(_ language: String?) {
    for text in texts(language) { _ = pipeline.names(in: text) }
  }

  /// The Russian texts, for a peer.
  var russian: String {
    texts("ru").map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n\n")
  }
}

/// Natasha, the usual tagger of Russian names in Python, where it is installed.
enum NatashaPeer {
  /// What it says of itself: tokens a second and the most memory held, in bytes.
  struct Result {
    var tokensPerSecond: Double
    var memory: Int
  }

  private static let program = """
    import sys, time, resource
    try:
        from natasha import Segmenter, NewsEmbedding, NewsNERTagger, Doc
    except ImportError:
        sys.exit(3)
    texts = sys.stdin.read().split("\\n\\n")
    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    tokens, start = 0, time.process_time()
    for text in texts:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        tokens += len(doc.tokens)
    print(tokens / (time.process_time() - start), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    """

  /// Runs it on a text; nil where there is no Python or no Natasha.
  static func measure(_ text: String) -> Result? {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("dateline-benchmark-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    guard (try? Data(text.utf8).write(to: file)) != nil,
      let input = try? FileHandle(forReadingFrom: file)
    else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    // On one core, as Dateline is measured: its threads would spend more time than they save.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"], uniquingKeysWith: { $1 })
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let numbers = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard process.terminationStatus == 0, numbers.count == 2, let rate = Double(numbers[0]),
      let memory = Int(numbers[1])
    else { return nil }
    return Result(tokensPerSecond: rate, memory: memory)
  }
}
