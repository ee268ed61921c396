public import Diagnostics
public import EDTF

/// Something that was said would, or would not, happen.
public struct Expectation: Sendable {
  /// Who says so.
  public enum Voice: Sendable, Hashable {
    case newsroom
    /// An index into ``Story/actors``.
    case actor(Int)
  }

  /// How likely it is said to be.
  public struct Likelihood: Sendable, Hashable {
    /// The word, or the percentage, as written.
    public var word: String
    /// The low end of what it means, 0 to 1.
    public var low: Double
    /// The high end of what it means, 0 to 1; the same as `low` for a percentage.
    public var high: Double
    /// The middle of the band: what is scored.
    public var midpoint: Double { (low + high) / 2 }
  }

  /// How it came out.
  public struct Outcome: Sendable {
    /// The ways it can come out.
    public enum Value: String, Sendable, CaseIterable {
      case borneOut = "borne-out"
      case notBorneOut = "not-borne-out"
      /// The criteria do not tell; not scored.
      case ambiguous
      /// The question fell away; not scored.
      case annulled
    }

    /// How it came out.
    public var value: Value
    /// When that was settled.
    public var date: EDTFDate
    /// Where it is reported: an index into ``Story/sources``.
    public var source: Int?
    /// Why it counts as that.
    public var reason: String?
  }

  /// The id it is referred to by.
  public var id: String
  /// About which event: an index into ``Story/events``.
  public var event: Int?
  /// About which question: an index into ``Story/issues``.
  public var issue: Int?
  /// What is expected, as a sentence that will turn out true or false.
  public var proposition: String
  /// Who says so.
  public var saidBy: Voice
  /// How likely they say it is.
  public var likelihood: Likelihood?
  /// When they said so.
  public var date: EDTFDate?
  /// What will decide it.
  public var criteria: String?
  /// By when it will be decided.
  public var resolvesBy: EDTFDate?
  /// Where they said so: an index into ``Story/sources``.
  public var source: Int?
  /// How it came out; `nil` while pending.
  public var outcome: Outcome?
  /// Where it is defined.
  public var location: SourceLocation
}
