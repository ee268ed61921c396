import EDTF
import TestSupport
import Testing

@testable import Positions

@Suite("The analysis of random stories")
struct AnalysisPropertyTests {
  private static func date(_ random: inout SplitMix) -> String {
    let month = "2031-0\(Int.random(in: 1...9, using: &random))"
    let day = month + "-1\(Int.random(in: 0...9, using: &random))"
    return switch Int.random(in: 0..<10, using: &random) {
    case 0: month
    case 1: "\(day)/.."
    case 2: "[..\(day)]"
    case 3: "\(day)~"
    case 4: "XXXX"
    default: day
    }
  }

  private static func builder(_ seed: UInt64, statements count: Int = 40) -> StoryBuilder {
    var random = SplitMix(seed: seed)
    var builder = StoryBuilder()
    for index in 0..<4 { builder.source("source-\(index)", published: date(&random)) }
    for _ in 0..<count {
      let level = Int.random(in: -1...3, using: &random)
      builder.say(
        level < 0 ? nil : level, date(&random), by: Int.random(in: 0...3, using: &random),
        issue: Int.random(in: 0...1, using: &random), source: Int.random(in: 0...4, using: &random)
      ) { statement in
        if Int.random(in: 0..<8, using: &random) == 0 { statement.attribution = .background }
        if Int.random(in: 0..<8, using: &random) == 0 { statement.onBehalfOf = Int.random(in: 0...2, using: &random) }
        if Int.random(in: 0..<8, using: &random) == 0 { statement.reportedBy = Int.random(in: 0...2, using: &random) }
        if Int.random(in: 0..<8, using: &random) == 0 {
          statement.retracted = .init(date: StoryBuilder.date(date(&random)), source: nil, reason: nil)
        }
      }
    }
    for index in 0..<6 {
      builder.expect(0.2, 0.4, index % 2 == 0 ? .borneOut : nil) { expectation in
        expectation.date = StoryBuilder.date(date(&random))
        expectation.outcome?.date = StoryBuilder.date(date(&random))
      }
      builder.correct(date(&random), target: "s\(Int.random(in: 0..<max(count, 1), using: &random))")
    }
    return builder
  }

  @Test("every statement is in one lane, and in the lane it says", arguments: 0..<100 as Range<UInt64>)
  func lanes(_ seed: UInt64) {
    let builder = Self.builder(seed)
    let analysis = builder.analysis()
    #expect(analysis.lanes.flatMap(\.statements).sorted() == Array(builder.story.statements.indices))
    for (index, lane) in analysis.lanes.enumerated() {
      #expect(lane.statements == lane.statements.sorted())
      #expect(lane.statements.allSatisfy { analysis.laneOfStatement[$0] == index })
    }
  }

  @Test("shifts and contests of a lane form one chain of differing levels", arguments: 0..<100 as Range<UInt64>)
  func chain(_ seed: UInt64) {
    let story = Self.builder(seed).sorted
    let analysis = StoryAnalysis(of: story, on: StoryBuilder.day("2031-05-15"))
    for index in analysis.lanes.indices {
      let shifts = analysis.shifts.filter { $0.lane == index }
      for shift in shifts {
        let levels = [shift.from, shift.to].compactMap { story.statements[$0].stance.level }
        #expect(levels.count == 2)
        #expect(shift.steps == (levels.last ?? 0) - (levels.first ?? 0))
        #expect(shift.steps != 0)
        if let earliest = shift.earliest, let latest = shift.latest { #expect(earliest <= latest) }
      }
      let pairs =
        (shifts.map { ($0.from, $0.to) } + analysis.contested.filter { $0.lane == index }.map { ($0.first, $0.second) })
        .sorted { $0 < $1 }
      for (pair, next) in zip(pairs, pairs.dropFirst()) {
        #expect(pair.1 <= next.0)
        #expect(story.statements[pair.1].stance == story.statements[next.0].stance)
      }
    }
  }

  @Test("the order of the file matters only between equal dates", arguments: 0..<100 as Range<UInt64>)
  func fileOrder(_ seed: UInt64) {
    var builder = Self.builder(seed)
    // Without ties the analysis cannot depend on the file's order at all.
    var seen: Set<EDTFDate.SortKey> = []
    builder.story.statements.removeAll { !seen.insert($0.date.sortKey).inserted }
    var shuffled = builder
    var random = SplitMix(seed: seed &+ 1)
    shuffled.story.statements.shuffle(using: &random)
    for index in shuffled.story.statements.indices { shuffled.story.statements[index].fileOrder = index }
    #expect(builder.sorted.statements.map(\.id) == shuffled.sorted.statements.map(\.id))
    let (left, right) = (builder.analysis(), shuffled.analysis())
    #expect(left.lanes == right.lanes)
    #expect(left.shifts == right.shifts)
    #expect(left.contested == right.contested)
    #expect(left.standings == right.standings)
    #expect(left.splits == right.splits)
  }

  @Test("what is known on a day is known on every later day", arguments: 0..<100 as Range<UInt64>)
  func monotonic(_ seed: UInt64) {
    let story = Self.builder(seed).sorted
    var earlier = story.known(on: StoryBuilder.day("2030-12-31"))
    for month in 1...9 {
      let day = StoryBuilder.day("2031-0\(month)-15")
      let later = story.known(on: day)
      #expect(Set(earlier.sources.map(\.id)).isSubset(of: later.sources.map(\.id)))
      #expect(Set(earlier.statements.map(\.id)).isSubset(of: later.statements.map(\.id)))
      #expect(Set(earlier.expectations.map(\.id)).isSubset(of: later.expectations.map(\.id)))
      #expect(earlier.corrections.count <= later.corrections.count)
      #expect(
        Set(earlier.expectations.filter { $0.outcome != nil }.map(\.id))
          .isSubset(of: later.expectations.filter { $0.outcome != nil }.map(\.id)))
      #expect(later.known(on: day).statements.map(\.id) == later.statements.map(\.id))
      #expect(later.statements.allSatisfy { later.sources.indices.contains($0.source) })
      let analysis = StoryAnalysis(of: later, on: day)
      #expect(analysis.laneOfStatement.count == later.statements.count)
      earlier = later
    }
    #expect(earlier.statements.count < story.statements.count || earlier.sources.count == story.sources.count)
  }

  @Test("a hundred thousand statements are analysed within seconds")
  func large() {
    let builder = Self.builder(7, statements: 100_000)
    let story = builder.sorted
    let start = ContinuousClock.now
    let analysis = StoryAnalysis(
      of: story.known(on: StoryBuilder.day("2031-12-31")), on: StoryBuilder.day("2031-12-31"))
    #expect(ContinuousClock.now - start < .atMost(seconds: 10))
    #expect(!analysis.shifts.isEmpty)
  }
}
