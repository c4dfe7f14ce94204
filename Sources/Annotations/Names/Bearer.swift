import DatelineText

/// Where something is named.
public struct PlacedMention: Sendable, Hashable {
  /// Headline or body.
  public var part: TextPart
  /// Where it stands.
  public var range: TextRange
}

/// One person, organisation or place, with every place where the document names it.
public struct Bearer: Sendable, Hashable {
  /// The kind, one of the words of the schema.
  public var kind: NameKind
  /// The fullest name, in the nominative.
  public var name: String
  /// Other names that the document uses.
  public var aliases: [String] = []
  /// Kind of organisation or place.
  public var category: String = ""
  /// ISO 3166-1 alpha-2 or empty.
  public var country: String = ""
  /// Key that the dictionaries give, or empty.
  public var key: String = ""
  /// What the person is, as the text says.
  public var roles: [PlacedRole] = []
  /// Where it is named.
  public var mentions: [PlacedMention]
}

/// A role and where it stands.
public struct PlacedRole: Sendable, Hashable {
  /// Headline or body.
  public var part: TextPart
  /// What the person is.
  public var role: RoleAnnotation
  /// Index of the organisation among the bearers, once it is known.
  public var organisation: Int?
}
