import EDTF
import Testing

@testable import Charts
@testable import Positions

@Suite struct StanceTableTests {
  private let words = ChartWords()

  private func sample() throws -> (Story, StanceTable) {
    var builder = StoryBuilder()
    builder.levels = ["Rules it out", "Step for step", "Willing to go first"]
    let north = builder.side("The North")
    let end = try EDTFDate(parsing: "2031-01-31")
    let start = try EDTFDate(parsing: "2031-02-01")
    let vale = builder.actor(
      "Ines Vale", north,
      roles: [
        Actor.Role(title: "harbour envoy", start: nil, end: end),
        Actor.Role(title: "foreign minister", start: start, end: nil),
      ])
    let official = builder.actor("a northern official", north, kind: .anonymous)
    try builder.statement(vale, .level(0), "2031-01-14", quote: "No inspector will set foot on the quay.")
    try builder.statement(official, .level(1), "2031-01", paraphrase: "Would name no berth.", attribution: .background)
    try builder.statement(vale, .declined, "2031-02-03")
    try builder.statement(vale, .level(2), "2031-02-10")
    try builder.statement(vale, .level(1), "2031-02-11", isRetracted: true)
    try builder.event("Talks", "2031-02-27/2031-02-28")
    try builder.event("Long before", "1990-01-01")
    let story = builder.story()
    let day = try #require(Day("2031-03-01"))
    return (story, StanceTable(story, StoryAnalysis(of: story, on: day), issue: 0, words: words))
  }

  @Test("A row says who in which office, when, what, on what terms, and what is to be said against it")
  func rows() throws {
    let (_, table) = try sample()
    #expect(table.rows.map(\.position) == ["p-1", "p-0", "p-2", "p-3", "p-4"])
    #expect(table.rows.map(\.who) == ["a northern official"] + Array(repeating: "Ines Vale", count: 4))
    let minister = "foreign minister"
    #expect(table.rows.map(\.role) == [nil, "harbour envoy", minister, minister, minister])
    #expect(table.rows.map(\.dateInWords).prefix(2) == ["January 2031", "14 January 2031"])
    #expect(table.rows.map(\.datetime).prefix(2) == ["2031-01", "2031-01-14"])
    #expect(table.rows.map(\.level) == [1, 0, nil, 2, 1])
    #expect(table.rows[2].stance == "Declined to say")
    #expect(table.rows.map(\.isAnonymous) == [true, false, false, false, false])
    #expect(table.rows.map(\.isRetracted) == [false, false, false, false, true])
    #expect(table.rows[0].attribution == "on background")
    #expect(table.rows[0].excerpt == "Would name no berth.")
    #expect(table.offScale == "Declined to say")
    #expect(table.events.map(\.title) == ["Talks"])
  }

  @Test("A change of position steps over what is off the scale and what was retracted")
  func shifts() throws {
    let (_, table) = try sample()
    let shift = try #require(table.shifts.first)
    #expect(table.shifts.count == 1)
    #expect((table.rows[shift.from].position, table.rows[shift.to].position) == ("p-0", "p-3"))
    #expect(table.rows[shift.to].shift == 0)
    #expect(shift.words == "reversed from “Rules it out” to “Willing to go first”")
    let layout = StanceLayout(table, .wide, words)
    let riser = try #require(layout.shifts.first)
    #expect(layout.bands[0].top...layout.bands[0].bottom ~= riser.from)
    #expect(layout.bands[2].top...layout.bands[2].bottom ~= riser.to)
  }

  @Test("A lane bears the last office, and ends with it")
  func lanes() throws {
    let (_, table) = try sample()
    #expect(table.lanes.map(\.name) == ["Ines Vale", "The North, unnamed"])
    #expect(table.lanes.map(\.role) == ["foreign minister", nil])
    #expect(table.lanes.map(\.lastDay) == [nil, nil])

    var builder = StoryBuilder()
    builder.levels = ["No", "Yes"]
    let end = try EDTFDate(parsing: "2031-02-01")
    let who = builder.actor("Tomas Or", nil, roles: [Actor.Role(title: "envoy", start: nil, end: end)])
    let other = builder.actor("Bo", nil)
    try builder.statement(who, .level(0), "2031-01-14")
    try builder.statement(other, .level(1), "2031-01-14")
    let story = builder.story()
    let day = try #require(Day("2031-03-01"))
    let ended = StanceTable(story, StoryAnalysis(of: story, on: day), issue: 0, words: words)
    let layout = StanceLayout(ended, .wide, words)
    #expect(ended.lanes.map(\.lastDay) == [end.latest, nil])
    let ends = layout.lines.compactMap { $0.silence?.x.upperBound }
    #expect(ends.count == 2 && ends[0] < ends[1] - 100)
    #expect(layout.lines.map { $0.cap != nil } == [true, false])
  }

  @Test("Of the statements that are left out no lane, shift or row is left")
  func filtering() throws {
    let (story, _) = try sample()
    let analysis = StoryAnalysis(of: story, on: Day(ordinal: 22_340))
    let table = StanceTable(story, analysis, issue: 0, words: words) { story.statements[$0].id == "p-3" }
    #expect(table.rows.map(\.position) == ["p-3"])
    #expect(table.lanes.count == 1 && table.shifts.isEmpty && table.rows[0].shift == nil)
  }

  @Test("An excerpt is cut between words")
  func excerpts() {
    #expect(Excerpt.of("one two three", limit: 9) == "one two…")
    #expect(Excerpt.of("onetwothree", limit: 5) == "onetw…")
    #expect(Excerpt.of("one", limit: 3) == "one")
  }
}
