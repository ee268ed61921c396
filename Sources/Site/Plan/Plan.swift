import Diagnostics
import Positions
import YAML

/// Every file a build will make.
struct Plan: Sendable {
  /// By path.
  let pages: [Page]
  /// What has a tag, by the tag's slug.
  let tags: Tags
  /// Who has a page, and in which stories.
  let people: People
  /// The parts of its timeline that have a page, by story.
  let filters: [TimelineFilters]
  /// What search engines are told; `nil` where it is not known where the site will stand.
  let sitemap: Sitemap?
  /// Whether no two pages get into each other's way.
  private let hasSoundPaths: Bool
  /// The pages of the site's plain pages, in their order there, each with its file.
  private let plainPages: [(file: PageFile, page: Page)]

  /// - Parameter previous: the plan of an earlier state of the site: a plain page that is as it was, and in its place
  ///   among the others, is taken from there, and what is known of its paths holds for the same ones.
  init(_ site: PublishedSite, after previous: Plan? = nil, diagnostics: inout Diagnostics) {
    tags = Tags(site)
    people = People(site, diagnostics: &diagnostics)
    filters = site.stories.map { TimelineFilters($0.story) }

    var pages = [
      Page(path: Routes.home, content: .home, origin: site.front?.file.path ?? "the front page"),
      Page(path: Routes.notFound, content: .notFound, origin: "the page for what is not found"),
    ]
    if site.stories.contains(where: \.hasCalendar) {
      pages.append(Page(path: Routes.calendar, content: .siteCalendar, origin: "the calendar of all stories"))
    }
    let known = previous?.plainPages ?? []
    let plainPages = site.pages.enumerated().map { index, file -> (file: PageFile, page: Page) in
      if index < known.count, known[index].file === file { return known[index] }
      let path = Routes.plain(file)
      return (
        file,
        Page(path: path, content: .plain(page: index), origin: file.file.path, location: file.file.location(0..<0))
      )
    }
    self.plainPages = plainPages
    for (file, page) in plainPages {
      pages.append(page)
      for alias in file.aliases {
        guard let old = Self.path(ofAlias: alias.value) else {
          diagnostics.error(
            "invalid-alias", "“\(alias.value)” is not an address of this site", at: alias.location,
            help: "write it from the root, such as /old/page/")
          continue
        }
        pages.append(
          Page(
            path: old, content: .redirect(to: page.path, title: file.title), origin: "an alias in \(file.file.path)",
            location: alias.location))
      }
    }
    for slug in tags.slugs {
      pages.append(Page(path: Routes.tag(slug), content: .tag(slug: slug), origin: "the list of the tag “\(slug)”"))
    }
    for (index, story) in site.stories.enumerated() {
      pages += Self.pages(of: story, index: index)
      if site.hasFeed(of: story) {
        for format in Feed.Format.allCases {
          pages.append(
            Page(
              path: Routes.feed(story.id, format), content: .feed(story: index, format),
              origin: "the feed of \(story.id)"))
        }
      }
      pages += Self.timelines(of: story, index: index, filters: filters[index], address: site.address)
    }
    for id in people.ids {
      pages.append(Page(path: Routes.actor(id), content: .actor(id: id), origin: "the page of the actor “\(id)”"))
    }
    for (index, asset) in site.assets.enumerated() {
      pages.append(Page(path: asset.output, content: .asset(index), origin: "Templates/\(asset.path)"))
    }
    for file in site.copies {
      guard let path = OutputPath(file.path) else { continue }
      pages.append(Page(path: path, content: .copy(of: file.diskPath), origin: "Content/\(file.path)"))
    }
    pages = Self.sortedByPath(pages)
    sitemap = Sitemap(of: pages, in: site)
    pages = Self.sortedByPath(pages + Self.files(about: site, sitemap, pages: pages))
    self.pages = pages
    if let previous, previous.hasSoundPaths, previous.pages.elementsEqual(pages, by: { $0.path == $1.path }) {
      hasSoundPaths = true
    } else {
      hasSoundPaths = Self.checkPaths(of: pages, diagnostics: &diagnostics)
    }
  }

  /// What is made of all pages: feeds of the whole site, and what search engines and hosts ask for.
  private static func files(about site: PublishedSite, _ sitemap: Sitemap?, pages: [Page]) -> [Page] {
    var files: [Page] = []
    if site.hasFeed {
      for format in Feed.Format.allCases {
        files.append(
          Page(path: Routes.feed(nil, format), content: .feed(story: nil, format), origin: "the feed of all stories"))
      }
    }
    if let sitemap {
      let isDivided = sitemap.parts.count > 1
      files.append(
        Page(path: Routes.sitemap, content: .sitemap(part: isDivided ? nil : 0), origin: "the sitemap"))
      for part in sitemap.parts.indices where isDivided {
        files.append(
          Page(path: Routes.sitemap(part: part), content: .sitemap(part: part), origin: "a part of the sitemap"))
      }
    }
    // An editor who has something to say to robots says all of it.
    if !site.copies.contains(where: { $0.path == RobotsFile.path.file }) {
      files.append(Page(path: RobotsFile.path, content: .robots, origin: "the file for robots"))
    }
    for file in HostFile.files(for: site, pages: pages) {
      files.append(Page(path: file.path, content: .host(file), origin: "what “hosting” in Content/site.yaml asks for"))
    }
    return files
  }

  private static func pages(of story: StoryEdition, index: Int) -> [Page] {
    let id = story.id
    let origin = "Content/\(id)/positions.yaml"
    var pages = [
      Page(
        path: Routes.story(id), content: .explainer(story: index),
        origin: story.explainer.file?.path ?? "Content/\(id)/",
        location: story.explainer.file?.location(0..<0)),
      Page(path: Routes.positionsJSON(id), content: .positionsJSON(story: index), origin: origin),
      Page(path: Routes.positionsCSV(id), content: .positionsCSV(story: index), origin: origin),
      Page(path: Routes.timelineJS(id), content: .timelineJS(story: index), origin: origin),
    ]
    // A calendar without an event is none (RFC 5545, 3.6).
    if story.hasCalendar {
      pages.append(Page(path: Routes.calendar(id), content: .calendar(story: index), origin: "the calendar of \(id)"))
    }
    for (number, issue) in story.story.issues.enumerated() {
      pages.append(
        Page(
          path: Routes.issue(issue.id, of: id), content: .issue(story: index, issue: number),
          origin: "the issue “\(issue.id)” of \(id)", location: issue.location))
    }
    for source in story.story.sources where story.hasArticlePage(source) {
      pages.append(
        Page(
          path: Routes.article(source.id, of: id), content: .article(story: index, source: source.id),
          origin: "Content/\(id)/articles/\(source.id).md", location: source.location))
      pages.append(
        Page(
          path: Routes.annotations(source.id, of: id), content: .annotations(story: index, source: source.id),
          origin: "the annotations of \(source.id)", location: source.location))
    }
    return pages
  }

  /// The timeline of a story: whole, in parts, and as other sites embed it.
  private static func timelines(
    of story: StoryEdition, index: Int, filters: TimelineFilters, address: SiteAddress
  ) -> [Page] {
    let id = story.id
    let origin = "the timeline of \(id)"
    var pages = [
      Page(path: Routes.timeline(id), content: .timeline(story: index), origin: origin),
      Page(path: Routes.embed(id), content: .embed(story: index), origin: origin),
    ]
    for part in filters.all {
      pages.append(
        Page(
          path: Routes.timeline(part.filter, of: story.story),
          content: .filteredTimeline(story: index, filter: part.filter), origin: origin))
    }
    // Who embeds a page needs its whole address.
    if address.origin != nil {
      pages.append(Page(path: Routes.oEmbed(id), content: .oEmbed(story: index), origin: origin))
    }
    return pages
  }

  /// Where the page for an old address stands; `nil` for what is no address of this site.
  private static func path(ofAlias alias: String) -> OutputPath? {
    guard alias.hasPrefix("/"), !alias.hasPrefix("//"), !alias.contains("?"), !alias.contains("#") else { return nil }
    let address = alias.split(separator: "/").joined(separator: "/")
    let name = address.split(separator: "/").last ?? ""
    return name.contains(".") ? OutputPath(address) : OutputPath(page: address)
  }
}
