import Diagnostics
import Positions
import Quotes
import YAML

/// Finds the passage a few words belong to, and says why where it does not.
struct PassageSearch {
  private let request: NewPosition.Request
  private let article: ArticleFile
  private let speakers: Speakers
  private let talk: Conversation

  init(_ request: NewPosition.Request, in article: ArticleFile, actors: [Actor], talk: Conversation) {
    self.request = request
    self.article = article
    self.talk = talk
    speakers = Speakers(actors)
  }

  func passage() throws(ScaffoldError) -> Passage {
    let query = QuoteQuery(quote: request.words, prefix: request.prefix, suffix: request.suffix)
    switch article.quotable.find(query) {
    case .found(let match): return passage(around: match)
    case .ambiguous(let matches, let count): return try choose(among: matches, count: count)
    case .missing(let miss):
      var diagnostics = Diagnostics()
      diagnostics.error(
        "quote-not-found", "“\(request.words.shortened(to: 60))” does not stand in \(article.file.path)",
        at: miss.nearest.map { article.location(of: $0.bytes) }, notes: miss.notes(in: article),
        help: "type a few words as the article has them")
      throw .content(diagnostics)
    case .empty: throw .command("there are no words in “\(request.words)”; type a few words of the quote")
    }
  }

  private func passage(around match: QuoteMatch) -> Passage {
    let text = article.quotable
    let passage = Passage(
      around: match, typed: request.words, in: text, speakers: speakers, takesWordsOnly: request.takesWordsOnly)
    // Parts that are too short to be found as parts are not joined.
    guard passage.pieces.count > 1, passage.extent != .edited, !text.holds(passage),
      let alone = passage.alone(around: match, in: text)
    else { return passage }
    return alone
  }

  /// Words that stand twice in one quotation lead to one passage; else somebody has to choose.
  private func choose(among matches: [QuoteMatch], count: Int) throws(ScaffoldError) -> Passage {
    var passages: [Passage] = []
    for match in matches {
      let passage = passage(around: match)
      if !passages.contains(passage) { passages.append(passage) }
    }
    let isWhole = matches.count == count
    if isWhole, passages.count == 1, let only = passages.first { return only }
    if talk.isAttended, isWhole {
      talk.tell("The words stand in several places:")
      let choices = passages.enumerated().map { index, passage in
        Conversation.Choice(id: "\(index + 1)", label: article.excerpt(of: passage))
      }
      let number = try talk.choose("place", among: choices, proposal: nil)
      if let index = Int(number), passages.indices.contains(index - 1) { return passages[index - 1] }
    }
    var diagnostics = Diagnostics()
    diagnostics.error(
      "quote-ambiguous", "“\(request.words.shortened(to: 60))” stands \(count) times in \(article.file.path)",
      at: matches.first.map { article.location(of: $0.bytes) },
      notes: matches.map { match in
        let context = article.quotable.context(of: match)
        return Diagnostic.Note(
          "here: \(context.prefix) “\(article.quotable.string(match.bytes))” \(context.suffix)",
          at: article.location(of: match.bytes))
      }, help: "type more words, or tell the place with --prefix or --suffix: the words before or after it")
    throw .content(diagnostics)
  }
}

extension QuotableText {
  /// Whether the quote a passage gives is found, wherever.
  fileprivate func holds(_ passage: Passage) -> Bool {
    switch find(QuoteQuery(quote: passage.quote)) {
    case .found, .ambiguous: true
    case .missing, .empty: false
    }
  }
}
