import Diagnostics
import EDTF
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
          --help          this text

    Nothing is written where the content has an error. Exit status: 0 done, 1 the content is wrong, 2 the command is
    wrong, 3 the machine would not (disk, permission).

    Example: dateline build --as-of 2019-02-22 --output /tmp/eve

    """

  private let options: BuildOptions

  init(_ arguments: inout Arguments) throws(UsageError) {
    let output = try arguments.value("--output", "-o")
    let baseURL = try arguments.value("--base-url")
    let edition = try Edition.named(in: &arguments)
    let jobs = try Self.jobs(in: &arguments)
    let includesDrafts = arguments.flag("--drafts")
    let includesFuture = arguments.flag("--future")
    let folder = try arguments.positional(most: 1).first ?? "."
    if let baseURL, !BuildOptions.isBaseURL(baseURL) {
      throw UsageError("“\(baseURL)” is not the address of a site; write it whole, such as https://example.org/news/")
    }
    var options = BuildOptions(folder: folder, edition: edition, jobs: jobs)
    options.output = output
    options.baseURL = baseURL
    options.includesDrafts = includesDrafts
    options.includesFuture = includesFuture
    options.onWait = { Terminal.note("another build is writing into the same folder; waiting for it") }
    self.options = options
  }

  /// How many things are done at once: what `--jobs` says, or as many as there are processors.
  static func jobs(in arguments: inout Arguments) throws(UsageError) -> Int {
    guard let text = try arguments.value("--jobs", "-j") else { return ProcessInfo.processInfo.activeProcessorCount }
    guard let jobs = Int(text), 1...256 ~= jobs else {
      throw UsageError("--jobs takes a number from 1 to 256, not “\(text)”")
    }
    return jobs
  }

  func run() async throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    switch try await Build(options).run() {
    case .made(let summary, let diagnostics):
      Terminal.report(diagnostics)
      try Terminal.print("\(summary.line); \(Self.seconds(clock.now - start))")
      return .done
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

  /// “0.34 s”.
  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let hundredths = Int(attoseconds / 10_000_000_000_000_000)
    return "\(seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s"
  }
}

extension Edition {
  /// The day `--as-of` names, or `SOURCE_DATE_EPOCH` (reproducible-builds.org), or the clock's day in UTC.
  static func named(in arguments: inout Arguments) throws(UsageError) -> Edition {
    if let text = try arguments.value("--as-of") {
      guard let day = Day(text) else { throw UsageError("--as-of takes a day as YYYY-MM-DD, not “\(text)”") }
      return Edition(today: day, isPinned: true)
    }
    if let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty {
      guard let seconds = Int(text) else {
        throw UsageError("SOURCE_DATE_EPOCH is “\(text)”, which is no number of seconds")
      }
      return Edition(today: Day(secondsSince1970: seconds), isPinned: true)
    }
    return Edition(today: currentDay, isPinned: false)
  }

  /// The clock's day in UTC.
  static var currentDay: Day { Day(secondsSince1970: Int(Date().timeIntervalSince1970.rounded(.down))) }
}

extension Day {
  /// The day in UTC that holds a moment of Unix time.
  fileprivate init(secondsSince1970 seconds: Int) {
    self.init(ordinal: Int((Double(seconds) / 86_400).rounded(.down)))
  }
}
