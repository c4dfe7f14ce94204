/// One source on its way from bytes to documents.
///
/// Nothing here throws what `body` did not: trouble with the source is an outcome like any other.
struct DocumentStream {
  /// How much is read to decide on encoding and format.
  private static let sampleSize = 1 << 20
  /// How much is read at a time after that.
  private static let chunkSize = 1 << 16

  /// Reads a source from its first byte to its last.
  static func run(
    _ file: InputFile, memory: [UInt8]?, options: ReaderOptions, _ body: (ReadOutcome) throws -> Void
  ) rethrows {
    let opening: Opening
    do throws(DocumentError) {
      guard let found = try Opening(file, memory: memory, options: options) else { return }
      opening = found
    } catch {
      try body(.failure(error))
      return
    }
    switch opening.format {
    case .rss: try feed(opening, RSSReader(), options, body)
    case .atom: try feed(opening, AtomReader(), options, body)
    case .text, .html:
      let outcome: ReadOutcome
      do throws(DocumentError) {
        outcome = .document(finished(try whole(opening), options))
      } catch {
        outcome = .failure(error)
      }
      try body(outcome)
    }
  }

  /// A source whose start has been read and understood.
  private final class Opening {
    let file: InputFile
    var bytes: ByteSource
    let sample: ArraySlice<UInt8>
    let detection: EncodingDetection
    let format: DocumentFormat
    /// Whether the sample is everything.
    let isComplete: Bool

    /// Nil for a file in a folder that clearly is no document.
    init?(_ file: InputFile, memory: [UInt8]?, options: ReaderOptions) throws(DocumentError) {
      self.file = file
      if let memory {
        bytes = ByteSource(memory, path: file.path)
      } else {
        bytes = try ByteSource(path: file.path)
      }
      sample = try bytes.next(DocumentStream.sampleSize)
      isComplete = sample.count < DocumentStream.sampleSize
      detection = EncodingDetection(sample: sample, isComplete: isComplete, header: options.encoding)
      guard !sample.isEmpty else {
        throw DocumentError(
          code: "empty", path: file.path, message: "the file is empty; there is nothing to read")
      }
      var kind = DocumentFormat.detectBinary(
        in: sample.dropFirst(detection.markLength), as: detection.encoding)
      if kind == nil {
        var text: [UInt8] = []
        var reader = EncodingReader(detection.encoding)
        let head = sample.dropFirst(detection.markLength).prefix(DocumentStream.chunkSize)
        reader.read(head, last: detection.encoding.method == .converter, to: &text)
        kind = DocumentFormat.detect(in: text[...])
      }
      switch kind {
      case .document(let found, _)?: format = found
      case .bystander(let what)? where !file.isNamed:
        _ = what
        return nil
      case .bystander(let what)?, .foreign(let what)?:
        throw DocumentError(
          code: "format", path: file.path,
          message: "this is \(what), which is not read; give text, RSS, Atom or HTML")
      case .binary(let offset)?:
        throw DocumentError(
          code: "binary", path: file.path, offset: offset,
          message: "this is binary data, no text; give text, RSS, Atom or HTML")
      case nil:
        throw DocumentError(code: "format", path: file.path, message: "the format is not known")
      }
    }

    func source(bytes count: Int) -> Source {
      Source(path: file.path, format: format, encoding: detection.encoding.name, bytes: count)
    }
  }

  // MARK: Pages and texts

  private static func whole(_ opening: Opening) throws(DocumentError) -> Document {
    var raw = opening.sample
    var isComplete = opening.isComplete
    while !isComplete {
      guard raw.count <= DocumentReader.maximumSize else {
        let limit = DocumentReader.maximumSize >> 20
        throw DocumentError(
          code: "too-large", path: opening.file.path, offset: DocumentReader.maximumSize,
          message: "a single document above \(limit) MiB is not read; split the file")
      }
      let chunk = try opening.bytes.next(sampleSize)
      raw.append(contentsOf: chunk)
      isComplete = chunk.count < sampleSize
    }
    let source = opening.source(bytes: raw.count)
    var reader = EncodingReader(opening.detection.encoding, offset: opening.detection.markLength)
    var utf8: [UInt8] = []
    reader.read(raw.dropFirst(opening.detection.markLength), last: true, to: &utf8)
    raw = []
    var document =
      opening.format == .html
      ? try HTMLReader.read(utf8, source: source) : try TextReader.read(utf8, source: source)
    let damage = [opening.detection.irregularity].compactMap { $0 } + reader.irregularities
    document.irregularities.insert(contentsOf: damage, at: 0)
    return document
  }

  /// What the options say where the document does not.
  private static func finished(_ document: Document, _ options: ReaderOptions) -> Document {
    var document = document
    if document.published == nil, let day = options.published {
      document.published = day
      document.publishedFrom = .option
    }
    if document.declaredLanguage == nil { document.declaredLanguage = LanguageTag.clean(options.language) }
    return document
  }

  // MARK: Feeds

  private static func feed(
    _ opening: Opening, _ vocabulary: any FeedVocabulary, _ options: ReaderOptions,
    _ body: (ReadOutcome) throws -> Void
  ) rethrows {
    let assembler = FeedAssembler(vocabulary)
    let stream = XMLStream(
      listener: assembler,
      offset: opening.detection.encoding == .utf8 ? opening.detection.markLength : nil)
    var reader = EncodingReader(opening.detection.encoding, offset: opening.detection.markLength)
    var count = 0
    var noted = 0
    var chunk = opening.sample.dropFirst(opening.detection.markLength)
    var isLast = opening.isComplete
    var failure: DocumentError?

    func deliver(_ item: FeedItem, cut: Bool = false) throws {
      count += 1
      var source = opening.source(bytes: opening.file.bytes)
      source.item = count
      source.feed = assembler.feedTitle
      var document = item.document(source: source, feedLanguage: assembler.feedLanguage)
      // What was wrong with the feed so far is told once, with the item that came next.
      var damage = stream.irregularities[noted...].map { $0 }
      noted = stream.irregularities.count
      if count == 1, let irregularity = opening.detection.irregularity { damage.insert(irregularity, at: 0) }
      damage += reader.takeIrregularities()
      if cut {
        damage.append(
          Irregularity(
            kind: "truncated", offset: opening.bytes.offset,
            message: "the feed ends inside this item; what there is of it was read"))
      }
      document.irregularities.insert(contentsOf: damage, at: 0)
      try body(.document(finished(document, options)))
    }

    while true {
      // Small pieces, so that few items wait at a time.
      while !chunk.isEmpty || isLast {
        let piece = chunk.prefix(chunkSize)
        chunk = chunk.dropFirst(chunkSize)
        let end = isLast && chunk.isEmpty
        var utf8: [UInt8] = []
        reader.read(piece, last: end, to: &utf8)
        stream.push(utf8)
        // Before the end is looked at: what is wrong there is not these items' fault.
        for item in assembler.take() { try deliver(item) }
        if end { stream.finish() }
        for item in assembler.take() { try deliver(item) }
        if end { break }
      }
      if isLast { break }
      do throws(DocumentError) {
        chunk = try opening.bytes.next(chunkSize)
        isLast = chunk.count < chunkSize
      } catch {
        failure = error
        break
      }
    }
    if let item = assembler.cut() { try deliver(item, cut: true) }
    if let failure {
      try body(.failure(failure))
    } else if count == 0 {
      let place = stream.irregularities.first
      let reason = place.map { " (\($0.message))" } ?? ""
      try body(
        .failure(
          DocumentError(
            code: assembler.sawElement ? "no-items" : "markup", path: opening.file.path,
            offset: place?.offset,
            message: "the feed holds no items\(reason); check that it was fetched whole")))
    }
  }
}
