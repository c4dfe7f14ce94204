import DatelineDocuments

/// One thing that happened or was announced: an agreement, or a dated sentence.
public struct TimelineEntry: Sendable, Hashable {
  /// What an entry is.
  public enum Kind: String, Sendable, Hashable {
    case agreement, fact
  }
  /// What it is.
  public var kind: Kind
  /// When it was; nil if neither the text nor its publication tells.
  public var date: Date?
  /// Type of an agreement as in the record (`memorandum`, …).
  public var type: String?
  /// Status of an agreement as in the record (`signed`, …).
  public var status: String?
  /// How the text names the agreement.
  public var title: String?
  /// Who agrees; for a fact the organisations and countries that the sentence names.
  public var parties: [Party] = []
  /// Who signed; for a fact the persons that the sentence names.
  public var people: [Person] = []
  /// Place of signing.
  public var place: String?
  /// What it is about.
  public var subject: String?
  /// Sum of money in units of `currency`.
  public var amount: Double?
  /// ISO 4217.
  public var currency: String?
  /// Countries concerned, ISO 3166-1 alpha-2, sorted.
  public var countries: [String] = []
  /// Who reports it, in the order of the records; never empty.
  public var sources: [Reference]

  /// Language of title, names and subject: that of the first source.
  public var language: String { sources.first?.language ?? "und" }
  /// The sentence that shows it, from the first source.
  public var evidence: String? { sources.first?.evidence }

  /// When something was.
  public struct Date: Sendable, Hashable {
    /// TIMEX3 value.
    public var value: String
    /// The days it covers.
    public var days: DayRange
    /// Whether the text says so, or only the day of the report is known.
    public var isReported: Bool
  }

  /// One who agrees.
  public struct Party: Sendable, Hashable {
    /// Name in the language of the source.
    public var name: String
    /// Linking key.
    public var key: String?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// Whether it is a country itself.
    public var isCountry = false
  }

  /// A person concerned.
  public struct Person: Sendable, Hashable {
    /// Name in the language of the source.
    public var name: String
    /// Linking key.
    public var key: String?
    /// First role that the text gives.
    public var role: String?
  }

  /// A document that reports it.
  public struct Reference: Sendable, Hashable {
    /// Id of the record.
    public var document: String
    /// Headline.
    public var title: String?
    /// Path of the file.
    public var path: String
    /// Address.
    public var url: String?
    /// News agency, else title of the feed.
    public var agency: String?
    /// Day of publication, `YYYY-MM-DD`.
    public var published: String?
    /// BCP 47.
    public var language: String
    /// The sentence that shows it.
    public var evidence: String?
  }
}

extension TimelineEntry: Comparable {
  /// By first day, the longer span first (a year before its days), then agreements before facts; undated ones last.
  ///
  /// Entries of equal rank are ordered by what they say, so that a report does not depend on the order of the input.
  public static func < (left: TimelineEntry, right: TimelineEntry) -> Bool {
    switch (left.date?.days, right.date?.days) {
    case (nil, nil): break
    case (nil, _): return false
    case (_, nil): return true
    case (let a?, let b?):
      if a.first != b.first { return a.first < b.first }
      if a.last != b.last { return a.last > b.last }
    }
    if left.kind != right.kind { return left.kind == .agreement }
    let a = left.sources.first
    let b = right.sources.first
    return (a?.path ?? "", a?.document ?? "", left.title ?? "", left.evidence ?? "")
      < (b?.path ?? "", b?.document ?? "", right.title ?? "", right.evidence ?? "")
  }
}
