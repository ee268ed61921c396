import Diagnostics
import Foundation
import Site

/// `dateline new`: makes a site, a story, an article or a position.
enum NewCommand {
  private static let help = """
    Makes a site, a story, an article or a position. Nothing that is there is ever overwritten.

    Usage: dateline new KIND …

      site [DIR]         a folder that builds at once
      story ID           a story in it: explainer and positions file
      article STORY      a source article, its text read from standard input
      position "WORDS"   a position whose quote is found in an article by a few of its words

    `dateline new KIND --help` says how. What is missing is asked for on a terminal, and nowhere else.

    Example: dateline new position --article hanoi-2019/cnn-eve "need a full declaration"

    """

  static func run(_ words: [String]) async throws -> ExitStatus {
    try await reporting {
      var words = words[...]
      switch words.popFirst() {
      case "position": return try await NewPositionCommand(Arguments(Array(words))).run()
      case "article": return try await NewArticleCommand(Arguments(Array(words))).run()
      case "story": return try NewStoryCommand(Arguments(Array(words))).run()
      case "site": return try NewSiteCommand(Arguments(Array(words))).run()
      case "--help", "-h":
        try Terminal.print(help)
        return .done
      case nil:
        Terminal.note(help)
        return .wrongCommand
      case let kind?:
        let known = ["site", "story", "article", "position"]
        throw UsageError(
          "nothing new is called “\(kind)”; "
            + (nearestName(to: kind, among: known).map { "did you mean “\($0)”?" }
              ?? "there is \(known.joined(separator: ", "))"))
      }
    }
  }

  /// Runs what makes files, and reports why it did not.
  static func reporting(_ make: () async throws -> ExitStatus) async throws -> ExitStatus {
    do {
      return try await make()
    } catch let error as ScaffoldError {
      switch error {
      case .command(let message): throw UsageError(printable(message))
      case .machine(let error): throw error
      case .content(let diagnostics):
        Terminal.report(diagnostics)
        Terminal.note("\(diagnostics.countInWords); nothing was written")
        return .wrongContent
      }
    }
  }
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
