/// A time of the day, to the second or finer, with or without its offset from UTC (ISO 8601-1, 5.3).
public struct TimeOfDay: Hashable, Sendable {
  /// 0 to 24; 24 only as `24:00:00`, the midnight that ends the day.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int
  /// 0 to 59.
  public let second: Int
  /// The fraction of the second, cut off after three digits: 0 to 999.
  public let millisecond: Int
  /// Minutes east of UTC, -720 to 840, 0 for `Z`; `nil` for a local time.
  public let offset: Int?

  /// The offset as `Z`, `+02:30` or nothing.
  var offsetText: String {
    guard let offset else { return "" }
    if offset == 0 { return "Z" }
    let minutes = abs(offset)
    return (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
  }
}

/// A number with zeros before it to that many digits, and its sign before those.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
