import Positions
import Quotes

/// Who most likely says a passage: the actor named nearest to it, outside of any quotation.
struct SpeakerGuess: Sendable, Equatable {
  /// The actor's id; `nil` where nobody is named near.
  let actor: String?
  /// Whether the paragraph names nobody else.
  let isCertain: Bool

  /// How many paragraphs before the quote's are looked at where that names nobody.
  private static let reach = 2

  init(of passage: Passage, in article: ArticleFile, actors: [Actor]) {
    let text = article.quotable
    let speakers = Speakers(actors)
    let first = text.block(at: passage.bytes.lowerBound)
    let last = text.block(at: max(passage.bytes.lowerBound, passage.bytes.upperBound - 1))
    guard text.blocks.indices.contains(last) else {
      self.init(actor: nil, isCertain: false)
      return
    }
    let here = (first...last).flatMap { Self.mentions(in: text.blocks[$0], of: text, passage, speakers) }
    if let nearest = here.min(by: { Self.distance($0, passage) < Self.distance($1, passage) }) {
      self.init(actor: nearest.actor, isCertain: Set(here.map(\.actor)).count == 1)
      return
    }
    let before = text.blocks[max(0, first - Self.reach)..<first]
    let earlier = before.flatMap { Self.mentions(in: $0, of: text, passage, speakers) }
    self.init(actor: earlier.last?.actor, isCertain: false)
  }

  private init(actor: String?, isCertain: Bool) {
    self.actor = actor
    self.isCertain = isCertain
  }

  /// The names in a paragraph that stand neither in the passage nor in a quotation.
  private static func mentions(
    in block: Range<Int>, of text: QuotableText, _ passage: Passage, _ speakers: Speakers
  ) -> [Speakers.Mention] {
    let paragraph = text.string(block)
    let quoted = Quotations(in: paragraph, at: block.lowerBound, family: .double).spans.map(\.marks) + passage.pieces
    return speakers.mentions(in: paragraph, at: block.lowerBound).filter { mention in
      !quoted.contains { $0.overlaps(mention.bytes) }
    }
  }

  /// How many bytes part a name from the words.
  private static func distance(_ mention: Speakers.Mention, _ passage: Passage) -> Int {
    passage.pieces.map { piece in
      max(piece.lowerBound - mention.bytes.upperBound, mention.bytes.lowerBound - piece.upperBound, 0)
    }.min() ?? .max
  }
}
