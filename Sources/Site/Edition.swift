public import EDTF

/// The day a site is made for: what could have been known on it, and what still lay ahead.
public struct Edition: Sendable {
  /// The day that counts as today.
  public let today: Day
  /// Whether somebody asked for that day, with `--as-of` or `SOURCE_DATE_EPOCH`; else the clock gave it.
  public let isPinned: Bool

  /// Creates an edition.
  public init(today: Day, isPinned: Bool) {
    self.today = today
    self.isPinned = isPinned
  }

  /// The day printed as the state of a story.
  ///
  /// Where nobody pinned a day it is the last day on which anything became known, so that building the same content
  /// tomorrow gives the same bytes.
  func printedDay(lastKnown: Day?) -> Day {
    isPinned ? today : min(today, lastKnown ?? today)
  }
}
