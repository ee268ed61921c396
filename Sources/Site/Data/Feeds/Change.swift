import EDTF
import Positions

/// One thing that became known about a story: what feeds have an entry for.
struct Change: Sendable {
  /// What became known; indices are into the story and its analysis.
  enum Kind: Sendable {
    case statement(Int)
    case retraction(Int)
    /// An index into ``StoryAnalysis/shifts``.
    case shift(Int)
    case outcome(Int)
    case correction(Int)
  }

  let kind: Kind
  /// The civil day on which it became known, in the years 1 to 9999.
  let day: Day
  /// The last day on which something about it changed: it was retracted, or corrected.
  let updated: Day
}

/// Everything that became known about a story, and when.
///
/// A statement is known from the first day that its date and its source's can mean, or from the day it was `added` if
/// that is later; a shift from the day both of its statements are.
struct Changes: Sendable {
  /// By day, then in the order of the story: each statement, its shift behind it.
  private(set) var all: [Change] = []
  /// The ids of what has no day that a feed could name.
  private(set) var undated: [String] = []

  /// - Parameter today: the day nothing later than which is told.
  init(of story: Story, _ analysis: StoryAnalysis, today: Day) {
    var corrected: [String: Day] = [:]
    for correction in story.corrections {
      guard let target = correction.target, let day = correction.date.earliest else { continue }
      corrected[target] = max(corrected[target] ?? day, day)
    }
    func source(_ index: Int?) -> EDTFDate? { index.flatMap { story.sources[$0].published } }
    let known = story.statements.map { statement -> Day? in
      let added = statement.added?.earliest.flatMap { $0 <= today ? $0 : nil }
      return Self.latest(statement.date.earliest, source(statement.source)?.earliest, added)
    }
    let shiftEndingAt = Dictionary(
      analysis.shifts.enumerated().map { ($1.to, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, statement) in story.statements.enumerated() {
      let retracted = statement.retracted.flatMap { retraction in
        Self.latest(retraction.date.earliest, source(retraction.source)?.earliest)
      }
      add(.statement(index), statement.id, known[index], updated: Self.latest(retracted, corrected[statement.id]))
      if let shift = shiftEndingAt[index] {
        let before = known[analysis.shifts[shift].from]
        add(.shift(shift), statement.id, before == nil ? nil : known[index].map { Self.latest($0, before) ?? $0 })
      }
      if statement.retracted != nil { add(.retraction(index), statement.id, retracted) }
    }
    for (index, expectation) in story.expectations.enumerated() {
      guard let outcome = expectation.outcome else { continue }
      let day = Self.latest(outcome.date.earliest, source(outcome.source)?.earliest)
      add(.outcome(index), expectation.id, day, updated: corrected[expectation.id])
    }
    for (index, correction) in story.corrections.enumerated() {
      add(.correction(index), correction.target ?? "correction", correction.date.earliest)
    }
    all = all.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  private mutating func add(_ kind: Change.Kind, _ id: String, _ day: Day?, updated: Day? = nil) {
    // Four digits are all that RFC 3339 has for a year.
    guard let day, 1...9999 ~= day.parts.year else {
      if undated.last != id { undated.append(id) }
      return
    }
    let updated = updated.flatMap { 1...9999 ~= $0.parts.year ? $0 : nil }
    all.append(Change(kind: kind, day: day, updated: max(day, updated ?? day)))
  }

  private static func latest(_ days: Day?...) -> Day? { days.compactMap(\.self).max() }
}

extension Day {
  /// The start of the day in UTC (RFC 3339): what is known to the day has no time, and feeds ask for one.
  var midnight: String { description + "T00:00:00Z" }
}
