extension Shell {
  /// Completions for fish (complete(1)).
  static func fish(_ commands: [Known]) -> String {
    let (first, second) = words(commands)
    func quoted(_ text: String) -> String {
      "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
    var lines = ["# Completions of dateline for fish.", "complete -c dateline -n __fish_use_subcommand -f"]
    for word in first {
      let about =
        commands.first { $0.name == word }?.summary
        ?? "make \(second.first { $0.group == word }?.words.joined(separator: ", ") ?? "")"
      lines.append("complete -c dateline -n __fish_use_subcommand -a \(word) -d \(quoted(about))")
    }
    for command in commands {
      let words = command.name.split(separator: " ").map(String.init)
      if words.count == 2 {
        let others = second.first { $0.group == words[0] }?.words.joined(separator: " ") ?? ""
        lines.append(
          "complete -c dateline -n '__fish_seen_subcommand_from \(words[0]); and not __fish_seen_subcommand_from "
            + "\(others)' -f -a \(words[1]) -d \(quoted(command.summary))")
      }
      let condition = "'" + words.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ") + "'"
      if !command.choices.isEmpty {
        lines.append("complete -c dateline -n \(condition) -a \(quoted(command.choices.joined(separator: " ")))")
      }
      for option in command.options {
        let names = option.names.map { $0.hasPrefix("--") ? "-l \($0.dropFirst(2))" : "-s \($0.dropFirst())" }
        var line = "complete -c dateline -n \(condition) \(names.joined(separator: " "))"
        if option.value != nil {
          switch Values(option) {
          case .words(let words): line += " -x -a \(quoted(words.joined(separator: " ")))"
          case .folders: line += " -x -a '(__fish_complete_directories)'"
          case .files: line += " -r"
          case nil: line += " -x"
          }
        }
        lines.append(line + " -d \(quoted(option.about))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
