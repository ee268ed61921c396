import Positions

// What came of each room, in words.

extension SourceTrees {
  /// “12 files of Content, 3 of Templates”, the built-in theme left out.
  var inWords: String {
    let own = theme.map { "\($0.files.count) of Templates" } ?? "no Templates of its own"
    return "\(counted(content.files.count, "file")) of Content, \(own)"
  }
}

extension ParsedSite {
  /// “1 story, 12 articles, 3 pages”.
  var inWords: String {
    let articles = stories.reduce(0) { $0 + $1.articles.count }
    return [counted(stories.count, "story", "stories"), counted(articles, "article"), counted(pages.count, "page")]
      .joined(separator: ", ")
  }
}

extension PublishedSite {
  /// “40 positions, 7 shifts; 38 quotes checked, 2 not checked”.
  var inWords: String {
    let positions = stories.reduce(0) { $0 + $1.story.statements.count }
    let shifts = stories.reduce(0) { $0 + $1.analysis.shifts.count }
    let quotes = BuildSummary.quotes(of: self)
    return "\(counted(positions, "position")), \(counted(shifts, "shift")); "
      + "\(counted(quotes.checked, "quote")) checked, \(quotes.notChecked) not checked"
  }

  /// What the site does not show, and why.
  var reasonsForLeavingOut: [String] {
    let held = heldBack.map { held in
      "/\(held.address)/ is held back\(held.until.map { " until \($0)" } ?? ": it is a draft")"
    }
    let unknown = stories.compactMap { story -> String? in
      let (all, known) = (story.whole.statements.count, story.story.statements.count)
      guard known < all else { return nil }
      return "\(story.id): \(all - known) of \(counted(all, "position")) could not be known on \(edition.today)"
    }
    return held + unknown
  }
}

extension Staging.Result {
  /// “14 files written, 3 unchanged, 1 removed”.
  var inWords: String { "\(counted(written, "file")) written, \(unchanged) unchanged, \(removed) removed" }
}

extension BuildSummary {
  /// What some files of the site have no place for, all by name.
  var reasonsForLeavingOut: [String] {
    leftOut.filter { !$0.names.isEmpty }.map { "\($0.reason): \($0.names.joined(separator: ", "))" }
  }
}

/// “1 file”, “2 files”.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
