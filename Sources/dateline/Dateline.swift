import Site

/// The command line: finds the command, runs it, and turns how it ended into an exit status.
@main struct Dateline {
  static let version = "0.1.0"

  static func main() async {
    var words = CommandLine.arguments.dropFirst()
    let status: ExitStatus
    do {
      switch words.popFirst() {
      case "build": status = try await BuildCommand(Arguments(Array(words))).run()
      case "inspect": status = try await InspectCommand(Arguments(Array(words))).run()
      case "preview": status = try await PreviewCommand(Arguments(Array(words))).run()
      case "new": status = try await NewCommand.run(Array(words))
      case "--version", "-V":
        try Terminal.print("dateline \(version)")
        status = .done
      case "--help", "-h", "help":
        try Terminal.print(help)
        status = .done
      case nil:
        Terminal.note(help)
        status = .wrongCommand
      case let word?: throw UsageError(unknownCommand: word, known: ["build", "preview", "inspect", "new"])
      }
    } catch let error as UsageError {
      Terminal.complain(error.description)
      status = .wrongCommand
    } catch let error as FileSystemError {
      Terminal.complain(error.description)
      status = .machine
    } catch {
      Terminal.complain("\(error)")
      status = .machine
    }
    status.exit()
  }

  private static let help = """
    Dateline makes a static site of explainers from Markdown articles and a positions file.

    Usage: dateline COMMAND

      build [DIR]    make the site; `dateline build --help` says how
      preview [DIR]  serve it, and show every change as you save; `dateline preview --help` says how
      inspect PATH   print what a page's template is given; `dateline inspect --help` says how
      new KIND …     make a site, a story, an article or a position; `dateline new --help` says how
      --version      which Dateline this is
      --help         this text

    """
}
