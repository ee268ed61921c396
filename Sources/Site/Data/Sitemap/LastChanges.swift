import EDTF
import Positions

/// The day on which something a page shows last became known.
struct LastChanges: Sendable {
  private let site: PublishedSite
  private var whole: Day?
  private var ofStory: [Day?]
  private var ofIssue: [[Day?]]
  private var ofSource: [[Day?]]
  private var ofActor: [String: Day] = [:]

  init(_ site: PublishedSite) {
    self.site = site
    ofStory = site.stories.map { Self.day($0.explainer.updated ?? $0.explainer.date, site.edition.today) }
    ofIssue = site.stories.map { [Day?](repeating: nil, count: $0.story.issues.count) }
    ofSource = site.stories.map { edition in
      edition.story.sources.map { $0.isStored ? Self.day($0.published, site.edition.today) : nil }
    }
    for (index, edition) in site.stories.enumerated() {
      var ofActor = [Day?](repeating: nil, count: edition.story.actors.count)
      for change in edition.changes.all { note(change, of: edition, index, &ofActor) }
      for (actor, day) in zip(edition.story.actors, ofActor) where day != nil {
        self.ofActor[actor.id] = Self.later(self.ofActor[actor.id], day)
      }
      whole = Self.later(whole, ofStory[index])
    }
    for page in site.pages + [site.front].compactMap(\.self) { whole = Self.later(whole, day(of: page)) }
  }

  private mutating func note(_ change: Change, of edition: StoryEdition, _ story: Int, _ ofActor: inout [Day?]) {
    ofStory[story] = Self.later(ofStory[story], change.day)
    let index: Int
    switch change.kind {
    case .statement(let statement), .retraction(let statement): index = statement
    case .shift(let shift): index = edition.analysis.shifts[shift].to
    case .outcome, .correction: return
    }
    let statement = edition.story.statements[index]
    ofIssue[story][statement.issue] = Self.later(ofIssue[story][statement.issue], change.updated)
    if let known = ofSource[story][statement.source] {
      ofSource[story][statement.source] = Self.later(known, change.updated)
    }
    ofActor[statement.who] = Self.later(ofActor[statement.who], change.updated)
    if let other = statement.onBehalfOf { ofActor[other] = Self.later(ofActor[other], change.updated) }
  }

  /// The day of one page; `nil` where its data has none.
  func day(of page: Page) -> Day? {
    switch page.content {
    case .home: whole
    case .plain(let index): day(of: site.pages[index])
    case .explainer(let story), .timeline(let story): ofStory[story]
    case .issue(let story, let issue): ofIssue[story][issue]
    case .article(let story, let source):
      site.stories[story].indices.sources[source].flatMap { ofSource[story][$0] }
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
