import Diagnostics
import Foundation
import Site

/// Standard output for results, standard error for messages.
enum Terminal {
  /// Prints a result.
  static func print(_ text: String) throws(OutputError) { try write(Array((text + "\n").utf8)) }

  /// Writes a result as it is.
  static func write(_ bytes: [UInt8]) throws(OutputError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
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

  /// Whether messages have colours.
  private static let isColored = takesColors(STDERR_FILENO)
  /// Whether results may have colours.
  static let isOutputColored = takesColors(STDOUT_FILENO)

  /// Colours are for a terminal, and not where `NO_COLOR` is set (no-color.org) or the terminal is a dumb one.
  private static func takesColors(_ stream: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(stream) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }
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
