import Diagnostics
import EDTF
import Positions
import Quotes
import YAML

/// The keys of a new position: those that are given, those that can be known, and those that are asked for.
struct PositionFields {
  var given: [String: String]
  let passage: Passage
  let article: ArticleFile
  let story: OpenStory
  let talk: Conversation

  init(_ given: [String: String], of passage: Passage, in article: ArticleFile, story: OpenStory, talk: Conversation) {
    self.given = given
    self.passage = passage
    self.article = article
    self.story = story
    self.talk = talk
  }

  /// All keys, in the order of the file.
  func complete(
    with context: (prefix: String?, suffix: String?)
  ) throws(ScaffoldError) -> [PositionBlock.Field] {
    var fields = self
    let twins = fields.quoting { words($0.bytes) == words(passage.bytes) }
    for twin in twins { talk.tell("It is quoted already: position “\(twin.id)”, on “\(issueID(of: twin))”.") }
    if twins.isEmpty {
      let parts = fields.quoting { match in
        match.pieces.contains { piece in passage.pieces.contains { $0.overlaps(piece) } }
      }
      for part in parts { talk.tell("Some of the words are quoted already: position “\(part.id)”.") }
    }
    try fields.refuseUnknown()
    try fields.fillIn()
    if let twin = twins.first(where: { issueID(of: $0) == fields.given["issue"] }) { throw fields.repeated(twin) }
    return fields.ordered(context)
  }

  private func ordered(_ context: (prefix: String?, suffix: String?)) -> [PositionBlock.Field] {
    var fields: [PositionBlock.Field] = []
    for key in ["who", "issue", "stance", "date"] {
      if let value = given[key] { fields.append(.init(key, value)) }
    }
    fields.append(.init("quote", passage.quote, isProse: true))
    if let prefix = context.prefix { fields.append(.init("prefix", prefix, isProse: true)) }
    if let suffix = context.suffix { fields.append(.init("suffix", suffix, isProse: true)) }
    let prose: Set = ["paraphrase", "anonymity_reason", "descriptor", "venue", "note"]
    for key in NewPosition.furtherKeys {
      if let value = key == "source" ? article.source.id : given[key] {
        fields.append(.init(key, value, isProse: prose.contains(key)))
      }
    }
    return fields
  }

  // MARK: - The same quote again

  /// The positions that quote the article in a certain place.
  private func quoting(where isThere: (QuoteMatch) -> Bool) -> [Statement] {
    story.reading.story.statements.filter { statement in
      guard let quote = statement.checkedQuote, story.reading.story.sources[statement.source].id == article.source.id,
        let match = article.quotable.find(
          QuoteQuery(quote: quote, prefix: statement.prefix, suffix: statement.suffix)
        ).match
      else { return false }
      return isThere(match)
    }
  }

  /// A range without what is no word at its ends.
  private func words(_ bytes: Range<Int>) -> Range<Int> {
    let words = Speakers.words(of: article.quotable.string(bytes))
    guard let first = words.first, let last = words.last else { return bytes }
    return (bytes.lowerBound + first.bytes.lowerBound)..<(bytes.lowerBound + last.bytes.upperBound)
  }

  private func issueID(of statement: Statement) -> String { story.reading.story.issues[statement.issue].id }

  private func repeated(_ twin: Statement) -> ScaffoldError {
    var diagnostics = Diagnostics()
    diagnostics.error(
      "quote-repeated", "the quote is a position on “\(issueID(of: twin))” already: “\(twin.id)”",
      at: twin.quoteLocation,
      help: "nothing was written; correct that position, or choose another issue")
    return .content(diagnostics)
  }
}
