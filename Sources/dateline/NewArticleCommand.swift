import Foundation
import Site

/// `dateline new article`: stores a source.
struct NewArticleCommand: Command {
  static let name = "new article"
  static let summary = "store a source article"
  static let help = """
    Stores a source article beside its story, in STORY's articles/. Its text, in Markdown, is read from standard input
    where that is a file or a pipe; otherwise put it below the front matter.

    Usage: dateline new article STORY --title TEXT --publisher TEXT --published DATE [--url URL] [options] [< TEXT]

          --title TEXT       the headline
          --publisher TEXT   who published it
          --published DATE   when (EDTF)
          --url URL          where the original is
          --id ID            what positions call it; made of publisher and date if not said
          --byline TEXT, --kind WORD, --lang TAG, --accessed DATE
          --republish WORD   full, excerpts, none: how much of it may be printed
      -C, --folder DIR       the folder that holds Content, if it is not this one
          --help             this text

    Example: dateline new article hanoi-2019 --title "On the eve" --publisher CNN --published 2019-02-22 < eve.md

    """

  private let request: NewArticle.Request

  init(_ arguments: inout Arguments) throws(UsageError) {
    var fields: [String: String] = [:]
    for key in NewArticle.keys {
      guard let value = try arguments.value("--\(key)") else { continue }
      guard !value.isEmpty else { throw UsageError("--\(key) needs a value") }
      fields[key] = value
    }
    let id = try arguments.value("--id")
    let folder = try arguments.value("--folder", "-C") ?? "."
    guard let story = try arguments.positional(most: 1).first else {
      throw UsageError("of which story? Write its folder's name: dateline new article STORY …")
    }
    var request = NewArticle.Request(story: story)
    request.folder = folder
    request.id = id
    request.fields = fields
    request.jobs = ProcessInfo.processInfo.activeProcessorCount
    self.request = request
  }

  func run() async throws -> ExitStatus {
    var request = request
    if isatty(STDIN_FILENO) == 0 { request.text = Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
    let (path, warnings) = try await NewArticle(request).run(.terminal)
    Terminal.report(warnings)
    try Terminal.print("made \(path)")
    if request.text.isEmpty { Terminal.note("Put its text below the front matter: quotes are checked against it.") }
    return .done
  }
}
