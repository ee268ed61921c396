import EDTF
import TestSupport
import Testing

@testable import Charts

@Suite struct TimeScaleTests {
  private static let shape = TimeScale.Shape(
    x: 100...500, maximumCuts: 4, cutWidth: 20, narrowest: 60, padding: 9)

  private func scale(_ days: [Double]) -> TimeScale {
    TimeScale(days: days.map { $0...$0 }, shape: Self.shape)
  }

  @Test("Two weeks in which it all happens are not squashed by the months before: these are cut out")
  func cutsLongGaps() {
    // 12 June and 15 November 2018, then daily from 31 January 2019.
    let days = [0, 2, 156, 233, 248, 254, 255, 260, 261, 262].map(Double.init)
    let scale = scale(days)
    #expect(scale.segments.map(\.dated) == [0...2, 156...156, 233...262])
    #expect(scale.x(262) - scale.x(233) > 180)
  }

  @Test("What is evenly spread is not cut, however long it is")
  func keepsEvenGaps() {
    #expect(scale((0..<300).map { Double($0) * 24 }).segments.count == 1)
    #expect(scale([0, 1, 7300]).segments.count == 1)
  }

  @Test(
    "One scale holds on both sides of every cut, order is kept, and all of it is inside", arguments: UInt64(1)...200)
  func isHonest(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var day = 0.0
    let days = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      day += Double([1, 2, 9, 400, 9000].randomElement(using: &random) ?? 1)
      return day
    }
    let scale = scale(days)
    let xs = days.map(scale.x)
    #expect(zip(xs, xs.dropFirst()).allSatisfy { $0 < $1 })
    #expect(xs.allSatisfy { 100...500 ~= $0 })
    for segment in scale.segments {
      let first = scale.x(segment.dated.lowerBound)
      let last = scale.x(segment.dated.upperBound)
      let expected = (segment.dated.upperBound - segment.dated.lowerBound) * scale.unitsPerDay
      #expect(abs(last - first - expected) < 0.01)
    }
    for (before, after) in zip(scale.segments, scale.segments.dropFirst()) {
      #expect(before.days.upperBound < after.days.lowerBound)
      #expect(abs(after.x.lowerBound - before.x.upperBound - 20) < 0.01)
    }
  }

  @Test(
    "Ticks fall on days that are easily named, from days to decades",
    arguments: [
      (6, ["1 Jan 2030", "2 Jan", "3 Jan"]), (25, ["2 Jan 2030", "6 Jan", "10 Jan"]),
      (90, ["31 Dec 2029", "14 Jan 2030", "28 Jan"]), (250, ["Jan 2030", "Feb", "Mar"]),
      (900, ["Jan 2030", "Jul", "Jan 2031", "Jul"]), (3000, ["2030", "2031", "2032"]),
      (7300, ["2030", "2035", "2040"]), (30000, ["2030", "2040", "2050"]),
    ] as [(Int, [String])])
  func ticks(days: Int, expected: [String]) throws {
    let first = try #require(Day(year: 2030, month: 1, day: 1)).ordinal
    let scale = scale([Double(first), Double(first + days)])
    let labels = scale.ticks(ChartWords(), TextStyle(size: 11.5), within: 2...718).map {
      $0.block.lines.map(\.text).joined(separator: " ")
    }
    #expect(Array(labels.prefix(expected.count)) == expected)
    #expect(labels.count >= 3)
  }

  @Test(
    "Steps find the next of their days",
    arguments: [
      (CalendarStep.days(7), "2031-01-01", "2031-01-06"), (.days(7), "2031-01-06", "2031-01-06"),
      (.months(1), "2030-12-02", "2031-01-01"), (.months(3), "2031-02-01", "2031-04-01"),
      (.years(10), "2031-01-01", "2040-01-01"), (.years(10), "2030-01-01", "2030-01-01"),
      (.months(3), "0000-12-02", "0001-01-01"),
    ])
  func steps(step: CalendarStep, from: String, to: String) throws {
    #expect(step.tick(onOrAfter: try #require(Day(from))) == Day(to))
  }

  @Test("Steps go on before the year 0")
  func stepsBeforeZero() throws {
    let day = try #require(Day(year: -45, month: 3, day: 15))
    #expect(CalendarStep.years(10).tick(onOrAfter: day) == Day(year: -40, month: 1, day: 1))
    #expect(CalendarStep.months(6).tick(onOrAfter: day) == Day(year: -45, month: 7, day: 1))
  }
}
