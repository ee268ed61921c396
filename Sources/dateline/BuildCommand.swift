import Diagnostics
import Foundation
import Site

/// `dateline build`: makes the site.
struct BuildCommand {
  private static let help = """
    Makes the site: reads DIR/Content and DIR/Templates, and writes DIR/Output.

    Usage: dateline build [DIR] [options]

      -o, --output DIR    write the site there instead
          --base-url URL  the address the site will have, in place of site.yaml's
          --as-of DATE    the site as it could have been known on that day, YYYY-MM-DD
          --drafts        publish drafts too
          --future        publish what is dated after today too
      -j, --jobs N        do N things at once; as many as there are processors if not said
          --help          this text

    Nothing is written where the content has an error. Exit status: 0 done, 1 the content is wrong, 2 the command is
    wrong, 3 the machine would not (disk, permission).

    Example: dateline build --as-of 2019-02-22 --output /tmp/eve

    """

  private let options: BuildOptions?

  init(_ arguments: Arguments) throws(UsageError) {
    var arguments = arguments
    guard !arguments.flag("--help", "-h") else {
      options = nil
      return
    }
    let output = try arguments.value("--output", "-o")
    var options = try BuildOptions(&arguments)
    options.output = output
    self.options = options
  }

  func run() async throws -> ExitStatus {
    guard let options else {
      try Terminal.print(Self.help)
      return .done
    }
    let clock = ContinuousClock()
    let start = clock.now
    switch try await Build(options).run() {
    case .made(let summary, let diagnostics):
      Terminal.report(diagnostics)
      try Terminal.print("\(summary.line); \((clock.now - start).inSeconds)")
      return .done
    case .refused(let diagnostics):
      Terminal.report(diagnostics)
      Terminal.note("\(diagnostics.countInWords); nothing was written")
      return .wrongContent
    case .noContent:
      throw UsageError(noContentIn: options.folder)
    case .busy(let output):
      Terminal.complain("another build is writing into \(output); try again when it is done")
      return .machine
    }
  }
}
