import CommonMark
import Diagnostics
import EDTF
import Mustache
import Positions
import YAML

// The pages that belong to no one story: front page, plain pages, tags, people.

extension Renderer {
  /// How many shifts and dates the front page shows.
  private static let newest = 8

  func home(diagnostics: inout Diagnostics) -> PageModel {
    let today = site.edition.today
    var view = Object()
    view["body"] = .null
    if let front = site.front {
      let document = front.document(&diagnostics)
      view["body"] = .html(prose(document, of: front, diagnostics: &diagnostics))
    }
    // The story that moved last comes first.
    let byDay = stories.sorted { ($1.edition.day, $0.edition.id) < ($0.edition.day, $1.edition.id) }
    view.set(list: byDay.map(self.view(of:)), as: "stories", has: "has_stories")

    let shifts = stories.flatMap { story in story.edition.analysis.shifts.map { (story, $0) } }
      .sorted { left, right in
        let a = left.0.edition.story.statements[left.1.to].date
        let b = right.0.edition.story.statements[right.1.to].date
        return b.orderedBefore(a)
      }
    view.set(
      list: shifts.prefix(Self.newest).map { story, shift in story.shift(shift).merging(language(of: story)) },
      as: "shifts", has: "has_shifts")

    let upcoming = stories.flatMap { story in
      story.edition.story.events.indices.map {
        (story: story, event: story.edition.story.events[$0], view: story.events[$0])
      }
    }.filter { $0.event.status != .cancelled && $0.event.date.earliest.map { $0 > today } ?? false }
      .sorted { $0.event.date.orderedBefore($1.event.date) }
    view.set(
      list: upcoming.prefix(Self.newest).map {
        $0.view.with("story", .object(self.view(of: $0.story))).merging(language(of: $0.story))
      },
      as: "upcoming", has: "has_upcoming")
    view.set(list: site.pages.map(teaser), as: "pages", has: "has_pages")
    var head = PageHead("home", title: site.configuration.title)
    head.structuredData = StructuredData(routes: routes, site: site).home
    return PageModel("home", head, view)
  }

  var notFound: PageModel {
    var head = PageHead("not-found", title: site.words[.notFound])
    head.isUnlisted = true
    return PageModel("404", head, [:])
  }

  /// The page at an old address of another one.
  func redirect(to target: OutputPath, title: String) -> PageModel {
    var head = PageHead("redirect", title: title)
    head.canonical = target
    return PageModel("redirect", head, ["target": .text(routes.site.href(target))])
  }

  func plain(_ file: PageFile, diagnostics: inout Diagnostics) -> PageModel {
    var layout = "page"
    if let name = file.layout {
      if site.templates.contains(name.value) {
        layout = name.value
      } else {
        diagnostics.error(
          "unknown-layout", "no template “\(name.value)”", at: name.location,
          help: "put it into Templates/ as \(name.value).mustache, or remove “layout”")
      }
    }
    let document = file.document(&diagnostics)
    let body = prose(document, of: file, diagnostics: &diagnostics)
    let data: Object = [
      "body": .html(body), "published": .date(file.date, in: site.words),
      "updated": .date(file.updated, in: site.words),
    ]
    var head = PageHead("plain", title: file.title)
    head.description = file.description
    return PageModel(layout, head, data.merging(contents(document.headings)).merging(tags(file.tags)))
  }

  private func prose(_ document: Document, of file: PageFile, diagnostics: inout Diagnostics) -> [UInt8] {
    Prose(views: nil, site: site, links: links).html(of: document, in: file.file, diagnostics: &diagnostics) {
      _, _, _ in []
    }
  }

  func tag(_ slug: String) -> PageModel {
    let label = plan.tags.labels[slug] ?? slug
    let tagged = plan.tags.tagged[slug, default: []].map { thing -> Object in
      switch thing {
      case .page(let index): teaser(site.pages[index])
      case .story(let index):
        view(of: stories[index]).with("description", .optional(site.stories[index].explainer.deck))
      }
    }
    return PageModel(
      "tag", PageHead("tag", title: label), ["tag": .text(label), "pages": .objects(tagged)])
  }

  /// What makes a part of a page speak the language of its story, where that is not the site's.
  private func language(of story: StoryViews) -> Object {
    let isForeign = story.words.tag != site.words.tag
    return [
      "lang": .optional(isForeign ? story.words.tag : nil), "dir": .text(story.words.direction.rawValue),
      "words": .object(story.words.view),
    ]
  }

  private func teaser(_ page: PageFile) -> Object {
    [
      "title": .text(page.title), "url": .text(routes.site.href(Routes.plain(page))),
      "description": .optional(page.description), "date": .date(page.date, in: site.words),
    ]
  }

  func actor(_ id: String) -> PageModel? {
    let appearances = plan.people.appearances[id, default: []]
    guard let first = appearances.first else { return nil }
    let actor = site.stories[first.story].story.actors[first.actor]
    var view = stories[first.story].actors[first.actor]
    view["kind"] = .object(["id": .text(actor.kind.rawValue), "label": .text(site.words[actor.kind.word])])
    view.set(
      list: actor.roles.map { ["title": .text($0.title), "span": .optional($0.span(in: site.words.dates))] },
      as: "roles", has: "has_roles")
    let sections = appearances.enumerated().map { number, appearance in
      section(stories[appearance.story], actor: appearance.actor).with("number", .int(number + 1))
    }
    var head = PageHead("actor", title: actor.name)
    head.structuredData = StructuredData(routes: routes, site: site).actor(
      actor, role: actor.role(on: EDTFDate(site.stories[first.story].day)))
    return PageModel("actor", head, ["actor": .object(view), "stories": .objects(sections)])
  }

  /// What one story knows about an actor: where it stands, and all it said or had said for it.
  private func section(_ story: StoryViews, actor: Int) -> Object {
    let edition = story.edition
    let standings = edition.analysis.standings.filter { edition.analysis.lanes[$0.lane].actor == actor }
    let statements = edition.story.statements.indices.filter {
      edition.story.statements[$0].who == actor || edition.story.statements[$0].onBehalfOf == actor
    }
    var view: Object = [
      "story": .object(self.view(of: story)),
      "positions": .objects(statements.reversed().map { story.statements[$0] }),
    ]
    view.set(
      list: standings.map { story.briefs[$0.statement].with("is_maybe", .bool($0.certainty == .maybe)) },
      as: "standings", has: "has_standings")
    return view.merging(language(of: story))
  }
}

extension Actor.Role {
  /// “since February 2031”, “June 2030 – 31 January 2031”, “until 2029”; `nil` where nothing is known.
  fileprivate func span(in words: DateWords) -> String? {
    switch (start, end) {
    case (let start?, let end?): words.range(start.words(in: words), end.words(in: words))
    case (let start?, nil): words.since(start.words(in: words), start.precision)
    case (nil, let end?): words.until(end.words(in: words), end.precision)
    case (nil, nil): nil
    }
  }
}
