import Diagnostics
import Site

/// What a publish will do, told before it does it.
public struct Announcement: Sendable {
  private let name: String
  private let place: String
  private let changes: Changes
  private let isWhole: Bool

  init(_ target: PublishTarget, _ upload: any UploadTarget, _ changes: Changes, isRehearsal: Bool) {
    name = target.name
    place = upload.description
    self.changes = changes
    isWhole = isRehearsal
  }

  /// How many paths of each kind are told where not all of them are.
  private static let mostPaths = 10

  /// Several lines: what and where; then each path, all of them in a rehearsal, with `+` where it is added, `~` where
  /// it changes and `-` where it is removed.
  ///
  ///     pages: branch gh-pages of origin: 1 file to add, 2 to change, 1 to remove, 40 unchanged
  ///       + about/index.html
  public var text: String {
    var lines = [
      "\(name): \(place): \(changes.added.count.files) to add, \(changes.changed.count) to change, "
        + "\(changes.removed.count) to remove, \(changes.unchanged) unchanged"
    ]
    if changes.isFirst {
      lines.append("  the first publish there: \(TargetManifest.name) will tell later ones which files are Dateline's")
    }
    if changes.foreign > 0 {
      let (are, stay) = changes.foreign == 1 ? ("is", "stays") : ("are", "stay")
      lines.append("  \(changes.foreign.files) there \(are) not Dateline's, and \(stay)")
    }
    for (mark, paths) in [("+", changes.added), ("~", changes.changed), ("-", changes.removed)] {
      let shown = isWhole ? paths[...] : paths.prefix(Self.mostPaths)
      lines += shown.map { "  \(mark) \(printable($0))" }
      if shown.count < paths.count { lines.append("  \(mark) … and \(paths.count - shown.count) more") }
    }
    return lines.joined(separator: "\n")
  }
}

extension Changes {
  /// “3 added, 12 changed, 1 removed”.
  public var countsInWords: String { "\(added.count) added, \(changed.count) changed, \(removed.count) removed" }
}
