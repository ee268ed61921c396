import Diagnostics
import EDTF
import TestSupport

@testable import Charts
@testable import Positions

/// Small pseudo-random numbers that are the same on every machine (SplitMix64; Steele, Lea and Flood, 2014).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A story put together statement by statement.
struct StoryBuilder {
  var sides: [Side] = []
  var actors: [Actor] = []
  var events: [Event] = []
  var levels: [String] = []
  var statements: [Statement] = []

  private let nowhere = SourceText(path: "positions.yaml", "").location(0..<0)

  mutating func side(_ label: String) -> Int {
    sides.append(Side(id: "side-\(sides.count)", label: label, short: label))
    return sides.count - 1
  }

  mutating func actor(
    _ name: String, _ side: Int?, kind: Actor.Kind = .person, roles: [Actor.Role] = []
  ) -> Int {
    actors.append(
      Actor(id: "actor-\(actors.count)", name: name, side: side, kind: kind, roles: roles, location: nowhere))
    return actors.count - 1
  }

  mutating func event(_ title: String, _ date: String) throws {
    events.append(
      Event(
        id: "event-\(events.count)", title: title, date: try EDTFDate(parsing: date), place: nil, status: .scheduled,
        note: nil, source: nil, location: nowhere))
  }

  mutating func statement(
    _ who: Int, _ stance: Statement.Stance, _ date: String, quote: String? = nil, paraphrase: String? = nil,
    attribution: Statement.Attribution = .onRecord, isRetracted: Bool = false
  ) throws {
    let date = try EDTFDate(parsing: date)
    statements.append(
      Statement(
        id: "p-\(statements.count)", who: who, issue: 0, stance: stance, stanceID: "", date: date, source: 0,
        quote: quote, original: nil, lang: nil, paraphrase: paraphrase, prefix: nil, suffix: nil,
        attribution: attribution, descriptor: nil, anonymityReason: nil, sourcesCount: nil, onBehalfOf: nil,
        reportedBy: nil, venue: nil, event: nil, note: nil, certainty: .firm, added: nil,
        retracted: isRetracted ? Statement.Retraction(date: date, source: nil, reason: nil) : nil,
        fileOrder: statements.count, location: nowhere, quoteLocation: nowhere))
  }

  func story(question: String = "What now?") -> Story {
    let issue = Issue(
      id: "issue", question: question, label: question,
      scale: levels.enumerated().map { Level(id: "level-\($0)", label: $1) }, location: nowhere)
    let sorted = statements.indices.sorted {
      (statements[$0].date.sortKey, $0) < (statements[$1].date.sortKey, $1)
    }
    return Story(
      id: "story", sides: sides, actors: actors, issues: [issue], sources: [], events: events,
      statements: sorted.map { statements[$0] }, expectations: [], known: [], unknown: [], corrections: [])
  }
}
