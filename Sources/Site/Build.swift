public import Diagnostics
import EDTF
import Positions

/// A whole build, room by room: load, parse, resolve and verify, plan, render, check, commit.
///
/// Each room takes the value of the one before. Findings are collected on the way, so that one run tells all of them,
/// and only when there is no error among them is the first byte written.
public struct Build: Sendable {
  /// How a build ended.
  public enum Outcome: Sendable {
    /// The site is made; the findings are warnings.
    case made(BuildSummary, Diagnostics)
    /// The content is wrong; nothing was written.
    case refused(Diagnostics)
    /// The folder holds no Content.
    case noContent
    /// Another build is writing into the same Output.
    case busy(output: String)
  }

  private let options: BuildOptions

  /// Creates a build; ``run()`` does the work.
  public init(_ options: BuildOptions) { self.options = options }

  /// Makes the site.
  ///
  /// - Throws: ``FileSystemError`` where the machine would not do what was asked.
  public func run() async throws(FileSystemError) -> Outcome {
    var diagnostics = Diagnostics()
    guard let (site, files) = try await check(&diagnostics) else { return .noContent }
    if diagnostics.hasErrors { return .refused(diagnostics) }

    let folder = OutputFolder(output, jobs: options.jobs)
    guard let lock = try folder.claim() else { return .busy(output: output) }
    defer { lock.release() }
    let (result, clashes) = try await folder.commit(files.map { ($0.page.path, $0.content) })
    guard clashes.isEmpty else {
      report(clashes, &diagnostics)
      return .refused(diagnostics)
    }
    return .made(BuildSummary(of: site, result), diagnostics)
  }

  /// Where the site goes.
  var output: String { options.output ?? (options.folder == "." ? "Output" : options.folder + "/Output") }

  /// Every room but the last: what would be written, and all that is wrong with it.
  ///
  /// - Returns: `nil` where the folder holds no Content. Where something is wrong, no more than was found before.
  func check(
    _ diagnostics: inout Diagnostics
  ) async throws(FileSystemError) -> (site: PublishedSite, files: [(page: Page, content: OutputFolder.Content)])? {
    guard let (site, plan) = try await Corridor(options: options).plan(&diagnostics) else { return nil }
    // Rendered in spite of errors, for the links and components in texts are looked at there. What an error left out
    // is no error where it is named.
    let files = await render(plan, of: site, diagnostics: &diagnostics)
    if !diagnostics.hasErrors {
      diagnostics.append(contentsOf: await LinkCheck.diagnostics(for: files, site: site, jobs: options.jobs))
    }
    return (site, files)
  }

  /// Tells which files of somebody else's stand in the build's way.
  func report(_ clashes: [OutputFolder.Clash], _ diagnostics: inout Diagnostics) {
    for clash in clashes {
      diagnostics.error(
        "foreign-file", "\(output)/\(clash.path) stands in the way: this build did not make it",
        help: clash.isFolder
          ? "the build needs a file of that name; move the folder away"
          : "nothing was written; move the file away, or into Content/ if it belongs to the site")
    }
  }

  private func render(
    _ plan: Plan, of site: PublishedSite, diagnostics: inout Diagnostics
  ) async -> [(page: Page, content: OutputFolder.Content)] {
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs)
    let rendered = await parallelMap(plan.pages, jobs: options.jobs) { page in
      var found = Diagnostics()
      return (content: renderer.content(of: page, diagnostics: &found), found: found)
    }
    for result in rendered { diagnostics.append(contentsOf: result.found) }
    return zip(plan.pages, rendered).map { ($0, $1.content) }
  }
}
