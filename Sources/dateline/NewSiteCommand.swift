import Site

/// `dateline new site`: a folder that builds at once.
struct NewSiteCommand: Command {
  static let name = "new site"
  static let summary = "make a site that builds at once"
  static let help = """
    Makes a site: DIR/Content with site.yaml, in which comments say what can be set, and one page. It builds at once;
    `dateline new story` comes next.

    Usage: dateline new site [DIR] [options]

          --title TEXT   what the site is called
          --help         this text

    Example: dateline new site sound --title "The Sound" && dateline build sound

    """

  private let site: NewSite
  private let folder: String

  init(_ arguments: inout Arguments) throws {
    let title = try arguments.value("--title")
    folder = try arguments.positional(most: 1).first ?? "."
    site = NewSite(in: folder, title: try title ?? Conversation.terminal.offered("title", "A new site"))
  }

  func run() throws -> ExitStatus {
    try Terminal.print(try site.make())
    Terminal.note("Next: \(folder == "." ? "" : "cd \(folder) && ")dateline new story ID --title …")
    return .done
  }
}
