internal import EDTF

/// How a date that may be vague or open lies to a day and to another date. A start that is open or unknown counts as
/// before every day, an end that is as after every day.
extension EDTFDate {
  /// Whether its first possible day is on or before a day.
  func canHaveBegun(by day: Day) -> Bool { earliest.map { $0 <= day } ?? true }

  /// Whether its last possible day is on or before a day.
  func isOver(by day: Day) -> Bool { latest.map { $0 <= day } ?? false }

  /// Whether there is a day that both can mean.
  func overlaps(_ other: EDTFDate) -> Bool {
    (other.latest.map(canHaveBegun) ?? true) && (latest.map(other.canHaveBegun) ?? true)
  }
}
