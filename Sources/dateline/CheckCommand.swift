import Diagnostics
import Foundation
import Site

/// `dateline check`: everything a build checks, and more, without writing.
struct CheckCommand: Command {
  /// How findings are printed.
  private enum Format: String, CaseIterable {
    case human, json, github, sarif
  }

  static let name = "check"
  static let summary = "find what is wrong with it, links and sourcing included, without writing"
  static let help = """
    Checks DIR/Content as a build does, and then what a build lets pass: links, anchors, pictures and files that are
    not there, pages that some cannot read, sourcing, dates that have passed. Nothing is written.

    Usage: dateline check [DIR] [options]

          --format WORD    human (if not said), json, github or sarif
          --strict         warnings count as errors in the exit status
          --base-url URL   the address the site will have, in place of site.yaml's
          --as-of DATE     the site as it could have been known on that day, YYYY-MM-DD
          --drafts         check drafts too
          --future         check what is dated after today too
      -j, --jobs N         do N things at once; as many as there are processors if not said
          --time-limit N   give up on a file that takes more than N seconds; 60 if not said
          --quiet          leave out the line that counts the findings
          --verbose        say what each step did, how long it took, and what is left out
          --help           this text

    Findings go to standard output, the line that counts them to standard error. Each has an id, in square brackets,
    which the guide explains. A comment on the line or the one above it silences one, with a reason:

      - who: ri  # dateline: allow single-anonymous-source: the only witness
      <!-- dateline: allow missing-alt: decorates, and shows nothing -->

    Exit status: 0 no errors, 1 errors (with --strict, warnings too), 2 the command is wrong, 3 the machine would not.

    Examples: dateline check
              dateline check --strict --format github
              dateline check --format sarif > dateline.sarif

    """

  let timeLimit: Int
  private let options: BuildOptions
  private let format: Format
  private let isStrict: Bool
  private let verbosity: Verbosity

  init(_ arguments: inout Arguments) throws(UsageError) {
    format = try arguments.value("--format").map(Self.format) ?? .human
    isStrict = arguments.flag("--strict")
    timeLimit = try Watchdog.limit(in: &arguments)
    verbosity = try Verbosity(&arguments)
    options = try BuildOptions(&arguments)
  }

  private static func format(_ text: String) throws(UsageError) -> Format {
    guard let format = Format(rawValue: text) else {
      let known = Format.allCases.map(\.rawValue)
      let near = nearestName(to: text, among: known).map { "; did you mean “\($0)”?" } ?? ""
      throw UsageError("--format takes \(known.joined(separator: ", ")), not “\(text)”\(near)")
    }
    return format
  }

  func run() async throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let log = BuildLog(verbosity)
    var options = options
    options.tell = log.listener
    guard case .checked(let report) = try await log.during({ [options] in try await SiteCheck(options).run() }) else {
      throw UsageError(noContentIn: options.folder)
    }
    try print(report, as: format, folder: options.folder)
    log.note("\(report.line); \((clock.now - start).inSeconds)")
    let isWrong = report.findings.all.contains {
      $0.severity == .error || (isStrict && $0.severity == .warning)
    }
    return isWrong ? .wrongContent : .done
  }

  private func print(_ report: CheckReport, as format: Format, folder: String) throws(OutputError) {
    switch format {
    case .human:
      guard !report.findings.all.isEmpty else { return }
      var writer = ConsoleWriter(color: Terminal.isOutputColored)
      try Terminal.print(writer.text(for: report.findings))
    case .json:
      var writer = JSONReport(folder: folder)
      try Terminal.write(writer.bytes(for: report.findings, silenced: report.silenced))
    case .github:
      var writer = WorkflowCommands(folder: folder)
      try Terminal.write(Array(writer.text(for: report.findings).utf8))
    case .sarif:
      var writer = SARIFReport(version: Dateline.version, rules: Lint.rules, folder: folder)
      try Terminal.write(writer.bytes(for: report.findings))
    }
  }
}
