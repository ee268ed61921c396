import EDTF
import Testing

@testable import Positions

@Suite("Shifts")
struct AnalysisShiftTests {
  private func shifts(_ statements: (level: Int?, date: String)...) -> StoryAnalysis {
    var builder = StoryBuilder()
    for (level, date) in statements { builder.say(level, date) }
    return builder.analysis()
  }

  @Test("two levels one after the other make a shift, dated from the first statement to the second")
  func step() {
    let analysis = shifts((0, "2018-06-14"), (1, "2019-02-21"))
    #expect(
      analysis.shifts == [
        Shift(
          lane: 0, from: 0, to: 1, steps: 1, kind: .step, earliest: Day("2018-06-14"), latest: Day("2019-02-21"))
      ])
  }

  @Test("the same level again is no shift")
  func noShift() {
    #expect(shifts((1, "2031-01-01"), (1, "2031-02-01")).shifts.isEmpty)
  }

  @Test("steps are signed along the scale")
  func signed() {
    #expect(shifts((2, "2031-01-01"), (1, "2031-02-01"), (3, "2031-03-01")).shifts.map(\.steps) == [-1, 2])
  }

  @Test("from one pole to the other is a reversal, either way")
  func reversal() {
    #expect(shifts((0, "2031-01-01"), (3, "2031-02-01")).shifts.map(\.kind) == [.reversal])
    #expect(shifts((3, "2031-01-01"), (0, "2031-02-01")).shifts.map(\.kind) == [.reversal])
    #expect(shifts((0, "2031-01-01"), (2, "2031-02-01")).shifts.map(\.kind) == [.step])
  }

  @Test("back to a level held earlier is a return, even across the whole scale")
  func comingBack() {
    #expect(shifts((0, "2031-01-01"), (1, "2031-02-01"), (0, "2031-03-01")).shifts.map(\.kind) == [.step, .return])
    #expect(
      shifts((0, "2031-01-01"), (3, "2031-02-01"), (0, "2031-03-01"), (3, "2031-04-01")).shifts.map(\.kind)
        == [.reversal, .return, .return])
    #expect(
      shifts((0, "2031-01-01"), (1, "2031-02-01"), (1, "2031-02-02"), (2, "2031-03-01"), (0, "2031-04-01"))
        .shifts.map(\.kind) == [.step, .step, .return])
  }

  @Test("off-scale stances are stepped over")
  func offScale() {
    let shifts = shifts((0, "2031-01-01"), (nil, "2031-02-01"), (1, "2031-03-01")).shifts
    #expect(shifts.map(\.from) == [0])
    #expect(shifts.map(\.to) == [2])
  }

  @Test("retracted statements are stepped over")
  func retracted() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01")
    builder.say(3, "2031-02-01") {
      $0.retracted = .init(date: StoryBuilder.date("2031-02-02"), source: nil, reason: nil)
    }
    builder.say(1, "2031-03-01")
    #expect(builder.analysis().shifts.map(\.steps) == [1])
    #expect(builder.analysis().lanes.map(\.statements) == [[0, 1, 2]])
  }

  @Test("on one day the order of the file is the order of the shift")
  func sameDay() {
    let analysis = shifts((1, "2031-01-01"), (0, "2031-01-01"))
    #expect(analysis.shifts.map(\.steps) == [-1])
    #expect(analysis.shifts.first?.earliest == analysis.shifts.first?.latest)
    #expect(analysis.contested.isEmpty)
  }

  @Test("dates that overlap, and differ in stance, are contested and make no shift")
  func contested() {
    let analysis = shifts((0, "2031-01"), (1, "2031-01-15"), (2, "2031-02-01"))
    #expect(analysis.contested == [Contest(lane: 0, first: 0, second: 1)])
    #expect(analysis.shifts.map(\.from) == [1])
    #expect(analysis.shifts.map(\.to) == [2])
  }

  @Test("dates that overlap and agree are not contested")
  func agreeing() {
    #expect(shifts((1, "2031-01"), (1, "2031-01-15")).contested.isEmpty)
  }

  @Test("vague dates that do not overlap make a shift over all the days it can have been")
  func vague() {
    let shift = shifts((0, "2031-01"), (1, "2031-02~")).shifts.first
    #expect(shift?.earliest == Day("2031-01-01"))
    #expect(shift?.latest == Day("2031-02-28"))
  }

  @Test("an open end overlaps everything after it")
  func openEnd() {
    let analysis = shifts((0, "2030-06/.."), (1, "2031-02-01"))
    #expect(analysis.contested.count == 1)
    #expect(analysis.shifts.isEmpty)
  }

  @Test("an open start is the start of a shift")
  func openStart() {
    let analysis = shifts((0, "[..2030-06]"), (1, "2031-02-01"))
    #expect(analysis.shifts.map(\.earliest) == [nil])
    #expect(analysis.shifts.map(\.latest) == [Day("2031-02-01")])
  }

  @Test("anonymous voices that differ are no move, and move no named actor")
  func anonymous() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01", by: StoryBuilder.vale)
    builder.say(2, "2031-01-02", by: StoryBuilder.official)
    builder.say(3, "2031-01-03", by: StoryBuilder.official)
    builder.say(2, "2031-01-04", by: StoryBuilder.vale) { $0.attribution = .background }
    builder.say(3, "2031-01-05", by: StoryBuilder.vale) { $0.reportedBy = StoryBuilder.moss }
    builder.say(0, "2031-01-06", by: StoryBuilder.vale)
    #expect(builder.analysis().shifts.isEmpty)
    #expect(builder.analysis().contested.isEmpty)
  }

  @Test("a spokeswoman moves whom she speaks for")
  func onBehalf() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01", by: StoryBuilder.vale)
    builder.say(1, "2031-01-02", by: StoryBuilder.moss) { $0.onBehalfOf = StoryBuilder.vale }
    builder.say(3, "2031-01-03", by: StoryBuilder.moss)
    let analysis = builder.analysis()
    #expect(analysis.shifts.map(\.steps) == [1])
    #expect(analysis.shifts.map { analysis.lanes[$0.lane].owner } == [.actor(StoryBuilder.vale)])
  }

  @Test("levels of different issues have nothing to do with each other")
  func issues() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01")
    builder.say(1, "2031-01-02", issue: 1)
    #expect(builder.analysis().shifts.isEmpty)
  }
}
