import Diagnostics
import Preview
import Site

/// What a preview says at the terminal while it runs.
struct PreviewLog: Sendable {
  let isVerbose: Bool

  @Sendable func tell(_ message: Preview.Message) {
    switch message {
    case .changed(let files, let pages, let time):
      Terminal.note(Self.line(files, pages, time))
      if isVerbose { for line in Self.reasons(pages ?? []) { Terminal.note("  " + line) } }
    case .found(let diagnostics): Terminal.report(diagnostics)
    case .broken(isAnythingShown: true): Terminal.note("pages are shown as they last were, until that is mended")
    case .broken(isAnythingShown: false): Terminal.note("there is nothing to show until that is mended")
    case .mended: Terminal.note("nothing is wrong any more")
    }
  }

  /// “Content/about.md changed: 2 files out of date; 12 ms”.
  private static func line(_ files: [String], _ pages: [StalePage]?, _ time: Duration) -> String {
    let what =
      switch files.count {
      case 0: "the day changed"
      case 1: "\(files[0]) changed"
      default: "\(files[0]) and \(files.count - 1) more changed"
      }
    let stale = pages.map { ": \($0.count) \($0.count == 1 ? "file" : "files") out of date" } ?? ""
    return "\(what)\(stale); \(time.inMilliseconds)"
  }

  /// How many pages with the same reasons are named.
  private static let mostNames = 5

  /// The pages that are out of date for the same reasons, together.
  private static func reasons(_ pages: [StalePage]) -> [String] {
    var order: [[StalePage.Reason]] = []
    var paths: [[StalePage.Reason]: [String]] = [:]
    for page in pages {
      if paths[page.reasons] == nil { order.append(page.reasons) }
      paths[page.reasons, default: []].append(page.path)
    }
    return order.map { reasons in
      let all = paths[reasons] ?? []
      let names = all.prefix(mostNames).joined(separator: ", ")
      let rest = all.count > mostNames ? " and \(all.count - mostNames) more" : ""
      return "\(names)\(rest): \(reasons.map(\.description).joined(separator: "; "))"
    }
  }
}
