import Diagnostics
import Foundation
import Site
import Synchronization

/// Standard output for results, standard error for messages.
///
/// A status line, while there is one, is the last of the screen, and gives way to whatever else is written.
enum Terminal {
  /// Whether a status line is shown.
  private static let isStatusShown = Mutex(false)
  /// Back to the start of the line, and erase it (ECMA-48, EL).
  private static let lineErasure = "\r\u{1B}[K"

  /// Prints a result.
  static func print(_ text: String) throws(OutputError) { try write(Array((text + "\n").utf8)) }

  /// Writes a result as it is.
  static func write(_ bytes: [UInt8]) throws(OutputError) {
    show(status: nil)
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw OutputError()
    }
  }

  /// Prints a message; where that cannot be done, there is nowhere to say so.
  static func note(_ text: String) {
    isStatusShown.withLock { isShown in
      writeMessage((isShown ? lineErasure : "") + text + "\n")
      isShown = false
    }
  }

  /// Prints what is wrong with the command or the machine.
  static func complain(_ text: String) { note("dateline: \(text)") }

  /// Prints all findings, and how many they are where there are errors.
  static func report(_ diagnostics: Diagnostics) {
    guard !diagnostics.all.isEmpty else { return }
    var writer = ConsoleWriter(color: isColored)
    note(writer.text(for: diagnostics))
  }

  /// Draws the status line over what it was; `nil` takes it away.
  static func show(status: String?) {
    isStatusShown.withLock { isShown in
      guard isShown || status != nil else { return }
      writeMessage(lineErasure + (status ?? ""))
      isShown = status != nil
    }
  }

  private static func writeMessage(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Whether a status line is drawn: on a terminal that can take it away again and is watched by somebody, as those of
  /// continuous integration are not.
  static var drawsProgress: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb" && environment["CI", default: ""].isEmpty
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
