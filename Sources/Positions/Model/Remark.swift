public import Diagnostics
public import EDTF

/// A sentence of an editor's, in Markdown: what is known, what is not.
public struct Remark: Sendable {
  /// The Markdown.
  public var markdown: String
  /// Where it stands.
  public var location: SourceLocation
}

/// A change made after publication that readers are told of.
public struct Correction: Sendable {
  /// What kind of change it was.
  public enum Kind: String, Sendable, CaseIterable {
    case correction
    case clarification
    case update
  }

  /// When it was made.
  public var date: EDTFDate
  /// What kind of change it was.
  public var kind: Kind
  /// The id of the position, expectation or other thing that was changed, if it was one.
  public var target: String?
  /// What it said before.
  public var was: String?
  /// What it says now.
  public var now: String?
  /// Why, in the editor's words.
  public var note: String?
  /// Where it is defined.
  public var location: SourceLocation
}
