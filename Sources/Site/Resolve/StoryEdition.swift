import CommonMark
import EDTF
import Positions
import Quotes
import YAML

/// One story as it is published: what was known on the day, what follows from it, and its texts.
struct StoryEdition: Sendable {
  /// The explainer's own words and front matter.
  let explainer: ExplainerFile
  /// Everything there is, what is not known on the day too.
  let whole: Story
  /// What the positions file defines for others to refer to.
  let definitions: StoryDefinitions
  /// Everything known on the day.
  let story: Story
  /// What is computed from it.
  let analysis: StoryAnalysis
  /// The day printed as the story's state.
  let day: Day
  /// The stored articles known on the day, by source id.
  let articles: [String: ArticleFile]
  /// What came of checking each quote, by position id.
  let checks: [String: QuoteCheck]
  /// By statement, the address of the original with a text fragment that lands on the quoted words.
  let fragmentURLs: [String?]

  /// The ids of positions, sources and expectations that are not known on the day: no mistake, only not yet.
  let heldBackIDs: Set<String>
  /// The statements that rest on each stored article, by source id.
  let statementsOfArticle: [String: [Int]]
  /// Where each statement stands among the story's, by id.
  let statementIndex: [String: Int]
  /// The same for other things.
  let indices: ThingIndices

  var id: String { story.id }

  /// The shift that ends with a statement, by the statement's index.
  let shiftEndingAt: [Int: Shift]
  /// The statements whose order against this one cannot be told, by index.
  let contestsOf: [Int: [Int]]
  /// What became known, and when.
  let changes: Changes

  init(
    explainer: ExplainerFile, whole: Story, definitions: StoryDefinitions, story: Story, day: Day, today: Day,
    articles: [String: ArticleFile], checks: [String: QuoteCheck]
  ) {
    self.explainer = explainer
    self.whole = whole
    self.definitions = definitions
    self.story = story
    self.day = day
    self.articles = articles
    self.checks = checks
    var fragments: [String: TextFragments] = [:]
    fragmentURLs = story.statements.map { statement in
      Self.fragmentURL(
        of: statement, in: story, articles: articles, check: checks[statement.id], fragments: &fragments)
    }
    analysis = StoryAnalysis(of: story, on: day)
    statementsOfArticle = Dictionary(grouping: story.statements.indices) {
      story.sources[story.statements[$0].source].id
    }
    heldBackIDs = Self.ids(of: whole).subtracting(Self.ids(of: story))
    indices = ThingIndices(story)
    statementIndex = Dictionary(
      story.statements.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    shiftEndingAt = Dictionary(analysis.shifts.map { ($0.to, $0) }, uniquingKeysWith: { first, _ in first })
    var contests: [Int: [Int]] = [:]
    for contest in analysis.contested {
      contests[contest.first, default: []].append(contest.second)
      contests[contest.second, default: []].append(contest.first)
    }
    contestsOf = contests
    changes = Changes(of: story, analysis, today: today)
  }

  private static func ids(of story: Story) -> Set<String> {
    Set(story.statements.map(\.id)).union(story.sources.map(\.id)).union(story.expectations.map(\.id))
  }

  /// The event the explainer is about, if it names one.
  var mainEvent: Event? { explainer.event.flatMap { id in story.events.first { $0.id == id } } }

  /// Whether the event is over on a day: what to expect has become what was expected.
  func isAfterEvent(on today: Day) -> Bool {
    guard let event = mainEvent else { return false }
    if event.status == .completed || event.status == .cancelled { return true }
    return event.date.latest.map { $0 < today } ?? false
  }

  /// The check of a statement's quote; `nil` where it has no quote.
  func check(of statement: Statement) -> QuoteCheck? {
    statement.checkedQuote == nil ? nil : checks[statement.id] ?? .notChecked
  }

  /// Whether the article of a source has a page of its own.
  func hasArticlePage(_ source: Source) -> Bool { articles[source.id].map { $0.republish != .none } ?? false }
}

/// The sides and scales that a story's own positions file defines, where each is, and which scales its issues have.
struct StoryDefinitions: Sendable {
  let sides: [Located<String>]
  let scales: [Located<String>]
  let scalesInUse: Set<String>

  init(_ file: PositionsFile) {
    sides = file.sides.map { Located($0.side.id, at: $0.location) }
    scales = file.scales.map(\.id)
    scalesInUse = Set(file.issues.compactMap { $0.scale?.value })
  }
}

/// What came of checking one quote.
enum QuoteCheck: Sendable {
  /// It stands in the stored text of this article.
  case found(QuoteMatch, article: String)
  /// There is no stored text to check it against.
  case notChecked
}
