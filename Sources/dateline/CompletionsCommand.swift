import Diagnostics

/// `dateline completions`: what a shell completes after `dateline`.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let summary = "print the completions for a shell"
  static let help = """
    Prints a script by which a shell completes commands and options.

    Usage: dateline completions bash|zsh|fish

          --help   this text

    Put it where the shell looks: for bash ~/.local/share/bash-completion/completions/dateline, for zsh a file
    _dateline in a folder of $fpath, for fish ~/.config/fish/completions/dateline.fish.

    Example: dateline completions bash > ~/.local/share/bash-completion/completions/dateline

    """

  private let shell: Shell

  init(_ arguments: inout Arguments) throws(UsageError) {
    let known = Shell.allCases.map(\.rawValue).joined(separator: ", ")
    guard let word = try arguments.positional(most: 1).first else { throw UsageError("for which shell? \(known)") }
    guard let shell = Shell(rawValue: word) else { throw UsageError("“\(word)” is not one of \(known)") }
    self.shell = shell
  }

  func run() throws -> ExitStatus {
    try Terminal.print(String(shell.script(for: CommandTable.all).dropLast()))
    return .done
  }
}
