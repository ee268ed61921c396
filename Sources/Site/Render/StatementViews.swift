import EDTF
import Mustache
import Positions
import Quotes

/// Makes what templates are given about a statement: what was said, by whom, in which role then, and how it was checked.
struct StatementViews {
  let edition: StoryEdition
  let things: ThingViews
  let routes: Routes
  let words: InterfaceWords

  private var story: Story { edition.story }

  /// The id of a position's first mark in its annotated article.
  static func markID(_ id: String) -> String { "quote-" + id }

  /// A statement without what came before and after it.
  func brief(_ index: Int) -> Object {
    let statement = story.statements[index]
    let actor = story.actors[statement.who]
    let isAnonymous = actor.kind == .anonymous
    var who = things.actors[statement.who]
    if let descriptor = statement.descriptor, isAnonymous { who["name"] = .text(descriptor) }
    return [
      "id": .text(statement.id), "url": .text(routes.position(statement.id, of: edition.id)),
      "mark_id": .text(Self.markID(statement.id)), "who": .object(who),
      "role": .optional(isAnonymous ? nil : statement.descriptor ?? actor.role(on: statement.date)?.title),
      "is_anonymous": .bool(isAnonymous), "issue": .object(things.issues[statement.issue]),
      "stance": .object(stance(of: statement)), "date": .date(statement.date, in: words),
      "quote": .optional(statement.quote),
      // The language belongs to the words as spoken; a translation is in the page's own.
      "quote_lang": .optional(statement.original == nil ? statement.lang : nil),
      "original": .optional(statement.original), "original_lang": .optional(statement.lang),
      "paraphrase": .optional(statement.paraphrase), "venue": .optional(statement.venue),
      "note": .optional(statement.note), "is_inferred": .bool(statement.certainty == .inferred),
      "anonymity_reason": .optional(statement.anonymityReason),
      "sources_words": .optional(statement.sourcesCount.map { words.counted($0, .sources) }),
      "attribution": .object([
        "id": .text(statement.attribution.rawValue), "label": .optional(statement.attribution.word.map { words[$0] }),
      ]),
      "on_behalf_of": .optional(statement.onBehalfOf.map { things.actors[$0] }),
      "reported_by": .optional(statement.reportedBy.map { things.actors[$0] }),
      "check": .object(check(of: statement)),
      "source": .object(things.sources[statement.source].with("href", .text(href(ofSourceOf: index)))),
      "retracted": .optional(statement.retracted.map(retraction)),
    ]
  }

  /// A statement with its shift, its neighbours in its actor's lane, and what it is at odds with.
  func whole(_ index: Int, briefs: [Object]) -> Object {
    let analysis = edition.analysis
    // Different voices share a lane that is no actor's: there, before and after say nothing about this one.
    let isActorLane = analysis.lanes[analysis.laneOfStatement[index]].actor != nil
    let before = isActorLane ? analysis.statement(before: index) : nil
    let after = isActorLane ? analysis.statement(after: index) : nil
    var view = briefs[index]
    view["before"] = .optional(before.map { briefs[$0] })
    view["after"] = .optional(after.map { briefs[$0] })
    view["shift"] = .optional(edition.shiftEndingAt[index].map { shift($0, briefs: briefs) })
    view.set(
      list: (edition.contestsOf[index] ?? []).map { briefs[$0] }.separated(in: words), as: "contested",
      has: "has_contested")
    return view
  }

  /// A shift, with the statements before and after it.
  func shift(_ shift: Shift, briefs: [Object]) -> Object {
    let lane = edition.analysis.lanes[shift.lane]
    return [
      "from": .object(briefs[shift.from]), "to": .object(briefs[shift.to]),
      "who": .optional(lane.actor.map { things.actors[$0] }), "issue": .object(things.issues[lane.issue]),
      "kind": .text(shift.kind.rawValue), "steps": .int(shift.steps),
      "date": .date(story.statements[shift.to].date, in: words), "label": .text(shift.label(in: words)),
    ]
  }

  private func stance(of statement: Statement) -> Object {
    [
      "id": .text(statement.stanceID), "is_off_scale": .bool(statement.stance.level == nil),
      "label": .text(statement.stanceLabel(in: story, words)),
    ]
  }

  private func retraction(_ retracted: Statement.Retraction) -> Object {
    [
      "date": .date(retracted.date, in: words), "reason": .optional(retracted.reason),
      "source": .optional(retracted.source.map { things.sources[$0] }),
    ]
  }

  /// Where a reader finds the words: the mark in the annotated article, or the place in the original.
  private func href(ofSourceOf index: Int) -> String {
    let statement = story.statements[index]
    let source = story.sources[statement.source]
    let reading = routes.reading(source, of: edition)
    guard edition.hasArticlePage(source) else { return edition.fragmentURLs[index] ?? reading }
    if case .found = edition.check(of: statement) { return reading + "#" + Self.markID(statement.id) }
    return reading
  }

  private func check(of statement: Statement) -> Object {
    switch edition.check(of: statement) {
    case nil: ["result": "none", "label": .text(words[.paraphrase]), "tolerances_label": .null]
    case .notChecked:
      ["result": "not-checked", "label": .text(words[.quoteNotChecked]), "tolerances_label": .null]
    case .found(let match, _):
      [
        "result": .text(match.result.rawValue), "label": .text(words[.quoteChecked]),
        "tolerances_label": .optional(
          match.tolerances.isEmpty ? nil : words.joined(match.tolerances.map { words[$0.word] })),
      ]
    }
  }
}
