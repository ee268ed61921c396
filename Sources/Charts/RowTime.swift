import EDTF

/// Where a statement's mark stands in time.
struct RowTime: Sendable {
  /// The day of its mark, as an ordinal with a fraction.
  var day: Double
  /// The days its date can mean, where these are several.
  var whisker: ClosedRange<Double>?

  /// Days further from 1970 than this, a quarter of a million years, are drawn as this day.
  static let limit = 1e8

  /// A day on the axis, within the limits of what is drawn.
  static func ordinal(_ day: Day) -> Double { min(max(Double(day.ordinal), -limit), limit) }

  /// The time of each row of a table.
  ///
  /// The mark of a date that can mean several days stands in their middle: of those days, as far as it can be, that are
  /// not before the first exact date or after the last and the table's day. It stands earlier where the next statement of
  /// its lane would otherwise stand before it. Rows of a lane are sorted by the first day they can mean, so that exact
  /// dates always stand exactly where they belong. Statements of one day stand side by side within it, in their order.
  static func times(of table: StanceTable) -> [RowTime] {
    let exact = table.rows.compactMap { $0.date.day.map(ordinal) }
    let last = max(exact.max() ?? -limit, ordinal(table.day))
    let first = exact.min() ?? last
    var times = table.rows.map { row in
      let earliest = row.date.earliest.map(ordinal)
      let latest = row.date.latest.map(ordinal)
      let middle = ((earliest ?? latest ?? first) + (latest ?? earliest ?? first)) / 2
      let day = min(max(min(max(middle, first), last), earliest ?? -limit), latest ?? limit)
      let start = earliest ?? -limit
      let whisker = row.date.day == nil ? start...max(start, latest ?? limit) : nil
      return RowTime(day: Double(day.floorInteger), whisker: whisker)
    }
    for lane in table.lanes {
      var next = Double.infinity
      for row in lane.rows.reversed() {
        times[row].day = min(times[row].day, next)
        next = times[row].day
      }
      spread(lane.rows, &times)
    }
    return times
  }

  private static func spread(_ rows: [Int], _ times: inout [RowTime]) {
    var start = 0
    while start < rows.count {
      let day = times[rows[start]].day
      var end = start + 1
      while end < rows.count, times[rows[end]].day == day { end += 1 }
      let count = Double(end - start)
      if end - start > 1 {
        for place in start..<end {
          times[rows[place]].day += ((Double(place - start) + 0.5) / count - 0.5) * 0.7
        }
      }
      start = end
    }
  }
}
