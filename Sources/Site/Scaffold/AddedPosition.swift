import Diagnostics
import Positions
import Quotes
import YAML

/// A position in the file it is about to be written to, proved: all else in it reads as before, and the quote stands.
struct AddedPosition: Sendable {
  /// The id it has.
  let id: String
  /// The line it begins on.
  let line: Int
  /// What is worth a look about it.
  let warnings: Diagnostics

  /// Reads the changed file.
  ///
  /// - Returns: `nil` where the position did not end up as the last one, or anything else changed.
  /// - Throws: what is wrong with the position, by the rules of a build.
  init?(_ bytes: [UInt8], of passage: Passage, in article: ArticleFile, to story: OpenStory) throws(ScaffoldError) {
    guard let after = try? story.read(bytes), after.root.isSame(as: story.reading.root, withOneMoreUnder: "positions")
    else { return nil }
    let findings = after.findings.beyond(story.reading.findings)
    if findings.hasErrors { throw .content(findings) }
    guard let statement = after.story.statements.first(where: { $0.fileOrder == after.positions.positions.count - 1 }),
      let quote = statement.checkedQuote,
      let match = article.quotable.find(
        QuoteQuery(quote: quote, prefix: statement.prefix, suffix: statement.suffix)
      ).match, match.bytes == passage.bytes
    else { return nil }
    id = statement.id
    line = LineTable(statement.location.source).line(at: statement.location.range.lowerBound)
    warnings = findings
  }
}

extension Diagnostics {
  /// What was found here and not there, however lines have moved.
  func beyond(_ earlier: Diagnostics) -> Diagnostics {
    var known: [String: Int] = [:]
    for finding in earlier.all { known["\(finding.id) \(finding.message)", default: 0] += 1 }
    var result = Diagnostics()
    for finding in all {
      let key = "\(finding.id) \(finding.message)"
      if let count = known[key], count > 0 { known[key] = count - 1 } else { result.report(finding) }
    }
    return result
  }
}
