import Diagnostics
import Foundation
import Importing
import Site

/// `dateline import`: makes a story out of a timeline or a spreadsheet.
struct ImportCommand: Command {
  static let name = "import"
  static let summary = "make a story out of a timeline or a spreadsheet"
  static let help = """
    Makes a story out of a timeline of TimelineJS or a table of positions, or adds to a story that is there.

    Usage: dateline import timelinejs FILE --story ID [DIR] [options]
           dateline import csv FILE --story ID [DIR] [options]

      timelinejs   the JSON of TimelineJS3, or its spreadsheet saved as CSV, with today's headers or those of version 1:
                   each slide becomes an event, its text a part of the explainer, its media a source
      csv          positions.csv as a build writes it, or a spreadsheet of your own: a row is a position, with columns
                   such as who, date, quote, url, publisher, question, stance

          --story ID       the story, by the name of its folder below Content
          --title TEXT     the headline of a new story
          --dates ORDER    how 03/04/2019 is read: day-first or month-first; if not said, as the other dates tell
          --dry-run        print what the files would say, and write nothing
          --as-of DATE     events before that day are over, YYYY-MM-DD; today if not said
      -C, --folder DIR     the folder that holds Content; DIR does the same
          --help           this text

    Nothing is ever overwritten: rows and slides that are in the story already are passed over, and where one differs from
    what is there, or anything else is wrong, nothing is written. What a story has no place for is listed. Exit status:
    0 done, 1 the file is wrong or does not fit, 2 the command is wrong, 3 the machine would not.

    Example: dateline import timelinejs timeline.json --story hanoi-2019
    Example: dateline import csv quotes.csv --story hanoi-2019 --dates day-first --dry-run

    """

  private let request: ImportStory.Request

  init(_ arguments: inout Arguments) throws(UsageError) {
    let story = try arguments.value("--story")
    let title = try arguments.value("--title")
    let dates = try arguments.value("--dates")
    let folder = try arguments.value("--folder", "-C")
    let isDryRun = arguments.flag("--dry-run")
    let edition = try Edition.named(in: &arguments)
    let words = try arguments.positional(most: 3)
    let format = try Self.format(words.first)
    guard words.count > 1 else { throw UsageError("which file? Write it after \(format.rawValue)") }
    guard let story else { throw UsageError("into which story? Say it with --story ID") }
    if folder != nil, words.count > 2 { throw UsageError("“\(words[2])” is one word too many") }
    var request = ImportStory.Request(format, file: words[1], story: story, today: edition.today)
    request.folder = folder ?? (words.count > 2 ? words[2] : ".")
    request.title = title
    if let dates { request.order = try Self.order(dates) }
    request.isDryRun = isDryRun
    request.jobs = ProcessInfo.processInfo.activeProcessorCount
    self.request = request
  }

  private static func format(_ word: String?) throws(UsageError) -> ImportStory.Format {
    let known = ImportStory.Format.allCases.map(\.rawValue)
    guard let word else { throw UsageError("what is to be imported? Write \(known.joined(separator: " or "))") }
    guard let format = ImportStory.Format(rawValue: word) else {
      throw UsageError(word, isNoneOf: known, what: "nothing is imported as")
    }
    return format
  }

  private static func order(_ word: String) throws(UsageError) -> DayOrder {
    guard let order = DayOrder(rawValue: word) else {
      throw UsageError(word, isNoneOf: DayOrder.allCases.map(\.rawValue), what: "--dates does not know")
    }
    return order
  }

  func run() async throws -> ExitStatus {
    let report = try await ImportStory(request).run()
    Terminal.report(report.warnings)
    try Terminal.print(report.files)
    for line in report.remarks { Terminal.note(printable(line)) }
    return .done
  }
}
