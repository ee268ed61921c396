import EDTF
import Testing

@testable import Positions

@Suite("Lanes")
struct AnalysisLaneTests {
  private func owner(_ who: Int = StoryBuilder.vale, _ change: (inout Statement) -> Void = { _ in }) -> Lane.Owner? {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01", by: who, with: change)
    return builder.analysis().lanes.first?.owner
  }

  @Test("an actor’s own words on the record, or in a document, run in its lane")
  func ownWords() {
    #expect(owner() == .actor(StoryBuilder.vale))
    #expect(owner { $0.attribution = .document } == .actor(StoryBuilder.vale))
    #expect(owner { $0.reportedBy = StoryBuilder.vale } == .actor(StoryBuilder.vale))
  }

  @Test("what is said on behalf of an actor runs in that actor’s lane")
  func onBehalf() {
    #expect(owner { $0.onBehalfOf = StoryBuilder.moss } == .actor(StoryBuilder.moss))
  }

  @Test("an anonymous voice speaks for nobody, though it says so, and nobody speaks for one")
  func anonymousOnBehalf() {
    #expect(owner { $0.onBehalfOf = StoryBuilder.official } == .side(0))
    #expect(owner(StoryBuilder.official) { $0.onBehalfOf = StoryBuilder.moss } == .side(0))
  }

  @Test(
    "what is not said by name runs in a lane of the side",
    arguments: [Statement.Attribution.background, .deepBackground])
  func background(_ attribution: Statement.Attribution) {
    #expect(owner { $0.attribution = attribution } == .side(0))
    #expect(
      owner {
        $0.attribution = attribution; $0.onBehalfOf = StoryBuilder.moss
      } == .side(0))
  }

  @Test("what another reports runs in a lane of the speaker’s side")
  func reported() {
    #expect(owner { $0.reportedBy = StoryBuilder.moss } == .side(0))
  }

  @Test("a voice without a side has a lane of its own")
  func unaffiliated() {
    #expect(owner(StoryBuilder.hermit) == .unaffiliated(StoryBuilder.hermit))
  }

  @Test("lanes stand by kind, then issue, then owner, whatever the order of the statements")
  func order() {
    var builder = StoryBuilder()
    builder.say(0, "2031-01-01", by: StoryBuilder.hermit)
    builder.say(0, "2031-01-02", by: StoryBuilder.official)
    builder.say(0, "2031-01-03", by: StoryBuilder.moss, issue: 1)
    builder.say(0, "2031-01-04", by: StoryBuilder.moss)
    builder.say(0, "2031-01-05", by: StoryBuilder.vale)
    builder.say(nil, "2031-01-06", by: StoryBuilder.moss)
    builder.say(0, "2031-01-07", by: StoryBuilder.vale, issue: 1)
    let analysis = builder.analysis()
    #expect(
      analysis.lanes.map(\.owner)
        == [.actor(0), .actor(1), .actor(0), .actor(1), .side(0), .unaffiliated(StoryBuilder.hermit)])
    #expect(analysis.lanes.map(\.issue) == [0, 0, 1, 1, 0, 0])
    #expect(analysis.lanes.map(\.statements) == [[4], [3, 5], [6], [2], [1], [0]])
    #expect(analysis.laneOfStatement == [5, 4, 3, 1, 0, 1, 2])
    #expect(analysis.statement(after: 3) == 5)
    #expect(analysis.statement(before: 5) == 3)
    #expect(analysis.statement(after: 5) == nil)
    #expect(analysis.statement(before: 0) == nil)
    #expect(analysis.statement(before: 99) == nil)
  }
}
