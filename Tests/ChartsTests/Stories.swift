import Diagnostics
import EDTF
import TestSupport

@testable import Charts
@testable import Positions

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

extension StoryBuilder {
  /// A story that is as awkward as its seed makes it: 2 to 12 lanes, 3 to 300 statements, over a day to 20 years, with
  /// vague and open dates, retractions, stances off the scale, crowds on one day, and names in many scripts.
  static func random(_ seed: UInt64) throws -> (story: Story, day: Day) {
    var random = SplitMix(seed: seed)
    var builder = StoryBuilder()
    builder.levels = Array(labels.shuffled(using: &random).prefix(.random(in: 2...7, using: &random)))
    for name in names.shuffled(using: &random).prefix(.random(in: 0...6, using: &random)) { _ = builder.side(name) }

    let start = Int.random(in: -30_000...40_000, using: &random)
    let days = [1, 2, 14, 90, 400, 2000, 7300].randomElement(using: &random) ?? 1
    let lanes = Int.random(in: 2...12, using: &random)
    for number in 0..<lanes {
      let side = builder.sides.indices.randomElement(using: &random)
      let lastDay = Day(ordinal: start + .random(in: 0...days, using: &random))
      let end = try EDTFDate(parsing: lastDay.description)
      var roles = [Actor.Role(title: names.randomElement(using: &random) ?? "", start: nil, end: nil)]
      if Int.random(in: 0..<4, using: &random) == 0 {
        roles = [Actor.Role(title: "former envoy", start: nil, end: end)]
      }
      if Int.random(in: 0..<4, using: &random) == 0 { roles = [] }
      let name = names[(number + Int(seed % 16)) % names.count]
      let isAnonymous = Int.random(in: 0..<5, using: &random) == 0
      _ = builder.actor(
        name, Int.random(in: 0..<6, using: &random) == 0 ? nil : side, kind: isAnonymous ? .anonymous : .person,
        roles: roles)
    }

    let count = Int.random(in: 3...(seed.isMultiple(of: 3) ? 300 : 30), using: &random)
    for number in 0..<count {
      let stance: Statement.Stance =
        switch Int.random(in: 0..<12, using: &random) {
        case 0: [.unclear, .declined, .mixed].randomElement(using: &random) ?? .mixed
        default: .level(.random(in: 0..<builder.levels.count, using: &random))
        }
      try builder.statement(
        number < lanes ? number : .random(in: 0..<lanes, using: &random), stance,
        date(from: start, days: days, using: &random), quote: names.randomElement(using: &random),
        attribution: Statement.Attribution.allCases.randomElement(using: &random) ?? .onRecord,
        isRetracted: Int.random(in: 0..<12, using: &random) == 0)
    }
    for _ in 0..<Int.random(in: 0...(seed.isMultiple(of: 5) ? 60 : 7), using: &random) {
      try builder.event(
        labels.randomElement(using: &random) ?? "", date(from: start, days: days, using: &random))
    }
    let after = [0, 0, 3, 200, 4000].randomElement(using: &random) ?? 0
    let day = Day(ordinal: start + days + after)
    return (builder.story(), day)
  }

  private static func date(from start: Int, days: Int, using random: inout SplitMix) -> String {
    let first = Day(ordinal: start + .random(in: 0..<days, using: &random))
    let later = Day(ordinal: first.ordinal + .random(in: 1...60, using: &random))
    let parts = first.parts
    let month = parts.month < 10 ? "0\(parts.month)" : "\(parts.month)"
    return switch Int.random(in: 0..<24, using: &random) {
    case 0: "\(parts.year)-\(month)"
    case 1: "\(parts.year)"
    case 2: "\(first)/\(later)"
    case 3: "../\(first)"
    case 4: "\(first)/.."
    case 5: "[\(first),\(later)]"
    case 6: "\(parts.year)-\(month)~"
    case 7: "\(first)?"
    default: first.description
    }
  }

  private static let names = [
    "Ines Vale", "Tomas Okonkwo-Lindqvist", "Harbour Workers’ Union", "김정은", "محمد بن سلمان", "王小明", "Bo",
    "Bundesministerium für Verkehr und digitale Infrastruktur", "Northern League of Ship Owners and Insurers",
    "Éléonore d’Haussonville", "“><script>alert(1)</script>", "Donaudampfschifffahrtsgesellschaftskapitänsmützen", "",
    "W W W W W W W W W W W W W W W W W W W W W W W W W W W W", "हिन्दी बोलने वाले लोग", "a\u{202E}b\nc\t&amp;'\"",
  ]

  private static let labels = [
    "Rules it out", "Only after the other side moves first and says so in public, in writing, and before witnesses",
    "Step for step", "Willing to go first", "すぐに実施することを強く求めている立場である", "يريد ذلك الآن", "<b>Yes</b> & “no”", "",
  ]
}
