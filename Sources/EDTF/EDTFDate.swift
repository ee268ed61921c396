/// A date as people know it: exact, approximate, uncertain, open or one of several (ISO 8601-2, EDTF levels 0 and 1,
/// and of level 2 the qualifiers inside a date and the sets).
public struct EDTFDate: Hashable, Sendable {
  /// The expression as it was written.
  public let text: String
  /// The first day the date can mean; `nil` where its start is open or unknown.
  public let earliest: Day?
  /// The last day the date can mean; `nil` where its end is open or unknown.
  public let latest: Day?
}
