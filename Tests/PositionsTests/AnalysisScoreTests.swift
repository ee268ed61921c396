import EDTF
import Testing

@testable import Positions

@Suite("Scores")
struct AnalysisScoreTests {
  private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-12 } ?? false }

  @Test("a word is scored by the middle of its band, with the band’s interval")
  func band() {
    var builder = StoryBuilder()
    builder.expect(0.55, 0.80, .borneOut)
    builder.expect(0.55, 0.80, .notBorneOut)
    let scores = builder.analysis().scores
    #expect(scores.map(\.expectation) == [0, 1])
    #expect(isNear(scores.first?.brier, 0.105625))
    #expect(isNear(scores.first?.low, 0.04))
    #expect(isNear(scores.first?.high, 0.2025))
    #expect(isNear(scores.last?.brier, 0.455625))
    #expect(isNear(scores.last?.low, 0.3025))
    #expect(isNear(scores.last?.high, 0.64))
  }

  @Test("a percentage has no interval")
  func percentage() {
    var builder = StoryBuilder()
    builder.expect(0.9, 0.9, .borneOut)
    let score = builder.analysis().scores.first
    #expect(isNear(score?.brier, 0.01))
    #expect(score?.low == score?.brier)
    #expect(score?.high == score?.brier)
  }

  @Test("pending, ambiguous and annulled expectations, and those without a likelihood, have no score")
  func unscored() {
    var builder = StoryBuilder()
    builder.expect(0.5, 0.5, nil)
    builder.expect(0.5, 0.5, .ambiguous)
    builder.expect(0.5, 0.5, .annulled)
    builder.expect(0.5, 0.5, .borneOut) { $0.likelihood = nil }
    #expect(builder.analysis().scores.isEmpty)
    #expect(builder.analysis().calibrations.isEmpty)
  }

  @Test("scores are averaged by voice, the newsroom first, and ranked from ten on")
  func calibration() {
    var builder = StoryBuilder()
    builder.expect(1, 1, .notBorneOut, by: .actor(1))
    builder.expect(0, 0, .notBorneOut, by: .actor(0))
    for _ in 0..<9 { builder.expect(1, 1, .borneOut) }
    let nine = builder.analysis().calibrations
    #expect(nine.map(\.voice) == [.newsroom, .actor(0), .actor(1)])
    #expect(nine.map(\.count) == [9, 1, 1])
    #expect(nine.map(\.meanBrier) == [0, 0, 1])
    #expect(nine.map(\.isRanked) == [false, false, false])
    builder.expect(0, 0, .borneOut)
    let ten = builder.analysis().calibrations.first
    #expect(ten?.isRanked == true)
    #expect(isNear(ten?.meanBrier, 0.1))
  }

  @Test("an expectation is overdue after the last day it was to be decided on")
  func overdue() {
    var builder = StoryBuilder()
    builder.expect(0.5, 0.5, nil) { $0.resolvesBy = StoryBuilder.date("2031-03") }
    builder.expect(0.5, 0.5, .annulled) { $0.resolvesBy = StoryBuilder.date("2031-03") }
    builder.expect(0.5, 0.5, nil)
    #expect(
      builder.story.expectations.map { $0.isOverdue(on: StoryBuilder.day("2031-03-31")) } == [false, false, false])
    #expect(
      builder.story.expectations.map { $0.isOverdue(on: StoryBuilder.day("2031-04-01")) } == [true, false, false])
  }
}
