import EDTF
import Positions

/// What became known last, of one story or of all of them: what Atom and JSON Feed say in two ways.
///
/// Feeds need whole addresses, so that there are none where it is not known where the site will stand.
struct Feed: Sendable {
  /// The two ways of writing it.
  enum Format: Sendable, CaseIterable {
    case atom, json
  }

  let id: String
  let title: String
  let subtitle: String?
  /// The whole address of the page it tells the changes of.
  let home: String
  /// The whole addresses of the two files.
  let atom: String
  let json: String
  /// BCP 47.
  let lang: String
  let authors: [String]
  /// Newest first.
  let entries: [FeedEntry]

  /// How many changes a feed has: more than a story has in a busy week, and no more than a reader downloads gladly every
  /// hour. Whoever wants everything takes `positions.json`.
  static let limit = 100

  /// The day of the last change; `nil` where there is none.
  var updated: Day? { entries.map(\.updated).max() }
}

extension Renderer {
  /// The feed of one story, or of all; `nil` where it is not known where the site will stand.
  func feed(of story: Int?) -> Feed? {
    guard let authority = site.tagAuthority else { return nil }
    let chosen = story.map { [stories[$0]] } ?? stories
    // The newest of all are among the newest of each.
    let newest = chosen.enumerated().flatMap { index, story in
      story.edition.changes.all.suffix(Feed.limit).map { (story: index, change: $0) }
    }
    let sorted = newest.enumerated().sorted {
      ($0.element.change.day, $0.offset) < ($1.element.change.day, $1.offset)
    }.map(\.element)
    let writers = chosen.map { story in
      FeedEntries(
        edition: story.edition, routes: routes, words: story.words, authority: authority,
        authors: authors(of: story.edition))
    }
    let entries = sorted.suffix(Feed.limit).reversed().map { writers[$0.story].entry(of: $0.change) }
    func whole(_ path: OutputPath) -> String { routes.whole(site.address.href(path)) }
    guard let story, let views = chosen.first else {
      return Feed(
        id: authority.id("feed"), title: site.configuration.title, subtitle: site.configuration.description,
        home: whole(Routes.home), atom: whole(Routes.feed(nil, .atom)), json: whole(Routes.feed(nil, .json)),
        lang: site.words.tag, authors: authors(of: nil), entries: entries)
    }
    let id = site.stories[story].id
    return Feed(
      id: authority.id(id, "feed"), title: views.edition.explainer.title, subtitle: views.edition.explainer.deck,
      home: whole(Routes.story(id)), atom: whole(Routes.feed(id, .atom)), json: whole(Routes.feed(id, .json)),
      lang: views.words.tag, authors: authors(of: views.edition), entries: entries)
  }

  /// Who answers for a story, or for the site: an author is asked for in every feed (RFC 4287, 4.1.1).
  private func authors(of edition: StoryEdition?) -> [String] {
    let named = [edition?.explainer.authors ?? [], site.configuration.authors].first { !$0.isEmpty }
    return named ?? [site.configuration.publisher?.name ?? site.configuration.title]
  }
}
