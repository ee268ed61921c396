import Diagnostics
import Positions

/// Who has a page of their own: everybody with a name, once for all the stories they are in.
struct People: Sendable {
  /// One story an actor is in.
  struct Appearance: Sendable {
    /// An index into ``PublishedSite/stories``.
    let story: Int
    /// An index into that story's actors.
    let actor: Int
  }

  /// By the order of the stories, then of their actors.
  let ids: [String]
  let appearances: [String: [Appearance]]

  init(_ site: PublishedSite, diagnostics: inout Diagnostics) {
    var ids: [String] = []
    var appearances: [String: [Appearance]] = [:]
    for (storyIndex, edition) in site.stories.enumerated() {
      for (actorIndex, actor) in edition.story.actors.enumerated() where actor.kind != .anonymous {
        if let first = appearances[actor.id]?.first {
          let known = site.stories[first.story].story.actors[first.actor]
          if known.name != actor.name {
            diagnostics.error(
              "same-actor-id", "“\(actor.id)” is \(actor.name) here and \(known.name) in another story",
              at: actor.location, notes: [.init("the other one", at: known.location)],
              help: "each person or body has one page; give one of them another id")
          }
        } else {
          ids.append(actor.id)
        }
        appearances[actor.id, default: []].append(Appearance(story: storyIndex, actor: actorIndex))
      }
    }
    self.ids = ids
    self.appearances = appearances
  }
}
