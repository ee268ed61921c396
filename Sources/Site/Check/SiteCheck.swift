import Diagnostics

/// Everything a build checks and everything the lints look for, without a byte written.
///
/// It goes through the rooms of a build up to Check; of each page that is rendered only its outline is kept.
public struct SiteCheck: Sendable {
  /// How a check ended.
  public enum Outcome: Sendable {
    case checked(CheckReport)
    /// The folder holds no Content.
    case noContent
  }

  private let options: BuildOptions

  /// Creates a check; ``run()`` does the work.
  public init(_ options: BuildOptions) { self.options = options }

  /// Checks the site.
  ///
  /// - Throws: ``FileSystemError`` where the machine would not do what was asked.
  public func run() async throws(FileSystemError) -> Outcome {
    var diagnostics = Diagnostics()
    guard let (site, plan) = try await Corridor(options: options).plan(&diagnostics) else { return .noContent }
    let (checked, stylesheets) = try await render(plan, of: site, diagnostics: &diagnostics)
    var report = CheckReport(of: site, pages: plan.pages.count { $0.path.file.hasSuffix(".html") })
    // What an error left out of the site would be missed everywhere else in it.
    guard !diagnostics.hasErrors else {
      report.findings = diagnostics
      return .checked(report)
    }
    let found = await judge(checked, stylesheets: stylesheets)
    let (left, silenced) = await Silences(of: site, jobs: options.jobs)
      .apply(to: found.diagnostics, policy: site.configuration.check)
    diagnostics.append(contentsOf: left)
    report.findings = diagnostics
    report.silenced = silenced
    report.isComplete = true
    return .checked(report)
  }

  // MARK: Rendering

  private func render(
    _ plan: Plan, of site: PublishedSite, diagnostics: inout Diagnostics
  ) async throws(FileSystemError) -> (CheckedSite, [Stylesheet]) {
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs)
    let looks = await renderer.pages(jobs: options.jobs, diagnostics: &diagnostics, with: {}) { _, page, content, _ in
      Result { () throws(FileSystemError) in try Look(at: page, content) }
    }
    var outlines: [PageOutline?] = []
    var stylesheets: [Stylesheet] = []
    for result in looks {
      let look = try result.get()
      outlines.append(look.outline)
      if let sheet = look.stylesheet { stylesheets.append(sheet) }
    }
    return (CheckedSite(site: site, pages: plan.pages, outlines: outlines, links: renderer.links), stylesheets)
  }

  /// What is kept of a file of the site once it was looked at.
  private struct Look: Sendable {
    var outline: PageOutline?
    var stylesheet: Stylesheet?

    init(at page: Page, _ content: OutputFolder.Content) throws(FileSystemError) {
      let (isPage, isStylesheet) = (page.path.file.hasSuffix(".html"), page.path.file.hasSuffix(".css"))
      guard isPage || isStylesheet else { return }
      let bytes: [UInt8]
      var source: SourceText?
      switch content {
      case .bytes(let made): bytes = made
      case .copy(let path):
        bytes = try FileSystem.read(path)
        source = SourceText(path: page.origin, bytes: bytes)
      }
      if isPage {
        outline = PageOutline(of: bytes, .full)
      } else {
        stylesheet = Stylesheet(path: page.path, name: page.origin, bytes: bytes, source: source)
      }
    }
  }

  // MARK: Judging

  private func judge(_ site: CheckedSite, stylesheets: [Stylesheet]) async -> LintFindings {
    var found = await LinkLints.judge(site, stylesheets: stylesheets, jobs: options.jobs)
    let pages = await parallelMap(Array(zip(site.pages, site.outlines)), jobs: options.jobs) { page, outline in
      var found = site.findings()
      if let outline { PageLints.judge(page, outline, in: site, &found) }
      return found
    }
    let stories = await parallelMap(Array(site.site.stories.indices), jobs: options.jobs) { index in
      let story = CheckedStory(index, of: site)
      var found = site.findings()
      UsageLints.judge(story, &found)
      SourcingLints.judge(story, &found)
      QuoteLints.judge(story, &found)
      DateLints.judge(story, &found)
      ExpectationLints.judge(story, &found)
      return found
    }
    for part in pages + stories { found.append(part) }
    for location in site.site.configuration.unexplainedLevels {
      found.report(.silenceWithoutReason, "a lint is turned off without a reason", at: location)
    }
    return found
  }
}
