import EDTF
import Mustache
import Positions

/// What templates are given about one story: made once, and shared by every page that shows it.
struct StoryViews: Sendable {
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

  /// What `partials/shift` is given.
  func shift(_ shift: Shift) -> Object {
    let views = StatementViews(edition: edition, things: things, routes: routes, words: words)
    return views.shift(shift, briefs: briefs)
  }
}
