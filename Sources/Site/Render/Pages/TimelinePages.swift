import Diagnostics
import Mustache
import Positions

// The timeline of a story: whole, in parts, and as other sites embed it.

extension Renderer {
  /// A story's timeline, or the part of it that a filter leaves.
  func timeline(
    _ story: StoryViews, filters: TimelineFilters, filter: TimelineFilter? = nil, diagnostics: inout Diagnostics
  ) -> PageModel {
    let edition = story.edition
    var options = ComponentOptions()
    switch filter {
    case .actor(let index): options.actors = [index]
    case .issue(let index): options.issues = [index]
    case nil: break
    }
    // Only the whole timeline has what each filter shows, and so can be filtered where it stands.
    let timeline = entries(of: story, options, isFilterable: filter == nil, diagnostics: &diagnostics)
    let current = filters.all.first { $0.filter == filter }
    let name = filter.map { self.name(of: $0, in: edition.story) }
    var head = head(of: story, "timeline", filteredTo: name)
    head.isUnlisted = filter != nil
    if filter == nil { head.structuredData = StructuredData(routes: routes, site: site).timeline(edition) }
    func links(_ parts: [TimelineFilters.Part]) -> [Object] {
      parts.map { link(to: $0, isCurrent: $0.filter == filter, of: story) }
    }
    var data: Object = [
      "story": .object(view(of: story)), "timeline": .html(timeline), "filter_name": .optional(name),
      "position_words": .text(
        story.words.counted(current?.positionCount ?? edition.story.statements.count, .positions)),
      "all_words": .text(story.words.counted(edition.story.statements.count, .positions)),
      "embedding": .optional(embedding(story).map { ["snippet": .text($0.snippet)] }),
    ]
    data["has_filters"] = .bool(!filters.all.isEmpty)
    data["actor_filters"] = .objects(links(filters.actors))
    data["issue_filters"] = .objects(links(filters.issues))
    return PageModel("timeline", head, data)
  }

  /// The timeline as it stands in a frame of another site.
  func embeddedTimeline(_ story: StoryViews, diagnostics: inout Diagnostics) -> PageModel {
    let timeline = entries(of: story, ComponentOptions(), isFilterable: false, diagnostics: &diagnostics)
    var head = head(of: story, "embed")
    head.isUnlisted = true
    return PageModel("embed", head, ["story": .object(view(of: story)), "timeline": .html(timeline)])
  }

  /// How other sites embed a story's timeline; `nil` where it is not known where this site will stand.
  func embedding(_ story: StoryViews) -> Embedding? {
    Embedding(story.edition, title: timelineTitle(story), site: site)
  }

  private func entries(
    of story: StoryViews, _ options: ComponentOptions, isFilterable: Bool, diagnostics: inout Diagnostics
  ) -> [UInt8] {
    let components = ComponentViews(views: story, site: site, links: links)
    // Nothing stands between the title of these pages and their months.
    let entries = components.timeline(options, number: 0).with("level", 2)
      .with("is_filterable", .bool(isFilterable))
    return fragment("components/timeline", entries, in: story.words, diagnostics: &diagnostics)
  }

  private func head(of story: StoryViews, _ kind: String, filteredTo name: String? = nil) -> PageHead {
    let edition = story.edition
    // The script counts on the name standing first.
    let title = (name.map { $0 + " – " } ?? "") + timelineTitle(story)
    var head = PageHead(kind, title: title)
    head.description = edition.explainer.deck
    head.words = story.words
    head.canonical = Routes.timeline(edition.id)
    head.image = image(of: edition)
    return head
  }

  private func timelineTitle(_ story: StoryViews) -> String {
    story.words.filled(.timelineOf, ["story": story.edition.explainer.title])
  }

  private func link(to part: TimelineFilters.Part, isCurrent: Bool, of views: StoryViews) -> Object {
    let story = views.edition.story
    let url = routes.site.href(Routes.timeline(part.filter, of: story))
    var view: Object = [
      "name": .text(name(of: part.filter, in: story)), "url": .text(url), "is_current": .bool(isCurrent),
      "position_words": .text(views.words.counted(part.positionCount, .positions)),
      "position_count": .int(part.positionCount),
    ]
    switch part.filter {
    case .actor(let index): view["id"] = .text(story.actors[index].id)
    case .issue(let index): view["id"] = .text(story.issues[index].id)
    }
    return view
  }

  private func name(of filter: TimelineFilter, in story: Story) -> String {
    switch filter {
    case .actor(let index): story.actors[index].name
    case .issue(let index): story.issues[index].label
    }
  }
}
