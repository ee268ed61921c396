public import Diagnostics

/// What an import makes of a file: things for a positions file, text for an explainer, and what found no place in either.
///
/// It is not checked against the rules of a positions file: whoever writes it reads it again by those rules, and finds by
/// ``StoryLine/origin`` which part of the imported file a mistake comes from.
public struct ImportedStory: Sendable {
  /// The maps of a positions file that an import adds to, in the order they are written in.
  public enum Section: String, Sendable, CaseIterable {
    case sides, actors, issues, sources, events
  }

  /// A thing with an id.
  public struct Entry: Sendable {
    /// The id.
    public let id: String
    /// Its keys.
    public var record: StoryRecord
    /// Where the imported file names it first.
    public let location: SourceLocation
  }

  /// Something that a story has no place for.
  public struct Leftover: Sendable {
    /// What it belonged to, in a reader's words: “slide “Ada Lovelace””.
    public let subject: String
    /// What it is called there.
    public let name: String
    /// What it said; empty where that stands in the text all the same.
    public let value: String
  }

  /// The headline, where the file has one.
  public var title: String?
  /// The explainer's text, in Markdown.
  public var text = ""
  /// The things with ids, by the section they belong in.
  public var entries: [Section: [Entry]] = [:]
  /// The positions.
  public var positions: [StoryRecord] = []
  /// What found no place.
  public var leftovers: [Leftover] = []
  /// What had to be assumed, and is worth a look; a sentence each.
  public var assumptions: [String] = []
  /// How many rows or slides the story has already, just as they are.
  public var alreadyThere = 0

  /// Creates a story with nothing in it.
  public init() {}

  /// Whether nothing is to be added to a positions file.
  public var isEmpty: Bool { positions.isEmpty && entries.values.allSatisfy(\.isEmpty) }
}
