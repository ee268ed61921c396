/// Where an actor stands on an issue on a given day.
public struct Standing: Sendable, Hashable {
  /// How sure it is that the statement had been made by that day.
  public enum Certainty: String, Sendable, CaseIterable {
    /// The whole range of its date lies on or before the day.
    case held
    /// Only the start of its date does.
    case maybe
  }

  /// In which lane, always an actor's: an index into ``StoryAnalysis/lanes``.
  public let lane: Int
  /// The statement that says so: an index into ``Story/statements``.
  public let statement: Int
  /// How sure it is.
  public let certainty: Certainty
}

/// Actors of one side who stand two levels or more apart on an issue on a given day.
public struct Split: Sendable, Hashable {
  /// Which side: an index into ``Story/sides``.
  public let side: Int
  /// On which question: an index into ``Story/issues``.
  public let issue: Int
  /// The standings' statements, from the lowest level to the highest, then by actor: indices into
  /// ``Story/statements``.
  public let statements: [Int]
  /// How many levels the lowest and the highest are apart, 2 or more.
  public let spread: Int
}
