import Diagnostics
import Foundation

/// Standard output for results, standard error for messages.
enum Terminal {
  /// Prints a result.
  static func print(_ text: String) throws(OutputError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    } catch {
      throw OutputError()
    }
  }

  /// Prints a message; where that cannot be done, there is nowhere to say so.
  static func note(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) }

  /// Prints what is wrong with the command or the machine.
  static func complain(_ text: String) { note("dateline: \(text)") }

  /// Prints all findings, and how many they are where there are errors.
  static func report(_ diagnostics: Diagnostics) {
    guard !diagnostics.all.isEmpty else { return }
    var writer = ConsoleWriter(color: isColored)
    note(writer.text(for: diagnostics))
  }

  /// Colours are for a terminal, and not where `NO_COLOR` is set (no-color.org) or the terminal is a dumb one.
  private static let isColored: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDERR_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }()
}

/// Standard output would not take a result: the disk it goes to is full, or what reads it has gone.
struct OutputError: Error, CustomStringConvertible {
  let description = "cannot write the result to standard output"
}
