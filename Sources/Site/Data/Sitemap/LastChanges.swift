import EDTF
import Positions

/// The day on which something a page shows last became known.
struct LastChanges: Sendable {
  private let site: PublishedSite
  private var whole: Day?
  private var ofStory: [Day?]
  private var ofIssue: [[Day?]]
  private var ofSource: [[String: Day]] = []
  private var ofActor: [String: Day] = [:]

  init(_ site: PublishedSite) {
    self.site = site
    ofStory = site.stories.map { Self.day($0.explainer.updated ?? $0.explainer.date, site.edition.today) }
    ofIssue = site.stories.map { [Day?](repeating: nil, count: $0.story.issues.count) }
    ofSource = site.stories.map { _ in [:] }
    for (index, edition) in site.stories.enumerated() {
      for source in edition.story.sources where source.isStored {
        ofSource[index][source.id] = Self.day(source.published, site.edition.today)
      }
      for change in edition.changes.all { note(change, of: edition, index) }
      whole = Self.later(whole, ofStory[index])
    }
    for page in site.pages + [site.front].compactMap(\.self) { whole = Self.later(whole, day(of: page)) }
  }

  private mutating func note(_ change: Change, of edition: StoryEdition, _ story: Int) {
    ofStory[story] = Self.later(ofStory[story], change.day)
    let index: Int
    switch change.kind {
    case .statement(let statement), .retraction(let statement): index = statement
    case .shift(let shift): index = edition.analysis.shifts[shift].to
    case .outcome, .correction: return
    }
    let statement = edition.story.statements[index]
    ofIssue[story][statement.issue] = Self.later(ofIssue[story][statement.issue], change.updated)
    let source = edition.story.sources[statement.source].id
    if ofSource[story][source] != nil { ofSource[story][source] = Self.later(ofSource[story][source], change.updated) }
    for actor in [statement.who, statement.onBehalfOf].compactMap(\.self) {
      let id = edition.story.actors[actor].id
      ofActor[id] = Self.later(ofActor[id], change.updated)
    }
  }

  /// The day of one page; `nil` where its data has none.
  func day(of page: Page) -> Day? {
    switch page.content {
    case .home: whole
    case .plain(let index): day(of: site.pages[index])
    case .explainer(let story), .timeline(let story): ofStory[story]
    case .issue(let story, let issue): ofIssue[story][issue]
    case .article(let story, let source): ofSource[story][source]
    case .actor(let id): ofActor[id]
    default: nil
    }
  }

  private func day(of page: PageFile) -> Day? { Self.day(page.updated ?? page.date, site.edition.today) }

  /// The first day a date can mean; a day to come is none on which anything changed.
  private static func day(_ date: EDTFDate?, _ today: Day) -> Day? {
    date?.earliest.flatMap { $0 <= today && 1...9999 ~= $0.parts.year ? $0 : nil }
  }

  private static func later(_ left: Day?, _ right: Day?) -> Day? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }
}

extension Sitemap {
  /// The sitemap of a site; `nil` where it is not known where the site will stand.
  init?(of pages: [Page], in site: PublishedSite) {
    guard let origin = site.address.origin else { return nil }
    let changes = LastChanges(site)
    self.init(
      pages.filter(\.isListed).map { Entry(path: $0.path, lastChange: changes.day(of: $0)) },
      below: origin + site.address.root)
  }
}
