import CommonMark
import Diagnostics
import EDTF
import Mustache
import Positions

// The pages of one story: explainer, timeline, issues, annotated articles.

extension Renderer {
  func explainer(_ story: StoryViews, diagnostics: inout Diagnostics) -> PageModel {
    let explainer = story.edition.explainer
    var counts: [Component: Int] = [:]
    var shownWhole: Set<Component> = []
    func component(
      _ component: Component, _ options: ComponentOptions, isSection: Bool, diagnostics: inout Diagnostics
    ) -> [UInt8] {
      let number = counts[component, default: 0]
      counts[component] = number + 1
      let components = ComponentViews(views: story, site: site, links: links)
      let view = components.view(
        of: component, options, number: number, isSection: isSection, diagnostics: &diagnostics)
      return fragment("components/" + component.rawValue, view, in: story.words, diagnostics: &diagnostics)
    }

    var body: [UInt8] = []
    if let document = explainer.document, let file = explainer.file {
      let prose = Prose(views: story, site: site, links: links)
      body = prose.html(of: document, in: file, diagnostics: &diagnostics) { kind, options, found in
        if options.isEmpty { shownWhole.insert(kind) }
        return component(kind, options, isSection: false, diagnostics: &found)
      }
    }
    // What the author placed whole in the text is not said again below it, unless the front matter asks for it.
    let sections = explainer.sections ?? Component.sections.filter { !shownWhole.contains($0) }
    let rendered = sections.map { kind -> Object in
      let html = component(kind, ComponentOptions(), isSection: true, diagnostics: &diagnostics)
      return [
        "name": .text(kind.rawValue), "id": .text("section-" + kind.rawValue),
        "title": .text(story.words[title(of: kind, story: story.edition)]), "html": .html(html),
      ]
    }
    let data: Object = [
      "story": .object(view(of: story)), "body": body.isEmpty ? .null : .html(body), "sections": .objects(rendered),
    ]
    var head = PageHead("story", title: explainer.title)
    head.description = explainer.deck
    head.words = story.words
    head.image = image(of: story.edition)
    head.structuredData = StructuredData(routes: routes, site: site).explainer(story.edition)
    return PageModel(
      "story", head,
      data.merging(contents(explainer.document?.headings ?? [], then: rendered)).merging(tags(explainer.tags)))
  }

  /// The heading of a section; what is expected turns into what was once the event is over.
  private func title(of component: Component, story: StoryEdition) -> WordKey {
    switch component {
    case .expectations:
      story.isAfterEvent(on: site.edition.today) ? .whatWasExpected : .whatToExpect
    case .whereTheyStand: .whereTheyStand
    case .shifts: .whatChanged
    case .stanceChart: .positionsOverTime
    case .timeline: .timeline
    case .knownUnknown: .knownAndUnknown
    case .people: .people
    case .sources: .sourcesSection
    case .keyDates: .keyDates
    case .quote: .quote
    }
  }

  func timeline(_ story: StoryViews, isEmbedded: Bool, diagnostics: inout Diagnostics) -> PageModel {
    let components = ComponentViews(views: story, site: site, links: links)
    // Nothing stands between the title of this page and its months.
    let entries = components.timeline(ComponentOptions(), number: 0).with("level", 2)
    let timeline = fragment("components/timeline", entries, in: story.words, diagnostics: &diagnostics)
    let explainer = story.edition.explainer
    var head = PageHead(
      isEmbedded ? "embed" : "timeline", title: story.words.filled(.timelineOf, ["story": explainer.title]))
    head.description = explainer.deck
    head.words = story.words
    head.canonical = Routes.timeline(story.edition.id)
    head.isUnlisted = isEmbedded
    head.image = image(of: story.edition)
    if !isEmbedded { head.structuredData = StructuredData(routes: routes, site: site).timeline(story.edition) }
    return PageModel(head.kind, head, ["story": .object(view(of: story)), "timeline": .html(timeline)])
  }

  func issue(_ index: Int, of story: StoryViews, diagnostics: inout Diagnostics) -> PageModel {
    let edition = story.edition
    let issue = edition.story.issues[index]
    let statements = edition.story.statements.indices.filter { edition.story.statements[$0].issue == index }
    let shifts = edition.analysis.shifts.filter { edition.analysis.lanes[$0.lane].issue == index }
    var options = ComponentOptions()
    options.issues = [index]
    let components = ComponentViews(views: story, site: site, links: links)
    let chart = fragment(
      "components/stance-chart", components.stanceChart(options, number: 0), in: story.words, diagnostics: &diagnostics)
    var data: Object = [
      "story": .object(view(of: story)), "issue": .object(story.issues[index]), "chart": .html(chart),
      "position_count": .int(statements.count),
      "position_words": .text(story.words.counted(statements.count, .positions)),
      "levels": .objects(levels(of: index, in: story)),
    ]
    data.set(list: statements.map { story.statements[$0] }, as: "positions", has: "has_positions")
    data.set(list: shifts.sorted { $0.to < $1.to }.map(story.shift), as: "shifts", has: "has_shifts")
    var head = PageHead("issue", title: issue.question)
    head.words = story.words
    return PageModel("issue", head, data)
  }

  /// The levels of an issue's scale, and who stands at each.
  private func levels(of issue: Int, in story: StoryViews) -> [Object] {
    let edition = story.edition
    let standings = edition.analysis.standings.filter { edition.analysis.lanes[$0.lane].issue == issue }
    return edition.story.issues[issue].scale.enumerated().map { level, entry in
      let held = standings.filter { edition.story.statements[$0.statement].stance == .level(level) }
      var view: Object = ["id": .text(entry.id), "label": .text(entry.label)]
      view.set(
        list: held.compactMap { standing in
          guard let actor = edition.analysis.lanes[standing.lane].actor else { return nil }
          return story.briefs[standing.statement].with("who", .object(story.actors[actor]))
            .with("is_maybe", .bool(standing.certainty == .maybe))
        }, as: "standings", has: "has_standings")
      return view
    }
  }

  func article(_ id: String, of story: StoryViews, diagnostics: inout Diagnostics) -> PageModel? {
    guard let article = story.edition.articles[id] else { return nil }
    let source = article.source
    let annotated = AnnotatedArticle(article: article, views: story, site: site, links: links)
    let body = annotated.html(diagnostics: &diagnostics) { statements, found in
      fragment(
        "partials/margin-note",
        [
          // The note is in the story's language, whatever the article's is.
          "lang": .text(story.words.tag), "dir": .text(story.words.direction.rawValue),
          "notes": .objects(statements.map { story.statements[$0] }),
        ], in: story.words, diagnostics: &found)
    }
    let title = source.title ?? source.id
    var head = PageHead("article", title: title)
    head.words = story.words
    return PageModel(
      "article", head,
      [
        "story": .object(view(of: story)),
        "article": .object([
          "title": .text(title), "publisher": .optional(source.publisher), "byline": .optional(source.byline),
          "published": .date(source.published, in: story.words), "lang": .optional(source.lang),
          "dir": .optional(source.lang.map { WritingDirection(of: $0).rawValue }),
          "original_url": .optional(source.url),
          "is_excerpts": .bool(article.republish == .excerpts), "body": .html(body),
        ]),
      ])
  }
}
