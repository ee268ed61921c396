import CommonMark
import EDTF
import Escaping
import Mustache
import Positions
import Quotes

/// What templates are given about the people, questions, sources and statements of one story.
///
/// Made once a story and shared by every page that shows it.
struct StoryViews: Sendable {
  let edition: StoryEdition
  let routes: Routes
  /// By actor.
  let actors: [Object]
  /// By issue.
  let issues: [Object]
  /// By source.
  let sources: [Object]
  /// By event.
  let events: [Object]
  /// By statement, without what came before and after it.
  let briefs: [Object]
  /// By statement, whole.
  let statements: [Object]

  init(_ edition: StoryEdition, routes: Routes) {
    let story = edition.story
    self.edition = edition
    self.routes = routes
    let sides = story.sides.indices.map { Self.view(ofSide: $0, in: story) }
    let actors = story.actors.map { actor in
      Self.view(actor, side: actor.side.map { sides[$0] }, edition: edition, routes: routes)
    }
    let issues = story.issues.map { Self.view($0, story: story.id, routes: routes) }
    let sources = story.sources.map { Self.view($0, edition: edition, routes: routes) }
    self.actors = actors
    self.issues = issues
    self.sources = sources
    events = story.events.map { event in
      Self.view(event, source: event.source.map { sources[$0] }, story: story.id, routes: routes)
    }
    let briefs = story.statements.map { statement in
      Self.brief(
        statement, actors: actors, issue: issues[statement.issue], source: sources[statement.source],
        retractionSource: statement.retracted?.source.map { sources[$0] }, edition: edition, routes: routes)
    }
    self.briefs = briefs
    statements = story.statements.indices.map { Self.whole($0, briefs: briefs, edition: edition) }
  }

  // MARK: Things

  /// `class` is what its lanes have in charts, so that a page can give it the same shape and colour.
  static func view(ofSide index: Int, in story: Story) -> Object {
    let side = story.sides[index]
    return [
      "id": .text(side.id), "label": .text(side.label), "short": .text(side.short), "class": .text("side-\(index & 7)"),
    ]
  }

  private static func view(_ actor: Actor, side: Object?, edition: StoryEdition, routes: Routes) -> Object {
    [
      "id": .text(actor.id), "name": .text(actor.name), "side": .optional(side),
      "kind": .object(["id": .text(actor.kind.rawValue), "label": .text(actor.kind.label)]),
      "role": .optional(actor.role(on: EDTFDate(edition.day))?.title),
      // An anonymous voice has no page: it may be another person each time.
      "has_page": .bool(actor.kind != .anonymous),
      "url": .text(actor.kind == .anonymous ? routes.voice(actor.id, of: edition.id) : routes.actor(actor.id)),
    ]
  }

  private static func view(_ issue: Issue, story: String, routes: Routes) -> Object {
    [
      "id": .text(issue.id), "label": .text(issue.label), "question": .text(issue.question),
      "url": .text(routes.issue(issue.id, of: story)),
      "scale": .objects(issue.scale.map { ["id": .text($0.id), "label": .text($0.label)] }),
    ]
  }

  private static func view(_ source: Source, edition: StoryEdition, routes: Routes) -> Object {
    let label = source.publisher ?? source.title ?? source.id
    let hasPage = edition.hasArticlePage(source)
    return [
      "id": .text(source.id), "label": .text(label), "title": .optional(source.title),
      "publisher": .optional(source.publisher), "published": .date(source.published),
      "href": .text(
        hasPage ? routes.article(source.id, of: edition.id) : source.url ?? routes.source(source.id, of: edition.id)),
      "original_url": .optional(hasPage ? source.url : nil),
    ]
  }

  private static func view(_ event: Event, source: Object?, story: String, routes: Routes) -> Object {
    [
      "id": .text(event.id), "title": .text(event.title), "date": .date(event.date), "place": .optional(event.place),
      "note": .optional(event.note), "source": .optional(source), "url": .text(routes.event(event.id, of: story)),
      "status": .object(["id": .text(event.status.rawValue), "label": .text(event.status.label)]),
    ]
  }

  // MARK: Statements

  private static func brief(
    _ statement: Statement, actors: [Object], issue: Object, source: Object, retractionSource: Object?,
    edition: StoryEdition, routes: Routes
  ) -> Object {
    let actor = edition.story.actors[statement.who]
    let isAnonymous = actor.kind == .anonymous
    var who = actors[statement.who]
    if let descriptor = statement.descriptor, isAnonymous { who["name"] = .text(descriptor) }
    let role = isAnonymous ? nil : statement.descriptor ?? actor.role(on: statement.date)?.title
    let level = statement.stance.level
    let stance: Object = [
      "id": .text(statement.stanceID), "is_off_scale": .bool(level == nil),
      "label": .text(level.map { edition.story.issues[statement.issue].scale[$0].label } ?? statement.stance.label),
    ]
    var view: Object = [
      "id": .text(statement.id), "url": .text(routes.position(statement.id, of: edition.id)),
      "mark_id": .text(markID(statement.id)), "who": .object(who), "role": .optional(role),
      "is_anonymous": .bool(isAnonymous), "issue": .object(issue), "stance": .object(stance),
      "date": .date(statement.date), "quote": .optional(statement.quote),
      "quote_lang": .optional(statement.original == nil ? statement.lang : nil),
      "original": .optional(statement.original), "original_lang": .optional(statement.lang),
      "paraphrase": .optional(statement.paraphrase), "venue": .optional(statement.venue),
      "note": .optional(statement.note), "is_inferred": .bool(statement.certainty == .inferred),
      "anonymity_reason": .optional(statement.anonymityReason),
      "sources_words": .optional(statement.sourcesCount.map { $0 == 1 ? "one source" : "\($0) sources" }),
      "attribution": .object([
        "id": .text(statement.attribution.rawValue), "label": .optional(statement.attribution.label),
      ]),
      "on_behalf_of": .optional(statement.onBehalfOf.map { actors[$0] }),
      "reported_by": .optional(statement.reportedBy.map { actors[$0] }),
      "check": .object(checkView(statement, edition: edition)),
    ]
    view["source"] = .object(source.with("href", .text(href(ofSourceOf: statement, edition: edition, routes: routes))))
    view["retracted"] = .optional(
      statement.retracted.map { retracted in
        [
          "date": .date(retracted.date), "reason": .optional(retracted.reason), "source": .optional(retractionSource),
        ]
      })
    return view
  }

  /// The id of a position's first mark in its annotated article.
  static func markID(_ id: String) -> String { "quote-" + id }

  /// Where a reader finds the words: the mark in the annotated article, or the original.
  private static func href(ofSourceOf statement: Statement, edition: StoryEdition, routes: Routes) -> String {
    let source = edition.story.sources[statement.source]
    guard edition.hasArticlePage(source) else {
      return edition.textFragmentURL(of: statement) ?? source.url ?? routes.source(source.id, of: edition.id)
    }
    let page = routes.article(source.id, of: edition.id)
    if case .found = edition.check(of: statement) { return page + "#" + markID(statement.id) }
    return page
  }

  private static func checkView(_ statement: Statement, edition: StoryEdition) -> Object {
    switch edition.check(of: statement) {
    case nil: ["result": "none", "label": "paraphrase", "tolerances_label": .null]
    case .notChecked:
      ["result": "not-checked", "label": "quote not checked: no stored text", "tolerances_label": .null]
    case .found(let match, _):
      [
        "result": .text(match.result.rawValue), "label": "quote checked",
        "tolerances_label": .optional(
          match.tolerances.isEmpty ? nil : match.tolerances.map(\.label).joined(separator: ", ")),
      ]
    }
  }

  private static func whole(_ index: Int, briefs: [Object], edition: StoryEdition) -> Object {
    var view = briefs[index]
    // Different voices share a lane that is no actor's: there, before and after say nothing about this one.
    let isActorLane = edition.analysis.lanes[edition.analysis.laneOfStatement[index]].actor != nil
    let before = isActorLane ? edition.analysis.statement(before: index) : nil
    let after = isActorLane ? edition.analysis.statement(after: index) : nil
    view["before"] = .optional(before.map { briefs[$0] })
    view["after"] = .optional(after.map { briefs[$0] })
    view["shift"] = .optional(edition.shiftEndingAt[index].map { shift($0, briefs: briefs, edition: edition) })
    view.set(list: (edition.contestsOf[index] ?? []).map { briefs[$0] }, as: "contested", has: "has_contested")
    return view
  }

  // MARK: Shifts

  private static func shift(_ shift: Shift, briefs: [Object], edition: StoryEdition) -> Object {
    let to = edition.story.statements[shift.to]
    return [
      "from": .object(briefs[shift.from]), "to": .object(briefs[shift.to]),
      "who": briefs[shift.to]["who"] ?? .null, "issue": briefs[shift.to]["issue"] ?? .null,
      "kind": .text(shift.kind.rawValue), "steps": .int(shift.steps), "date": .date(to.date),
      "label": .text(shift.label),
    ]
  }

  /// What `partials/shift` is given.
  func shift(_ shift: Shift) -> Object {
    var view = Self.shift(shift, briefs: briefs, edition: edition)
    if let actor = edition.analysis.lanes[shift.lane].actor { view["who"] = .object(actors[actor]) }
    return view
  }
}
