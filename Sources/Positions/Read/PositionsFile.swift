public import Diagnostics
public import YAML

/// A positions file as it was written: every key read and checked by itself, no id looked up yet.
///
/// Where a value of the model needs nothing but itself it stands here as it will stand in the ``Story``; what names
/// something else stands beside it, with its place. ``Story/resolve(id:file:shared:articles:likelihoods:diagnostics:)``
/// brings them together.
public struct PositionsFile: Sendable {
  /// Which positions file this is.
  public enum Scope: Sendable {
    /// That of one story.
    case story
    /// `Content/positions.yaml`, which holds what stories share: sides, actors, sources and scales.
    case shared
  }

  /// A side, with where it is defined.
  public struct SideEntry: Sendable {
    /// The side.
    public var side: Side
    /// Where its id is written.
    public var location: SourceLocation
  }

  /// An actor, whose side is yet to be found.
  public struct ActorEntry: Sendable {
    /// The actor, without its side.
    public var actor: Actor
    /// The id of its side.
    public var side: Located<String>?
    /// Whether its kind was written, and could not be read.
    public var isOfUnreadKind = false
  }

  /// A scale that issues can name.
  public struct ScaleEntry: Sendable {
    /// The id it is referred to by.
    public var id: Located<String>
    /// Its levels, from one pole to the other.
    public var levels: [Level]
    /// Whether no level was wrong.
    public var isWhole = true
  }

  /// An issue, whose scale may be yet to be found.
  public struct IssueEntry: Sendable {
    /// The issue; its scale is empty where ``scale`` names one, and where it was wrong.
    public var issue: Issue
    /// The id of its scale, where it is not written inside.
    public var scale: Located<String>?
    /// Whether no level of a scale written inside was wrong.
    public var isScaleWhole = true
  }

  /// An event, whose source is yet to be found.
  public struct EventEntry: Sendable {
    /// The id it is referred to by.
    public var id: Located<String>
    /// The event, without its source; `nil` where it lacks a date, which has been reported.
    public var event: Event?
    /// The id of its source.
    public var source: Located<String>?
  }

  /// A correction, whose target is yet to be found.
  public struct CorrectionEntry: Sendable {
    /// The correction.
    public var correction: Correction
    /// The id of what was corrected.
    public var target: Located<String>?
  }

  /// Sides, by file order.
  public var sides: [SideEntry] = []
  /// Actors, by file order.
  public var actors: [ActorEntry] = []
  /// Named scales, by file order.
  public var scales: [ScaleEntry] = []
  /// Issues, by file order.
  public var issues: [IssueEntry] = []
  /// Sources, by file order.
  public var sources: [Source] = []
  /// Events, by file order.
  public var events: [EventEntry] = []
  /// Positions, by file order.
  public var positions: [Position] = []
  /// Expectations, by file order.
  public var expectations: [ExpectationEntry] = []
  /// What is known, by file order.
  public var known: [Remark] = []
  /// What is not known, by file order.
  public var unknown: [Remark] = []
  /// Corrections, by file order.
  public var corrections: [CorrectionEntry] = []
  /// The kinds of which an error kept something from being read.
  public var unreadKinds: Set<Omissions.Kind> = []

  /// Creates an empty file.
  public init() {}
}
