public import EDTF

/// A move along an issue's scale: two consecutive statements of an actor whose levels differ.
public struct Shift: Sendable, Hashable {
  /// What kind of move it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Any other move.
    case step
    /// From one pole of the scale to the other.
    case reversal
    /// Back to a level the actor held earlier.
    case `return`
  }

  /// In which lane: an index into ``StoryAnalysis/lanes``.
  public let lane: Int
  /// The statement before the move: an index into ``Story/statements``.
  public let from: Int
  /// The statement after it.
  public let to: Int
  /// How many levels it moved: positive towards the last level of the scale.
  public let steps: Int
  /// What kind of move it is.
  public let kind: Kind
  /// The first day it can have happened on; `nil` where the start of the earlier statement's date is open.
  public let earliest: Day?
  /// The last day it can have happened on; `nil` where the end of the later statement's date is open.
  public let latest: Day?
}

/// Two consecutive statements of an actor that differ, and whose order in time cannot be told.
public struct Contest: Sendable, Hashable {
  /// In which lane: an index into ``StoryAnalysis/lanes``.
  public let lane: Int
  /// The one that sorts first: an index into ``Story/statements``.
  public let first: Int
  /// The other one.
  public let second: Int
}
