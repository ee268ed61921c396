import Diagnostics
import Foundation
import Site

/// `dateline inspect`: the data a page's template is given, as JSON.
struct InspectCommand: Command {
  static let name = "inspect"
  static let summary = "print what a page's template is given, as JSON"
  static let help = """
    Prints what the template of a page is given, as JSON: every name a template can use.

    Usage: dateline inspect URL-PATH [DIR] [options]

          --as-of DATE    the page as it could have been known on that day, YYYY-MM-DD
          --drafts        drafts too
          --future        what is dated after today too
          --help          this text

    The name of the template goes to standard error, the JSON to standard output.

    Example: dateline inspect /hanoi-2019/timeline/

    """

  private let request: (address: String, options: BuildOptions)

  init(_ arguments: inout Arguments) throws(UsageError) {
    let edition = try Edition.named(in: &arguments)
    let includesDrafts = arguments.flag("--drafts")
    let includesFuture = arguments.flag("--future")
    let words = try arguments.positional(most: 2)
    guard let address = words.first else { throw UsageError("inspect needs the address of a page, such as /about/") }
    var options = BuildOptions(
      folder: words.count > 1 ? words[1] : ".", edition: edition, jobs: ProcessInfo.processInfo.activeProcessorCount)
    options.includesDrafts = includesDrafts
    options.includesFuture = includesFuture
    request = (address, options)
  }

  func run() async throws -> ExitStatus {
    let (address, options) = request
    switch try await Inspection(options).run(address) {
    case .found(let template, let json):
      Terminal.note("template: \(template)")
      try Terminal.print(String(decoding: json, as: UTF8.self))
      return .done
    case .noPage(let nearest):
      throw UsageError(
        "no template makes a page at “\(address)”" + (nearest.map { "; did you mean “\($0)”?" } ?? ""))
    case .refused(let diagnostics):
      Terminal.report(diagnostics)
      return .wrongContent
    case .noContent: throw UsageError(noContentIn: options.folder)
    }
  }
}
