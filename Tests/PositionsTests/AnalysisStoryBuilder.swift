import Diagnostics
import EDTF

@testable import Positions

/// Makes small stories for the analysis tests: by default two actors of one side, an anonymous voice of that side, an
/// actor of none, one issue with four levels, and one source of an open past.
struct StoryBuilder {
  static let vale = 0
  static let moss = 1
  static let official = 2
  static let hermit = 3

  var story: Story

  init() {
    let location = SourceText(path: "positions.yaml", "").location(0..<0)
    func actor(_ id: String, _ kind: Actor.Kind, side: Int?) -> Actor {
      Actor(id: id, name: id, side: side, kind: kind, roles: [], location: location)
    }
    func issue(_ id: String) -> Issue {
      let scale = ["refuse", "after", "phased", "first"].map { Level(id: $0, label: $0) }
      return Issue(id: id, question: id, label: id, scale: scale, location: location)
    }
    story = Story(
      id: "story", sides: [Side(id: "north", label: "The North", short: "North")],
      actors: [
        actor("vale", .person, side: 0), actor("moss", .person, side: 0), actor("official", .anonymous, side: 0),
        actor("hermit", .anonymous, side: nil),
      ],
      issues: [issue("inspections"), issue("tariff")], sources: [], events: [], statements: [], expectations: [],
      known: [], unknown: [], corrections: [])
    source("paper", published: nil)
  }

  static func date(_ text: String) -> EDTFDate {
    do { return try EDTFDate(parsing: text) } catch { preconditionFailure("\(text): \(error.message)") }
  }

  private var location: SourceLocation { story.actors[0].location }

  @discardableResult
  mutating func source(_ id: String, published: String?) -> Int {
    story.sources.append(
      Source(
        id: id, title: nil, publisher: nil, url: nil, published: published.map(Self.date), kind: nil, byline: nil,
        lang: nil, accessed: nil, isStored: false, location: location))
    return story.sources.count - 1
  }

  /// Adds a statement whose stance is a level, or with `nil` a refusal to say.
  mutating func say(
    _ stance: Int?, _ date: String, by who: Int = vale, issue: Int = 0, source: Int = 0,
    with change: (inout Statement) -> Void = { _ in }
  ) {
    var statement = Statement(
      id: "s\(story.statements.count)", who: who, issue: issue, stance: stance.map(Statement.Stance.level) ?? .declined,
      stanceID: "", date: Self.date(date), source: source, quote: nil, original: nil, lang: nil, paraphrase: nil,
      prefix: nil, suffix: nil, attribution: .onRecord, descriptor: nil, anonymityReason: nil, sourcesCount: nil,
      onBehalfOf: nil, reportedBy: nil, venue: nil, event: nil, note: nil, certainty: .firm, added: nil,
      retracted: nil, fileOrder: story.statements.count, location: location, quoteLocation: location)
    change(&statement)
    story.statements.append(statement)
  }

  mutating func expect(
    _ low: Double, _ high: Double, _ value: Expectation.Outcome.Value?, by voice: Expectation.Voice = .newsroom,
    with change: (inout Expectation) -> Void = { _ in }
  ) {
    var expectation = Expectation(
      id: "e\(story.expectations.count)", event: nil, issue: nil, proposition: "", saidBy: voice,
      likelihood: .init(word: "", low: low, high: high), date: nil, criteria: nil, resolvesBy: nil, source: nil,
      outcome: value.map { .init(value: $0, date: Self.date("2031-03-01"), source: nil, reason: nil) },
      location: location)
    change(&expectation)
    story.expectations.append(expectation)
  }

  mutating func correct(_ date: String, target: String?) {
    story.corrections.append(
      Correction(
        date: Self.date(date), kind: .correction, target: target, was: nil, now: nil, note: nil, location: location))
  }

  mutating func happen(_ date: String, _ status: Event.Status, source: Int? = nil) {
    story.events.append(
      Event(
        id: "talks", title: "Talks", date: Self.date(date), place: nil, status: status, note: nil, source: source,
        location: location))
  }

  /// The story with its statements in order.
  var sorted: Story {
    var story = story
    story.statements.sort {
      ($0.date.sortKey, $0.fileOrder) < ($1.date.sortKey, $1.fileOrder)
    }
    return story
  }

  func analysis(on day: String = "2031-12-31") -> StoryAnalysis {
    StoryAnalysis(of: sorted, on: Self.day(day))
  }

  static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }
}
