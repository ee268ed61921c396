extension Shell {
  /// A completion function for zsh (zshcompsys(1)).
  static func zsh(_ commands: [Known]) -> String {
    let (_, second) = words(commands)
    func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
    func described(_ name: String, _ about: String) -> String {
      quoted(name.replacing(":", with: "\\:") + ":" + about)
    }
    var top = commands.filter { !$0.name.contains(" ") }.map { described($0.name, $0.summary) }
    var cases = ""
    for (group, words) in second {
      top.append(described(group, "make " + words.joined(separator: ", ")))
      let kinds = commands.filter { $0.name.hasPrefix(group + " ") }
        .map { described(String($0.name.dropFirst(group.count + 1)), $0.summary) }
      cases += """
            \(group))
              if (( CURRENT == 3 )); then
                local -a kinds=(\(kinds.joined(separator: " ")))
                _describe kind kinds
                return
              fi
              command="\(group) ${words[3]}"
              shift words
              (( CURRENT-- )) ;;

        """
    }
    var arguments = ""
    for command in commands {
      let specs = command.options.flatMap { option -> [String] in
        let about = option.about.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: "\\:")
        var value = ""
        if let name = option.value {
          switch Values(option) {
          case .words(let words): value = ":\(name.replacing("|", with: " ")):(\(words.joined(separator: " ")))"
          case .folders: value = ":\(name):_files -/"
          case .files: value = ":\(name):_files"
          case nil: value = ":\(name): "
          }
        }
        return option.names.map { quoted("\($0)[\(about)]\(value)") }
      }
      let first = command.choices.isEmpty ? "" : quoted("1:kind:(\(command.choices.joined(separator: " ")))") + " "
      arguments +=
        "      \(quoted(command.name))) _arguments \(specs.joined(separator: " ")) \(first)'*:file:_files' ;;\n"
    }
    return """
      #compdef dateline
      # Completions of dateline for zsh.
      _dateline() {
        if (( CURRENT == 2 )); then
          local -a commands=(\(top.joined(separator: " ")))
          _describe command commands
          return
        fi
        local command="${words[2]}"
        case "$command" in
      \(cases)  esac
        shift words
        (( CURRENT-- ))
        case "$command" in
      \(arguments)  esac
      }
      _dateline "$@"

      """
  }
}
