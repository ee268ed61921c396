extension Shell {
  /// A completion function for bash (bash(1), Programmable Completion).
  static func bash(_ commands: [Known]) -> String {
    let (first, second) = words(commands)
    var cases = ""
    for (group, words) in second {
      cases +=
        "    \"\(group) \") COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\")); return ;;\n"
    }
    for command in commands {
      let options = command.options.flatMap(\.names).filter { $0.hasPrefix("--") }
      cases +=
        "    \"\(command.name)\") options=\"\(options.joined(separator: " "))\" choices=\"\(command.choices.joined(separator: " "))\" ;;\n"
    }
    var values = ""
    for command in commands {
      for option in command.options {
        guard let kind = Values(option) else { continue }
        let reply =
          switch kind {
          case .words(let words): "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
          case .folders: "COMPREPLY=($(compgen -d -- \"$word\"))"
          case .files: "COMPREPLY=($(compgen -f -- \"$word\"))"
          }
        for name in option.names { values += "    \"\(command.name) \(name)\") \(reply); return ;;\n" }
      }
    }
    return """
      # Completions of dateline for bash.
      _dateline() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" options="" choices=""
        local command="${COMP_WORDS[1]}"
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(first.joined(separator: " ")) --help --version" -- "$word"))
          return
        fi
        case "$command" in
          \(second.map(\.group).joined(separator: "|"))) [ "$COMP_CWORD" -eq 2 ] && command="$command " || command="$command ${COMP_WORDS[2]}" ;;
        esac
        case "$command $before" in
      \(values)  esac
        case "$command" in
      \(cases)  esac
        case "$word" in
          -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
          *) [ -n "$choices" ] && [ "$COMP_CWORD" -eq 2 ] && COMPREPLY=($(compgen -W "$choices" -- "$word")) ||
            COMPREPLY=($(compgen -f -- "$word")) ;;
        esac
      }
      complete -o filenames -F _dateline dateline

      """
  }
}
