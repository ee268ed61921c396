/// What shells complete after `dateline`, made of the help of all commands.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The script to be put where the shell looks for completions.
  func script(for commands: [AnyCommand]) -> String {
    let known = commands.map { command -> Known in
      let help = HelpText(command.help)
      return (command.name, command.summary, help.options, help.choices)
    }
    switch self {
    case .bash: return Self.bash(known)
    case .zsh: return Self.zsh(known)
    case .fish: return Self.fish(known)
    }
  }

  typealias Known = (name: String, summary: String, options: [HelpText.Option], choices: [String])

  /// The first words of all commands, each once, and the second words of those that have two.
  static func words(_ commands: [Known]) -> (first: [String], second: [(group: String, words: [String])]) {
    var first: [String] = []
    var second: [(group: String, words: [String])] = []
    for command in commands {
      let words = command.name.split(separator: " ").map(String.init)
      if !first.contains(words[0]) { first.append(words[0]) }
      guard words.count == 2 else { continue }
      if let index = second.firstIndex(where: { $0.group == words[0] }) {
        second[index].words.append(words[1])
      } else {
        second.append((words[0], [words[1]]))
      }
    }
    return (first, second)
  }

  /// What a value is completed with: the words it may be, folders, or files; `nil` where nothing is known of it.
  enum Values {
    case words([String])
    case folders
    case files

    init?(_ option: HelpText.Option) {
      switch option.value {
      case "DIR": self = .folders
      case "FILE": self = .files
      default:
        guard !option.choices.isEmpty else { return nil }
        self = .words(option.choices)
      }
    }
  }
}
