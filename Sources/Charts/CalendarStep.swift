import EDTF

/// How far apart the ticks of a time axis are, in the calendar's own units.
enum CalendarStep: Sendable, Equatable {
  case days(Int)
  case months(Int)
  case years(Int)

  /// The steps an axis chooses from, ascending; each with the fewest days it takes.
  static let all: [(step: CalendarStep, days: Double)] = {
    var steps: [(CalendarStep, Double)] = [1, 2, 4, 7, 14].map { (.days($0), Double($0)) }
    steps += [(.months(1), 28), (.months(3), 90), (.months(6), 181)]
    var decade = 1
    while decade <= 100_000 {
      steps += [1, 2, 5].map { (.years($0 * decade), Double($0 * decade) * 365) }
      decade *= 10
    }
    return steps
  }()

  /// The first tick on a day or after it; weeks begin on Monday.
  func tick(onOrAfter day: Day) -> Day {
    let (year, month, date) = day.parts
    switch self {
    case .days(let count):
      // 1970-01-01 was a Thursday.
      let phase = count % 7 == 0 ? 4 : 0
      return Day(ordinal: phase + Self.multiple(of: count, onOrAfter: day.ordinal - phase))
    case .months(let count):
      let months = year * 12 + month - 1
      let next = Self.multiple(of: count, onOrAfter: date == 1 ? months : months + 1)
      let nextYear = next >= 0 ? next / 12 : (next - 11) / 12
      return Day(year: nextYear, month: next - nextYear * 12 + 1, day: 1) ?? day
    case .years(let count):
      let next = Self.multiple(of: count, onOrAfter: month == 1 && date == 1 ? year : year + 1)
      return Day(year: next, month: 1, day: 1) ?? day
    }
  }

  private static func multiple(of step: Int, onOrAfter value: Int) -> Int {
    let quotient = value / step
    return (quotient * step < value ? quotient + 1 : quotient) * step
  }
}
