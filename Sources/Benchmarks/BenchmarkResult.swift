import Foundation

/// The runs of one room over the same articles.
public struct RoomMeasurement: Sendable, Codable {
  /// The room, or `journey`.
  public var room: String
  /// Articles of one run; nil for a part of a room that is measured on a text of its own.
  public var articles: Int?
  /// Bytes of one run, as they arrive.
  public var bytes: Int
  /// Tokens of one run, where they are counted.
  public var tokens: Int?
  /// Seconds of each run, in order.
  public var seconds: [Double]

  /// The middle run in seconds.
  public var median: Double {
    let sorted = seconds.sorted()
    guard let last = sorted.last else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? sorted[middle] : (sorted[middle - 1] + (middle < sorted.count ? sorted[middle] : last)) / 2
  }
  /// How far the slowest run is from the fastest, as a part of the middle one.
  public var spread: Double {
    guard let least = seconds.min(), let most = seconds.max(), median > 0 else { return 0 }
    return (most - least) / median
  }
  /// Articles a second in the middle run.
  public var articlesPerSecond: Double? {
    articles.map { median > 0 ? Double($0) / median : 0 }
  }
  /// Tokens a second in the middle run.
  public var tokensPerSecond: Double? {
    tokens.map { median > 0 ? Double($0) / median : 0 }
  }
  /// Megabytes (10⁶ bytes) a second in the middle run.
  public var megabytesPerSecond: Double { median > 0 ? Double(bytes) / median / 1e6 : 0 }
}

/// What a benchmark measured.
public struct BenchmarkResult: Sendable {
  /// Articles of one run.
  public var articles: Int
  /// Bytes of one run.
  public var bytes: Int
  /// The rooms in the order of the journey.
  public var rooms: [RoomMeasurement] = []
  /// What could not be measured and why, a sentence each.
  public var notes: [String] = []
  /// The most memory the process held, in bytes.
  public var peakMemory = 0

  /// A table for people.
  public var table: String {
    var text = "\(articles) articles in four languages, \(fixed(Double(bytes) / 1e6, 2)) MB\n\n"
    text += "room                MB/s   articles/s       median of runs   spread\n"
    for room in rooms {
      text +=
        room.room.padding(toLength: 16, withPad: " ", startingAt: 0)
        + right(fixed(room.megabytesPerSecond, room.megabytesPerSecond < 1 ? 3 : 1), 8)
        + right(room.articlesPerSecond.map { fixed($0, 0) } ?? "", 13)
        + right(fixed(room.median * 1000, 1) + " ms", 12)
        + right("of \(room.seconds.count)", 9)
        + right("±" + fixed(room.spread * 50, 0) + "%", 9)
        + (room.tokensPerSecond.map { right(fixed($0, 0), 10) + " tokens/s" } ?? "") + "\n"
    }
    for note in notes { text += "\n" + note }
    return text + (notes.isEmpty ? "" : "\n") + "\npeak memory: \(fixed(Double(peakMemory) / 1e6, 0)) MB\n"
  }

  /// The result as JSON, pretty-printed.
  /// - Throws: an `EncodingError`, which no result is known to cause.
  public func json() throws -> String {
    struct Room: Encodable {
      var room: String
      var megabytesPerSecond: Double
      var articlesPerSecond: Double?
      var tokensPerSecond: Double?
      var medianSeconds: Double
      var spread: Double
      var seconds: [Double]
    }
    struct Whole: Encodable {
      var articles: Int
      var bytes: Int
      var peakMemoryBytes: Int
      var rooms: [Room]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let whole = Whole(
      articles: articles, bytes: bytes, peakMemoryBytes: peakMemory,
      rooms: rooms.map {
        Room(
          room: $0.room, megabytesPerSecond: $0.megabytesPerSecond, articlesPerSecond: $0.articlesPerSecond,
          tokensPerSecond: $0.tokensPerSecond, medianSeconds: $0.median, spread: $0.spread,
          seconds: $0.seconds)
      })
    return String(decoding: try encoder.encode(whole), as: UTF8.self) + "\n"
  }
}

private func right(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

private func fixed(_ number: Double, _ decimals: Int) -> String {
  guard number.isFinite else { return "–" }
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((number * Double(scale)).rounded())
  guard decimals > 0 else { return String(scaled) }
  let rest = String(scaled % scale)
  return "\(scaled / scale)." + String(repeating: "0", count: decimals - rest.count) + rest
}
