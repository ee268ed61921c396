/// The findings of one run, in the order they were made.
public struct Diagnostics: Sendable {
  /// All findings so far.
  public private(set) var all: [Diagnostic] = []
  /// How many more names may be compared to find near ones: thousands of unknown names must not each be compared with
  /// thousands of known ones.
  private var comparisons = 100_000

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

  /// “did you mean “quote”?”, where a known name is near a mistyped one.
  ///
  /// - Parameter known: asked for only where another name may be looked for.
  /// - Returns: `nil` where none is near, or where too many were looked for before.
  public mutating func suggestion(for name: String, among known: @autoclosure () -> [String]) -> String? {
    guard comparisons > 0 else { return nil }
    let known = known()
    comparisons -= known.count + 1
    return nearestName(to: name, among: known).map { "did you mean “\($0)”?" }
  }

  /// “2 errors and 1 warning”.
  public var countInWords: String {
    let findings = sorted()
    let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    guard let last = counts.last else { return "no errors" }
    let others = counts.dropLast().joined(separator: ", ")
    return others.isEmpty ? last : others + " and " + last
  }

  /// Adds everything another part of the run found.
  public mutating func append(contentsOf other: Diagnostics) { all.append(contentsOf: other.all) }

  /// The findings by file and place in it; those without a place come first.
  ///
  /// The order does not depend on which thread found what. What was found several times, as a mistake in a template is
  /// on every page, is told once.
  public func sorted() -> [Diagnostic] {
    let keyed = all.enumerated().map { (key: SortKey($0.element, order: $0.offset), finding: $0.element) }
      .sorted { $0.key < $1.key }
    var result: [Diagnostic] = []
    var last: SortKey?
    for (key, finding) in keyed {
      if let last, last.isSameFinding(as: key) { continue }
      last = key
      result.append(finding)
    }
    return result
  }

  private struct SortKey: Comparable {
    let path: String
    let offset: Int
    let message: String
    let order: Int

    init(_ finding: Diagnostic, order: Int) {
      path = finding.location?.source.path ?? ""
      offset = finding.location?.range.lowerBound ?? 0
      message = finding.message
      self.order = order
    }

    func isSameFinding(as other: SortKey) -> Bool {
      (path, offset, message) == (other.path, other.offset, other.message)
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      if (left.path, left.offset) != (right.path, right.offset) {
        return (left.path, left.offset) < (right.path, right.offset)
      }
      return left.message == right.message ? left.order < right.order : left.message < right.message
    }
  }
}
