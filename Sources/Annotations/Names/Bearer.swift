import DatelineText

/// Where something is named.
public struct PlacedMention: Sendable, Hashable {
  public var part: TextPart
  public var range: TextRange
}

/// One person, organisation or place, with every place where the document names it.
public struct Bearer: Sendable, Hashable {
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
  public var roles: [PlacedRole] = []
  public var mentions: [PlacedMention]
}

/// A role and where it stands.
public struct PlacedRole: Sendable, Hashable {
  public var part: TextPart
  public var role: RoleAnnotation
  /// Index of the organisation among the bearers, once it is known.
  public var organisation: Int?
}
