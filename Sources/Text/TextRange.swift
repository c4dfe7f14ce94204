/// A half-open range of UTF-8 bytes in normalised text: the one unit of position inside Dateline.
/// (A record's spans are code points; they are computed once, at export.)
public struct TextRange: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var lower: Int
  /// Offset after the last byte.
  public var upper: Int

  /// The range `lower..<upper`.
  @inlinable public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// Length in bytes.
  @inlinable public var count: Int { upper - lower }
  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { upper <= lower }

  /// Whether every byte of `other` is in this range.
  @inlinable public func contains(_ other: TextRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }
  /// Whether the two ranges share a byte.
  @inlinable public func overlaps(_ other: TextRange) -> Bool {
    lower < other.upper && other.lower < upper
  }
  /// By start, the longer one first.
  @inlinable public static func < (left: TextRange, right: TextRange) -> Bool {
    left.lower != right.lower ? left.lower < right.lower : left.upper > right.upper
  }
}
