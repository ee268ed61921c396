import EDTF
import Escaping

/// A date as TimelineJS 3 has it: a year, and as much more as is known.
struct TimelineJSDate: Sendable, Equatable {
  /// Astronomical: 0 is 1 BC.
  let year: Int
  var month: Int?
  var day: Int?
  var time: (hour: Int, minute: Int, second: Int)?

  /// The years the format's human scale holds: those of a date in JavaScript.
  static let years = -271_820...275_759

  static func == (left: TimelineJSDate, right: TimelineJSDate) -> Bool {
    (left.year, left.month, left.day) == (right.year, right.month, right.day)
      && left.time.map { [$0.hour, $0.minute, $0.second] } == right.time.map { [$0.hour, $0.minute, $0.second] }
  }

  /// Where a slide begins and ends; `nil` for a date without any day, or beyond the years of the format.
  ///
  /// A date that is exact, though perhaps to a month or a year only, stays as it is written; any other begins on the
  /// first day it can mean and ends on the last. Where one end is open the other stands for it.
  static func span(of date: EDTFDate) -> (start: TimelineJSDate, end: TimelineJSDate?)? {
    guard let first = date.earliest ?? date.latest, let last = date.latest ?? date.earliest,
      years.contains(first.parts.year), years.contains(last.parts.year)
    else { return nil }
    switch date.content {
    case .date(let date):
      if let exact = TimelineJSDate(date) { return (exact, nil) }
    case .interval(let from, let to):
      if let from = from.date.flatMap(TimelineJSDate.init), let to = to.date.flatMap(TimelineJSDate.init) {
        return (from, to == from ? nil : to)
      }
    case .oneOf, .allOf: break
    }
    return (TimelineJSDate(first), first == last ? nil : TimelineJSDate(last))
  }

  private init(_ day: Day) { (year, month, self.day) = day.parts }

  /// `nil` for what is no year, month, day or moment: seasons and unspecified digits.
  private init?(_ date: PartialDate) {
    guard date.isSpecified, date.season == nil else { return nil }
    (year, month, day) = (date.year.value, date.month?.value, date.day?.value)
    if let time = date.time, time.hour < 24, time.second < 60 { self.time = (time.hour, time.minute, time.second) }
  }

  func write(to json: inout JSONWriter) {
    // The format has no year 0, and 1 BC is -1.
    json.member("year", year > 0 ? year : year - 1)
    json.member("month", month)
    json.member("day", day)
    json.member("hour", time?.hour)
    json.member("minute", time?.minute)
    json.member("second", time?.second)
  }
}
