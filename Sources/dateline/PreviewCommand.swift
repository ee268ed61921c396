import Diagnostics
import EDTF
import Foundation
import Preview
import Site

/// `dateline preview`: serves the site while it is worked on.
struct PreviewCommand: Command {
  static let name = "preview"
  static let summary = "serve the site, and show every change as you save"
  static let help = """
    Serves the site to this machine's browsers, and shows every change as you save. Output is not touched.

    Usage: dateline preview [DIR] [options]

      -p, --port N        listen on that port; without it on 4000, or the next that is free
          --host ADDR     listen there, and let other machines in: 0.0.0.0 is every address this machine has
          --base-url URL  the address the site will have, in place of site.yaml's: it is served below the same path
          --open          open the site in the browser
          --drafts        show drafts too
          --future        show what is dated after today too
          --as-of DATE    the site as it could have been known on that day, YYYY-MM-DD
          --follow        go to the page that changed
          --verbose       say why each page is made again
      -j, --jobs N        do N things at once; as many as there are processors if not said
          --help          this text

    The page in the browser changes in place. Where something is wrong it stays as it was, with what is wrong on top,
    until that is mended. A small bar shows the site as of any day. Ctrl-C ends it. Exit status: 1 a file took more
    than a minute, 2 the command is wrong, 3 the machine would not (port taken).

    Example: dateline preview --drafts --open

    """

  private let options: PreviewOptions
  private let opensBrowser: Bool

  init(_ arguments: inout Arguments) throws(UsageError) {
    let port = try arguments.value("--port", "-p").map(Self.port)
    let host = try arguments.value("--host")
    opensBrowser = arguments.flag("--open")
    let follows = arguments.flag("--follow")
    let isVerbose = arguments.flag("--verbose")
    let site = try BuildOptions(&arguments)
    var options = PreviewOptions(site: site)
    options.port = port
    options.host = host
    options.follows = follows
    options.isVerbose = isVerbose
    self.options = options
  }

  private static func port(_ text: String) throws(UsageError) -> UInt16 {
    guard let port = UInt16(text), port > 0 else {
      throw UsageError("--port takes a number from 1 to 65535, not “\(text)”")
    }
    return port
  }

  func run() async throws -> ExitStatus {
    guard BuildOptions.holdsContent(options.site.folder) else { throw UsageError(noContentIn: options.site.folder) }
    Self.endAtOnce()
    Self.allowManyConnections()
    let log = PreviewLog(isVerbose: options.isVerbose)
    let preview = try Preview(options, today: { Edition.currentDay }, tell: log.tell)
    try await preview.run {
      let folder = options.site.folder == "." ? "Content" : options.site.contentFolder
      try? Terminal.print("\(preview.address) shows \(folder); Ctrl-C ends it")
      if opensBrowser { Self.openBrowser(at: preview.address) }
    }
    return .done
  }

  /// Ctrl-C, or whoever ends processes in good order, is obeyed at once: nothing is half done that matters.
  private static func endAtOnce() {
    for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(ExitStatus.done.rawValue) } }
    // A browser that goes in the midst of an answer is nothing to end for.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Each browser takes a file descriptor or more, of which a process may have only some until it asks for all.
  private static func allowManyConnections() {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 10_240)
    setrlimit(resource, &limit)
  }

  private static func openBrowser(at address: String) {
    #if os(macOS)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, address]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { ended in
      if ended.terminationStatus != 0 { Terminal.complain("no browser could be opened; go to \(address)") }
    }
    do {
      try process.run()
    } catch {
      Terminal.complain("no browser could be opened; go to \(address)")
    }
  }
}
