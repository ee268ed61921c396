import CommonMark
import Diagnostics
import EDTF
import Escaping
import Mustache
import Positions
import YAML

/// Turns the pages of a plan into bytes: pure, and so free to work on many at once.
///
/// A class only so that handing it on costs little; it never changes.
final class Renderer: Sendable {
  let site: PublishedSite
  let plan: Plan
  let stories: [StoryViews]
  let routes: Routes
  let links: ContentLinks
  /// What every page is given: the site and its assets.
  private let common: Object

  /// - Parameter previous: the renderer of an earlier state of the site, and what is different since: what is made for
  ///   all pages of a story, or of the site, is taken from there where nothing of it changed.
  init(
    _ site: PublishedSite, plan: Plan, jobs: Int,
    reusing previous: (renderer: Renderer, difference: SiteDifference)? = nil
  ) async {
    let routes = Routes(site: site.address)
    self.site = site
    self.plan = plan
    self.routes = routes
    links = previous.flatMap { $0.difference.hasSameAddresses ? $0.renderer.links : nil } ?? ContentLinks(site)
    let known = Dictionary(
      (previous?.renderer.stories ?? []).map { ($0.edition.id, $0) }, uniquingKeysWith: { first, _ in first })
    stories = await parallelMap(site.stories, jobs: jobs) { edition in
      if let views = known[edition.id], let difference = previous?.difference,
        difference.changed.isDisjoint(with: [.site, .story(edition.id)])
      {
        return views
      }
      let words = edition.explainer.lang.flatMap { site.foreignWords[$0] } ?? site.words
      return StoryViews(edition, routes: routes, words: words)
    }

    let configuration = site.configuration
    let links = links
    func link(_ link: SiteConfiguration.Link) -> Object {
      ["title": .text(link.title), "url": .text(links.address(of: link.url.value, in: "Content/site.yaml"))]
    }
    var view: Object = [
      "title": .text(configuration.title), "url": .text(routes.home()), "language": .text(configuration.language),
      "description": .optional(configuration.description),
      "publisher": .optional(
        configuration.publisher.map { ["name": .text($0.name), "url": .optional($0.url)] }),
      "feed_url": .optional(site.hasFeed ? routes.feed(nil, .atom) : nil),
      "json_feed_url": .optional(site.hasFeed ? routes.feed(nil, .json) : nil),
    ]
    view.set(list: configuration.nav.map(link), as: "nav", has: "has_nav")
    view.set(list: configuration.policies.map(link), as: "policies", has: "has_policies")
    let assets = Object(site.assets.map { (Key($0.key), .text(site.address.href($0.output))) })
    common = ["site": .object(view), "assets": .object(assets)]
  }

  /// What a file of the site holds.
  func content(of page: Page, diagnostics: inout Diagnostics) -> OutputFolder.Content {
    switch page.content {
    case .copy(let path): return .copy(of: path)
    case .asset(let index): return .bytes(site.assets[index].bytes)
    case .positionsJSON(let story): return .bytes(PositionsJSON(site.stories[story]).bytes)
    case .positionsCSV(let story): return .bytes(PositionsCSV(edition: site.stories[story]).bytes)
    case .timelineJS(let story):
      let views = stories[story]
      return .bytes(TimelineJSFile(edition: views.edition, site: site, routes: routes, words: views.words).bytes)
    case .feed(let story, let format):
      guard let feed = feed(of: story) else { return .bytes([]) }
      return .bytes(format == .atom ? AtomFeed(feed: feed).bytes : JSONFeed(feed: feed).bytes)
    case .sitemap(let part):
      guard let sitemap = plan.sitemap else { return .bytes([]) }
      if let part { return .bytes(sitemap.bytes(ofPart: part)) }
      return .bytes(sitemap.index { routes.whole(site.address.href(Routes.sitemap(part: $0))) })
    case .robots: return .bytes(RobotsFile.bytes(for: site))
    case .host(let file): return .bytes(file.bytes(for: site, pages: plan.pages))
    case .oEmbed(let story): return .bytes(embedding(stories[story])?.oEmbed ?? [])
    case .calendar(let story): return .bytes(calendar(of: stories[story]).bytes)
    case .siteCalendar:
      let calendar = CalendarFile(
        site.stories, title: site.configuration.title, routes: routes, authority: site.tagAuthority)
      return .bytes(calendar.bytes)
    case .annotations(let story, let source): return annotations(of: source, in: site.stories[story])
    default:
      guard let model = model(of: page, diagnostics: &diagnostics) else { return .bytes([]) }
      return .bytes(render(model.template, data(of: model, at: page.path), diagnostics: &diagnostics))
    }
  }

  /// What the template of a page is given; `nil` for a file that no template makes.
  func model(of page: Page, diagnostics: inout Diagnostics) -> PageModel? {
    switch page.content {
    case .home: home(diagnostics: &diagnostics)
    case .notFound: notFound
    case .redirect(let target, let title): redirect(to: target, title: title)
    case .plain(let index): plain(site.pages[index], diagnostics: &diagnostics)
    case .tag(let slug): tag(slug)
    case .explainer(let story): explainer(stories[story], diagnostics: &diagnostics)
    case .timeline(let story):
      timeline(stories[story], filters: plan.filters[story], diagnostics: &diagnostics)
    case .filteredTimeline(let story, let filter):
      timeline(stories[story], filters: plan.filters[story], filter: filter, diagnostics: &diagnostics)
    case .embed(let story): embeddedTimeline(stories[story], diagnostics: &diagnostics)
    case .issue(let story, let issue): self.issue(issue, of: stories[story], diagnostics: &diagnostics)
    case .article(let story, let source): article(source, of: stories[story], diagnostics: &diagnostics)
    case .actor(let id): actor(id)
    case .copy, .asset, .positionsJSON, .positionsCSV, .timelineJS, .oEmbed, .annotations, .calendar, .siteCalendar,
      .feed, .sitemap, .robots, .host:
      nil
    }
  }

  /// All a template is given: what every page is, its head, and its own.
  func data(of model: PageModel, at path: OutputPath) -> Object {
    model.data.merging(common).with("page", .object(model.head.view(path: path, site: site)))
      .with("words", .object((model.head.words ?? site.words).view))
  }

  private func calendar(of story: StoryViews) -> CalendarFile {
    CalendarFile(
      [story.edition], title: story.edition.explainer.title, routes: routes, authority: site.tagAuthority)
  }

  private func annotations(of source: String, in edition: StoryEdition) -> OutputFolder.Content {
    guard let article = edition.articles[source] else { return .bytes([]) }
    return .bytes(AnnotationsJSON(edition: edition, article: article, routes: routes).bytes)
  }

  /// Renders a part of a page that has a template of its own.
  func fragment(
    _ template: String, _ data: Object, in words: InterfaceWords, diagnostics: inout Diagnostics
  ) -> [UInt8] {
    render(template, data.with("words", .object(words.view)), diagnostics: &diagnostics)
  }

  private func render(_ template: String, _ data: Object, diagnostics: inout Diagnostics) -> [UInt8] {
    var out = ByteWriter(capacity: 16 * 1024)
    site.templates.render(template, with: .object(data), into: &out, diagnostics: &diagnostics)
    return out.bytes
  }

  /// What page heads and lists are given about a story.
  func view(of story: StoryViews) -> Object {
    let edition = story.edition
    let explainer = edition.explainer
    let words = story.words
    let hasFeed = site.hasFeed(of: edition)
    let isForeign = words.tag != site.words.tag
    let image = explainer.image.map { image -> Object in
      let path = PublishedSite.imagePath(image.path.value, story: edition.id)
      return ["url": .text(site.address.href(OutputPath(trusted: path))), "alt": .text(image.alt)]
    }
    let positions = words.counted(edition.story.statements.count, .positions)
    let questions = words.counted(edition.story.issues.count, .questions)
    let authors = explainer.authors.isEmpty ? site.configuration.authors : explainer.authors
    return [
      "id": .text(edition.id), "title": .text(explainer.title), "deck": .optional(explainer.deck),
      "url": .text(routes.story(edition.id)), "timeline_url": .text(routes.timeline(edition.id)),
      "calendar_url": .optional(edition.hasCalendar ? routes.calendar(edition.id) : nil),
      "feed_url": .optional(hasFeed ? routes.feed(edition.id, .atom) : nil),
      "json_feed_url": .optional(hasFeed ? routes.feed(edition.id, .json) : nil),
      "oembed_url": .optional(embedding(story)?.oEmbedAddress),
      "byline": .optional(authors.isEmpty ? nil : words.joined(authors)),
      "published": .date(explainer.date, in: words), "updated": .date(explainer.updated, in: words),
      "as_of": .object(edition.day.view(in: words)), "position_words": .text(positions),
      "position_count": .int(edition.story.statements.count), "issue_count": .int(edition.story.issues.count),
      "count_words": .text(words.filled(.positionsOnQuestions, ["positions": positions, "questions": questions])),
      // Where stories in several languages stand on a page, each speaks its own.
      "lang": .optional(isForeign ? words.tag : nil), "dir": .text(words.direction.rawValue),
      "words": .object(words.view),
      "event": .optional(
        explainer.event.flatMap { id in edition.story.events.firstIndex { $0.id == id } }.map { story.events[$0] }),
      "is_after": .bool(edition.isAfterEvent(on: site.edition.today)), "image": .optional(image),
    ]
  }

  /// The picture that stands for a story where it is shared: its whole address, which others need.
  func image(of edition: StoryEdition) -> (url: String, alt: String)? {
    guard let image = edition.explainer.image else { return nil }
    let path = OutputPath(trusted: PublishedSite.imagePath(image.path.value, story: edition.id))
    return site.address.absolute(path).map { ($0, image.alt) }
  }

  /// The list of contents of a text: its headings of the second and third level, then further sections.
  func contents(_ headings: [Document.Heading], then sections: [Object] = []) -> Object {
    let own = headings.filter { (2...3).contains($0.level) }.map { heading -> Object in
      ["id": .text(heading.id), "title": .text(heading.text), "level": .int(heading.level)]
    }
    let all = own + sections.map { $0.with("level", 2) }
    // A list of one entry tells nobody anything.
    return ["contents": .objects(all), "has_contents": .bool(all.count > 1)]
  }

  /// The tags of a page or story, with links to their lists.
  func tags(_ tags: [String]) -> Object {
    var view = Object()
    let known = tags.map { ($0, Tags.slug($0)) }.filter { !$0.1.isEmpty }
    view.set(
      list: known.map { ["title": .text($0), "url": .text(routes.tag($1))] }, as: "tags", has: "has_tags")
    return view
  }
}

extension Object {
  /// This object with all members of another.
  func merging(_ other: Object) -> Object {
    var copy = self
    for member in other.members { copy[member.key] = member.value }
    return copy
  }
}
