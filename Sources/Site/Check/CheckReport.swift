public import Diagnostics
import Positions

/// What a check found, and how much it looked at.
public struct CheckReport: Sendable {
  /// Everything that was found and not silenced.
  public internal(set) var findings = Diagnostics()
  /// How many findings comments in Content silenced.
  public internal(set) var silenced = 0
  /// Whether the lints were judged; they are not while the content has an error that a build refuses.
  public internal(set) var isComplete = false
  /// Pages of HTML that were looked at.
  public let pages: Int
  /// Quotes that stand in the stored text of their source.
  public let quotesChecked: Int
  /// Quotes whose source has no stored text.
  public let quotesNotChecked: Int

  init(of site: PublishedSite, pages: Int) {
    let quotes = BuildSummary.quotes(of: site)
    self.pages = pages
    quotesChecked = quotes.checked
    quotesNotChecked = quotes.notChecked
  }

  /// The last line of a check, the time it took left out.
  ///
  ///     2 errors and 1 warning; 3 silenced; 54 pages; 11 quotes checked, 0 not checked
  public var line: String {
    var parts = [findings.all.isEmpty ? "nothing found" : findings.countInWords]
    if !isComplete { parts[0] += ", and the lints were not run" }
    if silenced > 0 { parts.append("\(silenced) silenced") }
    parts.append("\(pages) \(pages == 1 ? "page" : "pages")")
    parts.append("\(quotesChecked) \(quotesChecked == 1 ? "quote" : "quotes") checked, \(quotesNotChecked) not checked")
    return parts.joined(separator: "; ")
  }
}
