import Diagnostics
import Foundation
import Publishing
import Site

/// `dateline publish`: checks, builds, and uploads what differs.
struct PublishCommand: Command {
  static let name = "publish"
  static let summary = "upload what differs to where readers get it"
  static let help = """
    Publishes the site: checks it, builds DIR/Output, shows what will be added, changed and removed where readers get it,
    and uploads what differs. Where that is, `publish` in DIR/Content/site.yaml says by name.

    Usage: dateline publish [DIR] [options]

          --to NAME          the target; needed only where site.yaml names several
          --dry-run          show all that would be done, and write nothing, neither here nor there
          --allow-removals   remove more pages than the target's max_removed (20% if not said)
          --force            take the place of files that Dateline did not put there; with git, push over what others
                             push meanwhile
          --base-url URL     the address the site will have, in place of the target's and site.yaml's
          --as-of DATE       the site as it could have been known on that day, YYYY-MM-DD
          --time-limit N     give up on a file that takes more than N seconds; 60 if not said
          --quiet            say what is wrong and nothing else
          --verbose          say what each step did, how long it took, and what is left out
          --help             this text

    Only files that Dateline put there are ever removed. What fails says what readers get now; the next publish completes
    it. Exit status: 0 done, 1 the content is wrong or the publish would do what nobody said is meant, 2 the command is
    wrong, 3 the machine or the other one would not.

    Examples: dateline publish --to pages --dry-run
              dateline publish --to pages

      # Content/site.yaml
      publish:
        pages: {kind: git, remote: origin, branch: gh-pages}
        web: {kind: directory, path: /srv/www/site}
        box: {kind: rsync, to: "me@example.org:/srv/www/site"}
        bucket: {kind: rclone, to: "s3:my-bucket/site"}

    """

  let timeLimit: Int
  private let request: Publish.Request
  private let verbosity: Verbosity

  init(_ arguments: inout Arguments) throws(UsageError) {
    let target = try arguments.value("--to")
    let baseURL = try arguments.value("--base-url")
    let edition = try Edition.named(in: &arguments)
    timeLimit = try Watchdog.limit(in: &arguments)
    let isRehearsal = arguments.flag("--dry-run")
    let allowsRemovals = arguments.flag("--allow-removals")
    let isForced = arguments.flag("--force")
    verbosity = try Verbosity(&arguments)
    let folder = try arguments.positional(most: 1).first ?? "."
    if let baseURL, !BuildOptions.isBaseURL(baseURL) {
      throw UsageError("“\(baseURL)” is not the address of a site; write it whole, such as https://example.org/news/")
    }
    var options = BuildOptions(
      folder: folder, edition: edition, jobs: ProcessInfo.processInfo.activeProcessorCount)
    options.baseURL = baseURL
    var request = Publish.Request(options)
    request.target = target
    request.isRehearsal = isRehearsal
    request.allowsRemovals = allowsRemovals
    request.isForced = isForced
    self.request = request
  }

  func run() async throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let log = BuildLog(verbosity)
    var request = request
    request.options.tell = log.listener
    request.options.onWait = {
      log.note("another build or publish is at work in the same folder; waiting for it")
    }
    let outcome = try await log.during { [request, verbosity] in
      try await Publish(request).run { warnings, announcement in
        Terminal.report(warnings)
        if let announcement, verbosity != .quiet { try Terminal.print(announcement.text) }
      }
    }
    switch outcome {
    case .done(let target, let changes):
      let took = (clock.now - start).inSeconds
      if verbosity == .quiet { return .done }
      if request.isRehearsal {
        try Terminal.print("nothing was written; \(took)")
      } else if changes.isEmpty {
        try Terminal.print("\(target) holds the site already, nothing was uploaded; \(took)")
      } else {
        try Terminal.print("published to \(target): \(changes.countsInWords); \(took)")
      }
      return .done
    case .refused(let diagnostics):
      Terminal.report(diagnostics)
      Terminal.note("\(diagnostics.countInWords); nothing was published")
      return .wrongContent
    case .noTarget(let message): throw UsageError(message)
    case .noContent: throw UsageError(noContentIn: request.options.folder)
    case .busy(let output):
      Terminal.complain(
        "another build or publish is still at work in \(output); try again when it is done, or end it if it hangs")
      return .machine
    }
  }
}
