public import Positions

/// What a story has already, which an import names and adds to.
public struct KnownStory: Sendable {
  /// The story; empty where there is none yet.
  public let story: Story
  /// Its sides, and those all stories share.
  public let sides: [Side]
  /// Its actors, and those all stories share.
  public let actors: [Actor]
  /// Its sources, stored articles among them, and those all stories share.
  public let sources: [Source]

  /// Creates what is known.
  ///
  /// - Parameters:
  ///   - story: the story as it is.
  ///   - sides: what is shared by all stories, whether or not this one refers to it; so are `actors` and `sources`.
  public init(_ story: Story, sharedSides sides: [Side] = [], actors: [Actor] = [], sources: [Source] = []) {
    func joined<Thing>(_ own: [Thing], _ shared: [Thing], _ id: (Thing) -> String) -> [Thing] {
      let ids = Set(own.map(id))
      return own + shared.filter { !ids.contains(id($0)) }
    }
    self.story = story
    self.sides = joined(story.sides, sides, \.id)
    self.actors = joined(story.actors, actors, \.id)
    self.sources = joined(story.sources, sources, \.id)
  }
}
