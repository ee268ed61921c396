/// What the errors in a story's files kept out of it, so that naming such a thing is not reported as a mistake too.
public struct Omissions: Sendable {
  /// A kind of thing that has an id; its name is the scheme of links to it.
  public enum Kind: String, Sendable, CaseIterable {
    case side, actor, scale, issue, source, event, position, expectation
  }

  /// The kinds of which not everything could be read: an id that is not known may be that of such a thing.
  public var kinds: Set<Kind> = []
  /// The ids of things that are known and were left out.
  public var ids: Set<String> = []

  /// Creates omissions of nothing.
  public init() {}

  /// Whether an id may be that of something left out.
  public func mayHold(_ id: String, of kind: Kind) -> Bool { ids.contains(id) || kinds.contains(kind) }
}
