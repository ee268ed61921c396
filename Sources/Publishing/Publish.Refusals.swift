import Diagnostics
import Site

// What a publish does not do unless somebody says it is meant.
extension Publish {
  /// What is wrong with doing this; nothing where nothing is.
  func refusals(of changes: Changes, _ target: PublishTarget) -> Diagnostics {
    var diagnostics = Diagnostics()
    if !changes.blocking.isEmpty {
      diagnostics.error(
        "foreign-file",
        "\(changes.blocking.count.files) at “\(target.name)” in the way of the site's folders: "
          + "Dateline did not put them there",
        at: target.destinationLocation, notes: notes(changes.blocking), help: "nothing was changed; move them away")
    }
    if !changes.inTheWay.isEmpty, !request.isForced {
      let reason =
        changes.manifestIsDamaged
        ? "\(TargetManifest.name) there, which tells Dateline's files, cannot be read"
        : "Dateline did not put them there"
      diagnostics.error(
        "foreign-file",
        "\(changes.inTheWay.count.files) at “\(target.name)” in the place of the site's own: \(reason)",
        at: target.destinationLocation, notes: notes(changes.inTheWay),
        help: "nothing was changed; move them away, or let the site take their place with --force")
    }
    if changes.pagesRemoved * 100 > target.mostRemoved * changes.pagesThere, !request.allowsRemovals {
      let share = changes.pagesRemoved * 100 / max(changes.pagesThere, 1)
      diagnostics.error(
        "many-removals",
        "\(changes.pagesRemoved) of the \(changes.pagesThere) pages at “\(target.name)” would be removed: \(share)%, "
          + "where max_removed allows \(target.mostRemoved)%",
        at: target.location, notes: notes(changes.removed.filter(\.isPage)),
        help: "nothing was changed; if they are meant to go, publish with --allow-removals")
    }
    return diagnostics
  }

  /// What is wrong with a target that cannot be published to.
  func diagnostics(of refusal: TargetRefused, _ target: PublishTarget) -> Diagnostics {
    var diagnostics = Diagnostics()
    diagnostics.error("target-refused", refusal.message, at: target.destinationLocation, help: refusal.help)
    return diagnostics
  }

  private func notes(_ paths: [String]) -> [Diagnostic.Note] {
    let shown = paths.prefix(8).map { Diagnostic.Note($0) }
    return shown + (paths.count > shown.count ? [Diagnostic.Note("and \(paths.count - shown.count) more")] : [])
  }
}
