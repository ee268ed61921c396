/// The run of one voice's statements on one issue, by date.
public struct Lane: Sendable, Hashable {
  /// Whose lane it is.
  public enum Owner: Sendable, Hashable {
    /// What an actor said itself, on the record, or had said for it: an index into ``Story/actors``.
    case actor(Int)
    /// What was said without a name, or only reported, on a side: an index into ``Story/sides``.
    case side(Int)
    /// The same from an actor on no side: an index into ``Story/actors``.
    case unaffiliated(Int)
  }

  /// Whose lane it is.
  public let owner: Owner
  /// On which question: an index into ``Story/issues``.
  public let issue: Int
  /// Its statements by date, as indices into ``Story/statements``; retracted and off-scale ones are among them.
  public let statements: [Int]

  /// The actor whose lane it is; `nil` for a lane of anonymous or reported statements.
  public var actor: Int? { if case .actor(let index) = owner { index } else { nil } }
}
