import DatelineDocuments
import DatelineRecords
import Foundation

/// What became of one document of the input.
public enum RecordOutcome: Sendable {
  /// Its record.
  case record(Record)
  /// Why there is none.
  case failure(DocumentError)
}

extension Pipeline {
  /// Reads inputs and calls `each` with the record of every document, in input order, on the calling thread.
  ///
  /// The outcomes are the same for any number of jobs. Memory does not grow with the number of documents.
  /// - Parameters:
  ///   - reader: Reads the inputs.
  ///   - inputs: Files, folders, patterns, `-`, as the reader takes them.
  ///   - jobs: How many documents are worked on at the same time, 1 or more.
  ///   - each: What to do with an outcome. An error thrown here ends the work and is thrown on.
  public func records(
    from reader: DocumentReader, inputs: [String], jobs: Int, each: (RecordOutcome) throws -> Void
  ) throws {
    let line = RecordLine(pipeline: self, jobs: jobs)
    defer { line.close() }
    try reader.read(inputs) { try line.add($0, each: each) }
    try line.finish(each: each)
  }
}

/// A line of work: documents go in at one end and records come out at the other, in the same order,
/// with several documents under way between.
///
/// Everything but the work itself happens on the thread that calls, so `each` needs no locks.
/// With one job no thread is started and each record comes out as soon as its document is in.
public final class RecordLine {
  /// Documents in one piece of work: one a piece costs a fifth of the speed.
  private static let pieceLength = 16
  /// Bytes of text after which a piece is full before it has its number of documents.
  private static let pieceBytes = 1 << 20

  private let pipeline: Pipeline
  private let crew: Crew?
  private let limit: Int
  private var collecting: [ReadOutcome] = []
  private var collectedBytes = 0
  private var underWay: [Piece] = []

  /// A line of work.
  /// - Parameters:
  ///   - pipeline: Makes the records.
  ///   - jobs: Number of threads; with 1 or less the calling thread does the work.
  public init(pipeline: Pipeline, jobs: Int) {
    self.pipeline = pipeline
    crew = jobs > 1 ? Crew(pipeline: pipeline, workers: jobs) : nil
    limit = max(1, jobs) * 2
  }

  /// Puts in what was read; calls `each` with what is ready while there is too much under way.
  public func add(_ outcome: ReadOutcome, each: (RecordOutcome) throws -> Void) throws {
    guard crew != nil else { return try each(pipeline.outcome(of: outcome)) }
    collecting.append(outcome)
    if case .document(let document) = outcome {
      collectedBytes += document.blocks.reduce(0) { $0 + $1.text.utf8.count }
    }
    guard collecting.count >= Self.pieceLength || collectedBytes >= Self.pieceBytes else { return }
    send()
    while underWay.count >= limit { try deliverFirst(each) }
    while let first = underWay.first, first.isDone { try deliverFirst(each) }
  }

  /// Waits for everything that was put in and calls `each` with it.
  ///
  /// More may be put in afterwards.
  public func finish(each: (RecordOutcome) throws -> Void) throws {
    send()
    while !underWay.isEmpty { try deliverFirst(each) }
  }

  /// Ends the threads; work that is under way is lost.
  public func close() { crew?.dismiss() }

  private func send() {
    guard let crew, !collecting.isEmpty else { return }
    let piece = Piece(collecting)
    collecting = []
    collectedBytes = 0
    underWay.append(piece)
    crew.take(piece)
  }

  private func deliverFirst(_ each: (RecordOutcome) throws -> Void) throws {
    let piece = underWay.removeFirst()
    for outcome in piece.wait() { try each(outcome) }
  }
}

extension Pipeline {
  fileprivate func outcome(of read: ReadOutcome) -> RecordOutcome {
    switch read {
    case .document(let document): .record(record(of: document))
    case .failure(let error): .failure(error)
    }
  }
}

/// Some documents that one thread works on, and what it made of them.
///
/// Unchecked: `outcomes` is written by one worker and read after the condition says it is there.
private final class Piece: @unchecked Sendable {
  let inputs: [ReadOutcome]
  private var outcomes: [RecordOutcome]?
  private let changed = NSCondition()

  init(_ inputs: [ReadOutcome]) { self.inputs = inputs }

  var isDone: Bool {
    changed.lock()
    defer { changed.unlock() }
    return outcomes != nil
  }

  func finish(_ made: [RecordOutcome]) {
    changed.lock()
    outcomes = made
    changed.broadcast()
    changed.unlock()
  }

  func wait() -> [RecordOutcome] {
    changed.lock()
    defer { changed.unlock() }
    while outcomes == nil { changed.wait() }
    return outcomes ?? []
  }
}

/// The threads that work, and the pieces that wait for them.
///
/// Unchecked: everything that changes is guarded by the condition.
private final class Crew: @unchecked Sendable {
  private var waiting: [Piece] = []
  private var dismissed = false
  private let changed = NSCondition()

  init(pipeline: Pipeline, workers: Int) {
    for number in 1...workers {
      let thread = Thread { [self] in
        while let piece = next() { piece.finish(piece.inputs.map(pipeline.outcome)) }
      }
      thread.name = "dateline worker \(number)"
      // As much as a main thread has: what runs there must run here.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func take(_ piece: Piece) {
    changed.lock()
    waiting.append(piece)
    changed.signal()
    changed.unlock()
  }

  func dismiss() {
    changed.lock()
    dismissed = true
    waiting.removeAll()
    changed.broadcast()
    changed.unlock()
  }

  private func next() -> Piece? {
    changed.lock()
    defer { changed.unlock() }
    while waiting.isEmpty, !dismissed { changed.wait() }
    return dismissed ? nil : waiting.removeFirst()
  }
}
