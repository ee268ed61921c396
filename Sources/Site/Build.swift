public import Diagnostics
import EDTF
import Positions

/// A whole build, room by room: load, parse, resolve and verify, plan, render, check, commit.
///
/// Each room takes the value of the one before. Findings are collected on the way, so that one run tells all of them,
/// and only when there is no error among them is anything changed that readers see. Each page is written aside as soon
/// as it is rendered, so that the site is never whole in memory.
public struct Build: Sendable {
  /// How a build ended.
  public enum Outcome: Sendable {
    /// The site is made; the findings are warnings.
    case made(BuildSummary, Diagnostics)
    /// The content is wrong; nothing was written.
    case refused(Diagnostics)
    /// The folder holds no Content.
    case noContent
    /// Another build is writing into the same Output, and took longer than one waits.
    case busy(output: String)
  }

  private let options: BuildOptions
  /// Lowered in tests only, which cannot wait so long.
  var timeStep = BuildInputs.longestStep

  /// Creates a build; ``run()`` does the work.
  public init(_ options: BuildOptions) { self.options = options }

  /// Makes the site.
  ///
  /// - Throws: ``FileSystemError`` where the machine would not do what was asked.
  public func run() async throws(FileSystemError) -> Outcome {
    let early = try await claim()
    if case .busy = early { return .busy(output: options.outputPath) }
    guard BuildOptions.holdsContent(options.folder) else { return .noContent }
    let inputs = try BuildInputs(options, step: timeStep)
    if case .claimed(let claim) = early,
      let (summary, findings) = try await BuildRecord.read(of: inputs, folder: options.folder, in: claim)
    {
      return .made(summary, findings)
    }

    var diagnostics = Diagnostics()
    switch try await stage(after: early, &diagnostics, noting: { _, _ in }) {
    case .staged(let staging, let site, _):
      let summary = BuildSummary(of: site, try await staging.commit())
      // The site is made. Where nothing can be written down of it, the next build has more to do, and that is all.
      try? await BuildRecord.write(summary, diagnostics, of: inputs, folder: options.folder, in: staging.claim)
      return .made(summary, diagnostics)
    case .refused: return .refused(diagnostics)
    case .noContent: return .noContent
    case .busy: return .busy(output: options.outputPath)
    }
  }

  /// How a build ends just before it changes anything that readers see.
  enum Stage<Note> {
    /// All is found right and stands aside; with what was noted of each file, in the order of the plan.
    case staged(Staging, PublishedSite, [Note])
    case refused
    case noContent
    case busy
  }

  /// Claims Output, before anything is read: so that of two builds the second is the newer one, and so that what was
  /// interrupted is finished whatever becomes of this build.
  ///
  /// A folder that is not there is not made for content that may turn out to be wrong.
  func claim() async throws(FileSystemError) -> OutputFolder.Answer {
    try await OutputFolder(options.outputPath, jobs: options.jobs).claim(making: false, onWait: options.onWait)
  }

  /// Every room but the last.
  ///
  /// - Parameters:
  ///   - early: how it ended to claim Output.
  ///   - note: is given every file as soon as it is made.
  func stage<Note: Sendable>(
    after early: OutputFolder.Answer, _ diagnostics: inout Diagnostics,
    noting note: @escaping @Sendable (OutputPath, OutputFolder.Content) throws(FileSystemError) -> Note
  ) async throws(FileSystemError) -> Stage<Note> {
    if case .busy = early { return .busy }
    guard let (site, plan) = try await Corridor(options: options).plan(&diagnostics) else { return .noContent }
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs)
    if diagnostics.hasErrors {
      // Rendered in spite of errors, for the links and components in texts are looked at there. What an error left out
      // is no error where it is named.
      _ = await renderer.pages(jobs: options.jobs, diagnostics: &diagnostics, with: {}) { _, _, _, _ in }
      return .refused
    }

    var answer = early
    if case .unused = early {
      let output = OutputFolder(options.outputPath, jobs: options.jobs)
      answer = try await output.claim(making: true, onWait: options.onWait)
    }
    guard case .claimed(let claim) = answer else { return .busy }
    let staged: (Staging, [Note])?
    do throws(FileSystemError) {
      staged = try await write(renderer, in: claim, diagnostics: &diagnostics, noting: note)
    } catch {
      throw await error.after(undoing: { () throws(FileSystemError) in try claim.withdraw() }, in: options.outputPath)
    }
    guard let (staging, notes) = staged else {
      try claim.withdraw()
      return .refused
    }
    return .staged(staging, site, notes)
  }

  /// Renders the site, and writes aside what differs.
  ///
  /// - Returns: `nil` where something is wrong with it after all.
  private func write<Note: Sendable>(
    _ renderer: Renderer, in claim: OutputClaim, diagnostics: inout Diagnostics,
    noting note: @escaping @Sendable (OutputPath, OutputFolder.Content) throws(FileSystemError) -> Note
  ) async throws(FileSystemError) -> (Staging, [Note])? {
    let staging = try Staging(renderer.plan.pages.map(\.path), in: claim)
    let site = renderer.site.address
    let results = await renderer.pages(jobs: options.jobs, diagnostics: &diagnostics, with: staging.worker) {
      worker, page, content, hasErrors in
      Result { () throws(FileSystemError) in
        if !hasErrors { try worker.stage(content, at: page.path) }
        return (PageOutline(of: content, at: page.path, in: site), try note(page.path, content))
      }
    }
    if diagnostics.hasErrors { return nil }
    let notes = try await checkLinks(results, of: renderer, diagnostics: &diagnostics)
    report(staging.clashes, diagnostics: &diagnostics)
    if diagnostics.hasErrors { return nil }
    return (staging, notes)
  }

  /// Looks at the links of all files at once.
  ///
  /// - Returns: what was noted of each file.
  func checkLinks<Note>(
    _ results: [Result<(PageOutline?, Note), FileSystemError>], of renderer: Renderer,
    diagnostics: inout Diagnostics
  ) async throws(FileSystemError) -> [Note] {
    var outlines: [PageOutline?] = []
    var notes: [Note] = []
    outlines.reserveCapacity(results.count)
    notes.reserveCapacity(results.count)
    for result in results {
      let (outline, note) = try result.get()
      outlines.append(outline)
      notes.append(note)
    }
    let links = LinkCheck(renderer.plan.pages, outlines: outlines, site: renderer.site)
    diagnostics.append(contentsOf: await links.warnings(jobs: options.jobs))
    return notes
  }

  private func report(_ clashes: [Staging.Clash], diagnostics: inout Diagnostics) {
    for clash in clashes {
      let help =
        switch clash.kind {
        case .folder: "the build needs a file of that name; move the folder away"
        case .symbolicLink: "a build never writes through a link inside its output; remove it, or build elsewhere"
        case .file, .other: "nothing was written; move the file away, or into Content/ if it belongs to the site"
        }
      diagnostics.error(
        "foreign-file", "\(options.outputPath)/\(clash.path) stands in the way: this build did not make it", help: help)
    }
  }
}
