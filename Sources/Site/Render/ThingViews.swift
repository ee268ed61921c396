import EDTF
import Mustache
import Positions

/// What templates are given about the things a statement refers to: actors, issues, sources, events.
struct ThingViews: Sendable {
  /// By side.
  let sides: [Object]
  /// By actor.
  let actors: [Object]
  /// By issue.
  let issues: [Object]
  /// By source.
  let sources: [Object]
  /// By event.
  let events: [Object]

  init(_ edition: StoryEdition, routes: Routes, words: InterfaceWords) {
    let story = edition.story
    let sides = story.sides.enumerated().map { index, side -> Object in
      [
        "id": .text(side.id), "label": .text(side.label), "short": .text(side.short),
        "class": .text("side-\(index & 7)"),
      ]
    }
    let sources = story.sources.map { Self.view($0, edition: edition, routes: routes, words: words) }
    self.sides = sides
    self.sources = sources
    actors = story.actors.map { actor in
      Self.view(actor, side: actor.side.map { sides[$0] }, edition: edition, routes: routes, words: words)
    }
    issues = story.issues.map { issue in
      [
        "id": .text(issue.id), "label": .text(issue.label), "question": .text(issue.question),
        "url": .text(routes.issue(issue.id, of: story.id)),
        "scale": .objects(issue.scale.map { ["id": .text($0.id), "label": .text($0.label)] }),
      ]
    }
    events = story.events.map { event in
      [
        "id": .text(event.id), "title": .text(event.title), "date": .date(event.date, in: words),
        "place": .optional(event.place), "note": .optional(event.note),
        "source": .optional(event.source.map { sources[$0] }),
        "url": .text(routes.event(event.id, of: story.id)),
        "status": .object(["id": .text(event.status.rawValue), "label": .text(words[event.status.word])]),
      ]
    }
  }

  private static func view(
    _ actor: Actor, side: Object?, edition: StoryEdition, routes: Routes, words: InterfaceWords
  ) -> Object {
    [
      "id": .text(actor.id), "name": .text(actor.name), "side": .optional(side),
      "kind": .object(["id": .text(actor.kind.rawValue), "label": .text(words[actor.kind.word])]),
      "role": .optional(actor.role(on: EDTFDate(edition.day))?.title),
      // An anonymous voice has no page: it may be another person each time.
      "has_page": .bool(actor.kind != .anonymous),
      "url": .text(actor.kind == .anonymous ? routes.voice(actor.id, of: edition.id) : routes.actor(actor.id)),
    ]
  }

  private static func view(
    _ source: Source, edition: StoryEdition, routes: Routes, words: InterfaceWords
  ) -> Object {
    let hasPage = edition.hasArticlePage(source)
    return [
      "id": .text(source.id), "label": .text(source.publisher ?? source.title ?? source.id),
      "title": .optional(source.title),
      // The language of the title, where that is not the page's.
      "title_lang": .optional(source.lang == words.tag ? nil : source.lang), "publisher": .optional(source.publisher),
      "published": .date(source.published, in: words),
      "href": .text(routes.reading(source, of: edition)),
      "original_url": .optional(hasPage ? source.url : nil),
    ]
  }
}
