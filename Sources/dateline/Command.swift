import Diagnostics
import Foundation
import Site

/// One command of the command line: what it is called, how it is explained, and what it does.
///
/// The help text is all that is written about a command: the manual page and the completions of shells are made from
/// it (``HelpText``), and so an option that is not in it is in neither of them.
protocol Command: Sendable {
  /// What is typed after `dateline`: `build`, or `new site`.
  static var name: String { get }
  /// What it does, in a few words, for the list of all commands.
  static var summary: String { get }
  /// How it is used: what it does, its usage, its options, an example.
  static var help: String { get }

  /// Reads the words that follow the name, but for `--help`.
  init(_ arguments: inout Arguments) throws
  /// How many seconds one file may take before the command is ended (``Watchdog``).
  var timeLimit: Int { get }
  /// Does what was asked for.
  func run() async throws -> ExitStatus
}

extension Command {
  var timeLimit: Int { Watchdog.patience }
}

/// A command among others, whatever type it is of.
struct AnyCommand: Sendable {
  let name: String
  let summary: String
  let help: String
  /// Runs the command with the words that follow its name, or explains it.
  let run: @Sendable (_ words: [String]) async throws -> ExitStatus

  init<Wrapped: Command>(_ command: Wrapped.Type) {
    name = Wrapped.name
    summary = Wrapped.summary
    help = Wrapped.help
    run = { words in
      var arguments = Arguments(words)
      guard !arguments.flag("--help", "-h") else {
        try Terminal.print(Wrapped.help)
        return .done
      }
      let command = try Wrapped(&arguments)
      let limit = command.timeLimit
      return try await Watchdog.guarding(patience: limit, orElse: { Self.giveUp(on: $0, after: limit) }) {
        try await command.run()
      }
    }
  }

  /// The hard stop: the file that took too long is told, and the site is as it was.
  private static func giveUp(on file: String, after seconds: Int) {
    Terminal.complain("\(printable(file)) took more than \(seconds) s; the site is as it was")
    let isDefault = seconds == Watchdog.patience
    Terminal.note(
      isDefault
        ? "  = make the file smaller or simpler, and report it: this should not happen (SECURITY.md)"
        : "  = make the file smaller or simpler, or give it more time with --time-limit")
    // What hangs would hang whoever waits for it too.
    _exit(ExitStatus.wrongContent.rawValue)
  }
}
