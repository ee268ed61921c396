import Diagnostics
import EDTF
import Positions

/// A site that was rendered without an error: what the lints judge.
struct CheckedSite: Sendable {
  let site: PublishedSite
  let pages: [Page]
  /// By page; `nil` for what is no HTML.
  let outlines: [PageOutline?]
  let links: ContentLinks
  /// The addresses that plain pages and articles link to, without fragments; the explainers list all sources anyway.
  let linkedTo: Set<String>

  init(site: PublishedSite, pages: [Page], outlines: [PageOutline?], links: ContentLinks) {
    self.site = site
    self.pages = pages
    self.outlines = outlines
    self.links = links
    var linkedTo: Set<String> = []
    for (page, outline) in zip(pages, outlines) where !site.stories.isEmpty {
      switch page.content {
      case .plain, .home, .article:
        for link in outline?.links ?? [] { linkedTo.insert(String(link.address.prefix { $0 != "#" })) }
      default: break
      }
    }
    self.linkedTo = linkedTo
  }

  var locator: LinkLocator { LinkLocator(site: site) }

  func findings() -> LintFindings { LintFindings(site.configuration.check) }
}

/// A story, all of it, whatever is known on the day: what the lints of a story judge.
struct CheckedStory: Sendable {
  let index: Int
  let edition: StoryEdition
  let site: CheckedSite
  /// What texts link to, as `actor:vale`.
  let mentions: Set<String>

  init(_ index: Int, of site: CheckedSite) {
    self.index = index
    self.site = site
    edition = site.site.stories[index]
    mentions = edition.mentions(options: site.site.configuration.markdown)
  }

  var story: Story { edition.whole }
  var today: Day { site.site.edition.today }

  /// Whether readers do not learn who says so: the speaker has no name, the terms withhold it, or who reports it has none.
  func isUnnamed(_ statement: Statement) -> Bool {
    if story.actors[statement.who].kind == .anonymous { return true }
    if let reporter = statement.reportedBy { return story.actors[reporter].kind == .anonymous }
    return statement.attribution == .background || statement.attribution == .deepBackground
  }

  /// What a reader reads of somebody: “Ines Vale”.
  func name(_ actor: Int) -> String { story.actors[actor].name }
}
