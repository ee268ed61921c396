import Site

/// `dateline new theme`: files of the built-in theme, to be changed.
struct NewThemeCommand: Command {
  static let name = "new theme"
  static let summary = "copy files of the built-in theme into Templates"
  static let help = """
    Copies files of the built-in theme into Templates, where they take the place of the built-in ones.

    Usage: dateline new theme [FILE …] [options]

      -C, --folder DIR   the folder that holds Content, if it is not this one
          --help         this text

    FILE is a path in the theme, or a folder of it; without one all of it is copied. What is not copied stays as the
    program has it, and gets better with it: copy no more than you will change.

    Example: dateline new theme assets/style.css

    """

  private let theme: NewTheme

  init(_ arguments: inout Arguments) throws {
    let folder = try arguments.value("--folder", "-C") ?? "."
    guard BuildOptions.holdsContent(folder) else { throw UsageError(noContentIn: folder) }
    theme = try NewTheme(in: folder, names: try arguments.positional(most: .max))
  }

  func run() throws -> ExitStatus {
    try Terminal.print(try theme.make())
    return .done
  }
}
