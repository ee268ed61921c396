public import Diagnostics
public import EDTF

/// Something that happened, or is to happen, on a date.
public struct Event: Sendable {
  /// Whether it will take place (the words of RFC 5545 and schema.org, where they have them).
  public enum Status: String, Sendable, CaseIterable {
    case scheduled
    case tentative
    case postponed
    case cancelled
    case completed
  }

  /// The id it is referred to by.
  public var id: String
  /// What it is called.
  public var title: String
  /// When it is.
  public var date: EDTFDate
  /// Where it is.
  public var place: String?
  /// Whether it will take place.
  public var status: Status
  /// More about it, if anything, as plain text.
  public var note: String?
  /// Where the announcement stands: an index into ``Story/sources``.
  public var source: Int?
  /// Where it is defined.
  public var location: SourceLocation
}
