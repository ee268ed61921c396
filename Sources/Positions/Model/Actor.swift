public import Diagnostics
public import EDTF

/// A side in the story: a country, a party, a camp.
public struct Side: Sendable {
  /// The id it is referred to by.
  public var id: String
  /// What it is called.
  public var label: String
  /// A shorter name for charts and tables; the label where none was given.
  public var short: String
}

/// Somebody who takes positions.
public struct Actor: Sendable {
  /// What an actor can be.
  public enum Kind: String, Sendable, CaseIterable {
    case person
    case organisation
    case group
    case anonymous
  }

  /// The id it is referred to by.
  public var id: String
  /// What it is called.
  public var name: String
  /// The side it is on: an index into ``Story/sides``.
  public var side: Int?
  /// What it is.
  public var kind: Kind
  /// The offices it held, by file order.
  public var roles: [Role]
  /// Where it is defined.
  public var location: SourceLocation

  /// An office held for a time.
  public struct Role: Sendable {
    /// What the office is called.
    public var title: String
    /// When it began; open where unknown.
    public var start: EDTFDate?
    /// When it ended; still held where absent.
    public var end: EDTFDate?
  }
}
