import Diagnostics
import Site
import Synchronization

// What is told the browsers, and whoever started the preview.
extension Preview {
  /// Tells browsers how things are.
  ///
  /// - Parameter follow: the page that they are to go to, below the root of the site.
  func announce(follow: String? = nil) {
    let (number, root, errors) = state.withLock { ($0.number, $0.snapshot?.root ?? "/", $0.findings.errors) }
    events.send(
      StateMessage(
        number: number, errors: errors, today: today(), follow: follow.map { root + SiteSnapshot.address(of: $0) },
        options: options
      ).json)
  }

  /// Tells what is new among some findings, and whether anything is wrong.
  ///
  /// - Parameter isAll: whether what is not among them is not found any more.
  func report(_ found: Diagnostics, from room: Findings.Room, isAll: Bool = true) {
    let (news, turn) = state.withLock { state in
      let isAnythingShown = state.snapshot != nil
      return (
        state.findings.news(in: found, from: room, isAll: isAll), state.findings.turn(isAnythingShown: isAnythingShown)
      )
    }
    if !news.all.isEmpty { tell(.found(news)) }
    if let turn { tell(turn) }
  }

  /// Keeps in mind why the files cannot be looked at, or that they can.
  func takeFailure(_ error: FileSystemError?) {
    var found = Diagnostics()
    if let error { found.error("unreadable", error.description) }
    take(found, from: .disk)
  }

  /// Keeps in mind what is being worked on for too long; `nil` where nothing is.
  func takeSlow(_ name: String?) {
    var found = Diagnostics()
    if let name {
      found.error(
        "takes-long", "\(name) has taken more than \(options.patience) seconds",
        help: "make it smaller or simpler; after \(Watchdog.patience) seconds the preview ends")
    }
    take(found, from: .watch)
  }

  /// Keeps in mind what a room has found, which is one thing or nothing.
  private func take(_ found: Diagnostics, from room: Findings.Room) {
    let isNews = state.withLock { state in
      let known = state.findings[room]
      state.findings[room] = found
      return known.all.first?.message != found.all.first?.message
    }
    guard isNews else { return }
    announce()
    report(found, from: room)
  }

  /// Keeps in mind which of the pages that have been rendered cannot be made.
  func takeErrors(in snapshot: SiteSnapshot) {
    let found = snapshot.errorsSoFar
    let isNews = state.withLock { state in
      guard state.snapshot === snapshot, found.all.count != state.findings[.rendering].all.count else { return false }
      state.findings[.rendering] = found
      return true
    }
    guard isNews else { return }
    announce()
    report(found, from: .rendering, isAll: false)
  }
}
