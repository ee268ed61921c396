public import Diagnostics
import Positions
import Quotes
import YAML

/// `dateline new position`: finds a quote in a stored article and adds a position with everything that can be known
/// filled in.
public struct NewPosition: Sendable {
  /// What the command says.
  public struct Request: Sendable {
    /// The folder that holds Content; the one of the article's path, or the working folder, if not said.
    public var folder: String?
    /// The article: `STORY/ID`, or its path.
    public var article: String
    /// A few words of the quote.
    public var words: String
    /// Words before those, where they stand in several places.
    public var prefix: String?
    /// Words after them.
    public var suffix: String?
    /// Whether the words are the quote, whatever quotation they stand in.
    public var takesWordsOnly = false
    /// Keys of the position that are given, by their names in the positions file.
    public var fields: [String: String] = [:]
    /// Whether the block is only composed.
    public var isDryRun = false
    /// How many pieces of work are under way at once.
    public var jobs = 1

    /// Creates a request.
    public init(article: String, words: String) {
      self.article = article
      self.words = words
    }
  }

  /// How it ended.
  public enum Outcome: Sendable {
    /// The position stands in the file; the findings are warnings about it.
    case written(id: String, path: String, line: Int, Diagnostics)
    /// The block, which was not written.
    case composed(String, Diagnostics)
    /// The answer to the last question was no.
    case declined
  }

  /// The keys ``Request/fields`` may have, besides those that are always there, in the order of the file.
  public static let furtherKeys = [
    "paraphrase", "source", "attribution", "descriptor", "anonymity_reason", "on_behalf_of", "reported_by", "venue",
    "event", "certainty", "note",
  ]

  let request: Request

  /// Creates the command; ``run(_:)`` does the work.
  public init(_ request: Request) { self.request = request }

  /// Finds the quote, asks for what is missing where somebody is there to ask, and writes the position.
  ///
  /// Nothing is written unless the file, read again with the position in it, says what it said before and the new
  /// quote stands where it was found.
  public func run(_ talk: Conversation) async throws(ScaffoldError) -> Outcome {
    guard let reference = ArticleReference(request.article) else {
      throw .command("“\(request.article)” names no article; write STORY/ID, or the path of its file")
    }
    let folder = request.folder ?? reference.folder ?? "."
    let story = try await OpenStory.open(reference.story, in: folder, jobs: request.jobs)
    let article = try story.article(reference.article)

    let passage = try PassageSearch(request, in: article, actors: story.actors, talk: talk).passage()
    talk.tell(article.excerpt(of: passage))
    if passage.extent == .words, !request.takesWordsOnly {
      talk.tell("The words stand between no quotation marks, and are taken as they are.")
    }
    let context = try article.distinction(of: passage)
    let fields = try PositionFields(request.fields, of: passage, in: article, story: story, talk: talk)
      .complete(with: context)
    return try write(PositionBlock(fields: fields), of: passage, in: article, to: story, talk: talk)
  }

  private func write(
    _ block: PositionBlock, of passage: Passage, in article: ArticleFile, to story: OpenStory, talk: Conversation
  ) throws(ScaffoldError) -> Outcome {
    guard let insertion = ListInsertion(of: block, under: "positions", in: story.source, root: story.reading.root)
    else { throw Self.notPlaced(block, in: story) }
    let result = insertion.result
    let added = try AddedPosition(result, of: passage, in: article, to: story)
    guard let added else { throw Self.notPlaced(block, in: story) }
    if request.isDryRun { return .composed(insertion.item, added.warnings) }
    talk.tell(insertion.item)
    if talk.isAttended, try !talk.confirms("Write it to \(story.source.path)?") { return .declined }
    let now = try ScaffoldError.onMachine { () throws(FileSystemError) in try FileSystem.read(story.diskPath) }
    guard now == story.source.bytes else {
      throw .command("\(story.source.path) was changed meanwhile; nothing was written")
    }
    try ScaffoldError.onMachine { () throws(FileSystemError) in try FileSystem.replace(story.diskPath, with: result) }
    return .written(id: added.id, path: story.source.path, line: added.line, added.warnings)
  }

  private static func notPlaced(_ block: PositionBlock, in story: OpenStory) -> ScaffoldError {
    var diagnostics = Diagnostics()
    let list = story.reading.root.mapping?.first { $0.key.value == "positions" }
    let lines = block.lines(.block(indent: 2, gap: 1, quotesProse: false)).joined(separator: "\n")
    diagnostics.error(
      "list-not-understood", "“positions” is written in a way that nothing can be added to it safely",
      at: list?.key.location ?? story.source.location(0..<0), help: "nothing was written; put it in by hand:\n" + lines)
    return .content(diagnostics)
  }
}
