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
  /// By statement, without what came before and after it, and whole: made when the first page asks, for a build that keeps
  /// all pages of a story has no use for them.
  private let made = Mutex<(briefs: [Object], whole: [Object])?>(nil)

  /// By statement, without what came before and after it.
  var briefs: [Object] { all.briefs }
  /// By statement, whole.
  var statements: [Object] { all.whole }

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
  }

  private var all: (briefs: [Object], whole: [Object]) {
    made.withLock { made in
      if let made { return made }
      let maker = maker
      let briefs = edition.story.statements.indices.map(maker.brief)
      let all = (briefs: briefs, whole: briefs.indices.map { maker.whole($0, briefs: briefs) })
      made = all
      return all
    }
  }

  private var maker: StatementViews {
    StatementViews(edition: edition, things: things, routes: routes, words: words)
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
  func shift(_ shift: Shift) -> Object { maker.shift(shift, briefs: briefs) }
}
