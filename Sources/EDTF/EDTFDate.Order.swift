extension EDTFDate {
  /// The place of a date in time: by the first day it can mean, then by the last.
  public struct SortKey: Hashable, Comparable, Sendable {
    /// The ordinal of the first day; an open or unknown start comes before every day.
    let earliest: Int
    /// The ordinal of the last day; an open or unknown end comes after every day.
    let latest: Int

    /// Whether one stands before the other.
    public static func < (left: SortKey, right: SortKey) -> Bool {
      left.earliest != right.earliest ? left.earliest < right.earliest : left.latest < right.latest
    }
  }

  /// Its place in time.
  ///
  /// What is uncertain or approximate about it does not move it.
  public var sortKey: SortKey {
    SortKey(earliest: earliest?.ordinal ?? .min, latest: latest?.ordinal ?? .max)
  }

  /// Whether it stands before another by (earliest, latest); neither of two equal ones does.
  public func orderedBefore(_ other: EDTFDate) -> Bool { sortKey < other.sortKey }
}
