import Positions

/// The address of every kind of page (PRODUCT section 5): the only place that spells them.
struct Routes: Sendable {
  let site: SiteAddress

  static let home = OutputPath(trusted: "index.html")
  static let notFound = OutputPath(trusted: "404.html")

  static func story(_ story: String) -> OutputPath { page(story) }
  static func timeline(_ story: String) -> OutputPath { page(story + "/timeline") }
  static func timeline(by actor: String, of story: String) -> OutputPath { page("\(story)/timeline/by/\(actor)") }
  static func timeline(on issue: String, of story: String) -> OutputPath { page("\(story)/timeline/on/\(issue)") }
  static func timeline(_ filter: TimelineFilter, of story: Story) -> OutputPath {
    switch filter {
    case .actor(let index): timeline(by: story.actors[index].id, of: story.id)
    case .issue(let index): timeline(on: story.issues[index].id, of: story.id)
    }
  }
  static func embed(_ story: String) -> OutputPath { page(story + "/timeline/embed") }
  static func oEmbed(_ story: String) -> OutputPath { OutputPath(trusted: story + "/timeline/embed/oembed.json") }
  static func issue(_ id: String, of story: String) -> OutputPath { page("\(story)/issues/\(id)") }
  static func article(_ id: String, of story: String) -> OutputPath { page("\(story)/articles/\(id)") }
  static func annotations(_ id: String, of story: String) -> OutputPath {
    OutputPath(trusted: "\(story)/articles/\(id)/annotations.json")
  }
  static let calendar = OutputPath(trusted: "calendar.ics")
  static func calendar(_ story: String) -> OutputPath { OutputPath(trusted: story + "/calendar.ics") }
  static func positionsJSON(_ story: String) -> OutputPath { OutputPath(trusted: story + "/positions.json") }
  static func positionsCSV(_ story: String) -> OutputPath { OutputPath(trusted: story + "/positions.csv") }
  static func timelineJS(_ story: String) -> OutputPath { OutputPath(trusted: story + "/timeline.json") }
  static func feed(_ story: String?, _ format: Feed.Format) -> OutputPath {
    let name = format == .atom ? "feed.xml" : "feed.json"
    return OutputPath(trusted: story.map { $0 + "/" + name } ?? name)
  }
  static let sitemap = OutputPath(trusted: "sitemap.xml")
  static func sitemap(part: Int) -> OutputPath { OutputPath(trusted: "sitemap-\(part + 1).xml") }
  static func actor(_ id: String) -> OutputPath { page("actors/" + id) }
  static func tag(_ slug: String) -> OutputPath { page("tags/" + slug) }
  static func plain(_ file: PageFile) -> OutputPath { page(file.address) }

  func home() -> String { site.href(Self.home) }
  func story(_ id: String) -> String { site.href(Self.story(id)) }
  func timeline(_ story: String) -> String { site.href(Self.timeline(story)) }
  func position(_ id: String, of story: String) -> String { timeline(story) + "#" + id }
  func event(_ id: String, of story: String) -> String { timeline(story) + "#event-" + id }
  func expectation(_ id: String, of story: String) -> String { self.story(story) + "#expectation-" + id }
  func source(_ id: String, of story: String) -> String { self.story(story) + "#source-" + id }
  func voice(_ id: String, of story: String) -> String { self.story(story) + "#actor-" + id }
  func issue(_ id: String, of story: String) -> String { site.href(Self.issue(id, of: story)) }
  func article(_ id: String, of story: String) -> String { site.href(Self.article(id, of: story)) }
  func actor(_ id: String) -> String { site.href(Self.actor(id)) }
  func tag(_ slug: String) -> String { site.href(Self.tag(slug)) }
  func positionsJSON(_ story: String) -> String { site.href(Self.positionsJSON(story)) }
  func positionsCSV(_ story: String) -> String { site.href(Self.positionsCSV(story)) }
  func timelineJS(_ story: String) -> String { site.href(Self.timelineJS(story)) }
  func calendar(_ story: String) -> String { site.href(Self.calendar(story)) }
  func feed(_ story: String?, _ format: Feed.Format) -> String { site.href(Self.feed(story, format)) }

  /// The whole address of what is linked to from the site's root; any other address, and every one where it is not
  /// known where the site will stand, as it is.
  func whole(_ href: String) -> String {
    guard let origin = site.origin, href.hasPrefix("/"), !href.hasPrefix("//") else { return href }
    return origin + href
  }

  /// Where a reader finds a source: its annotated article, else the original, else its entry in the list of sources.
  func reading(_ source: Source, of edition: StoryEdition) -> String {
    if edition.hasArticlePage(source) { return article(source.id, of: edition.id) }
    return source.url ?? self.source(source.id, of: edition.id)
  }

  private static func page(_ address: String) -> OutputPath { OutputPath(trusted: address + "/index.html") }
}
