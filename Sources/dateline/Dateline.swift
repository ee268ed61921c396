import Diagnostics
import Foundation
import Site

/// The command line: finds the command, runs it, and turns how it ended into an exit status.
@main struct Dateline {
  static let version = "0.1.0"

  static func main() async {
    // A limit on the size of files is met as an error that names the file, not as the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    await ending(of: Array(CommandLine.arguments.dropFirst())).exit()
  }

  /// How the command these words are ended.
  private static func ending(of words: [String]) async -> ExitStatus {
    let status: ExitStatus
    do {
      status = try await run(words)
    } catch let error as UsageError {
      Terminal.complain(error.description)
      status = .wrongCommand
    } catch ScaffoldError.command(let message) {
      Terminal.complain(printable(message))
      status = .wrongCommand
    } catch ScaffoldError.content(let diagnostics) {
      Terminal.report(diagnostics)
      Terminal.note("\(diagnostics.countInWords); nothing was written")
      status = .wrongContent
    } catch ScaffoldError.machine(let error) {
      Terminal.complain(error.description)
      status = .machine
    } catch {
      // A full disk, a missing permission, a closed standard output: each says what it is.
      Terminal.complain("\(error)")
      status = .machine
    }
    return status
  }

  private static func run(_ words: [String]) async throws -> ExitStatus {
    switch words.first {
    case "--version", "-V":
      try Terminal.print("dateline \(version)")
      return .done
    case "--help", "-h", "help":
      try Terminal.print(CommandTable.help)
      return .done
    case nil:
      Terminal.note(CommandTable.help)
      return .wrongCommand
    case _?:
      switch try CommandTable.request(of: words) {
      case .command(let command, let rest): return try await command.run(rest)
      case .group(let name) where words.count == 1:
        Terminal.note(CommandTable.help(ofGroup: name))
        return .wrongCommand
      case .group(let name):
        try Terminal.print(CommandTable.help(ofGroup: name))
        return .done
      }
    }
  }
}
