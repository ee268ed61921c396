import EDTF
import Testing

@testable import Positions

@Suite("Standings and splits")
struct AnalysisStandingTests {
  private func standing(on day: String, _ builder: StoryBuilder) -> Standing? {
    builder.analysis(on: day).standings.first
  }

  @Test("the last statement that was over by the day is held; before the first there is nothing")
  func held() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01")
    builder.say(1, "2031-02-01")
    #expect(standing(on: "2030-12-31", builder) == nil)
    #expect(standing(on: "2031-01-01", builder) == Standing(lane: 0, statement: 0, certainty: .held))
    #expect(standing(on: "2031-01-31", builder)?.statement == 0)
    #expect(standing(on: "2031-02-01", builder)?.statement == 1)
  }

  @Test("a statement that may not have been made yet is maybe, and only where none is held")
  func maybe() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01")
    #expect(standing(on: "2031-01-15", builder) == Standing(lane: 0, statement: 0, certainty: .maybe))
    #expect(standing(on: "2031-01-31", builder)?.certainty == .held)
    builder.say(1, "2031-02")
    #expect(standing(on: "2031-02-15", builder) == Standing(lane: 0, statement: 0, certainty: .held))
  }

  @Test("an open end is never over, so that it is maybe for ever")
  func open() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01/..")
    #expect(standing(on: "2999-01-01", builder)?.certainty == .maybe)
  }

  @Test("who declines to say stands there")
  func declined() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01")
    builder.say(nil, "2031-02-01")
    #expect(standing(on: "2031-03-01", builder)?.statement == 1)
  }

  @Test("a retracted statement counts until the day it was taken back")
  func retracted() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01")
    builder.say(1, "2031-02-01") {
      $0.retracted = .init(date: StoryBuilder.date("2031-02-10"), source: nil, reason: nil)
    }
    #expect(standing(on: "2031-02-09", builder)?.statement == 1)
    #expect(standing(on: "2031-02-10", builder)?.statement == 0)
  }

  @Test("anonymous voices have no standing")
  func anonymous() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01", by: StoryBuilder.official)
    builder.say(0, "2031-01-01", by: StoryBuilder.hermit)
    #expect(builder.analysis().standings.isEmpty)
  }

  @Test("actors of one side two levels apart are split, from the lowest level to the highest")
  func split() {
    var builder = StoryBuilder()
    builder.story.actors.append(builder.story.actors[StoryBuilder.moss])
    builder.say(2, "2031-01-01", by: StoryBuilder.moss)
    builder.say(0, "2031-01-02", by: StoryBuilder.vale)
    builder.say(1, "2031-01-03", by: 4)
    #expect(builder.analysis().splits == [Split(side: 0, issue: 0, statements: [1, 2, 0], spread: 2)])
    #expect(builder.analysis(on: "2031-01-01").splits.isEmpty)
  }

  @Test("one level apart, on two issues, on two sides, or off the scale is no split")
  func noSplit() {
    var near = StoryBuilder()
    near.say(0, "2031-01-01", by: StoryBuilder.vale)
    near.say(1, "2031-01-01", by: StoryBuilder.moss)
    #expect(near.analysis().splits.isEmpty)

    var issues = StoryBuilder()
    issues.say(0, "2031-01-01", by: StoryBuilder.vale)
    issues.say(3, "2031-01-01", by: StoryBuilder.moss, issue: 1)
    #expect(issues.analysis().splits.isEmpty)

    var sides = StoryBuilder()
    sides.story.sides.append(sides.story.sides[0])
    sides.story.actors[StoryBuilder.moss].side = 1
    sides.say(0, "2031-01-01", by: StoryBuilder.vale)
    sides.say(3, "2031-01-01", by: StoryBuilder.moss)
    #expect(sides.analysis().splits.isEmpty)

    var declined = StoryBuilder()
    declined.say(0, "2031-01-01", by: StoryBuilder.vale)
    declined.say(3, "2031-01-01", by: StoryBuilder.moss)
    declined.say(nil, "2031-01-02", by: StoryBuilder.moss)
    #expect(declined.analysis().splits.isEmpty)
  }

  @Test("one actor who moved is not split from itself")
  func movedAlone() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01")
    builder.say(3, "2031-01-02")
    #expect(builder.analysis().splits.isEmpty)
  }
}
