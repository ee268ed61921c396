import Diagnostics
import Foundation
import Site

/// `dateline build`: makes the site.
struct BuildCommand: Command {
  static let name = "build"
  static let summary = "make the site"
  static let help = """
    Makes the site: reads DIR/Content and DIR/Templates, and writes DIR/Output.

    Usage: dateline build [DIR] [options]

      -o, --output DIR    write the site there instead
          --base-url URL  the address the site will have, in place of site.yaml's
          --as-of DATE    the site as it could have been known on that day, YYYY-MM-DD
          --drafts        publish drafts too
          --future        publish what is dated after today too
      -j, --jobs N        do N things at once; as many as there are processors if not said
          --time-limit N  give up on a file that takes more than N seconds; 60 if not said
          --quiet         say what is wrong and nothing else
          --verbose       say what each step did, how long it took, why there was anything to do, and what is left out
          --help          this text

    Nothing is written where the content has an error. On a terminal a build that takes long shows how far it is. Exit
    status: 0 done, 1 the content is wrong, 2 the command is wrong, 3 the machine would not (disk, permission).

    Examples: dateline build
              dateline build --drafts --verbose
              dateline build --as-of 2019-02-22 --output /tmp/eve

    """

  let timeLimit: Int
  private let options: BuildOptions
  private let verbosity: Verbosity

  init(_ arguments: inout Arguments) throws(UsageError) {
    let output = try arguments.value("--output", "-o")
    timeLimit = try Watchdog.limit(in: &arguments)
    verbosity = try Verbosity(&arguments)
    var options = try BuildOptions(&arguments)
    options.output = output
    self.options = options
  }

  func run() async throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let log = BuildLog(verbosity)
    var options = options
    options.tell = log.listener
    options.onWait = { log.note("another build is writing into the same folder; waiting for it") }
    let outcome = try await log.during { [options] in try await Build(options).run() }
    switch outcome {
    case .made(let summary, let diagnostics):
      Terminal.report(diagnostics)
      if verbosity != .quiet { try Terminal.print("\(summary.line); \((clock.now - start).inSeconds)") }
      // Before what is in memory of the site is freed page by page.
      return withExtendedLifetime(outcome) { ExitStatus.done.exit() }
    case .refused(let diagnostics):
      Terminal.report(diagnostics)
      Terminal.note("\(diagnostics.countInWords); nothing was written")
      return .wrongContent
    case .noContent:
      throw UsageError(noContentIn: options.folder)
    case .busy(let output):
      Terminal.complain(
        "another build is still writing into \(output); try again when it is done, or end it if it hangs")
      return .machine
    }
  }
}
