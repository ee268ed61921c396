import Diagnostics

/// One file of the site: where it stands, and what it shows.
///
/// A class only so that lists of many pages are sorted and copied at little cost; it never changes.
final class Page: Sendable {
  /// What a file shows; indices are into ``PublishedSite``'s lists.
  enum Content: Sendable {
    case home
    case plain(page: Int)
    case tag(slug: String)
    case explainer(story: Int)
    case timeline(story: Int)
    case filteredTimeline(story: Int, filter: TimelineFilter)
    case embed(story: Int)
    case oEmbed(story: Int)
    case issue(story: Int, issue: Int)
    case article(story: Int, source: String)
    case calendar(story: Int)
    /// The events of all stories.
    case siteCalendar
    case annotations(story: Int, source: String)
    case actor(id: String)
    case notFound
    case redirect(to: OutputPath, title: String)
    case positionsJSON(story: Int)
    case positionsCSV(story: Int)
    case timelineJS(story: Int)
    /// What became known last in one story, or in all of them.
    case feed(story: Int?, Feed.Format)
    /// One of the files a sitemap has; the index of several where `nil`.
    case sitemap(part: Int?)
    case robots
    case host(HostFile)
    case asset(Int)
    case copy(of: String)
  }

  let path: OutputPath
  let content: Content
  /// What it is made from, as a message names it: a file's path, or what the page is.
  let origin: String
  /// Where in the content the page is asked for, if at one place.
  let location: SourceLocation?

  init(path: OutputPath, content: Content, origin: String, location: SourceLocation? = nil) {
    self.path = path
    self.content = content
    self.origin = origin
    self.location = location
  }

  /// The story it is a part of, if it is one of a story's own: an index into ``PublishedSite/stories``.
  var story: Int? {
    switch content {
    case .explainer(let story), .timeline(let story), .filteredTimeline(let story, _), .embed(let story),
      .oEmbed(let story), .issue(let story, _), .article(let story, _), .calendar(let story),
      .annotations(let story, _), .positionsJSON(let story), .positionsCSV(let story), .timelineJS(let story):
      story
    case .feed(let story, _): story
    case .home, .plain, .tag, .siteCalendar, .actor, .notFound, .redirect, .sitemap, .robots, .host, .asset, .copy: nil
    }
  }

  /// Whether it only sends readers on from an address a page had before.
  var isRedirect: Bool { if case .redirect = content { true } else { false } }

  /// Whether it is a page that search engines should know.
  var isListed: Bool {
    switch content {
    case .home, .plain, .tag, .explainer, .timeline, .issue, .article, .actor: true
    default: false
    }
  }
}
