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
  /// The mark of a date that can mean several days stands in their middle, or earlier where the next statement of its
  /// lane would otherwise stand before it. Rows of a lane are sorted by the first day they can mean, so that exact
  /// dates always stand exactly where they belong. Statements of one day stand side by side within it, in their order.
  static func times(of table: StanceTable) -> [RowTime] {
    var times = table.rows.map { row in
      let earliest = row.date.earliest.map(ordinal)
      let latest = row.date.latest.map(ordinal)
      let isExact = earliest != nil && earliest == latest
      let middle = Double((((earliest ?? latest ?? -limit) + (latest ?? earliest ?? -limit)) / 2).floorInteger)
      let first = earliest ?? -limit
      return RowTime(day: middle, whisker: isExact ? nil : first...max(first, latest ?? limit))
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
