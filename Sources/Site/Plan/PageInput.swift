import Diagnostics
import Positions
import YAML

/// Something a page is made from.
enum PageInput: Hashable, Sendable {
  /// What every page is made for and from: site.yaml, the day, the theme's words, whether the site has a feed.
  case site
  /// A template and every other that it brings in.
  case template(String)
  /// All templates.
  case templates
  /// The names of the theme's files, which change with what is in them.
  case assets
  /// Where each file of Content stands in the site, as links in texts and in site.yaml need it.
  case addresses
  /// A Markdown file, by its path as messages show it.
  case text(String)
  /// What lists say of a plain page, by the path of its file.
  case entry(String)
  /// What lists say of all plain pages.
  case entries
  /// A story, by its id: all of its files and what follows from them.
  case story(String)
  /// All stories.
  case stories
  /// A file that is copied, by where the operating system finds it.
  case copy(String)
  /// Something that stands in the plan itself.
  case planned(String)
  /// Anything at all.
  case everything
}

extension Page {
  /// Everything this page is made from.
  ///
  /// What a page shows is decided in Render: whatever is looked at there has to stand here, or a preview would show an
  /// old page, and a build keep it. A kind of page that says nothing here is made from everything.
  func inputs(in site: PublishedSite, plan: Plan) -> [PageInput] {
    switch content {
    case .home:
      [.site, .template("home"), .assets, .addresses, .entries, .stories]
        + (site.front.map { [.text($0.file.path)] } ?? [])
    case .notFound: [.site, .template("404"), .assets, .addresses]
    case .redirect(let target, let title):
      [.site, .template("redirect"), .assets, .addresses, .planned(target.file + "\n" + title)]
    case .plain(let index):
      [
        .site, .template(site.pages[index].layout?.value ?? "page"), .assets, .addresses,
        .text(site.pages[index].file.path),
      ]
    case .tag(let slug):
      [.site, .template("tag"), .assets, .addresses, .planned(plan.tags.labels[slug] ?? slug)]
        + plan.tags.tagged[slug, default: []].map { thing in
          switch thing {
          case .page(let index): .entry(site.pages[index].file.path)
          case .story(let index): .story(site.stories[index].id)
          }
        }
    case .actor(let id):
      [.site, .template("actor"), .assets, .addresses]
        + plan.people.appearances[id, default: []].map { .story(site.stories[$0.story].id) }
    // Explainers are put together from components, each with a template of its own.
    case .explainer(let story): [.site, .templates, .assets, .addresses, .story(site.stories[story].id)]
    case .timeline(let story): timeline(site.stories[story].id, planned: "")
    case .filteredTimeline(let story, let filter):
      timeline(site.stories[story].id, planned: "\(filter)")
    case .embed(let story):
      [.site, .template("embed"), .template("components/timeline"), .assets, .addresses]
        + [.story(site.stories[story].id)]
    case .issue(let story, let issue):
      [.site, .template("issue"), .template("components/stance-chart"), .assets, .addresses]
        + [.story(site.stories[story].id), .planned("\(issue)")]
    case .article(let story, let source):
      [.site, .template("article"), .template("partials/margin-note"), .assets, .addresses]
        + [.story(site.stories[story].id), .planned(source)]
    case .positionsJSON(let story), .positionsCSV(let story), .timelineJS(let story), .oEmbed(let story),
      .calendar(let story), .annotations(let story, _), .feed(let story?, _):
      [.site, .addresses, .story(site.stories[story].id)]
    case .siteCalendar, .feed(nil, _): [.site, .addresses, .stories]
    case .robots: [.site]
    // The name of an asset changes with its bytes.
    case .asset(let index): [.planned(site.assets[index].path)]
    case .copy(let path): [.copy(path)]
    default: [.everything]
    }
  }

  private func timeline(_ story: String, planned: String) -> [PageInput] {
    [.site, .template("timeline"), .template("components/timeline"), .assets, .addresses]
      + [.story(story), .planned(planned)]
  }
}
