public import EDTF
import Positions

/// What an editor wants to know at the end of a build.
public struct BuildSummary: Sendable {
  /// Files that were made or changed.
  public internal(set) var written = 0
  /// Files that already held what they should.
  public internal(set) var unchanged = 0
  /// Files that an earlier build made and this one does not.
  public internal(set) var removed = 0
  /// Drafts that were left out.
  public internal(set) var drafts = 0
  /// Pages and stories dated after the edition's day, with that day.
  public internal(set) var future: [(address: String, until: Day)] = []
  /// Positions that cannot be known before a day to come, and the first such day; none where a day was asked for.
  public internal(set) var ahead: (positions: Int, until: Day)?
  /// Quotes that stand in the stored text of their source.
  public internal(set) var quotesChecked = 0
  /// Quotes whose source has no stored text.
  public internal(set) var quotesNotChecked = 0

  /// What some files of the site have no place for, by story and id, and why.
  public internal(set) var leftOut: [(reason: String, names: [String])] = []
  /// Whether it is not known where the site will stand, so that it has no feeds and no sitemap.
  public internal(set) var lacksBaseURL = false

  /// The site that was made, in memory still. To free 10,000 pages one by one takes some 30 ms: a process that ends anyway
  /// leaves that to the system.
  private var remains: [any Sendable] = []

  /// The same, with what is to live as long.
  func keeping(_ remains: [any Sendable]) -> BuildSummary {
    var copy = self
    copy.remains = remains
    return copy
  }

  /// The last line of a build, the time it took left out.
  ///
  ///     14 files written, 3 unchanged, 1 removed; 1 draft and 1 page held back until 2031-03-02; 11 quotes checked
  public var line: String {
    var parts = [files.inWords]
    var held: [String] = []
    if drafts > 0 { held.append("\(drafts) \(drafts == 1 ? "draft" : "drafts")") }
    if let next = future.map(\.until).min() {
      held.append(
        "\(future.count) \(future.count == 1 ? "page" : "pages") until \(future.count == 1 ? "" : "at least ")\(next)")
    }
    if let ahead {
      let first = ahead.positions == 1 ? "" : "at least "
      held.append("\(counted(ahead.positions, "position")) until \(first)\(ahead.until)")
    }
    if !held.isEmpty { parts.append("held back: " + held.joined(separator: " and ")) }
    parts.append("\(quotesChecked) \(quotesChecked == 1 ? "quote" : "quotes") checked, \(quotesNotChecked) not checked")
    for (reason, names) in leftOut where !names.isEmpty {
      let more = names.count - Self.mostNames
      parts.append(
        reason + ": " + names.prefix(Self.mostNames).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
    if lacksBaseURL { parts.append("no feeds and no sitemap without “base_url”") }
    return parts.joined(separator: "; ")
  }

  /// What became of the files.
  var files: Staging.Result { Staging.Result(written: written, unchanged: unchanged, removed: removed) }
}

extension BuildSummary {
  /// How many names a line can take.
  private static let mostNames = 3

  /// What a build of this site came to.
  init(of site: PublishedSite, _ result: Staging.Result) {
    written = result.written
    unchanged = result.unchanged
    removed = result.removed
    for held in site.heldBack {
      if let until = held.until {
        future.append((held.address, until))
      } else {
        drafts += 1
      }
    }
    if !site.edition.isPinned {
      let days = site.stories.filter { $0.story.statements.count < $0.whole.statements.count }.flatMap { story in
        let known = Set(story.story.statements.map(\.id))
        return story.whole.statements.filter { !known.contains($0.id) }.compactMap { story.whole.firstDay(of: $0) }
      }
      ahead = days.min().map { (days.count, $0) }
    }
    lacksBaseURL = site.address.origin == nil
    func named(_ ids: (StoryEdition) -> [String]) -> [String] {
      site.stories.flatMap { story in ids(story).map { "\(story.id)/\($0)" } }
    }
    leftOut = [
      ("in no calendar for want of a day", named { $0.eventsInNoCalendar.map(\.id) }),
      ("in no feed for want of a day", lacksBaseURL ? [] : named(\.changes.undated)),
      ("not in timeline.json for want of a year it has", named { TimelineJSFile.undated(in: $0.story) }),
    ]
    (quotesChecked, quotesNotChecked) = Self.quotes(of: site)
  }

  /// How many of the quotes that are shown were checked, and how many could not be.
  static func quotes(of site: PublishedSite) -> (checked: Int, notChecked: Int) {
    var quotes = (checked: 0, notChecked: 0)
    for story in site.stories {
      for statement in story.story.statements {
        switch story.check(of: statement) {
        case nil: break
        case .found: quotes.checked += 1
        case .notChecked: quotes.notChecked += 1
        }
      }
    }
    return quotes
  }
}
