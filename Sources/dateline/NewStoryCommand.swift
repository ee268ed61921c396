import Site

/// `dateline new story`: an explainer and its positions file.
struct NewStoryCommand: Command {
  static let name = "new story"
  static let summary = "make a story in it: explainer and positions file"
  static let help = """
    Makes a story: Content/ID with its explainer, index.md, and its positions file, which say in comments what goes
    where.

    Usage: dateline new story ID --title TEXT [options]

          --title TEXT   the headline
      -C, --folder DIR   the folder that holds Content, if it is not this one
          --help         this text

    Example: dateline new story harbour --title "Will the harbour be opened?"

    """

  private let story: NewStory
  private let id: String

  init(_ arguments: inout Arguments) throws {
    let title = try arguments.value("--title")
    let folder = try arguments.value("--folder", "-C") ?? "."
    guard let id = try arguments.positional(most: 1).first else {
      throw UsageError("what is the story's id? It names its folder: dateline new story ID --title …")
    }
    let headline =
      if let title, !title.isEmpty { title } else { try Conversation.terminal.required("title", option: "--title") }
    story = try NewStory(id, in: folder, title: headline)
    self.id = id
  }

  func run() throws -> ExitStatus {
    try Terminal.print(try story.make())
    Terminal.note("Next: write its actors and issues into positions.yaml, and dateline new article \(id) …")
    return .done
  }
}
