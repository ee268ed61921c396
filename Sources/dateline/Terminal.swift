import Diagnostics
import Foundation
import Site

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

extension Conversation {
  /// The terminal: questions and all that is told go to standard error, so that results can be piped.
  static let terminal: Conversation = {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      return Conversation(show: { Terminal.note($0) })
    }
    return Conversation(
      show: { Terminal.note($0) },
      answer: { prompt in
        FileHandle.standardError.write(Data(prompt.utf8))
        return readLine()
      })
  }()
}
