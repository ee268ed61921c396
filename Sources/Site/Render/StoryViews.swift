import EDTF
import Mustache
import Positions
import Synchronization

/// What templates are given about one story: made once, and shared by every page that shows it.
///
/// A class only so that lists of what stories say are copied at little cost; what it gives out never changes.
final class StoryViews: Sendable {
  let edition: StoryEdition
  let routes: Routes
  /// What pages say of their own, in the story's language.
  let words: InterfaceWords
  private let things: ThingViews
  /// By statement, without what came before and after it.
  let briefs: [Object]
  /// By statement, whole.
  let statements: [Object]

  /// By side; `class` is what its lanes have in charts, so that a page can give it the same shape and colour.
  var sides: [Object] { things.sides }
  /// By actor.
  var actors: [Object] { things.actors }
  /// By issue.
  var issues: [Object] { things.issues }
  /// By source.
  var sources: [Object] { things.sources }
  /// By event.
  var events: [Object] { things.events }

  init(_ edition: StoryEdition, routes: Routes, words: InterfaceWords) {
    self.edition = edition
    self.routes = routes
    self.words = words
    things = ThingViews(edition, routes: routes, words: words)
    let views = StatementViews(edition: edition, things: things, routes: routes, words: words)
    let briefs = edition.story.statements.indices.map(views.brief)
    self.briefs = briefs
    statements = briefs.indices.map { views.whole($0, briefs: briefs) }
  }

  /// The charts that one page has shown and another one is going to, by issue.
  private let charts = Mutex<[Int: Object]>([:])

  /// The whole chart of an issue, as the first of its page: the explainer shows it, and so does the page of the issue, and
  /// whichever is made later gets what was made for the other.
  func chart(ofIssue issue: Int, making make: () -> Object) -> Object {
    if let known = charts.withLock({ $0.removeValue(forKey: issue) }) { return known }
    let chart = make()
    charts.withLock { $0[issue] = chart }
    return chart
  }

  /// What `partials/shift` is given.
  func shift(_ shift: Shift) -> Object {
    let views = StatementViews(edition: edition, things: things, routes: routes, words: words)
    return views.shift(shift, briefs: briefs)
  }
}
