import Diagnostics
import Positions
import Quotes

/// Checks every quote of a story against the stored text of its source.
struct QuoteVerification: Sendable {
  /// By position id.
  private(set) var checks: [String: QuoteCheck] = [:]
  var diagnostics = Diagnostics()
  /// How many more bytes of articles may be gone through for quotes that do not stand in them: to say where an article
  /// comes nearest takes a hundred times as long as to find a quote.
  private var room = 50_000_000

  init(of story: Story, articles: [String: ArticleFile], policy: SiteConfiguration.QuotePolicy) {
    for statement in story.statements {
      guard let quote = statement.checkedQuote else { continue }
      let source = story.sources[statement.source]
      guard let article = articles[source.id] else {
        if policy == .require { reportUnchecked(statement, source: source) }
        checks[statement.id] = .notChecked
        continue
      }
      guard room > 0 else {
        diagnostics.error(
          "too-many-misquotations", "this quote and those after it are not looked for: too many do not stand",
          at: statement.quoteLocation, help: "correct the others first")
        return
      }
      let query = QuoteQuery(quote: quote, prefix: statement.prefix, suffix: statement.suffix)
      switch article.quotable.find(query) {
      case .found(let match): checks[statement.id] = .found(match, article: source.id)
      case .ambiguous(let matches, let count): report(statement, foundAt: matches, count: count, in: article)
      case .missing(let miss):
        room -= article.quotable.utf8.count
        report(statement, missing: miss, in: article)
      case .empty:
        diagnostics.error(
          "quote-empty", "quote has no words in it", at: statement.quoteLocation, help: "quote what was said")
      }
    }
  }

  private mutating func reportUnchecked(_ statement: Statement, source: Source) {
    diagnostics.error(
      "quote-not-checked", "quote cannot be checked: “\(source.id)” has no stored text", at: statement.quoteLocation,
      help: "store the text as articles/\(source.id).md, or use paraphrase; site.yaml says “quotes: require”")
  }
}
