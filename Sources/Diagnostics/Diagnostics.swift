/// The findings of one run, in the order they were made.
public struct Diagnostics: Sendable {
  /// All findings so far.
  public private(set) var all: [Diagnostic] = []

  /// Creates an empty collection.
  public init() {}

  /// Whether anything found so far forbids writing the site.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Adds one finding.
  public mutating func report(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Adds an error; see ``Diagnostic`` for how its words are chosen.
  public mutating func error(
    _ id: String, _ message: String, at location: SourceLocation? = nil, notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    report(Diagnostic(.error, id, message, at: location, notes: notes, help: help))
  }

  /// Adds a warning; see ``Diagnostic`` for how its words are chosen.
  public mutating func warning(
    _ id: String, _ message: String, at location: SourceLocation? = nil, notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    report(Diagnostic(.warning, id, message, at: location, notes: notes, help: help))
  }

  /// Adds everything another part of the run found.
  public mutating func append(contentsOf other: Diagnostics) { all.append(contentsOf: other.all) }

  /// The findings by file and place in it; those without a place come first.
  ///
  /// The order does not depend on which thread found what.
  public func sorted() -> [Diagnostic] {
    all.enumerated().sorted { left, right in
      let a = (left.element.location?.source.path ?? "", left.element.location?.range.lowerBound ?? 0)
      let b = (right.element.location?.source.path ?? "", right.element.location?.range.lowerBound ?? 0)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
