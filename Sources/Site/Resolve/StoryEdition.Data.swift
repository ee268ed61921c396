import Positions
import Quotes

extension StoryEdition {
  /// The name of a statement's lane in the data: an actor's id, or `side:` and a side's, or `voice:` and an actor's.
  func laneID(of statement: Int) -> String {
    switch analysis.lanes[analysis.laneOfStatement[statement]].owner {
    case .actor(let actor): story.actors[actor].id
    case .side(let side): "side:" + story.sides[side].id
    case .unaffiliated(let actor): "voice:" + story.actors[actor].id
    }
  }

  /// The words beside a quote that tell it from another occurrence, where they may be printed: they are the article's.
  func publishableContext(of statement: Statement) -> (prefix: String?, suffix: String?)? {
    let article = articles[story.sources[statement.source].id]
    return article?.republish == ArticleFile.Republish.none ? nil : (statement.prefix, statement.suffix)
  }

  /// The score of an expectation, if it has one.
  func score(of expectation: Int) -> Score? { analysis.scores.first { $0.expectation == expectation } }

  /// The address of the original with a text fragment that lands on the quoted words; `nil` where the source has no
  /// address, or nothing is quoted.
  ///
  /// - Parameter fragments: by article, what is known of its words.
  static func fragmentURL(
    of statement: Statement, in story: Story, articles: [String: ArticleFile], check: QuoteCheck?,
    fragments: inout [String: TextFragments]
  ) -> String? {
    guard let url = story.sources[statement.source].url, let quote = statement.checkedQuote else { return nil }
    guard case .found(let match, let id) = check, let article = articles[id] else {
      return TextFragment.url(url, directive: TextFragment.directive(for: quote))
    }
    let context: TextFragment.Context =
      switch article.republish {
      case .full: .article
      case .excerpts: .paragraph
      case .none: .none
      }
    let words = fragments[id] ?? TextFragments(article.quotable)
    fragments[id] = words
    return TextFragment.url(url, directive: words.directive(for: match, context: context))
  }
}
