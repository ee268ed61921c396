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
    /// Files have changed, and these pages are out of date for it, which took so long to know; `nil` where something is
    /// wrong, so that pages stay as they were.
    case changed(files: [String], pages: [StalePage]?, Duration)
    /// This is wrong, or worth knowing, and was not told before.
    case found(Diagnostics)
    /// Something is wrong: the site is shown as it last was, if it ever was.
    case broken(isAnythingShown: Bool)
    /// Nothing is wrong any more.
    case mended
  }

  /// What is known of the site.
  struct State: Sendable {
    var snapshot: SiteSnapshot?
    /// Counts the looks that found something.
    var number = 0
    /// The site on other days, by day: as long as the number is this.
    var otherDays: [Day: SiteSnapshot] = [:]
    /// What is wrong or worth knowing.
    var findings = Findings()
    /// Renders the pages that nobody has asked for.
    var rendering: Task<Void, Never>?
    /// Whether files are being looked at, which is more urgent than any page that nobody has asked for.
    var isLooking = false
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

  let options: PreviewOptions
  let live: LiveSite
  let events = EventStream()
  let state = Mutex(State())
  /// What day it is now.
  let today: @Sendable () -> Day
  let tell: @Sendable (Message) -> Void
  private let socket: ListeningSocket

  /// Takes a port; ``run(isReady:)`` does the rest.
  ///
  /// - Parameters:
  ///   - today: what day it is now.
  ///   - tell: what becomes of messages; called from any thread.
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
  public func run(isReady: @Sendable () -> Void) async throws {
    try await Watchdog.noticing(patience: options.patience, { self.takeSlow($0) }) {
      // Watched before they are looked at, so that nothing happens unseen in between.
      let watch = FolderWatch([options.site.contentFolder, options.site.templatesFolder])
      await look()
      let guardian = Watchdog.guardian
      try HTTPServer.start(on: socket) { self.answer($0, under: guardian) }
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
  }
}
