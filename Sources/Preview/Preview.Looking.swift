import Diagnostics
import Site
import Synchronization

// What becomes of the site when its files change.
extension Preview {
  /// Looks at all files, and shows what is different.
  func look() async {
    state.withLock { $0.isLooking = true }
    defer { state.withLock { $0.isLooking = false } }
    let clock = ContinuousClock()
    let start = clock.now
    for attempt in 1... {
      do throws(FileSystemError) {
        let look = try await live.look(today: today())
        takeFailure(nil)
        if let look { take(look, after: clock.now - start) }
        return
      } catch {
        // A file that goes away while it is looked for is no failure; one that stays away for so long is.
        if attempt == 5 { return takeFailure(error) }
        try? await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  private func take(_ look: LiveSite.Look, after time: Duration) {
    let isFirst = state.withLock { state in
      state.rendering?.cancel()
      state.number += 1
      state.otherDays = [:]
      state.findings[.reading] = look.findings
      state.findings[.rendering] = look.snapshot?.errorsSoFar ?? Diagnostics()
      state.snapshot = look.snapshot
      return state.number == 1
    }
    let follows = options.follows && !isFirst ? look.ownPages.first : nil
    announce(follow: follows)
    if !isFirst {
      let pages = look.findings.hasErrors ? nil : look.snapshot?.outOfDate
      tell(.changed(files: look.changedFiles, pages: pages, time))
    }
    report(look.findings, from: .reading)
    guard let snapshot = look.snapshot else { return }
    let rendering = Task(priority: .low) { await renderRest(of: snapshot, first: look.ownPages) }
    state.withLock { $0.rendering = rendering }
  }

  /// How long what browsers ask for after a change comes before the pages that nobody has asked for.
  private static let browsersFirst = Duration.milliseconds(100)
  /// How long nothing must have changed before links are looked at.
  private static let linksLater = Duration.milliseconds(500)

  /// Renders what nobody has asked for, to know what is wrong with it, and looks at all links.
  private func renderRest(of snapshot: SiteSnapshot, first: [String]) async {
    for path in first { _ = snapshot.file(path) }
    takeErrors(in: snapshot)
    try? await Task.sleep(for: Self.browsersFirst)
    guard let found = await snapshot.renderAll(givingWay: { await giveWay() }), !Task.isCancelled else { return }
    takeErrors(in: snapshot)
    report(found, from: .rendering)
    try? await Task.sleep(for: Self.linksLater)
    guard let links = await snapshot.linkFindings(givingWay: { await giveWay() }), !Task.isCancelled else { return }
    report(links, from: .links)
  }

  /// Waits while files are looked at.
  private func giveWay() async {
    await Task.yield()
    while !Task.isCancelled, state.withLock(\.isLooking) { try? await Task.sleep(for: .milliseconds(2)) }
  }
}
