/// `dateline manual`: the manual page.
struct ManualCommand: Command {
  static let name = "manual"
  static let summary = "print the manual page, for man"
  static let help = """
    Prints the manual page dateline(1), which says all that `--help` does.

    Usage: dateline manual

          --help   this text

    Example: dateline manual > ~/.local/share/man/man1/dateline.1

    """

  init(_ arguments: inout Arguments) throws(UsageError) { _ = try arguments.positional(most: 0) }

  func run() throws -> ExitStatus {
    try Terminal.print(String(ManualPage(version: Dateline.version, commands: CommandTable.all).roff.dropLast()))
    return .done
  }
}
