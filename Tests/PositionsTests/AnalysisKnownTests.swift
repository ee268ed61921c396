import EDTF
import Testing

@testable import Positions

@Suite("What was known on a day")
struct AnalysisKnownTests {
  private func known(_ builder: StoryBuilder, _ day: String) -> Story {
    builder.sorted.known(on: StoryBuilder.day(day))
  }

  @Test("a statement is known from the day its source was published")
  func statements() {
    var builder = StoryBuilder()
    let late = builder.source("late", published: "2031-02-10")
    let early = builder.source("early", published: "2031-01-02")
    builder.say(0, "2031-01-01", source: late)
    builder.say(1, "2031-01-02", source: early)
    let before = known(builder, "2031-02-09")
    #expect(before.sources.map(\.id) == ["paper", "early"])
    #expect(before.statements.map(\.id) == ["s1"])
    #expect(before.statements.map { before.sources[$0.source].id } == ["early"])
    #expect(known(builder, "2031-02-10").statements.map(\.id) == ["s0", "s1"])
  }

  @Test("a statement dated after the day is absent, though its source is known")
  func futureStatement() {
    var builder = StoryBuilder()
    builder.say(0, "2031-02")
    #expect(known(builder, "2031-01-31").statements.isEmpty)
    #expect(known(builder, "2031-02-01").statements.count == 1)
  }

  @Test("a retraction is known from its day, and from the day of its source")
  func retractions() {
    var builder = StoryBuilder()
    let late = builder.source("late", published: "2031-02-10")
    builder.say(0, "2031-01-01") {
      $0.retracted = .init(date: StoryBuilder.date("2031-02-01"), source: late, reason: nil)
    }
    builder.say(0, "2031-01-02") {
      $0.retracted = .init(date: StoryBuilder.date("2031-02-01"), source: nil, reason: nil)
    }
    #expect(known(builder, "2031-01-31").statements.map { $0.retracted == nil } == [true, true])
    #expect(known(builder, "2031-02-01").statements.map { $0.retracted == nil } == [true, false])
    #expect(known(builder, "2031-02-10").statements.map { $0.retracted == nil } == [false, false])
    #expect(known(builder, "2031-02-10").statements.first?.retracted?.source == late)
  }

  @Test("an outcome not known yet leaves the expectation pending")
  func outcomes() {
    var builder = StoryBuilder()
    let late = builder.source("late", published: "2031-03-10")
    builder.expect(0.5, 0.5, .borneOut)
    builder.expect(0.5, 0.5, .borneOut) { $0.outcome?.source = late }
    #expect(known(builder, "2031-02-28").expectations.map { $0.outcome == nil } == [true, true])
    #expect(known(builder, "2031-03-01").expectations.map { $0.outcome == nil } == [false, true])
    #expect(known(builder, "2031-03-10").expectations.map { $0.outcome == nil } == [false, false])
  }

  @Test("an expectation is known from its day, and from the day of its source")
  func expectations() {
    var builder = StoryBuilder()
    let late = builder.source("late", published: "2031-02-10")
    builder.expect(0.5, 0.5, nil) { $0.date = StoryBuilder.date("2031-02-01") }
    builder.expect(0.5, 0.5, nil) { $0.source = late }
    builder.expect(0.5, 0.5, nil)
    #expect(known(builder, "2031-01-31").expectations.map(\.id) == ["e2"])
    #expect(known(builder, "2031-02-01").expectations.map(\.id) == ["e0", "e2"])
    #expect(known(builder, "2031-02-10").expectations.map(\.id) == ["e0", "e1", "e2"])
  }

  @Test("a correction is known from its day, if what it corrects is")
  func corrections() {
    var builder = StoryBuilder()
    builder.say(0, "2031-03-01")
    builder.correct("2031-02-01", target: nil)
    builder.correct("2031-02-01", target: "s0")
    builder.correct("2031-02-01", target: "vale")
    #expect(known(builder, "2031-01-31").corrections.isEmpty)
    #expect(known(builder, "2031-02-01").corrections.map(\.target) == [nil, "vale"])
    #expect(known(builder, "2031-03-01").corrections.map(\.target) == [nil, "s0", "vale"])
  }

  @Test("an event that was not over yet was scheduled, and announced by nobody known")
  func events() {
    var builder = StoryBuilder()
    let late = builder.source("late", published: "2031-02-10")
    builder.happen("2031-02-27/2031-02-28", .completed, source: late)
    builder.happen("2031-02-27/2031-02-28", .cancelled)
    #expect(known(builder, "2031-02-27").events.map(\.status) == [.scheduled, .cancelled])
    #expect(known(builder, "2031-02-28").events.map(\.status) == [.completed, .cancelled])
    #expect(known(builder, "2031-02-09").events.map(\.source) == [nil, nil])
    #expect(known(builder, "2031-02-10").events.map(\.source) == [late, nil])
  }

  @Test("the last known day is that of the last thing that became known, not of what lies ahead")
  func lastKnownDay() {
    var builder = StoryBuilder()
    #expect(builder.sorted.lastKnownDay == nil)
    builder.happen("2040", .scheduled)
    #expect(builder.sorted.lastKnownDay == nil)
    builder.say(0, "2031-01/..")
    #expect(builder.sorted.lastKnownDay == Day("2031-01-01"))
    builder.source("late", published: "2031-02-10")
    #expect(builder.sorted.lastKnownDay == Day("2031-02-10"))
    builder.expect(0.5, 0.5, .borneOut)
    #expect(builder.sorted.lastKnownDay == Day("2031-03-01"))
    builder.correct("2031-04", target: nil)
    #expect(builder.sorted.lastKnownDay == Day("2031-04-30"))
  }
}
