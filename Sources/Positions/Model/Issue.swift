public import Diagnostics

/// A question at stake, with the scale its answers are placed on.
public struct Issue: Sendable {
  /// The id it is referred to by.
  public var id: String
  /// The question, as a sentence.
  public var question: String
  /// A short name for charts and tables; the question where none was given.
  public var label: String
  /// The answers, from one pole to the other.
  public var scale: [Level]
  /// Where it is defined.
  public var location: SourceLocation
}

/// One step of a scale.
public struct Level: Sendable, Hashable {
  /// The id a position's `stance` names.
  public var id: String
  /// What it is called, in words a reader understands.
  public var label: String
}
