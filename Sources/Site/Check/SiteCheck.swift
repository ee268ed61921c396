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
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs)
    let results = await renderer.pages(for: options, diagnostics: &diagnostics, with: {}) { _, page, content, _ in
      Result { () throws(FileSystemError) in try Look(at: page, content) }
    }
    let looks = try results.map { result throws(FileSystemError) in try result.get() }
    return .checked(await judge(renderer, looks, diagnostics))
  }

  // MARK: Looking

  /// What is kept of a file of the site once it was looked at.
  struct Look: Sendable {
    fileprivate var outline: PageOutline?
    fileprivate var stylesheet: Stylesheet?

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

  /// Judges a site that was rendered.
  ///
  /// - Parameters:
  ///   - looks: what was kept of each file, in the order of the plan.
  ///   - findings: what was found so far. Where an error is among it, no lint is judged: what an error left out of the
  ///     site would be missed everywhere else in it.
  func judge(_ renderer: Renderer, _ looks: [Look], _ findings: Diagnostics) async -> CheckReport {
    let (site, pages) = (renderer.site, renderer.plan.pages)
    var report = CheckReport(of: site, pages: pages.count { $0.path.file.hasSuffix(".html") })
    report.findings = findings
    guard !findings.hasErrors else { return report }
    options.tell?(.entered(.check))
    let checked = CheckedSite(site: site, pages: pages, outlines: looks.map(\.outline), links: renderer.links)
    let found = await judge(checked, stylesheets: looks.compactMap(\.stylesheet))
    let (left, silenced) = await Silences(of: site, jobs: options.jobs)
      .apply(to: found.diagnostics, policy: site.configuration.check)
    report.findings.append(contentsOf: left)
    report.silenced = silenced
    report.isComplete = true
    options.tell?(.left(.check, "\(counted(Lint.allCases.count, "lint")), \(counted(report.pages, "page"))"))
    return report
  }

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
