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

  /// The score of an expectation, if it has one.
  func score(of expectation: Int) -> Score? { analysis.scores.first { $0.expectation == expectation } }

  /// The address of the original with a text fragment that lands on the quoted words; `nil` where the source has no
  /// address.
  func textFragmentURL(of statement: Statement) -> String? {
    guard let url = story.sources[statement.source].url, let quote = statement.checkedQuote else { return nil }
    let directive: String
    if case .found(let match, let article) = check(of: statement), let article = articles[article] {
      directive = TextFragment.directive(for: match, in: article.quotable)
    } else {
      directive = TextFragment.directive(for: quote)
    }
    return TextFragment.url(url, directive: directive)
  }
}
