import Positions

/// A part of a story's timeline that has a page of its own: what one voice said, or what was said on one question.
enum TimelineFilter: Sendable, Hashable {
  /// What an actor said or had said for it; an index into the story's actors.
  case actor(Int)
  /// What was said on an issue; an index into the story's issues.
  case issue(Int)
}

/// The parts of a story's timeline that have a page: no more than a list of links can hold, and none that is empty.
struct TimelineFilters: Sendable {
  /// One part, and how many positions it holds.
  struct Part: Sendable {
    let filter: TimelineFilter
    let positionCount: Int
  }

  /// The voices with the most positions, in the order of the file.
  let actors: [Part]
  /// The issues with the most positions, in the order of the file.
  let issues: [Part]

  /// How many voices, and how many issues, have a page at most.
  static let limit = 100

  init(_ story: Story) {
    var byActor = [Int](repeating: 0, count: story.actors.count)
    var byIssue = [Int](repeating: 0, count: story.issues.count)
    for statement in story.statements {
      byIssue[statement.issue] += 1
      byActor[statement.who] += 1
      if let other = statement.onBehalfOf, other != statement.who { byActor[other] += 1 }
    }
    actors = Self.parts(byActor, TimelineFilter.actor)
    issues = Self.parts(byIssue, TimelineFilter.issue)
  }

  /// All of them.
  var all: [Part] { actors + issues }

  private static func parts(_ counts: [Int], _ filter: (Int) -> TimelineFilter) -> [Part] {
    let most = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(limit)
    return most.sorted().map { Part(filter: filter($0), positionCount: counts[$0]) }
  }
}
