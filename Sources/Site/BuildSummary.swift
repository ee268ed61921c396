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
  /// Quotes that stand in the stored text of their source.
  public internal(set) var quotesChecked = 0
  /// Quotes whose source has no stored text.
  public internal(set) var quotesNotChecked = 0

  /// The last line of a build, the time it took left out.
  ///
  ///     14 files written, 3 unchanged, 1 removed; 1 draft and 1 page held back until 2031-03-02; 11 quotes checked
  public var line: String {
    var parts = ["\(written) \(written == 1 ? "file" : "files") written, \(unchanged) unchanged, \(removed) removed"]
    var held: [String] = []
    if drafts > 0 { held.append("\(drafts) \(drafts == 1 ? "draft" : "drafts")") }
    if let next = future.map(\.until).min() {
      held.append(
        "\(future.count) \(future.count == 1 ? "page" : "pages") until \(future.count == 1 ? "" : "at least ")\(next)")
    }
    if !held.isEmpty { parts.append("held back: " + held.joined(separator: " and ")) }
    parts.append("\(quotesChecked) \(quotesChecked == 1 ? "quote" : "quotes") checked, \(quotesNotChecked) not checked")
    return parts.joined(separator: "; ")
  }
}

extension BuildSummary {
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
    for story in site.stories {
      for statement in story.story.statements {
        switch story.check(of: statement) {
        case nil: break
        case .found: quotesChecked += 1
        case .notChecked: quotesNotChecked += 1
        }
      }
    }
  }
}
