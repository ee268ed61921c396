import Foundation
import Site

/// `dateline new position`: finds a quote and adds a position.
struct NewPositionCommand: Command {
  static let name = "new position"
  static let summary = "find a quote in an article and add its position"
  static let help = """
    Finds a quote in a stored article by a few of its words, and appends a position to the story's positions file.

    Usage: dateline new position [DIR] --article STORY/ID [options] "A FEW WORDS"

      -a, --article STORY/ID        the article, or the path of its file
          --who ID                  who said it; if not said, who is named beside it
          --issue ID                on which question
          --stance ID               a level of its scale, or unclear, declined, mixed
          --date DATE               when (EDTF); the day the article was published if not said
          --prefix WORDS            what stands before the words, where they stand in several places
          --suffix WORDS            what stands after them
          --as-typed                quote the words alone, not the whole quotation they stand in
          --paraphrase TEXT         what was said, in your words
          --attribution WORD        on-record, background, deep-background, document
          --descriptor TEXT         how somebody unnamed is described
          --anonymity-reason TEXT   why the name is withheld
          --on-behalf-of ID, --reported-by ID, --venue TEXT, --event ID, --certainty WORD, --note TEXT
      -C, --folder DIR              the folder that holds Content; DIR before the words does the same
          --dry-run                 print the block, and write nothing
          --help                    this text

    The quote becomes the whole quotation around the words; where “he said” interrupts it, the cut is marked […]. Words
    that stand in no quotation marks, or hold cuts of yours, are taken as they are. What is not said is asked for on a
    terminal; elsewhere it is an error that lists what there is. All else in the file stays as it is. Exit status: 0 done,
    1 the quote is not there, or is a position already, 2 the command is wrong, 3 the machine would not.

    Example: dateline new position --article hanoi-2019/cnn-eve --issue sanctions --stance complete "only then will"

    """

  private let request: NewPosition.Request

  init(_ arguments: inout Arguments) throws(UsageError) {
    let article = try arguments.value("--article", "-a")
    var fields: [String: String] = [:]
    for key in ["who", "issue", "stance", "date"] + NewPosition.furtherKeys where key != "source" {
      let option = "--" + key.replacing("_", with: "-")
      guard let value = try arguments.value(option) else { continue }
      guard !value.isEmpty else { throw UsageError("\(option) needs a value") }
      fields[key] = value
    }
    let prefix = try arguments.value("--prefix")
    let suffix = try arguments.value("--suffix")
    let folder = try arguments.value("--folder", "-C")
    let takesWordsOnly = arguments.flag("--as-typed")
    let isDryRun = arguments.flag("--dry-run")
    let words = try arguments.positional(most: 2)
    guard let quote = words.last else {
      throw UsageError("which words? Write a few words of the quote, in quotation marks")
    }
    guard let article else { throw UsageError("in which article? Say it with --article STORY/ID") }
    var request = NewPosition.Request(article: article, words: quote)
    request.folder = words.count > 1 ? words.first : folder
    request.prefix = prefix
    request.suffix = suffix
    request.takesWordsOnly = takesWordsOnly
    request.fields = fields
    request.isDryRun = isDryRun
    request.jobs = ProcessInfo.processInfo.activeProcessorCount
    self.request = request
  }

  func run() async throws -> ExitStatus {
    switch try await NewPosition(request).run(.terminal) {
    case .written(let id, let path, let line, let warnings):
      Terminal.report(warnings)
      try Terminal.print("\(path):\(line): added position \(id)")
    case .composed(let block, let warnings):
      Terminal.report(warnings)
      try Terminal.print(block)
    case .declined: Terminal.note("nothing was written")
    }
    return .done
  }
}
