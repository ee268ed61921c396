import Diagnostics

/// All commands, in the order they are listed.
enum CommandTable {
  static let all = [
    AnyCommand(BuildCommand.self), AnyCommand(PreviewCommand.self), AnyCommand(CheckCommand.self),
    AnyCommand(PublishCommand.self),
    AnyCommand(NewSiteCommand.self), AnyCommand(NewStoryCommand.self),
    AnyCommand(NewArticleCommand.self), AnyCommand(NewPositionCommand.self), AnyCommand(NewThemeCommand.self),
    AnyCommand(ImportCommand.self), AnyCommand(InspectCommand.self), AnyCommand(SchemaCommand.self),
    AnyCommand(CompletionsCommand.self),
    AnyCommand(ManualCommand.self),
  ]

  /// Commands of two words, by the first: what they have in common.
  static let groups: [String: String] = [
    "new": """
    Makes a site, a story, an article, a position or a theme. Nothing that is there is ever overwritten. What is missing is asked
    for on a terminal, and nowhere else.

    Usage: dateline new KIND …

    """
  ]

  /// What words on the command line ask for.
  enum Request {
    /// A command, and the words that follow its name.
    case command(AnyCommand, [String])
    /// The explanation of a group.
    case group(String)
  }

  /// Finds out what words ask for.
  static func request(of words: [String]) throws(UsageError) -> Request {
    for count in [2, 1] {
      let name = words.prefix(count).joined(separator: " ")
      if let command = all.first(where: { $0.name == name }) { return .command(command, Array(words.dropFirst(count))) }
    }
    guard let first = words.first, groups[first] != nil else {
      throw UsageError(unknownCommand: words.first ?? "", known: all.map { String($0.name.prefix { $0 != " " }) })
    }
    guard words.count > 1, !["--help", "-h"].contains(words[1]) else { return .group(first) }
    let kinds = all.map(\.name).filter { $0.hasPrefix(first + " ") }.map { String($0.dropFirst(first.count + 1)) }
    let suggestion =
      nearestName(to: words[1], among: kinds).map { "did you mean “\($0)”?" }
      ?? "there is \(kinds.joined(separator: ", "))"
    throw UsageError("nothing \(first) is called “\(words[1])”; \(suggestion)")
  }

  /// What there is, one command a line.
  static let help = """
    Dateline makes a static site of explainers from Markdown articles and a positions file.

    Usage: dateline COMMAND …

    \(list(of: all))

      --version      which Dateline this is
      --help         this text; `dateline COMMAND --help` explains a command

    """

  /// What there is of a group.
  static func help(ofGroup group: String) -> String {
    let members = all.filter { $0.name.hasPrefix(group + " ") }
    return groups[group, default: ""] + "\n" + list(of: members) + "\n\n`dateline \(group) KIND --help` says how.\n"
  }

  private static func list(of commands: [AnyCommand]) -> String {
    commands.map { command in
      let gap = String(repeating: " ", count: max(2, 15 - command.name.count))
      return "  \(command.name)\(gap)\(command.summary)"
    }.joined(separator: "\n")
  }
}
