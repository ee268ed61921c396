import Diagnostics

/// What is wrong with the site or worth knowing of it, and how much of that has been told.
struct Findings: Sendable {
  /// Where findings come from.
  enum Room: Sendable, CaseIterable {
    /// Files that could not be read the last time.
    case disk
    /// Files that are being worked on for too long.
    case watch
    /// What was found before pages were rendered.
    case reading
    /// What was found in rendered pages.
    case rendering
    /// Links; none of them is an error.
    case links
  }

  /// What makes two findings the same to whoever reads them.
  private struct Key: Hashable, Sendable {
    let message: String
    let path: String?
    let offset: Int?

    init(_ finding: Diagnostic) {
      message = finding.message
      path = finding.location?.source.path
      offset = finding.location?.range.lowerBound
    }
  }

  private var current: [Room: Diagnostics] = [:]
  /// What has been told and is still found.
  private var told: [Room: Set<Key>] = [:]
  private var wasBroken = false

  /// What is found there now.
  subscript(room: Room) -> Diagnostics {
    get { current[room] ?? Diagnostics() }
    set { current[room] = newValue }
  }

  /// Everything that is wrong.
  var errors: Diagnostics {
    var errors = Diagnostics()
    for room in Room.allCases {
      for finding in self[room].all where finding.severity == .error { errors.report(finding) }
    }
    return errors
  }

  /// What is new to whoever has been told everything so far.
  ///
  /// - Parameter isAll: whether what was told of the same room and is not among the findings is not found any more.
  mutating func news(in found: Diagnostics, from room: Room, isAll: Bool) -> Diagnostics {
    let known = told[room] ?? []
    let findings = found.sorted().map { (finding: $0, key: Key($0)) }
    let keys = findings.map(\.key)
    told[room] = isAll ? Set(keys) : known.union(keys)
    var news = Diagnostics()
    for (finding, key) in findings where !known.contains(key) { news.report(finding) }
    return news
  }

  /// Whether the site is broken or mended since this was asked for the last time; `nil` where it is as it was.
  ///
  /// - Parameter isAnythingShown: whether there is a state of the site to be shown meanwhile.
  mutating func turn(isAnythingShown: Bool) -> Preview.Message? {
    let isBroken = errors.hasErrors
    defer { wasBroken = isBroken }
    return isBroken == wasBroken ? nil : isBroken ? .broken(isAnythingShown: isAnythingShown) : .mended
  }
}
