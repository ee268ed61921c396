public import Diagnostics
public import EDTF
public import Site
import Synchronization

/// A site served to this machine's browsers while it is worked on.
///
/// It shows the newest state of the site in which nothing is wrong. Requests are answered from that state, whatever is
/// being read or rendered meanwhile; the next takes its place in one step.
public final class Preview: Sendable {
  /// What a preview tells whoever started it.
  public enum Message: Sendable {
    /// Files have changed, and so many pages are out of date for it, in this time.
    case changed(files: [String], pages: [StalePage], Duration)
    /// This is wrong, or worth knowing, and was not told before.
    case found(Diagnostics)
    /// Something is wrong: the site is shown as it last was, if it ever was.
    case broken
    /// Nothing is wrong any more.
    case mended
  }

  /// Where the site is: `http://127.0.0.1:4000/news/`.
  public var address: String {
    let host =
      switch options.host {
      case nil, "0.0.0.0": "127.0.0.1"
      case let host?: host.contains(":") ? "[\(host)]" : host
      }
    return "http://\(host):\(socket.port)\(state.withLock { $0.snapshot?.root ?? "/" })"
  }

  private let options: PreviewOptions
  private let socket: ListeningSocket
  private let live: LiveSite
  private let today: @Sendable () -> Day
  private let tell: @Sendable (Message) -> Void
  let events = EventStream()
  private let state = Mutex(State())

  /// How many other days are at hand at once.
  private static let mostDays = 3

  private struct State: Sendable {
    var snapshot: SiteSnapshot?
    /// Counts the looks that found something.
    var number = 0
    /// The site on other days, by day: as long as the number is this.
    var otherDays: [Day: SiteSnapshot] = [:]
    /// What was found before pages were rendered.
    var findings = Diagnostics()
    /// What was found in rendered pages.
    var pageFindings = Diagnostics()
    /// Why the files could not be looked at the last time, if they could not.
    var readFailure = Diagnostics()
    var wasBroken = false
    /// What has been told and is still found.
    var told: [Room: Set<FindingKey>] = [:]
    var rendering: Task<Void, Never>?
    /// Whether files are being looked at, which is more urgent than any page that nobody has asked for.
    var isLooking = false
  }

  /// Takes a port; ``run()`` does the rest.
  ///
  /// - Parameters:
  ///   - today: what day it is now.
  ///   - tell: what becomes of messages; called one at a time.
  /// - Throws: ``PreviewError`` where no port can be had.
  public init(
    _ options: PreviewOptions, today: @escaping @Sendable () -> Day, tell: @escaping @Sendable (Message) -> Void
  ) throws(PreviewError) {
    self.options = options
    self.today = today
    self.tell = tell
    live = LiveSite(options.site)
    socket = try Self.socket(for: options)
  }

  private static func socket(for options: PreviewOptions) throws(PreviewError) -> ListeningSocket {
    let host = options.host ?? "127.0.0.1"
    if let port = options.port { return try ListeningSocket(host: host, port: port) }
    for port in PreviewOptions.usualPort..<(PreviewOptions.usualPort + PreviewOptions.portsTried) {
      do {
        return try ListeningSocket(host: host, port: port)
      } catch .portTaken {
        continue
      }
    }
    return try ListeningSocket(host: host, port: 0)
  }

  /// Serves the site, and looks at its files whenever they may have changed, until the task is cancelled.
  ///
  /// - Parameter isReady: called once, when the address answers.
  public func run(isReady: () -> Void) async throws(PreviewError) {
    // Watched before they are looked at, so that nothing happens unseen in between.
    let watch = FolderWatch([options.site.contentFolder, options.site.templatesFolder])
    await look()
    try HTTPServer.start(on: socket) { self.answer($0) }
    isReady()
    let heartbeat = Task(priority: .utility) { [events] in
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(5))
        events.sendHeartbeat()
      }
    }
    await watch.forEachHint { await look() }
    heartbeat.cancel()
  }

  // MARK: Looking

  private func look() async {
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

  /// Keeps in mind why the files cannot be looked at, or that they can.
  private func takeFailure(_ error: FileSystemError?) {
    var found = Diagnostics()
    if let error { found.error("unreadable", error.description) }
    let failure = found
    let isNews = state.withLock { state in
      defer { state.readFailure = failure }
      return state.readFailure.all.first?.message != failure.all.first?.message
    }
    guard isNews else { return }
    announce(follow: nil)
    report(failure, from: .disk)
  }

  private func take(_ look: LiveSite.Look, after time: Duration) {
    let isFirst = state.withLock { state in
      state.rendering?.cancel()
      state.number += 1
      state.otherDays = [:]
      state.findings = look.findings
      state.pageFindings = look.snapshot?.errorsSoFar ?? Diagnostics()
      state.snapshot = look.snapshot
      return state.number == 1
    }
    let follows = options.follows && !isFirst ? look.ownPages.first : nil
    announce(follow: follows)
    if !isFirst {
      let pages = look.findings.hasErrors ? [] : look.snapshot?.outOfDate ?? []
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

  /// Waits while files are looked at.
  private func giveWay() async {
    await Task.yield()
    while !Task.isCancelled, state.withLock(\.isLooking) { try? await Task.sleep(for: .milliseconds(2)) }
  }

  /// Renders what nobody has asked for, to know what is wrong with it, and looks at all links.
  private func renderRest(of snapshot: SiteSnapshot, first: [String]) async {
    for path in first { _ = snapshot.file(path) }
    takeFindings(of: snapshot)
    try? await Task.sleep(for: Self.browsersFirst)
    guard let found = await snapshot.renderAll(givingWay: { await giveWay() }), !Task.isCancelled else { return }
    takeFindings(of: snapshot)
    report(found, from: .rendering)
    try? await Task.sleep(for: Self.linksLater)
    guard let links = await snapshot.linkFindings(givingWay: { await giveWay() }), !Task.isCancelled else { return }
    report(links, from: .links)
  }

  /// Tells browsers of errors in pages that have been rendered.
  private func takeFindings(of snapshot: SiteSnapshot) {
    let found = snapshot.errorsSoFar
    let isNews = state.withLock { state in
      guard state.snapshot === snapshot, found.all.count != state.pageFindings.all.count else { return false }
      state.pageFindings = found
      return true
    }
    guard isNews else { return }
    announce(follow: nil)
    report(found, from: .rendering, isAll: false)
  }

  /// Where findings come from: what was found there before and still is, is not told again.
  private enum Room: Sendable { case disk, reading, rendering, links }

  /// What makes two findings the same to whoever reads them.
  private struct FindingKey: Hashable, Sendable {
    let message: String
    let path: String?
    let offset: Int?

    init(_ finding: Diagnostic) {
      message = finding.message
      path = finding.location?.source.path
      offset = finding.location?.range.lowerBound
    }
  }

  /// Tells what is new among the findings, and whether anything is wrong.
  ///
  /// - Parameter isAll: whether what is not among them is not found any more.
  private func report(_ found: Diagnostics, from room: Room, isAll: Bool = true) {
    let findings = found.sorted()
    let keys = findings.map(FindingKey.init)
    var news = Diagnostics()
    let change: Message? = state.withLock { state in
      let told = state.told[room] ?? []
      for (finding, key) in zip(findings, keys) where !told.contains(key) { news.report(finding) }
      state.told[room] = isAll ? Set(keys) : told.union(keys)
      let isBroken = state.findings.hasErrors || state.pageFindings.hasErrors || state.readFailure.hasErrors
      defer { state.wasBroken = isBroken }
      return isBroken == state.wasBroken ? nil : isBroken ? .broken : .mended
    }
    if !news.all.isEmpty { tell(.found(news)) }
    if let change { tell(change) }
  }

  // MARK: Telling browsers

  private func announce(follow: String?) {
    let (number, root) = state.withLock { ($0.number, $0.snapshot?.root ?? "/") }
    events.send(
      StateMessage(
        number: number, errors: currentErrors, today: today(),
        follow: follow.map { root + SiteSnapshot.address(of: $0) }, options: options
      ).json)
  }

  /// Everything that is wrong.
  private var currentErrors: Diagnostics {
    state.withLock { state in
      var errors = Diagnostics()
      let all = state.readFailure.all + state.findings.all + state.pageFindings.all
      for finding in all where finding.severity == .error {
        errors.report(finding)
      }
      return errors
    }
  }

  // MARK: Answering

  private func answer(_ request: Request) -> HTTPServer.Answer {
    let rule: HostRule = options.host == nil ? .loopback : .any
    guard rule.allows(request.fields["host"]) else {
      return .now(
        .plain(403, "This preview answers to this machine only: open \(address), or start it with --host."))
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var refusal = Response.plain(405, "A preview can be looked at, and nothing else.")
      refusal.fields.append(("Allow", "GET, HEAD"))
      return .now(refusal)
    }
    if let own = BrowserFiles.response(to: request, events: events) { return .now(own) }

    let cookie = request.cookie("dateline-as-of-" + HostRule.port(in: request.fields["host"]))
    guard let cookie, let day = Day(String(cookie)) else {
      let snapshot = state.withLock(\.snapshot)
      return answer(request, from: snapshot)
    }
    let (known, number) = state.withLock { ($0.otherDays[day], $0.number) }
    if let known { return answer(request, from: known) }
    return .later { [self] in
      let snapshot = await live.snapshot(asOf: day)
      state.withLock { state in
        guard state.number == number, let snapshot else { return }
        // Each takes memory; the ones that were asked for last are soon there again.
        if state.otherDays.count >= Self.mostDays { state.otherDays = [:] }
        state.otherDays[day] = snapshot
      }
      switch answer(request, from: snapshot) {
      case .now(let response): return response
      case .later(let make): return await make()
      }
    }
  }

  private func answer(_ request: Request, from snapshot: SiteSnapshot?) -> HTTPServer.Answer {
    guard let snapshot else { return .now(BrowserFiles.nothingToShow(errors: currentErrors)) }
    return SiteAnswer(snapshot, request).answer { [self] in
      takeFindings(of: snapshot)
      return currentErrors
    }
  }
}
